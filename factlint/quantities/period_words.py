"""What the words of a date or period name, collected from their tokens."""

from factlint.lexing.kinds import WORD
from factlint.model.parse import Token
from factlint.quantities.calendar import Named
from factlint.quantities.draft import Scene


def number_at(scene: Scene, at: int) -> int | None:
    """Return the whole number that begins at a token."""
    numeral = scene.numeral_at.get(at)
    return None if numeral is None else numeral.whole


def collect(scene: Scene, first: int, last: int) -> Named:
    """Collect what the words of a date or period name."""
    named = Named()
    times = scene.lexicon.times
    numerals = scene.numeral_at
    classes = scene.classes
    for at in range(first, last):
        character = classes[at]
        token = scene.tokens[at]
        word = token.lower.removesuffix("'s").removesuffix("\u2019s").rstrip("'\u2019")
        if character == "M":
            named.month = times.months[word]
        elif character == "D":
            named.weekday = times.weekdays[word]
        elif character == "Y":
            named.year = numerals[at].whole if at in numerals else None
        elif character == "G":
            _grain(named, times.grains[word])
            named.is_plural = word.endswith("s") and token.lower == word
        elif character == "d":
            named.deixis = named.deixis or times.deixis[word]
        elif character == "E":
            named.part = times.parts[word]
        elif character == "F":
            named.fiscal = True
        elif character == "S":
            named.season = times.seasons[word]
        elif character == "z":
            named.grain, named.to_date = times.running[word], True
        elif character == "t":
            named.to_date = True
        elif character == "R":
            named.relative = times.relative[word]
        elif character == "o" and at in numerals:
            named.ordinal = numerals[at].whole
        elif character in "in" and at in numerals:
            named.count = numerals[at].whole
        elif character in "QHXe":
            _designated(scene, named, token)
    if "Gi" in classes[first:last] and named.grain == "quarter" and named.quarter is None:
        named.quarter, named.count = named.count, None  # Quarter 1 of this year
        named.grain = "year" if named.deixis else ""
    if _is_compared(classes[first:last]):
        named.deixis = "that"
    if (
        named.month is not None
        and (named.ordinal is not None or named.count is not None)
        and named.grain in ("", "year")
    ):
        named.day = named.ordinal if named.ordinal is not None else named.count
        named.ordinal = named.count = None
    return named


def _is_compared(classes: str) -> bool:
    """Say whether a time is that of the year before the one spoken of: the prior-year quarter, the year-ago first quarter."""
    at = classes.find("G")
    if at < 0 or classes.count("G") < 2 or "Y" in classes:
        return False
    if at and classes[at - 1] in "d-" and not classes[:at].strip("Td-"):
        return classes[at + 1] in "-Go" if classes[at - 1] == "-" else classes[at + 1] == "G"
    return at == (classes[0] == "T") and classes[at + 1] == "-" and classes[at + 2] in "Eg"


def _grain(named: Named, grain: str) -> None:
    if (
        named.ordinal is not None
        and named.count is None
        and grain in ("quarter", "half")
        and named.quarter is None
        and named.half is None
    ):
        if grain == "quarter":
            named.quarter = named.ordinal
        else:
            named.half = named.ordinal
        named.ordinal = None
    elif not named.grain or named.grain == "year":
        named.grain = grain


def _designated(scene: Scene, named: Named, token: Token) -> None:
    text = token.text
    if token.kind is WORD:
        named.decade = 1900 + scene.lexicon.times.decades[token.lower]
        return
    if text[-1] in "sS":
        number = int(text[:-1].rstrip("'\u2019"))
        named.decade = number if number > 100 else (1900 if number >= 30 else 2000) + number
        return
    if text[:2] == "FY":
        number = int(text[2:])
        named.year, named.fiscal = number if number > 100 else 2000 + number, True
        return
    digit = next(int(character) for character in text if character.isdecimal())
    if "Q" in text or "q" in text:
        named.quarter = digit
    else:
        named.half = digit
    if len(text) == 4:
        named.year = 2000 + int(text[2:])
