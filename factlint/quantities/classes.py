"""One class character for each token, over which the grammar of names and periods is written.

M a month, D a weekday, G a grain (day, quarter), S a season, Y a year, i a number from 1 to 31, n another number, o an
ordinal, z a time up to now (year-to-date), _ what continues a numeral, Q H X e designators of periods, x other designators, W and w words; small words of
time have the characters that the lexicon gives them, and punctuation stands for itself.
"""

from factlint.knowledge.lexicon import Lexicon
from factlint.lexing.figures import Numeral
from factlint.lexing.kinds import CARDINAL, DESIGNATOR, NUMBER, ORDINAL, WORD
from factlint.model.parse import Token

_MOST_REMEMBERED = 50_000  # words: a text of more different ones starts the memory afresh


def classify(tokens: list[Token], texts: list[str], numerals: list[Numeral], lexicon: Lexicon) -> str:
    """Return the class characters of a sentence, one a token; ``texts`` are the words of the tokens."""
    memory = _memory(lexicon)
    try:
        out = list(map(memory.__getitem__, texts))
    except KeyError:
        for token in tokens:
            if token.text not in memory:
                memory[token.text] = _class_of(token, lexicon.times.classes)
        out = list(map(memory.__getitem__, texts))
    for numeral in numerals:
        for at in range(numeral.first, numeral.last):
            out[at] = "_"
        out[numeral.first] = _numeral(numeral)
    if "M" in out or "D" in out or "e" in out or "d" in out:
        _settle_ambiguous(out, tokens)
    return "".join(out)


def _memory(lexicon: Lexicon) -> dict[str, str]:
    memory = lexicon.memory.get("classes")
    if not isinstance(memory, dict) or len(memory) > _MOST_REMEMBERED:
        memory = lexicon.memory["classes"] = {}
    return memory


def _class_of(token: Token, table: dict[str, str]) -> str:
    """Return the class of a token by itself, before its neighbours are looked at."""
    if token.kind is WORD:
        lower = token.lower
        found = table.get(lower)
        if found is None and lower.endswith(("'s", "\u2019s")):
            found = table.get(lower[:-2])
        if found is None and lower.endswith(("s'", "s\u2019")):
            found = table.get(lower[:-1])
        return found or ("W" if token.text[0].isupper() else "w")
    if token.kind is DESIGNATOR:
        return _designator(token)
    if token.kind is NUMBER:
        return "n"
    text = token.text
    return "-" if text in "-\u2010\u2011\u2013" else text if text in ",./'\u2019:()" else "*"


def _numeral(numeral: Numeral) -> str:
    if numeral.form is ORDINAL:
        return "o"
    value = numeral.whole
    if value is None or numeral.form is not CARDINAL or numeral.grouped:
        return "n"
    if 1 <= value <= 31 and numeral.scale == 1:
        return "i"
    if 1700 <= value <= 2100 and (numeral.in_words or (numeral.scale == 1 and len(numeral.digits) == 4)):
        return "Y" if numeral.is_plain or (numeral.in_words and value > 1900) else "n"
    return "n"


def _designator(token: Token) -> str:
    text = token.text
    if len(text) == 2 and text[0] in "Qq" and text[1] in "1234":
        return "Q"
    if len(text) == 2 and ((text[0] in "H" and text[1] in "12") or (text[1] in "Hh" and text[0] in "12")):
        return "H"
    if len(text) == 2 and text[1] in "Qq" and text[0] in "1234":
        return "Q"
    if text[:2] == "FY" and text[2:].isdecimal() and len(text) in (4, 6):
        return "X"
    if len(text) == 4 and text[1] in "QH" and text[0].isdecimal() and text[2:].isdecimal():
        return "X"
    lower = text.lower().replace("'", "").replace("\u2019", "")
    if lower.endswith("s") and lower[:-1].isdecimal() and len(lower) in (3, 5) and lower[-2] == "0":
        return "e"
    return "x"


_UNSURE = frozenset(("may", "march", "mar", "sun", "sat", "mon", "wed", "fri", "dec", "jan"))


def _settle_ambiguous(out: list[str], tokens: list[Token]) -> None:
    """Tell May from may, second from second: a month has its capital, and what follows is not its verb."""
    size = len(tokens)
    for at, character in enumerate(out):
        if character in "MD":
            token = tokens[at]
            if token.text[0].isupper():
                if (
                    (token.lower == "may" and _is_modal_may(at, out, tokens))
                    or (
                        token.lower in ("sun", "sat", "mon", "wed", "fri")
                        and not (at + 1 < size and out[at + 1] in ",.Mi")
                    )
                    or (token.lower == "mar" and at + 1 < size and out[at + 1] == "-")
                ):
                    out[at] = "W"
                elif (
                    token.text.isupper()
                    and len(token.text) == 3
                    and token.lower in ("sun", "sat", "mar", "may", "dec", "mon", "fri")
                ):
                    following = out[at + 1] if at + 1 < size else ""
                    out[at] = character if following in ("i", "Y") else "W"
            elif token.lower in _UNSURE or token.text.endswith("'s"):
                out[at] = "w"
        elif (character == "e" and tokens[at].kind is WORD and not (at and out[at - 1] in "T_-iG")) or (
            character == "d" and tokens[at].text in ("That", "that") and not (at + 1 < size and out[at + 1] == "G")
        ):
            out[at] = "w"


def _is_modal_may(at: int, out: list[str], tokens: list[Token]) -> bool:
    following = out[at + 1] if at + 1 < len(tokens) else ""
    if following and following in "iYo,":
        return False
    before = out[at - 1] if at else ""
    if before and before in "IOBZf>UNab&-diGE|":
        return False
    return bool(following) and following in "wWT"
