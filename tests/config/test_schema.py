"""The JSON schema of a configuration: as it ships, as the reader reads, as the docs tell."""

import json
import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factlint.config import load_config
from factlint.config.keys import KEYS
from factlint.config.reference import render
from factlint.config.schema import SHIPPED, as_json, schema
from factlint.errors import FactlintError
from factlint.knowledge import cards
from tests.support import CHECKOUT

GUIDE = (CHECKOUT / "docs" / "guide" / "configuration.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```toml\n(# (?:factlint|pyproject)\.toml\n.*?)```", GUIDE, re.DOTALL)


def plain(value: object) -> Any:
    """Return TOML as JSON has it."""
    return json.loads(json.dumps(value, default=float))


def test_the_schema_that_ships_is_the_one_of_the_code() -> None:
    """A key or a rule that comes needs `python -m factlint.config.schema`."""
    assert SHIPPED.read_text(encoding="utf-8") == as_json()


def test_the_schema_is_a_schema() -> None:
    """It is valid under the draft that it names."""
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_docs_hold_the_reference_of_the_code() -> None:
    """Between its two marks the page is what the table of keys says."""
    assert render() in GUIDE


@pytest.mark.parametrize("key", KEYS, ids=[key.name for key in KEYS])
def test_the_example_of_a_key_is_valid(key: Any, tmp_path: Path) -> None:
    """Schema and reader take the example of each key."""
    text = f"{key.name} = {key.example}\n"
    for name in re.findall(r'"([\w/.-]+\.(?:toml|json))"', key.example):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "factlint.toml").write_text(text, encoding="utf-8")
    jsonschema.validate(plain(tomllib.loads(text)), schema())
    assert load_config(tmp_path / "factlint.toml", cards()).given == {key.name}


@pytest.mark.parametrize("block", BLOCKS)
def test_what_the_docs_show_is_valid(block: str) -> None:
    """Every configuration in the docs keeps to the schema."""
    data = tomllib.loads(block, parse_float=Decimal)
    if block.startswith("# pyproject"):
        data = data["tool"]["factlint"]
    assert data
    jsonschema.validate(plain(data), schema())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("slect = []", "did you mean 'select'?"),
        ("select = ['restated-value-difers']", "did you mean 'restated-value-differs'?"),
        ("min-confidence = 2", "a number from 0 to 1"),
        ("cross = 'folders'", "did you mean 'folder'?"),
        ("languages = ['eng']", "did you mean 'en'?"),
        ("severity = { FL101 = 'loud' }", "it is one of error, warning, info"),
        ("force-exclude = 'yes'", "must be true or false"),
        ("exclude = ['']", "is empty"),
        ("identities = { a = 'b' }", "has no equals sign"),
        ("per-file-ignores = { 'a.txt' = 'FL1' }", "must be a list of texts"),
        ("per-file-ignores = { 'a.txt' = ['FL999'] }", "no rule is called"),
    ],
)
def test_schema_and_reader_refuse_the_same(text: str, told: str, tmp_path: Path) -> None:
    """The reader says at which line, and what was meant."""
    path = tmp_path / "factlint.toml"
    path.write_text(f"# a comment\n{text}\n", encoding="utf-8")
    with pytest.raises(FactlintError, match=re.escape(f"{path}:2: ")) as raised:
        load_config(path, cards())
    assert told in str(raised.value)
    if "exclude = [''" not in text and "999" not in text and "difers" not in text:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(plain(tomllib.loads(text)), schema())
