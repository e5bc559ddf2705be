"""Chinese figures and periods as they are written."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.comparing.translation import units_by_name
from factlint.knowledge import load_knowledge
from factlint.knowledge.chinese import load_chinese
from factlint.languages import is_chinese
from factlint.languages.zh import read_figures, read_periods, sentences_of
from factlint.languages.zh.figures import simplified
from factlint.model.claim import Direction
from factlint.model.figure import Figure
from factlint.model.quantity import Bound

UNITS = units_by_name(load_knowledge())


def figures(text: str) -> list[Figure]:
    """Return the figures of a text."""
    words = load_chinese()
    plain = simplified(text, words)
    return read_figures(plain, 0, len(plain), words, UNITS)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("264万个", 2_640_000), ("4252亿元", 425_200_000_000), ("1.2万亿元", 1_200_000_000_000), ("3万2600人", 32_600),
        ("48万5千户", 485_000), ("一万五千亿元", 1_500_000_000_000), ("三百零五名", 305), ("三万五人", 35_000),
        ("1,100万辆", 11_000_000), ("二十六万辆", 260_000), ("５．２万吨", 52_000), ("三十萬億元", 30_000_000_000_000),
        ("壹佰贰拾元", 120), ("600千瓦", 600), ("1亿2000万人", 120_000_000), ("两百万册", 2_000_000), ("十五个", 15),
    ],
)  # fmt: skip
def test_numerals(text: str, value: int) -> None:
    """Digits, characters, scales and their compounds."""
    assert [figure.value for figure in figures(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("六成", 60, "percent"), ("六成五", 65, "percent"), ("百分之七点五", Fraction(15, 2), "percent"),
        ("千分之三", Fraction(3, 10), "percent"), ("四分之三", 75, "percent"), ("0.3个百分点", Fraction(3, 10), "percentage_point"),
        ("8个基点", 8, "basis_point"), ("2.3倍", Fraction(23, 10), "multiple"), ("翻两番", 4, "multiple"), ("翻了一番", 2, "multiple"),
        ("917万载重吨", 9_170_000, "deadweight_ton"), ("462万标箱", 4_620_000, "TEU"), ("19.84亿美元", 1_984_000_000, "USD"),
        ("1500亩", 1500, "mu"), ("3067.93点", Fraction(306_793, 100), "point"), ("33亿千瓦时", 3_300_000_000, "kilowatt_hour"),
    ],
)  # fmt: skip
def test_units(text: str, value: Fraction, unit: str) -> None:
    """Shares, points, multiples, money and measures."""
    assert [(figure.value, figure.unit.name) for figure in figures(text)] == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("超过264万个", "超过264万", Bound.MORE_THAN), ("20余家", "20余", Bound.MORE_THAN), ("3000多人", "3000多", Bound.MORE_THAN),
        ("六成以上", "六成以上", Bound.AT_LEAST), ("3000个以上", "3000个以上", Bound.AT_LEAST), ("不到10%", "不到10%", Bound.LESS_THAN),
        ("近200家", "近200", Bound.LESS_THAN), ("约48吨", "约48吨", Bound.APPROX), ("95%左右", "95%左右", Bound.APPROX),
        ("不超过8亿元", "不超过8亿元", Bound.AT_MOST), ("达1208万", "1208万", Bound.EXACT), ("三十多万亿元", "三十多万亿元", Bound.MORE_THAN),
    ],
)  # fmt: skip
def test_bounds(text: str, words: str, bound: Bound) -> None:
    """Words in front, inside and behind bound a figure and belong to its span."""
    assert [(figure.text, figure.bound) for figure in figures(text)] == [(words, bound)]


def test_places_in_a_row() -> None:
    """A translation may tell them as ordinals or leave them out; small ones are words like others."""
    found = figures("第2000万辆汽车下线，第十四届展会开幕")
    assert [(figure.value, figure.unit.name, figure.is_optional) for figure in found] == [
        (20_000_000, "ordinal", True), (14, "ordinal", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "5G网络", "第十届全国运动会", "党的二十大报告", "十四五规划", "数十家企业", "10时30分", "3月15日", "2023年", "二〇二三年", "第3次",
        "余额宝", "一带一路", "1-3月", "2021-2023年", "PM2.5浓度", "一般", "9:30",
    ],
)  # fmt: skip
def test_what_counts_nothing(text: str) -> None:
    """Names, dates, times of day and ordinals are no figures."""
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "direction", "comparison"),
    [
        ("同比增长7.7%", Direction.UP, "yoy"), ("环比下降0.1%", Direction.DOWN, "prior"), ("比上月回落0.3个百分点", Direction.DOWN, "mom"),
        ("下调存款准备金率0.25个百分点", Direction.DOWN, ""), ("同比多增400亿元", None, "yoy"), ("为7.7%", None, ""),
        ("增速比上年四季度加快0.3个百分点", Direction.UP, "qoq"), ("降幅收窄2.1个百分点", Direction.DOWN, ""),
    ],
)  # fmt: skip
def test_changes(text: str, direction: Direction | None, comparison: str) -> None:
    """The word before a figure tells its way, the clause what it is measured against."""
    assert [(figure.direction, figure.comparison) for figure in figures(text)] == [(direction, comparison)]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("一季度", (1, 3, 0)), ("前三季度", (1, 9, 0)), ("上半年", (1, 6, 0)), ("1-3月", (1, 3, 0)), ("1至8月", (1, 8, 0)),
        ("3月末", (3, 3, 0)), ("2023年", (0, 0, 2023)), ("前11个月", (1, 11, 0)), ("十二月", (12, 12, 0)),
    ],
)  # fmt: skip
def test_periods(text: str, ends: tuple[int, int, int]) -> None:
    """Quarters, halves, months and years."""
    assert [(one.first, one.last, one.year) for one in read_periods(text, 0, len(text))] == [ends]


def test_ranges_share_their_scale() -> None:
    """300万至500万 and 5.5至6万亿 are one range each."""
    assert [(one.low, one.high) for one in figures("300万至500万元")] == [(3_000_000, 5_000_000)]
    assert [(one.low, one.high) for one in figures("5.5至6万亿元")] == [(5_500_000_000_000, 6_000_000_000_000)]


def test_languages_are_told_by_letters() -> None:
    """A Chinese text may hold Latin names, an English one a Chinese word."""
    assert is_chinese("中国移动5G套餐客户达7.22亿户。")
    assert not is_chinese("The word 万 is ten thousand in English texts about China.")
    assert not is_chinese("")


@given(st.integers(min_value=1, max_value=99_999_999))
def test_every_count_is_read_back(number: int) -> None:
    """A number in digits is read as itself, whatever stands around it."""
    assert [figure.value for figure in figures(f"共有{number}吨。")] == [number]


@given(
    st.text(
        alphabet="一二三四五六七八九十百千万亿零两0123456789.,%多余约近超元个吨年月日至成倍分之点，。 ", max_size=40
    )
)
def test_any_text_is_read(text: str) -> None:
    """No run of numerals, scales and units breaks the reader; every figure quotes its place."""
    plain = simplified(text, load_chinese())
    for figure in figures(text):
        assert plain[figure.span.start : figure.span.end] == figure.text or figure.text
    for span in sentences_of(text):
        assert text[span.start : span.end].strip()


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("63.6 万亿元", 63_600_000_000_000, "CNY"), ("1 000亿港元", 100_000_000_000, "HKD"), ("最后 20 多万人", 200_000, ""),
        ("减少 1/3 以上", Fraction(100, 3), "percent"), ("逾十分之一", 10, "percent"), ("一半以上", 50, "percent"),
        ("达到百万量级", 1_000_000, ""), ("6.8‰", Fraction(34, 5), "per_mille"), ("21千兆瓦", 21, "gigawatt"),
        ("48小时内", 48, "hour"),
    ],
)  # fmt: skip
def test_what_published_texts_write(text: str, value: Fraction, unit: str) -> None:
    """Spaces around digits, parts, halves, orders of size, per mille."""
    assert [(figure.value, figure.unit.name) for figure in figures(text)] == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "years", "months"),
    [
        ("2023 年 3 月", [2023], [(3, 3)]), ("2024-2025年度", [2024, 2025], []), ("2024-25年度", [2024, 2025], []),
        ("20世纪50年代", [1950], []), ("上世纪九十年代", [1990], []), ("2015全年", [2015], []),
        ("5月份上涨，上月下降", [], [(5, 5), (4, 4)]),
    ],
)  # fmt: skip
def test_times_of_published_texts(text: str, years: list[int], months: list[tuple[int, int]]) -> None:
    """Years of budgets, decades, whole years, and the month that 上月 means."""
    found = read_periods(text, 0, len(text))
    assert [one.year for one in found if one.year] == years
    assert [(one.first, one.last) for one in found if not one.year] == months
    assert figures(text) == []


def test_a_noun_behind_tells_the_way() -> None:
    """4.9%的同比增长, 8.9%的跌幅, and a growth that is higher than another."""
    ways = [figure.direction for figure in figures("实现4.9%的同比增长，不及8.9%的较大跌幅。增长6.6%，高于10月的4.6%")]
    assert ways == [Direction.UP, Direction.DOWN, Direction.UP, Direction.UP]
