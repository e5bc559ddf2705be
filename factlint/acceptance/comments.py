"""Suppressions in Markdown and HTML: a comment that names rules, for its line, the next line or a region.

::

    <!-- factlint: allow restated-value-differs: the minister corrected himself -->
    <!-- factlint: allow-next-line FL301, FL302: rounded by the source -->
    <!-- factlint: allow-start FL1: quoted from two reports --> ... <!-- factlint: allow-end FL1 -->
"""

import re
from collections.abc import Iterator, Mapping

from factlint.acceptance.written import place_at
from factlint.checks.select import codes_meant, complaint_about
from factlint.knowledge.card import Card
from factlint.model.allowance import Allowance
from factlint.model.document import Document
from factlint.model.finding import Location
from factlint.model.record import dataclass, replace

MARK = "factlint:"
_COMMENT = re.compile(r"<!--\s*factlint:(.*?)-->", re.DOTALL)
_ORDER = re.compile(
    r"\s*(?P<verb>[\w-]+)(?P<words>[\w\s,-]*?)\s*(?:(?::|\bbecause\b|\s--\s|[\u2013\u2014])\s*(?P<reason>.*?))?\s*",
    re.DOTALL,
)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
_VERBS = ("allow", "allow-next-line", "allow-start", "allow-end")
_LAST = 10**9


@dataclass(slots=True, frozen=True)
class Mistake:
    """A suppression that says nothing, or not all: the comment, what is wrong, and whether it works all the same."""

    where: Location
    message: str
    works: bool = False


def read_comments(document: Document, cards: Mapping[str, Card], judged: frozenset[str]) -> tuple[
    list[Allowance], list[Mistake]
]:  # fmt: skip
    """Return the suppressions that a text holds, and what is wrong with those that cannot be read."""
    allowances: list[Allowance] = []
    mistakes: list[Mistake] = []
    if MARK not in document.source:
        return allowances, mistakes
    open_regions: list[Allowance] = []
    for where, order in _comments(document):
        found = _ORDER.fullmatch(order)
        if found is None or found["verb"] not in _VERBS:
            mistakes.append(Mistake(where, f"a suppression begins with one of {', '.join(_VERBS)}"))
            continue
        words = tuple(found["words"].replace(",", " ").split())
        if complaint := next((told for word in words if (told := complaint_about(word, cards))), ""):
            mistakes.append(Mistake(where, complaint))
            continue
        if found["verb"] == "allow-end":
            closed = [region for region in open_regions if not words or _names(region) == words]
            if not closed:
                mistakes.append(Mistake(where, "this ends a region that nothing began, or that began with other rules"))
            for region in closed[-1:] if words else closed:
                open_regions.remove(region)
                assert region.lines is not None
                allowances.append(replace(region, lines=(region.lines[0], where.end_line)))
            continue
        if not words:
            mistakes.append(Mistake(where, "no rule is named; name those that may stand"))
            continue
        if not found["reason"]:
            mistakes.append(Mistake(where, "no reason is given; write it after a colon", works=True))
        meant = tuple((word, codes_meant(word, cards) & judged) for word in words)
        allowance = Allowance(document.path, meant, where, found["reason"] or "")
        if found["verb"] == "allow-start":
            open_regions.append(replace(allowance, lines=(where.line, _LAST)))
        else:
            allowances.append(_of_lines(allowance, found["verb"], document))
    for region in open_regions:
        mistakes.append(Mistake(region.where, "this region is never ended; write allow-end where it ends", works=True))
        allowances.append(region)
    return allowances, mistakes


def _names(allowance: Allowance) -> tuple[str, ...]:
    return tuple(word for word, _ in allowance.words)


def _comments(document: Document) -> Iterator[tuple[Location, str]]:
    """Yield each comment of ours with its place; what stands in code is shown, not meant."""
    source = document.source
    fences = [match.start() for match in _FENCE.finditer(source)]
    for match in _COMMENT.finditer(source):
        in_fence = sum(fence < match.start() for fence in fences) % 2
        if in_fence or source[max(match.start() - 1, 0) : match.start()] == "`":
            continue
        yield place_at(document.path, source, match.start(), match.end(), "suppression"), match[1]


def _of_lines(allowance: Allowance, verb: str, document: Document) -> Allowance:
    """Return an allowance of the comment's own line or lines, or of the next line that holds words."""
    where = allowance.where
    if verb == "allow":
        alone = not _COMMENT.sub("", document.line_text(where.line)).strip()
        hint = "It stands alone on its line; for the line below write allow-next-line." if alone else ""
        return replace(allowance, lines=(where.line, where.end_line), hint=hint)
    line, last = where.end_line + 1, len(document.line_starts())
    while line < last and not _COMMENT.sub("", document.line_text(line)).strip():
        line += 1
    return replace(allowance, lines=(line, line))
