"""Turns of a transcript: who speaks between two labels, and who asks.

A label is judged twice: by its form where it stands, then by the whole text, for "Revenue:" and "Zhao Zhiguo:" are
of one form. People who speak are named again, thank, greet, and say "we".
"""

import re
from collections import Counter
from enum import Enum, auto
from functools import cache

from factlint.model.document import Block, Turn
from factlint.model.record import dataclass
from factlint.model.span import Span
from factlint.readers.blocks import Paragraph
from factlint.readers.fields import is_field

_LONGEST = 90  # of a label
_SMALL = frozenset("of and the for de da du van von der bin al el la on in at & - to / via with through".split())
_ROLES = frozenset(
    "moderator host operator chair chairperson chairman chairwoman speaker reporter journalist question answer".split()
)
_ASKERS = frozenset(
    "q question reporter reporters journalist participant analyst media press correspondent caller".split()
)
_OUTLETS = frozenset(
    """news daily times media group press agency herald post journal tv television radio broadcasting broadcast network
    weekly reuters bloomberg afp ap xinhua cnbc cnn bbc nbc abc cbs fox cctv cgtn npr gazette tribune telegraph guardian
    observer globe newspaper magazine economist correspondent newswire wire morning evening phoenix yicai caixin nikkei
    kyodo yonhap tass efe dpa""".split()
)  # fmt: skip


class _Form(Enum):
    """How a label is written, which decides how much more the text must show."""

    MARKED = auto()  # <v Zhao Zhiguo>, a name that the file itself marks
    QA = auto()  # Q, A, QUESTION
    TITLED = auto()  # MR. ZIENTS:, THE PRESIDENT:
    CAPITALS = auto()  # ZIENTS:, CHAIR YELLEN.
    ALONE = auto()  # Zhao Zhiguo: with the speech on the next line
    INLINE = auto()  # Zhao Zhiguo: Thank you.
    DASH = auto()  # John Smith -- Chief Executive Officer


@dataclass(slots=True)
class _Candidate:
    form: _Form
    label: Span
    body: int  # where the words after the label begin
    speaker: str
    alone: bool


def turns_of(text: str, paragraphs: list[Paragraph]) -> list[Turn]:
    """Return the turns of a transcript in order, none for a text that is no transcript."""
    candidates = [found for paragraph in paragraphs if (found := _candidate(text, paragraph)) is not None]
    if not candidates:
        return []
    end = paragraphs[-1].end
    accepted = _accepted(text, candidates, end)
    turns: list[Turn] = []
    for at, candidate in enumerate(accepted):
        stop = accepted[at + 1].label.start if at + 1 < len(accepted) else end
        turns.append(Turn(_trimmed(text, candidate.body, stop), candidate.speaker, candidate.label))
    _mark_questions(text, turns)
    return turns


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _candidate(text: str, paragraph: Paragraph) -> _Candidate | None:
    """Return the label that a paragraph may begin with."""
    if paragraph.block not in (Block.PROSE, Block.LABEL, Block.HEADING):
        return None
    start = paragraph.start
    if paragraph.voice is not None:
        label = paragraph.voice
        name = _tidy(text[label.start : label.end].rstrip(": "))
        return _Candidate(_Form.MARKED, label, label.end, name, label.end >= paragraph.end)
    head = text[start : min(paragraph.first_line, paragraph.end, start + _LONGEST)]
    if head[0] in "QA" and (match := _question_pattern().match(head)):
        body = start + match.end()
        speaker = match["who"] + (" " + match["number"] if match["number"] else "")
        return _Candidate(_Form.QA, Span(start, start + len(match["label"])), body, speaker, body >= paragraph.end)
    colon = head.find(":")
    if colon < 0:
        colon = head.find("\uff1a")
    if colon > 0 and (colon + 1 == len(head) or head[colon + 1] in " \t\u00a0"):
        return _named(text, paragraph, head[:colon])
    if head[:2].isupper() and (match := _capitals_pattern().match(head)) is not None:
        words = match[1]
        titled = _title_pattern().match(words) is not None
        if len(words.rpartition(" ")[2]) > 2:
            form = _Form.TITLED if titled else _Form.CAPITALS
            return _Candidate(form, Span(start, start + match.end(1) + 1), start + match.end(), _tidy(words), False)
    if paragraph.end <= start + _LONGEST and paragraph.first_line >= paragraph.end:
        return _dashed(paragraph, head)
    return None


def _named(text: str, paragraph: Paragraph, words: str) -> _Candidate | None:
    """Return a label that ends in a colon, if the words before it have the form of a speaker's name."""
    bare = _bracket_pattern().sub("", words).strip(" *_")
    role = bare.lower() in _ROLES
    if not bare or (is_field(bare) and not role) or not _is_name(bare):
        return None
    label = Span(paragraph.start, paragraph.start + len(words) + 1)
    alone = not text[label.end : paragraph.first_line].strip()
    if role and bare.lower() in _ASKERS:
        form = _Form.QA
    elif _title_pattern().match(bare):
        form = _Form.TITLED
    elif bare.isupper() and not alone:
        form = _Form.CAPITALS
    else:
        form = _Form.ALONE if alone else _Form.INLINE
    return _Candidate(form, label, label.end, _tidy(words), alone)


def _dashed(paragraph: Paragraph, head: str) -> _Candidate | None:
    """Return a label of the form "John Smith -- Chief Executive Officer", alone on its line."""
    span = Span(paragraph.start, paragraph.end)
    if head == "Operator":
        return _Candidate(_Form.DASH, span, span.end, head, True)
    match = _dash_pattern().match(head)
    if match is None or not _is_name(match[1]) or not 2 <= len(match[1].split()) <= 5:
        return None
    return _Candidate(_Form.DASH, span, span.end, match[1], True)


def _is_name(words: str) -> bool:
    """Say whether every word looks like one of a name: Zhao Zhiguo, Voice of China, 21st Century Business Herald."""
    parts = words.replace(",", " ").split()
    if not 1 <= len(parts) <= 9 or (words[-1] in ".!?" and len(parts) > 5):
        return False
    capitals = 0
    for part in parts:
        if part[0].isupper() or part[0] > "\u2e80":
            capitals += 1
        elif not (part in _SMALL or "." in part[1:-1] or (part[0].isdigit() and part[-1].isalpha())):
            return False
    return capitals > 0 or "." in words[1:-1]


def _accepted(text: str, candidates: list[_Candidate], end: int) -> list[_Candidate]:
    """Return the candidates that the whole text shows to be speakers."""
    bounds = [candidate.label.start for candidate in candidates[1:]] + [end]
    bodies = [text[c.body : min(stop, c.body + 1500)] for c, stop in zip(candidates, bounds, strict=True)]
    counts = Counter(candidate.speaker for candidate in candidates)
    forms = Counter(candidate.form for candidate in candidates)
    speech = [_speech_pattern().search(body) is not None for body in bodies]
    spoken: Counter[str] = Counter(c.speaker for c, says in zip(candidates, speech, strict=True) if says)

    def sure(candidate: _Candidate, at: int) -> bool:
        match candidate.form:
            case _Form.MARKED:
                return True
            case _Form.QA:
                asks = candidate.speaker[0] in "Qq"
                return len(candidate.speaker) > 1 or (forms[_Form.QA] >= 2 and (asks or counts["Q"] > 0))
            case _Form.TITLED:
                return speech[at] or counts[candidate.speaker] >= 2
            case _Form.DASH:
                return forms[_Form.DASH] >= 3 and speech[at]
            case _:
                many = counts[candidate.speaker]
                if many >= 2:
                    return 2 * spoken[candidate.speaker] >= many
                return candidate.form is _Form.ALONE and _opening_pattern().match(bodies[at].lstrip()) is not None

    firm = [sure(candidate, at) for at, candidate in enumerate(candidates)]
    if not any(firm):
        return []
    known = {candidate.speaker for candidate, is_firm in zip(candidates, firm, strict=True) if is_firm}
    transcript = sum(firm) >= 2
    chosen: list[_Candidate] = []
    for at, candidate in enumerate(candidates):
        if firm[at] or candidate.speaker in known or (transcript and _fits(candidate, bodies[at], speech[at])):
            chosen.append(candidate)
    return chosen


def _fits(candidate: _Candidate, body: str, says: bool) -> bool:
    """Say whether a label that stands once is a speaker's, the text being a transcript."""
    if candidate.form is _Form.QA:
        return True
    if candidate.form is _Form.DASH:
        return False
    return (says or "?" in body) and any(stop in body for stop in ".?!")


def _mark_questions(text: str, turns: list[Turn]) -> None:
    """Say of each turn whether it asks: by its label, or as an outlet or visitor that asks and is thanked."""
    said: Counter[str] = Counter()
    for turn in turns:
        said[turn.speaker] += turn.span.end - turn.span.start
    main = said.most_common(1)[0][0] if said else ""
    for at, turn in enumerate(turns):
        words = text[turn.span.start : turn.span.end]
        label = turn.label.of(text).lower()
        parts = set(re.findall(r"[a-z]+", label))
        if parts & _ASKERS and not ("press" in parts and "secretary" in parts):
            turn.is_question = True
            continue
        mark = max(words.rfind("?"), words.rfind("\uff1f"))
        if mark < 0 or turn.speaker == main:
            continue
        rest = words[mark + 1 :].strip(" \"'\u201d\u2019)")
        following = text[turns[at + 1].span.start : turns[at + 1].span.start + 80] if at + 1 < len(turns) else ""
        asked = len(rest) <= 160 and rest.count(".") <= 2
        outlet = bool(parts & _OUTLETS) or ".com" in label or ".cn" in label
        thanked = _thanked_pattern().match(following) is not None
        turn.is_question = asked and (outlet or thanked or not rest or "hank" in rest)
    askers = {turn.speaker for turn in turns if turn.is_question}
    for turn in turns:
        if turn.speaker in askers and turn.speaker != main and "?" in turn.span.of(text):
            turn.is_question = True


def _tidy(words: str) -> str:
    return " ".join(words.replace("*", " ").split())


@cache
def _question_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<label>(?P<who>Q|A|QUESTION|ANSWER|Question|Answer)(?: ?(?P<number>\d{1,2}))?[:.]?)"
        r"(?:(?<=[:.])\s+(?=\S)|(?<=[:.])$|(?<=[QA])(?:[ \u00a0]{2,}|\t)\s*|(?<=Q) (?=[A-Z\"\u201c(\[]))"
    )


@cache
def _capitals_pattern() -> re.Pattern[str]:
    return re.compile(
        r"([A-Z][A-Z.'\u2019\-]*(?: [A-Z][A-Z.'\u2019\-]*){1,4})\.\s+(?=[A-Z][a-z\u2019' ]|[\"\u201c\[(])"
    )


@cache
def _title_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:Mr|Ms|Mrs|Dr|Sen|Rep|Gov|Gen|Amb|MR|MS|MRS|DR|SEN|REP|GOV|GEN|AMB|DRS)\.?\s"
        r"|(?:THE |VICE )?(?:PRESIDENT|VICE PRESIDENT|SECRETARY|CHAIRMAN|CHAIRWOMAN|CHAIR|DIRECTOR|GOVERNOR|SENATOR|MINISTER|"
        r"PRIME MINISTER|AMBASSADOR|ADMIRAL|GENERAL|COMMISSIONER|ADMINISTRATOR|SURGEON GENERAL|MODERATOR|OPERATOR|HOST|"
        r"PARTICIPANT|SPEAKER|REPORTER|INTERPRETER|SENIOR [A-Z ]*OFFICIAL)\b"
    )


@cache
def _bracket_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


@cache
def _dash_pattern() -> re.Pattern[str]:
    return re.compile(r"([^\s\-\u2013\u2014][^\-\u2013\u2014]*?) +(?:--|[\u2013\u2014]) +[A-Z][^.!?]*$")


@cache
def _speech_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:I|I['\u2019]\w+|[Ww]e|[Ww]e['\u2019]\w+|[Yy]ou|[Yy]our|[Mm]y|[Oo]ur|[Tt]hanks?|Good|Yes|No|Okay)\b"
    )


@cache
def _opening_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:Thanks?|Good (?:morning|afternoon|evening|day)|Ladies|Hello|Hi|Welcome|Well|Yes|No|Dear)\b")


@cache
def _thanked_pattern() -> re.Pattern[str]:
    return re.compile(
        r"Thank(?:s| you)(?: very much)?(?:,? [A-Z]\w+)?(?: for (?:that|the|your|this|asking)|\. )", re.IGNORECASE
    )
