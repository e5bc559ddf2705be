"""The briefing in seeds/: what it holds, what confirms what, and that a broken copy is told from the whole one.

What is expected stands in a file beside this one, apart from the seed, and is written by a reader and not by the program.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factlint import engine
from factlint.model.finding import Agreement, Finding, Report, Severity
from tests.support import SEED

EXPECTED: dict[str, Any] = tomllib.loads(Path(__file__).with_name("scio-briefing-2023-04-20.toml").read_text("utf-8"))

Places = list[tuple[int, str]]


def places_of(found: Finding | Agreement) -> Places:
    """Return the lines and words that a finding or an agreement names, in its order."""
    return [(location.line, location.text) for location in found.locations]


def pairs(places: list[list[Any]]) -> Places:
    """Return places as they stand in the file of what is expected."""
    return [(line, text) for line, text in places]


def loud(report: Report) -> list[Finding]:
    """Return the findings that a plain run shows."""
    return [finding for finding in report.findings if finding.severity is not Severity.INFO]


def named(entry: dict[str, Any]) -> str:
    """Return a name for a test: what the entry is about, or its change."""
    return str(entry.get("about") or entry.get("why") or f"{entry['old'].strip()} in line {entry['line']}")


def all_of(report: Report) -> list[Finding | Agreement]:
    """Return all that a run has to say: findings, the mild ones too, and agreements."""
    return [*report.findings, *report.verified]


@pytest.fixture(scope="module")
def report() -> Report:
    """The seed, checked as it stands."""
    return engine.run([str(SEED)])


def test_the_findings_are_three(report: Report) -> None:
    """The seed holds three inconsistencies: each with its rule, its severity, its primary place and all others."""
    found = [(f.rule, str(f.severity), places_of(f)[0], sorted(places_of(f))) for f in loud(report)]
    expected = [
        (f["rule"], f["severity"], pairs(f["places"])[0], sorted(pairs(f["places"]))) for f in EXPECTED["finding"]
    ]
    assert sorted(found) == sorted(expected)


def test_the_words_are_those_of_the_seed(report: Report) -> None:
    """What a finding or an agreement quotes stands in the file at its offsets."""
    text = SEED.read_text(encoding="utf-8")
    for found in all_of(report):
        for location in found.locations:
            assert text[location.start : location.end] == location.text
            assert text.count("\n", 0, location.start) + 1 == location.line


def test_the_arithmetic_can_be_redone(report: Report) -> None:
    """Each finding writes out the sums that an editor would do by hand."""
    told = {finding.rule: finding.arithmetic or "" for finding in loud(report)}
    assert "22.45% to 22.55%, and 27.65% to 27.75%" in told["FL101"]
    assert "55 + 294 + 1,487 + 5,000 of more than 280,000 is at most 2.62%" in told["FL303"]
    assert "25 times what came in at 60,720,000 deadweight tons" in told["FL212"]
    assert "15,180,000 deadweight tons at 62.9% means a whole of 24,133,545 deadweight tons" in told["FL212"]


@pytest.mark.parametrize("entry", EXPECTED["agreement"], ids=named)
def test_figures_confirm_each_other(entry: dict[str, Any], report: Report) -> None:
    """Two mentions of one fact are compared and told to agree."""
    expected = set(pairs(entry["places"]))
    assert any(expected <= set(places_of(tie)) for tie in report.verified)


@pytest.mark.parametrize("entry", EXPECTED["silent"], ids=named)
def test_what_is_not_one_fact_is_not_compared(entry: dict[str, Any], report: Report) -> None:
    """Figures of two things meet in no finding, not even a mild one, and in no agreement."""
    apart = set(pairs(entry["places"]))
    assert [places_of(found) for found in all_of(report) if apart <= set(places_of(found))] == []


def test_shares_of_three_markets_are_not_added(report: Report) -> None:
    """43.5%, 62.9% and 50.8% are parts of three wholes: that they add up to 157% is no finding."""
    assert not any("157" in (finding.arithmetic or "") for finding in report.findings)


@pytest.mark.parametrize("entry", EXPECTED["broken"], ids=named)
def test_a_broken_copy_gives_one_finding_more(entry: dict[str, Any], report: Report, tmp_path: Path) -> None:
    """One figure changed gives one new finding, which names both places; the three old ones stay."""
    copy = tmp_path / SEED.name
    copy.write_text(
        broken(SEED.read_text(encoding="utf-8"), entry["line"], entry["old"], entry["new"]), encoding="utf-8"
    )
    known = [finding.fingerprint for finding in loud(report)]
    found = loud(engine.run([str(copy)]))
    new = [finding for finding in found if finding.fingerprint not in known]
    assert [(f.rule, sorted(places_of(f))) for f in new] == [(entry["rule"], sorted(pairs(entry["places"])))]
    assert len(found) == len(known) + 1


def broken(text: str, line: int, old: str, new: str) -> str:
    """Return the text with the one occurrence of ``old`` in a line replaced."""
    lines = text.splitlines(keepends=True)
    assert lines[line - 1].count(old) == 1, f"line {line} holds {old!r} {lines[line - 1].count(old)} times"
    lines[line - 1] = lines[line - 1].replace(old, new)
    return "".join(lines)


def test_a_bound_far_below_a_figure_confirms_nothing(report: Report) -> None:
    """Base stations over 2.64 million and 620 million phone users meet, and are no tie-out."""
    for tie in report.verified:
        assert not {"620 million", "1.984 billion"} & {place.text for place in tie.locations}
