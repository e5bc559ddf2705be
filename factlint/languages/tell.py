"""Which language a text is written in, by its letters."""

import re

_CHARACTER = re.compile("[\u4e00-\u9fff]")
_LEAST_SHARE = 5  # one letter in five: Chinese texts hold Latin names, English ones a Chinese word


def is_chinese(text: str) -> bool:
    """Say whether a text is Chinese: at least a fifth of its letters are Chinese characters."""
    if text.isascii() or _CHARACTER.search(text) is None:
        return False
    chinese = sum("\u4e00" <= character <= "\u9fff" for character in text)
    letters = sum(character.isalpha() for character in text)
    return chinese > 0 and chinese * _LEAST_SHARE >= letters
