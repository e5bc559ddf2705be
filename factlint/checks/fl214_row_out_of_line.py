"""FL214: one row of a table fails what all its other rows satisfy."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.rows import OddRow, odd_rows
from factlint.checks.check import check
from factlint.checks.judging import shown
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.verdict import Verdict

CERTAIN = 0.92


@check("FL214")
def row_out_of_line(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare each row with the difference or the growth that the other rows of its table show."""
    for found in odd_rows(evidence):
        words = _words(found)
        if words is None:
            continue
        places = [evidence.place(found.row[column], "figure of the row") for column in sorted(found.relation.columns)]
        if not found.is_odd:
            yield card.tie(places, words)
            continue
        yield card.conflict(
            places,
            f"One row fails what {found.others} other rows satisfy",
            words,
            confidence=CERTAIN,
            severity=Severity.ERROR,
        )


def _words(found: OddRow) -> str | None:
    first, second, third = (found.row[column] for column in found.relation.columns)
    implied = found.relation.implied(found.row)
    if implied is None or first.quantity is None or second.quantity is None or third.quantity is None:
        return None
    a, b = figure(first.quantity.middle, first.quantity.unit), figure(second.quantity.middle, second.quantity.unit)
    sign = f"{a} / {b} - 1" if found.relation.is_growth else f"{a} - {b}"
    third_words = interval(implied, "percent") if found.relation.is_growth else shown(implied, third)
    return f"{sign} is {third_words}, and the row says {figure(third.quantity.middle, third.quantity.unit)}"
