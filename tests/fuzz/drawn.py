"""Inputs drawn from what is right: texts of a grammar, and trees and pages whose form holds while their content does not."""

import random
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_SLOT = re.compile(r"\{(\w+)\}")
_FIGURE = re.compile(rb"\d[\d,.]*\d|\d")
_DEEPEST = 12
_SIZES = (
    "7",
    "12",
    "0.5",
    "3.75",
    "140",
    "2,640",
    "1,000,000",
    "98.6",
    "2023",
    "31",
    "5.3",
    "100",
    "0",
    "2.64",
    "1,487.5",
)


@cache
def _grammar() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def press_text(dice: random.Random) -> bytes:
    """Draw a text of a few sentences that claim something."""
    return _unfold("text", dice, 0).encode()


def _unfold(name: str, dice: random.Random, depth: int) -> str:
    form = dice.choice(_grammar()[name])
    return _SLOT.sub(lambda slot: _unfold(slot[1], dice, depth + 1) if depth < _DEEPEST else "", form)


def refigured(dice: random.Random, texts: Sequence[bytes]) -> bytes:
    """Draw some texts, joined, with other figures in places: what a rule looks for, and nearly what it looks for."""
    chosen = [dice.choice(texts) for _ in range(dice.randint(1, 3))]
    return dice.choice((b" ", b"\n\n", b"\r\n")).join(
        _FIGURE.sub(lambda figure: _other(figure, dice), one) for one in chosen
    )


def _other(figure: re.Match[bytes], dice: random.Random) -> bytes:
    match dice.randrange(6):
        case 0:
            return dice.choice(_SIZES).encode()
        case 1:
            return figure[0][::-1]
        case 2:
            return str(dice.randrange(10 ** dice.randint(1, 7))).encode()
        case _:
            return figure[0]
