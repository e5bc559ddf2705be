"""The JSON schema of a configuration, made from the table of keys: editors complete and check factlint.toml by it."""

import json
from pathlib import Path

from factlint.config.keys import KEYS, Key, Kind

SHIPPED = Path(__file__).with_name("factlint.schema.json")
"""The schema as it ships; ``python -m factlint.config.schema`` writes it anew."""

_TEXT: dict[str, object] = {"type": "string"}
_TEXTS: dict[str, object] = {"type": "array", "items": _TEXT}
_PLAIN: dict[Kind, dict[str, object]] = {
    Kind.RULES: {"type": "array", "items": {"$ref": "#/$defs/rule"}},
    Kind.IGNORES: {"type": "object", "additionalProperties": {"type": "array", "items": {"$ref": "#/$defs/rule"}}},
    Kind.PATTERNS: _TEXTS,
    Kind.FILES: _TEXTS,
    Kind.FILE: _TEXT,
    Kind.EQUATIONS: {"type": "object", "additionalProperties": {"type": "string", "pattern": "="}},
    Kind.SWITCH: {"type": "boolean"},
    Kind.PART: {"type": "number", "minimum": 0, "maximum": 1},
}


def schema() -> dict[str, object]:
    """Return the schema of factlint.toml, and of [tool.factlint] in pyproject.toml."""
    from factlint.knowledge import cards

    words = sorted({word for card in cards().values() for word in (card.name, card.code, *card.aliases)})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://example.org/factlint/factlint.schema.json",
        "title": "factlint",
        "description": "The configuration of factlint: factlint.toml, or [tool.factlint] in pyproject.toml.",
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: _property(key) for key in KEYS},
        "$defs": {
            "rule": {
                "description": "A rule by its name or code, or the beginning of codes.",
                "anyOf": [{"enum": ["ALL", *words]}, {"type": "string", "pattern": "^[A-Z]{2,5}[0-9]{0,3}$"}],
            }
        },
    }


def _property(key: Key) -> dict[str, object]:
    if key.kind is Kind.SEVERITIES:
        found: dict[str, object] = {"type": "object", "additionalProperties": {"enum": list(key.choices)}}
    elif key.kind is Kind.WORD:
        found = {"enum": list(key.choices)}
    elif key.kind is Kind.WORDS:
        found = {"type": "array", "items": {"enum": list(key.choices)}}
    else:
        found = dict(_PLAIN[key.kind])
    return {"description": key.meaning, **found}


def as_json() -> str:
    """Return the schema as the text of a file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SHIPPED.write_text(as_json(), encoding="utf-8")
