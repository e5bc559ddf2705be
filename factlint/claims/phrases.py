"""Noun phrases: where one ends on the left of a predicate, and the conjuncts it is joined from."""

from collections.abc import Sequence

from factlint.claims.chunks import (
    ADVERB,
    AUXILIARY,
    CHANGE,
    COMPARISON,
    CONJUNCTION,
    DETERMINER,
    MARK,
    NOUN,
    PERIOD,
    PREPOSITION,
    QUANTITY,
    SUBORDINATOR,
    VERB,
    Element,
)
from factlint.knowledge.grammar import Grammar

Phrase = list[Element]

_INSIDE = (NOUN, DETERMINER)
_SKIPPED = (ADVERB, PERIOD, COMPARISON)
_BREAKING_PREPOSITIONS = frozenset(
    {"with", "by", "according", "despite", "than", "as", "since", "until", "following", "compared", "versus", "after",
     "before", "including", "excluding", "via", "due", "at", "regarding"}
)  # fmt: skip


def phrase_left(elements: Sequence[Element], end: int) -> tuple[Phrase, int]:
    """Return the noun phrase that ends before ``end``, prepositional tails and joined parts included, and its start.

    "the production and sales of automobiles in March" + increased: all but the period. It stops at a verb, a clause
    opener, a bracket that opens, and at a comma that joins nothing.
    """
    at = end - 1
    while at >= 0 and (elements[at].tag in _SKIPPED or elements[at].lower in {",", '"', "”", "’"}):
        at -= 1  # "revenue, in March, rose"
    taken: list[int] = []
    depth = 0
    while at >= 0:
        element = elements[at]
        if element.lower == ")":
            depth += 1
        elif element.lower == "(":
            if depth == 0:
                break
            depth -= 1
        elif depth:
            pass  # what stands in brackets explains, it does not name
        elif element.lower == "that" and at > 0 and elements[at - 1].tag in (VERB, PERIOD) and taken:
            break  # "said that the number of farms": a clause opens
        elif element.tag in _INSIDE:
            taken.append(at)
        elif element.tag in _SKIPPED or element.lower in {'"', "“", "”", "'", "’", "-", "/", "&"}:
            pass
        elif element.tag is QUANTITY:
            if taken and elements[taken[-1]].tag is NOUN and not _is_list_before(elements, at):
                pass  # "the 100 largest firms": the figure is inside
            else:
                break
        elif element.tag is PREPOSITION and not taken and at + 1 < end and elements[at + 1].tag in _SKIPPED:
            pass  # "automobiles in March increased": the time is no part of the name
        elif element.lower == "as" and at > 0 and elements[at - 1].lower == "such" and taken:
            taken.append(at)
        elif element.tag is PREPOSITION:
            if _breaks(elements, at, has_taken=bool(taken)):
                break
            taken.append(at)
        elif element.tag is CONJUNCTION:
            if not taken or _opens_clause(elements, at):
                break
            taken.append(at)
        elif element.lower == ",":
            if not _comma_joins(elements, at, end):
                break
            taken.append(at)
        else:
            break
        at -= 1
    while taken and elements[taken[-1]].tag in (CONJUNCTION, PREPOSITION, MARK):
        taken.pop()  # a clause does not begin with these
    phrase = [elements[i] for i in reversed(taken)]
    while phrase and phrase[-1].tag in (PREPOSITION, CONJUNCTION, MARK):
        phrase.pop()
    return phrase, at + 1


def _breaks(elements: Sequence[Element], at: int, *, has_taken: bool) -> bool:
    """Say whether a preposition ends the noun phrase on its right instead of joining it to more on its left."""
    word = elements[at].lower
    if not has_taken or at == 0:
        return True
    joins = word in {"at", "as"} and elements[at - 1].tag is NOUN
    return word in _BREAKING_PREPOSITIONS and not joins


def _is_list_before(elements: Sequence[Element], at: int) -> bool:
    """Say whether the quantity at this place closes another figure's phrase ("rose by 5% and exports ...")."""
    return at > 0 and elements[at - 1].tag in (VERB, PREPOSITION, CHANGE)


def _opens_clause(elements: Sequence[Element], at: int) -> bool:
    """Say whether a conjunction opens a new clause: what stands left of it ends with a verb's object or a figure."""
    before = at - 1
    while before >= 0 and elements[before].lower in {",", ")"}:
        before -= 1
    return before >= 0 and elements[before].tag in (QUANTITY, VERB, ADVERB, PERIOD, CHANGE)


def _comma_joins(elements: Sequence[Element], at: int, end: int) -> bool:
    """Say whether a comma stands in a list that a conjunction closes: internet data centers, cloud, and things."""
    joined = False
    for element in elements[at + 1 : end]:
        if element.tag in (VERB, QUANTITY, AUXILIARY, SUBORDINATOR, CHANGE):
            break
        if element.tag is CONJUNCTION:
            joined = True
            break
    if not joined:
        return False
    if _is_fronted(elements, at):
        return False
    first = at - 1
    while first >= 0 and elements[first].tag in (*_INSIDE, ADVERB):
        first -= 1
    if first < 0:
        return elements[0].tag is not ADVERB and _is_item(elements, 0, at)
    opener = elements[first]
    if opener.tag is PREPOSITION:
        head = first - 1
        return head >= 0 and (elements[head].tag is NOUN or opener.lower == "as") and opener.lower != "to"
    return opener.lower == "," or opener.tag in (CONJUNCTION, VERB, AUXILIARY) or _is_item(elements, first + 1, at)


def _is_fronted(elements: Sequence[Element], comma: int) -> bool:
    """Say whether what stands before a comma opens the sentence with a preposition: "In terms of key products,"."""
    at = comma - 1
    while at >= 0 and elements[at].tag in (*_INSIDE, *_SKIPPED, PREPOSITION, CONJUNCTION):
        at -= 1
    return elements[at + 1].tag is PREPOSITION and (at < 0 or elements[at].lower in {";", ":"})


def _is_item(elements: Sequence[Element], start: int, end: int) -> bool:
    return 0 < end - start <= 5 and any(element.tag is NOUN for element in elements[start:end])


def phrase_right(elements: Sequence[Element], start: int, *, of_too: bool = True) -> tuple[Phrase, int]:
    """Return the noun phrase that begins at ``start`` and the index after it: what a bare count counts."""
    at = start
    phrase: Phrase = []
    while at < len(elements):
        element = elements[at]
        if element.tag is NOUN or (element.tag is VERB and _is_modifier(elements, at)):
            phrase.append(element)
        elif element.tag is ADVERB and (_is_modifier(elements, at + 1) or _is_degree(elements, at)):
            pass  # newly joined members, fully electric buses
        elif element.tag is DETERMINER and (not phrase or phrase[-1].tag is PREPOSITION):
            phrase.append(element)
        elif element.tag is PREPOSITION and phrase and of_too and element.lower in {"of", "in", "for", "on"}:
            if at + 1 >= len(elements) or elements[at + 1].tag not in _INSIDE:
                break
            phrase.append(element)
        elif element.tag is CONJUNCTION and phrase and _joins_nouns(elements, at):
            phrase.append(element)
        elif element.lower in {'"', "“", "”", "'", "‘", "’", "-", "&"} and at + 1 < len(elements):
            pass  # "little giant" companies
        else:
            break
        at += 1
    while phrase and phrase[-1].tag in (PREPOSITION, CONJUNCTION, DETERMINER):
        phrase.pop()
    return phrase, at


def _is_modifier(elements: Sequence[Element], at: int) -> bool:
    """Say whether a participle stands before its noun: completed inventory homes, specialized and skilled firms."""
    if at >= len(elements) or not elements[at].lower.endswith(("ed", "ing")):
        return False
    for element in elements[at + 1 : at + 5]:
        if element.tag is NOUN:
            return True
        is_joint = element.tag is CONJUNCTION or element.lower in {'"', "“", "‘", "'"}
        if not is_joint and not (element.tag is VERB and element.lower.endswith(("ed", "ing"))):
            return False
    return False


def _is_degree(elements: Sequence[Element], at: int) -> bool:
    """Say whether an adverb stands before an adjective of the phrase: fully electric buses."""
    following = elements[at + 1] if at + 1 < len(elements) else None
    return (
        elements[at].lower.endswith("ly") and following is not None and following.tag is NOUN and not following.is_name
    )


def _joins_nouns(elements: Sequence[Element], at: int) -> bool:
    """Say whether 'and' joins nouns here and opens no clause or further figure."""
    here = at + 1
    while here < len(elements) and (elements[here].tag in _INSIDE or _is_modifier(elements, here)):
        here += 1
    if here == at + 1:
        return False
    after = elements[here].tag if here < len(elements) else MARK
    return after not in (VERB, AUXILIARY, CHANGE)


def conjuncts(phrase: Phrase, grammar: Grammar) -> list[Phrase]:
    """Split a joined phrase into its parts and give each part what they share.

    "production and sales of automobiles": production of automobiles, sales of automobiles; "production of steel,
    generator sets, and refrigerators": each is a production; "new and holding orders": each are orders.
    """
    parts: list[Phrase] = [[]]
    for at, element in enumerate(phrase):
        if element.tag is CONJUNCTION or element.lower == ",":
            if parts[-1]:
                parts.append([])
        else:
            parts[-1].append(element)
        if element.lower == "as" and at and phrase[at - 1].lower == "such":
            parts[-1] = parts[-1][:-2]  # "emerging products such as X and Y": X and Y stand for the class
            cut = _last_preposition(parts[-1])
            parts[-1] = parts[-1][: cut + 1] if cut is not None else []
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return parts
    first, last = parts[0], parts[-1]
    cut_first, cut_last = _first_preposition(first), _first_preposition(last)
    if cut_first is not None:
        shared = first[: cut_first + 1]
        parts = [part if _first_preposition(part) is not None else shared + part for part in parts]
    elif cut_last is not None:
        shared = last[cut_last:]
        parts = [part if _first_preposition(part) is not None else part + shared for part in parts]
    return _lend_heads(parts, grammar)


def _lend_heads(parts: list[Phrase], grammar: Grammar) -> list[Phrase]:
    """Give an adjective that stands alone the head of the part after it: mobile (networks) and fixed networks."""
    for at in range(len(parts) - 2, -1, -1):
        core, following = _core(parts[at]), _core(parts[at + 1])
        if len(core) != 1 or len(following) < 2:
            continue
        word = core[0].lower
        alike = grammar.contrasts.get(grammar.stem(word), frozenset()) & grammar.contrasts.get(
            grammar.stem(following[0].lower), frozenset()
        )
        if alike or (word.endswith(grammar.adjectival) and not word.endswith("s")):
            place = parts[at].index(core[0]) + 1
            parts[at] = parts[at][:place] + following[1:] + parts[at][place:]
    return parts


def _core(part: Phrase) -> Phrase:
    """Return the nouns after the last 'of'-like word of a shared head, else those before the first."""
    cut = _first_preposition(part)
    nouns = [element for element in (part if cut is None else part[:cut]) if element.tag is NOUN]
    if cut is not None:
        tail = [element for element in part[cut + 1 :] if element.tag is NOUN]
        return nouns if len(nouns) == 1 and len(tail) != 1 else (tail if len(tail) == 1 and len(nouns) > 1 else nouns)
    return nouns


def _first_preposition(part: Phrase) -> int | None:
    return next((i for i, element in enumerate(part) if element.tag is PREPOSITION and i > 0), None)


def _last_preposition(part: Phrase) -> int | None:
    return next((i for i in range(len(part) - 1, -1, -1) if part[i].tag is PREPOSITION), None)


def is_aside(elements: Sequence[Element], place: int) -> bool:
    """Say whether a figure stands between two commas with "at": the level of the subject, put in between."""
    at = place - 1
    while at > 0 and elements[at].tag in (ADVERB, DETERMINER, COMPARISON):
        at -= 1
    return (
        at > 1
        and elements[at].lower == "at"
        and elements[at - 1].lower == ","
        and elements[at - 2].tag is NOUN
        and place + 1 < len(elements)
        and elements[place + 1].lower == ","
    )
