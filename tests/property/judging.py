"""What generated texts are judged by: the rules that speak loud on a text of a sentence or two."""

from functools import cache

from factlint.engine import examine
from factlint.knowledge import Knowledge, cards, load_knowledge
from factlint.readers import read_text


@cache
def _known() -> Knowledge:
    return load_knowledge()


def loud(text: str) -> set[str]:
    """Return the codes of the rules that find a warning or an error in a text."""
    found = examine(read_text(text), _known(), cards())
    return {conflict.rule for conflict in found.conflicts if conflict.severity.rank > 0}


def joined(parts: list[str]) -> str:
    """Return parts as a list in words: a, b and c."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
