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


def test_the_nearest_file_counts_for_each_text(program: Program) -> None:
    """A text goes by the configuration of its own folder, wherever the program was started; one without, by ours."""
    program.write("factlint.toml", 'ignore = ["FL101"]\n')
    program.write("loud/factlint.toml", 'select = ["FL101"]\n')
    program.write("plain/a.txt", WRONG)
    program.write("loud/a.txt", WRONG)
    done = program("check", ".", "--format", "json")
    assert [finding["locations"][0]["path"] for finding in done.json["findings"]] == ["loud/a.txt"]
    assert program("check", ".", "--isolated", "--format", "concise").out.count("FL101") == 2
    assert program("check", ".", "--config", "factlint.toml").status == 0
    (program.folder / "loud" / "deep").mkdir()
    program.write("loud/deep/a.txt", WRONG)
    assert program("check", "loud/deep/a.txt").status == 1


def test_identities_of_the_configuration(program: Program) -> None:
    """An equation in the configuration is checked as the ones of a pack are."""
    program.write(
        "a.txt", "Last year takings came to 50,000 euros, donations to 30,000 euros and the upkeep to 95,000 euros.\n"
    )
    assert program("check", "a.txt", "--select", "FL308").status == 0
    program.write("factlint.toml", '[identities]\nhouse = "upkeep = takings + donations"\n')
    assert program("check", "a.txt", "--select", "FL308").status == 1


def test_files_that_are_excluded(program: Program) -> None:
    """What is excluded is passed by in folders; a file that is named is checked, unless excludes are forced."""
    program.write("factlint.toml", 'exclude = ["drafts/", "*.old.txt"]\n')
    program.write("drafts/a.txt", WRONG)
    program.write("b.old.txt", WRONG)
    program.write("c.txt", WRONG)
    found = program("check", ".", "--format", "json").json["files"]
    assert [file["path"] for file in found] == ["c.txt"]
    assert program("check", "drafts/a.txt").status == 1
    forced = program("check", "drafts/a.txt", "b.old.txt", "--force-exclude")
    assert (forced.status, forced.err) == (
        0, "factlint: note: nothing to check: the configuration excludes all 2 files that were found\n",
    )  # fmt: skip
    assert program("check", ".", "--exclude", "c.*").status == 0
    program.write("factlint.toml", 'exclude = ["drafts/"]\nforce-exclude = true\n')
    assert program("check", "drafts/a.txt").status == 0


def test_rules_are_left_out_by_file(program: Program) -> None:
    """Patterns are those of .gitignore; ! before one means all other files."""
    program.write("press/a.txt", WRONG)
    program.write("speech/a.txt", WRONG)
    program.write("factlint.toml", '[per-file-ignores]\n"press/*.txt" = ["FL101"]\n')
    done = program("check", ".", "--format", "concise")
    assert "speech/a.txt" in done.out
    assert "press/a.txt" not in done.out
    program.write("factlint.toml", '[per-file-ignores]\n"!press/" = ["restated-value-differs"]\n')
    done = program("check", ".", "--format", "concise")
    assert "press/a.txt" in done.out
    assert "speech/a.txt" not in done.out


def test_an_ignore_by_file_of_no_use_is_told(program: Program) -> None:
    """Only a run over all that a pattern may reach can tell; it points at the pattern in the configuration."""
    program.write("press/a.txt", "The choir sang.\n")
    text = '[per-file-ignores]\n"press/*.txt" = ["FL101"]\n"*.srt" = ["FL3"]\n'
    program.write("factlint.toml", text)
    done = program("check", "press", "--format", "json")
    [finding] = done.json["findings"]
    place = finding["locations"][0]
    assert (finding["rule"], place["line"], place["text"]) == ("FL901", 2, "press/*.txt")
    assert text[place["start"] : place["end"]] == place["text"]
    assert program("check", "press/a.txt").status == 0
    assert program("check", ".", "--format", "concise").out.count("FL901") == 2
    assert program("check", ".", "--ignore", "FL9").status == 0


def test_settings_are_shown(program: Program) -> None:
    """Each with where it comes from; what is shown is TOML that the reader takes."""
    program.write(
        "factlint.toml",
        'min-confidence = 0.8\nexclude = ["x/"]\n[severity]\nFL101 = "info"\n[identities]\na = "b c = d - e"\n'
        '[per-file-ignores]\n"*.md" = ["FL1"]\n',
    )
    done = program("check", ".", "--show-config", "--fail-on", "error")
    assert "min-confidence = 0.8  # the file" in done.out
    assert 'fail-on = "error"  # the command line' in done.out
    assert "# from " in done.out
    program.write("shown.toml", done.out)
    again = program("check", ".", "--config", "shown.toml", "--show-config")
    assert (again.status, again.err) == (0, "")
    assert '"a" = "b c = d - e"' in again.out
    assert program("config").out == program("check", ".", "--show-config").out
    assert program("config", "--schema").json["title"] == "factlint"


def test_the_configuration_decides_status_and_severity(program: Program) -> None:
    """fail-on, min-severity and min-confidence stand for the options of their names, which come first."""
    program.write("a.txt", WRONG)
    program.write("factlint.toml", 'fail-on = "never"\nmin-severity = "error"\n')
    done = program("check", "a.txt")
    assert (done.status, "FL101" in done.out) == (0, False)
    done = program("check", "a.txt", "--fail-on", "info", "--min-severity", "info")
    assert (done.status, "FL101" in done.out) == (1, True)
    program.write("factlint.toml", "min-confidence = 1.0\n")
    assert program("check", "a.txt").status == 0
    assert program("check", "a.txt", "--min-confidence", "0").status == 1
