"""Lists that Chinese text counts off: 三个方面。一是…；二是…, 甲、乙、丙等4个, 甲、乙分别为1和2."""

import re
from collections.abc import Iterator, Sequence

from factlint.alignment.chinese.lines import CLAUSE_ENDS, Line
from factlint.alignment.dealt import Dealt
from factlint.alignment.inline_lists import InlineList
from factlint.alignment.lists import Item, Listing
from factlint.model.quantity import Bound
from factlint.model.span import Span

_NUMBERS = "一二三四五六七八九十"
_STYLES = (
    re.compile(rf"(?:(?<=[。；：，\n\s”])|^)([{_NUMBERS}])是(?![一二三四五六七八九十])"),
    re.compile(rf"(?:(?<=[。；：，\n\s”])|^)第([{_NUMBERS}])(?=[，、,])"),
    re.compile(rf"(?:(?<=[。；：，\n\s”])|^)[（(]([{_NUMBERS}])[）)]"),
)
_ANNOUNCED = 16  # characters between an announced number and the first item
_LARGEST = 30
_LONGEST = 14  # characters of an item of a list inside a sentence
_JOINERS = "和及与"
_COUNTERS = ("个", "种", "类", "项", "家", "款", "座", "所", "条", "名", "位", "支")


def listings_in(text: str, lines: Sequence[Line]) -> Iterator[Listing]:
    """Yield the lists that 一是, 第一 or （一） count off, each with the number that announces it."""
    starts = [line.span.start for line in lines]
    for style in _STYLES:
        listing = Listing()
        for match in style.finditer(text):
            number = _NUMBERS.index(match[1]) + 1
            item = Item(number, Span(*match.span()), _sentence(starts, match.start()), "noun")
            before = listing.items[-1] if listing.items else None
            if number == 1 or before is None:
                if listing.items:
                    yield _announce(listing, text, lines)
                listing = Listing([item]) if number == 1 else Listing()
                continue
            if number == before.number:
                listing.repeats.append((before, item))
            elif number != before.number + 1:
                if number < before.number or f"{_NUMBERS[before.number]}是" in text[before.span.end : item.span.start]:
                    listing = Listing()
                    continue
                listing.gaps.append((before, item))
            listing.items.append(item)
        if listing.items:
            yield _announce(listing, text, lines)


def _sentence(starts: list[int], place: int) -> int:
    from bisect import bisect_right

    return max(bisect_right(starts, place) - 1, 0)


def _announce(listing: Listing, text: str, lines: Sequence[Line]) -> Listing:
    """Give a list the number that stands right before its first item: 主要有三个方面的原因。一是."""
    first = listing.items[0]
    for line in lines[max(first.sentence - 1, 0) : first.sentence + 1]:
        for number, claim in enumerate(line.claims):
            gap = first.span.start - claim.span.end
            if not 0 <= gap <= _ANNOUNCED or not _is_count(line, number):
                continue
            words = text[claim.span.end : first.span.start]
            if not any(mark in words.strip()[:-1] for mark in "、。；：") and words.strip().endswith(
                tuple("：。，；:")
            ):
                listing.announced = claim
    return listing


def _is_count(line: Line, number: int) -> bool:
    figure = line.figures[number]
    return (
        figure.unit.is_count
        and isinstance(figure.value, int)
        and 1 < figure.value <= _LARGEST
        and figure.bound is Bound.EXACT
        and bool(line.classifiers[number])
    )


def inline_lists_in(line: Line) -> Iterator[InlineList]:
    """Yield lists right before the number that sums them up: 甲、乙、丙等4个城市; 等 leaves them open upwards."""
    for number, claim in enumerate(line.claims):
        if not _is_count(line, number) or line.counters[number] not in _COUNTERS:
            continue
        lead = line.lead(number)
        start = max(lead.rfind(stop) for stop in (*CLAUSE_ENDS, "（", "(", "“")) + 1
        words = lead[start:]
        is_open = words.endswith("等")
        words = words.removesuffix("等").removesuffix("这").removesuffix("共")
        parts = words.split("、")
        if len(parts) < 2 or any(not part.strip() or len(part) > _LONGEST for part in parts[1:]):
            continue
        if words.endswith(("的", "各", "每", "了", "有", "为", "约", "近", "超")) or parts[-1][-1:] in _JOINERS:
            continue
        fewest = len(parts)
        most = fewest + sum(parts[-1].count(joiner) for joiner in _JOINERS)
        value = line.figures[number].value
        assert isinstance(value, int)
        if fewest <= value or not is_open:
            most = max(most, value)  # 北京、上海5家企业 are five firms of two cities, and 等 leaves the list open
        at = claim.span.start - len(lead) + start
        yield InlineList(
            _spans(parts, at), fewest, max(most, fewest), claim, is_named=False, is_short=True, is_joined=True
        )


def _spans(parts: list[str], at: int) -> list[Span]:
    found = []
    for part in parts:
        found.append(Span(at, at + len(part)))
        at += len(part) + 1
    return found


def dealings_in(line: Line) -> Iterator[Dealt]:
    """Yield figures that 分别 deals out, with the things named before it: 甲、乙、丙分别增长1%、2%和3%."""
    for number in range(len(line.figures)):
        clause = line.lead(number)
        cut = clause.rfind("分别")
        if cut < 0:
            continue
        start = max(clause.rfind(stop, 0, cut) for stop in CLAUSE_ENDS) + 1
        parts = clause[start:cut].split("、")
        claims = [line.claims[number]]
        at = number + 1
        while at < len(line.figures) and _joins(line, at) and line.is_one_unit(at, number):
            claims.append(line.claims[at])
            at += 1
        if len(parts) < 3 or len(claims) < 2 or any(not part.strip() or len(part) > _LONGEST for part in parts):
            continue
        most = len(parts) + sum(parts[-1].count(joiner) for joiner in _JOINERS)
        if not len(parts) <= len(claims) <= most and (len(claims) < len(parts) or len(claims) % len(parts)):
            yield Dealt(_spans(parts, line.figures[number].span.start - len(clause) + start), claims, fits=False)


def _joins(line: Line, number: int) -> bool:
    return line.joint(number).strip() in ("、", "和", "及", "以及", "与")
