"""How often findings are right, by the confidence that they show: `python benchmarks/reliability.py [--corpora FOLDER]`.

Every finding, mild ones included, is judged by a label that was there before it: the TOML files beside tests/documents, the
arithmetic by which a text was generated, and, where a folder of public corpora is given, their labels together with the
findings that were read by hand (wild.jsonl). A finding of 0.9 and above should be right at least 19 times in 20.
"""

# ruff: noqa: ANN401 -- modules of the corpora have no types

import argparse
import importlib.util
import json
import random
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from factlint import engine  # noqa: E402 -- the checkout, wherever it is run from
from factlint.model.finding import Finding  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parent))

from generated import texts as generated_texts  # noqa: E402

EDGES = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.01)
SURE, WANTED = 0.9, Fraction(19, 20)


@dataclass(slots=True, frozen=True)
class Judged:
    """A finding with what its label says of it."""

    source: str
    rule: str
    confidence: float
    is_right: bool
    told: str


Spans = set[tuple[int, int]]


def spans_of(finding: Finding) -> Spans:
    """Return the places of a finding."""
    return {(place.start, place.end) for place in finding.locations}


def own_documents(folder: Path = ROOT / "tests" / "documents") -> Iterator[Judged]:
    """Judge the findings in the project's own documents: right are those that name two places of a planted one."""
    for path in sorted(folder.glob("*.toml")):
        document = next(beside for beside in (path.with_suffix(".txt"), path.with_suffix(".md")) if beside.exists())
        text = document.read_text("utf-8")
        planted = [
            {_place(text, place) for place in entry["places"]} for entry in tomllib.loads(path.read_text("utf-8")).get("finding", [])
        ]  # fmt: skip
        for finding in engine.run([str(document)]).findings:
            found = spans_of(finding)
            right = any(len(found & places) >= min(2, len(places)) for places in planted)
            yield _judged("own documents", finding, right, document.stem)


def _place(text: str, place: dict[str, Any]) -> tuple[int, int]:
    start = -1
    for _ in range(place.get("at", 1)):
        start = text.index(place["text"], start + 1)
    return start, start + len(place["text"])


def generated_documents(count: int, seed: int) -> Iterator[Judged]:
    """Judge the findings in texts whose figures were drawn so that they agree, or so that they do not."""
    dice = random.Random(seed)
    for number in range(count):
        text, is_broken = generated_texts(dice)
        for finding in engine.run_text(text).findings:
            yield _judged("generated", finding, is_broken, f"text {number}: {text}")


def corpora(folder: Path, limit: int | None) -> Iterator[Judged]:
    """Judge by the labels of public corpora: documents read by hand and mutants of them, and pairs of texts."""
    if (folder / "mutation" / "mutate.py").exists():
        yield from _mutation(folder / "mutation", limit)
    if (folder / "consistency" / "sources.py").exists():
        yield from _consistency(folder / "consistency", limit)


def _mutation(folder: Path, limit: int | None) -> Iterator[Judged]:
    """Judge originals by what is known of them, and mutants by the place that was changed."""
    harness = _module(folder / "mutate.py")
    _, texts, pairs = harness.load(str(folder / "texts"))
    known: dict[str, list[Spans]] = defaultdict(list)
    for line in (folder / "true_findings.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        known[entry["doc"]].append({(span["start"], span["end"]) for span in entry["spans"]})
    for entry in wild():
        known[entry["doc"]].append({(start, end) for start, end in entry["spans"]})
    before: dict[str, set[tuple[str, frozenset[tuple[int, int]]]]] = defaultdict(set)
    for name, text in texts.items():
        for finding in engine.run_text(text).findings:
            places = spans_of(finding)
            before[name].add((finding.rule, frozenset(places)))
            yield _judged("originals", finding, any(_touches(places, spans) for spans in known[name]), name)
    for mutant in harness.make_mutants(texts, pairs, 11)[:limit]:
        name, end, delta = mutant["pair"]["doc"], mutant["e"], mutant["delta"]
        for finding in engine.run_text(harness.mutated(texts[name], mutant)).findings:
            places = spans_of(finding)
            moved = frozenset((a - delta, b - delta) if a >= end + delta else (a, b) for a, b in places)
            if (finding.rule, moved) not in before[name]:
                right = _touches(places, {(mutant["lo"], mutant["hi"] + delta)})
                yield _judged("mutants", finding, right, f"{name} {mutant['name']}")


def _consistency(folder: Path, limit: int | None) -> Iterator[Judged]:
    """Judge pairs of texts: a finding that touches both sides is right in a contradiction and wrong elsewhere."""
    reader = _module(folder / "sources.py")
    for name, read in reader.registry().items():
        for item in list(read(str(folder / "data")))[:limit]:
            if item.label == reader.NEUTRAL:
                continue
            text = f"{item.a}\n\n{item.b}" if item.b else item.a
            side = len(item.a) + 2
            for finding in engine.run_text(text).findings:
                starts = [place.start for place in finding.locations]
                crosses = not item.b or (min(starts) < side <= max(starts))
                if crosses or item.label == reader.OK:
                    right = item.label == reader.CONTRA or _is_wild(name, item.uid, finding)
                    yield _judged(name, finding, right, str(item.uid))


def wild() -> list[dict[str, Any]]:
    """Return the findings on published texts that were read and found right."""
    lines = (ROOT / "benchmarks" / "wild.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _is_wild(name: str, uid: object, finding: Finding) -> bool:
    known = [entry for entry in wild() if entry["set"] == name and entry["doc"] in str(uid)]
    return any(_touches(spans_of(finding), {(start, end) for start, end in entry["spans"]}) for entry in known)


def _touches(places: Spans, spans: Spans) -> bool:
    return any(start < other_end and other_start < end for start, end in places for other_start, other_end in spans)


def _module(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(f"corpora_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: this is no module of Python")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _judged(source: str, finding: Finding, is_right: bool, where: str) -> Judged:
    quotes = ", ".join(place.text for place in finding.locations)
    return Judged(source, finding.rule, finding.confidence, is_right, f"{where}: {finding.message}: {quotes}")


def table(judged: Iterable[Judged]) -> list[str]:
    """Return the lines of the reliability table: bins of confidence, findings, and how many are right."""
    found = list(judged)
    lines = ["| confidence | findings | right | wrong | share right |", "| --- | ---: | ---: | ---: | ---: |"]
    for low, high in pairwise(EDGES):
        lines += _row(f"{low:.2f} to {min(high, 1.0):.2f}", [one for one in found if low <= one.confidence < high])
    sure = [one for one in found if one.confidence >= SURE]
    return lines + _row(f"**{SURE} and above**", sure)


def by_source(judged: Iterable[Judged]) -> list[str]:
    """Return the lines of a table of the sure findings by where their texts are from."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        if one.confidence >= SURE:
            groups[one.source].append(one)
    lines = [
        f"| {SURE} and above, in | findings | right | wrong | share right |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    return lines + [row for source, found in groups.items() for row in _row(source, found)]


def _row(name: str, found: list[Judged]) -> list[str]:
    right = sum(one.is_right for one in found)
    share = f"{100 * right / len(found):.1f}%" if found else ""
    return [f"| {name} | {len(found)} | {right} | {len(found) - right} | {share} |"]


def is_reliable(judged: Iterable[Judged]) -> bool:
    """Say whether the sure findings are right at least 19 times in 20."""
    sure = [one for one in judged if one.confidence >= SURE]
    return not sure or Fraction(sum(one.is_right for one in sure), len(sure)) >= WANTED


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; 1 where the sure findings are right less than 19 times in 20."""
    parser = argparse.ArgumentParser(description="Print how often findings are right, by their confidence.")
    parser.add_argument("--corpora", type=Path, help="a folder of public corpora: mutation/, consistency/")
    parser.add_argument("--generated", type=int, default=600, metavar="N", help="how many texts are generated")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, help="at most so many items of each set of the corpora")
    parser.add_argument("--wrong", action="store_true", help="print the sure findings that are judged wrong")
    given = parser.parse_args(arguments)
    judged = [*own_documents(), *generated_documents(given.generated, given.seed)]
    if given.corpora is not None:
        judged += corpora(given.corpora, given.limit)
    print("\n".join([*table(judged), "", *by_source(judged)]))
    if given.wrong:
        print("\n".join(["", *(one.told for one in judged if one.confidence >= SURE and not one.is_right)]))
    return 0 if is_reliable(judged) else 1


if __name__ == "__main__":
    raise SystemExit(main())
