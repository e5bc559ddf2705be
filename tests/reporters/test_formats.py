"""Formats of other tools: each read by a reader that is not ours, and pointing at the right letters."""

import json
import re
from collections.abc import Callable
from textwrap import fill
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Failure, JUnitXml

from factlint.model.finding import Problem, Severity
from factlint.reporters import github, gitlab, rdjson, xml
from factlint.reporters.formats import FORMATS
from factlint.reporters.grouped import render as render_grouped
from tests.reporters import hard
from tests.reporters.sample import report
from tests.support import Program

POSITION: dict[str, Any] = {
    "type": "object",
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "required": ["line", "column"],
    "additionalProperties": False,
}
PLACE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "path": {"type": "string", "pattern": "^[^/].*"},
        "range": {
            "type": "object",
            "properties": {"start": POSITION, "end": POSITION},
            "required": ["start", "end"],
            "additionalProperties": False,
        },
    },
    "required": ["path", "range"],
    "additionalProperties": False,
}
RDJSON: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "source": {
            "type": "object",
            "properties": {"name": {"type": "string"}, "url": {"type": "string", "format": "uri"}},
            "required": ["name"],
            "additionalProperties": False,
        },
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": PLACE,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {
                        "type": "object",
                        "properties": {"value": {"type": "string"}, "url": {"type": "string", "format": "uri"}},
                        "required": ["value"],
                        "additionalProperties": False,
                    },
                    "related_locations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {"message": {"type": "string"}, "location": PLACE},
                            "required": ["location"],
                            "additionalProperties": False,
                        },
                    },
                },
                "required": ["message", "location", "severity"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
}
CODE_QUALITY_PLACE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "path": {"type": "string", "not": {"pattern": r"^(\./|/)"}},
        "lines": {
            "type": "object",
            "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer", "minimum": 1}},
            "required": ["begin"],
        },
    },
    "required": ["path", "lines"],
}
CODE_QUALITY: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "minLength": 16},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": CODE_QUALITY_PLACE,
            "other_locations": {"type": "array", "items": CODE_QUALITY_PLACE},
        },
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
    },
}
BUILT = (
    "By the end of the year the operators said that they had built 2.64 million 5G base stations in all parts of the "
    "country, in towns as well as in the hills."
)
TOLD_AGAIN = (
    "A spokesperson added in the afternoon that the 2.46 million 5G base stations now reach every town, and that work "
    "in the villages goes on."
)
TWICE = (BUILT, TOLD_AGAIN)
COMMAND = re.compile(r"::(?P<kind>error|warning|notice) (?P<properties>.*?)::(?P<message>.*)")


def validate(value: object, schema: dict[str, Any]) -> None:
    """Hold a value against a schema, formats included."""
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(value)


def unescaped(text: str) -> str:
    """Read a value as GitHub's runner does."""
    for code, letter in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, letter)
    return text


def annotations(text: str) -> list[dict[str, str]]:
    """Read workflow commands as GitHub's runner does."""
    found = []
    for line in text.splitlines():
        if command := COMMAND.fullmatch(line):
            pairs = (pair.partition("=") for pair in command["properties"].split(","))
            properties = {name: unescaped(value) for name, _, value in pairs}
            found.append({"kind": command["kind"], "message": unescaped(command["message"]), **properties})
    return found


@pytest.fixture
def told(program: Program) -> Callable[[str], str]:
    """What the program says of the hard file in a format."""
    program.write("press/a.txt", hard.DATA)

    def tell(form: str) -> str:
        done = program("check", "press/a.txt", "--format", form)
        assert (done.status, done.err) == (1, "")
        return done.out

    return tell


def test_every_promised_format_is_there() -> None:
    """The formats are those of the documentation, and each knows how to write an empty report."""
    promised = "text concise grouped json jsonl sarif github gitlab junit checkstyle rdjson html"
    assert list(FORMATS) == promised.split()


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_counts_code_points(form: str, told: Callable[[str], str]) -> None:
    """Columns and offsets of both places cut their words out of the source, whose BOM is gone and whose lines end as they did."""
    found = json.loads(told(form))
    finding = found["findings"][0] if form == "json" else found
    source = hard.DATA.decode("utf-8-sig")
    for place, words in zip(finding["locations"], (hard.FIRST, hard.SECOND), strict=True):
        assert place["line"] == place["end_line"]
        assert hard.by_code_points(place["line"], place["column"], place["end_column"]) == words == place["text"]
        assert source[place["start"] : place["end"]] == words


@pytest.mark.parametrize("form", ["text", "concise", "grouped", "junit"])
def test_reports_for_people_count_code_points(form: str, told: Callable[[str], str]) -> None:
    """Line and column of the first place, where editors jump to; the second is told by its own."""
    shown = told(form)
    first, second = (
        next((line, text.index(words) + 1) for line, text in enumerate(hard.LINES, 1) if words in text)
        for words in (hard.FIRST, hard.SECOND)
    )
    assert f"{first[0]}:{first[1]}" in shown
    if form == "text":
        assert f"{second[0]} │" in shown
    else:
        assert f"{second[0]}:{second[1]}" in shown


def test_the_page_shows_every_letter(told: Callable[[str], str]) -> None:
    """Both figures are marked as they stand, tabs and letters of every width around them, and the BOM is gone."""
    page = told("html")
    assert "\ufeff" not in page
    for words in (hard.FIRST, hard.SECOND):
        assert re.search(rf'class="[^"]*x[^"]*"[^>]*>{words}', page)
    assert "é 中 😀" in page


def test_rdjson_counts_bytes(told: Callable[[str], str]) -> None:
    """Both places are cut out of the line's bytes; the second is a related location."""
    whole = json.loads(told("rdjson"))
    validate(whole, RDJSON)
    [diagnostic] = whole["diagnostics"]
    [related] = diagnostic["related_locations"]
    for place, words in ((diagnostic["location"], hard.FIRST), (related["location"], hard.SECOND)):
        start, end = place["range"]["start"], place["range"]["end"]
        assert start["line"] == end["line"]
        assert hard.by_utf8(start["line"], start["column"], end["column"]) == words
    assert place["path"] == "press/a.txt"


def test_github_annotates_one_place_and_names_the_other(told: Callable[[str], str]) -> None:
    """The annotation spans the first figure in UTF-16 units, and its message holds the arithmetic and the second place."""
    [annotation] = annotations(told("github"))
    assert (annotation["kind"], annotation["file"]) == ("warning", "press/a.txt")
    line, start, end = (int(annotation[name]) for name in ("line", "col", "endColumn"))
    assert hard.by_utf16(line, start, end) == hard.FIRST
    assert f'Compare "{hard.SECOND}" (5:11' in annotation["message"]
    assert "they share no value" in annotation["message"]


@given(st.text())
def test_github_reads_back_what_was_escaped(text: str) -> None:
    """Whatever the words, a log line holds them, and the runner reads them back."""
    text = "".join(letter for letter in text if letter not in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
    line = f"::error title={github.escape_property(text)}::{github.escape(text)}"
    assert "\n" not in line
    [annotation] = annotations(line)
    assert (annotation["title"], annotation["message"]) == (text, text)


def test_github_tells_errors_first_and_what_it_hides() -> None:
    """Of many annotations the errors come first, and a line counts what will not be shown."""
    made = report()
    [error, info] = made.findings
    made.findings = [info] * 12 + [error]
    lines = github.render(made, Severity.INFO).splitlines()
    assert lines[0].startswith("::error ")
    assert lines[-1].startswith("factlint: 2 more annotations")
    assert len(annotations(github.render(made, Severity.ERROR))) == 1


def test_gitlab_lists_issues(told: Callable[[str], str]) -> None:
    """An issue has the line of the first place, and the second beside it."""
    issues = json.loads(told("gitlab"))
    validate(issues, CODE_QUALITY)
    [issue] = issues
    assert issue["check_name"] == "restated-value-differs"
    assert issue["location"] == {"path": "press/a.txt", "lines": {"begin": 3, "end": 3}}
    assert issue["other_locations"][0]["lines"]["begin"] == 5


def test_gitlab_shows_equal_findings_of_two_files_apart() -> None:
    """GitLab shows one issue a fingerprint, so each finding has its own."""
    made = report()
    made.findings *= 2
    fingerprints = [issue["fingerprint"] for issue in json.loads(gitlab.render(made, Severity.INFO))]
    assert len(set(fingerprints)) == len(fingerprints) == 4


def test_junit_fails_a_case_for_each_finding() -> None:
    """Junitparser counts a failing case, an info that passes, and a file that was not read."""
    made = report()
    made.errors.append(Problem("b.txt", "no such file"))
    read = JUnitXml.fromstring(xml.render_junit(made, Severity.INFO).encode())
    assert (read.tests, read.failures, read.errors) == (3, 1, 1)
    first, second = read
    failing, passing = first
    [failure] = failing.result
    assert isinstance(failure, Failure)
    assert (failing.classname, failure.type) == ("press/a.txt", "error")
    assert "no value is in both" in str(failure.text)
    assert '"2.46 million" (3:15, second value)' in str(failure.text)
    assert passing.is_passed
    assert "A small thing." in str(passing.system_out)
    assert second.name == "b.txt"


def test_junit_passes_a_clean_file() -> None:
    """A file without findings is one case that passes."""
    made = report()
    made.findings = []
    [suite] = JUnitXml.fromstring(xml.render_junit(made, Severity.INFO).encode())
    [case] = suite
    assert (case.classname, case.is_passed) == ("press/a.txt", True)


def test_checkstyle_has_an_error_for_each_finding(told: Callable[[str], str]) -> None:
    """Line, column, severity, source and both places, by any XML reader."""
    root = ET.fromstring(told("checkstyle"))
    [file] = root
    [error] = file
    assert (root.tag, file.get("name"), error.get("severity")) == ("checkstyle", "press/a.txt", "warning")
    line, column = int(error.get("line", "")), int(error.get("column", ""))
    assert hard.by_code_points(line, column, column + len(hard.FIRST)) == hard.FIRST
    assert error.get("source") == "factlint.restated-value-differs"
    assert hard.SECOND in error.get("message", "")


@given(st.text())
def test_xml_holds_any_text(text: str) -> None:
    """Control characters and lone surrogates never make a report that no reader takes."""
    made = report()
    made.findings[0].message = text
    for rendered in (xml.render_junit(made, Severity.INFO), xml.render_checkstyle(made, Severity.INFO)):
        ET.fromstring(rendered.encode())


@given(st.text())
def test_json_holds_any_text(text: str) -> None:
    """Whatever the words, the JSON formats are JSON of UTF-8."""
    made = report()
    made.findings[0].message = f"x{text}"
    told = json.loads(rdjson.render(made, Severity.INFO).encode())["diagnostics"][0]["message"]
    listed = json.loads(gitlab.render(made, Severity.INFO).encode())[0]["description"]
    assert [told[:1], listed[:1]] == ["x", "x"]


def test_grouped_lists_findings_under_their_file(told: Callable[[str], str]) -> None:
    """A heading a file; place, severity, message, the other place and the rule in a line."""
    assert told("grouped") == (
        "press/a.txt:\n"
        "  3:24  warning  Two values are given for 5G base stations "
        '[also "2.46 million" (5:11, restated)] restated-value-differs (FL101)\n'
    )
    assert render_grouped(report(), Severity.INFO).count("\n") == 2


@pytest.mark.parametrize("form", ["json", "gitlab", "sarif"])
def test_fingerprints_survive_moved_lines_and_reflowed_paragraphs(program: Program, form: str) -> None:
    """Lines put before a text, and its own lines broken elsewhere, leave the fingerprints as they are."""
    texts = ["\n\n".join(TWICE), "A word before.\n\nAnd more.\n\n" + "\n\n".join(TWICE)]
    texts += ["\n\n".join(fill(paragraph, columns) for paragraph in TWICE) for columns in (68, 54)]
    assert "2.64\nmillion" in texts[2]
    assert "2.46\nmillion" in texts[3]
    found = re.compile(r'"(?:fingerprint|primaryLocationLineHash)": "(.+?)"')
    told = []
    for text in texts:
        program.write("a.txt", text)
        told.append(found.findall(program("check", "a.txt", "--format", form).out))
    assert told[0]
    assert told == [told[0]] * len(texts)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_writes_a_report_without_findings(program: Program, form: str) -> None:
    """A text without a figure makes a whole report of status 0 in every format."""
    program.write("a.txt", "No figures here.\n")
    assert program("check", "a.txt", "--format", form).status == 0


@pytest.mark.parametrize("option", ["--verified", "--statistics"])
def test_what_a_format_cannot_hold_is_refused(program: Program, option: str) -> None:
    """The message names the formats that can."""
    program.write("a.txt", "No figures here.\n")
    done = program("check", "a.txt", "--format", "sarif", option)
    assert (done.status, done.out) == (2, "")
    assert f"{option} goes with the formats text, concise" in done.err
