"""Of whom or what a verb tells: the noun phrase before it, its names, its owner, and whether it leans on one before."""

from factlint.alignment.evidence import Evidence
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.record import dataclass, replace

_LEANING = frozenset({"the", "this", "that", "these", "those"})
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_LINKS = frozenset({"de", "von", "van", "la", "del", "di", "da", "du", "der", "den", "bin", "y"})
_COPULAS = frozenset({"is", "was", "are", "were"})
_PLACED = frozenset({"based", "headquartered", "located", "situated"})
_RELATIVES = frozenset({"that", "which", "who"})
_MARKS = frozenset({",", '"', "“", "”"})
_DASHES = frozenset("-−–—")
_IN_TITLES = (Tag.PREPOSITION, Tag.PRONOUN, Tag.CONJUNCTION, Tag.ADVERB, Tag.VERB, Tag.DETERMINER, Tag.CHANGE)
_NOT = frozenset({"not", "never", "n't", "hardly"})


@dataclass(slots=True, frozen=True)
class Subject:
    """A thing that events are told of: "Rio's sequel" has the owner Rio and the head sequel, "the film" leans."""

    names: frozenset[str] = frozenset()
    owner: frozenset[str] = frozenset()  # names in "X's" and "of X"
    head: str = ""  # stem of the noun; empty for a bare name and a pronoun
    plain: frozenset[str] = frozenset()  # stems of what stands before the head
    classes: frozenset[str] = frozenset()  # what the sentence says that it is: "a genre of rock music"
    leans: bool = False  # a pronoun, "the film", "its first album": another sentence names it
    is_owned: bool = False  # "its first album": it is the owner that another sentence names

    @property
    def nouns(self) -> frozenset[str]:
        """The stems that say what it is: "his debut album Roads" is an album."""
        return self.plain | {self.head} if self.head else self.plain

    @property
    def identity(self) -> frozenset[str]:
        """All names by which it is told."""
        return self.names | self.owner


def subject_of(evidence: Evidence, reading: Reading, at: int) -> Subject | None:
    """Return what the verb at a place of the sentence is told of, or None where the grammar does not say."""
    elements = reading.elements
    place = at - 1
    has_auxiliary = False
    while place >= 0 and elements[place].tag in (Tag.AUXILIARY, Tag.ADVERB):
        if elements[place].lower in _NOT or elements[place].lower.endswith("n't"):
            return None
        has_auxiliary |= elements[place].tag is Tag.AUXILIARY
        place -= 1
    if place < 0:
        return main_subject(evidence, elements, at)
    bracket = _open_bracket(elements, place)
    if bracket is not None:
        return _phrase(evidence, elements, bracket - 1)
    is_relative = elements[place].lower in _RELATIVES
    if is_relative and place > 0:
        place -= 1
    if not has_auxiliary or is_relative:
        copula = _copula_before(elements, place)
        if copula is not None:
            return _of_predicate(evidence, elements, copula, place)
    return _phrase(evidence, elements, place)


def main_subject(evidence: Evidence, elements: list[Element], after: int = -1) -> Subject | None:
    """Return the subject of a sentence: the noun phrase before its first finite verb behind a place."""
    for at in range(max(after + 1, 1), len(elements)):
        element = elements[at]
        if element.tag is Tag.AUXILIARY or (element.tag is Tag.VERB and not element.lower.endswith("ing")):
            if elements[at - 1].tag is Tag.PREPOSITION:
                continue
            return _phrase(evidence, elements, at - 1)
    return None


def opening_name(evidence: Evidence, elements: list[Element]) -> tuple[Subject, int] | None:
    """Return the name that opens a sentence, and the place behind it."""
    at, names = 0, []
    while at < len(elements) and _opens_or_names(evidence, elements, at):
        names.append(_bare(elements[at].lower))
        at += 1
    if not names or names == ["the"]:
        return None
    return Subject(names=frozenset(names) - {"the"}), at


def _opens_or_names(evidence: Evidence, elements: list[Element], at: int) -> bool:
    element = elements[at]
    if element.lower in _LINKS or (at == 0 and element.lower == "the"):
        return True
    return element.tag is Tag.NOUN and (element.is_name or evidence.document.text[element.start].isupper())


def _bare(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s").removesuffix("'")


def _open_bracket(elements: list[Element], place: int) -> int | None:
    """Return the bracket that is open at a place."""
    depth = 0
    for at in range(place, -1, -1):
        if elements[at].lower == ")":
            depth += 1
        elif elements[at].lower == "(":
            if depth == 0:
                return at
            depth -= 1
    return None


def _copula_before(elements: list[Element], place: int) -> int | None:
    """Return the "is" of "X is a label founded in", where it is the only finite verb before a place."""
    found = None
    for at, element in enumerate(elements[:place]):
        if element.tag is Tag.SUBORDINATOR:
            return None
        if element.tag is Tag.AUXILIARY and element.lower in _COPULAS:
            if found is not None:
                return None
            found = at
    if found is None or found + 1 >= len(elements) or elements[found + 1].tag is not Tag.DETERMINER:
        return None
    return found


def _of_predicate(evidence: Evidence, elements: list[Element], copula: int, place: int) -> Subject | None:
    """Return the sentence's subject for a participle behind "is a ...", unless names stand between that it may go with."""
    between = elements[copula + 2 : place + 1]
    last = next((element.lower for element in reversed(between) if element.tag is Tag.VERB), "")
    prepositions = [element for element in between if element.tag is Tag.PREPOSITION]
    named = any(element.is_name for element in between[-2:])
    is_free = not prepositions or last in _PLACED or (all(p.lower == "of" for p in prepositions) and not named)
    if not is_free:
        return None
    subject = _phrase(evidence, elements, copula - 1)
    return None if subject is None else replace(subject, classes=classes_of(evidence, elements, copula))


def classes_of(evidence: Evidence, elements: list[Element], copula: int) -> frozenset[str]:
    """Return the stems by which a sentence says what its subject is: a genre of rock music."""
    stems: list[str] = []
    for element in elements[copula + 1 :]:
        if element.tag in (Tag.VERB, Tag.SUBORDINATOR, Tag.AUXILIARY, Tag.MARK, Tag.PRONOUN):
            break
        if element.tag is Tag.NOUN and not element.is_name:
            stems.append(evidence.grammar.stem(element.lower))
    return frozenset(stems)


def _phrase(evidence: Evidence, elements: list[Element], last: int) -> Subject | None:
    """Return the noun phrase that ends at a place; "A sequel, Rio 2," is one phrase."""
    place = _before_dashes(elements, last)
    while place >= 0 and elements[place].lower in _MARKS | {")"}:
        if elements[place].lower == ")":
            opened = _open_bracket(elements, place - 1)
            if opened is None:
                return None
            place = opened
        place -= 1
    start, subject = _nouns(evidence, elements, place)
    if subject is None:
        return None
    if start >= 2 and elements[start - 1].lower == "," and last != place and subject.names and not subject.head:
        _, before = _nouns(evidence, elements, start - 2)
        if before is not None and before.head:
            return replace(before, names=before.names | subject.names, leans=before.is_owned)
    return subject


def _before_dashes(elements: list[Element], last: int) -> int:
    """Return the place before what stands between dashes: X - produced by Y - was released."""
    if last < 1 or elements[last].lower not in _DASHES:
        return last
    place = last
    while place >= 0 and elements[place].lower in _DASHES:
        place -= 1
    while place >= 0 and elements[place].lower not in _DASHES:
        place -= 1
    while place >= 0 and elements[place].lower in _DASHES:
        place -= 1
    return place if place >= 0 else last


def _is_in_title(element: Element, text: str, place: int) -> bool:
    """Say whether a function word is part of a title, by its capital: Reign Over Me."""
    return place > 0 and element.tag in _IN_TITLES and text[element.start].isupper() and element.lower != "i"


def _nouns(evidence: Evidence, elements: list[Element], last: int) -> tuple[int, Subject | None]:
    """Return where the noun phrase ending at a place starts, and what it names."""
    text, stem = evidence.document.text, evidence.grammar.stem
    words: list[tuple[str, bool]] = []  # right to left: the word, whether it is a name
    owner: list[str] = []
    lean, place = "", last
    while place >= 0:
        element = elements[place]
        if element.tag is Tag.NOUN or (element.tag is Tag.QUANTITY and words):
            word = element.lower or text[element.start : element.end].lower()
            is_name = element.is_name or (place == 0 and text[element.start].isupper() and element.tag is Tag.NOUN)
            if word.endswith(("'s", "’s", "s'", "s’")) and words:
                owner += [word for word, named in _run(elements, text, place) if named]
                lean = "" if owner else "the"
                break
            words.append((_bare(word), is_name))
        elif _is_in_title(element, text, place):
            words += [(element.lower, True)] if element.tag is not Tag.DETERMINER else []
        elif element.lower in _LINKS and words:
            pass
        elif element.lower == "of" and words and not owner and place and elements[place - 1].tag is Tag.NOUN:
            owner = [word for word, named in words if named]
            if not owner:
                owner, lean = [], "of"
            words = []
        elif element.tag is Tag.DETERMINER and words:
            if element.lower == "the" and place and elements[place - 1].is_name and not lean:
                place -= 1
                continue
            lean = element.lower if lean != "of" else lean
            place -= 1
            break
        elif element.tag is Tag.PRONOUN and not words:
            return place, Subject(leans=True)
        elif element.tag is Tag.CONJUNCTION and words and place and elements[place - 1].tag is Tag.NOUN:
            return place, None  # two things joined
        else:
            break
        place -= 1
    if not words:
        return last + 1, None
    words.reverse()
    names = frozenset(word for word, named in words if named)
    stems = [stem(word) for word, named in words if not named]
    head = "" if words[-1][1] or not stems else stems[-1]
    is_owned = lean in _OWNERS
    leans = is_owned or (not names and not owner and lean in _LEANING | {"of"})
    plain = frozenset(stems[:-1] if head else stems)
    return place + 1, Subject(names, frozenset(owner), head, plain, frozenset(), leans, is_owned)


def _run(elements: list[Element], text: str, last: int) -> list[tuple[str, bool]]:
    """Return the words of an owner's name, right to left."""
    found = []
    for place in range(last, -1, -1):
        element = elements[place]
        if element.tag is not Tag.NOUN:
            break
        found.append((_bare(element.lower), element.is_name or (text[element.start].isupper() and place == 0)))
    return found
