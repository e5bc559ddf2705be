"""What the whole text tells of its sentences: the currency of a shared sign, and whether there are addresses at all."""

from factlint.knowledge.lexicon import Lexicon

_MARKS = ("://", "@", "www", "WWW", "Www")


class Context:
    """A text as each of its sentences may ask of it: $ is USD where it speaks of U.S. dollars.

    Everything is worked out on the first question, for most texts ask none.
    """

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self._lower: str | None = None
        self._codes: dict[str, str | None] = {}
        self._may_hold_address: bool | None = None

    def code(self, sign: str) -> str | None:
        """Return the currency that a shared sign or name stands for, where exactly one is named in the text."""
        if sign not in self._lexicon.context:
            return None
        if sign not in self._codes:
            self._codes[sign] = self._settled(sign)
        return self._codes[sign]

    def answers_as(self, earlier: "Context") -> bool:
        """Say whether all that was asked of an earlier version of the text has the same answer in this one."""
        address, codes = earlier.answers
        return address in (None, self.may_hold_address) and all(self.code(sign) == code for sign, code in codes.items())

    @property
    def answers(self) -> tuple[bool | None, dict[str, str | None]]:
        """What was answered so far: of addresses, and of signs."""
        return self._may_hold_address, self._codes

    @property
    def may_hold_address(self) -> bool:
        """Whether the text holds a mark of web and mail addresses."""
        if self._may_hold_address is None:
            self._may_hold_address = any(mark in self._text for mark in _MARKS)
        return self._may_hold_address

    def _settled(self, sign: str) -> str | None:
        if sign == "\u00a5" and "\u00a5" not in self._text and "\uffe5" not in self._text:
            return None
        if self._lower is None:
            self._lower = self._text.lower()
        lower, settled = self._lower, self._lexicon.context[sign]
        if sign in self._lexicon.cues["plural_marks"] and sign not in lower:
            return None
        codes = [code for code, words in settled.items() if any(_stands(word, lower) for word in words)]
        return codes[0] if len(codes) == 1 and any(_settles(word, lower) for word in settled[codes[0]]) else None


def _settles(word: str, lower: str) -> bool:
    """Say whether a word tells the currency of a sign that others share; C$ beside a bare $ tells that this is another."""
    if word.endswith("$") and word != "us$" and lower.count("$") > lower.count(word):
        return False
    return _stands(word, lower)


def _stands(word: str, lower: str) -> bool:
    """Say whether a word or sign stands in a text with no letter before it: "s$" is not that of "us$"."""
    at = lower.find(word)
    while at > 0 and lower[at - 1].isalpha():
        at = lower.find(word, at + 1)
    return at >= 0
