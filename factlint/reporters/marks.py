"""The few signs that a report draws, and what stands for them where the output cannot encode them."""

from factlint.model.record import dataclass


@dataclass(slots=True, frozen=True)
class Marks:
    """The signs of one output."""

    ellipsis: str = "…"
    gutter: str = "│"
    dash: str = "–"
    next: str = "→"
    dot: str = "·"


FULL = Marks()
ASCII = Marks(ellipsis="...", gutter="|", dash="-", next="->", dot="-")


def marks_for(encoding: str) -> Marks:
    """Return the signs that text in this encoding can hold."""
    signs = f"{FULL.ellipsis}{FULL.gutter}{FULL.dash}{FULL.next}{FULL.dot}"
    try:
        signs.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return FULL
