"""Claims of many texts, each kept in a few hundred bytes: what a comparison needs and nothing more."""

import marshal
from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from fractions import Fraction
from typing import Any

from factlint.alignment.principals import Names
from factlint.model.claim import Claim, Direction, How, Kind, Modality, Referent
from factlint.model.interval import Rational, tidy
from factlint.model.period import Basis, Grain, Period
from factlint.model.quantity import Bound, Form, Quantity, Unit
from factlint.model.record import dataclass
from factlint.model.span import Span

_MOST_TOPIC = 8  # words around a figure that are kept: more prove no more


class Standing(IntEnum):
    """What the rules made of a claim within its own text."""

    ALONE = 0
    COMPARED = 1
    AGREEING = 2
    CONFLICTING = 3


@dataclass(slots=True)
class Told:
    """A claim of one of several texts: which text, of whom, and whether it stands in the title."""

    claim: Claim
    document: int
    whose: Names
    scope: Names  # words that narrow it down: in rural areas
    in_title: bool
    standing: Standing = Standing.ALONE


def pack(claim: Claim, whose: Names, scope: Names, standing: Standing, *, in_title: bool) -> bytes:
    """Return a claim as bytes."""
    return marshal.dumps(fields_of(claim, whose, scope, standing, in_title=in_title))


def unpack(data: bytes, index: int, document: int) -> Told:
    """Return the claim that bytes hold."""
    return told_of(marshal.loads(data), index, document)  # noqa: S302 -- bytes of our own making, of this process


def repack(fields: Any) -> bytes:  # noqa: ANN401 -- what JSON gives back
    """Return the bytes of a claim whose fields were kept elsewhere, as JSON say."""
    return marshal.dumps(fields)


def fields_of(claim: Claim, whose: Names, scope: Names, standing: Standing, *, in_title: bool) -> tuple[Any, ...]:
    """Return what is kept of a claim: words, numbers and tuples of them, as marshal and JSON can hold."""
    quantity = claim.quantity
    assert quantity is not None
    unit = quantity.unit
    measure = claim.measure
    return (
        (*claim.span, claim.text, claim.kind.value, claim.modality.value, claim.direction and claim.direction.value),
        (measure.text, measure.head, _words(measure.words), measure.how.value),
        (_words(claim.whole.words), _words(claim.actor.words), _words(claim.names), _words(claim.bases)),
        (claim.verb, claim.comparison, claim.counted, claim.role),
        (_words(claim.topic - measure.words)[:_MOST_TOPIC], _words(claim.thread), _words(claim.named_topic)),
        _period(claim.period),
        claim.period_how.value,
        _period(claim.against),
        (
            _number(quantity.value), _number(quantity.low), _number(quantity.high), quantity.bound.value,
            _number(quantity.quantum), quantity.form.value, quantity.digits, _number(quantity.scale),
            _number(quantity.slack_below), _number(quantity.slack_above), quantity.in_words,
        ),
        (unit.name, unit.dimension, _number(unit.factor), unit.per),
        _words(whose),
        _words(scope),
        in_title,
        int(standing),
    )  # fmt: skip


def told_of(held: Sequence[Any], index: int, document: int) -> Told:
    """Return the claim that fields hold, as JSON gives them back, too."""
    what, measured, words, phrases, around, period, period_how, against, figures, unit, *rest = held
    whose, scope, in_title, standing = rest
    start, end, text, kind, modality, direction = what
    value, low, high, bound, quantum, form, digits, scale, below, above, in_words = figures
    name, dimension, factor, per = unit
    span = Span(start, end)
    quantity = Quantity(
        span, span, _exact(value), _exact(low), _exact(high), Bound(bound), _exact(quantum) or 0,
        Unit(name, dimension, _exact(factor), per), Form(form), digits, _exact(scale) or 1, in_words,
        slack_below=_exact(below) or 0, slack_above=_exact(above) or 0,
    )  # fmt: skip
    whole, actor, names, bases = map(frozenset, words)
    verb, comparison, counted, role = phrases
    topic, thread, named_topic = map(frozenset, around)
    measure_text, head, measure_words, how = measured
    claim = Claim(
        index, -1, quantity, Kind(kind), span, text, Modality(modality),
        None if direction is None else Direction(direction),
        Referent(measure_text, head, frozenset(measure_words), How(how)),
        Referent(words=whole), actor=Referent(words=actor), period=_restored(period), period_how=How(period_how),
        comparison=comparison, against=_restored(against), verb=verb, bases=bases, counted=counted, role=role,
        topic=topic | frozenset(measure_words), thread=thread, named_topic=named_topic, names=names,
    )  # fmt: skip
    return Told(claim, document, frozenset(whose), frozenset(scope), in_title, Standing(standing))


def _words(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(words))


def _number(value: Rational | None) -> Any:  # noqa: ANN401 -- what marshal can write
    return value if value is None or isinstance(value, int) else (value.numerator, value.denominator)


def _exact(value: Any) -> Rational | None:  # noqa: ANN401 -- as above
    return value if value is None or isinstance(value, int) else tidy(Fraction(*value))


def _period(period: Period | None) -> Any:  # noqa: ANN401 -- as above
    if period is None:
        return None
    start, end = (day.toordinal() if day is not None else None for day in (period.start, period.end))
    return period.text, start, end, period.grain.value, period.basis.value, period.has_year


def _restored(fields: Any) -> Period | None:  # noqa: ANN401 -- as above
    if fields is None:
        return None
    text, start, end, grain, basis, has_year = fields
    return Period(
        Span(0, 0),
        text,
        None if start is None else date.fromordinal(start),
        None if end is None else date.fromordinal(end),
        Grain(grain),
        Basis(basis),
        has_year=has_year,
    )
