"""Prose beside tables: a figure of a sentence and the cell that its words name by row, column and period."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.alignment.slips import Slip, by_size, tell_slip
from factlint.alignment.times import periods
from factlint.claims.heads import is_total
from factlint.model.claim import Claim, How, Kind, Modality
from factlint.model.document import Document
from factlint.model.quantity import Form, Quantity
from factlint.model.record import dataclass, field
from factlint.model.span import Span

if TYPE_CHECKING:
    from factlint.alignment.evidence import Evidence
    from factlint.knowledge.grammar import Grammar

_KINDS = (Kind.LEVEL, Kind.CHANGE, Kind.RATE, Kind.SHARE)
_ASIDE = frozenset({"from", "than", "per", "more", "by", "between"})
_NAMED, _UNDATED, _TOTAL, _FAR = 0.88, 0.76, 0.78, 0.6
_NEAR = (27, 20)  # figures within 35% of one another are near
_CLOSE = (11, 10)
_WORD = re.compile(r"\w+")
_SHORT = 3
_TIMES_IN_CHINESE = frozenset(("本年", "本期", "今年", "上年", "去年", "上期", "上年同期", "去年同期"))


@dataclass(slots=True)
class Row:
    """The cells of a row with what its label says."""

    label: str  # in small letters
    words: frozenset[str]
    is_total: bool
    cells: list[Claim] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """A table by rows, with the words of its heads and caption."""

    rows: list[Row]
    heads: dict[int, frozenset[str]]  # content words by column, periods and units left out
    caption: frozenset[str]  # what the table is of
    around: frozenset[str]  # all words of caption and heading
    _by_label: dict[tuple[str, ...], list[Row]] | None = None
    _lengths: tuple[int, ...] = ()

    def named_in(self, words: str) -> list[tuple[int, int, Row]]:
        """Return the rows, totals left out, whose labels stand in a sentence in small letters, and where."""
        if self._by_label is None:
            self._by_label = {}
            for row in self.rows:
                if not row.is_total and any(map(str.isalpha, row.label)):
                    self._by_label.setdefault(_key([match.group() for match in _WORD.finditer(row.label)]), []).append(
                        row
                    )
            self._lengths = tuple(sorted({len(key) for key in self._by_label}))
        tokens = list(_WORD.finditer(words))
        found: list[tuple[int, int, Row]] = []
        for length in self._lengths:
            for at in range(len(tokens) - length + 1):
                key = _key([token.group() for token in tokens[at : at + length]])
                rows = self._by_label.get(key, ())
                found += [(tokens[at].start(), tokens[at + length - 1].end(), row) for row in rows]
        return found


def _key(words: list[str]) -> tuple[str, ...]:
    """Return the words of a label without the plural of the last one."""
    last = words[-1]
    return (*words[:-1], last.removesuffix("s").removesuffix("e") if len(last) > _SHORT else last)


def grids(evidence: "Evidence") -> list[Grid]:
    """Return the tables of a document, with their claims in rows."""
    made: list[Grid] = []
    by_table: dict[int, list[Claim]] = {}
    for claim in evidence.cells:
        if claim.cell is not None:
            by_table.setdefault(claim.cell.table, []).append(claim)
    for number, claims in sorted(by_table.items()):
        made.append(_grid(evidence.document, number, claims, evidence.grammar))
    return made


def _grid(document: Document, number: int, claims: list[Claim], grammar: "Grammar") -> Grid:
    table, text = document.tables[number], document.text
    rows: dict[int, Row] = {}
    heads: dict[int, frozenset[str]] = {}
    for claim in claims:
        assert claim.cell is not None
        figure = table.figures[claim.cell.figure]
        if claim.cell.row not in rows:
            label = _bare(figure.rows[-1].of(text))
            rows[claim.cell.row] = Row(label, stems(label, grammar), is_total(label))
        rows[claim.cell.row].cells.append(claim)
        if claim.cell.column not in heads:
            words = stems(" ".join(_bare(span.of(text)) for span in figure.columns), grammar)
            heads[claim.cell.column] = frozenset(
                word for word in words if not any(map(str.isdigit, word)) and word not in _TIMES_IN_CHINESE
            )
    caption = table.caption.of(text) if table.caption is not None else ""
    heading = document.sentences[table.section].span.of(text) if table.section is not None else ""
    main = stems(_main(_bare(caption)), grammar)
    return Grid(list(rows.values()), heads, main, stems(f"{caption} {heading}", grammar))


def stems(words: str, grammar: "Grammar") -> frozenset[str]:
    """Return the stems of the content words of a label."""
    parts = re.findall(r"[^\W_]+(?:-[^\W_]+)*", words.lower())
    return frozenset(stem for part in parts for stem in grammar.content(part))


def _bare(label: str) -> str:
    """Return a label in small letters without what stands in brackets, marks and a unit after a comma."""
    words = re.sub(r"[(\[][^()\[\]]*[)\]]|[*_]", " ", label.lower())
    return " ".join(words.split()).strip(" :,.")


def _main(caption: str) -> str:
    from factlint.claims.heads import main_words

    return main_words(caption)


@dataclass(slots=True)
class Beside:
    """A figure of the prose, the cell that it restates, and how sure that is."""

    prose: Claim
    cell: Claim
    slip: Slip
    confidence: float


def beside_tables(evidence: "Evidence", tables: "Evidence | None" = None) -> Iterator[Beside]:
    """Yield each figure of the prose for which one cell, and no other, is named by row, column, measure and period.

    ``tables`` is another file, of tables alone; there both must be dated, for it may be of another time than the text.
    """
    known = grids(tables or evidence)
    if not known:
        return
    for claim, quantity in evidence.quantities():
        if not _is_plain(claim, quantity):
            continue
        for grid in known:
            found = _cells_for(evidence, grid, claim, quantity)
            if len(found) != 1 or (tables is not None and (claim.period is None or found[0][0].period is None)):
                continue
            if (told := _weigh(claim, found[0][0], is_total=found[0][1].is_total)) is not None:
                yield told


def _is_plain(claim: Claim, quantity: Quantity) -> bool:
    return (
        claim.kind in _KINDS
        and claim.modality is Modality.ASSERTED
        and quantity.form is Form.CARDINAL
        and claim.role not in _ASIDE
        and claim.measure.how is not How.ASSUMED
        and not (quantity.unit.is_count and quantity.scale == 1 and len(quantity.digits) < 3)
    )


def _cells_for(evidence: "Evidence", grid: Grid, claim: Claim, quantity: Quantity) -> list[tuple[Claim, Row]]:
    """Return the cells that a claim may restate."""
    around = claim.measure.words | claim.subject.words | claim.actor.words | claim.names | claim.topic
    around |= {claim.verb} - {""}
    sentence = evidence.document.sentences[claim.sentence].span
    row = _row_named(grid, evidence.document.text, sentence, claim.span)
    if row is None:
        return []
    measure = frozenset(word for word in claim.measure.words if word not in evidence.grammar.general)
    found: list[tuple[Claim, Row]] = []
    for cell in row.cells:
        assert cell.cell is not None and cell.quantity is not None
        head = grid.heads[cell.cell.column] if cell.kind is not Kind.CHANGE else frozenset()
        needed = head or (grid.caption if not row.words or row.is_total else frozenset())
        names = row.words if not row.is_total else frozenset()
        if not needed <= around or not (needed | names):
            continue
        if not measure <= names | head | grid.around | {claim.verb}:
            continue
        if (row.is_total or not row.words) and (claim.names - evidence.grammar.nations) - grid.around:
            continue
        if _same_unit(quantity, cell.quantity) and _same_kind(claim, cell) and _same_time(claim, cell):
            found.append((cell, row))
    return found


def _row_named(grid: Grid, text: str, sentence: Span, figure: Span) -> Row | None:
    """Return the row whose label the sentence names, the nearest before the figure; a total where none is named."""
    words = " ".join(sentence.of(text).lower().split())
    before = len(" ".join(text[sentence.start : figure.start].lower().split()))
    named = grid.named_in(words)
    # A label inside a longer one is not named: passenger cars, cars.
    named = [
        one for one in named
        if not any(a <= one[0] and one[1] <= b and b - a > one[1] - one[0] for a, b, _ in named)
    ]  # fmt: skip
    if not named:
        totals = [row for row in grid.rows if row.is_total]
        return totals[0] if len(totals) == 1 else None
    earlier = [one for one in named if one[1] <= before]
    if earlier:
        last = max(earlier, key=lambda one: one[1])
        alike = [one for one in named if one[:2] == last[:2]]
        return last[2] if len(alike) == 1 else None
    rows = {id(one[2]): one[2] for one in named}
    return next(iter(rows.values())) if len(rows) == 1 else None


def _same_unit(first: Quantity, second: Quantity) -> bool:
    a, b = first.unit, second.unit
    return a.dimension == b.dimension and a.per == b.per and (a.dimension != "currency" or a.name == b.name)


def _same_kind(prose: Claim, cell: Claim) -> bool:
    if cell.kind is Kind.CHANGE or prose.kind is Kind.CHANGE:
        return (
            cell.kind is prose.kind
            and cell.direction is prose.direction
            and prose.comparison in ("", "yoy", cell.comparison)
        )
    return True


def _same_time(prose: Claim, cell: Claim) -> bool:
    """Say whether the times of a claim and a cell are the same, or that of one is not told."""
    if prose.period is None or cell.period is None:
        return prose.period is None or prose.period_how is not How.STATED or cell.kind is Kind.CHANGE
    return periods(prose.period, cell.period) == "same"


def _weigh(prose: Claim, cell: Claim, *, is_total: bool) -> Beside | None:
    first, second = prose.quantity, cell.quantity
    assert first is not None and second is not None
    slip = tell_slip(first, second)
    small, large = by_size(first, second)
    is_dated = prose.period is not None and cell.period is not None
    is_close = large * _CLOSE[1] <= small * _CLOSE[0]
    if not is_dated and slip is Slip.NONE and first.value != second.value:
        return None
    if is_total:
        if not is_dated or (slip is Slip.NONE and not is_close):
            return None
        return Beside(prose, cell, slip, _TOTAL)
    is_near = slip is not Slip.NONE or large * _NEAR[1] <= small * _NEAR[0]
    return Beside(prose, cell, slip, (_NAMED if is_dated else _UNDATED) if is_near else _FAR)
