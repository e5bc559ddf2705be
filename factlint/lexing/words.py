"""Compounds into their parts: three-year, 200lbs and RM79 are two tokens each where a part is a number."""

from factlint.knowledge.lexicon import Lexicon
from factlint.lexing.kinds import DESIGNATOR, NUMBER, SYMBOL, WORD
from factlint.lexing.tokens import VULGAR
from factlint.model.parse import Token, TokenKind

_HYPHENS = "-\u2010\u2011"
_NEAR = 24  # tokens in which a word of heat makes 75F a temperature
_LONGEST_TAIL = 12  # letters: no scale and unit are longer
_ARTICLES = ("a", "an", "per", "and")


def split_compounds(tokens: list[Token], marked: list[int], lexicon: Lexicon) -> list[Token]:
    """Return the tokens with compounds of a number and its unit, scale or grain taken apart; only ``marked`` may be some."""
    out: list[Token] = []
    done = 0
    for at in marked:
        token = tokens[at]
        if token.kind is WORD:
            if "-" in token.text or "\u2011" in token.text or "\u2010" in token.text:
                out += tokens[done:at]
                out += _split_word(token, lexicon, behind_digits=_is_behind_digits(out, token))
                done = at + 1
        elif token.kind is DESIGNATOR:
            out += tokens[done:at]
            if token.text[-1] == "F" and not _is_warmth(out, token, lexicon):
                out.append(token)
                done = at + 1
                continue
            is_money = bool(out) and out[-1].end == token.start and out[-1].text in lexicon.signs
            out += _split_designator(token, lexicon, is_money=is_money)
            done = at + 1
    return out + tokens[done:] if done else tokens


def _piece(token: Token, start: int, end: int, kind: TokenKind) -> Token:
    text = token.text[start:end]
    return Token(token.start + start, token.start + end, kind, text, text.lower())


def _is_behind_digits(out: list[Token], token: Token) -> bool:
    """Say whether a word hangs on digits by a hyphen: 1,000-square-foot, 12-cent-a-share."""
    return (
        len(out) > 1 and out[-1].text in _HYPHENS and out[-1].end == token.start and out[-2].end == out[-1].start
        and out[-2].kind is NUMBER
    )  # fmt: skip


def _is_warmth(out: list[Token], token: Token, lexicon: Lexicon) -> bool:
    """Say whether digits and F are a temperature: -40F, and 75F where heat is spoken of; seat 12F is none."""
    if out and out[-1].text in ("-", "\u2212") and out[-1].end == token.start and (
        len(out) < 2 or out[-2].end < out[-1].start
    ):  # fmt: skip
        return True
    return not lexicon.cues["temperatures"].isdisjoint(word.lower for word in out[-_NEAR:])


def _split_word(token: Token, lexicon: Lexicon, *, behind_digits: bool) -> list[Token]:
    numbers, classes = lexicon.numbers, lexicon.times.classes
    lower = token.lower.replace("\u2011", "-").replace("\u2010", "-")
    if lower in numbers.idioms:
        return [token]
    parts = lower.split("-")
    if behind_digits and (
        lower in lexicon.names or (parts[0] not in (*_ARTICLES, *numbers.scales) and parts[0] not in lexicon.names)
    ):
        return [token]
    if not behind_digits and not any(
        part in numbers.cardinals or part in numbers.ordinals or part in numbers.denominators or part in numbers.scales
        or classes.get(part) in ("M", "D")
        for part in parts
    ) and not (classes.get(parts[0]) in ("E", "d", "F") and classes.get(parts[-1]) in ("G", "M", "S", "D")) \
      and not (classes.get(parts[0]) == "j" and classes.get(parts[-1]) == "G") \
      and not (classes.get(parts[0]) == "G" and classes.get(parts[-1]) in ("E", "g") and lower not in classes) \
      and not (len(parts) > 1 and parts[-1] in (*numbers.folds, "digit", "digits")):  # fmt: skip
        return [token]
    out, at = [], 0
    for part in parts:
        out.append(_piece(token, at, at + len(part), WORD))
        at += len(part)
        if at < len(lower):
            out.append(_piece(token, at, at + 1, SYMBOL))
            at += 1
    return out


def _split_designator(token: Token, lexicon: Lexicon, *, is_money: bool) -> list[Token]:
    text = token.text
    if text[0].isdecimal() or text[0] == ".":
        at = _digits_end(text)
        tail = text[at:]
        if len(tail) > _LONGEST_TAIL:
            return [token]
        if tail in ("K", "p", "i") and text in lexicon.cues["pictures"] and not is_money:
            return [token]
        if tail in ("s", "'s", "\u2019s") and text[at - 1] == "0" and at in (2, 4):
            return [token]  # the 1990s, in their 20s
        if tail[0] in "x\u00d7" and tail[1:] == "10":  # 5.5x10-3
            pieces = [_piece(token, 0, at, NUMBER), _piece(token, at, at + 1, WORD)]
            return [*pieces, _piece(token, at + 1, len(text), NUMBER)]
        if tail in lexicon.tails or tail.lower() in ("am", "pm") or tail[0] in VULGAR:
            kind = NUMBER if tail[0] in VULGAR else WORD
            return [_piece(token, 0, at, NUMBER), _piece(token, at, len(text), kind)]
        for cut in range(len(tail) - 1, 0, -1):  # 5bnyuan, 10mUSD, 10kmh: a scale and a unit, nothing between
            if tail[:cut] in lexicon.numbers.glued and tail[cut:] in lexicon.tails and len(tail) > 2:
                pieces = [_piece(token, 0, at, NUMBER), _piece(token, at, at + cut, WORD)]
                return [*pieces, _piece(token, at + cut, len(text), WORD)]
        return [token]
    at = 0
    while at < len(text) and not text[at].isdecimal():
        at += 1
    head = text[:at]
    if head in lexicon.signs:
        end = at + _digits_end(text[at:])
        if (len(head) == 1 or head in lexicon.cues["wordlike_codes"]) and not _is_amount(
            text[at:end], text[end:], lexicon
        ):
            return [token]
        pieces = [_piece(token, 0, at, WORD), _piece(token, at, end, NUMBER)]
        if end < len(text):
            if text[end:] not in lexicon.tails:
                return [token]
            pieces.append(_piece(token, end, len(text), WORD))
        return pieces
    return [token]


def _is_amount(digits: str, tail: str, lexicon: Lexicon) -> bool:
    """Say whether what one letter touches looks like money: R1,200 or Y5.5bn, and not R5."""
    return "," in digits or "." in digits or tail in lexicon.numbers.glued or len(digits) >= 3


def _digits_end(text: str) -> int:
    at = 0
    while at < len(text) and (
        text[at].isdecimal() or (text[at] in ".,\u00a0\u2009\u202f\u2007\r\n" and at + 1 < len(text))
    ):
        at += 1
    while at and not text[at - 1].isdecimal():
        at -= 1
    return at
