"""The headline, or the opening paragraph of a longer text, against the body."""

from collections import defaultdict
from collections.abc import Iterator

from factlint.alignment.evidence import Evidence, Pair
from factlint.alignment.slips import compare
from factlint.model.claim import Claim
from factlint.model.document import Block

_SHORT = 4  # paragraphs: a text of fewer has no summary


def headline_pairs(evidence: Evidence) -> Iterator[tuple[Claim, list[Pair]]]:
    """Yield each figure of the headline with the pairs of the body that may speak of its fact and contradict it.

    A figure that the body repeats anywhere is settled and not yielded.
    """
    summary = _summary(evidence)
    if not summary:
        return
    pairs: dict[int, list[Pair]] = defaultdict(list)
    for pair in evidence.same_fact:
        inside = [claim for claim in (pair.first, pair.second) if claim.sentence in summary]
        if len(inside) == 1:
            pairs[inside[0].index].append(pair)
    for index, found in sorted(pairs.items()):
        if not any(_agree(pair) for pair in found):
            yield evidence.claims[index], found


def _agree(pair: Pair) -> bool:
    assert pair.first.quantity is not None and pair.second.quantity is not None
    return compare(pair.first.quantity, pair.second.quantity).agree


def _summary(evidence: Evidence) -> frozenset[int]:
    """Return the sentences of the title: the headings before the first prose."""
    found = []
    for sentence in evidence.document.sentences:
        if sentence.block is Block.PROSE:
            break
        if sentence.block is Block.HEADING:
            found.append(sentence.index)
    paragraphs = {sentence.paragraph for sentence in evidence.document.sentences}
    return frozenset(found) if len(paragraphs) >= _SHORT else frozenset(found[:1])
