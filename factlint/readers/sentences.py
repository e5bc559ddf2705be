"""Sentences: where they begin and end inside paragraphs, which turn they belong to, and the heading above them."""

import re
from functools import cache

from factlint.model.document import Block, Sentence, Turn
from factlint.model.span import Span
from factlint.readers.blocks import Paragraph

LONGEST = 4000  # a longer run without a stop is cut at a space, so that no later stage meets a sentence of megabytes

# Never the end of a sentence.
_TITLES = frozenset(
    """mr mrs ms dr drs prof gen sen sens rep reps gov govs lt col capt sgt rev hon messrs mme st mt vs e.g i.e cf approx
    ca viz adm cmdr amb fig figs eq supt sec'y dept'l rs tel esp incl excl""".split()
)
# The end only before a word that opens sentences, for a name may follow.
_SHORT = frozenset(
    """inc corp ltd co cos bros jr sr esq plc llc l.p n.v s.a a.g jan feb mar apr jun jul aug sep sept oct nov dec ph.d
    ave blvd rd dept dist assn univ calif mass conn penn ariz ark colo del fla ga ill ind kan ky la md me mich minn miss mo
    mont neb nev okla ore pa tenn tex va vt wash wis wyo ala""".split()
)
# The same where small letters are as usual as capitals.
_SHORT_ANYWAY = frozenset(
    "a.m p.m u.s u.k u.n e.u d.c al est bn mn mln bln pct yr yrs mos ft sq oz lb lbs min max avg".split()
)
# The end unless a number follows.
_BEFORE_NUMBER = frozenset(
    """no nos vol p para paras art arts sec secs ch chap ver v jan feb mar apr jun jul aug sep sept oct nov dec approx est
    c ca s ss item rs rm fig figs eq table tel ext pg pt cl reg""".split()
)
_OPENERS = frozenset(
    """a about above according accordingly across additionally after again against all along also although amid among
    an and another any are as at because before besides between beyond both but by can compared considering
    could current currently despite did do does due during each earlier even every finally first firstly
    following for from further furthermore given going has have he her here his how however i if in including
    indeed instead is it its last lastly later let let's like many meanwhile moreover most my nearly neither
    next no nonetheless nor not now of on once one only or other our over overall perhaps please recently second
    secondly separately she should since so some speaking still such thank thanks that the their then there
    therefore these they third this those though through thus to today together two under unlike until up was we
    well were what when where whether which while who why will with within without would yes yesterday yet you
    your""".split()
)
_ENDINGS = frozenset(word[-4:] for word in _TITLES | _SHORT | _SHORT_ANYWAY if len(word) >= 4)


def sentences_of(text: str, paragraphs: list[Paragraph], turns: list[Turn]) -> list[Sentence]:
    """Return all sentences in order: of each paragraph the label, if it has one, then what its stops divide."""
    sentences: list[Sentence] = []
    headings: list[tuple[int, int]] = []  # (level, index) of the headings that hold here
    section: int | None = None
    turn: int | None = None
    upcoming = 0
    for number, paragraph in enumerate(paragraphs):
        start, block = paragraph.start, paragraph.block
        if upcoming < len(turns) and turns[upcoming].label.start < paragraph.end:
            label = turns[upcoming].label
            sentences.append(Sentence(label, len(sentences), number, None, Block.LABEL, section))
            turn = upcoming
            start = label.end
            block = Block.PROSE
            upcoming += 1
        if block is Block.HEADING:
            while headings and headings[-1][0] >= paragraph.level:
                headings.pop()
            section = headings[-1][1] if headings else None
        before = len(sentences)
        for a, b in _pieces(text, start, paragraph.end, block):
            sentences.append(Sentence(Span(a, b), len(sentences), number, turn, block, section))
        if block is Block.HEADING and len(sentences) > before:
            headings.append((paragraph.level, before))
            section = before
    return sentences


def _pieces(text: str, start: int, end: int, block: Block) -> list[tuple[int, int]]:
    """Return the sentences, or cells, between two offsets, white space trimmed, those without a word left out."""
    if block is Block.CELL:
        bounds: list[tuple[int, int]] = []
        at = start
        for match in _cell_pattern().finditer(text, start, end):
            bounds.append((at, match.start()))
            at = match.end()
        bounds.append((at, end))
    elif block is Block.HEADING or block is Block.LABEL:
        bounds = [(start, end)]
    else:
        bounds = _divided(text, start, end)
    pieces: list[tuple[int, int]] = []
    for a, b in bounds:
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a < b and (text[a].isalnum() or _has_word(text, a, b)):
            if b - a <= LONGEST:
                pieces.append((a, b))
            else:
                pieces.extend(_cut(text, a, b))
    return pieces


def _has_word(text: str, start: int, end: int) -> bool:
    return any(character.isalnum() for character in text[start : min(end, start + 8)]) or any(
        character.isalnum() for character in text[start:end]
    )


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a run without stops into pieces at spaces, so that the work on each stays small."""
    pieces: list[tuple[int, int]] = []
    while end - start > LONGEST:
        at = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        stop = at if at > 0 else start + LONGEST
        if text[start:stop].strip():
            pieces.append((start, stop))
        start = stop
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        pieces.append((start, end))
    return [(a, a + len(text[a:b].rstrip())) for a, b in pieces]


def _divided(text: str, start: int, end: int) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    at = start
    for match in _stop_pattern().finditer(text, start, end):
        if match.end() < end and (stop := _stop(text, at, match, end)):
            bounds.append((at, stop))
            at = match.end()
    if at < end:
        bounds.append((at, end))
    return bounds


def _stop(text: str, start: int, match: re.Match[str], end: int) -> int:
    """Return where the sentence ends if this stop ends it, or 0."""
    stop, note = match.start("stop"), match.start("note")
    after = match.end()
    if text[stop] in "\u3002\uff01\uff1f":
        return match.end("stop")
    if not text[after - 1].isspace():
        return 0
    if after >= end:
        return 0
    last = text[stop - 4 : stop]
    if after == stop + 2 and text[after].isupper() and last.isalpha() and last.islower() and last not in _ENDINGS:
        return stop + 1  # the usual case, "reported. The", told apart without further work
    if note >= 0 and text[note] != "[" and not text[after].isupper():
        return 0  # no footnote's number, as in "percent.1 This decision"
    follows = text[after]
    quoted = False
    if follows in "\"'\u201c\u2018(`[*_":
        quoted = True
        at = after + 1
        while at < end and text[at] in "\"'\u201c\u2018(`[*_ ":
            at += 1
        follows = text[at] if at < end else ""
        after = at
    if follows.islower() and not (quoted and match["stop"][0] != "\u2026") and not _is_trade_name(text, after):
        return 0
    if follows in ",;)":
        return 0
    if text[stop] == "." and (stop + 1 == match.end("stop") or text[stop + 1] != "."):
        left = max(start, stop - 8)
        word = text[left:stop]
        word = word.rpartition(" ")[2]
        if len(word) < 8 and not _abbreviation_ends(text, word, after, follows):
            return 0
    return note if note >= 0 else match.end("stop")


def _abbreviation_ends(text: str, word: str, after: int, follows: str) -> bool:
    """Say whether a stop after this word ends the sentence; true for words that are no abbreviation."""
    written = word.replace("\r", "\n").rpartition("\n")[2].strip("(\"'\u201c\u2018[\u2014-")
    word = written.lower()
    if not word:
        return True
    if follows.isdigit() and word in _BEFORE_NUMBER:
        return False
    if word in _TITLES:
        return False
    letter = len(word) == 1 and word.isalpha()
    dotted = len(word) > 2 and word[1::2].strip(".") == "" and word[0::2].isalpha()  # J.D, p.r.c
    if letter or dotted or word in _SHORT_ANYWAY or (word in _SHORT and written[0].isupper()):
        if written == "I":
            return True
        match = _word_pattern().match(text, after)
        return match is not None and match.group().lower() in _OPENERS and not (letter and match.group() in ("A", "I"))
    return True


def _is_trade_name(text: str, at: int) -> bool:
    """Say whether a name in small first letters begins here, iPhone or eBay, which may open a sentence."""
    return text[at + 1 : at + 2].isupper()


@cache
def _stop_pattern() -> re.Pattern[str]:
    # Begins at the first stop of a run only, and gives nothing back: linear on a megabyte of dots. The look back
    # stands after the first character because a pattern that begins with a set of characters is scanned faster.
    return re.compile(
        r"(?P<stop>[.!?\u2026\u3002\uff01\uff1f](?<![.!?\u2026].)[.!?\u2026\u3002\uff01\uff1f]*+"
        r"[\"'\u201d\u2019)\]\u00bb*_\u300d\u300f]*+)"
        r"(?P<note>(?<=[a-z%][.!?]|[.!?][\"\u201d)])\d{1,2}|(?:\[\d{1,3}\])++)?+"
        r"(?:\s++|(?<=[\u3002\uff01\uff1f\u201d\u300d\u300f]))"
    )


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z]+")


@cache
def _cell_pattern() -> re.Pattern[str]:
    return re.compile(r"[|\t]")
