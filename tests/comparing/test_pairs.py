"""Chinese sentences beside their translations: right ones raise nothing, each slip is told under its rule."""

import tomllib
from pathlib import Path

import pytest

from factlint import engine
from factlint.comparing import compare_translation
from factlint.knowledge import load_knowledge
from factlint.model.finding import Report, Severity

PAIRS = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text("utf-8"))["pair"]
SLIPS = [
    (
        pair["zh"],
        pair["en"],
        slip.partition(": ")[0],
        *(part.strip(" ") for part in slip.partition(": ")[2].split("=>")),
    )
    for pair in PAIRS
    for slip in pair["slips"]
]

PUBLISHED = tomllib.loads((Path(__file__).parent / "published.toml").read_text("utf-8"))["pair"]
PLANTS = [
    (pair["zh"], pair["en"], plant["was"], plant["is"], plant["rule"]) for pair in PUBLISHED for plant in pair["plant"]
]


def compared(original: str, translation: str) -> Report:
    """Return the report on a text and its translation."""
    knowledge = load_knowledge()
    report, source = Report(), engine.text_document(original)
    source.path = "original.txt"
    told = engine.text_document(translation)
    compare_translation(report, source, told, knowledge, knowledge.cards)
    return report


def loud(report: Report) -> list[str]:
    """Return the codes of what is shown."""
    return [finding.rule for finding in report.findings if finding.severity is not Severity.INFO]


def test_there_are_enough() -> None:
    """At least three hundred pairs, right and wrong."""
    assert len(PAIRS) + len(SLIPS) >= 300


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["zh"][:24] for pair in PAIRS])
def test_a_right_translation_is_silent(pair: dict[str, str]) -> None:
    """What a good translator writes raises nothing."""
    assert loud(compared(pair["zh"], pair["en"])) == []


@pytest.mark.parametrize(("zh", "en", "code", "old", "new"), SLIPS, ids=[f"{slip[2]} {slip[3]}" for slip in SLIPS])
def test_a_slip_is_told(zh: str, en: str, code: str, old: str, new: str) -> None:
    """The slip is found, under the rule that tells it best, and its places quote both texts."""
    assert old in en
    report = compared(zh, en.replace(old, new, 1))
    assert code in loud(report)
    wrong = en.replace(old, new, 1)
    for finding in report.findings:
        for location in finding.locations:
            source = zh if location.path == "original.txt" else wrong
            assert source[location.start : location.end] == location.text


def test_two_briefings_are_aligned_sentence_by_sentence() -> None:
    """A whole text of all pairs, some sentences joined, raises nothing; one slip in it is one finding."""
    original = "\n".join(pair["zh"] for pair in PAIRS)
    parts = [pair["en"] for pair in PAIRS]
    translation = "\n".join(parts)
    assert loud(compared(original, translation)) == []
    at = next(i for i, part in enumerate(parts) if "4.35" not in part and "12.56 million" in part)
    parts[at] = parts[at].replace("12.56 million", "125.6 million")
    assert loud(compared(original, "\n".join(parts))) == ["FL801"]


def test_line_ends_and_blank_lines_change_nothing() -> None:
    """A translation set in paragraphs is compared as one in lines."""
    original = "\r\n\r\n".join(pair["zh"] for pair in PAIRS[:20])
    translation = "\n\n\n".join(pair["en"] for pair in PAIRS[:20])
    assert loud(compared(original, translation)) == []


@pytest.mark.parametrize("pair", PUBLISHED, ids=[pair["zh"][:24] for pair in PUBLISHED])
def test_a_published_paragraph_is_silent(pair: dict[str, str]) -> None:
    """Clauses in another order, figures merged, split and rounded: a translation as one publishes it raises nothing."""
    assert loud(compared(pair["zh"], pair["en"])) == []


@pytest.mark.parametrize(("zh", "en", "was", "now", "rule"), PLANTS, ids=[f"{plant[4]} {plant[2]}" for plant in PLANTS])
def test_a_slip_in_a_published_paragraph_is_told(zh: str, en: str, was: str, now: str, rule: str) -> None:
    """One slip in a paragraph is told once, under the rule that tells it best."""
    assert was in en
    assert set(loud(compared(zh, en.replace(was, now, 1)))) == {rule}
