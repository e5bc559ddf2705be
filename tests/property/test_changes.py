"""Changes told in many wordings: what is true by construction is silent and verified, what one slip breaks is found."""

from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factlint import engine
from factlint.model.finding import Severity
from tests.property.tellings import (
    AMOUNTS,
    DIFFERENCE,
    GROWTH,
    LASTING,
    MARKS,
    MULTIPLES,
    PACES,
    POINTS,
    RATES,
    TIMES,
    Domain,
    decimal,
    tell,
)

PICKS = st.integers(0, 14)
FEW = settings(max_examples=40)


def loud(text: str) -> list[str]:
    """Return the rules that find something of warning or above."""
    return [found.rule for found in engine.run_text(text).findings if found.severity is not Severity.INFO]


def verified(text: str, *figures: str) -> bool:
    """Say whether one agreement covers all these figures."""
    spans = [(text.index(figure), text.index(figure) + len(figure)) for figure in figures]
    return any(
        all(any(place.start < end and start < place.end for place in tie.locations) for start, end in spans)
        for tie in engine.run_text(text).verified
    )


@st.composite
def levels(draw: st.DrawFn, domains: tuple[Domain, ...]) -> tuple[Domain, Fraction]:
    """Draw a domain and a level of it whose last digit is not zero."""
    domain = draw(st.sampled_from(domains))
    scale = 10**domain.places
    quanta = draw(st.integers(domain.low * scale, domain.high * scale).filter(lambda n: n % 10 != 0))
    return domain, Fraction(quanta, scale)


@st.composite
def growths(draw: st.DrawFn) -> tuple[Domain, Fraction, Fraction, Fraction, bool]:
    """Draw a domain, the level reached, the level before, the growth in percent to a tenth, and its direction."""
    domain, before = draw(levels(AMOUNTS))
    rate, up = Fraction(draw(st.integers(31, 480)), 1000), draw(st.booleans())
    scale = 10**domain.places
    quanta = round(before * (1 + rate if up else 1 - rate) * scale)
    assume(quanta % 10 != 0)
    after = Fraction(quanta, scale)
    growth = Fraction(round(abs(after / before - 1) * 1000), 10)
    assume(round(growth * 10) % 10 != 0)
    return domain, after, before, growth, up


def implied(domain: Domain, after: Fraction, before: Fraction) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest growth in percent that two written levels can mean."""
    half = Fraction(1, 2 * 10**domain.places)
    return ((after - half) / (before + half) - 1) * 100, ((after + half) / (before - half) - 1) * 100


def other_digit(figure: str, step: int) -> str:
    """Return a figure with another leading digit, never zero."""
    at = next(place for place, character in enumerate(figure) if character.isdigit())
    digit = (int(figure[at]) - 1 + step) % 9 + 1
    return f"{figure[:at]}{digit}{figure[at + 1 :]}"


def number(figure: str) -> Fraction:
    """Return the number that a figure writes, its unit left aside."""
    return Fraction("".join(character for character in figure if character.isdigit() or character == "."))


@FEW
@given(st.sampled_from(GROWTH), growths(), PICKS)
def test_growth_that_follows_is_verified(
    template: str, drawn: tuple[Domain, Fraction, Fraction, Fraction, bool], pick: int
) -> None:
    """Level, level before and growth computed from both: silent, and compared."""
    domain, after, before, growth, up = drawn
    figures = domain.written(after), domain.written(before), f"{decimal(growth, 1)}%"
    assume(len(set(figures)) == len(figures))
    text = tell(template, domain, *figures, up=up, pick=pick)
    assert loud(text) == []
    assert verified(text, *figures)


@FEW
@given(st.sampled_from(GROWTH), growths(), PICKS, st.integers(1, 7))
def test_a_growth_with_another_digit_is_found(
    template: str, drawn: tuple[Domain, Fraction, Fraction, Fraction, bool], pick: int, step: int
) -> None:
    """The growth has another leading digit than the levels make."""
    domain, after, before, growth, up = drawn
    wrong = other_digit(decimal(growth, 1), step)
    low, high = implied(domain, after, before)
    stated = number(wrong) if up else -number(wrong)
    assume(not low - 1 <= stated <= high + 1)
    assert loud(tell(template, domain, domain.written(after), domain.written(before), f"{wrong}%", up=up, pick=pick))


@FEW
@given(st.sampled_from(GROWTH), growths(), PICKS)
def test_a_turned_growth_is_found(
    template: str, drawn: tuple[Domain, Fraction, Fraction, Fraction, bool], pick: int
) -> None:
    """The words of change go the other way."""
    domain, after, before, growth, up = drawn
    text = tell(
        template, domain, domain.written(after), domain.written(before), f"{decimal(growth, 1)}%", up=not up, pick=pick
    )
    assert loud(text)


@FEW
@given(st.sampled_from(GROWTH[:69]), growths(), PICKS)
def test_points_of_an_amount_are_found(
    template: str, drawn: tuple[Domain, Fraction, Fraction, Fraction, bool], pick: int
) -> None:
    """An amount grows in percent and not by percentage points."""
    domain, after, before, growth, up = drawn
    assume(abs(abs(after - before) - growth) > 1)
    change = f"{decimal(growth, 1)} percentage points"
    assert loud(tell(template, domain, domain.written(after), domain.written(before), change, up=up, pick=pick))


@FEW
@given(st.sampled_from(GROWTH), growths().filter(lambda drawn: " million" in drawn[0].behind), PICKS)
def test_a_slip_of_scale_is_found(
    template: str, drawn: tuple[Domain, Fraction, Fraction, Fraction, bool], pick: int
) -> None:
    """A million read as a billion lies out of all proportion to the growth."""
    domain, after, before, growth, up = drawn
    wrong = domain.written(after).replace("million", "billion")
    assert loud(tell(template, domain, wrong, domain.written(before), f"{decimal(growth, 1)}%", up=up, pick=pick))


@st.composite
def steps(draw: st.DrawFn) -> tuple[Domain, Fraction, Fraction, bool]:
    """Draw a domain, the level before, the change and its direction; no level can pass for the end of a range."""
    domain, before = draw(levels(AMOUNTS))
    scale, up = 10**domain.places, draw(st.booleans())
    change = Fraction(round(before * Fraction(draw(st.integers(31, 160)), 1000) * scale), scale)
    after = before + change if up else before - change
    assume(all(round(value * scale) % 10 != 0 for value in (change, after)))
    return domain, before, change, up


@FEW
@given(st.sampled_from(DIFFERENCE), steps(), PICKS, st.integers(1, 7))
def test_differences(template: str, drawn: tuple[Domain, Fraction, Fraction, bool], pick: int, step: int) -> None:
    """A change that is the difference of its levels is verified; another digit or direction is found."""
    domain, before, change, up = drawn
    after = before + change if up else before - change
    written = domain.written(after), domain.written(before), domain.written(change)
    assume(all(figure not in other for figure in written for other in written if figure != other))
    text = tell(template, domain, *written, up=up, pick=pick)
    assert loud(text) == []
    assert verified(text, *written)
    assert loud(tell(template, domain, *written, up=not up, pick=pick))
    wrong = other_digit(written[2], step)
    assume(number(wrong) * 4 < after)
    assert loud(tell(template, domain, written[0], written[1], wrong, up=up, pick=pick))


@st.composite
def rates(draw: st.DrawFn) -> tuple[Domain, Fraction, Fraction, bool]:
    """Draw a rate, the rate before, and the points between them."""
    domain = draw(st.sampled_from(RATES))
    before = Fraction(draw(st.integers(domain.low * 10, domain.high * 10)), 10)
    change, up = Fraction(draw(st.integers(4, 28)), 10), draw(st.booleans())
    assume(change < before)
    return domain, before, change, up


@FEW
@given(st.sampled_from(POINTS), rates(), PICKS, st.sampled_from(("percentage points", "points", "basis points")))
def test_points(template: str, drawn: tuple[Domain, Fraction, Fraction, bool], pick: int, unit: str) -> None:
    """Points that are the difference of two rates are verified; other points and the other way are found."""
    domain, before, change, up = drawn
    after = before + change if up else before - change
    rate, earlier = domain.written(after), domain.written(before)
    points = decimal(change * 100, 0) if unit == "basis points" else decimal(change, 1)
    assume(points not in rate and points not in earlier and rate not in earlier and earlier not in rate)
    text = tell(template, domain, rate, earlier, f"{points} {unit}", up=up, pick=pick)
    assert loud(text) == []
    assert verified(text, rate, earlier, f"{points} {unit}")
    assert loud(tell(template, domain, rate, earlier, f"{points} {unit}", up=not up, pick=pick))
    wrong = decimal((change + 1) * 100, 0) if unit == "basis points" else decimal(change + 1, 1)
    assert loud(tell(template, domain, rate, earlier, f"{wrong} {unit}", up=up, pick=pick))


@FEW
@given(st.sampled_from(POINTS), rates(), PICKS)
def test_percent_of_a_rate_is_found(template: str, drawn: tuple[Domain, Fraction, Fraction, bool], pick: int) -> None:
    """The difference of two rates is told in percent, and in percent the change is certainly another."""
    domain, before, change, up = drawn
    after = before + change if up else before - change
    half = Fraction(1, 20)
    growth = ((after - half) / (before + half) - 1) * 100, ((after + half) / (before - half) - 1) * 100
    least = min(abs(end) for end in growth)
    assume(least > change + Fraction(1, 4) or max(abs(end) for end in growth) < change - Fraction(1, 4))
    text = tell(
        template, domain, domain.written(after), domain.written(before), f"{decimal(change, 1)}%", up=up, pick=pick
    )
    assert loud(text)


@FEW
@given(st.sampled_from(TIMES), levels(AMOUNTS), st.sampled_from(sorted(MULTIPLES)), st.integers(97, 104), st.booleans())
def test_multiples(template: str, drawn: tuple[Domain, Fraction], times: int, loose: int, far: bool) -> None:
    """Doubled is about twice: what lies near is verified, what lies far off is found."""
    domain, before = drawn
    scale = 10**domain.places

    def telling(percent: int) -> str:
        after = Fraction(round(before * times * Fraction(percent, 100) * scale), scale)
        subject = domain.subject
        return template.format(
            S=subject, s=subject[0].lower() + subject[1:], p=domain.written(before), c=domain.written(after),
            **MULTIPLES[times],
        )  # fmt: skip

    assert loud(telling(loose)) == []
    assert loud(telling(140 if far else 60))


@FEW
@given(
    st.sampled_from(PACES), st.integers(3, 9), st.integers(121, 979).filter(lambda n: n % 10 != 0), st.integers(1, 7)
)
def test_paces(template: str, times: int, pace: int, step: int) -> None:
    """An amount is the pace times the time; a pace with another digit is found, where no time of so many units makes it."""
    amount, broken = times * pace, other_digit(str(pace), step)
    assume(not amount / (times + 0.5) - 1 <= int(broken) <= amount / (times - 0.5) + 1)
    assert loud(template.format(a=f"{amount:,}", n=times, r=pace)) == []
    assert loud(template.format(a=f"{amount:,}", n=times, r=broken))


@FEW
@given(st.sampled_from(LASTING), st.integers(1950, 2015), st.integers(2, 9), st.integers(2, 9))
def test_lengths_of_time(template: str, first: int, span: int, off: int) -> None:
    """A length counted either way passes; one that lies off the ends is found."""
    for years in (span, span + 1):
        assert loud(template.format(years=years, first=first, last=first + span)) == []
    assert loud(template.format(years=span + 1 + off, first=first, last=first + span))


@FEW
@given(st.sampled_from(MARKS), growths(), PICKS)
def test_marks(template: str, drawn: tuple[Domain, Fraction, Fraction, Fraction, bool], pick: int) -> None:
    """A figure lies above or below its mark as the word says, and on the other side it is found."""
    domain, after, before, _, up = drawn
    for is_above in (True, False):
        words = {
            "above": "above" if is_above else "below",
            "higher": "higher" if is_above else "lower",
            "beat": ("beat", "exceeded", "topped")[pick % 3] if is_above else "missed",
        }
        text = template.format(S=domain.subject, c=domain.written(after), p=domain.written(before), **words)
        assert bool(loud(text)) is (is_above is not up)
