"""Lists set out in lines of their own under a sentence that announces how many there are: "We do five things:"."""

from collections.abc import Iterator

from factlint.alignment.evidence import Evidence
from factlint.alignment.written import compiled
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim
from factlint.model.document import Block, Sentence
from factlint.model.quantity import Bound, Form
from factlint.model.record import dataclass
from factlint.model.span import Span

_LEAST, _MOST = 2, 30
_MARK = r"(?P<indent>[ \t]*)(?:>[ \t]*)*(?:[*+\-–—•·●▪◦○‣■►→]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t\u00a0]+\S"
_ELSEWHERE = frozenset("in on at after within for from with of to by over under during since per".split())
_LINK = frozenset({"is", "are", "was", "were", "be", "been", "being", "will"})


@dataclass(slots=True)
class Bullets:
    """A list in lines, and the count that announces it."""

    announced: Claim
    items: list[Span]
    nested: int  # how many lines stand further in


def bullet_lists(evidence: Evidence) -> Iterator[Bullets]:
    """Yield the lists whose number is announced by the sentence right before them, which ends with a colon."""
    sentences = evidence.document.sentences
    for reading in evidence.readings:
        sentence = reading.parse.sentence
        following = sentence.index + 1
        if sentence.block is Block.ITEM or following >= len(sentences) or sentences[following].block is not Block.ITEM:
            continue
        if not sentence.span.of(evidence.document.text).rstrip(" *_").endswith(":"):
            continue
        claim = _announcement(evidence, reading)
        if claim is None:
            continue
        found = _items(evidence, following)
        if found is not None and not _is_open(evidence, found[0]):
            yield Bullets(claim, *found)


def _announcement(evidence: Evidence, reading: Reading) -> Claim | None:
    """Return the count of the things that are listed: the last one, with nothing behind its noun but "are"."""
    claims = evidence.in_sentence(reading)
    if not claims:
        return None
    claim, frame = claims[-1], reading.frames[-1]
    quantity = claim.quantity
    if quantity is None or quantity.form is not Form.CARDINAL or not quantity.unit.is_count or not frame.counted:
        return None
    if (
        quantity.bound is not Bound.EXACT
        or not isinstance(quantity.value, int)
        or not _LEAST <= quantity.value <= _MOST
    ):
        return None
    elements = reading.elements
    behind = elements[frame.place + 1 :]
    if {element.lower for element in behind} & (evidence.grammar.open_list | evidence.forms.open_list):
        return None
    rest = [element for element in behind if element.tag in (Tag.VERB, Tag.AUXILIARY)]
    if rest and rest[0].lower not in _LINK:
        return None
    announces = any(element.lower in evidence.grammar.announcers for element in frame.counted)
    return claim if announces or frame.preposition not in _ELSEWHERE else None


def _items(evidence: Evidence, first: int) -> tuple[list[Span], int] | None:
    """Return the outer items of the list that begins with a sentence, each by its first sentence, and the inner ones."""
    document = evidence.document
    marked: list[tuple[int, Span]] = []
    seen: set[int] = set()
    for sentence in document.sentences[first:]:
        if sentence.block is not Block.ITEM:
            break
        if sentence.paragraph in seen:
            continue
        seen.add(sentence.paragraph)
        indent = _indent(evidence, sentence)
        if indent is not None:
            marked.append((indent, sentence.span))
    if not marked:
        return None
    outer = min(indent for indent, _ in marked)
    items = [span for indent, span in marked if indent == outer]
    return (items, len(marked) - len(items)) if len(items) >= _LEAST else None


def _indent(evidence: Evidence, sentence: Sentence) -> int | None:
    """Return how far in the mark of an item stands; None where its line has no mark, as in a second paragraph."""
    document = evidence.document
    line, _ = document.line_column(document.source_map.to_source(sentence.span.start))
    found = compiled(_MARK).match(document.line_text(line))
    return len(found["indent"]) if found is not None else None


def _is_open(evidence: Evidence, items: list[Span]) -> bool:
    """Say whether the last line lets the list go on: and others, etc."""
    last = items[-1].of(evidence.document.text).lower()
    return compiled(r"\b(?:etc|others?|more)\b|\.\.\.|…").search(last) is not None
