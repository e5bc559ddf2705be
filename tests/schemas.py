"""The promised JSON as JSON schemas, written by hand from the documentation: no field more, none less."""

from typing import Any

Schema = dict[str, Any]


def record(**fields: Schema) -> Schema:
    """Return the schema of an object with exactly these fields."""
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def rows(of: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": of}


def one_of(words: str) -> Schema:
    """Return the schema of one of some words."""
    return {"enum": words.split()}


TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
FROM_ONE: Schema = {"type": "integer", "minimum": 1}
FROM_ZERO: Schema = {"type": "integer", "minimum": 0}
CODE: Schema = {"type": "string", "pattern": "^[A-Z]{2,5}[0-9]{3}$"}
DECIMAL: Schema = {"anyOf": [{"type": "null"}, {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}]}
DAY: Schema = {"anyOf": [{"type": "null"}, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}]}
HOW = one_of("stated inherited assumed")

LOCATION = record(
    path=TEXT,
    line=FROM_ONE,
    column=FROM_ONE,
    end_line=FROM_ONE,
    end_column=FROM_ONE,
    start=FROM_ZERO,
    end=FROM_ZERO,
    text=TEXT,
    role=TEXT,
)
FINDING = record(
    rule=CODE,
    name={"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)+$"},
    severity=one_of("error warning info"),
    confidence={"type": "number", "minimum": 0, "maximum": 1},
    message=TEXT,
    arithmetic=TEXT_OR_NULL,
    fingerprint={"type": "string", "minLength": 8},
    locations={**rows(LOCATION), "minItems": 1},
)
CHECK = record(
    schema={"const": 1},
    version={"type": "string", "pattern": r"^[0-9]+\.[0-9]+\.[0-9]+"},
    files=rows(record(path=TEXT, words=FROM_ZERO, claims=FROM_ZERO, checked=FROM_ZERO)),
    findings=rows(FINDING),
    verified=rows(record(rule=CODE, arithmetic=TEXT, locations=rows(LOCATION))),
    statistics=record(
        claims=FROM_ZERO,
        compared=FROM_ZERO,
        nothing_to_compare=FROM_ZERO,
        rules=rows(
            record(
                rule=CODE,
                name=TEXT,
                findings=FROM_ZERO,
                compared=FROM_ZERO,
                agreeing=FROM_ZERO,
                conflicting=FROM_ZERO,
            )
        ),
    ),
    errors=rows(record(path=TEXT, message=TEXT)),
)
CHECK["required"] = [field for field in CHECK["required"] if field not in {"verified", "statistics"}]
CLAIM = record(
    path=TEXT,
    start=FROM_ZERO,
    end=FROM_ZERO,
    text=TEXT,
    line=FROM_ONE,
    column=FROM_ONE,
    sentence=FROM_ZERO,
    kind=TEXT,
    value=DECIMAL,
    low=DECIMAL,
    high=DECIMAL,
    bound=one_of("exact approx at_least more_than at_most less_than range"),
    unit=TEXT,
    counted=TEXT,
    direction={"enum": ["up", "down", None]},
    measure=TEXT,
    subject=TEXT,
    modality=one_of("asserted planned forecast negated conditional asked"),
    period={"anyOf": [{"type": "null"}, record(text=TEXT, start=DAY, end=DAY)]},
    how=record(measure=HOW, subject=HOW, period=HOW),
    speaker=TEXT_OR_NULL,
)
