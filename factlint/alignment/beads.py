"""Sentences of an original beside those of its translation.

Dynamic programming over lengths in the manner of W. Gale and K. Church, "A program for aligning sentences in bilingual
corpora" (1993), with the figures that both sides share as anchors: they tell more than length does.
"""

from collections.abc import Sequence

from factlint.model.record import dataclass

_MOVES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 0), (0, 1), (1, 3), (3, 1))
_PRICES = {(1, 1): 0.0, (1, 2): 2.3, (2, 1): 2.3, (2, 2): 4.4, (1, 0): 4.5, (0, 1): 4.5, (1, 3): 4.0, (3, 1): 4.0}
_SPREAD = 6.8  # variance of the length of a translation, for each character, as the paper measured it
_ANCHOR = 4.0  # what a shared figure is worth
_STRAY = 1.5  # what a figure costs that the other side lacks
_BAND = 40
_BAND_SHARE = 8


@dataclass(slots=True)
class Side:
    """A sentence: its length, and what its figures look like (keys that equal figures share)."""

    length: int
    anchors: frozenset[object]


def align(originals: Sequence[Side], translations: Sequence[Side]) -> list[tuple[range, range]]:
    """Return runs of sentences that belong together, in order; one side of a run may be empty."""
    rows, columns = len(originals), len(translations)
    if not rows or not columns:
        return [(range(rows), range(columns))] if rows or columns else []
    ratio = max(sum(one.length for one in translations), 1) / max(sum(one.length for one in originals), 1)
    width = max(_BAND, abs(rows - columns) + max(rows, columns) // _BAND_SHARE)
    best: list[dict[int, tuple[float, tuple[int, int]]]] = [{} for _ in range(rows + 1)]
    best[0][0] = (0.0, (0, 0))
    for row in range(rows + 1):
        middle = row * columns // rows
        for column in range(max(middle - width, 0), min(middle + width, columns) + 1):
            options = []
            for move in _MOVES:
                up, left = move
                if row < up or column < left or (column - left) not in best[row - up]:
                    continue
                cost = best[row - up][column - left][0]
                cost += _cost(originals[row - up : row], translations[column - left : column], ratio, move)
                options.append((cost, move))
            if options:
                best[row][column] = min(options)
    if columns not in best[rows]:
        return [(range(rows), range(columns))]
    found = []
    row, column = rows, columns
    while row or column:
        up, left = best[row][column][1]
        found.append((range(row - up, row), range(column - left, column)))
        row, column = row - up, column - left
    return found[::-1]


def _cost(left: Sequence[Side], right: Sequence[Side], ratio: float, move: tuple[int, int]) -> float:
    one, other = sum(side.length for side in left), sum(side.length for side in right)
    price = _PRICES[move]
    anchors = (
        frozenset[object]().union(*(side.anchors for side in left)),
        frozenset[object]().union(*(side.anchors for side in right)),
    )
    shared = len(anchors[0] & anchors[1])
    stray = len(anchors[0] ^ anchors[1])
    if one and other:
        expected = one * ratio
        price += min((other - expected) ** 2 / (_SPREAD * ratio * (one + other / ratio) / 2 + 1), 25.0) / 2
    return price - _ANCHOR * shared + _STRAY * stray
