"""The tables of an archive as other programs read them."""

from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from factlint.archive.adding import add
from factlint.archive.columns import CLAIMS, DOCUMENTS, ORDER
from factlint.archive.engines import Here
from factlint.engine import Settings
from tests.archive.texts import OLD, write_releases
from tests.support import CHECKOUT, SEED


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of a seed and some releases."""
    folder = tmp_path_factory.mktemp("archive")
    (folder / "old.txt").write_text(OLD)
    texts = write_releases(folder / "texts", 10)
    add(folder / "a", [str(folder / "old.txt"), str(texts), str(SEED)], Settings(), Here(1))
    return folder / "a"


def test_pandas_reads_the_folders(archive: Path) -> None:
    """Numbers are numbers, days are days, and a claim leads to its text."""
    claims, documents = pd.read_parquet(archive / "claims"), pd.read_parquet(archive / "documents")
    assert list(claims.columns) == list(CLAIMS)
    assert list(documents.columns) == list(DOCUMENTS)
    assert claims["number_value"].dtype == "float64"
    both = claims.merge(documents, on="document")
    assert len(both) == len(claims) == documents["claims"].sum()
    [found] = both[(both["text"] == "2.64 million") & (both["path"] == "../old.txt")].to_dict("records")
    assert (found["value"], found["line"], str(found["period_start"])[:10]) == ("2640000", 3, "2022-01-01")
    assert list(found["measure_words"]) == ["passenger"]


def test_arrow_tells_the_types(archive: Path) -> None:
    """Plain ones that Spark reads as well: text, whole numbers, days, lists of text."""
    schema = pq.read_schema(next((archive / "claims").iterdir()))
    kinds = {str(field.type) for field in schema}
    assert kinds <= {"string", "int32", "int64", "double", "date32[day]", "list<element: string>"}


def test_duckdb_reads_the_files(archive: Path) -> None:
    """One glob, no library of ours."""
    with duckdb.connect() as database:
        found = database.execute(f"SELECT text FROM '{archive}/claims/*.parquet' WHERE measure = 'passengers' AND name = 'harbour line'").fetchall()  # fmt: skip
    assert ("2.64 million",) in found


def test_rows_are_sorted_within_a_file(archive: Path) -> None:
    """What is asked for together stands together."""
    for path in (archive / "claims").iterdir():
        rows = pq.read_table(path, columns=list(ORDER)).to_pylist()
        keys = [tuple(row.values()) for row in rows]
        assert keys == sorted(keys)


@pytest.mark.parametrize("columns", [CLAIMS, DOCUMENTS], ids=["claims", "documents"])
def test_the_guide_names_every_column(columns: dict[str, str]) -> None:
    """With its type."""
    guide = (CHECKOUT / "docs" / "guide" / "archive.md").read_text(encoding="utf-8")
    assert [name for name, kind in columns.items() if f"| `{name}` | {kind.lower()} |" not in guide] == []
