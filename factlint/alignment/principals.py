"""Whose text it is: the name that a text is about, and the name that a figure of it is of."""

import re
from collections import Counter

from factlint.alignment.times import _MONTHS, _ORDINALS, _WEEKDAYS
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import Claim
from factlint.model.document import Block, Document
from factlint.model.record import dataclass

_WORD = re.compile(r"(?<![\w])[^\W\d_](?:[^\W\d_]|['\u2019&-](?=[^\W\d_]))*(?![\w])")
_LEAD = 60  # sentences that may name whom the text is about
_TITLE = 3  # what a name in the title counts for, beside one in the body
_LEAST = 3  # times that a name must stand in the opening, or once in the title
_CALENDAR = _MONTHS | _WEEKDAYS
_ENDS = frozenset({"pronoun", "verb", "auxiliary", "conjunction"})  # of the phrase behind a preposition
_REACH = 5  # words behind a preposition that may narrow a figure down

Names = frozenset[str]


@dataclass(slots=True, frozen=True)
class About:
    """The name that a text is about, as stems, and all words of names in it."""

    principal: Names
    names: Names
    full: tuple[Names, ...] = ()  # names of several words


def about(document: Document, grammar: Grammar) -> About:
    """Return whom a text is about: the name in its title, or the one that its opening names most.

    A word that also stands in lower case is no name: "Harbour Line Carries More" names Harbour Line.
    """
    text = document.text
    lower = {word for word in _WORD.findall(text) if word.islower()}
    nameless = grammar.offices | {(document.dateline.place or "").lower()}
    common = grammar.general | grammar.relational | grammar.telling
    counts: Counter[tuple[str, ...]] = Counter()
    names: set[str] = set()
    for number, sentence in enumerate(document.sentences):
        is_title = sentence.block is Block.HEADING or sentence.paragraph == 0
        for run in _runs(sentence.span.of(text), lower, nameless):
            stems = tuple(stem for word in run for stem in grammar.content(word.lower()))
            if not stems or common.issuperset(stems):
                continue
            names.update(stems)
            is_short = len(run) == 1 and run[0].isupper()  # EBITDA, GDP: a name only where the title has it
            counts[stems] += _TITLE if is_title else int(number < _LEAD and not is_short)
    best = max(counts.values(), default=0)
    full = tuple(dict.fromkeys(frozenset(stems) for stems in counts if len(stems) > 1))
    principal = next(stems for stems, count in counts.items() if count == best) if best >= _LEAST else ()
    return About(frozenset(principal), frozenset(names), full)


def _runs(sentence: str, lower: set[str], nameless: frozenset[str]) -> list[list[str]]:
    """Return the runs of capitalised words in a sentence; one at its beginning only where a second follows."""
    runs: list[list[str]] = []
    run: list[str] = []
    first = end = -1
    for number, match in enumerate(_WORD.finditer(sentence)):
        word = match.group().removesuffix("'s").removesuffix("\u2019s")
        low = word.lower()
        is_name = word[0].isupper() and low not in lower and low not in nameless and low not in _CALENDAR
        follows = run and sentence[end : match.start()] in {" ", "\u00a0"}
        if run and not (is_name and follows):
            _close(runs, run, first)
            run = []
        if is_name:
            first = number if not run else first
            run.append(word)
        end = match.end()
    _close(runs, run, first)
    return runs


def _close(runs: list[list[str]], run: list[str], first: int) -> None:
    if run and (first > 0 or len(run) > 1):
        runs.append(run)


def whose(claim: Claim, of: About) -> Names:
    """Return the name of which a figure is told: its own, that of its topic, or whom the text is about."""
    named = claim.names & of.names or claim.named_topic & of.names
    around = claim.topic | claim.actor.words
    return next((full for full in of.full if named < full <= around), named) if named else of.principal


def are_one(first: Names, second: Names, of_first: About, of_second: About) -> bool:
    """Say whether two names are of one: equal, or the full name of a text and a part of it.

    "The Line" in a text about Harbour Line is not the one in a text about Lake Line.
    """
    if not first or not second:
        return False
    if first == second:
        is_part = first < of_first.principal and second < of_second.principal
        return not is_part or of_first.principal == of_second.principal
    return (first < second == of_second.principal) or (second < first == of_first.principal)


def scope_of(sentence: str, grammar: Grammar) -> Names:
    """Return the words by which a sentence narrows its figures down: "in rural areas", "among women", "in Norway"."""
    found: set[str] = set()
    left = 0
    end = -1
    for match in _WORD.finditer(sentence):
        word = match.group().lower()
        if word in grammar.scopes:
            left = _REACH
        elif left:
            is_one_phrase = not sentence[end : match.start()].strip() and grammar.word_class(word) not in _ENDS
            stems = grammar.content(word.removesuffix("'s").removesuffix("\u2019s"))
            left = left - 1 if is_one_phrase and (stems or left == _REACH) else 0
            if left and word not in _CALENDAR | _ORDINALS | grammar.offices:
                found.update(stems)
        end = match.end()
    return frozenset(found) - grammar.general - grammar.telling
