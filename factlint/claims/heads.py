"""What the labels of a table say: a period, a unit, a change, a share, or the name of what is measured."""

import re
from functools import cache

from factlint.knowledge.lexicon import Lexicon
from factlint.model.document import Block, Document, Sentence
from factlint.model.parse import Parse
from factlint.model.quantity import Quantity
from factlint.model.record import dataclass
from factlint.model.span import Span
from factlint.quantities import parse_document

_CHANGE = frozenset(
    """growth change changes increase decrease rise fall chg yoy qoq mom y/y q/q m/m y-o-y q-o-q m-o-m variation var
    difference +/- +/-% %chg %change ± ytd""".split()
)
_SHARE = frozenset("share shares proportion percentage weight weighting".split())
_NUMBERING = frozenset("no no. nr rank ranking position place # id code item".split())
_TOTAL = frozenset("total totals sum overall all grand subtotal altogether aggregate combined".split())
_TOTAL_IN_CHINESE = ("合计", "总计", "小计", "共计")
_SIGNS = "$\u20ac\u00a3\u00a5\u20b9"


@dataclass(slots=True, frozen=True)
class Label:
    """A label of a table, read: its words without unit and period, the period's own words, and what kind it is of."""

    name: str
    period: str = ""
    is_change: bool = False
    is_share: bool = False
    is_numbering: bool = False
    comparison: str = ""


class Labels:
    """Reads labels and units for one document; what was read once is kept."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self._dateline = document.dateline
        self._lexicon = lexicon
        self._units: dict[str, tuple[str, str] | None] = {}
        self._labels: dict[str, Label] = {}

    def label(self, words: str) -> Label:
        """Read a label."""
        words = " ".join(words.replace("*", " ").split())
        if words not in self._labels:
            self._labels[words] = self._read(words)
        return self._labels[words]

    def unit(self, *texts: str) -> tuple[str, str]:
        """Return what stands before and after a figure by the first text that names a unit: ("$", "million")."""
        for text in texts:
            for candidate in _candidates(text):
                if candidate not in self._units:
                    self._units[candidate] = self._unit(candidate)
                if (found := self._units[candidate]) is not None:
                    return found
        return "", ""

    def _read(self, words: str) -> Label:
        bare = _bracket_pattern().sub(" ", words)
        lower = frozenset(re.findall(r"[a-z%#+/\u00b1.-]+", words.lower()))
        if "%" in words and not re.search(r"[A-Za-z]{3}", words) and "+/-" in words:
            lower |= {"+/-"}
        period, rest = self._period(" ".join(bare.split()))
        name = _tidied(rest)
        tail = name.rpartition(",")[2].strip()
        if "," in name and tail and self._named_unit(tail):
            name = name.rpartition(",")[0].strip()
        if self._named_unit(name):
            name = ""
        comparison = "year on year" if lower & {"yoy", "y/y", "y-o-y"} else ""
        is_change = bool(lower & _CHANGE)
        return Label(
            name, period, is_change, bool(lower & _SHARE) and not is_change, name.lower() in _NUMBERING, comparison
        )

    def _named_unit(self, words: str) -> bool:
        if words not in self._units:
            self._units[words] = self._unit(words)
        return self._units[words] is not None

    def _period(self, words: str) -> tuple[str, str]:
        """Return the period that a label names, and the label without it."""
        if not words or not _dated_pattern().search(words):
            return "", words
        lead = "Output in "
        parse = self._parse(f"{lead}{words} was 5.")
        periods = [] if parse is None else [one for one in parse.periods if one.span.start >= len(lead)]
        if not periods:
            return "", words
        first, last = periods[0].span.start - len(lead), periods[-1].span.end - len(lead)
        if len(periods) > 1 and last - first > len(words) * 3 // 4 + 1:
            return "", words
        first, last = periods[0].span.start - len(lead), periods[0].span.end - len(lead)
        return words[first:last], f"{words[:first]} {words[last:]}"

    def _unit(self, candidate: str) -> tuple[str, str] | None:
        """Return the words around a figure of a unit, where they are one: ("", "billion yuan"), ("$", " million")."""
        words = _spelled(candidate)
        if not words or len(words) > 60:
            return None
        if words == "%":
            return "", "%"
        orders = [("", f" {words}")]
        sign = re.match(rf"((?:US|HK|NT|A|C|S|R)?[{_SIGNS}]|[A-Z]{{3}}(?![A-Za-z]))\s*(.*)", words)
        if sign is not None:
            rest = sign[2].strip()
            joint = "" if sign[1][-1] in _SIGNS else " "
            orders.insert(0, (sign[1] + joint, f" {rest}" if rest else ""))
        for before, after in orders:
            if (quantity := self._single(before, after)) is not None and (
                not quantity.unit.is_count or quantity.scale != 1
            ):
                return before, after
        return None

    def _single(self, before: str, after: str) -> Quantity | None:
        lead = "It was "
        text = f"{lead}{before}5{after}."
        parse = self._parse(text)
        found = [] if parse is None else parse.quantities
        return found[0] if len(found) == 1 and found[0].span == Span(len(lead), len(text) - 1) else None

    def _parse(self, text: str) -> Parse | None:
        sentence = Sentence(Span(0, len(text)), 0, 0, None, Block.PROSE)
        document = Document("", text, text, sentences=[sentence], dateline=self._dateline)
        return next(iter(parse_document(document, self._lexicon)), None)


def is_total(words: str) -> bool:
    """Say whether a label names the sum of the others: Total, All regions, Grand total."""
    if "".join(words.split()).strip("*：:").startswith(_TOTAL_IN_CHINESE):
        return True
    parts = words.lower().replace(":", " ").replace(",", " ").split()
    return bool(parts) and (parts[0] in _TOTAL or parts[-1] in ("total", "totals", "altogether", "combined"))


def main_words(caption: str) -> str:
    """Return what a caption says a table is of: "Table 2: Containers by terminal (thousand)" is of containers."""
    words = _bracket_pattern().sub(" ", caption)
    words = _number_pattern().sub("", " ".join(words.split()))
    words = _division_pattern().split(words, maxsplit=1)[0]
    return words.strip(" :.,;-\u2013\u2014") if len(words.split()) <= 6 else ""


def _candidates(text: str) -> list[str]:
    """Return the parts of a label or caption that may be a unit, the likeliest first."""
    text = " ".join(text.split())
    found = [match[1] for match in _inner_pattern().finditer(text)]
    if match := _told_pattern().search(text):
        found.append(match[1])
    bare = _bracket_pattern().sub(" ", text).strip()
    if "," in bare:
        found.append(bare.rpartition(",")[2])
    if len(bare) <= 40:
        found.append(bare)
    if "%" in text:
        found.append("%")
    return [one for one in (candidate.strip(" .:;") for candidate in found) if one]


def _spelled(candidate: str) -> str:
    """Return a unit as prose writes it: "US$m" is "US$ million", "'000 tonnes" is "thousand tonnes"."""
    words = " ".join(candidate.split())
    words = re.sub(
        r"^(?:in|units?|unit of measure|figures? in|amounts? in|all figures in|expressed in)[:\s]+",
        "",
        words,
        flags=re.IGNORECASE,
    )
    words = re.sub(r"(?:^|(?<=[\s$\u20ac\u00a3\u00a5A-Z]))['\u2019]?000s?\b", " thousand", words)
    words = re.sub(r"\b(thousand|million|billion|trillion|hundred)s\b", r"\1", words, flags=re.IGNORECASE)
    words = re.sub(r"\b(thousand|million|billion|trillion) of\b", r"\1", words, flags=re.IGNORECASE)
    words = re.sub(rf"(?<=[{_SIGNS}])\s*(m|mn|mln)\b", " million", words, flags=re.IGNORECASE)
    words = re.sub(rf"(?<=[{_SIGNS}])\s*(b|bn|bln)\b", " billion", words, flags=re.IGNORECASE)
    words = re.sub(rf"(?<=[{_SIGNS}])\s*k\b", " thousand", words, flags=re.IGNORECASE)
    words = re.sub(
        r"^(thousand|million|billion|trillion)s? ((?:US|HK|A|C)?[$\u20ac\u00a3\u00a5])$",
        r"\2 \1",
        words,
        flags=re.IGNORECASE,
    )
    if re.fullmatch(
        r"(?:%|per ?cent|percent|pct\.?|as %|in %)(?: of .*| change| growth|, .*)?|(?:change|growth|y/y|yoy),? ?%|% (?:y/y|yoy)",
        words,
        re.IGNORECASE,
    ):
        return "%"
    return " ".join(words.split())


def _tidied(words: str) -> str:
    words = re.sub(r"\b(?:in|for|at|as of|during|the)\s*$", "", words.strip(" ,;:-\u2013\u2014/"), flags=re.IGNORECASE)
    return " ".join(words.replace("%", " ").split()).strip(" ,;:-\u2013\u2014/")


@cache
def _dated_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:19|20)\d\d|\b[QH][1-4]\b|\b[1-4][QH]\d?|\bFY|quarter|half|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
        re.IGNORECASE,
    )


@cache
def _bracket_pattern() -> re.Pattern[str]:
    return re.compile(r"[(\[][^()\[\]]*[)\]]")


@cache
def _inner_pattern() -> re.Pattern[str]:
    return re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")


@cache
def _told_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:\bin |\bunits?: ?)((?:[A-Z]{0,3}[$\u20ac\u00a3\u00a5]|\w)[\w$\u20ac\u00a3\u00a5 ]{1,40})$", re.IGNORECASE
    )


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(
        r"^(?:Table|Tab\.|Exhibit|Figure|Chart|Annex)\s+[\dA-Z][\d.A-Za-z]*\s*[:.\u2013\u2014-]*\s*", re.IGNORECASE
    )


@cache
def _division_pattern() -> re.Pattern[str]:
    return re.compile(r"\s(?:by|in|for|per|of which|as of|at|during|from|to|,)\s|,|:|;|\s[-\u2013\u2014]\s")
