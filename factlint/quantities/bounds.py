"""Words that bound a figure: over, nearly, at least, or more, and verbs that stand off: exceeded the 100 million mark."""

from fractions import Fraction

from factlint.knowledge.units import Phrases
from factlint.lexing.kinds import (
    APPROX,
    AT_LEAST,
    AT_MOST,
    CARDINAL,
    EXACT,
    INDEFINITE,
    LESS_THAN,
    MORE_THAN,
    MULTIPLE,
    NUMBER,
    ORDINAL,
    RANGE,
    WORD,
)
from factlint.model.interval import tidy
from factlint.model.quantity import COUNT, Unit
from factlint.quantities.draft import Draft, Scene
from factlint.quantities.settle import is_hyphened_bound
from factlint.quantities.unit_phrases import unit_named
from factlint.quantities.units import take_unit

_BOUNDS = {
    "more_than": MORE_THAN, "at_least": AT_LEAST, "less_than": LESS_THAN, "at_most": AT_MOST,
    "nearly": LESS_THAN, "approx": APPROX, "exact": EXACT,
}  # fmt: skip
_OF_AGE = ["the", "age", "of"]


def bound_figures(scene: Scene) -> None:
    """Give every quantity its bound and grow it over the bound's words."""
    for at, draft in enumerate(scene.drafts):
        if draft.form is ORDINAL:
            continue
        floor = scene.drafts[at - 1].last if at else 0
        ceiling = scene.drafts[at + 1].first if at + 1 < len(scene.drafts) else len(scene.tokens)
        _before(scene, draft, floor)
        _after(scene, draft, ceiling)
        if draft.bound is EXACT and not draft.bound_word:
            _verb(scene, draft, floor)
        _slack(scene, draft)
    _close_intervals(scene)


def _leftwards(scene: Scene, phrases: Phrases[str], last: int, floor: int) -> tuple[str, int] | None:
    """Return the bound of the longest phrase that ends just before a token, and where it begins."""
    found = phrases.get(scene.lower(last))
    if found is None:
        return None
    for rest, bound in found:
        at = last - 1
        if last - len(rest) < floor:
            continue
        for word in rest:
            if scene.lower(at) != word:
                break
            at -= 1
        else:
            return bound, at + 1
    return None


def _before(scene: Scene, draft: Draft, floor: int) -> None:
    phrases = scene.lexicon.bounds.before
    last = draft.first - 1
    if last < floor:
        return
    if is_hyphened_bound(scene, draft):
        words = scene.lower(last - 1)
        _set(draft, phrases[words][-1][1], words, last - 1)
        return
    found = _leftwards(scene, phrases, last, floor)
    if found is None and last - 3 >= floor and [scene.lower(at) for at in range(last - 2, last + 1)] == _OF_AGE:
        found = _leftwards(scene, phrases, last - 3, floor)  # above the age of 60
    if found is None and last > floor and scene.lower(last) in ("a", "an", "the", "another"):
        found = _leftwards(scene, phrases, last - 1, floor)
        if (
            found is not None
            and scene.lower(last) == "the"
            and scene.word(draft.last - 2) == "-"
            and draft.unit.dimension == "time"
        ):
            return  # higher than the 3-year average
        if found is not None and (
            found[1] == last - 1 and scene.lower(last - 1) not in ("nearly", "almost", "roughly", "approximately")
        ):
            return
    if found is None:
        return
    bound, first = found
    verb = _leftwards(scene, scene.lexicon.bounds.verbs, last, floor)
    if verb is not None and verb[1] < first:
        return  # fell short of: a verb with its particle
    words = scene.text[scene.tokens[first].start : scene.tokens[draft.first - 1].end].lower()
    if not _is_bound(scene, draft, first, words):
        return
    if bound == "exact":
        draft.is_exactly = words in ("exactly", "precisely")
        if words in ("exactly", "precisely", "equal to", "equals", "equals to", "equaling to"):
            draft.bound_word, draft.first = words, first
        return
    if floor and first == floor and words == "over":
        return  # an increase of 9.4% over $35.3 billion: what it is measured against
    is_next = first == floor or (scene.lower(draft.first - 1) == "the" and first - floor < 3)
    if floor and is_next and words.split()[1:2] == ["than"]:
        return  # 310 more than the 3,550 of last year: a difference, and no bound
    again = _leftwards(scene, scene.lexicon.bounds.before, first - 1, floor) if first - 1 >= floor else None
    if again is not None and again[0] == "approx" and bound in ("more_than", "less_than"):
        first = again[1]
    _set(draft, bound, " ".join(words.split()), first)
    if draft.is_bare and words in ("under", "over", "below", "above") and _are_of_age(scene, draft):
        draft.unit = unit_named(scene, "year", COUNT)


def _are_of_age(scene: Scene, draft: Draft) -> bool:
    """Read those under 18 and people over 65 as years of age, where nothing is counted behind."""
    following = scene.kind(draft.last) is WORD and scene.lower(draft.last) not in scene.lexicon.nouns.stop
    return (
        not following
        and draft.scale == 1
        and draft.magnitude() < 120
        and scene.lower(draft.first - 1) in scene.lexicon.cues["people"]
    )


def _set(draft: Draft, bound: str, words: str, first: int | None) -> None:
    draft.bound_word = words
    if first is not None:
        draft.first = first
    if draft.bound is RANGE:
        if draft.value is None and bound == "approx" and draft.form is not INDEFINITE:
            draft.slack_below = draft.slack_above = -1
        elif draft.form is INDEFINITE and bound in ("more_than", "at_least"):
            return
        return
    draft.bound = _BOUNDS[bound]
    if bound == "nearly":
        draft.slack_below = -1


def _is_bound(scene: Scene, draft: Draft, first: int, words: str) -> bool:
    """Refuse "over" of time and place: over three years, within 5 km, up 5%, the some of "some of"."""
    if (
        words == "over"
        and draft.unit.dimension == "time"
        and scene.lower(draft.last) != "old"
        and scene.lower(first - 1) not in scene.lexicon.cues["before_over_time"]
    ):
        return draft.bound is not RANGE and not scene.lower(first - 1)
    if words == "within" and draft.unit.dimension not in ("percent", "percentage_point"):
        return draft.unit.dimension == "time" or draft.unit.dimension == "length"
    if words == ">" and "<" in (scene.word(first - 2), scene.word(first - 3), scene.word(first - 4)):
        return False  # Mobil <MOB> 50-1/4
    if words == "some" and draft.form in (MULTIPLE,):
        return False
    if words in ("above", "below") and scene.lower(first - 1) in ("and", "or"):
        return True
    if words in ("c.", "ca.", "circa"):
        return scene.touches(draft.first) or words != "c."
    if words == "up to" and (
        scene.lower(draft.last) == "from"
        or scene.lower(first - 1) in scene.lexicon.cues["before_up_to"]
        or (scene.lower(first - 1) in ("is", "was", "are", "were") and _comes_from(scene, draft))
    ):
        return False  # inched up to 4.1% from 4%
    if words == "as early as" or (words == "starting from" and draft.unit.dimension == "time"):
        return False
    return not (
        words in ("near", "under", "about", "around", "beyond")
        and draft.unit.name == ""
        and scene.kind(first - 1) is None
        and draft.value is None
    )


def _after(scene: Scene, draft: Draft, ceiling: int) -> None:
    """Read or more, and above, or so, plus behind the figure."""
    at = draft.last
    if (
        scene.word(at) == "+"
        and scene.touches(at)
        and (scene.kind(at + 1) is not NUMBER or not scene.touches(at + 1))
        and scene.word(at + 1) != "/"
    ):
        _set_after(draft, "at_least", "+", at + 1, COUNT)
        return
    if scene.word(at) == "-" and scene.touches(at) and scene.lower(at + 1) == "plus" and scene.touches(at + 1):
        _set_after(draft, "at_least", "plus", at + 2, COUNT)
        if draft.is_bare and draft.numeral.form is CARDINAL:
            take_unit(scene, draft)
        return
    for step in (at, at + 1):
        if step > at and (scene.kind(at) is not WORD or scene.lower(at) in scene.lexicon.nouns.stop or at >= ceiling):
            return
        for rest, bound in scene.lexicon.bounds.after.get(scene.lower(step), ()):
            end = step + 1 + len(rest)
            if end > max(ceiling, step + 1) and end > ceiling:
                continue
            if end <= len(scene.tokens) and all(scene.lower(step + 1 + k) == word for k, word in enumerate(rest)):
                if scene.lower(end) == "than" or (scene.kind(end) is NUMBER and rest and rest[-1] == "than"):
                    continue
                words = scene.text[scene.tokens[step].start : scene.tokens[end - 1].end].lower()
                if words in ("plus", "max", "tops", "at least", "more or less", "odd") and not _closes(
                    scene, end, words
                ):
                    continue
                years = next((unit for tail, unit in scene.lexicon.names.get("year", ()) if not tail), COUNT)
                of_people = scene.lower(draft.first - 1) in scene.lexicon.cues["people"] and draft.magnitude() < 120
                _set_after(draft, bound, words, end if step == at else None, years, of_people=of_people)
                if draft.is_bare and step == at and draft.numeral.form is CARDINAL:
                    take_unit(scene, draft)
                return


def _closes(scene: Scene, end: int, words: str) -> bool:
    return words in ("odd", "more or less") or scene.kind(end) is None or scene.word(end) in (".", ",", ";", ")")


def _comes_from(scene: Scene, draft: Draft) -> bool:
    """Say whether the level before is told behind: is up to 4065.4 so far from 3053.15 at the end of last year."""
    return any(
        scene.lower(at) == "from" and at + 1 in scene.numeral_at
        for at in range(draft.last, min(draft.last + 10, len(scene.tokens)))
    )


def _set_after(draft: Draft, bound: str, words: str, end: int | None, years: Unit, *, of_people: bool = False) -> None:
    combined = {("more_than", "at_least"): "at_least", ("less_than", "at_most"): "at_most"}
    if draft.bound is RANGE:
        return
    if draft.bound is not EXACT and draft.bound is not APPROX:
        bound = combined.get(
            (draft.bound.value, bound),
            "" if words != "or equal" else {"more_than": "at_least", "less_than": "at_most"}.get(draft.bound.value, ""),
        )
        if not bound:
            return
    draft.bound, draft.slack_below = _BOUNDS[bound], 0
    draft.bound_word = (draft.bound_word + " " + words).strip() if draft.bound_word and bound != "approx" else words
    if end is not None:
        draft.last = end
    if draft.is_bare and (
        words in ("and older", "and younger", "or older", "or younger") or (words[:4] == "and " and of_people)
    ):
        draft.unit = years


def _verb(scene: Scene, draft: Draft, floor: int) -> None:
    """Let exceeded, surpassed, fell short of bound the figure; the verb stays outside its span."""
    bounds = scene.lexicon.bounds
    last = draft.first - 1
    skipped = 0
    while last >= floor and skipped < 3 and scene.lower(last) in bounds.fillers and scene.lower(last) not in ("of",):
        last, skipped = last - 1, skipped + 1
    if last < floor:
        return
    found = _leftwards(scene, bounds.verbs, last, floor)
    if found is None:
        return
    bound, first = found
    words = scene.text[scene.tokens[first].start : scene.tokens[last].end].lower()
    if words == "top" and scene.classes[first - 1 : first] == "T":
        return  # the top 50 percent
    if words in bounds.need_mark and not _marked(scene, draft, words):
        return
    if draft.bound is EXACT:
        draft.bound, draft.bound_word = _BOUNDS[bound], " ".join(words.split())
        if bound == "nearly":
            draft.slack_below = -1


def _marked(scene: Scene, draft: Draft, verb: str) -> bool:
    """Say whether the figure is a mark that can be passed: "passed the 100 million mark", "topped $5 billion"."""
    after = scene.lower(draft.last)
    if after == "-":
        after = scene.lower(draft.last + 1)
    if after in scene.lexicon.bounds.marks or scene.lower(draft.last + 1) in scene.lexicon.bounds.marks:
        return True
    noun = scene.kind(draft.last) is WORD and after not in scene.lexicon.nouns.stop
    if noun and scene.lower(draft.first - 1) in ("a", "an", "the"):
        return False  # passed a $2 trillion tax cut
    if verb in scene.lexicon.cues["weak_marks"]:
        return draft.scale >= 1000 or draft.unit.dimension in ("percent", "currency") or draft.numeral.grouped
    return False


def _slack(scene: Scene, draft: Draft) -> None:
    """Work out what nearly, about and numbers in words leave open."""
    if draft.bound is EXACT and (draft.is_exactly or draft.value is None or not _is_loose(draft)):
        return
    slack = scene.lexicon.bounds.slack
    value = abs(Fraction(draft.value)) if draft.value is not None else None
    if value is None:
        if draft.slack_below == -1:
            top = abs(Fraction(draft.high or 0))
            draft.slack_below = draft.slack_above = tidy(top * slack["about"])
        return
    if draft.bound is LESS_THAN and draft.slack_below == -1:
        draft.slack_below = tidy(max(value * slack["nearly"], Fraction(draft.quantum)))
        return
    if draft.bound is APPROX:
        half = min(Fraction(_place(draft)) / 2, value * slack["about_place_at_most"])
        draft.slack_below = draft.slack_above = tidy(max(value * slack["about"], half))
    elif draft.bound is EXACT and _is_loose(draft) and not draft.is_exactly:
        draft.slack_below = draft.slack_above = tidy(value * slack["word"])


def _is_loose(draft: Draft) -> bool:
    """Say whether the words themselves round: two thirds, doubled, a dozen."""
    if draft.form is MULTIPLE:
        return not draft.numeral.digits
    return draft.numeral.in_words and draft.numeral.quantum == 0 and draft.form is not ORDINAL


def _place(draft: Draft) -> Fraction:
    value, quantum = abs(Fraction(draft.value or 0)), Fraction(draft.quantum)
    if not value or not quantum:
        return quantum
    place = quantum
    while (value / (place * 10)).denominator == 1:
        place *= 10
    return Fraction(1) if place == 10 and quantum == 1 and value < 100 else place


def _close_intervals(scene: Scene) -> None:
    """Join two bounds on one figure: more than 10 and less than 20."""
    out: list[Draft] = []
    for draft in scene.drafts:
        left = out[-1] if out else None
        if (
            left is not None and left.value is not None and draft.value is not None and draft.first - left.last <= 2
            and [scene.lower(at) for at in range(left.last, draft.first)] in (["and"], ["but"], [",", "but"], [",", "and"], [","])
            and ((left.bound.is_lower and draft.bound.is_upper) or (left.bound.is_upper and draft.bound.is_lower))
            and left.bound_word and draft.bound_word and not left.slack_below and not draft.slack_below
            and (left.unit.name == draft.unit.name or left.is_bare) and left.first < left.core_first and draft.first < draft.core_first
        ):  # fmt: skip
            low, high = (left, draft) if left.bound.is_lower else (draft, left)
            if Fraction(low.value or 0) < Fraction(high.value or 0):
                left.low, left.high = low.value, high.value
                left.value, left.bound, left.last, left.unit = None, RANGE, draft.last, draft.unit
                left.quantum = max(left.quantum, draft.quantum)
                continue
        out.append(draft)
    scene.drafts = out
