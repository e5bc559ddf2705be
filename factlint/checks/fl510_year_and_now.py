"""FL510: "last year" beside a year that is not last year."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.calendar_ties import NamedYear, named_years
from factlint.alignment.written import place_at
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.verdict import Place, Verdict

BY_DATELINE, BY_NEIGHBOUR = 0.9, 0.8
_WORDS = {0: "this year", -1: "last year", 1: "next year"}


@check("FL510")
def year_and_now(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare "last year (2019)" with the year of the text, or, where it has none, with its other years told so."""
    named = list(named_years(evidence))
    dateline = evidence.document.dateline
    if dateline.date is not None:
        for told in named:
            places = [place_at(evidence, told.span, "year")]
            if dateline.span is not None:
                places.append(place_at(evidence, dateline.span, "date of the text"))
            yield _against(card, places, told, dateline.date.year, is_january=dateline.date.month == 1)
        return
    plain = [told for told in named if told.slack == 0]
    for told in plain[1:]:
        first = plain[0]
        places = [place_at(evidence, first.span, "year"), place_at(evidence, told.span, "year")]
        now, other = first.year - first.steps, told.year - told.steps
        words = (
            f"“{_words(first)}” as {first.year} makes this year {now}, “{_words(told)}” as {told.year} makes it {other}"
        )
        if now == other:
            yield card.tie(places, words)
        else:
            yield card.conflict(
                places, "The two years belong to different years of writing", words, confidence=BY_NEIGHBOUR
            )


def _against(card: Card, places: list[Place], told: NamedYear, now: int, *, is_january: bool) -> Verdict:
    meant = now + told.steps
    words = f"the text is of {now}, so “{_words(told)}” is {meant}"
    allowed = abs(told.year - meant) <= told.slack or (is_january and told.year == meant - 1)
    if allowed:
        return card.tie(places, f"{words}, stated is {told.year}")
    about = f"{meant}, one more or less" if told.slack else str(meant)
    words = f"the text is of {now}, so “{_words(told)}” is {about}; stated is {told.year}"
    return card.conflict(places, f"{told.year} is not “{_words(told)}”", words, confidence=BY_DATELINE)


def _words(told: NamedYear) -> str:
    return f"{-told.steps} years ago" if told.slack else _WORDS[told.steps]
