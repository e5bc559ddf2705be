"""Names of fields and sections."""

import pytest

from factlint.readers.fields import is_field


@pytest.mark.parametrize(
    "words", ["Date", "Note", "Key points", "Next release", "NOTE", "Contact name", "Speakers", "Editor's note"]
)
def test_fields_are_known(words: str) -> None:
    """What names a field or a section is no speaker."""
    assert is_field(words)


@pytest.mark.parametrize(
    "words", ["Zhao Zhiguo", "China Daily", "Financial Times", "Voice of China, China Media Group", "Mr. Smith"]
)
def test_speakers_are_no_fields(words: str) -> None:
    """People and outlets are no fields, though an outlet's name holds common words."""
    assert not is_field(words)
