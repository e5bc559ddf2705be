"""``factlint check`` as its users run it: exit statuses, formats, bad input."""

import os
from pathlib import Path

import jsonschema
import pytest

from tests.schemas import CHECK, FINDING
from tests.support import CLEAN, WRONG, Program


def test_a_clean_text_ends_with_0(program: Program) -> None:
    """Nothing found is said in one line."""
    done = program("check", program.write("a.txt", CLEAN))
    assert (done.status, done.err) == (0, "")
    assert "nothing to report" in done.out


def test_findings_end_with_1(program: Program) -> None:
    """A finding names rule, place and arithmetic, and both quotes are there."""
    program.write("a.txt", WRONG)
    done = program("check", "a.txt")
    assert (done.status, done.err) == (1, "")
    assert done.out.startswith("a.txt:1:17  ")
    assert "restated-value-differs (FL101)" in done.out
    assert "^^^^" in done.out


@pytest.mark.parametrize("option", ["--exit-zero", "--fail-on=never"])
def test_findings_may_end_with_0(program: Program, option: str) -> None:
    """--exit-zero shows findings and ends with 0, and so does --fail-on never."""
    program.write("a.txt", WRONG)
    done = program("check", "a.txt", option)
    assert done.status == 0
    assert "FL101" in done.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--no-such-option", "a.txt"],
        ["check", "--select", "no-such-rule", "a.txt"],
        ["check", "--min-confidence", "2", "a.txt"],
        ["check", "--format", "jsonl", "--statistics", "a.txt"],
        ["no-such-command"],
    ],
    ids=" ".join,
)
def test_bad_usage_ends_with_2(program: Program, arguments: list[str]) -> None:
    """What makes no sense is refused with a word on standard error and nothing on standard output."""
    program.write("a.txt", CLEAN)
    done = program(*arguments)
    assert (done.status, done.out) == (2, "")
    assert "rror" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("name", "data"),
    [("binary.txt", b"PK\x03\x04\x00\x00\x00"), ("nul.txt", b"over 5\x00 percent"), ("missing.txt", None)],
)
def test_bad_input_ends_with_2_and_loses_no_other_file(program: Program, name: str, data: bytes | None) -> None:
    """One file that cannot be read is told; the others are checked and reported."""
    program.write("wrong.txt", WRONG)
    if data is not None:
        program.write(name, data)
    done = program("check", name, "wrong.txt", "--format", "json", "--exit-zero")
    assert done.status == 2
    assert [error["path"] for error in done.json["errors"]] == [name]
    assert [file["path"] for file in done.json["files"]] == ["wrong.txt"]
    assert done.json["findings"]
    assert name in done.err


def test_a_folder_without_text_ends_with_2(program: Program) -> None:
    """An empty folder is a mistake of the caller, not a clean text."""
    (program.folder / "empty").mkdir()
    done = program("check", "empty")
    assert done.status == 2
    assert "empty" in done.err


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + WRONG.encode(),
        WRONG.replace(". ", ".\r\n").encode(),
        WRONG.replace(". ", ".\r").encode(),
        ("中 é 😀\t" + WRONG).encode(),
        WRONG.encode("utf-16"),
    ],
    ids=["BOM", "CRLF", "CR", "letters", "UTF-16"],
)
def test_offsets_hold_in_the_decoded_source(program: Program, data: bytes) -> None:
    """source[start:end] is the text in every file, the source having no BOM and its own line endings."""
    program.write("a.txt", data)
    done = program("check", "a.txt", "--format", "json")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    source = data.decode(encoding)
    places = [place for finding in done.json["findings"] for place in finding["locations"]]
    assert len(places) == 2
    assert all(source[place["start"] : place["end"]] == place["text"] for place in places)
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for place in places:
        assert lines[place["line"] - 1][place["column"] - 1 :].startswith(place["text"])


def test_an_empty_file_is_read_as_it_is(program: Program) -> None:
    """A file without a word has no claims, and that is no error."""
    program.write("a.txt", "")
    done = program("check", "a.txt", "--format", "json")
    assert done.status == 0
    assert done.json["files"] == [{"path": "a.txt", "words": 0, "claims": 0, "checked": 0}]


def test_a_loop_of_links_is_walked_once(program: Program) -> None:
    """A folder that holds a link to itself gives each file once."""
    program.write("texts/a.txt", CLEAN)
    (program.folder / "texts" / "again").symlink_to(program.folder / "texts")
    done = program("check", "texts", "--format", "json")
    assert [Path(file["path"]).name for file in done.json["files"]] == ["a.txt"]


def test_standard_input(program: Program) -> None:
    """A dash is standard input; --stdin-filename says what to call it and of what type it is."""
    plain = program("check", "-", "--format", "json", stdin=WRONG.encode())
    assert plain.json["files"][0]["path"] == "-"
    named = program("check", "-", "--stdin-filename", "x/notes.md", "--format", "json", stdin=f"**{WRONG}**".encode())
    assert {place["path"] for finding in named.json["findings"] for place in finding["locations"]} == {"x/notes.md"}
    assert (plain.status, named.status) == (1, 1)


def test_the_json_keeps_its_promise(program: Program) -> None:
    """The object fits the schema, and lines are the same findings."""
    program.write("a.txt", WRONG)
    whole = program("check", "a.txt", "--format", "json", "--verified")
    jsonschema.validate(whole.json, CHECK)
    lines = program("check", "a.txt", "--format", "jsonl")
    for row in lines.rows:
        jsonschema.validate(row, FINDING)
    assert lines.rows == whole.json["findings"]


def test_the_report_is_the_same_every_time(program: Program) -> None:
    """Two runs under different hash seeds write the same bytes."""
    program.write("a.txt", WRONG + CLEAN)
    runs = {
        program("check", "a.txt", "--format", "json", "--verified", env={"PYTHONHASHSEED": str(n)}).raw for n in (1, 2)
    }
    assert len(runs) == 1


def test_fingerprints_outlive_moved_lines(program: Program) -> None:
    """Lines above and another path leave a finding's fingerprint as it is."""
    program.write("a.txt", WRONG)
    program.write("b.txt", "A new opening.\n\n" + WRONG)
    first, second = (program("check", name, "--format", "json").json["findings"] for name in ("a.txt", "b.txt"))
    assert [finding["fingerprint"] for finding in first] == [finding["fingerprint"] for finding in second]


def test_rules_are_selected_and_ignored(program: Program) -> None:
    """Names, codes and prefixes, joined by commas or not."""
    program.write("a.txt", WRONG)
    for arguments in (["--ignore", "restated-value-differs,FL103"], ["--select", "FL5"], ["--ignore", "FL1"]):
        assert program("check", "a.txt", *arguments).status == 0
    assert program("check", "a.txt", "--select", "FL5", "--extend-select", "FL1").status == 1


def test_little_confidence_can_be_left_out(program: Program) -> None:
    """Findings below the asked confidence are neither shown nor counted."""
    program.write("a.txt", WRONG)
    assert program("check", "a.txt", "--min-confidence", "1").status == 0


def test_output_goes_to_a_file(program: Program) -> None:
    """With --output nothing is written to standard output, and the file is UTF-8."""
    program.write("a.txt", "中国: " + WRONG)
    done = program("check", "a.txt", "--output", "report.txt", env={"PYTHONIOENCODING": "ascii"})
    assert (done.status, done.out) == (1, "")
    assert "中国" in (program.folder / "report.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_text_falls_back_to_what_the_output_can_show(program: Program, encoding: str) -> None:
    """An output that cannot hold a sign gets an ASCII one; letters of the quote are escaped, never lost."""
    program.write("a.txt", "中国: " + WRONG)
    done = program("check", "a.txt", env={"PYTHONIOENCODING": encoding}, decode=encoding)
    assert done.status == 1
    assert ("中国" if encoding == "utf-8" else "\\u4e2d\\u56fd") in done.out
    assert ("│" in done.out) is (encoding == "utf-8")


@pytest.mark.parametrize("environment", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}])
def test_machine_formats_are_utf8_everywhere(program: Program, environment: dict[str, str]) -> None:
    """JSON is UTF-8 under any locale."""
    program.write("a.txt", WRONG.replace("5G base", "5G 中国 base"))
    raw = program("check", "a.txt", "--format", "json", env=environment).raw
    assert raw.decode("utf-8")


def test_colour_is_drawn_when_asked_for(program: Program) -> None:
    """--color always draws into a pipe, and a pipe alone gets none."""
    program.write("a.txt", WRONG)
    assert "\x1b[" in program("check", "a.txt", "--color", "always").out
    assert "\x1b[" in program("check", "a.txt", env={"FORCE_COLOR": "1"}).out
    assert "\x1b[" not in program("check", "a.txt").out


def test_statistics_and_concise(program: Program) -> None:
    """The count by rule with what had nothing to compare with, and one line a finding."""
    program.write("a.txt", WRONG + "The tower is 40 metres high.\n")
    counts = program("check", "a.txt", "--statistics").out.splitlines()
    assert counts[0] == "findings  claims compared  agreeing  conflicting"
    assert counts[1] == "       1                2         0            2  restated-value-differs (FL101)"
    assert counts[3].startswith("3 claims read: 2 compared under a rule, 1 with nothing to compare with; ")
    concise = program("check", "a.txt", "--format", "concise").out
    assert concise.startswith("a.txt:1:17: ")
    assert concise.count("\n") == 1


SEATS = "\nThe tram has 1,487 seats.\n\nAll 1,487 seats of the tram are blue.\n"


def test_statistics_in_json(program: Program) -> None:
    """Every rule that was applied has its counts, beside the findings; without the option there are none."""
    program.write("a.txt", WRONG + SEATS + "The tower is 40 metres high.\n")
    whole = program("check", "a.txt", "--statistics", "--format", "json").json
    jsonschema.validate(whole, CHECK)
    told = whole["statistics"]
    assert (told["claims"], told["compared"], told["nothing_to_compare"]) == (5, 4, 1)
    rules = {row["rule"]: row for row in told["rules"]}
    assert rules["FL101"] == {
        "rule": "FL101",
        "name": "restated-value-differs",
        "findings": 1,
        "compared": 4,
        "agreeing": 2,
        "conflicting": 2,
    }
    assert rules["FL203"]["compared"] == 0
    assert "statistics" not in program("check", "a.txt", "--format", "json").json


@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
def test_a_person_may_look_at_any_text_file(program: Program) -> None:
    """A file of unreadable permissions is told, unless the tests run as a user who may read all."""
    secret = program.write("secret.txt", CLEAN)
    secret.chmod(0)
    done = program("check", "secret.txt")
    assert done.status == (0 if os.geteuid() == 0 else 2)
