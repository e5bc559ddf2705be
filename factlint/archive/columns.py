"""The columns of an archive's two tables, as DuckDB types: what other programs may rely on."""

VERSION = 2
"""The number of this layout; an archive of another one is not read."""

CLAIMS = {
    "document": "VARCHAR",  # which text: its number in the table of documents
    "number": "INTEGER",  # which claim of the text, from 0
    "start": "BIGINT",
    "end": "BIGINT",
    "text": "VARCHAR",
    "line": "INTEGER",
    "column": "INTEGER",
    "end_line": "INTEGER",
    "end_column": "INTEGER",
    "sentence": "INTEGER",
    "kind": "VARCHAR",
    "value": "VARCHAR",  # exact: "2640000"
    "low": "VARCHAR",
    "high": "VARCHAR",
    "number_value": "DOUBLE",  # the value, or the middle of a range, for sums and plots; never for judging
    "bound": "VARCHAR",
    "unit": "VARCHAR",
    "dimension": "VARCHAR",  # figures of one dimension can be compared
    "counted": "VARCHAR",
    "direction": "VARCHAR",
    "measure": "VARCHAR",
    "subject": "VARCHAR",
    "modality": "VARCHAR",
    "period_text": "VARCHAR",
    "period_start": "DATE",
    "period_end": "DATE",
    "grain": "VARCHAR",
    "how_measure": "VARCHAR",
    "how_subject": "VARCHAR",
    "how_period": "VARCHAR",
    "speaker": "VARCHAR",
    "context": "VARCHAR",  # the line that the figure stands in; of a long one, what is near it
    "context_start": "INTEGER",  # where in the line that begins
    "place": "VARCHAR",  # JSON: page, paragraph, time or cell in a file that is no text
    "name": "VARCHAR",  # of whom the figure is told: stems in the order of the alphabet
    "time": "VARCHAR",  # of when: "2022-01-01/2022-12-31", "@2023-05-14"; empty where it is not known
    "measure_words": "VARCHAR[]",  # of what: stems
    "words": "VARCHAR[]",  # the stems under which it is found
    "verb": "VARCHAR",
    "record": "VARCHAR",  # what the text says of it: highest, lowest since 2015; null of most
    "reference": "VARCHAR",  # JSON: all that a comparison needs; null where a figure is compared with none
}
"""A row for each claim, in the order of name, time and dimension."""

DOCUMENTS = {
    "document": "VARCHAR",  # a hash of format and bytes
    "path": "VARCHAR",  # seen from the archive's folder
    "date": "DATE",  # the text's own
    "principal": "VARCHAR[]",  # whom the text is about: stems
    "words": "INTEGER",
    "claims": "INTEGER",
    "bytes": "BIGINT",
    "run": "INTEGER",  # which call of `archive add` added it, from 1
    "factlint": "VARCHAR",  # the version that read it
}
"""A row for each text."""

ORDER = ("name", "time", "dimension", "document", "number")
"""How claims are sorted within a file: what is asked for together stands together."""


def sql_columns(columns: dict[str, str]) -> str:
    """Return columns as DuckDB's readers take them."""
    return "{" + ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items()) + "}"
