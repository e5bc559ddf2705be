"""Running heads and page numbers: what stands at the head or foot of pages, told by repetition and by form."""

import re
from collections import Counter
from functools import cache

_EDGE = 3  # lines at the head and foot of a page that may be running ones
_LEAST_PAGES = 3


def running_lines(pages: list[list[tuple[str, float]]]) -> list[set[int]]:
    """Return for each page the places of the lines to leave out.

    A page is its lines with their height from 0 at the top to 1; lines at its edges run where most pages have the same
    words there, figures aside, or where they are page numbers.
    """
    edges: list[list[int]] = []
    seen: Counter[str] = Counter()
    for lines in pages:
        order = sorted(range(len(lines)), key=lambda at: lines[at][1])
        edge = list(dict.fromkeys((*order[:_EDGE], *order[-_EDGE:])))
        edges.append(edge)
        seen.update({_shape(lines[at][0]) for at in edge})
    least = max(2, min(_LEAST_PAGES, (len(pages) + 1) // 2)) if len(pages) > 1 else 2
    dropped: list[set[int]] = []
    for lines, edge in zip(pages, edges, strict=True):
        out: set[int] = set()
        order = sorted(edge, key=lambda at: lines[at][1])
        for at in order:
            words, height = lines[at]
            is_outer = height < 0.14 or height > 0.86
            if is_outer and seen[_shape(words)] >= least and len(words) <= 200:
                out.add(at)
        for at in (*order[:2], *order[-2:]):
            words, height = lines[at]
            if (height < 0.12 or height > 0.88) and is_page_number(words):
                out.add(at)
        dropped.append(out)
    return dropped


def is_page_number(words: str) -> bool:
    """Say whether a line is a page number and nothing else: 3, - 3 -, Page 3 of 12, 3/12, iv."""
    return _number_pattern().fullmatch(words.strip()) is not None


def _shape(words: str) -> str:
    return re.sub(r"\d+", "#", " ".join(words.lower().split()))


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(
        r"[-\u2013\u2014|\[\s]*(?:(?:page|p\.|seite|\u7b2c)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4})?"
        r"(?:\s*\u9875)?[-\u2013\u2014|\]\s]*",
        re.IGNORECASE,
    )
