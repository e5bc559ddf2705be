"""What sort of statement a figure makes, and which way a change goes."""

from collections.abc import Sequence

from factlint.claims.chunks import AUXILIARY, DETERMINER, QUANTITY, VERB, Element
from factlint.claims.clause import Frame
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import Claim, Direction, Kind
from factlint.model.quantity import Form, Quantity

_TO_A_LEVEL = frozenset({"to", "at", "from"})
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
        return Kind.DURATION, direction if frame.preposition == "by" else None
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
    if quantity.unit.dimension == "length" and any(e.lower in grammar.bearings for e in frame.counted[:1]):
        return Kind.LEVEL, None  # plunged off a bridge 40 km north of Lima
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
_OPEN = (Kind.LEVEL, Kind.RATE, Kind.SHARE)


def settle_way(
    elements: Sequence[Element], frame: Frame, quantity: Quantity, kind: Kind, direction: Direction | None,
    source: Claim | None, grammar: Grammar,
) -> tuple[Kind, Direction | None]:  # fmt: skip
    """Return kind and direction of a figure with what its neighbours say of it; "up from" tells of the figure before it."""
    if direction is None and kind in (*_OPEN, Kind.DIFFERENCE):
        direction = tell_way(elements, frame, quantity, grammar)
        if direction is not None and not frame.preposition and kind is not Kind.DIFFERENCE and frame.predicate:
            kind = Kind.CHANGE
    elif frame.preposition == "from" and frame.predicate in _TURNS and source is not None:
        if source.direction is None and source.kind in _OPEN:
            source.direction = direction  # "4.9 million, up from 4.4 million": the first of them rose
        direction = None if kind is not Kind.CHANGE else direction
    return kind, direction


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
    return _of_raised(elements, frame, grammar) if frame.preposition == "to" and not frame.predicate else None


def _leads_on(elements: Sequence[Element], place: int) -> bool:
    """Say whether the level or the percentage of a change follows: gained 3 cents to $51.30; shed 120 points, or 0.4 percent."""
    step = place + 1
    step += step < len(elements) and elements[step].lower == ","
    return step + 1 < len(elements) and elements[step].lower in ("to", "or") and elements[step + 1].tag is QUANTITY


def _of_raised(elements: Sequence[Element], frame: Frame, grammar: Grammar) -> Direction | None:
    """Return which way the verb before the measure goes: increased its stake to 49.4 percent."""
    at = frame.place - 1
    while frame.subject and at > 0 and elements[at].start > frame.subject[0].start:
        at -= 1
    while at > 0 and elements[at].tag in (DETERMINER,):
        at -= 1
    before = elements[at - 1] if frame.subject and at and elements[at].tag is not VERB else elements[at]
    word = grammar.change.get(before.lower) if before.tag is VERB else None
    return Direction(word) if word else None


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
