"""What tests of claims share: a text at hand, read as far as a test needs."""

from factlint.claims.build import Builder, Reading, build
from factlint.claims.chunks import Element, Tag
from factlint.claims.clause import Frame
from factlint.claims.phrases import Phrase
from factlint.engine import text_document
from factlint.knowledge import load_knowledge
from factlint.model.claim import Claim
from factlint.quantities import parse_document


def read(text: str) -> Builder:
    """Return the claims of a text with all that was read on the way."""
    document, knowledge = text_document(text), load_knowledge()
    return build(document, parse_document(document, knowledge.lexicon), knowledge.grammar)


def reading(text: str) -> Reading:
    """Return the one sentence of a text as it was read."""
    (only,) = read(text).readings
    return only


def elements(text: str) -> list[Element]:
    """Return the elements of a sentence."""
    return reading(text).elements


def claims(text: str) -> list[Claim]:
    """Return the claims of a text that have a quantity."""
    return [claim for claim in read(text).claims if claim.quantity is not None]


def claim(text: str, words: str) -> Claim:
    """Return the claim of a text whose own words these are."""
    (found,) = [claim for claim in claims(text) if claim.text == words]
    return found


def frame(text: str, words: str) -> tuple[Frame, str]:
    """Return what stands around the quantity that these words make, and the text for ``words_of``."""
    one = reading(text)
    (found,) = [
        frame
        for frame, quantity in zip(one.frames, one.parse.quantities, strict=True)
        if quantity.span.of(text) == words
    ]
    return found, text


def words_of(phrase: Phrase) -> str:
    """Return the lower-case words of a phrase, quantities left out."""
    return " ".join(element.lower for element in phrase if element.tag is not Tag.QUANTITY)
