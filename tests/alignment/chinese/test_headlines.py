"""Headlines of Chinese texts: a figure that slipped on its way there, and what is no slip."""

import pytest

from tests.alignment.chinese.test_tables import told

WRONG = [
    ("云溪市上半年外贸进出口增长8.6%\n\n上半年，全市外贸进出口总额486.2亿元，同比增长6.8%，其中出口312.9亿元，增长9.1%。\n", ["8.6%", "6.8%"]),
    ("# 东湖图书馆接待读者43.5万人次\n\n今年以来，东湖图书馆接待读者45.3万人次，办理借书证1.2万张。\n", ["43.5万", "45.3万"]),
    ("全县新增造林1.62万亩\n全县上半年新增造林1.26万亩，完成年度任务的84%。\n", ["1.62万亩", "1.26万亩"]),
    ("新学期3860名学生入学\n\n本学期，青山学校3680名学生按时入学，比上学期增加120名。\n", ["3860", "3680"]),
]  # fmt: skip
RIGHT = [
    "云溪市上半年外贸进出口增长6.8%\n\n上半年，全市外贸进出口总额486.2亿元，同比增长6.8%，其中出口312.9亿元，增长8.6%。\n",
    "# 东湖图书馆接待读者超45万人次\n\n今年以来，东湖图书馆接待读者45.3万人次，办理借书证1.2万张。\n",
    "海川股份营收增长12.3%\n\n海川股份公布年报，全年实现营业收入38.6亿元，同比增长12.3%，净利润2.7亿元，同比增长13.2%。\n",
    "一季度用电量增长5.6%\n\n一季度，全社会用电量21.4亿千瓦时，同比增长5.6%，工业用电量增长6.5%。3月份用电量增长6.5%。\n",
    "去年产量下降3.4%\n\n今年上半年产量下降4.3%。\n",
    "港口吞吐量创新高\n\n全年吞吐量1.26亿吨。\n",
    "收入增长8.6%。\n利润增长6.8%，收入另有说明。\n",
]


@pytest.mark.parametrize(("text", "quotes"), WRONG)
def test_a_slip_in_the_headline(text: str, quotes: list[str]) -> None:
    """The body has the figure nowhere, and one figure of the same thing is one slip away."""
    assert told(text) == [("FL101", quotes)]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_headline_is_silent(text: str) -> None:
    """Figures that the body repeats, rounds, or tells of another time or thing."""
    assert told(text) == []
