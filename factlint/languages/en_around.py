"""What English words around a figure of a translation say beyond the claim: lengths of time, places in a row, elided units.

"Over the past 70 years", "the 20 millionth car", "6 million more hectares", "400 billion more than last year", "surpassing
last year's 3.86 billion".
"""

import re
from collections.abc import Iterable

from factlint.knowledge.lexicon import Lexicon
from factlint.model.claim import Claim, Kind
from factlint.model.figure import Figure, significant
from factlint.model.interval import Rational
from factlint.model.quantity import Bound, Unit
from factlint.model.span import Span

PLACE = Unit("ordinal", "ordinal")
_LEAST_PLACE = 13  # first and twelfth are words like others
_LENGTH = re.compile(
    r"\b(?:past|last|next|recent|coming|previous|preceding|following|first|final|another)\s+(?:full\s+)?([\w-]+)\s+"
    r"(?:consecutive\s+|straight\s+|full\s+)?(year|month|week|day|decade|quarter)s?\b",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(r"\W+anniversar", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:more|other|additional|extra|new|further)\s+(?=[a-z])", re.IGNORECASE)
_SCALE = re.compile(r"(?:thousand|million|billion|trillion|mln|bln|[mb]n)$", re.IGNORECASE)
_ELIDED = re.compile(
    r"\s*(?:$|[,.;:)\u2013\u2014-]|(?:more|less|higher|lower|than|from|to|in|by|over|above|below|and|or|a year|last|this|that|up|down)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+")
_BASIS = re.compile(
    r"\s*(?:On|In) an? (?:(month|quarter|year)(?:[- ](?:on|over)[- ](?:month|quarter|year)) (?:basis|terms)|(monthly|quarterly|yearly|annual) basis)",
    re.IGNORECASE,
)
_BASES = {"m": "mom", "q": "qoq", "y": "yoy", "a": "yoy"}
_CLAUSE = 60
_STOPS = re.compile(r"[,.;:()\n]")


def settle(figures: list[Figure], claims: Iterable[Claim], text: str, lexicon: Lexicon) -> list[Figure]:
    """Return the figures with those that times and ordinals tell, and what stands around each, in text order."""
    found = list(figures)
    for claim in claims:
        found += _places(claim, text, lexicon) if claim.kind is Kind.ORDINAL else _lengths(claim, lexicon)
    found.sort(key=lambda figure: figure.span)
    floor = 0
    money = {figure.sentence for figure in found if figure.unit.is_money}
    for at, figure in enumerate(found):
        before = found[at - 1] if at else None
        if figure.unit.is_count:
            _take_elided(figure, text, lexicon)
            figure.is_nameless |= figure.sentence in money and _SCALE.search(figure.text) is not None
            if (
                before is not None
                and before.unit.name == "multiple"
                and text[floor : figure.span.start].strip() == "and"
            ):
                figure.unit, figure.direction = before.unit, before.direction  # by a factor of 3.6 and 2.7
        if _is_in_brackets(text, figure.span.start):
            figure.is_optional = True  # (1 jin equals 0.5 kg)
        if figure.is_change and not figure.comparison:
            figure.comparison = _basis(text, figure.span.start)
        if figure.bound is Bound.EXACT:
            figure.leans = _leaning(text, max(floor, figure.span.start - _CLAUSE), figure.span.start, lexicon)
        floor = figure.span.end
    return found


def _basis(text: str, at: int) -> str:
    """Return what opens a sentence to say what all its changes are against: "On a month-on-month basis, ..."."""
    start = max(text.rfind(". ", 0, at) + 2, text.rfind("\n", 0, at) + 1, 0)
    found = _BASIS.match(text, start)
    return _BASES[(found[1] or found[2]).lower()[0]] if found is not None else ""


def _is_in_brackets(text: str, at: int) -> bool:
    opened = text.rfind("(", max(at - _CLAUSE, 0), at)
    return opened >= 0 and text.find(")", opened, at) < 0


def _optional(claim: Claim, span: Span, value: Rational, unit: Unit) -> Figure:
    return Figure(
        span, claim.text, value, None, None, Bound.EXACT, 1, unit, significant(value), sentence=claim.sentence,
        is_optional=True, is_soft=unit is not PLACE and value < _LEAST_PLACE,
    )  # fmt: skip


def _places(claim: Claim, text: str, lexicon: Lexicon) -> list[Figure]:
    """Return a place in a row, and the years of an anniversary, which Chinese counts: 成立70周年."""
    value = claim.quantity.value if claim.quantity is not None else None
    if value is None:
        return []
    unit = _time("year", lexicon) if _ANNIVERSARY.match(text, claim.span.end) else PLACE
    if unit is PLACE and value < _LEAST_PLACE:
        return []
    return [_optional(claim, claim.span, value, unit)]


def _lengths(claim: Claim, lexicon: Lexicon) -> list[Figure]:
    """Return how long a period lasts that is told by its length: the past 70 years."""
    if claim.quantity is not None or claim.kind is not Kind.DATE:
        return []
    found = []
    for match in _LENGTH.finditer(claim.text):
        word = match[1].lower()
        value = int(word) if word.isdecimal() else lexicon.numbers.cardinals.get(word, 0)
        if 0 < value <= 1000:
            span = Span(claim.span.start + match.start(1), claim.span.start + match.end(2))
            found.append(_optional(claim, span, int(value), _time(match[2].lower(), lexicon)))
    return found


def _time(name: str, lexicon: Lexicon) -> Unit:
    return next((unit for rest, unit in lexicon.names.get(name, []) if not rest), Unit(name, "time"))


def _take_elided(figure: Figure, text: str, lexicon: Lexicon) -> None:
    """Read a unit behind more and additional; mark a number whose unit is left to its neighbours."""
    more = _MORE.match(text, figure.span.end)
    if more is not None:
        words = _WORD.match(text, more.end())
        named = lexicon.names.get(words[0].lower(), []) if words else []
        unit = next((unit for rest, unit in named if not rest), None)
        if unit is not None and unit.dimension != "time":
            figure.unit = unit
            return
    figure.is_nameless = bool(_SCALE.search(figure.text)) and _ELIDED.match(text, figure.span.end) is not None


def _leaning(text: str, start: int, end: int, lexicon: Lexicon) -> Bound | None:
    """Return the bound of a word of the same clause that stands off the figure: surpassing last year's 3.86 billion."""
    stops = [match.end() for match in _STOPS.finditer(text, start, end)]
    words = [match[0].lower() for match in _WORD.finditer(text, stops[-1] if stops else start, end)]
    for at in range(len(words) - 1, -1, -1):
        table = lexicon.bounds.before if words[at] == "than" else lexicon.bounds.verbs
        if words[at] not in lexicon.bounds.need_mark:
            for rest, bound in table.get(words[at], ()):
                if bound in ("more_than", "less_than") and _ends(words, at, rest):
                    return Bound.MORE_THAN if bound == "more_than" else Bound.LESS_THAN
    return None


def _ends(words: list[str], at: int, rest: tuple[str, ...]) -> bool:
    return at >= len(rest) and all(words[at - 1 - step] == word for step, word in enumerate(rest))
