"""FL203: points between two rates, on sentences whose truth is known by construction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint import engine
from factlint.alignment.movements import movements
from factlint.checks.fl203_point_arithmetic import _slip, in_points
from factlint.checks.select import Selection
from factlint.knowledge import load_knowledge
from factlint.model.finding import Severity
from tests.checks.found import finding, findings, quotes, roles, silent, ties

rates = st.integers(11, 989)  # tenths of a percent
FORMS = (
    "The vacancy rate {verb} {points} percentage points to {current}% from {previous}%.",
    "The vacancy rate {verb} to {current}% from {previous}%, {noun} of {points} percentage points.",
    "The vacancy rate was {current}%, {word} {points} percentage points from {previous}% a year earlier.",
)


def sentence(form: str, current: int, previous: int, points: int) -> str:
    """Return a sentence that ties two rates and the points between them, all in tenths."""
    up = current > previous
    return form.format(
        verb="rose" if up else "fell",
        noun="an increase" if up else "a decrease",
        word="up" if up else "down",
        points=points / 10,
        current=current / 10,
        previous=previous / 10,
    )


@given(st.sampled_from(FORMS), rates, rates, st.sampled_from([-1, 0, 1]))
def test_points_that_follow_are_never_told(form: str, current: int, previous: int, rounding: int) -> None:
    """The difference may be a tenth off, for each rate is rounded."""
    points = abs(current - previous) + rounding
    if points > 0 and current != previous:
        assert silent(sentence(form, current, previous, points))


@given(st.sampled_from(FORMS), rates, rates, st.integers(3, 90))
def test_points_that_do_not_follow_are_told(form: str, current: int, previous: int, off: int) -> None:
    """Three tenths off is beyond all rounding."""
    if current == previous:
        return
    found = finding(sentence(form, current, previous, abs(current - previous) + off), "FL203")
    assert found.severity is Severity.ERROR
    assert f"{current / 10}%" in quotes(found)
    assert f"{previous / 10}%" in quotes(found)


def test_basis_points_are_hundredths() -> None:
    """The stated basis points are shown as points."""
    found = finding("The central bank raised its key rate by 50 basis points to 4.75% from 4.00%.", "FL203")
    assert found.arithmetic == (
        "4.75% - 4% is 0.74 to 0.76 percentage points, and stated is 0.495 to 0.505 percentage points"
    )
    assert roles(found) == ["difference", "rate", "rate before"]


@pytest.mark.parametrize("points", ["75 basis points", "0.75 percentage points"])
def test_points_and_basis_points_agree(points: str) -> None:
    """75 basis points are 0.75 percentage points."""
    assert silent(f"The central bank raised its key rate by {points} to 4.75% from 4.00%.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Exports rose by 9.4% in 2022, against 7.3% in 2021, {} percentage points more.",
            "between 9.35% to 9.45% and 7.25% to 7.35% lie 2 to 2.2 percentage points",
        ),
        (
            "Exports rose by 7.3% in 2022, against 9.4% in 2021, {} percentage points less.",
            "between 7.25% to 7.35% and 9.35% to 9.45% lie 2 to 2.2 percentage points",
        ),
    ],
)
def test_points_between_two_growths(text: str, told: str) -> None:
    """Two growths lie so many points apart, whichever is the larger; what does not follow is a warning."""
    [tie] = ties(text.format("2.1"), "FL203")
    assert tie.arithmetic == f"{told}, stated is 2.05 to 2.15 percentage points"
    assert roles(tie) == ["difference", "rate", "other rate"]
    found = finding(text.format("3.1"), "FL203")
    assert found.arithmetic == f"{told}, and stated is 3.05 to 3.15 percentage points"
    assert (found.severity, found.confidence) == (Severity.WARNING, 0.85)
    rates = ["9.4%", "7.3%"] if "more" in text else ["7.3%", "9.4%"]
    assert quotes(found) == ["3.1 percentage points", *rates]


def test_a_gap_of_less_than_a_point_is_shown_as_it_lies() -> None:
    """Growths of 7.9% and 7.3% lie half a point apart and a little more, and not below zero."""
    [tie] = ties("Exports rose by 7.9% in 2022, against 7.3% in 2021, 0.6 percentage points more.", "FL203")
    assert tie.arithmetic is not None
    assert "lie 0.5 to 0.7 percentage points" in tie.arithmetic


@pytest.mark.parametrize(
    "text",
    [
        "Exports rose by 0.2% in 2022, against a fall of 0.3% in 2021, {} percentage points more.",
        "Exports fell by 0.2% in 2022, against a rise of 0.3% in 2021, {} percentage points less.",
    ],
)
def test_a_fall_counts_below_zero(text: str) -> None:
    """A rise of 0.2% and a fall of 0.3% lie half a point apart, not a tenth."""
    assert len(ties(text.format("0.5"), "FL203")) == 1
    assert silent(text.format("0.5"))
    assert finding(text.format("0.1"), "FL203").severity is Severity.WARNING


def test_a_turned_sign_is_told() -> None:
    """A rate that is said to be up by what it is down by: the points are found, and told with the direction that is wrong."""
    text = "The jobless rate was 4.6%, up 0.5 percentage points from 5.1% a year earlier."
    report = engine.run_text(text, engine.Settings(selection=Selection(select=("FL203",))))
    [found] = report.findings
    assert found.arithmetic == (
        "4.6% - 5.1% is -0.6 to -0.4 percentage points, and stated is 0.45 to 0.55 percentage points"
    )
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize("word", ["improved by", "fell by", "was down"])
def test_points_without_a_direction_go_either_way(word: str) -> None:
    """A jobless rate that improves falls."""
    assert len(ties(f"The jobless rate {word} 0.5 points to 4.6% from 5.1%.", "FL203")) <= 1
    assert silent(f"The jobless rate {word} 0.5 points to 4.6% from 5.1%.")


@pytest.mark.parametrize(
    "text",
    [
        "The jobless rate was 4.6%, down 1.5 percentage points from 9.7% a year earlier.",
        "The jobless rate rose by 53 basis points to 4.62% from 4.27%.",
        "The jobless rate was 14.6%, up 5.3 percentage points from 3.9% a year earlier.",
    ],
)
def test_a_slip_of_digits_is_told_by_its_rule_alone(text: str) -> None:
    """Digits swapped in the points or in a rate: one error, and no other rule speaks."""
    assert [(found.rule, found.severity) for found in findings(text)] == [("FL203", Severity.ERROR)]


def test_what_cannot_be_judged_hides_nothing_behind_it() -> None:
    """Two growths, a level without a percent sign, points of an index: the slip of a later sentence is still found."""
    text = (
        "Exports rose by 9.4% in 2022, against 7.3% in 2021, 2.1 percentage points more. Sales rose to 40 million litres "
        "from 30 million litres. The index rose 3 points to 105 from 102. The vacancy rate was 5.0%, up 0.5 percentage "
        "points from 4.5%. The dropout rate rose 3 percentage points to 7.5% from 5.5%."
    )
    assert [quotes(found) for found in findings(text, "FL203")] == [["3 percentage points", "7.5%", "5.5%"]]
    assert len(ties(text, "FL203")) == 2


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The jobless rate was 4.6%, up 0.5 percentage points from 5.1% a year earlier.", "sign"),
        ("The jobless rate was 4.6%, down 1.5 percentage points from 9.7% a year earlier.", "digit"),
        ("The jobless rate rose by 53 basis points to 4.62% from 4.27%.", "digit"),
        ("The jobless rate was 14.6%, up 5.3 percentage points from 3.9% a year earlier.", "digit"),
        ("The jobless rate was 41.6%, up 3.5 percentage points from 11.1% a year earlier.", "digit"),
        ("The jobless rate was 14.6%, up 1.2 percentage points from 7.1% a year earlier.", ""),
    ],
)
def test_one_slip_may_explain_it(text: str, slip: str) -> None:
    """A sign turned, digits swapped in the points, in the rate or in the one before; or no single slip at all."""
    [movement] = movements(engine.evidence_of(engine.text_document(text), load_knowledge()))
    [point], current, previous = movement.changes, movement.current, movement.previous
    assert point.quantity is not None
    assert current is not None and current.quantity is not None
    assert previous is not None and previous.quantity is not None
    implied = current.quantity.admitted().closed() - previous.quantity.admitted().closed()
    stated = in_points(point.quantity)
    assert stated is not None
    assert _slip(point, current, previous, implied, -stated if point.direction == "down" else stated) == slip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The jobless rate rose 0.5 points to 5.1% from 4.6%.", "5.1% - 4.6% is 0.4 to 0.6 percentage points"),
        ("The jobless rate moved by 0.5 percentage points to 5.1% from 4.6%.", "5.1% - 4.6% is 0.4 to 0.6 percentage points"),
    ],
)  # fmt: skip
def test_bare_points_and_bare_moves_agree(text: str, told: str) -> None:
    """Between two rates a point is one of percent, and a move without a direction that went up went up."""
    [tie] = ties(text, "FL203")
    assert tie.arithmetic == f"{told}, stated is 0.45 to 0.55 percentage points"
    assert roles(tie) == ["difference", "rate", "rate before"]


def test_a_rate_beside_a_count_is_no_pair_of_rates() -> None:
    """Points that lead from so many places to a rate are the difference of nothing."""
    text = "The vacancy rate rose 3 percentage points to 7.5% from 450 rooms."
    assert not findings(text, "FL203")
    assert not ties(text, "FL203")
