"""Births and later ages that a text tells apart: she was born in 1934 in Bodo ... Agnes Tarrow died in 2023 aged 89."""

from collections import defaultdict
from collections.abc import Iterator

from factlint.alignment.ages import Life, Moment, moment_pattern, read_moment
from factlint.alignment.events import events
from factlint.alignment.evidence import Evidence
from factlint.alignment.written import alternatives, compiled, sentences, shifted
from factlint.model.period import Grain

_OLDEST = 125
_NAME = r"\p{Lu}[\w’'-]*(?:\s\p{Lu}[\w’'-]*){0,4}"


def lives_apart(evidence: Evidence) -> Iterator[Life]:
    """Yield the ages of one name whose birth stands in another sentence; who has two years of birth is left out."""
    births = _births(evidence)
    if not births:
        return
    moment = moment_pattern("at", alternatives(evidence.forms.months))
    aged = r"(?:aged|at\s+(?:the\s+)?age\s+of)\s+(?P<age{n}>\d{{1,3}})(?![\d.,]*\d|%|-)"
    pattern = compiled(
        rf"(?P<who>{_NAME})(?:,[^,;]{{1,60}},)?\s+(?:died|passed\s+away),?\s+"
        rf"(?:(?:[\w]+\s+){{0,4}}?(?:in|on)\s+{moment}\s*,?\s*{aged.format(n=1)}|{aged.format(n=2)},?\s+(?:in|on)\s+{moment.replace('at', 'of')})"
    )
    turned = compiled(rf"(?P<who>{_NAME})\s+turned\s+(?P<age>\d{{1,3}})\s+(?:in|on)\s+{moment}")
    kin = compiled(rf"\b{alternatives(evidence.forms.kin)}\b")
    for sentence, text in sentences(evidence):
        if "died" not in text and "passed away" not in text and "turned" not in text:
            continue
        found = pattern.search(text) or turned.search(text)
        if found is None or kin.search(text.lower()):
            continue
        name = "age" if "age" in found.groupdict() else "age1" if found["age1"] else "age2"
        at = read_moment(evidence, sentence, found, "of" if name == "age2" else "at")
        born = _birth_of(found["who"], births) if _is_born_once(evidence, found["who"].split()[-1]) else None
        if born is None or sentence.span.covers(born.span) or not 0 < int(found[name]) <= _OLDEST:
            continue
        if born.year < at.year:
            yield Life(born, at, int(found[name]), shifted(sentence, *found.span(name)))


def _births(evidence: Evidence) -> dict[str, list[tuple[frozenset[str], Moment]]]:
    """Return the births of a text by each word of the name that they are told of."""
    births: dict[str, list[tuple[frozenset[str], Moment]]] = defaultdict(list)
    for event in events(evidence):
        when = event.when
        if event.kind != "birth" or event.is_open or when.start.year != when.end.year:
            continue
        born = Moment(when.span, when.start.year, when.start if when.grain is Grain.DAY else None)
        for name in event.subject.names:
            births[name].append((event.subject.names, born))
    return births


def _is_born_once(evidence: Evidence, surname: str) -> bool:
    """Say whether one sentence alone tells of a birth and the name: father and son share theirs."""
    told = (text for _, text in sentences(evidence) if "born" in text and surname in text)
    return len(list(told)) == 1


def _birth_of(who: str, births: dict[str, list[tuple[frozenset[str], Moment]]]) -> Moment | None:
    """Return the birth of a name, where the names are one with words left out and the text knows one year only."""
    words = [word.lower().removesuffix("'s").removesuffix("’s") for word in who.split()]
    known = births.get(words[-1], [])
    if len({moment.year for _, moment in known}) != 1:
        return None
    names, moment = known[0]
    return moment if names <= set(words) or set(words) <= names else None
