"""Suppressions in Markdown: which findings they let stand, and what is told of those of no use."""

import pytest

from factlint import engine
from factlint.checks.select import Selection
from factlint.model.finding import Finding

FIRST = "The reservoir held 48.21 million cubic meters of water on Monday."
SECOND = "Later he said: the reservoir held 42.81 million cubic meters of water on Monday."


def findings(text: str, **settings: object) -> list[Finding]:
    """Return what is found in a Markdown text."""
    return engine.run_text(text, engine.Settings(**settings), markdown=True).findings  # type: ignore[arg-type]


def codes(text: str) -> list[str]:
    """Return the codes of what is found."""
    return [finding.rule for finding in findings(text)]


def test_without_a_comment_the_conflict_is_told() -> None:
    """The text that these tests are about holds one conflict."""
    assert codes(f"{FIRST}\n\n{SECOND}\n") == ["FL101"]


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST} <!-- factlint: allow FL101: two gauges -->\n\n{SECOND}\n",
        f"{FIRST}\n\n{SECOND} <!-- factlint: allow restated-value-differs: two gauges -->\n",
        f"{FIRST}\n\n<!-- factlint: allow-next-line FL101 because of two gauges -->\n\n{SECOND}\n",
        f"{FIRST}\n\n<!--factlint: allow-next-line FL1 -- two gauges-->\n{SECOND}\n",
        f"<!-- factlint: allow-start FL1: two gauges -->\n\n{FIRST}\n\n<!-- factlint: allow-end FL1 -->\n\n{SECOND}\n",
        f"<!-- factlint: allow-start FL1: two gauges -->\n\n{FIRST}\n\n<!-- factlint: allow-end -->\n\n{SECOND}\n",
        f"{FIRST} <!-- factlint:\nallow FL101, FL101: the board\nhas two gauges -->\n\n{SECOND}\n",
    ],
)
def test_a_comment_lets_a_conflict_stand(text: str) -> None:
    """On the line of any of its places, before the line, or around it; nothing else is told."""
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (f"{FIRST} <!-- factlint: allow FL301: x -->\n\n{SECOND}\n", ["FL101", "FL901"]),
        (f"<!-- factlint: allow FL101: x -->\n\n{FIRST}\n\n{SECOND}\n", ["FL901", "FL101"]),
        (f"<!-- factlint: allow-start FL1: x -->\n\n<!-- factlint: allow-end FL1 -->\n\n{FIRST}\n\n{SECOND}\n",
         ["FL901", "FL101"]),
        (f"{FIRST} <!-- factlint: allow FL101, FL301: x -->\n\n{SECOND}\n", ["FL901"]),
    ],
)  # fmt: skip
def test_a_comment_of_no_use_is_told(text: str, rules: list[str]) -> None:
    """Another rule, another line, or one of several rules that nothing needs."""
    assert codes(text) == rules


def test_the_unused_word_is_named() -> None:
    """Of two rules the one that nothing needs; the place is the comment, as the source has it."""
    text = f"Dates: é 中 😀\t<!-- factlint: allow FL101, FL301: x -->{FIRST}\r\n\r\n{SECOND}\r\n"
    [finding] = findings(text)
    assert "FL301" in finding.message
    assert "FL101" not in finding.message
    place = finding.locations[0]
    assert text[place.start : place.end] == place.text == "<!-- factlint: allow FL101, FL301: x -->"
    assert (place.line, place.column) == (1, text.index("<!--") + 1)


def test_a_comment_alone_says_what_to_write() -> None:
    """Who meant the line below reads how that is written."""
    finding = findings(f"<!-- factlint: allow FL101: x -->\n{FIRST}\n\n{SECOND}\n")[0]
    assert "allow-next-line" in finding.advice


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("allow: two gauges", "No rule is named"),
        ("allow FL999: two gauges", "no rule is called 'FL999'"),
        ("ignore FL101: two gauges", "begins with one of allow"),
        ("allow-end FL101", "nothing began"),
    ],
)
def test_a_malformed_comment_lets_nothing_stand(comment: str, words: str) -> None:
    """It is told what is wrong with it."""
    told = findings(f"{FIRST} <!-- factlint: {comment} -->\n\n{SECOND}\n")
    assert sorted(finding.rule for finding in told) == ["FL101", "FL903"]
    assert words.lower() in next(finding.message.lower() for finding in told if finding.rule == "FL903")


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST} <!-- factlint: allow FL101 -->\n\n{SECOND}\n",
        f"<!-- factlint: allow-start FL101: x -->\n\n{FIRST}\n\n{SECOND}\n",
    ],
)
def test_what_is_missing_is_an_info_where_it_works(text: str) -> None:
    """A suppression without a reason, or a region without an end, works and is told as info."""
    [finding] = findings(text)
    if "start" in text:
        assert "never ended" in finding.message
    assert (finding.rule, finding.severity) == ("FL903", "info")


def test_code_is_shown_and_not_meant() -> None:
    """Documentation of the comments is no suppression."""
    shown = "`<!-- factlint: allow FL101: x -->`"
    assert codes(f"Write {shown}.\n\n```\n{shown[1:-1]}\n```\n\n{FIRST}\n\n{SECOND}\n") == ["FL101"]


def test_rules_that_did_not_run_are_not_judged() -> None:
    """A suppression of a rule that is left out may be of use in another run."""
    text = f"{FIRST} <!-- factlint: allow FL101: x -->\n\n{SECOND}\n"
    assert findings(text, selection=Selection(ignore=("FL101",))) == []
    assert findings(text, selection=Selection(("FL3",))) == []


def test_a_suppression_of_an_unsure_finding_is_of_use() -> None:
    """--min-confidence takes findings away after suppressions have met them."""
    text = f"{FIRST} <!-- factlint: allow FL101: x -->\n\n{SECOND}\n"
    assert findings(text, min_confidence=0.999) == []
