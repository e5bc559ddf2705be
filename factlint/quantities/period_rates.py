"""Periods with a grammar of their own: five years ago, per month, 2023-04-20."""

from factlint.lexing.kinds import NUMBER, WORD
from factlint.model.period import Basis, Grain, Period
from factlint.quantities.calendar import GRAINS, Days, Named, months_of, place
from factlint.quantities.draft import Scene
from factlint.quantities.period_words import collect

_MONTHS = 12
Found = tuple[int, int, int, Period]


def _period(
    scene: Scene, first: int, last: int, days: Days | None, grain: Grain, basis: Basis, count: int | None = None
) -> Period:
    span = scene.span(first, last)
    start, end = days if days is not None else (None, None)
    return Period(span, span.of(scene.text), start, end, grain, basis, count)


def read_ago(scene: Scene, first: int, last: int) -> list[Found]:
    """Place five years ago and a year earlier."""
    end = scene.lower(last - 1)
    if end not in scene.lexicon.cues["ago_words"]:
        return []
    if scene.classes[first] == "T" and end != "earlier":
        return []
    named = collect(scene, first, last - 1)
    named.ago = end == "ago"
    if named.count is None and scene.classes[first] == "A":
        named.count = 1
    if end != "ago":
        named.deixis = "that"
    if (
        first > 1
        and scene.lower(first - 1) == "or"
        and scene.numeral_at.get(first - 2) is not None
        and scene.classes[first] in "in"
    ):
        first, named.count, named.deixis, named.ago = first - 2, None, "that", False  # three or four years ago
    days, grain = place(named, scene.today)
    return [(first, last, 2, _period(scene, first, last, days, grain, Basis.CALENDAR, named.count))]


def read_plan(scene: Scene, first: int, last: int) -> list[Found]:
    """Place the 14th Five-Year Plan period by the number of the plan."""
    numbers = [scene.numeral_at[at] for at in range(first, last) if at in scene.numeral_at]
    if scene.lower(last - 2) != "plan" or scene.lower(last - 1) != "period" or len(numbers) != 2:
        return []
    words = scene.text[scene.tokens[numbers[1].first].start : scene.tokens[last - 2].end].lower()
    plan = scene.lexicon.times.plans.get(" ".join(words.split()))
    number = numbers[0].whole
    if plan is None or number is None:
        return []
    year = plan[1] + (number - plan[0]) * plan[2]
    days = months_of(year, 1, plan[2] * 12) if 1 <= year <= 9000 else None
    return [(first, last, 0, _period(scene, first, last, days, Grain.OTHER, Basis.CALENDAR, plan[2]))]


def read_every(scene: Scene, first: int, last: int) -> list[Found]:
    """Read a year, per month and annually as rates."""
    word = scene.lower(last - 1)
    if scene.classes[first] == "A" and not (first and _is_rated(scene, first - 1)):
        return []
    if (
        word == "quarter"
        and scene.classes[first] == "A"
        and scene.lower(first - 1) in scene.lexicon.cues["before_share"]
    ):
        return []
    if scene.classes[first] == "y" and word not in scene.lexicon.cues["adverbs_of_rate"]:
        return []
    grain = scene.lexicon.times.repeated.get(word) or scene.lexicon.times.grains.get(word, "")
    if word == "annum" and scene.lower(first - 1) == "per":
        first -= 1
    period = _period(scene, first, last, None, GRAINS.get(grain, Grain.OTHER), Basis.CALENDAR)
    period.recurring = True
    return [(first, last, 3, period)]


def _is_rated(scene: Scene, at: int) -> bool:
    """Say whether "a year" says how often here: behind a figure and its unit or noun."""
    for step in range(at, max(at - 4, -1), -1):
        if (
            scene.classes[step] in "inY_"
            or scene.word(step) in ("%",)
            or scene.lower(step) in ("percent", "times", "twice", "once")
        ):
            return True
        if scene.kind(step) is not WORD:
            return False
    return False


def numeric_date(scene: Scene, first: int, last: int) -> Period | None:
    """Read 2023-04-20, 4/20/2023, 2023/04 and 2013-14, whose parts touch."""
    if any(not scene.touches(at) for at in range(first + 1, last)):
        return None
    if (first and scene.touches(first) and scene.word(first - 1) in ("-", "/", ".", ":", "$")) or (
        scene.touches(last) and scene.word(last) in ("-", "/", "%", ":") and scene.kind(last + 1) is NUMBER
    ):
        return None
    texts = [scene.word(at) for at in range(first, last, 2)]
    if not all(text.isdecimal() for text in texts):
        return None
    numbers = [int(text) for text in texts]
    named = Named()
    if len(numbers) == 3:
        if len(texts[0]) == 4:
            named.year, named.month, named.day = numbers
        elif len(texts[2]) in (2, 4):
            named.month, named.day, named.year = (
                numbers[0],
                numbers[1],
                numbers[2] if numbers[2] > 99 else 2000 + numbers[2],
            )
            if named.month > 12 >= named.day:
                named.month, named.day = named.day, named.month
            elif named.month <= 12 and named.day <= 12 and named.month != named.day:
                return _period(scene, first, last, None, Grain.DAY, Basis.CALENDAR)
        else:
            return None
        days, grain = place(named, scene.today)
        return _period(scene, first, last, days, grain, Basis.CALENDAR)
    year, other, text = (numbers[0], numbers[1], texts[1]) if len(texts[0]) == 4 else (numbers[1], numbers[0], texts[0])
    if len(texts[0]) == 4 and len(text) == 2 and other == (year + 1) % 100:
        return _period(scene, first, last, None, Grain.YEAR, Basis.FISCAL)
    if len(texts[0]) == 4 and len(text) == 2 and max(_MONTHS, year % 100) < other:
        return _period(
            scene, first, last, months_of(year, 1, (other - year % 100 + 1) * 12), Grain.OTHER, Basis.CALENDAR
        )
    if not 1 <= other <= 12:
        return None
    days2, grain = place(Named(year=year, month=other), scene.today)
    return _period(scene, first, last, days2, grain, Basis.CALENDAR)
