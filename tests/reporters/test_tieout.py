"""The tie-out: each figure once, with what it was put together with."""

import itertools

from factlint import engine
from factlint.model.finding import Report, Severity
from factlint.reporters.reading import reading
from factlint.reporters.tieout import Figure, State, Tieout, tie_out

TEXT = (
    "Thursday, 2 May 2024. The line carried 2.64 million passengers last year. It employs 4,812 people.\n\n"
    "The 2.46 million passengers came from 31 towns. With 4,812 people the line is the largest employer.\n"
)


def report() -> Report:
    """Return the report of the text, kept."""
    return engine.run_text(TEXT, engine.Settings(keep_texts=True))


def figures(tieout: Tieout) -> dict[str, Figure]:
    """Return the last figure of each wording."""
    return {figure.text: figure for figure in tieout.figures}


def test_every_figure_has_one_state() -> None:
    """In conflict, confirmed or alone; a date that was compared has a mark, and none overlaps another."""
    tieout = tie_out(report())
    states = {text: figure.state for text, figure in figures(tieout).items()}
    assert states["2.64 million"] is states["2.46 million"] is State.CONFLICTING
    assert states["4,812"] is states["Thursday, 2 May 2024"] is State.CONFIRMED
    assert states["31"] is State.ALONE
    spans = [(figure.start, figure.end) for figure in tieout.figures]
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    assert all(TEXT[figure.start : figure.end] == figure.text for figure in tieout.figures)


def test_a_link_leads_to_the_other_figure() -> None:
    """From each of two places to the other, with the finding's number where they do not hold together."""
    found = figures(tie_out(report()))
    [link] = found["2.46 million"].links
    assert link.others(found["2.46 million"]) == [found["2.64 million"]]
    assert (link.number, link.finding is not None, link.roles) == (1, True, ["stated", "restated"])
    [agreement] = found["4,812"].agreements
    assert agreement.number == 0
    assert [other.line for other in agreement.others(found["4,812"])] == [1]


def test_a_finding_that_is_not_shown_makes_no_mark() -> None:
    """Where only errors are asked for, a warning leaves its figures alone."""
    assert figures(tie_out(report(), Severity.ERROR))["2.64 million"].state is State.ALONE


def test_a_place_that_is_no_claim_becomes_a_figure() -> None:
    """Words that a finding points at have a mark even if nothing was read there."""
    made = report()
    place = made.findings[0].locations[1]
    start = TEXT.index("largest")
    moved = type(place)(place.path, 3, 76, 3, 83, start, start + 7, "largest", place.role, place.context)
    made.findings[0].locations[1] = moved
    assert figures(tie_out(made))["largest"].state is State.CONFLICTING


def test_a_figure_is_told_as_it_was_read() -> None:
    """Value, what it can mean with rounding, what it is about."""
    claim = figures(tie_out(report()))["2.64 million"].claim
    assert claim is not None
    told = dict(reading(claim))
    assert told["value"] == "2,640,000 passengers"
    assert told["can mean"] == "2,635,000 to 2,645,000"
    assert told["kind"] == "level"


def test_texts_are_kept_only_when_asked_for() -> None:
    """A run of many files does not hold them all in memory."""
    assert engine.run_text(TEXT).texts == []
