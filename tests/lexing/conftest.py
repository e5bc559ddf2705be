"""What tests of reading numbers share."""

import pytest

from factlint.knowledge.lexicon import Lexicon, load_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The word tables as they ship, read once."""
    return load_lexicon()
