"""Signs and codes of money, before and behind the figure: US$55, RM79, 75 USD million, 20 ringgit and 43 sen."""

from fractions import Fraction

from factlint.lexing.kinds import SYMBOL, WORD
from factlint.model.interval import tidy
from factlint.model.quantity import Unit
from factlint.model.record import replace
from factlint.quantities.draft import Draft, Scene
from factlint.quantities.unit_phrases import match_unit


def sign_before(scene: Scene, draft: Draft) -> None:
    """Take a currency sign or code in front of the figure: $, US$, hk $, RM, EUR."""
    at = draft.first - 1
    if draft.numeral.sign_from is not None:
        at = draft.numeral.sign_from - 1
    if at < 0 or scene.taken[at]:
        return
    signs = scene.lexicon.signs
    word = scene.word(at)
    gap = scene.tokens[at + 1].start - scene.tokens[at].end
    if gap > 1:
        return
    if scene.kind(at) is SYMBOL and word in signs:
        first, unit = at, signs[word]
        found = _prefixed(scene, at)
        if found is not None:
            first, unit = found
        draft.first, draft.unit = first, unit
        if draft.value is not None and first and scene.word(first - 1) in ("-", "\u2212") and scene.touches(first) and (
            first < 2 or not scene.touches(first - 1)
        ) and draft.value > 0:  # fmt: skip
            draft.first, draft.value = first - 1, -draft.value
        _signed_in_words(scene, draft)
    elif (
        scene.kind(at) is WORD
        and word.lower() not in scene.lexicon.times.classes
        and word[:1] == "M"
        and word[1:] in signs
        and len(word) == 4
    ):
        count_millions(draft, signs[word[1:]])
        draft.first = at
    elif scene.kind(at) is WORD and word in signs:
        if (len(word) > 1 or gap == 0) and not (
            len(word) == 2 and gap and word not in ("Rs", "RM", "Rp", "SR", "Dh", "Tk", "KD", "kr", "Kr")
        ):
            draft.first, draft.unit = at, signs[word]
    elif word == "." and at and scene.word(at - 1) in ("Rs", "Rp", "Fr"):
        draft.first, draft.unit = at - 1, signs[scene.word(at - 1)]


def _signed_in_words(scene: Scene, draft: Draft) -> None:
    """Take the word of a sign before a sign of money: negative $4.5 million, positive $10.3 million, was minus $3 million."""
    at, cues = draft.first - 1, scene.lexicon.cues
    if at < 0 or scene.taken[at] or draft.value is None or draft.value <= 0:
        return
    word, before = scene.lower(at), scene.lower(at - 1) if at else ""
    if word in scene.lexicon.numbers.minus and (word not in cues["subtracting"] or before in cues["before_minus"]):
        draft.first, draft.value = at, -draft.value
    elif word in cues["plus_in_words"]:
        draft.first = at


def _prefixed(scene: Scene, at: int) -> tuple[int, Unit] | None:
    """Return the country letters before a sign: US$, U.S.$, hk $, NT$, AUD$; the article of "a $5 million deal" is none."""
    signs = scene.lexicon.signs
    if not at or scene.kind(at - 1) is not WORD:
        return None
    gap = scene.tokens[at].start - scene.tokens[at - 1].end
    letters = scene.word(at - 1)
    if (
        gap > 1
        or (gap and letters.lower() in ("a", "s", "r", "u"))
        or (letters.islower() and not gap and len(letters) == 1)
    ):
        return None
    for form in (letters + scene.word(at), letters.upper() + scene.word(at), letters.upper()):
        if form in signs and (form[-1:] == scene.word(at)[-1:] or (len(form) == 3 and form.isupper())):
            return at - 1, signs[form]
    return None


def confirm_money(scene: Scene, draft: Draft) -> None:
    """Let a name behind the figure settle its sign: $20 million U.S. dollars, ¥5 million yuan, $3 USD."""
    found = match_unit(scene, draft.last)
    if found is not None and found[0].is_money and found[0].factor is None and scene.kind(draft.last) is WORD:
        draft.last, draft.unit = found[1], found[0]


def count_millions(draft: Draft, unit: Unit) -> None:
    """Read MUSD and MEUR, the Nordic way of writing millions of a currency."""
    draft.unit = unit
    if draft.value is not None:
        draft.value, draft.scale, draft.quantum = tidy(draft.value * 1000000), 1000000, tidy(draft.quantum * 1000000)


_SMALLER = {
    "foot": "inch", "MYR": "sen", "dollar": "cent", "USD": "cent", "GBP": "penny", "pound": "penny", "EUR": "cent",
    "CNY": "fen", "INR": "paisa", "pound-mass": "ounce", "RUB": "kopeck", "AUD": "cent", "CAD": "cent", "ZAR": "cent",
    "SGD": "cent", "HKD": "cent", "hour": "minute", "minute": "second", "day": "hour", "year": "month",
}  # fmt: skip
_PARTS = {"inch": 12, "ounce": 16, "minute": 60, "second": 60, "hour": 24, "month": 12}  # of hundredths, the rest


def add_smaller_unit(scene: Scene, draft: Draft) -> None:
    """Add the smaller units that go on: 7 feet 10 inches, 20 ringgit and 43 sen, two hours four minutes 32 seconds."""
    small, share = _add_one(scene, draft, _SMALLER.get(draft.unit.name), Fraction(1))
    if small in ("minute", "hour"):
        _add_one(scene, draft, _SMALLER[small], share)


def _add_one(scene: Scene, draft: Draft, small: str | None, whole: Fraction) -> tuple[str, Fraction]:
    """Add one smaller unit; return its name and what part of the first unit it is, or an empty name."""
    if small is None or draft.value is None:
        return "", whole
    parts, is_time = _PARTS.get(small, 100), draft.unit.dimension == "time"
    at = draft.last
    hyphened = small == "inch" and scene.word(at) == "-" and scene.touches(at) and scene.touches(at + 1)
    if scene.lower(at) == "and" or (scene.lower(at) == "," and not is_time) or hyphened:
        at += 1
    other = scene.draft_at.get(at)
    if other is None or other.value is None or other.scale != 1:
        return "", whole
    if is_time and (
        (whole == 1 and draft.quantum != 1) or (small != "second" and other.quantum != 1) or not 0 < other.value < parts
    ):
        return "", whole  # five years and 18 months are two things
    found = match_unit(scene, other.numeral.last + (hyphened and scene.word(other.numeral.last) == "-"))
    if found is None and hyphened and 0 < other.value < parts:
        found = replace(draft.unit, name="inch"), other.numeral.last  # a 6-foot-8 forward
    if found is None and small == "inch" and scene.lower(other.numeral.last) == "in":
        found = replace(draft.unit, name="inch"), other.numeral.last + 1
    if (
        found is None
        and draft.unit.is_money
        and len(other.numeral.digits) == 2
        and scene.word(other.numeral.last) in (".", ",", "")
    ):
        found = replace(draft.unit, name=small), other.numeral.last  # 15 dollars 50
    if found is None or found[0].name != small or found[0].per:
        return "", whole
    if is_time and any(scene.lower(step) == "respectively" for step in range(found[1], found[1] + 3)):
        return "", whole
    share = whole / parts
    draft.value = tidy(Fraction(draft.value) + Fraction(other.value) * share)
    draft.quantum, draft.last = tidy(Fraction(other.quantum) * share), found[1]
    other.value, other.last, other.first = None, -1, -1
    return small, share
