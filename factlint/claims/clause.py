"""The clause around each quantity: subject phrase, predicate, function word, counted noun, complement.

Read from left to right with one state, the latest subject; what a figure lacks it inherits from the figure before it in
the same sentence (", up 7.7%"), and says so.
"""

from collections.abc import Sequence

from factlint.claims.chunks import (
    ADVERB,
    AUXILIARY,
    CHANGE,
    COMPARISON,
    CONJUNCTION,
    DETERMINER,
    NOUN,
    PERIOD,
    PREPOSITION,
    PRONOUN,
    QUANTITY,
    SUBORDINATOR,
    VERB,
    Element,
)
from factlint.claims.phrases import Phrase, is_aside, phrase_left, phrase_right
from factlint.knowledge.grammar import Grammar
from factlint.model.quantity import Quantity
from factlint.model.record import dataclass, field

_VERBAL = (VERB, AUXILIARY, CHANGE)
_STEPPED_OVER = (ADVERB, DETERMINER, COMPARISON)


@dataclass(slots=True)
class Frame:
    """What stands around one quantity."""

    place: int  # index of the quantity's element
    subject: Phrase = field(default_factory=list)
    predicate: str = ""  # the verb, or the noun or adverb of change, that governs the figure; lower case
    predicate_at: int = -1
    is_noun: bool = False  # the predicate is a noun: an increase of
    preposition: str = ""
    counted: Phrase = field(default_factory=list)
    complement: Phrase = field(default_factory=list)  # of X, in X after the figure
    complement_by: str = ""  # the preposition of the complement
    after: Phrase = field(default_factory=list)  # what follows: the predicate of a figure that opens its clause
    after_verb: str = ""
    in_brackets: bool = False
    inherits: int | None = None  # index of the quantity whose reference this one shares
    continues_list: bool = False  # "A, B and C": the figure before it is its neighbour in a list
    anaphor: bool = False  # the subject is a pronoun: it, this, they


def frames(elements: Sequence[Element], quantities: Sequence[Quantity], grammar: Grammar) -> list[Frame]:
    """Return one frame for each quantity of a sentence."""
    places = [at for at, element in enumerate(elements) if element.tag is QUANTITY]
    found: list[Frame] = []
    last_subject: Phrase = []
    for number, place in enumerate(places):
        frame = Frame(place)
        _look_right(elements, frame, quantities[number], grammar)
        _look_left(elements, frame, number, grammar)
        if frame.preposition == "by" and not frame.predicate:
            _find_change(elements, frame, grammar)
        if frame.subject:
            last_subject = frame.subject
        elif frame.predicate and frame.inherits is None and not frame.anaphor:
            frame.subject = last_subject
        found.append(frame)
    _share_counted(elements, found, quantities)
    return found


def _look_left(elements: Sequence[Element], frame: Frame, number: int, grammar: Grammar) -> None:
    at = frame.place - 1
    while at >= 0 and (elements[at].tag in _STEPPED_OVER or elements[at].lower in {'"', "“"}):
        at -= 1
    at = _before_modifier(elements, frame, at, grammar)
    if at >= 0 and elements[at].tag is PREPOSITION:
        frame.preposition = elements[at].lower
        at -= 1
        while at >= 0 and (elements[at].tag in (*_STEPPED_OVER, PERIOD) or _leads_period(elements, at)):
            at -= 1
    if at < 0:
        _look_after(elements, frame)
        return
    element = elements[at]
    if element.lower == "(":
        frame.in_brackets = True
        frame.inherits = number - 1 if number else None
        if frame.inherits is None or frame.place - at > 2:
            frame.subject, _ = phrase_left(elements, at)
    elif element.tag in _VERBAL:
        _take_predicate(elements, frame, at, number, grammar)
    elif element.tag is NOUN:
        _take_noun(elements, frame, at, number, grammar)
    elif is_aside(elements, frame.place):
        frame.subject, _ = phrase_left(elements, at)  # "membership, at 3,120, is 40 lower than in May"
    elif element.tag is QUANTITY or element.tag is CONJUNCTION or element.lower == ",":
        _continue_list(elements, frame, at, number)
    elif element.tag is SUBORDINATOR or element.tag is PRONOUN:
        frame.anaphor = element.tag is PRONOUN
        _look_after(elements, frame)
    else:
        _look_after(elements, frame)


def _before_modifier(elements: Sequence[Element], frame: Frame, at: int, grammar: Grammar) -> int:
    """Step over a participle that qualifies the figure itself: rose a seasonally adjusted 1.77 billion, to a projected 33%."""
    if (
        at > 1
        and at == frame.place - 1
        and elements[at].lower in grammar.sizes
        and elements[at - 1].lower in {"a", "an"}
    ):
        return at - 2 if elements[at - 2].lower == "to" else at  # rose to a record 6.93 billion
    if at < 1 or at != frame.place - 1 or elements[at].tag is not VERB or not elements[at].lower.endswith("ed"):
        return at
    step = at - 1
    while step > 0 and elements[step].tag is ADVERB:
        step -= 1
    if elements[step].lower not in {"a", "an"}:
        return at
    while step >= 0 and elements[step].tag in _STEPPED_OVER:
        step -= 1
    return step


def _find_change(elements: Sequence[Element], frame: Frame, grammar: Grammar) -> None:
    """Find the verb of change that "by" belongs to across what is put between: "fell when compared with 2013, by 27,000"."""
    at = frame.place - 1
    while at >= 0 and elements[at].tag is not QUANTITY and elements[at].lower not in {";", ":", "that", "which"}:
        if elements[at].tag in (VERB, CHANGE) and elements[at].lower in grammar.change:
            start = at
            while start > 0 and elements[start - 1].tag in (*_VERBAL, ADVERB):
                start -= 1
            frame.predicate, frame.predicate_at, frame.inherits = elements[at].lower, at, None
            frame.subject, _ = phrase_left(elements, start)
            return
        at -= 1


def _leads_period(elements: Sequence[Element], at: int) -> bool:
    """Say whether a preposition only leads a period: by 103,000 from Q4 2013 to 5.4 million."""
    return elements[at].tag is PREPOSITION and at + 1 < len(elements) and elements[at + 1].tag is PERIOD


def _take_predicate(elements: Sequence[Element], frame: Frame, at: int, number: int, grammar: Grammar) -> None:
    """Take the verb group that ends at ``at`` and the subject before it."""
    if frame.is_noun:
        _take_subject_only(elements, frame, at)
        return
    if at and elements[at].lower in {"up", "down"} and _is_phrasal(elements[at - 1], grammar):
        at -= 1  # "taken up 50%", "made up a third": the verb, and no rise
    frame.predicate, frame.predicate_at = elements[at].lower, at
    start = at
    while start > 0 and (elements[start - 1].tag in (*_VERBAL, ADVERB) or elements[start - 1].lower == "to"):
        start -= 1
    if elements[at].tag is AUXILIARY:
        _look_after(elements, frame)
    before = elements[start - 1] if start else None
    if before is not None and before.tag is PRONOUN:
        frame.anaphor = True
        return
    if before is not None and before.tag is SUBORDINATOR and before.lower in {"that", "which", "who"}:
        frame.subject, _ = phrase_left(elements, start - 1)
        return
    is_behind = before is not None and before.lower == "," and start > 1 and elements[start - 2].tag is QUANTITY
    if is_behind and number and is_aside(elements, start - 2):
        frame.inherits = number - 1
        return
    frame.subject, begins = phrase_left(elements, start)
    if frame.subject and elements[at].tag is CHANGE and begins and elements[begins - 1].tag is QUANTITY:
        frame.subject, frame.inherits = [], number - 1  # "48,000 patients, up 30%": the counted noun is no new subject
        return
    if not frame.subject and number:
        earlier = _quantity_before(elements, start)
        if (earlier is not None and elements[at].tag is CHANGE) or (
            before is not None and before.lower == "," and elements[at].lower.endswith("ing")
        ):
            frame.inherits = number - 1
    elif not frame.subject and before is not None and before.lower == ",":
        _main_subject(elements, frame, begins)


def _take_subject_only(elements: Sequence[Element], frame: Frame, at: int) -> None:
    """Take the subject of the verb that governs "a 5% rise", the rise itself being the predicate."""
    if frame.complement and frame.complement_by != "than":
        return
    while at > 0 and elements[at - 1].tag in (*_VERBAL, ADVERB):
        at -= 1
    frame.anaphor = at > 0 and elements[at - 1].tag is PRONOUN
    if not frame.anaphor:
        frame.subject, _ = phrase_left(elements, at)


def _is_phrasal(verb: Element, grammar: Grammar) -> bool:
    return verb.lower in grammar.share_verbs or (
        verb.tag is VERB
        and verb.lower not in grammar.change
        and verb.lower not in grammar.level_verbs
        and verb.lower not in grammar.quoting
    )


def _main_subject(elements: Sequence[Element], frame: Frame, end: int) -> None:
    """Take the subject of the main clause for a participle that stands before any figure: X grew, reaching 5."""
    at = end - 1
    while at > 0 and elements[at].tag not in _VERBAL:
        at -= 1
    if at > 0:
        while at > 0 and elements[at - 1].tag in (*_VERBAL, ADVERB):
            at -= 1
        frame.subject, _ = phrase_left(elements, at)


def _take_noun(elements: Sequence[Element], frame: Frame, at: int, number: int, grammar: Grammar) -> None:
    """Take the noun before "of 5%" or right before the figure, as predicate where it is one of change."""
    noun = elements[at].lower
    phrase, start = phrase_left(elements, at + 1)
    if number and start and frame.preposition in {"to", "from"} and elements[start - 1].tag is QUANTITY:
        frame.inherits = number - 1  # "by 45 vessels to 312 vessels"
        return
    if noun in grammar.change_nouns and frame.preposition in {
        "of",
        "by",
        "to",
        "from",
        "at",
        "",
        "in",
        "above",
        "below",
    }:
        frame.predicate, frame.predicate_at, frame.is_noun = noun, at, True
        rest = [element for element in phrase[:-1] if element.tag is NOUN]
        if rest and not frame.complement:
            frame.subject = phrase[:-1]
        elif not frame.complement:
            _inherit_or_main(elements, frame, start, number)
        return
    if frame.preposition == "by" and phrase and start and elements[start - 1].tag is VERB:
        governing = elements[start - 1].lower
        if (governing in grammar.change and governing not in grammar.change_nouns) or governing in grammar.transitive:
            frame.predicate, frame.predicate_at = governing, start - 1  # "cut its key rate by a quarter point"
    if not frame.preposition and phrase and start and elements[start - 1].tag is VERB:
        verb = start - 1
        _take_predicate(elements, frame, verb, number, grammar)  # "has paid farmers 5 million"
        if frame.subject and not frame.complement:
            frame.complement, frame.complement_by = phrase, "to"
        if frame.subject:
            return
    if frame.preposition == "of" and phrase and phrase[-1].lower in grammar.partitives:
        _look_after(elements, frame)  # "the bulk of the 35 billion saved": the figure is the whole
        return
    if frame.preposition == "of" and phrase and phrase[-1].lower in grammar.paces and start > 1:
        led_by = elements[start - 1].lower
        if (
            led_by in {"at", "by"}
            and elements[start - 2].tag in _VERBAL
            and elements[start - 2].lower in grammar.change
        ):
            frame.preposition = "by"
            _take_predicate(elements, frame, start - 2, number, grammar)  # "grew at an annual rate of 1.6 percent"
            return
    if frame.preposition == "of" and phrase and phrase[-1].lower in grammar.sizes and start > 1:
        led_by = elements[start - 1].lower
        if (
            led_by in {"by", "to"}
            and elements[start - 2].tag in _VERBAL
            and elements[start - 2].lower in grammar.change
        ):
            frame.preposition = led_by
            _take_predicate(elements, frame, start - 2, number, grammar)  # "go up by an average of 117 euros"
            return
    if frame.preposition == "of" and phrase and phrase[-1].lower in grammar.sizes and start:
        verb = start - 1
        if elements[verb].tag in (VERB, AUXILIARY):
            _take_predicate(elements, frame, verb, number, grammar)  # "sold a record of 3,109 homes"
            return
    if not frame.preposition and start and elements[start - 1].tag in _VERBAL and _only_sizes(phrase, grammar):
        _take_predicate(elements, frame, start - 1, number, grammar)  # "was a fourth quarter record 15.2%"
        return
    frame.subject = phrase
    if frame.preposition:
        frame.predicate_at = at
    if not phrase:
        _look_after(elements, frame)


def _only_sizes(phrase: Phrase, grammar: Grammar) -> bool:
    """Say whether a phrase names nothing but a size: a record, an all-time high, a total."""
    nouns = [element.lower for element in phrase if element.tag is NOUN]
    return bool(nouns) and all(word in grammar.sizes or grammar.stem(word) in grammar.telling for word in nouns)


def _inherit_or_main(elements: Sequence[Element], frame: Frame, start: int, number: int) -> None:
    """Find whose increase it is: "with an increase of 3%" inherits, "saw an increase of 3%" has a subject."""
    at = start - 1
    while at >= 0 and elements[at].tag in (DETERMINER, ADVERB):
        at -= 1
    if at >= 0 and elements[at].tag in _VERBAL:
        while at > 0 and elements[at - 1].tag in (*_VERBAL, ADVERB):
            at -= 1
        frame.subject, _ = phrase_left(elements, at)
    if not frame.subject and number:
        frame.inherits = number - 1


def _continue_list(elements: Sequence[Element], frame: Frame, at: int, number: int) -> None:
    """Take a figure that follows another one after a comma or a conjunction."""
    while at >= 0 and (
        elements[at].tag is CONJUNCTION or elements[at].lower == "," or elements[at].tag in _STEPPED_OVER
    ):
        at -= 1
    if number and at >= 0 and elements[at].tag in (QUANTITY, COMPARISON, PERIOD):
        frame.continues_list = not frame.preposition and not frame.is_noun
        frame.inherits = number - 1
    elif frame.is_noun and not frame.complement:
        _main_subject(elements, frame, at + 1)
    elif number:
        frame.continues_list = bool(frame.counted)
        _look_after(elements, frame)
    else:
        _look_after(elements, frame)


def _quantity_before(elements: Sequence[Element], at: int) -> int | None:
    """Return the place of the nearest quantity on the left, within the clause."""
    for place in range(at - 1, -1, -1):
        if elements[place].tag is QUANTITY:
            return place
        if elements[place].lower in {";", ":"}:
            return None
    return None


def _look_right(elements: Sequence[Element], frame: Frame, quantity: Quantity, grammar: Grammar) -> None:
    at = frame.place + 1
    while at < len(elements) and elements[at].tag in (COMPARISON, ADVERB):
        at += 1
    if at >= len(elements):
        return
    element = elements[at]
    if element.tag is NOUN and element.lower in grammar.change_nouns and not quantity.unit.is_count:
        frame.predicate, frame.predicate_at, frame.is_noun = element.lower, at, True
        at += 1
    elif element.tag is CHANGE and element.lower not in {"up", "down"}:
        frame.predicate, frame.predicate_at, frame.is_noun = element.lower, at, True  # "is 27,000 lower than"
    elif element.tag is NOUN or (element.tag is VERB and element.lower.endswith(("ed", "ing"))):
        start = frame.place + 1 if elements[frame.place + 1].tag is ADVERB else at
        frame.counted, at = phrase_right(elements, start)
        if element.tag is VERB and not any(item.tag is NOUN for item in frame.counted):
            frame.counted = []
    while at < len(elements) and elements[at].tag in (COMPARISON, PERIOD):
        at += 1
    if at < len(elements) and elements[at].tag is PREPOSITION and elements[at].lower in {"of", "in", "for", "on", "to"}:
        phrase, _ = phrase_right(elements, at + 1)
        if any(item.tag is NOUN for item in phrase):
            frame.complement, frame.complement_by = phrase, elements[at].lower


def _look_after(elements: Sequence[Element], frame: Frame) -> None:
    """Take what a figure that opens its clause is said to do or be: "over 20% of the firms are small"."""
    at = frame.place + 1
    while at < len(elements) and elements[at].tag not in (*_VERBAL, SUBORDINATOR, QUANTITY):
        at += 1
    if at >= len(elements) or elements[at].tag not in _VERBAL:
        return
    verb = at
    while at + 1 < len(elements) and elements[at + 1].tag in (*_VERBAL, ADVERB):
        at += 1
        verb = at if elements[at].tag in _VERBAL else verb
    frame.after_verb = elements[verb].lower
    frame.after, _ = phrase_right(elements, at + 1)


def _share_counted(elements: Sequence[Element], found: list[Frame], quantities: Sequence[Quantity]) -> None:
    """Lend a counted noun back to a figure that waits for it: produced 1.65 and sold 1.586 million vehicles."""
    for number in range(len(found) - 2, -1, -1):
        frame, following = found[number], found[number + 1]
        if frame.counted or not following.counted or not quantities[number].unit.is_count or frame.in_brackets:
            continue
        between = elements[frame.place + 1 : following.place]
        if (
            between
            and len(between) <= 4
            and all(item.tag in (CONJUNCTION, VERB, ADVERB, PREPOSITION) or item.lower == "," for item in between)
            and any(item.tag is CONJUNCTION or item.lower == "," for item in between)
        ):
            frame.counted = following.counted
