"""The content words near a figure, on both sides of it, up to the next figure."""

from bisect import bisect_left

from factlint.claims.build import Reading
from factlint.claims.chunks import NOUN, VERB
from factlint.knowledge.grammar import Grammar
from factlint.model.record import dataclass

_LEFT, _RIGHT = 6, 5  # content words around a figure that are looked at
_LEFT_OF_FIGURE, _RIGHT_OF_FIGURE = 3, 2  # ... at the least, where another figure stands between


@dataclass(slots=True, frozen=True)
class Window:
    """The content words near a figure, the one right before it, and the names among them."""

    words: frozenset[str]
    before: str
    names: frozenset[str]
    plain: frozenset[str]  # the words that are more than general


NONE = Window(frozenset(), "", frozenset(), frozenset())


def windows_of(reading: Reading, grammar: Grammar) -> list[Window]:
    """Return the windows of a sentence's figures, by their numbers, read once."""
    known = reading.kept.get("windows")
    if not isinstance(known, list):
        words_at = [at for at, e in enumerate(reading.elements) if e.tag is NOUN or e.tag is VERB or e.lower == ";"]
        known = [_window(reading, number, words_at, grammar) for number in range(len(reading.claims))]
        reading.kept["windows"] = known
    return known


def _window(reading: Reading, number: int, words_at: list[int], grammar: Grammar) -> Window:
    """Return the window of a figure of a sentence; a semicolon ends it, and so does a far figure.

    ``words_at`` are the places of nouns, verbs and semicolons, so that figures in a row are not gone through for each.
    """
    elements, stems, frames = reading.elements, reading.stems, reading.frames
    place = frames[number].place
    middle = bisect_left(words_at, place)
    left: list[str] = []
    right: list[str] = []
    names: set[str] = set()
    for found, steps, step, most, least in (
        (left, range(middle - 1, -1, -1), -1, _LEFT, _LEFT_OF_FIGURE),
        (right, range(middle, len(words_at)), 1, _RIGHT, _RIGHT_OF_FIGURE),
    ):
        figure = number + step  # the next figure on the way
        for way in steps:
            at = words_at[way]
            is_met = False
            while 0 <= figure < len(frames) and (frames[figure].place - at) * step < 0:
                is_met |= len(found) >= least
                if is_met:
                    break
                figure += step
            element = elements[at]
            if is_met or len(found) >= most or element.lower == ";":
                break
            found += stems[at]
            if element.is_name:
                names.update(stems[at])
    words = frozenset(left + right)
    return Window(words, left[0] if left else "", frozenset(names) - grammar.nations, words - grammar.general)
