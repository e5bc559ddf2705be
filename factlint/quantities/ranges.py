"""Figures that share and join: 10 and 20 million, 12 to 14 million tonnes, from 5% to 7%, one in five."""

from fractions import Fraction
from itertools import pairwise

from factlint.lexing.kinds import CARDINAL, FRACTION, MULTIPLE, NUMBER, ORDINAL, RANGE, WORD
from factlint.model.interval import tidy
from factlint.model.quantity import COUNT
from factlint.model.record import replace
from factlint.quantities.draft import Draft, Scene

_DASHES = ("-", "\u2010", "\u2011", "\u2013", "\u2014", "~", "\uff5e", "\u2212")
_NEARLY_ALL, _WHOLE = 95, 100  # percent of the votes for the two that a result names
_LINKS = ("to", "through", "thru", *_DASHES)


def join_figures(scene: Scene) -> None:
    """Share scales and units along lists, make ranges and movements, read n in m."""
    drafts = scene.drafts
    _out_of(scene)
    _share_back(scene)
    for at in range(len(scene.drafts) - 2, -1, -1):
        _share(scene, scene.drafts[at], scene.drafts[at + 1])
    out: list[Draft] = []
    at = 0
    drafts = scene.drafts
    while at < len(drafts):
        left = drafts[at]
        right = drafts[at + 1] if at + 1 < len(drafts) else None
        joined = right is not None and _join(scene, left, right) and right.role != "to"
        out.append(left)
        at += 2 if joined else 1
    scene.drafts = out


def _share_back(scene: Scene) -> None:
    """Let the level before take the unit of the one reached: to 17.5 billion cubic meters from 15.1 billion."""
    for left, right in pairwise(scene.drafts):
        is_bare = right.unit is COUNT and right.scale > 1 and scene.word(right.last) in (",", ".", ";", "")
        if is_bare and left.unit is not COUNT and not left.unit.is_percent and _gap(scene, left, right) == ["from"]:
            right.unit = left.unit


def _begins_range(scene: Scene, right: Draft) -> bool:
    """Say whether the second figure is the lower end of a range of its own: 24.2 to 33-35 billion euros."""
    dash = right.last
    third = scene.draft_at.get(dash + 1)
    return scene.word(dash) in ("-", "\u2013") and scene.touches(dash) and scene.touches(dash + 1) and third is not None and (
        third.value is not None and right.value is not None and third.numeral.digits != ""
    )  # fmt: skip


def link_movements(scene: Scene) -> None:
    """Tie the ends of a movement that nouns or bounds stand between: from 8.6 million doses to more than 27 million doses."""
    for left, right in pairwise(scene.drafts):
        if left.role or right.role or left.value is None or right.value is None or not _alike(left, right):
            continue
        if left.form is ORDINAL or right.form is ORDINAL or not 1 < right.first - left.last <= 8:
            continue
        words = [scene.lower(at) for at in range(left.last, right.first)]
        before = scene.lower(left.first - 1)
        inside = words[:-2] if words[-2:-1] == [","] else words[:-1]
        plain = not any(word in (",", ";", ".", "and", "or", ":") for word in inside)
        if before == "from" and words[-1] == "to" and plain and _is_movement(scene, left):
            left.role, right.role, left.partner, right.partner = "from", "to", right, left
        elif before == "to" and words[-1] == "from" and plain and "up" not in words and "down" not in words:
            left.role, right.role, left.partner, right.partner = "to", "from", right, left


def _gap(scene: Scene, left: Draft, right: Draft) -> list[str]:
    """Return the words between two figures, or an endless list where they are too many."""
    if right.first - left.last > 4:
        return ["..."]
    return [scene.lower(at) for at in range(left.last, right.first)]


def _share(scene: Scene, left: Draft, right: Draft) -> None:
    """Let the left figure take scale and unit of the right one: 10 and 20 million, 5 to 7%, $5 to 7 million."""
    if right.value is None or left.value is None or left.form is not CARDINAL or right.form is not CARDINAL:
        return
    gap = _gap(scene, left, right)
    if (len(gap) == 2 and gap[1] == "$") or not gap:
        return
    linked = len(gap) == 1 and gap[0] in (*_LINKS, "and", "or", ",", "&")
    linked = linked or gap in (["-", "to"], ["-", "to", "-"], ["-", "or"], ["-", "and"], [",", "and"], [",", "or"])
    if not linked:
        return
    listed = gap[0] in ("and", "or", ",", "&") or (len(gap) == 2 and gap[0] == ",")
    money_left = left.unit is not COUNT and left.first < left.numeral.first
    if (
        left.scale == 1
        and right.scale > 1
        and (left.unit is COUNT or money_left)
        and _same_style(left, right)
        and not right.numeral.grouped
        and not (left.unit.per or left.per_item)  # "$2.29 per share, or $229 million"
    ):
        small = abs(Fraction(left.value)) < 1000 and not left.numeral.grouped
        hundreds = (
            right.scale == 100
            and right.numeral.in_words
            and gap[0] in ("to", "or", "-")
            and abs(Fraction(left.value)) < 10
        )
        if hundreds or (small and right.scale >= 1000 and not (listed and not _listed_alike(left, right))):
            left.value, left.quantum, left.scale = (
                tidy(left.value * right.scale),
                tidy(left.quantum * right.scale),
                right.scale,
            )
    if gap == [",", "or"] and left.scale > 1 and right.scale > 1 and left.value > right.value:
        return  # up from 30.9 billion, or 4.5 billion dollars: one amount in two currencies
    if gap in ([","], [",", "or"]) and _begins_change(scene, left, right):
        return
    if gap == ["or"] and right.unit.is_percent and left.unit is COUNT and _is_told_in_percent(scene, left, right):
        return
    if left.unit is COUNT and right.unit is not COUNT and (not listed or _listed_alike(left, right)):
        left.unit = right.unit
    elif money_left and right.unit is COUNT and gap[0] in _LINKS:
        if not (gap == ["to"] and left.scale > 1 and _counts(scene, right)):  # paid $4 billion to 2 million people
            right.unit = left.unit
    elif (
        money_left
        and left.unit.is_money
        and right.unit.is_money
        and right.unit.per
        and not left.unit.per
        and gap[0] in _LINKS
    ):
        left.unit = replace(left.unit, per=right.unit.per)


def _begins_change(scene: Scene, left: Draft, right: Draft) -> bool:
    """Say whether the second figure tells by how much the first one differs: 9,388, 46 percent lower than in 2021."""
    if not (right.unit.is_percent or right.unit.is_point):
        return False
    after = scene.lower(right.last)
    return left.numeral.grouped or after in scene.lexicon.bounds.movers or scene.lower(right.last + 1) == "than"


def _is_told_in_percent(scene: Scene, left: Draft, right: Draft) -> bool:
    """Tell "from 105 to 85 or 21%", an amount and its percentage, from "5 or 6%"."""
    ends = scene.lower(left.first - 1) == "to" and scene.draft_at.get(left.first - 2) is not None
    return ends or right.magnitude() < left.magnitude()


def _same_style(left: Draft, right: Draft) -> bool:
    return left.numeral.in_words == right.numeral.in_words or left.numeral.in_words


def _listed_alike(left: Draft, right: Draft) -> bool:
    """Say whether figures in a list are of one kind: neither a year nor of another sign."""
    if (
        len(left.numeral.digits) == 4
        and left.unit is COUNT
        and not left.numeral.grouped
        and 1900 <= abs(Fraction(left.value or 0)) <= 2100
    ):
        return False
    return not (right.first < right.numeral.first and right.unit.is_money and left.unit is COUNT)


def _join(scene: Scene, left: Draft, right: Draft) -> bool:
    """Make a range or a movement of two figures; True where they are joined."""
    if (
        left.value is None
        or right.value is None
        or left.form in (ORDINAL, MULTIPLE)
        or right.form in (ORDINAL, MULTIPLE)
    ):
        return False
    gap = _gap(scene, left, right)
    before = scene.lower(left.first - 1)
    if (gap == ["and"] and before == "between") or (gap in (["to"], ["and"]) and before == "between"):
        if not _alike(left, right) or (_is_hyphened(scene, left) and _is_hyphened(scene, right)):
            return False  # the spread between two-year and 10-year notes: two notes, and no span
        _make_range(left, right, left.first - 1)
        return True
    if gap == ["\u2014"] and not (scene.touches(left.last) and scene.touches(right.first)):
        return False
    if gap in (["to"], ["through"], ["thru"], ["-", "to"], ["-", "to", "-"], ["up", "to"]) or (
        len(gap) == 1 and gap[0] in _DASHES
    ):
        if not _alike(left, right) or (gap == ["to"] and right.unit is left.unit and _begins_range(scene, right)):
            return False
        if gap == ["to"] and before not in ("from", "of") and _is_tally(left, right):
            return False
        dash = gap[0] in _DASHES and len(gap) == 1
        if dash and left.value == right.value:
            return False
        if before == "from" and not dash and _is_movement(scene, left):
            left.role, right.role = "from", "to"
            left.partner, right.partner = right, left
            return True
        if gap == ["to"] and _changes_to(scene, left, right):
            left.role, right.role = "by", "to"
            return True
        if dash and scene.word(left.last) in ("\u2212",) and not scene.touches(left.last):
            return False
        _make_range(left, right, left.first - (before == "from"))
        return True
    if before == "from" and gap == [",", "to"] and _alike(left, right):
        left.role, right.role, left.partner, right.partner = "from", "to", right, left
        return True
    if gap == ["or"] and _alike(left, right) and left.magnitude() < right.magnitude() and left.numeral.in_words and right.numeral.in_words and (
        right.magnitude() - left.magnitude() <= max(Fraction(2), right.magnitude() / 2) and left.bound is right.bound
    ):  # fmt: skip
        _make_range(left, right, left.first)
        return True
    if gap in (["+", "/", "-"], ["\u00b1"], ["+/-"]):
        middle, spread = left.value, right.value
        left.low, left.high = tidy(middle - spread), tidy(middle + spread)
        left.value, left.bound, left.unit, left.last = None, RANGE, right.unit, right.last
        return True
    if _reversed_movement(scene, left, right):
        left.role, right.role, left.partner, right.partner = "to", "from", right, left
    return False


def _is_tally(left: Draft, right: Draft) -> bool:
    """Say whether two percentages are both sides of a vote: won by 52.4% to 47.6%."""
    return (
        left.unit.is_percent and right.unit.is_percent and left.value is not None and right.value is not None
        and left.value > right.value and _NEARLY_ALL <= left.value + right.value <= _WHOLE
    )  # fmt: skip


def _is_hyphened(scene: Scene, draft: Draft) -> bool:
    """Say whether a figure hangs on its unit by a hyphen: two-year, 10-year."""
    return draft.last - draft.numeral.last > 1 and scene.word(draft.numeral.last) == "-"


def _reversed_movement(scene: Scene, left: Draft, right: Draft) -> bool:
    """Read "to 7% from 5%" as a movement told backwards."""
    if _gap(scene, left, right) != ["from"] or scene.lower(left.first - 1) != "to":
        return False
    _lend(scene, left, right)
    return _alike(left, right)


def _counts(scene: Scene, draft: Draft) -> bool:
    """Say whether a noun is counted right behind a figure."""
    return scene.kind(draft.last) is WORD and scene.lower(draft.last) not in scene.lexicon.nouns.stop


def lend_money(scene: Scene) -> None:
    """Let a large bare figure take the money that it is held against: 490.4 million euros, down from 499.4 million."""
    for at, (left, right) in enumerate(pairwise(scene.drafts)):
        if at and (_is_conversion(scene, scene.drafts[at - 1], left) or _is_in_brackets(scene, left)):
            left = scene.drafts[at - 1]
        if right.is_bare and left.unit.is_money and right.scale > 1:
            before = scene.lower(right.first - 1)
            is_held = before in scene.lexicon.cues["held_against"] or (
                before in ("to", "with") and scene.lower(right.first - 2) in scene.lexicon.cues["comparers"]
            )
            if is_held and not any(scene.word(at) in (";", ".", ":") for at in range(left.last, right.first)):
                _lend(scene, left, right)


def _is_in_brackets(scene: Scene, draft: Draft) -> bool:
    """Say whether a figure stands alone in brackets: 738.4 billion yuan ($101 billion), down from 2.31 trillion."""
    return scene.word(draft.first - 1) == "(" and scene.word(draft.last) == ")" and draft.unit.is_money


def _is_conversion(scene: Scene, amount: Draft, converted: Draft) -> bool:
    """Say whether a figure tells the one before it in another currency: 32.7 billion crowns, or 4.8 billion dollars."""
    told = converted.unit.is_money and amount.unit.is_money and amount.unit.name != converted.unit.name
    return told and _gap(scene, amount, converted)[-1:] == ["or"]


def _lend(scene: Scene, left: Draft, right: Draft) -> None:
    """Give a bare figure the currency of the one before it, where both are large and nothing is counted."""
    if (
        not _counts(scene, right)
        and right.is_bare
        and left.unit.is_money
        and left.unit.factor is None
        and min(left.scale, right.scale) > 1
    ):
        right.unit = replace(left.unit, per="")


def _alike(left: Draft, right: Draft) -> bool:
    if left.unit.name == right.unit.name:
        return left.unit.per == right.unit.per or not left.unit.per or not right.unit.per
    return left.unit.dimension == right.unit.dimension and left.unit.dimension not in (
        "count",
        "currency",
        "percentage_point",
    )


def _is_movement(scene: Scene, left: Draft) -> bool:
    """Say whether "from a to b" tells of a change and not of a span."""
    for at in range(left.first - 2, max(left.first - 14, -1), -1):
        word = scene.lower(at)
        if word in scene.lexicon.bounds.spreads:
            return False
        if word in scene.lexicon.bounds.movers or word in scene.lexicon.numbers.multiples:
            return True
        if scene.word(at) in (";", "."):
            return False
    return False


def _changes_to(scene: Scene, left: Draft, right: Draft) -> bool:
    """Tell "rose 3 percent to 7 percent", a change and the level it led to, from "may rise 3 to 7 percent"."""
    is_bare = left.last == left.numeral.last and left.first == left.numeral.first
    is_by = scene.lower(left.first - 1) == "by" and left.magnitude() * 4 < right.magnitude()
    is_by = is_by or (left.is_bare and left.magnitude() * 10 < right.magnitude())  # slipped 3/8 to 19-1/2
    if is_bare and not is_by and "from" not in [scene.lower(at) for at in range(right.last, right.last + 3)]:
        return False  # may rise 3 to 7 percent; but: grew by 14,508 to 80,452 from 65,944
    at = left.first - 1
    while at >= 0 and scene.lower(at) in scene.lexicon.cues["before_change"] and at > left.first - 5:
        at -= 1
    if scene.lower(at) not in scene.lexicon.bounds.movers:
        return False
    if scene.lower(left.first - 1) == "by" and left.magnitude() * 10 < right.magnitude():
        return True  # will rise by £3 to £38
    near = {scene.lower(step) for step in range(max(at - 6, 0), at)}
    return near.isdisjoint(scene.lexicon.cues["hedges"])


def _make_range(left: Draft, right: Draft, first: int) -> None:
    ends = sorted((Fraction(left.value or 0), Fraction(right.value or 0)))
    if left.unit.name != right.unit.name and left.unit.factor and right.unit.factor:
        ends = sorted(
            (
                Fraction(left.value or 0) * Fraction(left.unit.factor) / Fraction(right.unit.factor),
                Fraction(right.value or 0),
            )
        )
    left.low, left.high = tidy(ends[0]), tidy(ends[1])
    left.value, left.bound = None, RANGE
    left.unit = right.unit if right.unit is not COUNT else left.unit
    left.first, left.last, left.core_last = first, right.last, right.last
    left.quantum = max(left.quantum, right.quantum)
    left.scale = right.scale


_ROUND = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000, 10000, 100000, 1000000))


def _out_of(scene: Scene) -> None:
    """Read one in five and nine out of ten as fractions; 10 out of 18 stays two counts."""
    out: list[Draft] = []
    drafts = scene.drafts
    at = 0
    while at < len(drafts):
        left = drafts[at]
        right = drafts[at + 1] if at + 1 < len(drafts) else None
        if right is not None and _is_share(scene, left, right):
            left.value = tidy(Fraction(left.value or 0) / Fraction(right.value or 1))
            left.form, left.last, left.core_last, left.quantum = FRACTION, right.last, right.last, 0
            out.append(left)
            at += 2
            continue
        out.append(left)
        at += 1
    scene.drafts = out


def _is_share(scene: Scene, left: Draft, right: Draft) -> bool:
    gap = _gap(scene, left, right)
    if gap == ["over"]:
        whole = (
            left.numeral.whole is not None
            and right.numeral.whole
            and left.is_bare
            and right.is_bare
            and left.first == 0
        )
        return bool(whole) and scene.word(right.last) in ("", ".", ",", "?")
    if gap not in (["in"], ["out", "of"], ["in", "every"], ["out", "of", "every"]):
        return False
    top, bottom = left.numeral.whole, right.numeral.whole
    if (
        top is None
        or bottom is None
        or not 0 < top < bottom
        or left.unit is not COUNT
        or right.unit is not COUNT
        or left.scale != 1
    ):
        return False
    if (
        left.form is not CARDINAL
        or right.form is not CARDINAL
        or (bottom not in _ROUND and top != 1 and not left.numeral.in_words)
        or scene.classes[right.first] == "Y"
    ):
        return False
    if gap[0] == "out" and not left.numeral.in_words and bottom > 10 and bottom != 100:
        return False
    return scene.kind(right.last) is not NUMBER
