"""Lengths of time with the two ends that make them: from 3 to 12 May 2021, lasting ten days; 16 years after 1990, in 2006."""

from collections.abc import Iterator, Sequence

from factlint.alignment.durations import SCATTERED, digit_runs
from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import is_plain
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim, Kind
from factlint.model.interval import Interval
from factlint.model.period import Basis, Grain, Period
from factlint.model.record import dataclass

_REACH, _BACK = 9, 5
_WEEK, _YEAR = 7, 12
_FISCAL = frozenset({"fiscal", "school", "academic", "season", "financial", "since", "tax"})
_LATER = frozenset({"later", "afterwards", "on"})


@dataclass(slots=True)
class Lasting:
    """A length of time, what it may be counted as between its ends, and the ends."""

    claim: Claim
    ends: list[Period]
    counted: Interval


def lastings(evidence: Evidence) -> Iterator[Lasting]:
    """Yield the lengths of time that one grammar ties to their ends."""
    yield from evidence.tied(Lasting)
    for at, reading in enumerate(evidence.readings):
        if not reading.parse.periods:
            continue
        for number, claim in enumerate(evidence.in_sentence(reading)):
            quantity = claim.quantity
            if quantity is None or claim.kind is not Kind.DURATION or not is_plain(claim) or quantity.bound.is_lower:
                continue
            place = reading.frames[number].place
            if place and reading.elements[place - 1].lower in SCATTERED:
                continue  # it rained on 12 days: they lie anywhere between the ends
            ends = _behind(reading, number) or _ahead(evidence, reading, number)
            is_loose = False
            if ends is None:
                ends, is_loose = _apart(evidence, at, reading, number), True
            counted = None if ends is None else _count(ends, quantity.unit.name, is_loose=is_loose)
            if ends is not None and counted is not None:
                yield Lasting(claim, ends, counted)


def _behind(reading: Reading, number: int) -> list[Period] | None:
    """Return the pair right behind the length, in brackets, after "from", or after the verb of "runs from"."""
    place = reading.frames[number].place
    opened = False
    for element in reading.elements[place + 1 : place + _REACH]:
        is_run = element.lower in _RUNS
        if element.lower in _FISCAL or element.tag in (Tag.QUANTITY, Tag.SUBORDINATOR):
            return None
        if element.tag in (Tag.VERB, Tag.AUXILIARY) and not is_run:
            return None
        opened = opened or is_run or element.lower in {"(", "from", ","}
        if element.tag is Tag.PERIOD:
            pair = _pair(element.period)
            words = element.period.text.lower() if element.period is not None else ""
            leads = words.startswith("from") or (words.startswith("between") and not _is_within(reading, number))
            return pair if pair and (opened or leads) else None
    return None


def _is_within(reading: Reading, number: int) -> bool:
    """Say whether a length lies anywhere between two dates: the 12-month rate, any twelve consecutive months."""
    place = reading.frames[number].place
    counted = {element.lower for element in reading.elements[max(place - 2, 0) : place + 3]}
    span = reading.parse.quantities[number].span
    counted |= {token.lower for token in reading.parse.tokens if span.start <= token.start < span.end}
    return _is_hyphened(reading, number) or not _ANY.isdisjoint(counted)


def _is_hyphened(reading: Reading, number: int) -> bool:
    """Say whether a length is part of a name: the 12-month rate."""
    end = reading.parse.quantities[number].number.end
    return any(token.start == end and token.text in {"-", "‑", "–"} for token in reading.parse.tokens)


_ANY = frozenset({"any", "consecutive", "successive"})
_RUNS = frozenset("runs ran run running lasts lasted lasting covers covered covering spans spanned spanning".split())
_SUMS = frozenset(
    "lasting lasted or for a an period span total of about some that is in all i.e. spanning , ( just only".split()
)


def _ahead(evidence: Evidence, reading: Reading, number: int) -> list[Period] | None:
    """Return the pair right before the length: "from 2010 to 2015, or five years"; or two dates: began in, ended in, after."""
    place = reading.frames[number].place
    words: list[str] = []
    for at in range(place - 1, -1, -1):
        element = reading.elements[at]
        if element.tag is Tag.PERIOD:
            pair = _pair(element.period) if words and set(words) <= _SUMS and _is_close(words) else None
            if (
                pair is not None
                and element.period is not None
                and not _FISCAL & set(element.period.text.lower().split())
            ):
                return pair
            if set(words) <= _SUMS | {"after"} and "after" in words:
                return _begun_and_ended(evidence, reading, at)
            return None
        words.append(element.lower)
        if len(words) > _BACK:
            return None
    return None


def _is_close(words: Sequence[str]) -> bool:
    return bool({",", "(", "lasting", "spanning"} & set(words)) and words[0] not in {"all"}


def _begun_and_ended(evidence: Evidence, reading: Reading, at: int) -> list[Period] | None:
    """Return two dates of which the first is told of a beginning and the second of an end."""
    dates = [element for element in reading.elements[: at + 1] if element.tag is Tag.PERIOD]
    if len(dates) != 2:
        return None
    words = evidence.arithmetic.words
    first = {element.lower for element in reading.elements[: reading.elements.index(dates[0])]}
    second = {
        element.lower
        for element in reading.elements[reading.elements.index(dates[0]) : reading.elements.index(dates[1])]
    }
    if first & words["durations.beginning"] and second & words["durations.ending"]:
        ends = [date.period for date in dates if _is_date(date.period)]
        return [end for end in ends if end is not None] if len(ends) == 2 else None
    return None


def _apart(evidence: Evidence, at: int, reading: Reading, number: int) -> list[Period] | None:
    """Return the two dates that lie so long apart: "16 years after its founding in 1990, ... in 2006"."""
    place, elements = reading.frames[number].place, reading.elements
    following = [element.lower for element in elements[place + 1 : place + 3]]
    dates = [element for element in elements if element.tag is Tag.PERIOD]
    if following[:1] in (["after"], ["before"]):
        if len(dates) != 2 or elements.index(dates[0]) < place:
            return None
        between = elements[place + 1 : elements.index(dates[0])]
        if any(element.tag in (Tag.VERB, Tag.AUXILIARY, Tag.QUANTITY) for element in between) or not _in_apposition(
            elements, dates
        ):
            return None
        return _two([date.period for date in dates], forward=following[0] == "after")
    if following[:1] and following[0] in _LATER and following[1:2] == [","] and len(dates) == 1 and place <= 3 and at:
        return _two([_only_date(evidence, at), _first_behind(elements, place)], forward=True)
    return None


def _in_apposition(elements: Sequence[Element], dates: Sequence[Element]) -> bool:
    """Say whether the second date belongs to the main clause and no further length of time stands between."""
    inside = elements[elements.index(dates[0]) + 1 : elements.index(dates[1])]
    return any(element.lower == "," for element in inside) and not any(e.tag is Tag.QUANTITY for e in inside)


def _first_behind(elements: Sequence[Element], place: int) -> Period | None:
    """Return the date right behind "later,": fifty years later, in 1962,."""
    near = [element for element in elements[place + 2 : place + 6] if element.tag is Tag.PERIOD]
    return near[0].period if near else None


def _only_date(evidence: Evidence, at: int) -> Period | None:
    """Return the one date of the sentence before, of the same paragraph."""
    before, here = evidence.readings[at - 1].parse, evidence.readings[at].parse
    if here.sentence.index - before.sentence.index != 1 or here.sentence.paragraph != before.sentence.paragraph:
        return None
    return before.periods[0] if len(before.periods) == 1 else None


def _two(ends: Sequence[Period | None], *, forward: bool) -> list[Period] | None:
    if not all(_is_date(end) for end in ends):
        return None
    first, second = (end for end in ends if end is not None)
    assert first.start is not None and second.start is not None
    return [first, second] if forward else [second, first]


def _is_date(period: Period | None) -> bool:
    """Say whether a period is one year, month or day of the calendar, named with its year."""
    return (
        period is not None
        and period.is_resolved
        and period.has_year
        and period.grain in (Grain.DAY, Grain.MONTH, Grain.YEAR)
        and period.basis is Basis.CALENDAR
    )


def _pair(period: Period | None) -> list[Period] | None:
    """Return a period that names two ends, where the calendar places them."""
    if period is None or not period.is_resolved or period.basis in (Basis.FISCAL, Basis.SINCE, Basis.TRAILING):
        return None
    assert period.start is not None and period.end is not None
    years = [part for part in digit_runs(period.text) if len(part) == 4]
    joined = period.text.lower().replace("–", "-").replace("—", "-")
    is_pair = any(mark in joined for mark in ("-", " to ", " and ", "through", "until", "till"))
    if not is_pair or not years or period.start.year == period.end.year == 0:
        return None
    return [period] if len(years) == 2 or _grain(period) != "year" else None


def _grain(period: Period) -> str:
    """Return how finely the ends are told: to the day, month or year."""
    if period.grain in (Grain.DAY, Grain.MONTH, Grain.YEAR):
        return period.grain.value
    words = period.text.lower().replace(",", " ").replace("-", " ").replace("–", " ").split()
    if not any(word[:3] in _MONTHS and word.isalpha() for word in words):
        return "year"
    return (
        "day" if any(word.rstrip("stndrh").isdigit() and len(word.rstrip("stndrh")) <= 2 for word in words) else "month"
    )


_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())


def _count(ends: Sequence[Period], unit: str, *, is_loose: bool) -> Interval | None:
    """Return how many units lie between the ends, both ends counted and not."""
    first, last = ends[0], ends[-1]
    if first.start is None or last.end is None or last.start is None:
        return None
    grain = max((_grain(first), _grain(last)), key=("day", "month", "year").index)
    years = last.end.year - first.start.year
    months = years * _YEAR + last.end.month - first.start.month
    days = ((last.end if len(ends) == 1 else last.start) - first.start).days
    slack = 1 if is_loose else 0
    if unit == "year" and grain == "year":
        return Interval(years - slack, years + 1)
    if unit == "year":
        return Interval(months // _YEAR, months // _YEAR + 1)
    if unit == "month" and grain in ("month", "day"):
        return Interval(months - (grain == "day") - slack, months + 1)
    if unit in ("day", "week") and grain == "day":
        return Interval(days, days + 1) if unit == "day" else Interval(days // _WEEK, -(-(days + 1) // _WEEK))
    return None
