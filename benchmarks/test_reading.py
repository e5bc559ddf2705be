"""How fast numbers are read: `pytest benchmarks/test_reading.py --benchmark-only`; quantulum3 runs beside where installed.

The texts are the seed transcript and a page of a call made up here, both repeated; megabytes are of UTF-8.
"""

# ruff: noqa: ANN401 -- the fixture of pytest-benchmark has no type to import

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factlint.knowledge.lexicon import load_lexicon
from factlint.lexing.anchors import sentences_with_anchors
from factlint.quantities import parse_document
from factlint.readers import read_text

pytest.importorskip("pytest_benchmark", reason="pytest-benchmark is not installed")

SEED = (Path(__file__).parent.parent / "seeds" / "scio-briefing-2023-04-20.txt").read_text(encoding="utf-8")
CALL = """Thank you, operator, and good morning, everyone.
Revenue for the quarter was $412 million, up 9.4% from $376.6 million in the year-ago quarter. We opened 21 stores and closed four,
ending the quarter with 1,322 locations. Our gross margin widened by 120 basis points to 34.6%, and SG&A was 18.2% of sales.
Before I hand over to Maria, let me say a word about our people, who have done a great job in a difficult environment.
For the full year 2021, we expect sales of $1.65 billion to $1.7 billion and adjusted earnings of $3.10 to $3.25 per share.
We returned $48 million to shareholders, including $30 million of repurchases, and ended with net debt of 1.7 times EBITDA.
As I said on the last call, we like where we are, and we think that our plan is the right one for the years ahead.
"""
LEXICON = load_lexicon()
TEXTS = {"seed": SEED * 4, "call": CALL * 200}
SHAPES = {
    "digits": "1234567 ", "commas": ", ", "one word": "word ", "brackets": "(((( ))))", "number words": "one hundred and ", "one run of digits": "7",
}  # fmt: skip


def rate(benchmark: Any, run: Callable[[], object], text: str) -> None:
    """Run a benchmark and note megabytes a second beside it."""
    benchmark.pedantic(run, rounds=5, warmup_rounds=1)
    benchmark.extra_info["MB/s"] = round(len(text.encode()) / 1e6 / benchmark.stats.stats.min, 2)


@pytest.mark.parametrize("name", TEXTS)
def test_quantities(benchmark: Any, name: str) -> None:
    """Sentences to quantities, periods and names."""
    document = read_text(TEXTS[name])
    rate(benchmark, lambda: parse_document(document, LEXICON), TEXTS[name])


@pytest.mark.parametrize("name", TEXTS)
def test_claims(benchmark: Any, name: str) -> None:
    """Text to claims, as the command `claims` reads them."""
    from factlint.engine import read_claims
    from factlint.knowledge import load_knowledge

    knowledge, document = load_knowledge(), read_text(TEXTS[name])
    rate(benchmark, lambda: read_claims(document, knowledge), TEXTS[name])


@pytest.mark.parametrize("name", TEXTS)
def test_anchors(benchmark: Any, name: str) -> None:
    """The scan that finds which sentences hold a number."""
    document = read_text(TEXTS[name] * 4)
    rate(
        benchmark,
        lambda: sum(1 for _ in sentences_with_anchors(document.text, document.sentences, LEXICON)),
        document.text,
    )


@pytest.mark.parametrize("name", TEXTS)
def test_quantulum3(benchmark: Any, name: str) -> None:
    """The same text read by quantulum3, paragraph by paragraph."""
    parser = pytest.importorskip("quantulum3.parser", reason="quantulum3 is not installed")
    text = SEED[:12_000] if name == "seed" else CALL * 8
    paragraphs = [part for part in text.split("\n") if part.strip()]
    benchmark.pedantic(lambda: [parser.parse(part) for part in paragraphs], rounds=2, warmup_rounds=1)
    benchmark.extra_info["MB/s"] = round(len(text.encode()) / 1e6 / benchmark.stats.stats.min, 4)


@pytest.mark.parametrize("shape", SHAPES)
def test_hostile_shapes(benchmark: Any, shape: str) -> None:
    """A text of one thing over and over costs at most five times an honest one of its size."""
    import time

    def seconds(text: str) -> float:
        document = read_text(text)
        began = time.process_time()
        parse_document(document, LEXICON)
        return time.process_time() - began

    size = 200_000
    honest = min(seconds((CALL * 400)[:size]) for _ in range(3))
    hostile = (SHAPES[shape] * (size // len(SHAPES[shape]) + 1))[:size]
    spent = benchmark.pedantic(lambda: seconds(hostile), rounds=1)
    benchmark.extra_info["times an honest text"] = round(spent / honest, 2)
    assert spent < 5 * honest
