"""Tables of Chinese texts: totals, growth beside levels, units of heads; and what must stay silent."""

import pytest

from factlint import engine
from factlint.knowledge import load_knowledge
from factlint.model.finding import Report
from factlint.readers import read_bytes

INDUSTRY = """# 云溪市上半年工业利润

| 行业 | 2024年上半年（亿元） | 2023年上半年（亿元） | 同比增长（%） |
| --- | ---: | ---: | ---: |
| 装备制造 | 35.2 | 32.1 | 9.7 |
| 食品加工 | 18.6 | 17.9 | 3.9 |
| 纺织服装 | 28.6 | 30.4 | -5.9 |
| 合计 | 82.4 | 80.4 | 2.5 |
"""
READERS = """各馆读者如下，单位：万人次。

| 馆名 | 少儿 | 成人 | 合计 |
| --- | ---: | ---: | ---: |
| 东湖馆 | 12.6 | 30.4 | 43.0 |
| 西岭馆 | 8.1 | 19.7 | 27.8 |
| 南桥馆 | 5.5 | 14.2 | 19.7 |
"""
SCHOOLS = """| 类别 | 学校（所） | 其中寄宿制 | 在校生（人） | 人均图书（册） |
| --- | ---: | ---: | ---: | ---: |
| 小学 | 42 | 6 | 31250 | 24.5 |
| 初中 | 18 | 9 | 15480 | 31.2 |
| 高中 | 7 | 7 | 9126 | 40.3 |
| 合计 | 67 | 22 | 55856 | 28.9 |
"""
PORTS = """| 港口 | 本期（万吨） | 上年同期（万吨） | 增幅 | 占比（%） |
| --- | ---: | ---: | ---: | ---: |
| 北港 | 1,250.4 | 1,180.2 | 5.9% | 51.0 |
| 南港 | 820.6 | 861.0 | -4.7% | 33.5 |
| 新港 | 380.0 | 352.5 | 7.8% | 15.5 |
| 总计 | 2,451.0 | 2,393.7 | 2.4% | 100.0 |
"""
RANKS = """| 名次 | 队伍 | 胜 | 负 | 积分 |
| ---: | --- | ---: | ---: | ---: |
| 1 | 河东 | 10 | 2 | 32 |
| 2 | 河西 | 9 | 3 | 28 |
| 3 | 山南 | 5 | 7 | 17 |
"""
PARTS = """| 指标 | 户数（户） | 资金（万元） |
| --- | ---: | ---: |
| 全县 | 1860 | 930 |
| 其中：脱贫户 | 1240 | 620 |
| 平均每户 | — | 0.5 |
"""


def told(text: str) -> list[tuple[str, list[str]]]:
    """Return the rules and quotes of what is found in a Markdown text."""
    knowledge, report = load_knowledge(), Report()
    document = read_bytes(text.encode(), "a.md")
    evidence = engine.evidence_of(document, knowledge)
    engine.add_document(report, engine.judge(evidence, knowledge, knowledge.cards), knowledge.cards)
    engine.finish(report, knowledge.cards)
    return [(finding.rule, [at.text for at in finding.locations]) for finding in report.findings]


@pytest.mark.parametrize("text", [INDUSTRY, READERS, SCHOOLS, PORTS, RANKS, PARTS])
def test_a_right_table_is_silent(text: str) -> None:
    """Totals of all cells, of which and averages left aside; growth within rounding."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "old", "new", "rule", "quote"),
    [
        (INDUSTRY, "| 82.4 |", "| 84.2 |", "FL301", "84.2"),
        (INDUSTRY, "-5.9", "-9.5", "FL201", "-9.5"),
        (INDUSTRY, "| 80.4 |", "| 81.4 |", "FL301", "81.4"),
        (READERS, "27.8", "28.7", "FL301", "28.7"),
        (SCHOOLS, "55856", "58556", "FL301", "58556"),
        (SCHOOLS, "| 67 |", "| 76 |", "FL301", "76"),
        (PORTS, "2,393.7", "2,339.7", "FL301", "2,339.7"),
        (PORTS, "7.8%", "8.7%", "FL201", "8.7%"),
        (PORTS, "| 100.0 |", "| 101.0 |", "", ""),
    ],
)  # fmt: skip
def test_a_slip_is_found(text: str, old: str, new: str, rule: str, quote: str) -> None:
    """One cell that slipped is told where it stands."""
    assert old in text
    found = told(text.replace(old, new))
    if rule:
        assert any(code == rule and quote in quotes for code, quotes in found), found
    else:
        assert found == []


def test_units_come_from_heads_and_captions() -> None:
    """A cell's figure has the scale and the unit of its head, or of the words before the table."""
    knowledge = load_knowledge()
    claims = engine.read_claims(read_bytes((READERS + "\n" + INDUSTRY).encode(), "a.md"), knowledge)
    values = {claim.text: (claim.quantity.value, claim.quantity.unit.name) for claim in claims if claim.quantity}
    assert values["12.6"] == (126_000, "")
    assert values["35.2"] == (3_520_000_000, "CNY")
    assert values["9.7"][1] == "percent"
