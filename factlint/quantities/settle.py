"""What a shared name of a unit means here: points, pounds, dollars; years of age, double digits of percent."""

from factlint.lexing.kinds import WORD
from factlint.model.quantity import Unit
from factlint.model.record import replace
from factlint.quantities.draft import Draft, Scene
from factlint.quantities.unit_phrases import HYPHENS, unit_named

_BYTES = {"kilobit": "kilobyte", "megabit": "megabyte"}
"""What the symbols of bits mean where the size of a file is told: (33.5 Kb)."""
_DOERS = (
    "keeper",
    "worker",
    "ologist",
    "ician",
    "woman",
    "sman",
    "teacher",
    "writer",
    "maker",
    "director",
    "minister",
    "leader",
)
_SHORT = 4
_PENCE = 2  # digits behind the point of a price


def settle_unit(scene: Scene, draft: Draft) -> None:
    """Decide what a shared name means here: points, pounds, dollars, the signs of several countries."""
    unit = draft.unit
    if code := scene.context.code(unit.name):
        draft.unit = replace(unit, name=code)
    elif unit.name == "\u00a5":
        draft.unit = replace(unit, name="JPY")
    elif unit.name == "pound":
        if _is_weight(scene, draft):
            draft.unit = unit_named(scene, "lb", unit)
        elif (
            draft.scale >= 1000000
            or (draft.low or 0) >= 1000000
            or not scene.words.isdisjoint(scene.lexicon.cues["paid"])
        ):
            draft.unit = replace(unit, name="GBP")
    elif unit.name == "point":
        draft.unit = _point(scene, draft)
    elif unit.name in _BYTES and (
        (scene.word(draft.first - 1) == "(" and scene.word(draft.last) == ")")
        or not scene.lexicon.cues["files"].isdisjoint(scene.lower(at) for at in range(draft.last, draft.last + 2))
    ):
        draft.unit = unit_named(scene, _BYTES[unit.name], unit)


def is_growth(scene: Scene, draft: Draft) -> bool:
    """Say whether double digits are of percent here: double-digit growth, up high single digits."""
    movers = scene.lexicon.bounds.movers
    near = {scene.lower(at) for at in (*range(draft.first - 3, draft.first), *range(draft.last, draft.last + 4))}
    return not movers.isdisjoint(near) or not near.isdisjoint(scene.lexicon.cues["of_growth"])


def is_age(scene: Scene, draft: Draft) -> bool:
    """Read aged 60 and above, age 87, at the age of 30."""
    at = draft.first - 1
    if is_hyphened_bound(scene, draft):
        return True  # under-21 players
    if (
        scene.word(at) == "," and (scene.classes[at - 1 : at] == "W" or _is_person(scene, at - 1)) and scene.word(draft.last) in (",", ".", ")", "") and draft.numeral.digits
        and draft.numeral.is_plain and not draft.numeral.grouped and 0 < (draft.value or 0) < 115 and "." not in draft.numeral.digits
    ):  # fmt: skip
        return True  # Karen Buckley, 24, disappeared
    while at >= 0 and scene.lower(at) in scene.lexicon.cues["before_age"] and at > draft.first - 4:
        at -= 1
    return scene.lower(at) in ("aged", "age", "ages") and draft.magnitude() < 130 and draft.scale == 1


def _is_person(scene: Scene, at: int) -> bool:
    """Say whether a word is of one person: the bishop, 71, has led."""
    word = scene.lower(at)
    if scene.classes[at : at + 1] != "w" or scene.word(at + 3) not in (",", ")", "."):
        return False
    return word in scene.lexicon.cues["of_one_person"] or (len(word) > _SHORT and word.endswith(_DOERS))


def is_hyphened_bound(scene: Scene, draft: Draft) -> bool:
    """Say whether a figure hangs on over or under by a hyphen: the under-21 team."""
    at = draft.first - 1
    return (
        at > 0 and scene.word(at) in HYPHENS and scene.touches(at) and scene.touches(at + 1) and scene.lower(at - 1) in ("under", "over")
        and draft.numeral.is_plain and draft.magnitude() < 100 and scene.kind(draft.last) is WORD
    )  # fmt: skip


def continues_age(scene: Scene, before: Draft | None, draft: Draft) -> bool:
    """Say whether a figure ends the span that an age begins: aged 15-44, ages 6 to 11."""
    if before is None or before.unit.name != "year" or draft.first - before.last != 1 or not is_age(scene, before):
        return False
    link = scene.lower(before.last)
    return (
        (link in ("to", "and", "or", "through") or scene.classes[before.last] == "-")
        and draft.magnitude() < 130
        and draft.scale == 1
    )


def _is_weight(scene: Scene, draft: Draft) -> bool:
    if draft.scale >= 1000000 or "\u00a3" in scene.words:
        return False
    if scene.word(draft.last - 2) in HYPHENS and scene.lower(draft.last) not in scene.lexicon.cues["after_pound_money"]:
        return True
    if scene.lower(draft.last) == "of":
        return True
    if draft.unit.per == "hour" and len(draft.numeral.digits.partition(".")[2]) == _PENCE:
        return False  # lifting pay to 11.44 pounds an hour
    return any(
        scene.lower(at) in scene.lexicon.cues["weights"]
        for at in range(max(draft.first - 8, 0), min(draft.last + 4, len(scene.tokens)))
    )


def _point(scene: Scene, draft: Draft) -> Unit:
    """Tell percentage points from the points of an index by the company they keep."""
    words = scene.words
    if words & scene.lexicon.cues["indexes"] or not (
        "%" in words or "percent" in words or "percentage" in words or "rate" in words
    ):
        return draft.unit
    if draft.magnitude() > 50:
        return draft.unit
    return next((unit for rest, unit in scene.lexicon.names.get("percentage", ()) if rest == ("point",)), draft.unit)
