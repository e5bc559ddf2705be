"""Ranks and records: the second-largest lender in Ghana; 6.2 percent, the highest since 2015; a record 520."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from factlint.alignment.evidence import Evidence
from factlint.alignment.known import Alone, by_words
from factlint.alignment.written import alternatives, compiled, sentences, shifted
from factlint.model.claim import Claim, Kind, Modality
from factlint.model.document import Sentence
from factlint.model.quantity import Form
from factlint.model.record import dataclass
from factlint.model.span import Span

if TYPE_CHECKING:
    import regex

_CROWD = 12
_MOST = 200  # figures of one measure that a record is held against
_KINDS = (Kind.LEVEL, Kind.RATE, Kind.SHARE, Kind.DURATION)
_SMALL_WORDS = frozenset({"the", "a", "an", "of", "in", "by", "on", "for", "and", "its", "their", "s", "’s", "'s"})


@dataclass(slots=True, frozen=True)
class Ranking:
    """Who is ranked, in what order, at which place: the span covers ordinal and superlative."""

    span: Span
    rank: int
    who: str
    order: tuple[str, frozenset[str]]  # the superlative, and the stems of what is ranked and where


@dataclass(slots=True)
class Record:
    """A figure said to be the highest or lowest, of all time or since a year."""

    claim: Claim
    is_high: bool
    since: int | None
    span: Span  # the words that say so


def rankings(evidence: Evidence) -> Iterator[Ranking]:
    """Yield the places that sentences give a named thing in an order: Ashbank is the second-largest lender in Ghana."""
    forms, pattern = evidence.forms, _pattern(evidence)
    ordinals = _ordinals(evidence)
    plain = [word for word in {word.split()[0] for word in forms.superlatives} if word in evidence.document.text]
    for sentence, text in sentences(evidence):
        if not any(word in text for word in plain) or not _names_place(evidence, text):
            continue
        for found in pattern.finditer(text):
            ranking = _ranking(evidence, sentence, text, found, ordinals)
            if ranking is not None:
                yield ranking


@by_words
def _names_place(evidence: Alone, text: str) -> bool:
    """Say whether the words of a sentence give something a place in an order."""
    return _pattern(evidence).search(text) is not None


def _ordinals(evidence: Alone) -> dict[str, int]:
    return {word: value for word, value in evidence.forms.ordinals.items() if 2 <= value <= 20}


def _pattern(evidence: Alone) -> "regex.Pattern[str]":
    ordinals = _ordinals(evidence)
    superlative = alternatives(evidence.forms.superlatives)
    ordinal = rf"(?:(?P<word>{alternatives(ordinals)})|(?P<figure>\d{{1,2}})(?:st|nd|rd|th))"
    return compiled(
        rf"(?P<who>\p{{Lu}}[\w&’'-]*(?:\s(?:of\s|and\s)?\p{{Lu}}[\w&’'-]*){{0,4}})"
        r"(?:,\s(?:[^,.;:()]|(?<=\d),(?=\d)){3,60}(?=,\s+(?:is|remains)\b))?,?\s+(?:(?:who|which)\s+)?(?:is|remains|ranks\s+as|now)?\s*"
        rf"(?P<scope>the|\p{{Lu}}[\w-]*[’']s|the\s+[\w-]+[’']s)\s+(?P<rank>(?:{ordinal}[\s-]+)?(?P<superlative>{superlative}))"
        r"\s+(?P<what>[^,.;:()\n\r—–]{3,70})"
    )


def _ranking(
    evidence: Evidence, sentence: Sentence, text: str, found: "regex.Match[str]", ordinals: dict[str, int]
) -> Ranking | None:
    forms = evidence.forms
    words = compiled(r"[\w’'-]+").findall(text.lower())
    if set(words) & forms.shared_rank or compiled(r"\bone\s+of\b").search(text) or _is_dated(evidence, sentence):
        return None
    what = compiled(r"[\w’'-]+").findall(
        f"{found['scope']} {found['what']}".lower().replace("’s", "").replace("'s", "")
    )
    if set(what) & (forms.not_ranked | {"that", "which", "who", "is", "was", "has", "with", "to"}):
        return None
    stems = frozenset(evidence.grammar.stem(word) for word in what if word not in _SMALL_WORDS)
    rank = 1
    if found["word"]:
        rank = ordinals[found["word"].lower()]
    elif found["figure"]:
        rank = int(found["figure"])
    superlative = forms.same_superlative.get(found["superlative"], found["superlative"])
    who = " ".join(found["who"].split()).removeprefix("The ").lower()
    return Ranking(shifted(sentence, *found.span("rank")), rank, who, (superlative, stems))


def _is_dated(evidence: Evidence, sentence: Sentence) -> bool:
    reading = evidence.reading_of.get(sentence.index)
    return reading is not None and bool(reading.parse.periods)


def rank_pairs(evidence: Evidence) -> Iterator[tuple[Ranking, Ranking]]:
    """Yield the places that one thing is given twice in one order."""
    groups: dict[tuple[str, tuple[str, frozenset[str]]], list[Ranking]] = defaultdict(list)
    for ranking in rankings(evidence):
        if ranking.order[1]:
            groups[ranking.who, ranking.order].append(ranking)
    for group in groups.values():
        yield from combinations(group[:_CROWD], 2)


def records(evidence: Evidence) -> Iterator[Record]:
    """Yield the figures that are called a record, or the highest or lowest since a year or ever."""
    forms, text = evidence.forms, evidence.document.text
    before = {
        True: compiled(rf"\b(?:a|the|new)\s+(?P<cue>{alternatives(forms.record_high)})\s*$"),
        False: compiled(rf"\b(?:a|the|new)\s+(?P<cue>{alternatives(forms.record_low)})\s*$"),
    }
    after = compiled(
        rf"[^.;:,()]{{0,30}},?\s+(?:(?:its|the|their)\s+)(?P<cue>(?P<high>highest)|lowest)(?:\s+(?:ever|{alternatives(forms.record_level)}))?"
        r"(?:\s+(?:for|in|of)\s+(?:an?\s+|any\s+)?\p{L}+)?\s+(?:since\s+(?:\p{L}+\s+)?(?P<since>(?:19|20)\d\d)\b|on\s+record\b|ever\b)"
    )
    for claim, quantity in evidence.quantities():
        if claim.kind not in _KINDS or claim.modality is not Modality.ASSERTED or claim.role in ("from", "than"):
            continue
        if quantity.form is not Form.CARDINAL or quantity.is_range:
            continue
        start = evidence.document.sentences[claim.sentence].span.start
        for is_high, pattern in before.items():
            found = pattern.search(text, max(claim.span.start - 40, start), claim.span.start)
            if found is not None and not (
                is_high and before[False].search(text, max(claim.span.start - 40, start), claim.span.start)
            ):
                yield Record(claim, is_high, None, Span(*found.span("cue")))
                break
        else:
            found = after.match(text, claim.span.end)
            if found is not None:
                since = int(found["since"]) if found["since"] else None
                yield Record(claim, found["high"] is not None, since, Span(*found.span("cue")))


def by_measure(evidence: Evidence) -> dict[frozenset[str], list[Claim]]:
    """Return the figures of a text by the words of what they measure."""
    found: dict[frozenset[str], list[Claim]] = defaultdict(list)
    for claim, _ in evidence.quantities():
        found[claim.measure.words].append(claim)
    return found


def rivals(evidence: Evidence, record: Record, measured: dict[frozenset[str], list[Claim]]) -> Iterator[Claim]:
    """Yield the figures of the same measure that are told for a time which the record covers."""
    claim, dateline = record.claim, evidence.document.dateline.date
    assert claim.quantity is not None
    now = claim.period.start if claim.period is not None and claim.period.start is not None else dateline
    if now is None or not _names_something(evidence, claim):
        return
    for other in measured.get(claim.measure.words, [])[:_MOST]:
        quantity = other.quantity
        if other is claim or quantity is None or quantity.unit != claim.quantity.unit or other.kind is not claim.kind:
            continue
        if (
            other.modality is not Modality.ASSERTED
            or other.names != claim.names
            or other.bases - {"record"} != claim.bases - {"record"}
        ):
            continue
        if (
            other.subject.words != claim.subject.words
            or other.counted != claim.counted
            or quantity.form is not Form.CARDINAL
        ):
            continue
        if _lies_between(other, record.since, now):
            yield other


def _names_something(evidence: Evidence, claim: Claim) -> bool:
    return bool(claim.measure.words - evidence.grammar.general)


def _lies_between(claim: Claim, since: int | None, now: date) -> bool:
    period = claim.period
    if period is None or period.start is None or period.end is None or claim.period_how != "stated":
        return False
    return period.end < now and (since is None or period.start.year > since)
