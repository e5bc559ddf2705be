"""Claims beside the facts of a user's facts file: the same measure in full, the same unit, the same time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factlint.alignment.times import periods
from factlint.errors import DataError
from factlint.knowledge.facts import Entry, Fact, period_of
from factlint.model.claim import Claim, How, Kind, Modality
from factlint.model.quantity import Form, Quantity
from factlint.quantities import parse_document
from factlint.readers import read_text

if TYPE_CHECKING:
    from factlint.alignment.evidence import Evidence
    from factlint.knowledge.grammar import Grammar
    from factlint.knowledge.lexicon import Lexicon

_ASIDE = frozenset({"from", "than", "per", "more", "by"})
_HARMLESS = frozenset({"record", "reported"})
_LEAD = "It was "


def prepare(entries: Iterable[Entry], lexicon: "Lexicon", grammar: "Grammar") -> tuple[Fact, ...]:
    """Return facts that claims can be compared with; a value that cannot be read is an error at its line."""
    return tuple(
        Fact(
            entry,
            _quantity(entry, lexicon),
            _stems(entry.measure, grammar),
            _stems(entry.subject, grammar),
            period_of(entry.period),
        )
        for entry in entries
    )


def _stems(text: str, grammar: "Grammar") -> frozenset[str]:
    return frozenset(stem for word in text.lower().split() for stem in grammar.content(word))


def _quantity(entry: Entry, lexicon: "Lexicon") -> Quantity:
    """Read the value with its unit as a text would be read: "2.64 million", "513.6 billion CNY", "7.7 percent"."""
    unit = entry.unit
    orders = (f"{entry.value} {unit}", f"{unit} {entry.value}", f"{entry.value}{unit}") if unit else (entry.value,)
    for words in orders:
        document = read_text(f"{_LEAD}{words}{'' if unit else ' items'}.")
        found = [quantity for parse in parse_document(document, lexicon) for quantity in parse.quantities]
        if len(found) == 1 and found[0].span.of(document.text) == words and found[0].unit.is_count is not bool(unit):
            return found[0]
    raise DataError(
        entry.path, entry.line, f"{' '.join(orders[0].split())!r} cannot be read as one figure", "2.64 million, percent"
    )


def facts_of(evidence: "Evidence") -> Iterator[tuple[Claim, list[Fact]]]:
    """Yield each claim that facts are known of, with those facts."""
    by_words: dict[frozenset[str], list[Fact]] = defaultdict(list)
    for fact in evidence.facts:
        for words in {fact.words, fact.words | fact.subject} - {frozenset()}:
            by_words[words].append(fact)
    if not by_words:
        return
    for claim, quantity in evidence.quantities():
        if not is_plain(claim, quantity):
            continue
        own = claim.measure.words
        acted = own | ({claim.verb} - {""})  # handled 300 containers: containers handled
        listed = by_words.get(own, []) + (by_words.get(acted, []) if acted != own else [])
        found = [fact for fact in listed if _is_of(claim, quantity, fact)]
        if found:
            yield claim, found


def is_of_another_act(claim: Claim, fact: Fact) -> bool:
    """Say whether a claim tells of an act that the fact does not name: the figures must then speak for themselves."""
    return bool(claim.verb) and claim.verb not in fact.words | fact.subject


def is_plain(claim: Claim, quantity: Quantity) -> bool:
    """Say whether a claim simply tells how much of something there is."""
    return (
        claim.kind in (Kind.LEVEL, Kind.RATE)
        and claim.modality is Modality.ASSERTED
        and quantity.form is Form.CARDINAL
        and claim.role not in _ASIDE
        and not claim.comparison
        and claim.measure.how is not How.ASSUMED
    )


def _is_of(claim: Claim, quantity: Quantity, fact: Fact) -> bool:
    """Say whether nothing sets a claim apart from a fact: subject, name, basis, unit or time."""
    known = fact.words | fact.subject
    around = claim.subject.words | claim.actor.words | claim.names | claim.measure.words | claim.topic
    if not fact.subject <= around | claim.thread | claim.named_topic:
        return False
    if (claim.names | claim.subject.words) - known or claim.bases - _HARMLESS - known:
        return False
    unit, other = quantity.unit, fact.quantity.unit
    if (unit.name, unit.dimension, unit.per) != (other.name, other.dimension, other.per):
        return False
    if fact.period is None:
        day = fact.entry.date
        period = claim.period
        return period is None or (
            period.start is not None and period.end is not None and period.start <= day <= period.end
        )
    return claim.period is not None and claim.period.is_resolved and periods(claim.period, fact.period) == "same"
