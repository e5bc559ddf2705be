"""Subtitles (SRT and WebVTT) to paragraphs: a sentence runs across cues, and each place knows its time code."""

import re
from functools import cache
from html import unescape

from factlint.model.record import dataclass
from factlint.model.span import Span
from factlint.readers.blocks import Line, Paragraph, lines_of
from factlint.readers.extract import Extract, Writer

_PAUSE = 4000  # milliseconds without words that end a paragraph after a finished sentence
_ROLLING = 100  # milliseconds between cues of which the second may show lines of the first
_LONG = 60_000  # milliseconds after which the next finished sentence ends a paragraph


@dataclass(slots=True)
class _Cue:
    start: int
    stop: int
    code: str  # the time code as it is written
    lines: list[Span]


def read_subtitles(source: str) -> Extract:
    """Return the words of all cues as running text; voices (<v Name>, NAME:, >>, a dash) begin paragraphs."""
    writer = Writer()
    cues = _cues(source)
    begun: int | None = None
    voice: Span | None = None
    began_at, previous, shown = 0, 0, list[str]()
    for cue in cues:
        pieces = [piece for piece in (_Piece.of(source, line) for line in cue.lines) if piece.words]
        heard = [piece.words for piece in pieces]
        again = _again(shown, heard) if cue.start - previous <= _ROLLING else 0
        shown = heard
        for piece in pieces[again:]:
            is_done = writer.length > 0 and writer.parts[-1].rstrip()[-1:] in tuple('.?!"\u201d\u2019')
            pause = cue.start - previous > _PAUSE or (cue.start - began_at > _LONG)
            if begun is not None and (piece.opens or (is_done and pause)):
                _close(writer, begun, voice)
                begun = None
            if begun is None:
                writer.gap()
                begun, began_at, voice = writer.length, cue.start, None
            else:
                writer.words("\n", piece.span.start - 1 if piece.span.start else None)
            writer.marks.add(piece.line, {"time": cue.code})
            if piece.voice is not None and piece.opens:
                voice = Span(writer.length, writer.length + piece.voice.end - piece.voice.start + 1)
                writer.words(source[piece.voice.start : piece.voice.end], piece.voice.start)
                writer.words(": ", piece.voice.end)
            for span, words in piece.spans:
                writer.words(words, span.start, span.end - span.start)
        previous = cue.stop
    if begun is not None:
        _close(writer, begun, voice)
    return writer.extract(source)


def _again(shown: list[str], heard: list[str]) -> int:
    """Return how many lines a cue shows once more from the end of the one before, as rolling captions do."""
    return next((count for count in range(min(len(shown), len(heard)), 0, -1) if shown[-count:] == heard[:count]), 0)


def _close(writer: Writer, begun: int, voice: Span | None) -> None:
    end = writer.length
    writer.paragraphs.append(Paragraph(begun, end, first_line=min(begun + 90, end), voice=voice))


@dataclass(slots=True)
class _Piece:
    """A line of a cue without its marks."""

    span: Span
    words: str
    spans: list[tuple[Span, str]]  # with what they say
    line: int  # where the line begins
    opens: bool = False  # another voice begins
    voice: Span | None = None

    @classmethod
    def of(cls, source: str, line: Span) -> "_Piece":
        start, opens, voice = line.start, False, None
        if match := _mark_pattern().match(source, start, line.end):
            start, opens = match.end(), True
            if match["voice"] and (named := match["voice"].strip()):
                first = source.index(named, match.start("voice"))
                voice = Span(first, first + len(named))
        spans: list[tuple[Span, str]] = []
        at = start
        for match in _aside_pattern().finditer(source, start, line.end):
            if match.start() > at:
                spans.append((Span(at, match.start()), source[at : match.start()]))
            if match["entity"]:
                spans.append((Span(*match.span()), unescape(match["entity"]).replace("\u00a0", " ")))
            at = match.end()
        if at < line.end:
            spans.append((Span(at, line.end), source[at : line.end]))
        words = "".join(words for _, words in spans)
        if not opens and _label_pattern().match(words):
            opens = True
        bare = words.strip()
        is_sound = not bare or _sound_pattern().fullmatch(bare) is not None
        return cls(Span(start, line.end), "" if is_sound else bare, spans, line.start, opens, voice)


def _cues(source: str) -> list[_Cue]:
    """Return the cues in order; numbers, notes, styles and settings are left out."""
    lines = lines_of(source)
    times = [
        (at, match)
        for at, line in enumerate(lines)
        if (match := _time_pattern().match(source, line.start, line.end)) is not None
    ]
    cues: list[_Cue] = []
    for number, (at, match) in enumerate(times):
        end = times[number + 1][0] if number + 1 < len(times) else len(lines)
        if end < len(lines) and end - 1 > at and _is_name_of_cue(source, lines[end - 1], number + 2):
            end -= 1
        words: list[Span] = []
        is_aside = False
        for line in lines[at + 1 : end]:
            if line.gap:
                is_aside = _note_pattern().match(source, line.start, line.end) is not None
            if not is_aside:
                words.append(Span(line.start, line.end))
        cues.append(_Cue(_clock(match["start"]), _clock(match["stop"]), match["start"], words))
    return cues


def _is_name_of_cue(source: str, line: Line, number: int) -> bool:
    """Say whether a line before a time code is the number or name of the cue, and not the end of the one before."""
    return line.gap or source[line.start : line.end] == str(number)


def _clock(words: str) -> int:
    """Return a time code in milliseconds."""
    parts = re.split(r"[:.,]", words)
    thousandths = int(parts[-1].ljust(3, "0")[:3])
    seconds = 0
    for part in parts[:-1]:
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + thousandths


@cache
def _time_pattern() -> re.Pattern[str]:
    code = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
    return re.compile(rf"\s*(?P<start>{code})[ \t]*-->[ \t]*(?P<stop>{code})")


@cache
def _note_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")


@cache
def _mark_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:<v(?:\.[^ \t>]*)?(?P<voice>[^>]*)>|>>+|&gt;&gt;(?:&gt;)?|[-\u2013\u2014](?=\s?[A-Z\"\u201c]))\s*"
    )


@cache
def _aside_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<entity>&(?:[A-Za-z]{2,8}|#\d{1,6});)|\[[A-Za-z][A-Za-z ,.\'-]{0,40}\]|</?[A-Za-z][^<>]{0,200}>|<\d[\d:.]{3,12}>|\{\\[^{}]{0,100}\}|[\u266a\u266b]|[\u200e\u200f\u202a-\u202e]"
    )


@cache
def _sound_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\[[^\[\]]{0,60}\]|\([A-Za-z ,]{0,40}\)|\*[^*]{0,40}\*|[\s.\-])+")


@cache
def _label_pattern() -> re.Pattern[str]:
    return re.compile(r"[A-Z][A-Z.'\u2019\- ]{1,40}(?:\([^()]{1,40}\))?:\s|[A-Z][a-z]+(?: [A-Z][a-z]+){1,3}:\s")
