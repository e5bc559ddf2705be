"""Suppressions beside transcripts and subtitles."""

import pytest

from tests.support import WRONG, Program

SIDE = '[[allow]]\nrules = ["{rule}"]\n{more}\nreason = "two sources"\n'


@pytest.mark.parametrize(
    "more",
    [
        "",
        'quote = "2.46 million  5G"',
        'quote = "2.64 million"',
        "line = 1",
    ],
)
def test_a_side_file_lets_a_conflict_stand(program: Program, more: str) -> None:
    """By rule alone, by words of the text however they are spaced, or by line."""
    program.write(
        "a.txt", WRONG.replace("2.46 million", "2.46\nmillion") if more.startswith('quote = "2.46') else WRONG
    )
    program.write("a.txt.factlint.toml", SIDE.format(rule="restated-value-differs", more=more))
    done = program("check", "a.txt")
    assert (done.status, done.err) == (0, "")
    assert "1 suppressed" in done.out


def test_a_fingerprint_means_one_finding(program: Program) -> None:
    """As the JSON report prints it."""
    program.write("a.txt", WRONG)
    fingerprint = program("check", "a.txt", "--format", "json").json["findings"][0]["fingerprint"]
    program.write("a.txt.factlint.toml", SIDE.format(rule="FL101", more=f'fingerprint = "{fingerprint}"'))
    assert program("check", "a.txt").status == 0
    program.write("a.txt.factlint.toml", SIDE.format(rule="FL101", more='fingerprint = "00"'))
    assert program("check", "a.txt").status == 1


def test_one_of_no_use_is_told_at_its_line(program: Program) -> None:
    """The words of its quote are gone from the text."""
    program.write("a.txt", "The choir sang.\n")
    program.write("a.txt.factlint.toml", "# ours\n\n" + SIDE.format(rule="FL101", more='quote = "2.46 million"'))
    [finding] = program("check", "a.txt", "--format", "json").json["findings"]
    place = finding["locations"][0]
    assert (finding["rule"], place["path"], place["line"], place["text"]) == (
        "FL901", "a.txt.factlint.toml", 3, "[[allow]]",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[allow]]\nrules = ["FL101"]\n', "a.txt.factlint.toml:1: 'reason' is missing"),
        ('[[allow]]\nrules = ["FL999"]\nreason = "x"\n', "a.txt.factlint.toml:2: no rule is called 'FL999'"),
        ('[[allow]]\nrules = ["FL101"]\nreason = "x"\nquot = "y"\n', "did you mean 'quote'?"),
        ('[[alow]]\nrules = ["FL101"]\nreason = "x"\n', "did you mean 'allow'?"),
    ],
)
def test_mistakes_end_with_2_and_lose_no_finding(program: Program, text: str, told: str) -> None:
    """A side file that cannot be read is told with its line; the text is checked all the same."""
    program.write("a.txt", WRONG)
    program.write("a.txt.factlint.toml", text)
    done = program("check", "a.txt")
    assert done.status == 2
    assert told in done.err
    assert "FL101" in done.out
