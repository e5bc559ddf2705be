"""Texts to measure with: as long as is asked for, all different, and of one thing over and over."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

HOSTILE = {
    "digits": "1234567 ",
    "brackets": "(((( ))))",
    "one line": "7",
    "one measure": "They sold 12,345 boats. ",
    "one share": "The share rose by 4.5% to 12.3%. ",
    "words": "one hundred and ",
}


def honest(seed: Path, size: int, number: int) -> str:
    """Return a text of a size: the paragraphs of another in a new order, with new figures of the same lengths."""
    dice = random.Random(number)
    paragraphs = [part for part in seed.read_text(encoding="utf-8").split("\n\n") if part.strip()]
    parts: list[str] = []
    length = 0
    while length < size:
        dice.shuffle(paragraphs)
        for part in paragraphs:
            parts.append(re.sub(r"\d", lambda digit: digit[0] if digit[0] == "0" else str(dice.randint(1, 9)), part))
            length += len(part.encode()) + 2
            if length >= size:
                break
    return "\n\n".join(parts)


def many(seed: Path, size: int, each: int) -> Iterator[str]:
    """Yield different texts of a size each, of a size together."""
    for number in range(max(size // each, 2)):
        yield honest(seed, each, 100 + number)
