"""``factlint why``: why two figures were, or were not, compared."""

import os
import re
from itertools import product
from typing import TYPE_CHECKING

import click

from factlint.commands.configured import config_options, read_config
from factlint.commands.input import read_stdin
from factlint.commands.output import Output, complain
from factlint.config import OK
from factlint.errors import ReadError, UsageError
from factlint.model.record import dataclass, replace

if TYPE_CHECKING:
    from factlint.alignment import Evidence
    from factlint.checks.explaining import Case
    from factlint.engine import Examined
    from factlint.knowledge.card import Card
    from factlint.model.claim import Claim
    from factlint.model.document import Document
    from factlint.model.verdict import Conflict
    from factlint.reporters.why import Outcome, Told

MOST = 5
"""Pairs that are shown: two lines full of figures have more than anybody reads."""

_PLACE = re.compile(r"(.+?):(\d{1,9})(?::(\d{1,9}))?", re.DOTALL)
_LONG_NAME = re.compile(r"(.+):(\d{1,9})", re.DOTALL)


@dataclass(slots=True, frozen=True)
class Spot:
    """A line of a file, or a column of it; both count from 1."""

    path: str
    line: int
    column: int | None = None

    def __str__(self) -> str:
        """Return the place as it is written: a.txt:3:17."""
        return f"{self.path}:{self.line}" + (f":{self.column}" if self.column is not None else "")


@click.command(
    short_help="Say why two figures were, or were not, compared.",
    context_settings={"ignore_unknown_options": True},  # "-:3" is line 3 of standard input
)
@click.argument("first", metavar="PATH:LINE")
@click.argument("second", metavar="PATH:LINE")
@config_options
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input; its suffix tells the type.")
def why(*, first: str, second: str, config: str | None, isolated: bool, stdin_filename: str | None) -> int:
    """Show the claims on two lines slot by slot: what they share, what sets them apart, and what the rules made of them.

    PATH:LINE:COLUMN picks one figure of a line. The lines are of one file or of two; `-` is standard input.
    """
    from factlint import engine
    from factlint.knowledge import load_knowledge
    from factlint.reporters.marks import marks_for
    from factlint.reporters.why import render_why

    spots = _one_name(read_spot(first), read_spot(second))
    documents = _documents(spots, read_stdin([spot.path for spot in spots], stdin_filename))
    knowledge = load_knowledge(read_config(config, isolated=isolated).packs)
    texts = {path: engine.evidence_of(document, knowledge) for path, document in documents.items()}
    found = [_claims_at(texts[spot.path], spot) for spot in spots]
    examined = engine.judge(texts[spots[0].path], knowledge, knowledge.cards) if len(texts) == 1 else None
    told = _tell(texts[spots[0].path], texts[spots[1].path], found[0], found[1], examined, knowledge.cards)
    to = Output()
    if not told:
        to.write(_nothing_alike(spots, found))
        return OK
    to.write(render_why(told[:MOST], max(len(told) - MOST, 0), marks_for(to.encoding), to.width))
    return OK


def read_spot(word: str) -> Spot:
    """Return the place that PATH:LINE or PATH:LINE:COLUMN names; a path may hold colons."""
    long_name = _LONG_NAME.fullmatch(word)
    if long_name and os.path.isfile(long_name[1]):
        spot = Spot(long_name[1], int(long_name[2]))
    elif found := _PLACE.fullmatch(word):
        spot = Spot(found[1], int(found[2]), int(found[3]) if found[3] else None)
    else:
        raise UsageError(f"{word!r} is no place; write PATH:LINE or PATH:LINE:COLUMN")
    if spot.line == 0 or spot.column == 0:
        raise UsageError(f"{word}: lines and columns count from 1")
    return spot


def _one_name(first: Spot, second: Spot) -> tuple[Spot, Spot]:
    """Return the places with one path where both name one file: a.txt and ./a.txt."""
    if os.path.isfile(first.path) and os.path.isfile(second.path) and os.path.samefile(first.path, second.path):
        second = replace(second, path=first.path)
    return first, second


def _documents(spots: tuple[Spot, Spot], stdin: tuple[bytes, str] | None) -> "dict[str, Document]":
    """Read the files that are named, each once."""
    from pathlib import Path

    from factlint.readers import read_bytes, read_path

    documents: dict[str, Document] = {}
    for spot in spots:
        if spot.path in documents:
            continue
        if spot.path == "-":
            data, name = stdin or (b"", "")
            documents["-"] = read_bytes(data, "-", name or None)
        elif os.path.isdir(spot.path):
            raise ReadError(spot.path, "this is a folder, not a file")
        else:
            documents[spot.path] = read_path(Path(spot.path))
    for document in documents.values():
        for note in document.notes:
            complain(f"note: {document.path}: {note}")
    return documents


def _claims_at(evidence: "Evidence", spot: Spot) -> "list[Claim]":
    """Return the claims that stand on a line, or at a column of it."""
    from factlint.placing import locate

    document = evidence.document
    lines = len(document.line_starts())
    if spot.line > lines:
        raise UsageError(f"{spot}: the text has {lines} {'line' if lines == 1 else 'lines'}")
    found = []
    for claim in evidence.claims:
        place = locate(document, claim.span)
        if not place.line <= spot.line <= place.end_line:
            continue
        here = (spot.line, spot.column or 0)
        if spot.column is None or (place.line, place.column) <= here < (place.end_line, place.end_column):
            found.append(claim)
    if not found:
        raise UsageError(f"{spot}: there is no figure or date {'here' if spot.column else 'on this line'}")
    return found


def _tell(
    first_text: "Evidence", second_text: "Evidence", left: "list[Claim]", right: "list[Claim]",
    examined: "Examined | None", cards: "dict[str, Card]",
) -> "list[Told]":  # fmt: skip
    """Return the pairs of one dimension, or that a rule compared, the likeliest first."""
    from factlint.checks.explaining import make_case
    from factlint.placing import locate
    from factlint.reporters.why import Told

    told: list[Told] = []
    seen: set[frozenset[int]] = set()
    for one, other in product(left, right):
        if examined is not None:
            if one is other or frozenset((one.index, other.index)) in seen:
                continue
            seen.add(frozenset((one.index, other.index)))
        first, second = (other, one) if examined is not None and one.index > other.index else (one, other)
        outcomes = [] if examined is None else _outcomes(examined, first, second, cards)
        if not outcomes and not _alike(first, second):
            continue
        case = make_case(first_text, second_text, first, second)
        places = locate(first_text.document, first.span), locate(second_text.document, second.span)
        told.append(Told(case, places, outcomes))
    told.sort(key=lambda one: (not one.outcomes, -one.case.rank, _order(one.case)))
    return told


def _order(case: "Case") -> tuple[int, int]:
    return case.first.index, case.second.index


def _alike(first: "Claim", second: "Claim") -> bool:
    """Say whether two claims are of one dimension; dates and periods are of one."""
    if first.quantity is None or second.quantity is None:
        return first.quantity is second.quantity
    return first.quantity.unit.dimension == second.quantity.unit.dimension


def _outcomes(examined: "Examined", first: "Claim", second: "Claim", cards: "dict[str, Card]") -> "list[Outcome]":
    """Return what the rules said of two claims together."""
    from factlint.model.verdict import Conflict
    from factlint.reporters.why import Outcome

    wanted = {first.index, second.index}
    outcomes = []
    for verdict in examined.verdicts:
        if not wanted <= {place.claim for place in verdict.places}:
            continue
        words = "they agree"
        if isinstance(verdict, Conflict):
            words = f"a conflict, {verdict.severity.value}, confidence {verdict.confidence:.2f}"
            words += _how_told(examined, verdict, cards)
        arithmetic = "\n".join(filter(None, (verdict.arithmetic, *getattr(verdict, "notes", ()))))
        outcomes.append(Outcome(f"{cards[verdict.rule].name} ({verdict.rule})", words, arithmetic))
    return outcomes


def _how_told(examined: "Examined", verdict: "Conflict", cards: "dict[str, Card]") -> str:
    """Return under which finding a conflict is told, where it does not stand on its own."""
    spans = {place.span for place in verdict.places}
    holders = [told for told in examined.conflicts if spans <= {place.span for place in told.places}]
    if any(told.rule == verdict.rule for told in holders):
        return ""
    if holders:
        return f"; told under {cards[holders[0].rule].name} ({holders[0].rule})"
    return "; not told, for a more certain finding names one of the figures"


def _nothing_alike(spots: tuple[Spot, Spot], found: "list[list[Claim]]") -> str:
    """Return what the lines hold, where no two of their claims could be set side by side."""
    lines = ["No two claims of these lines are of one dimension."]
    for spot, claims in zip(spots, found, strict=True):
        told = ", ".join(f"“{' '.join(claim.text.split())}” ({_dimension(claim)})" for claim in claims)
        lines.append(f"  {spot}: {told}")
    return "\n".join(lines)


def _dimension(claim: "Claim") -> str:
    return "date" if claim.quantity is None else claim.quantity.unit.dimension.replace("_", " ")
