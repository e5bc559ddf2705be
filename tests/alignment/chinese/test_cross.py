"""Chinese texts against one another: one body, one time and one measure in two files."""

from pathlib import Path

import pytest

from factlint.engine import Settings
from factlint.runs import Plan, check_paths

REPORT = (
    "云溪市统计公报\n\n2023年，云溪市实现外贸进出口总额486.2亿元，比上年增长6.8%。2023年末，全市常住人口428.6万人。\n"
)
SPEECH = (
    "云溪市政府工作报告\n\n2023年，云溪市外贸进出口总额达到486.2亿元，增长6.8%。2023年末，全市常住人口428.6万人。\n"
)


def told(folder: Path, *texts: str) -> list[tuple[str, list[str]]]:
    """Return the rules and quotes of what several files say of one another."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    report = check_paths(sorted(map(str, folder.iterdir())), Plan(Settings(cross=True), cross="all"))
    return [(finding.rule, [at.text for at in finding.locations]) for finding in report.findings]


@pytest.mark.parametrize(
    ("old", "new", "quotes"),
    [
        ("486.2亿元", "468.2亿元", ["486.2亿元", "468.2亿元"]),
        ("428.6万", "482.6万", ["428.6万", "482.6万"]),
    ],
)  # fmt: skip
def test_two_files_differ(tmp_path: Path, old: str, new: str, quotes: list[str]) -> None:
    """A figure that the other file tells otherwise is quoted from both."""
    assert told(tmp_path, REPORT, SPEECH.replace(old, new)) == [("FL102", quotes)]


@pytest.mark.parametrize(
    "other",
    [
        SPEECH,
        SPEECH.replace("2023年", "2022年").replace("486.2", "455.3").replace("428.6", "426.2"),
        SPEECH.replace("云溪市", "柳湾市").replace("486.2", "312.7"),
        SPEECH.replace("2023年，", "2023年上半年，").replace("486.2", "231.5"),
        SPEECH.replace("486.2亿元", "近490亿元"),
        SPEECH.replace("外贸进出口总额", "服务贸易总额").replace("486.2", "86.2"),
    ],
)
def test_two_files_agree_or_speak_of_two_things(tmp_path: Path, other: str) -> None:
    """Another year, another body, another part of the year, a rounder figure, another measure."""
    assert told(tmp_path, REPORT, other) == []
