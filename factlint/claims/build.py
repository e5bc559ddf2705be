"""Quantities to claims: each with kind, measure, subject, period, modality, and how each is known."""

from collections.abc import Iterable
from itertools import chain, islice

from factlint.claims.chunks import AUXILIARY, NOUN, QUANTITY, SUBORDINATOR, VERB, Element
from factlint.claims.clause import Frame, frames
from factlint.claims.deal import deal
from factlint.claims.kind import role_of, settle_way, tell_direction, tell_kind, tell_turn, way_between, way_of_raised
from factlint.claims.measure import content_words, learn_acronyms, referent, stems_of
from factlint.claims.modality import tell_bases, tell_modality
from factlint.claims.phrases import phrase_left
from factlint.claims.reading import Reading, Standing, is_told
from factlint.claims.when import When, fronted, is_of_now, tell_when
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import NOTHING, Claim, Direction, How, Kind, Modality, Referent
from factlint.model.document import Document
from factlint.model.parse import Parse
from factlint.model.period import Period
from factlint.model.quantity import Quantity

__all__ = ["Builder", "Reading", "Standing", "build", "is_told"]

_AT_ONCE = 128  # sentences parsed in a row before their claims are built: the processor's memory holds one room's code
_OPENING = 60  # characters in which a period may stand that opens a sentence
_CLOSING = 20  # characters in which a question mark may stand that ends a sentence, with what closes it
_CONTEXT_LEFT, _CONTEXT_RIGHT = 40, 25
_NONE: frozenset[str] = frozenset()
_DATED = (Kind.LEVEL, Kind.CHANGE, Kind.RATE, Kind.SHARE, Kind.DIFFERENCE)


class Builder:
    """Builds the claims of one document sentence by sentence; what is inherited across sentences lives here."""

    def __init__(self, document: Document, grammar: Grammar) -> None:
        self._document = document
        self._grammar = grammar
        self._acronyms = learn_acronyms(document.text)
        self._paragraph = -1
        self._sentences = 0  # of the paragraph so far
        self._period: Period | None = None  # of the paragraph
        self._topic: Referent = NOTHING  # the last subject of the paragraph
        self._thread: frozenset[str] = frozenset()  # specific words of the turn's latest topic
        self._named: frozenset[str] = frozenset()  # names of the turn's latest topic that has any
        self._turn: int | None = None
        self._main: Referent = NOTHING  # the subject of the sentence's first clause
        self.claims: list[Claim] = []
        self.readings: list[Reading] = []

    @property
    def acronyms(self) -> dict[str, tuple[str, ...]]:
        """The acronyms that the text explains."""
        return self._acronyms

    @property
    def standing(self) -> Standing:
        """What is carried to the next sentence."""
        return Standing(
            self._paragraph, self._sentences, self._turn, self._period, self._topic, self._thread, self._named
        )

    def stand(self, standing: Standing) -> None:
        """Go on as if everything had been read up to where this was carried."""
        self._paragraph, self._sentences, self._turn, self._period, self._topic, self._thread, self._named = standing

    def read_all(self, parses: Iterable[Parse]) -> None:
        """Add the claims of sentences, in text order; labels of speakers say nothing, but for their dates."""
        for parse in parses:
            if is_told(parse):
                self.enter(parse)
                self.read(parse)

    def take(self, reading: Reading) -> None:
        """Add a sentence that was read before, its claims numbered from here on."""
        self.readings.append(reading)
        self.claims += reading.made

    def enter(self, parse: Parse) -> None:
        """Come to a sentence: a new paragraph or turn forgets what the one before was about."""
        sentence = parse.sentence
        if sentence.paragraph != self._paragraph:
            if self._sentences > 1 or sentence.turn != self._turn:  # a text of one sentence a line is one paragraph
                self._period, self._topic = None, NOTHING
            self._paragraph, self._sentences = sentence.paragraph, 0
        self._sentences += 1
        if sentence.turn != self._turn:
            self._turn, self._thread, self._named = sentence.turn, frozenset(), frozenset()
        if self._corrects(parse):
            self._withdraw(sentence.index)

    def read(self, parse: Parse) -> None:
        """Add the claims of a sentence that was come to."""
        sentence = parse.sentence
        reading = Reading(parse, self._grammar, first=len(self.claims), entered=self.standing)
        self.readings.append(reading)
        if parse.quantities:
            elements = reading.elements
            reading.frames = frames(elements, parse.quantities, self._grammar)
            reading.dealings = deal(elements, reading.frames, parse.quantities, self._grammar)
            is_money = any(quantity.unit.is_money for quantity in parse.quantities)
            self._main = self._sentence_subject(elements) if is_money else NOTHING
        if any(period.span.start - sentence.span.start < _OPENING for period in parse.periods):
            self._period = fronted(reading.elements) or self._period
        order: list[tuple[int, int, Period | None]] = [(q.span.start, i, None) for i, q in enumerate(parse.quantities)]
        order += [(p.span.start, -1, p) for p in parse.periods]
        order.sort(key=lambda item: item[0])
        reading.claims = [-1] * len(parse.quantities)
        made: dict[int, Claim] = {}
        for _, number, period in order:
            if period is not None:
                self._add_date(parse, period)
                continue
            reading.claims[number] = len(self.claims)
            claim = self._claim(reading, number, made)
            made[number] = claim
            self.claims.append(claim)
        reading.made = self.claims[reading.first :]
        reading.left = self.standing

    def _corrects(self, parse: Parse) -> bool:
        """Say whether a sentence opens with the speaker's own correction: "Sorry, I misspoke: ..."."""
        opening = parse.sentence.span.of(self._document.text)[:60].lower().lstrip(' "“')
        return opening.startswith(self._grammar.correction)

    def _withdraw(self, sentence: int) -> None:
        """Take back the figures of the sentence before."""
        for claim in reversed(self.claims):
            if claim.sentence < sentence - 1:
                break
            claim.modality = Modality.NEGATED

    def _add_date(self, parse: Parse, period: Period) -> None:
        kind = Kind.DATE
        self.claims.append(
            Claim(len(self.claims), parse.sentence.index, None, kind, period.span, period.text, period=period,
                  period_how=How.STATED, speaker=self._speaker(parse))
        )  # fmt: skip

    def _speaker(self, parse: Parse) -> str | None:
        turn = parse.sentence.turn
        return None if turn is None else self._document.turns[turn].speaker

    def _claim(self, reading: Reading, number: int, made: dict[int, Claim]) -> Claim:
        parse, frame = reading.parse, reading.frames[number]
        quantity = parse.quantities[number]
        source = made.get(frame.inherits) if frame.inherits is not None else None
        kind, direction = tell_kind(quantity, frame, self._grammar)
        text = self._document.text
        if kind is Kind.RATIO and direction is None:
            direction = tell_turn(quantity.number.of(text))
        kind, direction = settle_way(
            reading.elements, frame, quantity, kind, direction, source,
            [made[step] for step in range(number - 1, -1, -1)], self._grammar,
        )  # fmt: skip
        if source is not None and source.kind is Kind.CHANGE and quantity.unit.is_percent and (
            frame.in_brackets or text[source.span.end : quantity.span.start].strip(" ,\u2013\u2014") == "or"
        ) and kind is not Kind.SHARE:  # fmt: skip
            own = direction if frame.in_brackets and frame.is_noun else None  # (previously 0.1% growth)
            kind, direction = (
                Kind.CHANGE,
                own or source.direction,
            )  # "decreased by 90,000 (31.9%)", "fell $1.12, or 1.4%"
        if (
            source is not None
            and source.kind is not Kind.ORDINAL
            and frame.continues_list
            and kind in (Kind.RATE, Kind.LEVEL)
            and not frame.predicate
        ):
            same = source.quantity is not None and source.quantity.unit.dimension == quantity.unit.dimension
            if same:
                kind, direction = source.kind, source.direction
        if quantity.value is not None and quantity.value < 0 and kind is Kind.CHANGE and direction is not None:
            direction = Direction.DOWN  # a growth of -1.3%
        is_from = quantity.role == "from" or (frame.preposition == "from" and not frame.is_noun)
        if is_from and direction is not None and kind is not Kind.CHANGE:
            direction = None  # the level before went nowhere; the one it led to did
        elif quantity.role == "to" and direction is None and quantity.partner is not None and kind is not Kind.CHANGE:
            left = reading.frames[quantity.partner]
            direction = (
                tell_direction(left, self._grammar)
                or way_of_raised(reading.elements, left, self._grammar)
                or way_between(parse.quantities[quantity.partner], quantity)
            )
        when = tell_when(reading.elements, frame.place, is_change=kind in (Kind.CHANGE, Kind.DIFFERENCE),
                         inherited=self._period)  # fmt: skip
        measure = self._measure(frame, quantity, kind, source)
        claim = Claim(
            len(self.claims),
            parse.sentence.index,
            quantity,
            kind,
            quantity.span,
            quantity.span.of(text),
            modality=self._modality(reading, frame, source),
            direction=direction,
            measure=measure,
            whole=self._whole(frame, kind),
            subject=self._subject(frame),
            actor=self._actor(frame, quantity),
            period=when.period,
            period_how=when.how,
            comparison=when.comparison or (source.comparison if source and frame.continues_list else ""),
            against=when.against,
            bases=self._bases(reading, frame),
            counted=self._counted(frame),
            speaker=self._speaker(parse),
            role=role_of(reading.elements, frame, quantity),
            verb=self._verb(frame),
            topic=self._context(reading, frame),
            names=self._names(frame),
        )
        self._inherit(claim, source, when)
        self._follow(claim)
        if when.how is How.STATED and claim.kind in _DATED and frame.predicate_at >= 0 and is_of_now(claim):
            self._period = when.period
        return claim

    def _follow(self, claim: Claim) -> None:
        """Note the topic that a claim opens, or stands under where its own measure names nothing specific."""
        grammar = self._grammar
        own = frozenset(
            word for word in claim.measure.words | claim.subject.words | claim.actor.words
            if word not in grammar.general and word not in grammar.relational and not word[0].isdigit()
        )  # fmt: skip
        if own and claim.quantity is not None and claim.kind in (Kind.LEVEL, Kind.CHANGE, Kind.RATE, Kind.SHARE):
            self._thread = own
        if claim.names and claim.quantity is not None:
            self._named = claim.names - grammar.nations
        claim.thread, claim.named_topic = self._thread, self._named

    def _modality(self, reading: Reading, frame: Frame, source: Claim | None) -> Modality:
        if source is not None and (frame.predicate_at < 0 or frame.in_brackets):
            return source.modality
        is_question = self._is_question(reading.parse)
        if reading.is_plain:
            return Modality.ASKED if is_question else Modality.ASSERTED
        return tell_modality(reading.elements, frame, self._grammar, is_question=is_question)

    def _bases(self, reading: Reading, frame: Frame) -> frozenset[str]:
        if not reading.may_name_bases:
            return _NONE
        return tell_bases(reading.elements, frame, self._grammar)

    def _is_question(self, parse: Parse) -> bool:
        start, end = parse.sentence.span
        return self._document.text[max(end - _CLOSING, start) : end].rstrip(' "”').endswith("?")

    def _measure(self, frame: Frame, quantity: Quantity, kind: Kind, source: Claim | None) -> Referent:
        phrases = []
        if quantity.unit.is_count and frame.counted and not (frame.is_noun and frame.complement):
            phrases.append(frame.counted)
            if frame.subject and frame.predicate in self._grammar.level_verbs:
                phrases.append(frame.subject)
            if frame.complement_by in {"of"} and frame.complement:
                phrases.append(frame.complement)
        elif self._is_object(frame, quantity):
            phrases.append(frame.complement)
        elif kind is Kind.SHARE and not frame.subject and frame.after:
            phrases.append(frame.after)
        elif frame.is_noun and frame.complement and frame.complement_by in {"in", "of", "for", "on"}:
            phrases.append(frame.complement)
        elif frame.subject:
            phrases.append(frame.subject)
        elif frame.counted:
            phrases.append(frame.counted)
        elif frame.complement and kind is not Kind.SHARE:
            phrases.append(frame.complement)
        if not phrases and source is not None:
            return Referent(source.measure.text, source.measure.head, source.measure.words, How.INHERITED)
        found = referent(phrases, self._grammar, self._acronyms, self._document.text, How.STATED)
        is_of_one = frame.complement_by == "of" and len([e for e in frame.complement if e.tag is NOUN]) == 1
        if not found.words and quantity.unit.is_money and is_of_one and kind is not Kind.SHARE:
            # ended the quarter with 2.1 billion of cash
            found = referent([frame.complement], self._grammar, self._acronyms, self._document.text, How.STATED)
        if not found.words and frame.anaphor and self._topic.words:
            return Referent(self._topic.text, self._topic.head, self._topic.words, How.ASSUMED)
        main = self._main
        if quantity.unit.is_money and found.words and found.head in main.words and found.words < main.words:
            found = Referent(found.text, found.head, main.words, How.INHERITED, found.span)
        if found.words:
            self._topic = found
        return found

    def _sentence_subject(self, elements: list[Element]) -> Referent:
        """Return the subject of the first clause: "total revenue" in a later one leans on it."""
        for at, element in enumerate(elements):
            if element.tag in (VERB, AUXILIARY):
                phrase, _ = phrase_left(elements, at)
                if phrase:
                    return referent([phrase], self._grammar, self._acronyms, self._document.text, How.STATED)
                return NOTHING
            if element.tag in (QUANTITY, SUBORDINATOR):
                return NOTHING
        return NOTHING

    def _whole(self, frame: Frame, kind: Kind) -> Referent:
        if kind is not Kind.SHARE or not frame.complement or frame.complement_by != "of":
            return NOTHING
        return referent([frame.complement], self._grammar, self._acronyms, self._document.text, How.STATED)

    def _subject(self, frame: Frame) -> Referent:
        names = [element for element in frame.subject if element.is_name]
        if not names and frame.complement:
            names = [element for element in frame.complement if element.is_name]
        if not names:
            return NOTHING
        return referent([names], self._grammar, self._acronyms, self._document.text, How.STATED)

    def _is_object(self, frame: Frame, quantity: Quantity) -> bool:
        """Say whether a figure with a unit measures what stands behind it: trucked 12.8 million liters of water."""
        unit = quantity.unit
        if unit.is_count or unit.is_money or unit.is_percent or unit.is_point or frame.complement_by != "of":
            return False
        word = frame.predicate
        is_act = (
            bool(word) and word not in self._grammar.auxiliaries and not self._only_tells(word) and not frame.is_noun
        )
        return is_act and not frame.preposition

    def _actor(self, frame: Frame, quantity: Quantity) -> Referent:
        """Return who stands before the verb where the figure counts or measures its object."""
        if not frame.subject or not (self._is_object(frame, quantity) or (quantity.unit.is_count and frame.counted)):
            return NOTHING
        if frame.predicate in self._grammar.level_verbs or (not frame.predicate and not frame.preposition):
            return NOTHING
        return referent([frame.subject], self._grammar, self._acronyms, self._document.text, How.STATED)

    def _counted(self, frame: Frame) -> str:
        if not frame.counted:
            return ""
        return " ".join(self._document.text[frame.counted[0].start : frame.counted[-1].end].split())

    def _verb(self, frame: Frame) -> str:
        word = frame.predicate or frame.after_verb
        grammar = self._grammar
        if not word or word in grammar.auxiliaries or self._only_tells(word):
            word = frame.after_verb
        if not word or word in grammar.auxiliaries or self._only_tells(word):
            return ""
        stem = grammar.stem(word)
        return "" if stem in grammar.existence else stem

    def _only_tells(self, word: str) -> bool:
        """Say whether a verb of change or level adds nothing to the name of the measure."""
        grammar = self._grammar
        return (
            (word in grammar.change and word not in grammar.transitive)
            or word in grammar.level_verbs
            or word in grammar.share_verbs
            or word in grammar.told
        )

    def _context(self, reading: Reading, frame: Frame) -> frozenset[str]:
        """Return the content words of the sentence around a figure, a semicolon being its end."""
        if not reading.stems:
            grammar, acronyms = self._grammar, self._acronyms
            reading.stems = [
                stems_of(element.lower, grammar, acronyms) if element.tag is NOUN or element.tag is VERB else ()
                for element in reading.elements
            ]
        start, end = max(frame.place - _CONTEXT_LEFT, 0), frame.place + _CONTEXT_RIGHT
        if ";" in reading.words:
            marks = [at for at, element in enumerate(reading.elements) if element.lower == ";"]
            start = max([at + 1 for at in marks if at < frame.place] + [start])
            end = min([at for at in marks if at > frame.place] + [end])
        return frozenset(chain.from_iterable(reading.stems[start:end]))

    def _names(self, frame: Frame) -> frozenset[str]:
        named = [e for e in (*frame.subject, *frame.counted, *frame.complement) if e.is_name]
        return frozenset(content_words(named, self._grammar, self._acronyms))

    def _inherit(self, claim: Claim, source: Claim | None, when: When) -> None:
        """Take what the figure lacks from the one whose reference it shares."""
        if source is None:
            return
        if claim.subject is NOTHING and source.subject.words:
            claim.subject = Referent(source.subject.text, source.subject.head, source.subject.words, How.INHERITED)
        if when.how is not How.STATED and source.period is not None:
            claim.period, claim.period_how = source.period, How.INHERITED
        if not claim.names:
            claim.names = source.names
        if not claim.verb and claim.measure.how is How.INHERITED:
            claim.verb = source.verb


def build(document: Document, parses: Iterable[Parse], grammar: Grammar, *, keeps: bool = True) -> Builder:
    """Read the claims of all sentences, in text order; the readings are kept where somebody will ask them more."""
    builder = Builder(document, grammar)
    taken = iter(parses)
    while some := list(islice(taken, _AT_ONCE)):
        builder.read_all(some)
        if not keeps:
            builder.readings.clear()
    return builder
