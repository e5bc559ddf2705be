"""What a figure measures: phrases to referents, with acronyms that the text itself explains."""

from collections.abc import Iterable, Sequence

from factlint.claims.chunks import CONJUNCTION, NOUN, PREPOSITION, VERB, Element
from factlint.claims.phrases import Phrase
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import How, Referent
from factlint.model.span import Span

_SIZES = frozenset(
    "number amount total volume value level quantity sum count figure scale rate proportion share percentage majority "
    "group range set series list batch pair kind type part lot mark average".split()
)
_SAYING = frozenset({"said", "says", "say"})
_MOST_WORDS, _MOST_LETTERS = 8, 9


def learn_acronyms(text: str) -> dict[str, tuple[str, ...]]:
    """Return the acronyms that a text explains, with their words: "new energy vehicles (NEVs)", "DWT (deadweight ton)".

    The initials must spell the acronym, in the manner of A. Schwartz and M. Hearst, "A simple algorithm for identifying
    abbreviation definitions in biomedical text" (2003), but by whole words.
    """
    found: dict[str, tuple[str, ...]] = {}
    opened = text.find("(")
    while opened >= 0:
        closed = text.find(")", opened, opened + _MOST_LETTERS + 2)
        inside = text[opened + 1 : closed] if closed > 0 else ""
        if len(inside) > 1 and inside[0].isupper() and inside.replace("&", "").isalpha():
            acronym = inside.removesuffix("s").lower()
            words = text[max(opened - 120, 0) : opened].replace("-", " ").split()[-_MOST_WORDS:]
            taken = _initials(acronym, [word.lower() for word in words])
            if taken:
                found.setdefault(acronym, tuple(taken))
        opened = text.find("(", opened + 1)
    return found


def _initials(acronym: str, words: list[str]) -> list[str]:
    """Return the last words whose initials spell the acronym, small words left out where needed."""
    at = len(words)
    for letter in reversed(acronym):
        at -= 1
        while at >= 0 and words[at][0] != letter and words[at] in {"of", "and", "the", "for", "in", "on", "to", "&"}:
            at -= 1
        if at < 0 or words[at][0] != letter:
            return []
    return words[at:]


def referent(
    phrases: Iterable[Phrase], grammar: Grammar, acronyms: dict[str, tuple[str, ...]], source: str, how: How
) -> Referent:
    """Return what the phrases name: normalised content words, and the head of the first phrase."""
    words: set[str] = set()
    head = ""
    texts: list[str] = []
    spans: list[Span] = []
    for phrase in phrases:
        nouns = [element for element in phrase if element.tag in (NOUN, VERB)]
        if not nouns:
            continue
        spans.append(Span(phrase[0].start, phrase[-1].end))
        texts.append(" ".join(source[element.start : element.end] for element in _named(phrase)))
        words.update(content_words(nouns, grammar, acronyms))
        head = head or _head(phrase, grammar, acronyms)
    texts = [text for text in texts if text]
    if not words:
        return Referent(text="; ".join(texts), how=how, span=spans[0] if spans else None)
    return Referent("; ".join(texts), head, frozenset(words), how, spans[0])


def _named(phrase: Phrase) -> Sequence[Element]:
    """Return the part of a phrase that names a thing: "dealers said the dollar" speaks of the dollar, "this includes" of none."""
    said = max((at + 1 for at, element in enumerate(phrase) if element.lower in _SAYING), default=0)
    part = phrase[said:] if said < len(phrase) else phrase[: said - 1]
    while part and (part[-1].tag is PREPOSITION or _is_finite(part[-1])):
        part = part[:-1]
    return part if any(element.tag in (NOUN, VERB) for element in part) else []


def _is_finite(element: Element) -> bool:
    return element.tag is VERB and not element.lower.endswith(("ed", "ing"))


def content_words(elements: Sequence[Element], grammar: Grammar, acronyms: dict[str, tuple[str, ...]]) -> list[str]:
    """Return the stems of the words that can name a thing; an acronym gives the words that it stands for."""
    return [stem for element in elements for stem in stems_of(element.lower, grammar, acronyms)]


def stems_of(word: str, grammar: Grammar, acronyms: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the stems of one word that can name a thing, or of what it stands for as an acronym."""
    if "'" in word or "’" in word:
        word = word.replace("’", "'").removesuffix("'s")
    long_form = acronyms.get(word) or acronyms.get(word.removesuffix("s")) if acronyms else None
    if long_form is None:
        return grammar.content(word)
    return tuple(stem for part in long_form for stem in grammar.content(part))


def _head(phrase: Phrase, grammar: Grammar, acronyms: dict[str, tuple[str, ...]]) -> str:
    """Return the stem of the word that names the thing: the last before "of", or after it where that is a size."""
    groups: list[list[Element]] = [[]]
    for element in phrase:
        if element.tag in (PREPOSITION, CONJUNCTION) or element.lower == ",":
            groups.append([])
        elif element.tag in (NOUN, VERB):
            groups[-1].append(element)
    named = [group for group in groups if group]
    for group in named:
        if group[-1].lower.rstrip("s") not in _SIZES and group[-1].lower not in grammar.change_nouns:
            stems = stems_of(group[-1].lower, grammar, acronyms)
            if stems:
                return stems[-1]
    return grammar.stem(named[-1][-1].lower) if named else ""
