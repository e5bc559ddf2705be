"""Multiples: doubled, halved, threefold, twice, 2.5 times."""

from fractions import Fraction

from factlint.lexing.figures import Numeral
from factlint.lexing.kinds import CARDINAL, MULTIPLE, NUMBER, WORD
from factlint.model.interval import tidy
from factlint.quantities.draft import Draft, Scene

_TIMES = ("times", "time", "x", "×")


def find_multiples(scene: Scene) -> list[Draft]:
    """Return the multiples that are words of their own, and turn "2.5 times" into one."""
    numbers = scene.lexicon.numbers
    multiples = numbers.multiples
    found: list[Draft] = []
    if not multiples.keys().isdisjoint(scene.lowers):
        places = [at for at, word in enumerate(scene.lowers) if word in multiples]
        found = [
            _draft(at, at + 1, Fraction(multiples[scene.lower(at)]))
            for at in places
            if not scene.taken[at] and _multiplies(scene, at)
        ]
    for draft in scene.drafts:
        if draft.value is None or draft.form is not CARDINAL:
            continue
        end = draft.last
        if scene.word(end) == "-" and scene.touches(end):
            end += 1
        if scene.lower(end) in numbers.folds or (
            scene.touches(draft.last)
            and scene.word(draft.last) in ("x", "×")
            and scene.kind(draft.last + 1) is not NUMBER
        ):
            draft.form, draft.last = MULTIPLE, end + 1
        elif scene.lower(draft.first - 2) == "factor" and scene.lower(draft.first - 1) == "of" and draft.is_bare:
            draft.form = MULTIPLE  # by a factor of two
        elif scene.lower(draft.last) == "times":
            draft.last += 1
            if _compares(scene, draft.last):
                draft.form = MULTIPLE
    return found


def _draft(first: int, last: int, value: Fraction) -> Draft:
    numeral = Numeral(first, last, tidy(value), 0, in_words=True, form=MULTIPLE)
    return Draft.of(numeral)


def _multiplies(scene: Scene, at: int) -> bool:
    word, after = scene.lower(at), scene.lower(at + 1)
    if scene.word(at - 1) in ("-",) or after == "-":
        return False
    if word in ("twice", "thrice") and (
        scene.classes[at + 1 : at + 2] in ("y", "P")
        or (after in ("a", "an") and scene.classes[at + 2 : at + 3] in ("G", "D"))
    ):
        return False  # twice a day
    if word in ("double", "triple", "treble", "quadruple", "quintuple", "halve"):
        before = scene.lower(at - 1)
        return (after in scene.lexicon.numbers.after_double and (before not in ("the", "a"))) or (
            before in scene.lexicon.cues["before_double"]
            and (
                after in scene.lexicon.numbers.after_double
                or after in (".", ",", "")
                or (scene.kind(at + 1) is WORD and before not in ("the", "a", "than", "to"))
            )
        )
    if word == "doubles":
        return after not in scene.lexicon.cues["after_doubles"] and scene.lower(at - 1) not in (
            "men's",
            "women's",
            "mixed",
        )
    return not (word in ("doubling", "doubled") and after == "down")


def _compares(scene: Scene, at: int) -> bool:
    after = scene.lower(at)
    return after in scene.lexicon.cues["comparing"] or after.endswith("er")
