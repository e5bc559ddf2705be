"""What a figure measures: phrases to referents, with acronyms that the text itself explains."""

from collections.abc import Iterable, Sequence

from factlint.claims.chunks import Element, Tag
from factlint.claims.phrases import Phrase
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import How, Referent
from factlint.model.span import Span

_SIZES = frozenset(
    "number amount total volume value level quantity sum count figure scale rate proportion share percentage majority "
    "group range set series list batch pair kind type part lot mark average".split()
)
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
        nouns = [element for element in phrase if element.tag in (Tag.NOUN, Tag.VERB)]
        if not nouns:
            continue
        spans.append(Span(phrase[0].start, phrase[-1].end))
        texts.append(" ".join(source[element.start : element.end] for element in phrase))
        words |= set(content_words(nouns, grammar, acronyms))
        head = head or _head(phrase, grammar, acronyms)
    if not words:
        return Referent(text="; ".join(texts), how=how, span=spans[0] if spans else None)
    return Referent("; ".join(texts), head, frozenset(words), how, spans[0])


def content_words(elements: Sequence[Element], grammar: Grammar, acronyms: dict[str, tuple[str, ...]]) -> Iterable[str]:
    """Yield the stems of the words that can name a thing; an acronym yields the words that it stands for."""
    for element in elements:
        word = element.lower
        if "'" in word or "’" in word:
            word = word.replace("’", "'").removesuffix("'s")
        long_form = acronyms.get(word) or acronyms.get(word.removesuffix("s")) if acronyms else None
        if long_form:
            for part in long_form:
                yield from grammar.content(part)
        else:
            yield from grammar.content(word)


def _head(phrase: Phrase, grammar: Grammar, acronyms: dict[str, tuple[str, ...]]) -> str:
    """Return the stem of the word that names the thing: the last before "of", or after it where that is a size."""
    groups: list[list[Element]] = [[]]
    for element in phrase:
        if element.tag in (Tag.PREPOSITION, Tag.CONJUNCTION) or element.lower == ",":
            groups.append([])
        elif element.tag in (Tag.NOUN, Tag.VERB):
            groups[-1].append(element)
    named = [group for group in groups if group]
    for group in named:
        if group[-1].lower.rstrip("s") not in _SIZES and group[-1].lower not in grammar.change_nouns:
            stems = list(content_words(group[-1:], grammar, acronyms))
            if stems:
                return stems[-1]
    return grammar.stem(named[-1][-1].lower) if named else ""
