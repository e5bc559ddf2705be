"""Inputs drawn without a guide: seeds cut, joined and spoiled; the same numbers give the same inputs everywhere."""

import random
import re
from collections.abc import Callable, Iterator, Sequence

_WORD = re.compile(rb"\w+|\s+|[^\w\s]+")
SIGNS = [
    b"2.64 million", b"5%", b"(", b")", b"[", b"-", b"\xe2\x80\x93", b"$1.2bn", b"from", b" to ", b"of", b"1,487", b".", b",",
    b"2023", b"the first quarter", b"half", b"one in five", b"\r\n", b"\n\n", b"\t", b"|", b"#", b"<", b">", b"&#x", b'"', b"'",
    b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xcc\x81", b"\xf0\x9f\x98\x80", b"\xc2\xbd", b"9" * 40, b"1e999", b"0", b"//",
    b"\xe4\xb8\x87", b"\xe4\xba\xbf", b"April 31", b"1/0", b"00:00:01,000 --> ", b"= ", b"[[", b"]]", b'"""', b"\\", b"^", b"``",
]  # fmt: skip


Draw = Callable[[random.Random], bytes]
"""What makes an input by itself, from drawn numbers."""


def inputs(
    seeds: Sequence[bytes], longest: int, number: int, draw: int = 0, made: Draw | None = None
) -> Iterator[bytes]:
    """Yield so many inputs: each seed as it is, then mutations of them and what is made anew; another draw gives others."""
    dice = random.Random(draw)
    for seed in seeds[:number]:
        yield seed[:longest]
    for _ in range(number - len(seeds)):
        kind = dice.randrange(4) if made is not None else 0
        if made is None or kind == 0:
            yield _mutated(dice, seeds)[:longest]
        elif kind == 1:
            yield _mutated(dice, [made(dice)])[:longest]
        else:
            yield made(dice)


def _mutated(dice: random.Random, seeds: Sequence[bytes]) -> bytes:
    parts = _WORD.findall(dice.choice(seeds))
    start = dice.randrange(max(len(parts), 1))
    parts = parts[start : start + dice.randint(1, 120)]
    for _ in range(dice.randint(1, 6)):
        at = dice.randint(0, len(parts))
        match dice.randrange(6):
            case 0:
                parts.insert(at, dice.choice(SIGNS))
            case 1:
                del parts[at : at + dice.randint(1, 4)]
            case 2:
                parts[at:at] = parts[dice.randint(0, at) : at] * dice.randint(1, 3)
            case 3:
                other = _WORD.findall(dice.choice(seeds))
                first = dice.randrange(max(len(other), 1))
                parts[at:at] = other[first : first + dice.randint(1, 12)]
            case 4:
                parts[at : at + 1] = [bytes(dice.randrange(256) for _ in range(dice.randint(1, 3)))]
            case _:
                parts[at : at + 1] = [str(dice.randrange(10 ** dice.randint(1, 12))).encode()]
    return b"".join(parts)
