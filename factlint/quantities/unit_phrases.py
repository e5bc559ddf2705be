"""Looking up the words of a unit at a place of the sentence, and telling them from common words."""

from factlint.knowledge.units import Phrases
from factlint.lexing.kinds import FRACTION, NUMBER, ORDINAL, WORD
from factlint.model.quantity import Unit
from factlint.quantities.draft import Draft, Scene

_LONG = 4  # digits that no measure in inches has
_LARGE = 1000
_CENTS = 2  # digits behind the point that a price has
_QUOTED = 200  # tokens: no quotation of a sentence is longer
HYPHENS = ("-", "\u2010", "\u2011")


def match_unit(scene: Scene, at: int) -> tuple[Unit, int] | None:
    """Return the longest unit whose words begin at a token."""
    best: tuple[Unit, int] | None = None
    word = scene.word(at)
    if not word or scene.taken[at]:
        return None
    tables: tuple[tuple[Phrases[Unit], bool], ...] = ((scene.lexicon.symbols, True), (scene.lexicon.names, False))
    for phrases, exact in tables:
        for rest, unit in phrases.get(word if exact else scene.lower(at), ()):
            if best is not None and at + 1 + len(rest) <= best[1]:
                break
            end = _end_of(scene, at + 1, rest, exact=exact)
            if end is not None:
                if exact and not _symbol_fits(scene, at, end):
                    continue
                if end == len(scene.tokens) and rest == (".",):
                    end -= 1  # the full stop is that of the sentence
                best = unit, end
                break
    return best


def _end_of(scene: Scene, at: int, rest: tuple[str, ...], *, exact: bool) -> int | None:
    """Return where the rest of a phrase ends; a hyphen may stand for a space: a 1,000-square-foot room."""
    for part in rest:
        if (scene.word(at) if exact else scene.lower(at)) != part:
            if part == "-" or scene.word(at) not in HYPHENS or not scene.touches(at) or scene.lower(at + 1) != part:
                return None
            at += 1
        at += 1
    return at if at <= len(scene.tokens) else None


def _symbol_fits(scene: Scene, at: int, end: int) -> bool:
    """Refuse a symbol that is only a word here: "in" between spaces, "a", the m of "I'm"."""
    word = scene.word(at)
    if scene.touches(at) or (scene.word(at - 1) in HYPHENS and at > 1):
        if (
            len(word) == 1
            and word.isalpha()
            and end < len(scene.tokens)
            and scene.touches(end)
            and scene.word(end) in ("-", "'", "\u2019")
        ):
            return scene.word(end) == "-"
        return True
    if end - at > 1 or not word[0].isalpha():
        return True
    if word == "in":
        following = scene.lower(end)
        return not following or (
            following in scene.lexicon.cues["after_in"] and (following != "." or end + 1 >= len(scene.tokens))
        )
    if word == "C":
        return (
            scene.kind(end) is None
            or not scene.word(end)[0].isalnum()
            or (scene.word(end).islower() and "-" not in scene.word(at - 1))
        )
    if scene.word(end) == "/" and scene.touches(end) and scene.touches(end + 1):
        return True
    if word in scene.lexicon.cues["glued_symbols"]:
        return False
    if len(word) > 1:
        return True
    return (
        (scene.kind(end) is not WORD or not scene.word(end)[0].isupper())
        and (scene.kind(end) is not NUMBER or word in "mtlLg")
        and not (scene.word(end) in ("'", "\u2019") and scene.touches(end))
    )


def unit_fits(scene: Scene, draft: Draft, unit: Unit, at: int, end: int) -> bool:
    """Refuse a unit's name that is another word here: "won" the verb, "second" the ordinal, "mark" the threshold."""
    word = scene.lower(at)
    if word in scene.lexicon.cues["plural_marks"] and (
        scene.context.code(word) is None
        or (draft.scale < _LARGE and len(draft.numeral.digits.partition(".")[2]) < _CENTS)
    ):
        return False  # scored 20 marks
    if word == "won" or unit.name in ("real", "dong", "rand", "mu", "li", "sen", "stone", "turn", "cup", "bar"):
        if word == "won":
            return (
                draft.scale >= 1000 and scene.lower(end) not in scene.lexicon.cues["after_won"]
            ) or draft.numeral.grouped
        if word in ("cup", "cups", "turn", "turns", "stone", "mu", "li", "sen", "bar", "bars", "rand", "dong"):
            return scene.word(at).islower()
    if unit.name == "point" and scene.lower(end) in ("of", "guard", "plan", "agenda", "proposal", "seven"):
        return False
    if unit.is_money and scene.kind(end) is NUMBER and scene.touches(end):
        return False
    if unit.dimension == "time" and word in ("second",) and draft.form is ORDINAL:
        return False
    if unit.name == "percent" and word == "percentage":
        return scene.lower(at - 1) != "-"
    return not (unit.name == "quarter" and draft.form is FRACTION)


def unit_of_a(scene: Scene, at: int) -> tuple[Unit, int] | None:
    """Read 0.3 of a percentage point, half an hour, a quarter of a mile."""
    step = at
    if scene.lower(step) in ("of", "-"):
        step += 1
    if scene.lower(step) in ("a", "an", "one", "the"):
        step += 1
    elif step != at + 1 or scene.lower(at) != "-":
        return None
    found = match_unit(scene, step)
    if (
        found is None
        or (found[0].dimension == "time" and scene.lower(at) == "of")
        or (found[0].is_money and found[0].factor is None and scene.lower(step - 1) == "the")
    ):
        return None
    return found if scene.lower(step - 1) != "the" else None


def is_inch(scene: Scene, at: int) -> bool:
    """Tell the inch mark from a closing quotation mark: an even number of marks stands before it."""
    if scene.word(at) == "\u2033":
        return scene.touches(at)
    if scene.tokens[at - 1].text.isdigit() and len(scene.tokens[at - 1].text) >= _LONG:
        return False  # "Room 3632": the end of a quotation
    return sum(token.text == '"' for token in scene.tokens[max(at - _QUOTED, 0) : at]) % 2 == 0 and (scene.touches(at) or scene.tokens[at].start == scene.tokens[at - 1].end + 1) and (
        sum(token.text == '"' for token in scene.tokens[at + 1 : at + _QUOTED]) == 0 or scene.touches(at)
    )  # fmt: skip


def unit_named(scene: Scene, word: str, default: Unit) -> Unit:
    """Return the unit that one word names."""
    return next((unit for rest, unit in scene.lexicon.names.get(word, ()) if not rest), default)
