"""Trees of XML, turned where a reader looks: elements lost, doubled, moved and renamed, their words and attributes others."""

import copy
import random
from collections.abc import Sequence
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

_MOST = 60  # elements of a tree that is put together: an execution is to be quick
_ODD = (
    "",
    "0",
    "-1",
    "1",
    "3",
    "9",
    "65535",
    "99999999999",
    "²",
    "x",
    "none",
    "true",
    "restart",
    "1e9",
    "A1",
    "ZZZ9",
    "B2:A1",
    "٣",
    "s",
    "date",
)
_WORDS = (
    "Exports rose 5.3%",
    "12",
    "2,640",
    " ",
    "",
    "\t",
    "Total",
    "2023",
    "45000",
    "é中😀",
    "\u2028",
    "-0.5",
    "(3)",
    "Table 1",
    "1.5E+7",
    "9" * 40,
)


def turned(dice: random.Random, members: Sequence[bytes]) -> bytes:
    """Draw the members of an archive anew, each a tree, joined by a byte that no text in UTF-8 has."""
    return b"\xff".join(_turned(dice, body) for body in members)


def _turned(dice: random.Random, body: bytes) -> bytes:
    root = ET.fromstring(body)
    _shortened(dice, root)
    for _ in range(dice.randint(0, 9)):
        _turn(dice, root)
    return ET.tostring(root)


def _shortened(dice: random.Random, root: Element) -> None:
    """Leave of each long list of elements a few that follow one another."""
    for parent in list(root.iter()):
        if len(parent) > 8:
            first = dice.randrange(len(parent) - 4)
            parent[:] = parent[first : first + dice.randint(2, 8)]
    for at, element in enumerate(list(root.iter())):
        if at > _MOST:
            element[:] = []


def _turn(dice: random.Random, root: Element) -> None:
    elements = list(root.iter())
    parent, other = dice.choice(elements), dice.choice(elements)
    match dice.randrange(8):
        case 0 if len(parent):
            del parent[dice.randrange(len(parent))]
        case 1 if len(parent):
            parent.insert(dice.randint(0, len(parent)), copy.deepcopy(dice.choice(list(parent))))
        case 2:
            parent.insert(dice.randint(0, len(parent)), copy.deepcopy(other))
        case 3 if parent is not root:
            parent.tag = other.tag
        case 4 if other.attrib or parent.attrib:
            name = dice.choice(list({**other.attrib, **parent.attrib}))
            parent.set(name, dice.choice(_ODD))
        case 5:
            parent.text = dice.choice(_WORDS)
        case 6:
            parent.tail = dice.choice(_WORDS)
        case _ if parent.attrib:
            parent.attrib.pop(dice.choice(list(parent.attrib)))
        case _:
            return
