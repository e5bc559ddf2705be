"""FL207: the word of change goes against the two levels: "rose to 4.1 from 4.3"."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.movements import Movement, movements
from factlint.alignment.pointing import changes_pointed_at
from factlint.alignment.slips import in_base
from factlint.checks.check import check
from factlint.checks.fl201_growth_and_levels import growth_between
from factlint.checks.judging import shown
from factlint.knowledge.card import Card
from factlint.model.claim import Claim, Direction
from factlint.model.finding import Severity
from factlint.model.interval import Interval
from factlint.model.quantity import Form
from factlint.model.verdict import Place, Verdict

CERTAIN = 0.95
POINTED = 0.9


def _is_percent(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.unit.is_percent


def _rises(after: Interval, before: Interval, signs: tuple[int, int]) -> bool | None:
    """Say whether the level now, with its sign, is certainly above the level before, or None where they meet."""
    first, second = -after if signs[0] < 0 else after, -before if signs[1] < 0 else before
    return None if first.meets(second) else second.below(first)


@check("FL207")
def direction_word(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the sign of c - p with the verb, where the sign is certain and the verb has one."""
    yield from _judge_pointing(evidence, card)
    grammar = evidence.grammar
    for movement in movements(evidence):
        current, previous = movement.current, movement.previous
        direction = movement.direction or grammar.change.get(movement.verb)
        if current is None or previous is None or direction is None or movement.verb in grammar.signless:
            continue
        if any(_is_percent(change) and _is_percent(current) for change in movement.changes):
            continue  # "up 31%, versus 23%": a rise, or the rate itself
        if movement.out_of_size or movement.verb_span is None or not movement.is_likely:
            continue
        if movement.tells_rates or movement.prices_money:
            continue
        if movement.verb in grammar.transitive and current.span.end <= movement.verb_span.start:
            continue  # six firms raised 223 million, compared with nine
        assert current.quantity is not None and previous.quantity is not None
        after = in_base(current.quantity.admitted(), current.quantity)
        before = in_base(previous.quantity.admitted(), previous.quantity)
        rises = _rises(after, before, movement.signs[0])
        if rises is None or any(_rises(after, before, signs) is not rises for signs in movement.signs[1:]):
            continue  # of two losses the words may speak of their size or of the result
        now, earlier = movement.signs[0]
        after, before = -after if now < 0 else after, -before if earlier < 0 else before
        places = [
            evidence.place(current, "level"),
            evidence.place(previous, "level before"),
            Place(movement.verb_span, "word of change"),
        ]
        first, second = shown(after, current), shown(before, previous)
        if rises == (direction == "up"):
            yield card.tie(
                places[:2], f"{first} is {'above' if rises else 'below'} {second}, as “{movement.verb}” says"
            )
            continue
        if not _fits_in_size(movement, after - before):
            continue
        yield card.conflict(
            places,
            f"“{movement.verb}” goes against the two levels",
            f"{first} is {'above' if rises else 'below'} {second}",
            confidence=CERTAIN,
            severity=Severity.ERROR,
        )


def _fits_in_size(movement: Movement, gap: Interval) -> bool:
    """Say whether the changes told have the size of the gap, so that only the way is wrong: else they are of other levels.

    "Rose by 2,000 in the month to 436,500 compared with 470,700 a year earlier" holds no contradiction.
    """
    current, previous = movement.current, movement.previous
    assert current is not None and previous is not None and current.quantity is not None
    for change in movement.changes:
        quantity = change.quantity
        if quantity is None or quantity.form is not Form.CARDINAL:
            continue
        if quantity.unit == current.quantity.unit:
            size = in_base(quantity.admitted().closed(), quantity)
            if not (gap.meets(size) or gap.meets(-size)):
                return False
        elif quantity.unit.is_percent and previous.quantity is not None:
            growth = growth_between(current.quantity, previous.quantity)
            stated = quantity.admitted().closed()
            if growth is not None and not (growth.meets(stated) or growth.meets(-stated)):
                return False
    return True


def _judge_pointing(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Judge "This decrease ..." after a sentence of rises only."""
    for pointing in changes_pointed_at(evidence):
        first = pointing.changes[0]
        way = "a rise" if first.direction is Direction.UP else "a fall"
        yield card.conflict(
            [evidence.place(first, way), Place(pointing.noun, "word of change")],
            f"“{pointing.word}” points back at {way}",
            f"“{evidence.quote(first.span)}” stands there as {way}, and no figure before “this {pointing.word}” goes the other way",
            confidence=POINTED,
            severity=Severity.WARNING,
        )
