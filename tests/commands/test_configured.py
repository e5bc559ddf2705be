"""Configuration as users write it: found from here upwards, read strictly, outdone by the command line."""

import pytest

from tests.support import WRONG, Program

PACK = """
[synonyms]
playgoers = "spectators"

[[identity]]
name = "upkeep"
equation = "upkeep = takings + donations"

[[example]]
rule = "FL308"
fails = "Last year takings came to [[50,000 euros]], donations to [[30,000 euros]] and the upkeep to [[95,000 euros]]."

[[example]]
rule = "restated-value-differs"
fails = "The house counted [[18,640]] playgoers in May.\\n\\nIn May [[18,460]] spectators came to the house."
"""
THEATRE = "The house counted 18,640 playgoers in May.\n\nIn May 18,460 spectators came to the house.\n"


def test_rules_are_left_out_by_the_nearest_file(program: Program) -> None:
    """The nearest configuration from here upwards counts; the command line's --select takes its place."""
    program.write("a.txt", WRONG)
    program.write("pyproject.toml", '[tool.factlint]\nignore = ["FL1"]\n')
    assert program("check", "a.txt").status == 0
    assert program("check", "a.txt", "--select", "FL101").status == 1
    program.write("factlint.toml", 'select = ["FL5"]\nextend-select = ["FL101"]\n')
    assert program("check", "a.txt").status == 1
    assert program("check", "a.txt", "--ignore", "FL101").status == 0


def test_a_pyproject_of_others_is_passed_by(program: Program) -> None:
    """A pyproject.toml without [tool.factlint] is none of ours, whatever else it holds."""
    program.write("a.txt", WRONG)
    program.write("pyproject.toml", "this is no TOML\n")
    assert program("check", "a.txt").status == 1


def test_config_and_isolated(program: Program) -> None:
    """--config names a file, --isolated reads none, and both together make no sense."""
    program.write("a.txt", WRONG)
    program.write("factlint.toml", 'ignore = ["restated-value-differs"]\n')
    program.write("conf/other.toml", "[severity]\nrestated-value-differs = 'info'\n")
    assert program("check", "a.txt").status == 0
    assert program("check", "a.txt", "--isolated").status == 1
    mild = program("check", "a.txt", "--config", "conf/other.toml", "--format", "json")
    assert (mild.status, mild.json["findings"][0]["severity"]) == (0, "info")
    for arguments in (["--isolated", "--config", "factlint.toml"], ["--config", "no.toml"], ["--config", "a.txt"]):
        done = program("check", "a.txt", *arguments)
        assert (done.status, done.out) == (2, "")


def test_a_pack_is_the_users_own_knowledge(program: Program) -> None:
    """Its words stand for one another and its identities are summed; the path counts from the configuration's folder."""
    program.write("conf/stage.toml", PACK)
    program.write("conf/factlint.toml", 'packs = ["stage.toml"]\n')
    program.write("a.txt", THEATRE)
    assert program("check", "a.txt").status == 0
    assert program("check", "a.txt", "--config", "conf/factlint.toml").status == 1
    told = program("why", "a.txt:1", "a.txt:3", "--config", "conf/factlint.toml")
    assert "restated-value-differs (FL101): a conflict" in told.out


def test_examples_of_a_pack_are_tried(program: Program) -> None:
    """They run with the pack's own words; one that does not hold is told at its line."""
    program.write("stage.toml", PACK)
    done = program("rule", "--test", "stage.toml")
    assert (done.status, done.out) == (0, "2 of 2 examples hold\n")
    program.write("stage.toml", PACK.replace("95,000", "80,000"))
    done = program("rule", "--test", "stage.toml")
    assert done.status == 1
    assert "stage.toml:11: it should fire, and stays silent" in done.out
    program.write("stage.toml", PACK.replace('"FL308"', '"FL380"'))
    done = program("rule", "--test", "stage.toml")
    assert done.status == 2
    assert "stage.toml:11: no rule is called 'FL380'; did you mean" in done.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\nselct = ['FL1']\n", "factlint.toml:2: 'selct' is unknown here (did you mean 'select'?"),
        ("ignore = ['FL1', 'FL999']\n", "factlint.toml:1: no rule is called 'FL999'; did you mean"),
        ("[severity]\nFL101 = 'loud'\n", "factlint.toml:2: 'FL101' is 'loud' (it is one of error, warning, info)"),
        ("severity.FL999 = 'info'\n", "factlint.toml:1: no rule is called 'FL999'"),
        ("packs = ['no.toml']\n", "no.toml: there is no such file"),
        ("packs = ['bad.toml']\n", "bad.toml:2: 'synonym' is unknown here (did you mean 'synonyms'?"),
        ("packs = ['long.toml']\n", "long.toml:2: 'north pole' = 'arctic' must be one word for one word"),
        ("select = 'FL1'\n", "factlint.toml:1: 'select' must be a list of texts"),
        ("select = [\n", "factlint.toml:"),
    ],
)
def test_mistakes_are_told_with_their_line(program: Program, text: str, told: str) -> None:
    """A key, rule, severity or pack that is wrong ends the run with 2 before a text is read."""
    program.write("a.txt", WRONG)
    program.write("bad.toml", "\n[synonym]\na = 'b'\n")
    program.write("long.toml", "[synonyms]\n'north pole' = 'arctic'\n")
    program.write("factlint.toml", text)
    done = program("check", "a.txt")
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert "Traceback" not in done.err


FACTS = """
[[fact]]
measure = "members"
value = 18640
period = 2023-06-30
source = "the club's office"
date = 2023-07-10
"""


def test_facts_of_a_file(program: Program) -> None:
    """--facts FILE, or facts in the configuration: a text is checked against them."""
    program.write("a.txt", "At the end of June 2023 the club had 18,460 members.\n")
    program.write("conf/facts.toml", FACTS)
    program.write("conf/factlint.toml", "facts = ['facts.toml']\n")
    assert program("check", "a.txt").status == 0
    for arguments in (["--facts", "conf/facts.toml"], ["--config", "conf/factlint.toml"]):
        done = program("check", "a.txt", "--format", "json", *arguments)
        assert done.status == 1
        [found] = done.json["findings"]
        assert found["rule"] == "FL811"
        assert "the club's office, 2023-07-10 (facts.toml:2)" in found["arithmetic"]
    program.write("bad.toml", FACTS.replace("18640", "'a lot'"))
    done = program("check", "a.txt", "--facts", "bad.toml")
    assert (done.status, done.out) == (2, "")
    assert "bad.toml:2: 'a lot' cannot be read as one figure" in done.err
