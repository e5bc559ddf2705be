"""Two claims slot by slot, for an editor who asks why they were, or were not, compared; nothing is judged here."""

from collections.abc import Iterable, Sequence
from textwrap import wrap

from factlint.alignment.explain import reference_entries
from factlint.checks.explaining import Case, silence, thresholds
from factlint.checks.judging import value_words
from factlint.model.claim import Claim, How, Referent
from factlint.model.finding import Location
from factlint.model.period import Period
from factlint.model.record import dataclass, field
from factlint.reporters.marks import Marks
from factlint.reporters.segments import clean, width

_INDENT = "  "
_NAME = 11  # columns of the names of slots
_CORE = frozenset(
    {"figure", "kind", "measure", "words", "subject", "actor", "verb", "period", "comparison", "bases", "modality"}
)


@dataclass(slots=True)
class Outcome:
    """What one rule made of the two claims: a tie or a conflict, and how it was told."""

    rule: str
    words: str
    arithmetic: str


@dataclass(slots=True)
class Told:
    """A case with where its claims stand and what the rules said of them."""

    case: Case
    places: tuple[Location, Location]
    outcomes: list[Outcome] = field(default_factory=list)


def render_why(told: Sequence[Told], left_out: int, marks: Marks, columns: int) -> str:
    """Return all cases, the likeliest first, and a word on those that are left out."""
    parts = [_case(one, number, marks, columns) for number, one in enumerate(told, 1)]
    if left_out:
        more = f"{left_out} more {'pair is' if left_out == 1 else 'pairs are'} less likely; PATH:LINE:COLUMN picks one."
        parts.append(more)
    if any(one.case.confidence is not None for one in told):
        parts.append("\n".join(_paragraph(thresholds(), columns)))
    return "\n\n".join(parts)


def _case(told: Told, number: int, marks: Marks, columns: int) -> str:
    case = told.case
    ends = [f"“{_line(place.text)}” ({_line(place.path)}:{place.line}:{place.column})" for place in told.places]
    lines = [*_paragraph(f"{number}. {ends[0]} and {ends[1]}", columns), ""]
    lines += _slots(case.first, case.second, marks, columns)
    lines += [""]
    if case.first.quantity is not None and case.second.quantity is not None:
        lines += [*_reference(case, columns), *_figures(case, columns), ""]
    lines += _outcome(told, columns)
    return "\n".join(lines)


def _slots(first: Claim, second: Claim, marks: Marks, columns: int) -> list[str]:
    """Return a line for each slot; what neither claim has is shown where an editor would look for it only."""
    room = max((columns - len(_INDENT) - _NAME - 4) // 2, 12)
    lines = []
    for (name, left), (_, right) in zip(_values(first), _values(second), strict=True):
        if not (left or right or name in _CORE):
            continue
        cells = [wrap(_line(cell) or marks.dash, room, break_on_hyphens=False) for cell in (left, right)]
        for at in range(max(map(len, cells))):
            one, other = (cell[at] if at < len(cell) else "" for cell in cells)
            padding = " " * (room - width(one))
            lines.append(f"{_INDENT}{'' if at else name:<{_NAME}}{one}{padding}    {other}".rstrip())
    return lines


def _values(claim: Claim) -> Iterable[tuple[str, str]]:
    """Yield the slots of a claim in the order in which they are compared."""
    quantity = claim.quantity
    figure = claim.text
    if quantity is not None:
        value, bound = value_words(quantity), quantity.bound.value.replace("_", " ")
        figure = f"{figure} = {value} ({bound})" if value != figure else f"{figure} ({bound})"
    yield "figure", figure
    yield "kind", claim.kind.value
    yield "direction", claim.direction.value if claim.direction else ""
    yield "measure", _referent(claim.measure)
    yield "words", ", ".join(sorted(claim.measure.words))
    yield "share of", _referent(claim.whole)
    yield "subject", _referent(claim.subject)
    yield "actor", _referent(claim.actor)
    yield "names", ", ".join(sorted(claim.names))
    yield "verb", claim.verb
    yield "period", _period(claim.period, claim.period_how)
    yield "comparison", " ".join(filter(None, (claim.comparison, _period(claim.against, None))))
    yield "bases", ", ".join(sorted(claim.bases))
    yield "modality", claim.modality.value
    yield "role", claim.role
    yield "speaker", claim.speaker or ""


def _referent(referent: Referent) -> str:
    words = referent.text or ", ".join(sorted(referent.words))
    return f"{words} ({referent.how.value})" if words else ""


def _period(period: Period | None, how: How | None) -> str:
    if period is None:
        return ""
    days = f", {period.start or '?'} to {period.end or '?'}" if period.start or period.end else ""
    return f"{period.text}{days}" + (f" ({how.value})" if how else "")


def _reference(case: Case, columns: int) -> list[str]:
    found = case.match
    if found.blocked:
        return _paragraph(f"The references bar a comparison: {found.blocked}.", columns, _INDENT)
    lines = _paragraph("What the references weigh for one fact, in natural log odds:", columns, _INDENT)
    lines += _entries(reference_entries(found), columns)
    lines.append(f"{_INDENT}= {found.odds:+.2f}: a probability of {found.probability:.2f}")
    return lines


def _figures(case: Case, columns: int) -> list[str]:
    comparison = case.comparison
    if comparison is None:
        return []
    relation = "they share values" if comparison.agree else "they share no value"
    if comparison.implied_only:
        relation = "as a fair reader takes the words, they share no value"
    slip = f"; a known slip: {case.slip.value}" if case.slip.value else ""
    lines = [
        "",
        *_paragraph(f"The figures: {case.readings[0]}, and {case.readings[1]}: {relation}{slip}.", columns, _INDENT),
    ]
    if case.confidence is None:
        return lines
    lines += _entries(case.figures, columns)
    basis = "passages" if case.is_retold else "references"
    return [*lines, f"{_INDENT}= a probability of {case.confidence:.2f}, {basis} and figures together"]


def _entries(entries: Iterable[tuple[str, float]], columns: int) -> list[str]:
    lines = []
    for words, weight in entries:
        head = f"{_INDENT}  {weight:+6.2f}  "
        lines += wrap(_line(words), columns, initial_indent=head, subsequent_indent=" " * len(head))
    return lines


def _outcome(told: Told, columns: int) -> list[str]:
    if not told.outcomes:
        return _paragraph(f"No rule compared them. {silence(told.case)}", columns, _INDENT)
    lines = []
    for outcome in told.outcomes:
        lines += _paragraph(f"{outcome.rule}: {outcome.words}", columns, _INDENT)
        for line in outcome.arithmetic.split("\n"):
            lines += _paragraph(line, columns, _INDENT * 2)
    return lines


def _paragraph(text: str, columns: int, indent: str = "") -> list[str]:
    return wrap(text, columns, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _line(text: str) -> str:
    return " ".join(clean(text).split())
