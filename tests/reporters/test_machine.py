"""The JSON that other tools rely on, against its schema."""

import json
from typing import Any

import jsonschema
import pytest

from factlint.model.finding import Problem, Severity
from factlint.reporters.machine import dump, render
from tests.reporters.sample import SOURCE, report
from tests.schemas import CHECK, FINDING


def rendered(*, form: str = "json", least: Severity = Severity.INFO, verified: bool = False) -> Any:
    """Return the sample report as its JSON says it."""
    return json.loads(render(report(), least, form=form, verified=verified))


@pytest.mark.parametrize("verified", [False, True])
def test_the_report_fits_its_schema(*, verified: bool) -> None:
    """Every promised field is there, no other, each of its type; verified only when asked for."""
    whole = rendered(verified=verified)
    jsonschema.validate(whole, CHECK)
    assert ("verified" in whole) is verified


def test_statistics_stand_beside_the_findings() -> None:
    """Claims by rule, and how many had nothing to compare with."""
    whole = json.loads(render(report(), Severity.WARNING, form="json", statistics=True))
    jsonschema.validate(whole, CHECK)
    assert whole["statistics"]["nothing_to_compare"] == 1
    counts = [(row["rule"], row["findings"], row["compared"]) for row in whole["statistics"]["rules"]]
    assert counts == [("FL101", 1, 2), ("FL203", 0, 0), ("FL702", 0, 0)]


def test_offsets_quote_the_source() -> None:
    """source[start:end] is the text, for every place."""
    places = [place for finding in rendered()["findings"] for place in finding["locations"]]
    assert places
    assert all(SOURCE[place["start"] : place["end"]] == place["text"] for place in places)


def test_jsonl_is_a_finding_a_line() -> None:
    """Each line is the same object as in the list of findings."""
    lines = render(report(), Severity.INFO, form="jsonl").splitlines()
    assert [json.loads(line) for line in lines] == rendered()["findings"]
    jsonschema.validate(json.loads(lines[0]), FINDING)


def test_milder_findings_are_left_out_when_asked() -> None:
    """The least severity holds for machine formats as well."""
    assert [finding["severity"] for finding in rendered(least=Severity.WARNING)["findings"]] == ["error"]


def test_problems_are_listed() -> None:
    """An input that could not be read stands under errors with its path."""
    made = report()
    made.errors.append(Problem("b.txt", "no such file"))
    whole = json.loads(render(made, Severity.INFO, form="json"))
    assert whole["errors"] == [{"path": "b.txt", "message": "no such file"}]


def test_letters_stay_letters_unless_they_cannot() -> None:
    """Chinese stays Chinese; half of a surrogate pair, as in a file name that is no text, is escaped."""
    assert dump({"text": "中国"}) == '{"text": "中国"}'
    assert dump({"path": "\udce9"}) == '{"path": "\\udce9"}'
