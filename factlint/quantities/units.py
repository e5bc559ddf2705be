"""Numeral and unit: 7.7%, 1.2 trillion yuan, US$55, 23,000-TEU, 200 kilometers per hour, 7 feet 10 inches."""

from factlint.lexing.kinds import CARDINAL, FRACTION, INDEFINITE, ORDINAL, WORD
from factlint.model.interval import tidy
from factlint.model.quantity import COUNT
from factlint.quantities.draft import Draft, Scene
from factlint.quantities.money import add_smaller_unit, confirm_money, count_millions, sign_before
from factlint.quantities.outside import outside_unit
from factlint.quantities.rates import read_rate
from factlint.quantities.settle import continues_age, is_age, is_growth, settle_unit
from factlint.quantities.unit_phrases import HYPHENS, is_inch, match_unit, unit_fits, unit_named, unit_of_a


def attach_units(scene: Scene) -> None:
    """Give every quantity of the scene its unit and grow it over the words that say so."""
    before: Draft | None = None
    for draft in scene.drafts:
        if draft.form is ORDINAL or draft.first < 0:
            continue
        sign_before(scene, draft)
        if draft.unit is COUNT:
            _unit_behind(scene, draft)
            if draft.unit is COUNT and (is_age(scene, draft) or continues_age(scene, before, draft)):
                draft.unit = unit_named(scene, "year", COUNT)
        else:
            confirm_money(scene, draft)
        read_rate(scene, draft)
        if draft.unit is not COUNT:
            settle_unit(scene, draft)
        elif (
            draft.form is INDEFINITE and scene.lower(draft.last - 1) in ("digit", "digits") and is_growth(scene, draft)
        ):
            draft.unit = unit_named(scene, "percent", COUNT)
        draft.core_first, draft.core_last = draft.first, draft.last
        before = draft


def take_unit(scene: Scene, draft: Draft) -> None:
    """Give a quantity the unit behind its bound: five or so months, 10-plus years."""
    found = match_unit(scene, draft.last + (scene.word(draft.last) in HYPHENS))
    if found is not None and unit_fits(scene, draft, found[0], draft.last, found[1]):
        draft.unit, draft.last = found


def _percent_label(scene: Scene, draft: Draft) -> bool:
    """Read "percent of 10", the label of a table row read aloud: nothing else stands in the sentence."""
    if draft.last != len(scene.tokens) or draft.first < 2 or scene.lower(draft.first - 1) != "of":
        return False
    found = match_unit(scene, 0)
    if found is None or not found[0].is_percent or found[1] != draft.first - 1:
        return False
    draft.unit, draft.first = found[0], 0
    return True


def _unit_behind(scene: Scene, draft: Draft) -> None:
    at = draft.last
    if at >= len(scene.tokens):
        _percent_label(scene, draft)
        return
    opened = ""
    if (
        scene.word(at) in (*HYPHENS, "\u2013")
        and scene.touches(at)
        and scene.touches(at + 1)
        and scene.kind(at + 1) is WORD
    ):
        at += 1
    elif (
        scene.word(at) in HYPHENS
        and not scene.touches(at)
        and scene.word(at + 2) in HYPHENS
        and draft.numeral.form is CARDINAL
    ):
        at += 1  # 55 - year - old, as some corpora space it
    elif draft.form is INDEFINITE and scene.lower(at) == "of":
        at += 1
    elif (
        scene.word(at) in ("(", "[", "{", "<")
        and scene.word(at + 2) in (")", "]", "}", ">")
        and scene.kind(at + 1) is WORD
        and scene.word(at + 1) in scene.lexicon.symbols
    ):
        opened, at = scene.word(at), at + 1
    word = scene.word(at)
    if len(word) == 4 and word[0] == "M" and word[1:] in scene.lexicon.signs:
        count_millions(draft, scene.lexicon.signs[word[1:]])
        draft.last = at + 1
        return
    found = match_unit(scene, at)
    if found is None and draft.numeral.form is FRACTION:
        found = unit_of_a(scene, at)
    if found is None and scene.lower(at) == "of" and scene.lower(at + 1) == "a" and draft.numeral.digits:
        found = unit_of_a(scene, at)
    if found is None and scene.word(at) in ('"', "\u2033") and is_inch(scene, at):
        found = next(((unit, at + 1) for rest, unit in scene.lexicon.names.get("inch", ()) if not rest), None)
    if found is None and scene.lower(at) in ("yo", "y.o") and draft.numeral.digits:
        found = next(((unit, at + 1) for rest, unit in scene.lexicon.names.get("year", ()) if not rest), None)
    if found is None and scene.lower(at) in scene.lexicon.cues["before_time_unit"]:
        step = match_unit(scene, at + 1)
        found = step if step is not None and step[0].dimension == "time" else None
    if found is None:
        found = outside_unit(scene, at)
    if found is None:
        _network_speed(scene, draft, at)
        return
    unit, end = found
    if not unit_fits(scene, draft, unit, at, end):
        return
    draft.unit, draft.last = unit, end + bool(opened)
    if (
        unit.is_money
        and draft.scale == 1
        and scene.lower(draft.last) in ("million", "billion", "trillion", "thousand", "mn", "bn")
    ):
        scale = scene.lexicon.numbers.scales[scene.lower(draft.last)]  # 75 USD million
        draft.value = tidy((draft.value or 0) * scale) if draft.value is not None else None
        draft.quantum, draft.scale, draft.last = tidy(draft.quantum * scale), scale, draft.last + 1
    if unit.dimension in ("length", "mass", "currency", "time"):
        add_smaller_unit(scene, draft)


def _network_speed(scene: Scene, draft: Draft, at: int) -> None:
    """Read 1000M broadband as a data rate."""
    if scene.word(at) == "M" and scene.touches(at) and draft.scale == 1:
        for unit in (found for rest, found in scene.lexicon.names.get("megabit", ()) if rest == ("per", "second")):
            draft.unit, draft.last = unit, at + 1
            return
