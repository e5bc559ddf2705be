"""SARIF: held against the OASIS schema, Microsoft's validator, sarif-tools, and what GitHub asks for beyond them."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from sarif import loader

from factlint.model.finding import Problem, Severity
from factlint.reporters import sarif
from tests.reporters import hard
from tests.reporters.sample import report
from tests.support import CHECKOUT, Program

MULTITOOL = CHECKOUT / ".ci" / "node" / "node_modules" / "@microsoft" / "sarif-multitool-linux"

needs_multitool = pytest.mark.skipif(
    not (MULTITOOL / "Sarif.Multitool").is_file(),
    reason="sarif-multitool is not installed: npm install --prefix .ci/node",
)


@pytest.fixture
def log(program: Program) -> Path:
    """The log of the hard file."""
    program.write("press/a b.txt", hard.DATA)
    done = program("check", "press/a b.txt", "--format", "sarif", "--output", "log.sarif")
    assert done.status == 1
    return program.folder / "log.sarif"


def run_of(log: Path) -> Any:
    """Return the only run of a log."""
    whole = json.loads(log.read_text(encoding="utf-8"))
    assert (whole["version"], len(whole["runs"])) == ("2.1.0", 1)
    return whole["runs"][0]


@needs_multitool
def test_a_log_fits_the_schema_of_oasis(log: Path) -> None:
    """The schema that Microsoft's validator carries refuses nothing, and does refuse a level that is none."""
    schema = json.loads((MULTITOOL / "sarif-2.1.0.json").read_text(encoding="utf-8-sig"))
    validator = jsonschema.Draft202012Validator(schema)
    whole = json.loads(log.read_text(encoding="utf-8"))
    validator.validate(whole)
    whole["runs"][0]["results"][0]["level"] = "bad"
    assert not validator.is_valid(whole)


@needs_multitool
def test_a_log_satisfies_the_rules_of_the_multitool(log: Path, tmp_path: Path) -> None:
    """Neither the rules of SARIF nor those of GitHub are broken; notes on what a log might hold besides are let be."""
    program = MULTITOOL / "Sarif.Multitool"
    os.chmod(program, 0o755)
    out = tmp_path / "validated.sarif"
    subprocess.run(
        [program, "validate", log, "--rule-kind", "Sarif;Gh", "--output", out, "--log", "ForceOverwrite"],
        check=True,
        capture_output=True,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    results = json.loads(out.read_text(encoding="utf-8-sig"))["runs"][0].get("results", [])
    assert [(result["ruleId"], result["message"]) for result in results if result.get("level") != "note"] == []


def test_sarif_tools_reads_a_log(log: Path) -> None:
    """One warning of one tool, at the place in its file."""
    read = loader.load_sarif_file(str(log))
    assert read.get_distinct_tool_names() == ["factlint"]
    assert read.get_result_count() == 1
    [record] = read.get_records()
    assert (record["Severity"], record["Location"].replace("%20", " "), record["Line"]) == (
        "warning",
        "press/a b.txt",
        3,
    )


def test_both_places_are_cut_out_by_utf16_units(log: Path) -> None:
    """The region of the result and that of its related location are the quoted words."""
    run = run_of(log)
    assert run["columnKind"] == "utf16CodeUnits"
    [result] = run["results"]
    [first], [second] = result["locations"], result["relatedLocations"]
    for location, words in ((first, hard.FIRST), (second, hard.SECOND)):
        region = location["physicalLocation"]["region"]
        assert region["startLine"] == region["endLine"]
        assert hard.by_utf16(region["startLine"], region["startColumn"], region["endColumn"]) == words
        assert region["snippet"]["text"] == words
        assert location["physicalLocation"]["artifactLocation"]["uri"] == "press/a%20b.txt"
    assert f"[{hard.SECOND}](1)" in result["message"]["text"]


def test_a_log_has_what_github_asks_for(log: Path) -> None:
    """Rules with help, all four numbers of a region, a fingerprint, and a precision."""
    run = run_of(log)
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert rule["properties"]["precision"] in {"very-high", "high", "medium", "low"}
    [result] = run["results"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "FL101"
    assert {"startLine", "startColumn", "endLine", "endColumn"} <= result["locations"][0]["physicalLocation"][
        "region"
    ].keys()
    assert result["partialFingerprints"]["primaryLocationLineHash"]


def test_an_input_that_was_not_read_is_told() -> None:
    """The run failed, and says on what."""
    made = report()
    made.errors.append(Problem("b.txt", "no such file"))
    [invocation] = json.loads(sarif.render(made, Severity.INFO))["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "no such file."


def test_brackets_of_a_text_make_no_link() -> None:
    """What stands in brackets in the message is no link to a place."""
    made = report()
    made.findings[0].message = "see [this](1)"
    text = json.loads(sarif.render(made, Severity.ERROR))["runs"][0]["results"][0]["message"]["text"]
    assert text.startswith("see \\[this\\](1).")


def test_more_results_than_github_takes_are_cut_at_the_mildest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are too many, the errors stay."""
    monkeypatch.setattr(sarif, "MOST_RESULTS", 1)
    made = report()
    made.findings.reverse()
    [result] = json.loads(sarif.render(made, Severity.INFO))["runs"][0]["results"]
    assert result["level"] == "error"


def test_a_path_is_told_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An absolute path below the working folder becomes relative; one outside of it is an address."""
    monkeypatch.chdir(tmp_path)
    assert sarif.uri(str(tmp_path / "a" / "é.txt")) == "a/%C3%A9.txt"
    assert sarif.uri("./a.txt") == "a.txt"
    assert sarif.uri(str(tmp_path.parent / "b.txt")).startswith("file:///")
