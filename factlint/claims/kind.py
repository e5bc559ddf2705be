"""What sort of statement a figure makes, and which way a change goes."""

from collections.abc import Sequence

from factlint.claims.chunks import (
    ADVERB,
    AUXILIARY,
    COMPARISON,
    DETERMINER,
    NOUN,
    PERIOD,
    PREPOSITION,
    QUANTITY,
    VERB,
    Element,
)
from factlint.claims.clause import Frame
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import Claim, Direction, Kind
from factlint.model.quantity import Form, Quantity

_TO_A_LEVEL = frozenset({"to", "at", "from"})
_INTO_A_PLACE = frozenset({"into", "onto", "through"})
_RANKED = frozenset({"rank", "ranks", "ranked", "ranking", "place", "placed", "places", "position"})
_AGED = frozenset({"age", "ages", "aged"})


def tell_kind(quantity: Quantity, frame: Frame, grammar: Grammar) -> tuple[Kind, Direction | None]:
    """Return the kind of a claim and, of a change, its direction."""
    if quantity.form is Form.ORDINAL:
        ranked = frame.predicate in _RANKED or any(e.lower in _RANKED for e in (*frame.counted, *frame.subject[-1:]))
        return (Kind.RANK if ranked else Kind.ORDINAL), None
    if _is_age(quantity, frame):
        return Kind.AGE, None
    direction = tell_direction(frame, grammar)
    if quantity.form is Form.MULTIPLE:
        return Kind.RATIO, direction
    if quantity.unit.dimension == "time":
        is_moved = frame.preposition == "by" or (frame.preposition == "to" and not frame.counted)
        return Kind.DURATION, direction if is_moved else None  # shrunk to five days; but: to a 15-year high
    role = quantity.role
    of_an_index = quantity.unit.name == "point" and quantity.quantum < 1  # a player adds 12 points, an index 41.2
    if (
        direction is None
        and not frame.preposition
        and (of_an_index or quantity.unit.is_point or quantity.unit.is_percent)
    ):
        turn = grammar.swings.get(frame.predicate)
        if turn is not None and not frame.counted and frame.complement_by != "of":
            return Kind.CHANGE, Direction(turn)
    to_level = frame.preposition in _TO_A_LEVEL or role in ("from", "to")
    if quantity.unit.is_point:
        return (Kind.CHANGE, direction) if direction else (Kind.DIFFERENCE, None)
    if quantity.unit.is_percent:
        return _percent(frame, direction, grammar, to_level=to_level)
    if direction and frame.predicate in grammar.transitive and not frame.preposition and not frame.is_noun:
        direction = None
    if quantity.unit.dimension == "length" and (
        any(e.lower in grammar.bearings for e in frame.counted[:1]) or frame.preposition in _INTO_A_PLACE
    ):
        return Kind.LEVEL, None  # plunged off a bridge 40 km north of Lima, into a 200-foot gorge
    if direction and not to_level and not _counts_as_level(frame, quantity):
        return Kind.CHANGE, direction
    if quantity.form is Form.FRACTION:
        return Kind.SHARE, None
    return Kind.LEVEL, direction if to_level else None


def _is_age(quantity: Quantity, frame: Frame) -> bool:
    """Say whether a figure is an age: women aged 40, at age 65, a 12-year-old."""
    if quantity.unit.dimension not in ("time", "count"):
        return False
    return (
        "aged" in (frame.predicate, frame.preposition)
        or (frame.predicate_at < 0 and any(e.lower in _AGED for e in frame.subject[-1:]))
        or any(e.lower in {"old", "age"} for e in frame.counted[:1])
    )


def _percent(
    frame: Frame, direction: Direction | None, grammar: Grammar, *, to_level: bool
) -> tuple[Kind, Direction | None]:
    heads = {e.lower for e in frame.subject[-1:]} | {e.lower for e in frame.subject[:3]}
    grows = any(grammar.change.get(word) and word in grammar.change_nouns for word in heads)
    if direction and not (to_level and not frame.is_noun):
        return Kind.CHANGE, direction
    if direction and frame.is_noun and frame.preposition in {"to", "from"}:
        return Kind.RATE, direction
    if direction:
        return Kind.RATE, direction
    if grows:
        word = next(w for w in heads if grammar.change.get(w) and w in grammar.change_nouns)
        return Kind.CHANGE, Direction(grammar.change[word])
    if frame.predicate in grammar.share_verbs or frame.complement_by == "of" or heads & grammar.share_nouns:
        return Kind.SHARE, None
    return Kind.RATE, None


def tell_direction(frame: Frame, grammar: Grammar) -> Direction | None:
    """Return which way the word that governs a figure goes, where it goes any."""
    word = grammar.change.get(frame.predicate)
    return Direction(word) if word else None


_TURNS = frozenset({"up", "down", "higher", "lower"})
_MOVES = (Kind.CHANGE, Kind.RATIO, Kind.SHARE)
_OPEN = (Kind.LEVEL, Kind.RATE, Kind.SHARE)


def settle_way(
    elements: Sequence[Element], frame: Frame, quantity: Quantity, kind: Kind, direction: Direction | None,
    source: Claim | None, earlier: Sequence[Claim], grammar: Grammar,
) -> tuple[Kind, Direction | None]:  # fmt: skip
    """Return kind and direction of a figure with what its neighbours say of it; "up from" tells of the figure before it.

    ``source`` is the figure whose reference this one shares, ``earlier`` are those before it, the nearest first.
    """
    if (
        direction is None
        and kind in _OPEN
        and source is not None
        and frame.preposition == "to"
        and _led_to(elements, frame)
    ):
        direction = source.direction if source.kind in _MOVES else None  # fell 12 percent to 310 million euros
    if direction is None and earlier and _is_gapped(elements, frame, quantity, kind, earlier[0]):
        return Kind.CHANGE, earlier[0].direction
    if direction is None and kind in (*_OPEN, Kind.DIFFERENCE):
        direction = tell_way(elements, frame, quantity, grammar)
        if direction is not None and not frame.preposition and kind is not Kind.DIFFERENCE and frame.predicate:
            kind = Kind.CHANGE
    elif frame.preposition == "from" and frame.predicate in _TURNS:
        held = _held_against(quantity, source, earlier)
        if held is not None and held.direction is None and held.kind in _OPEN:
            held.direction = direction  # "4.9 million, up from 4.4 million": the first of them rose
        direction = None if held is not None and kind is not Kind.CHANGE else direction
    return kind, direction


def _led_to(elements: Sequence[Element], frame: Frame) -> bool:
    """Say whether a level stands right behind the figure of the change that led to it, or behind what tells it anew."""
    at = frame.place - 1
    while at > 0 and elements[at].tag in (DETERMINER, ADVERB):
        at -= 1
    while at > 0 and (elements[at].tag in (PERIOD, COMPARISON, PREPOSITION) or elements[at].lower == ","):
        at -= 1
    return elements[at].tag is QUANTITY


def _is_gapped(elements: Sequence[Element], frame: Frame, quantity: Quantity, kind: Kind, before: Claim) -> bool:
    """Say whether the verb of the change before goes for a percentage, too: exports rose 3.1 percent and imports 6.4 percent."""
    if kind is not Kind.RATE or before.kind is not Kind.CHANGE or before.quantity is None or before.direction is None:
        return False
    if frame.predicate or frame.preposition or frame.complement or not frame.subject or frame.counted:
        return False
    if not (quantity.unit.is_percent and before.quantity.unit.is_percent and before.role != "by"):
        return False
    at = frame.place - 1
    while at > 0 and elements[at].tag in (NOUN, DETERMINER):
        at -= 1
    return frame.place - 1 > at > 0 and elements[at].lower == "and" and elements[at - 1].tag is QUANTITY


def _held_against(quantity: Quantity, source: Claim | None, earlier: Sequence[Claim]) -> Claim | None:
    """Return the level that "up from" compares: the figure before, or that which the one in brackets converts."""
    if source is not None:
        is_told_anew = source.role == "bracket" and len(earlier) > 1 and earlier[0] is source
        return earlier[1] if is_told_anew else source
    near = earlier[0] if earlier else None
    if near is None or near.quantity is None or near.quantity.unit.name != quantity.unit.name or quantity.unit.is_count:
        return None
    return near


_COMPARED = {"more": Direction.UP, "less": Direction.DOWN, "fewer": Direction.DOWN}


def tell_way(elements: Sequence[Element], frame: Frame, quantity: Quantity, grammar: Grammar) -> Direction | None:
    """Return which way a measured figure goes by what stands right around it, where no verb of change governs it."""
    place = frame.place
    if quantity.unit.is_count and frame.preposition != "to":
        return None
    after = [element.lower for element in elements[place + 1 : place + 3]]
    if len(after) > 1 and after[1] == "than" and after[0] in _COMPARED:
        return _COMPARED[after[0]]  # six percent more than
    before = elements[place - 1] if place else None
    if before is not None and before.lower == "off" and place > 1 and (
        elements[place - 2].tag is AUXILIARY or elements[place - 2].lower == ","
    ):  # fmt: skip
        return Direction.DOWN  # turnover was off 8.8 percent
    if not frame.preposition and not frame.is_noun and not frame.counted:
        way = grammar.swings.get(frame.predicate) or (
            grammar.change.get(frame.predicate) if frame.predicate in grammar.transitive else None
        )
        return Direction(way) if way and _leads_on(elements, place) else None
    return way_of_raised(elements, frame, grammar) if frame.preposition == "to" and not frame.predicate else None


def _leads_on(elements: Sequence[Element], place: int) -> bool:
    """Say whether the level or the percentage of a change follows: gained 3 cents to $51.30; shed 120 points, or 0.4 percent."""
    step = place + 1
    step += step < len(elements) and elements[step].lower == ","
    return step + 1 < len(elements) and elements[step].lower in ("to", "or") and elements[step + 1].tag is QUANTITY


def way_of_raised(elements: Sequence[Element], frame: Frame, grammar: Grammar) -> Direction | None:
    """Return which way the verb before the measure goes: increased its stake to 49.4 percent."""
    at = frame.place - 1
    while frame.subject and at > 0 and elements[at].start > frame.subject[0].start:
        at -= 1
    while at > 0 and elements[at].tag in (DETERMINER,):
        at -= 1
    while at > 1 and elements[at].tag is not VERB and elements[at - 1].tag is PERIOD:
        at -= 1  # lift hourly pay to
    before = elements[at - 1] if frame.subject and at and elements[at].tag is not VERB else elements[at]
    word = grammar.change.get(before.lower) if before.tag is VERB else None
    return Direction(word) if word else None


def way_between(before: Quantity, after: Quantity) -> Direction | None:
    """Return which way a movement goes by its ends alone: charged from 10% to 80%, improved to 11.3% from 9.8%."""
    if (
        before.value is None
        or after.value is None
        or before.value == after.value
        or before.unit.name != after.unit.name
    ):
        return None
    return Direction.UP if before.value < after.value else Direction.DOWN


def tell_turn(words: str) -> Direction | None:
    """Return which way a verb of multiplying goes: doubled, more than halved; none of twice and threefold."""
    verb = words.lower().rsplit(" ", 1)[-1]
    if not verb.endswith(("ed", "ing", "es", "le")) or not verb.isalpha():
        return None
    return Direction.DOWN if verb.startswith("halv") else Direction.UP


def _counts_as_level(frame: Frame, quantity: Quantity) -> bool:
    """Say whether a figure beside a word of change is its level all the same: "cut 500 jobs" is no change of jobs."""
    return (
        bool(frame.counted)
        and frame.preposition == ""
        and not frame.is_noun
        and quantity.unit.is_count
        and frame.predicate not in {"up", "down", "higher", "lower"}
    )


_MORE = frozenset({"another", "additional", "further", "extra", "more"})
_ROLES = frozenset({"from", "to", "by", "than", "per", "between"})


def role_of(elements: Sequence[Element], frame: Frame, quantity: Quantity) -> str:
    """Return what the grammar makes of a figure beside another: from, to, by, than; bracket; more (another 500)."""
    if quantity.role:
        return quantity.role
    if frame.in_brackets:
        return "bracket"
    if any(element.lower in _MORE for element in elements[max(frame.place - 2, 0) : frame.place]):
        return "more"
    return frame.preposition if frame.preposition in _ROLES else ""
