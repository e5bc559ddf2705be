"""An archive of millions of made-up claims, and how long it takes to hold a new text against it.

    python benchmarks/archive.py build DIR --claims 10000000
    python benchmarks/archive.py measure DIR
    python benchmarks/archive.py add DIR          # how many texts a second are read into an archive

Forty sentences are read by the program itself; their rows are multiplied in DuckDB with other names, years and values.
Few of the names have most of the texts, as in life. Texts of one name and year agree with one another; the new text that is
held against them has five figures of which one digit was changed.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from hashlib import blake2b
from pathlib import Path

from factlint import engine
from factlint.archive.adding import add
from factlint.archive.columns import CLAIMS, DOCUMENTS
from factlint.archive.database import connection, listed
from factlint.archive.engines import Here
from factlint.archive.rows import claim_rows
from factlint.archive.store import Part, writing
from factlint.archive.writing import GROUP, _write
from factlint.engine import Settings
from factlint.knowledge import load_knowledge
from factlint.readers import read_text

VERBS = ("carried", "served", "treated", "employed", "housed", "trained", "insured", "supplied")
NOUNS = ("passengers", "students", "patients", "farmers", "tenants")
FIRST = "alder birch cedar dorn elm fern gorse heath ilex juno karst lark mill nord oak pell quill rook sorrel thorn".split()
SECOND = "arm bank cove dale field gate hill isle key loch moor ness port quay reef strand tor vale wharf yard".split()
LAST = tuple(
    f"{a}{b}{c}"
    for a in "bdfgklmnrt"
    for b in "ao"
    for c in (
        "nd",
        "lk",
        "rt",
        "mp",
        "st",
        "ck",
        "nk",
        "lt",
        "rk",
        "sk",
        "nt",
        "lm",
        "rm",
        "lp",
        "rp",
        "ft",
        "ld",
        "rd",
        "ln",
        "rn",
        "lb",
        "rb",
        "mb",
        "pt",
        "xt",
    )
)
NAMES = len(FIRST) * len(SECOND) * len(LAST)
YEAR, VALUE = 2022, 264311
PART = 1_000_000
FILLER = (
    "The weather was kind to nobody, and the harvest was late that autumn.",
    "A choir sang two songs while the guests looked for their coats and their children.",
    "The council will speak of it again, and a decision is due in spring.",
    "Nobody had expected such a crowd, least of all the cook, who ran out of soup.",
    "She thanked the helpers by name, and the hall rose to its feet.",
)
IN_TEXT = 100  # claims of a text
SINCE = 1980


def sentences() -> list[tuple[str, str]]:
    """Return the verbs and nouns of the forty measures."""
    return [(verb, noun) for verb in VERBS for noun in NOUNS]


def base_rows() -> list[dict[str, object]]:
    """Return what the program makes of each sentence of one name, year and value."""
    knowledge = load_knowledge()
    rows = []
    for verb, noun in sentences():
        text = f"Harbour Quay in {YEAR}\n\n15 March {YEAR + 1} -- Harbour Quay {verb} {VALUE:,} {noun} in {YEAR}.\n"
        evidence = engine.evidence_of(read_text(text, "x.txt"), knowledge)
        rows += [{**row, "number": len(rows)} for row in claim_rows(evidence, "d") if row["reference"] is not None]
    assert len(rows) == len(sentences()), len(rows)
    for word in [*(first + last for first in FIRST for last in LAST), *SECOND]:
        assert tuple(knowledge.grammar.content(word)) == (word,), word  # a name's words are their own stems
    return rows


def name_of(number: int) -> tuple[str, str]:
    """Return a name of two words by its number."""
    serial, rest = divmod(number, len(FIRST) * len(SECOND))
    return FIRST[rest // len(SECOND)] + LAST[serial], SECOND[rest % len(SECOND)]


def value_of(name: int, measure: int, year: int) -> int:
    """Return the value of a measure, the same wherever it is told."""
    return 100_000 + (name * 7919 + measure * 104_729 + year * 1_299_709) % 900_000


def build(folder: Path, claims: int) -> None:
    """Build an archive of so many claims."""
    started = time.monotonic()
    with writing(folder) as archive, connection(archive.spill) as database, tempfile.TemporaryDirectory() as work:
        base = Path(work, "base.parquet")
        _write(database, base_rows(), CLAIMS, base)
        database.execute(f"CREATE TABLE first AS SELECT unnest({listed(FIRST)}) AS w, unnest(range({len(FIRST)})) AS n")
        database.execute(
            f"CREATE TABLE second AS SELECT unnest({listed(SECOND)}) AS w, unnest(range({len(SECOND)})) AS n"
        )
        database.execute(f"CREATE TABLE last AS SELECT unnest({listed(LAST)}) AS w, unnest(range({len(LAST)})) AS n")
        database.execute(f"CREATE TABLE base AS SELECT number AS measure_at, * FROM read_parquet('{base}')")
        count = len(sentences())
        for at in range(0, claims, PART):
            size = min(PART, claims - at)
            texts = size // IN_TEXT
            name = blake2b(str(at).encode(), digest_size=10).hexdigest()
            database.execute(
                f"""
                CREATE OR REPLACE TABLE texts AS
                SELECT md5(j::VARCHAR) AS document, j, name_at, told, first.w || last.w AS one,
                       second.w AS two
                FROM (SELECT j, floor(pow((hash(j) % 1000003) / 1000003.0, 4) * {NAMES})::BIGINT AS name_at,
                             {SINCE + 4} + (hash(j + 1000000007) % 40)::INTEGER AS told
                      FROM (SELECT unnest(range({at // IN_TEXT}, {at // IN_TEXT + texts})) AS j))
                JOIN first ON first.n = name_at % {len(FIRST) * len(SECOND)} // {len(SECOND)}
                JOIN second ON second.n = name_at % {len(SECOND)}
                JOIN last ON last.n = name_at // {len(FIRST) * len(SECOND)}
                """
            )
            changed = {
                "document": "document", "number": "k", "start": "start + 1000 * k", "end": '"end" + 1000 * k', "line": "line + k", "end_line": "end_line + k", "text": "printed", "value": "worth::VARCHAR",
                "number_value": "worth::DOUBLE", "name": "least(one, two) || ' ' || greatest(one, two)",
                "time": f"replace(time, '{YEAR}', year::VARCHAR)", "period_text": "year::VARCHAR",
                "period_start": "make_date(year, 1, 1)", "period_end": "make_date(year, 12, 31)",
                "subject": "one || ' ' || two",
                "context": f"replace(replace(replace(context, '{VALUE:,}', printed), 'Harbour Quay', one || ' ' || two), '{YEAR}', year::VARCHAR)",
                "reference": (
                    "'[[' || (start + 1000 * k) || ',' || (\"end\" + 1000 * k) || ',' || substr("
                    f"replace(replace(replace(replace(replace(replace(replace(reference, '{VALUE:,}', printed), '{VALUE}', worth::VARCHAR), "
                    f"'\"harbour\"', '\"' || one || '\"'), '\"quay\"', '\"' || two || '\"'), '{YEAR}', year::VARCHAR), "
                    f"'{_ordinal(1, 1)}', (date_diff('day', DATE '0001-01-01', make_date(year, 1, 1)) + 1)::VARCHAR), "
                    f"'{_ordinal(12, 31)}', (date_diff('day', DATE '0001-01-01', make_date(year, 12, 31)) + 1)::VARCHAR), instr(reference, '\"'))"
                ),
            }  # fmt: skip
            columns = ", ".join(f'{changed.get(column, chr(34) + column + chr(34))} AS "{column}"' for column in CLAIMS)
            database.execute(
                f"""
                COPY (SELECT {columns} FROM (
                    SELECT base.* EXCLUDE (document), texts.document, one, two, k, year, worth, format('{{:,}}', worth) AS printed
                    FROM (SELECT *, told - 1 - (k // {count}) AS year,
                                 100000 + (name_at * 7919 + (k % {count}) * 104729 + (told - 1 - (k // {count})) * 1299709) % 900000 AS worth
                          FROM (SELECT *, unnest(range({IN_TEXT})) AS k FROM texts)) AS texts
                    JOIN base ON base.measure_at = k % {count})
                    ORDER BY name, time, dimension, document, number)
                TO '{archive.new}/{name}.claims.parquet' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {GROUP})
                """
            )
            known = {
                "path": "'../texts/' || j || '.txt'", "date": "make_date(told, 3, 15)", "principal": "list_sort([one, two])",
                "words": "900", "claims": str(IN_TEXT), "bytes": "6000", "run": "1", "factlint": "'made up'",
            }  # fmt: skip
            columns = ", ".join(f'{known.get(column, column)} AS "{column}"' for column in DOCUMENTS)
            database.execute(
                f"COPY (SELECT {columns} FROM texts ORDER BY document) TO '{archive.new}/{name}.documents.parquet' "
                "(FORMAT parquet, COMPRESSION zstd)"
            )
            archive.commit([Part(name, texts, size)])
            print(f"{at + size:,} claims after {time.monotonic() - started:.0f} s", flush=True)


def _ordinal(month: int, day: int) -> int:
    import datetime as dt

    return dt.date(YEAR, month, day).toordinal()


def new_text(size: int = 55_000) -> tuple[str, int]:
    """Return a text about three of the names of which the archive tells most, and how many figures of it are wrong."""
    chance = random.Random(8)
    lines, wrong, at = [], 0, 0
    first, second = name_of(0)
    head = f"{first.capitalize()} {second.capitalize()} in figures\n\n20 March 2024 -- "
    measures = sentences()
    length = len(head)
    while length < size:
        name = at % 3 * (len(SECOND) + 1)  # no word of one is a word of another
        year = 2022 - at // 3 // len(measures) % 30
        measure = at // 3 % len(measures)
        value = value_of(name, measure, year)
        if at % 45 == 27 and wrong < 5:
            value = (
                int(str(value)[0] + str(value)[2] + str(value)[1] + str(value)[3:])
                if str(value)[1] != str(value)[2]
                else value + 100
            )
            wrong += 1
        first, second = name_of(name)
        verb, noun = measures[measure]
        place = " ".join(chance.sample(FILLER, 2))
        line = f"{place} {first.capitalize()} {second.capitalize()} {verb} {value:,} {noun} in {year}.\n\n"
        lines.append(line)
        length += len(line)
        at += 1
    return head + "".join(lines), wrong


def measure(folder: Path) -> None:
    """Tell how long a check of a new text takes with and without the archive, and how much memory it holds."""
    text, wrong = new_text()
    seed = Path(__file__).resolve().parent.parent / "seeds" / "scio-briefing-2023-04-20.txt"
    with tempfile.TemporaryDirectory() as work:
        made = Path(work, "new.txt")
        made.write_text(text, encoding="utf-8")
        for path, told in ((made, f"made up, {wrong} figures wrong"), (seed, "a transcript")):
            for extra in ((), ("--archive", str(folder))):
                runs = [
                    _timed(
                        [
                            sys.executable,
                            "-m",
                            "factlint",
                            "check",
                            str(path),
                            "--exit-zero",
                            "--format",
                            "json",
                            *extra,
                        ]
                    )
                    for _ in range(3)
                ]
                wall, cpu, peak, findings = min(runs)
                print(
                    f"{told}, {path.stat().st_size:,} bytes{' with the archive' if extra else ''}: {wall:.2f} s, {cpu:.2f} s of processor, {peak // 1024} MiB, {findings} findings"
                )


def _timed(command: list[str]) -> tuple[float, float, int, int]:
    import json

    read, write = os.pipe()
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        os.dup2(write, 1)
        os.execv(command[0], command)
    os.close(write)
    with os.fdopen(read) as file:
        out = file.read()
    _, _, used = os.wait4(child, 0)
    wall = time.monotonic() - started
    findings = [one for one in json.loads(out)["findings"] if len({at["path"] for at in one["locations"]}) > 1]
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss, len(findings)


def adding(folder: Path, jobs: int) -> None:
    """Tell how fast texts are read into an archive: copies of the seeds, each with a line of its own."""
    seeds = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
    with tempfile.TemporaryDirectory() as work:
        for number in range(100):
            text = seeds[number % len(seeds)].read_text(encoding="utf-8")
            Path(work, f"{number:04}.txt").write_text(f"{text}\nNo. {number}\n", encoding="utf-8")
        size = sum(path.stat().st_size for path in Path(work).iterdir())
        started = time.monotonic()
        added = add(folder, [work], Settings(), Here(jobs))
        wall = time.monotonic() - started
        print(
            f"{added.documents} texts, {size / 1e6:.1f} MB, {added.claims:,} claims in {wall:.1f} s with {jobs} processes: {size / wall / 1e3:.0f} kB/s, {added.claims / wall:.0f} claims/s"
        )


def main() -> None:
    """Build, measure, or add."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("build", "measure", "add"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=10_000_000)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    if given.what == "build":
        build(given.folder, given.claims)
    elif given.what == "measure":
        measure(given.folder)
    else:
        adding(given.folder, given.jobs)


if __name__ == "__main__":
    main()
