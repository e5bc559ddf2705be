"""Ordinals in words: third, twenty-first, two hundredth; 30 seconds are none."""

from factlint.lexing.integers import IntegerReader, WordNumber
from factlint.lexing.kinds import ORDINAL


def read_ordinal(reader: IntegerReader, at: int) -> WordNumber | None:
    """Return the ordinal in words that begins at this token: third, twenty-first, two hundredth."""
    ordinals = reader.numbers.ordinals
    word = reader.lower(at)
    if word in ordinals:
        if word == "second" and _is_time(reader, at):
            return None
        return WordNumber(at, at + 1, ordinals[word], 0, form=ORDINAL)
    whole = reader.integer(at)
    if whole is None or whole[2] == -1:
        return None
    value, end, _ = whole
    last = reader.skip_hyphen(end)
    if reader.lower(last) == "and" and reader.lower(end - 1) in reader.numbers.scales:
        last += 1
    place = ordinals.get(reader.lower(last))
    if place is None or (place == 2 and _is_time(reader, last)):
        return None
    if place >= 100:
        return WordNumber(at, last + 1, value * place, 0, form=ORDINAL)
    if (value % 10 == 0 and value % 100 >= 20 and place < 10) or value % 100 == 0:
        return WordNumber(at, last + 1, value + place, 0, form=ORDINAL)
    return None


def _is_time(reader: IntegerReader, at: int) -> bool:
    """Tell the unit from the ordinal: 30 seconds, one second, per second."""
    before = reader.lower(at - 1)
    if before in ("per", "every", "each", "/", "split") or before[-1:].isdecimal():
        return True
    if before == "-":
        before = reader.lower(at - 2)
        return before in reader.numbers.cardinals or before[-1:].isdecimal()
    if before in reader.numbers.cardinals:
        return reader.numbers.cardinals[before] < 20 or reader.numbers.cardinals[before] % 10 != 0
    if (
        before == "a"
        and (not reader.lower(at + 1) or not reader.lower(at + 1)[0].isalpha())
        and reader.lower(at + 1) != "-"
    ):
        return True  # wait a second
    return before == "a" and reader.lower(at - 2) in reader.lexicon.names
