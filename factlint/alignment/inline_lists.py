"""Lists inside a sentence: what follows "five countries:", stands in brackets, or is summed up by "all three".

The commas and conjunctions of a list do not always settle how many items it has: "research and development" is one or
two. So a list is counted twice, as few and as many items as it may hold.
"""

from collections.abc import Iterator, Sequence

from factlint.alignment.evidence import Evidence
from factlint.alignment.known import AROUND, Alone, silent
from factlint.alignment.written import compiled
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim
from factlint.model.quantity import Bound, Form
from factlint.model.record import dataclass, field
from factlint.model.span import Span

_REACH = 9
_MOST_ITEMS = 40
_LONGEST_ITEM = 7
_DASHES = frozenset({"—", "–", "--"})
_PLAIN = (Tag.NOUN, Tag.DETERMINER, Tag.PREPOSITION, Tag.CONJUNCTION)
_JOINING = frozenset({"of", "for", "de", "da", "du", "la", "al", "in", "on", "to"})
_QUOTES = frozenset("\"“”'‘’")
_LARGEST = 40


@dataclass(slots=True)
class InlineList:
    """The items of a list, the fewest and the most that its punctuation allows, and what was announced."""

    items: list[Span]
    fewest: int
    most: int
    claim: Claim
    is_named: bool  # every item is a name
    is_short: bool  # every item is a word or two
    is_joined: bool  # a conjunction brings the last item
    words: list[str] = field(default_factory=list)  # the items in lower case


def announced_lists(evidence: Evidence) -> Iterator[InlineList]:
    """Yield the closed lists that a count of nouns announces in the same sentence."""
    yield from evidence.tied(InlineList)
    for reading in evidence.readings:
        yield from _announced_in(evidence, reading)


@silent
def _announced_in(evidence: Alone, reading: Reading) -> Iterator[InlineList]:
    for number, claim in enumerate(evidence.in_sentence(reading)):
        if not _announces(evidence, reading, number, claim):
            continue
        found = _list_after(evidence, reading, number)
        if found is None:
            continue
        counted = count_items(evidence, found, claim)
        if counted is not None:
            yield counted


def _announces(evidence: Alone, reading: Reading, number: int, claim: Claim) -> bool:
    """Say whether a figure counts all of a class: five countries, and neither "two of the five" nor "over five"."""
    quantity, frame = claim.quantity, reading.frames[number]
    if quantity is None or quantity.form is not Form.CARDINAL or not quantity.unit.is_count or quantity.slack_below:
        return False
    if quantity.bound is not Bound.EXACT or not isinstance(quantity.value, int) or not 2 <= quantity.value <= _LARGEST:
        return False
    before = [element.lower for element in reading.elements[max(frame.place - 4, 0) : frame.place]]
    if "of" in before[-2:]:
        at = len(before) - 1 - before[::-1].index("of")
        if at == 0 or before[at - 1] not in evidence.forms.groups:
            return False
    return not set(before[-2:]) & {"other", "another", "among", "first", "last", "top", "least", "these", "those", "by"}


def _list_after(evidence: Alone, reading: Reading, number: int) -> list[Element] | None:
    """Return the elements of the list behind a count: after a colon, "namely" or a dash, or in brackets."""
    elements, place = reading.elements, reading.frames[number].place
    if place + 1 >= len(elements) or elements[place + 1].tag not in (Tag.NOUN, Tag.VERB):
        return None
    nouns = 0
    for at in range(place + 1, min(place + 1 + _REACH, len(elements))):
        element = elements[at]
        word = element.lower
        if word == "(":
            inside = _until(elements, at + 1, ")")
            return inside if nouns and at - place <= 5 and inside is not None else None
        if word == ":" or word in evidence.forms.openers:
            rest = elements[at + 1 :]
            if rest and rest[0].lower == ":":
                rest = rest[1:]
            return (_until_clause_end(rest) if word == ":" else _until_list_end(rest)) if nouns else None
        if word in _DASHES:
            inside = _until(elements, at + 1, word)
            return inside if nouns and inside is not None else None
        if word == "," and at + 1 < len(elements) and elements[at + 1].lower in evidence.forms.openers:
            continue
        if element.tag is Tag.NOUN:
            nouns += 1
        elif element.tag not in (Tag.PREPOSITION, Tag.DETERMINER, Tag.VERB, Tag.PERIOD, Tag.ADVERB, Tag.AUXILIARY):
            return None
    return None


def _until(elements: Sequence[Element], start: int, closer: str) -> list[Element] | None:
    """Return what stands up to the closing bracket or dash; None where it is not closed, or another bracket opens."""
    for at in range(start, len(elements)):
        if elements[at].lower == closer:
            return list(elements[start:at])
        if elements[at].lower == "(":
            return None
    return None


def _until_clause_end(elements: Sequence[Element]) -> list[Element] | None:
    """Return the elements up to the full stop; None where a list is cut short or goes on behind a dash."""
    taken: list[Element] = []
    for at, element in enumerate(elements):
        if element.lower in {".", "?", "!"} and at >= len(elements) - 2:
            return taken
        if element.lower in {":", "(", "?", "!", "…", *_DASHES}:
            return None
        taken.append(element)
    return None


def _until_list_end(elements: Sequence[Element]) -> list[Element] | None:
    """Return the elements of an apposition: up to the comma or verb behind the item that the conjunction brings."""
    for at, element in enumerate(elements):
        if element.tag is not Tag.CONJUNCTION:
            continue
        for end in range(at + 1, len(elements)):
            if elements[end].lower in {",", ";"} or elements[end].tag in (Tag.VERB, Tag.AUXILIARY):
                goes_on = any(other.tag is Tag.CONJUNCTION for other in elements[end:])
                return None if goes_on or end == at + 1 else list(elements[:end])
        break
    return _until_clause_end(elements)


def count_items(evidence: Alone, elements: Sequence[Element], claim: Claim) -> InlineList | None:
    """Return a list with its items counted, None where its items are no plain names or nouns."""
    forms = evidence.forms
    elements = [element for element in elements if element.lower not in _QUOTES]
    if not elements or any(element.lower in forms.open_list or element.lower == "…" for element in elements):
        return None
    parts = _split(elements, ";") if any(element.lower == ";" for element in elements) else _split(elements, ",")
    by_semicolon = any(element.lower == ";" for element in elements)
    parts = [part for part in parts if not _ends_name(part, evidence)]
    if len(parts) > _MOST_ITEMS or not parts or any(not part for part in parts):
        return None
    fewest, extra = 0, 0
    items: list[Span] = []
    for at, part in enumerate(parts):
        is_last = at == len(parts) - 1
        opens = part[0].tag is Tag.CONJUNCTION
        inner = part[1:] if opens else part
        if not inner or (opens and not is_last):
            return None
        if not _is_plain(inner, evidence, by_semicolon=by_semicolon):
            return None
        joints = sum(element.tag is Tag.CONJUNCTION for element in inner)
        if is_last and not opens and joints and not by_semicolon:
            fewest, extra = fewest + 2, extra + joints - 1
            cut = next(i for i, element in enumerate(inner) if element.tag is Tag.CONJUNCTION)
            if cut in (0, len(inner) - 1):
                return None  # "Norway, Sweden and." breaks off
            items += [_span(inner[:cut]), _span(inner[cut + 1 :])]
        else:
            fewest, extra = fewest + 1, extra + joints
            items.append(_span(inner))
            if is_last and not opens and len(parts) > 1 and not by_semicolon and not _is_bracketed(evidence, part):
                return None  # "A, B, C" without a conjunction may go on
    words = [evidence.letters(item.start, item.end) for item in items]
    return InlineList(
        items,
        fewest,
        fewest + extra,
        claim,
        all(item[0].isupper() for item in words),
        all(len(item.split()) <= 2 for item in words),
        any(element.tag is Tag.CONJUNCTION for element in parts[-1]),
        [" ".join(item.lower().split()) for item in words],
    )


def _split(elements: Sequence[Element], mark: str) -> list[list[Element]]:
    parts: list[list[Element]] = [[]]
    for element in elements:
        if element.lower == mark:
            parts.append([])
        else:
            parts[-1].append(element)
    if not parts[-1]:
        parts.pop()
    return parts


def _ends_name(part: Sequence[Element], evidence: Alone) -> bool:
    """Say whether a part is only the end of the name before it: Inc., Jr."""
    words = [element.lower for element in part if element.lower != "."]
    return len(words) == 1 and words[0].rstrip(".") in evidence.forms.name_ends


def _is_plain(part: Sequence[Element], evidence: Alone, *, by_semicolon: bool) -> bool:
    """Say whether a part is one name or noun phrase: no verb, no figure, no clause, and nothing that stands for several."""
    if len(part) > _LONGEST_ITEM and not by_semicolon:
        return False
    forms = evidence.forms
    for at, element in enumerate(part):
        if by_semicolon and element.lower == ",":
            continue
        is_noun_like = element.tag is Tag.VERB and element.lower.endswith("ing")  # farming, fishing and forestry
        is_noun_like |= (
            element.tag is Tag.ADVERB and evidence.letters(element.start, element.start + 1).isupper()
        )  # Italy
        if element.tag not in _PLAIN and not is_noun_like and element.lower not in {".", "-", "/", "&"}:
            return False
        if element.lower in forms.several or element.lower.startswith("http"):
            return False
        if element.tag is Tag.PREPOSITION and (at == 0 or element.lower not in _JOINING):
            return False
        if element.tag is Tag.DETERMINER and element.lower not in {
            "the",
            "a",
            "an",
            "its",
            "their",
            "his",
            "her",
            "our",
        }:
            return False
    return any(element.tag in (Tag.NOUN, Tag.VERB, Tag.ADVERB) for element in part)


def _is_bracketed(evidence: Alone, part: Sequence[Element]) -> bool:
    return evidence.letters(part[-1].end, part[-1].end + AROUND).lstrip().startswith(")")


def _span(part: Sequence[Element]) -> Span:
    return Span(part[0].start, part[-1].end)


def is_place_list(evidence: Evidence, listed: InlineList) -> bool:
    """Say whether items may be towns with the land they lie in, so that a comma parts no items: Paris, France."""
    counted = {word.lower() for word in listed.claim.counted.split()}
    is_of_places = bool(counted & evidence.forms.places)
    return is_of_places and any(word.removeprefix("and ") in evidence.forms.regions for word in listed.words[1:])


def lists_before(evidence: Evidence, reading: Reading, number: int) -> InlineList | None:
    """Return the list of names that ends where "all three of whom" begins: Anna, Ben and Carla, all three of whom."""
    elements, place = reading.elements, reading.frames[number].place
    end = place - 1
    if end < 1 or elements[end].lower != "all" or elements[end - 1].lower != ",":
        return None
    start = end - 1
    while start > 0 and _continues_names(elements[start - 1]):
        start -= 1
    if start == 1 and elements[0].tag is Tag.NOUN:
        start = 0  # at the opening of a sentence a capital tells nothing
    while start < end and elements[start].tag in (Tag.CONJUNCTION, Tag.MARK):
        start += 1
    names = elements[start : end - 1]
    if not names or (start > 0 and elements[start - 1].tag in (Tag.QUANTITY, Tag.PERIOD)):
        return None
    found = count_items(evidence, names, evidence.claims[reading.claims[number]])
    return found if found is not None and found.is_named else None


def _continues_names(element: Element) -> bool:
    return (element.tag is Tag.NOUN and element.is_name) or element.tag is Tag.CONJUNCTION or element.lower == ","


def paired_lists(evidence: Evidence) -> Iterator[tuple[Span, list[Span]]]:
    """Yield "both" with the three or more plain nouns that it is said to join: both nurses, doctors and porters."""
    pattern = compiled(
        r"\b(?P<both>[Bb]oth)\s+(?P<item>\p{Ll}{3,}s)(?:,\s+(?P<item>\p{Ll}{3,}s))+,?\s+and\s+(?P<item>\p{Ll}{3,}s)\b(?!\s+\p{Ll}+s\b)"
    )
    for found in pattern.finditer(evidence.document.text):
        yield Span(*found.span("both")), [Span(*span) for span in found.spans("item")]
