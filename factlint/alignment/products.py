"""A rate, a number and their product in one sentence: an average of 75 euros, 1,200 donors, 90,000 euros."""

from collections.abc import Iterator

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, is_plain, lower, mended_by_one_slip, same_unit
from factlint.alignment.known import Alone, silent
from factlint.alignment.slips import in_base
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, Kind
from factlint.model.interval import Interval, Rational, quotient
from factlint.model.record import dataclass

_UNCOUNTED = frozenset({"percent", "percentage_point", "time"})
_OUT_OF_SIZE = 2000  # a slip of scale is a thousand
_ASIDE = ("from", "than", "to", "by")


@dataclass(slots=True)
class Product:
    """What one costs or has, how many there are, and what all together are."""

    rate: Claim
    number: Claim | None  # none where the factor alone tells how many
    amount: Claim
    factor: Rational = 1  # how many of the rate the amount is: nine months
    needs_slip: bool = False

    def computed(self, *, rounded: bool = True) -> Interval:
        """Return rate times number, each within its rounding, in base units of the amount."""
        return reading_of(self.rate, rounded=rounded) * self._times(rounded=rounded)

    def _times(self, *, rounded: bool) -> Interval:
        if self.number is None:
            return Interval.point(self.factor)
        assert self.number.quantity is not None
        number = self.number.quantity.admitted(round_reading=rounded).closed()  # in the unit that the price is for
        return number.scaled(self.factor)

    def slipped(self) -> bool:
        """Say whether one slip in one of the figures explains the gap."""
        rate, times, amount = (
            reading_of(self.rate, rounded=False), self._times(rounded=False), reading_of(self.amount, rounded=False),
        )  # fmt: skip
        wanted = amount.over(times)
        if mended_by_one_slip(self.amount, self.computed()) or (wanted and mended_by_one_slip(self.rate, wanted)):
            return True
        number = amount.over(rate) if self.number is not None else None
        return (
            self.number is not None
            and number is not None
            and bool(mended_by_one_slip(self.number, number.scaled(quotient(1, self.factor))))
        )


def reading_of(claim: Claim, *, rounded: bool = True) -> Interval:
    """Return the closed reading of a figure; a scale word that only its neighbour says is taken off a price of one."""
    quantity = claim.quantity
    assert quantity is not None
    reading = quantity.admitted(round_reading=rounded).closed()
    if quantity.per_item and quantity.scale != 1 and not _says_scale(claim):
        reading = reading.scaled(quotient(1, quantity.scale))
    return in_base(reading, quantity)


def _says_scale(claim: Claim) -> bool:
    """Say whether the figure's own words hold a scale word or letter: "$2.29 million", not "$2.29 per share"."""
    assert claim.quantity is not None
    number = claim.quantity.number
    inside = claim.text[number.start - claim.span.start : number.end - claim.span.start]
    return any(character.isalpha() for character in inside)


def averages(evidence: Evidence) -> Iterator[Product]:
    """Yield "1,200 donors gave 90,000 euros, an average of 75 euros": the average in apposition to what was told."""
    yield from evidence.tied(Product)
    for reading in evidence.readings:
        yield from _averages_in(evidence, reading)


@silent
def _averages_in(evidence: Alone, reading: Reading) -> Iterator[Product]:
    average = evidence.arithmetic.words["rates.average"]
    claims = evidence.in_sentence(reading)
    for number in range(2, len(claims)):
        rate = claims[number]
        if (
            not is_plain(rate)
            or rate.quantity is None
            or rate.quantity.unit.dimension in _UNCOUNTED
            or rate.quantity.unit.per
        ):
            continue
        if not _in_apposition(reading, number, average):
            continue
        found = _told_before(claims, number)
        if found is not None:
            yield found


def _in_apposition(reading: Reading, number: int, average: frozenset[str]) -> bool:
    """Say whether the figure is ", an average of", ", or", with "each" behind it."""
    joint = lower(between(reading, number - 1, number))
    behind = lower(between(reading, number, number + 1))
    if behind[:1] and behind[0] in {"each", "apiece"} and len(behind) <= 2 and joint[-1:] in ([","], ["or"], ["("]):
        return True
    at = next((place for place in range(len(joint) - 1, -1, -1) if joint[place] in average), -1)
    if at < 0 or len(joint) - at > 4:
        return False
    lead = [word for word in joint[:at] if word not in {"an", "the", "on"}]
    follows = behind[0] if behind else ""
    return bool(lead) and lead[-1] in {",", "or", "(", "—"} and follows not in {"per", "a", "every", "in"}


def _told_before(claims: list[Claim], number: int) -> Product | None:
    """Return the amount and the number of things told before the average: one of each, or none is sure."""
    rate = claims[number]
    assert rate.quantity is not None
    told = [
        claim
        for claim in claims[:number]
        if is_plain(claim) and claim.quantity is not None and claim.kind is Kind.LEVEL and claim.role not in _ASIDE
        and claim.quantity.unit.dimension not in _UNCOUNTED
    ]  # fmt: skip
    if len(told) != 2 or len([claim for claim in claims[:number] if claim.kind is not Kind.DATE]) != 2:
        return None
    amounts = [claim for claim in told if same_unit(claim, rate)]
    counts = [claim for claim in told if claim.quantity is not None and claim.quantity.unit.is_count and claim.counted]
    if len(amounts) == 2 and len(counts) == 2 and rate.quantity.unit.is_count:
        first, second = sorted(told, key=lambda claim: claim.quantity.middle if claim.quantity else 0)
        return Product(rate, first, second)
    if len(amounts) == 1 and len(counts) == 1 and amounts[0] is not counts[0]:
        return Product(rate, counts[0], amounts[0])
    return None


def priced(evidence: Evidence) -> Iterator[Product]:
    """Yield "2.29 dollars per share, or 229 million for the 100 million shares": price, number and amount."""
    for reading in evidence.readings:
        yield from _priced_in(evidence, reading)


@silent
def _priced_in(evidence: Alone, reading: Reading) -> Iterator[Product]:
    aside = evidence.arithmetic.words["sums.change_sides"]
    claims = evidence.in_sentence(reading)
    rates = [claim for claim in claims if _per(claim) and claim.kind is Kind.LEVEL and is_plain(claim)]
    if len(rates) != 1 or {element.lower for element in reading.elements} & aside:
        return
    rate = rates[0]
    others = [claim for claim in claims if claim is not rate and claim.quantity is not None]
    amounts = [claim for claim in others if is_plain(claim) and _is_total_of(claim, rate)]
    numbers = [claim for claim in others if is_plain(claim) and _is_number_of(evidence, reading, claim, rate)]
    plain = all(
        claim.kind is Kind.LEVEL and claim.role not in ("from", "than", "by") for claim in (*amounts, *numbers, rate)
    )
    moves = any(element.tag in (Tag.CHANGE, Tag.COMPARISON) for element in reading.elements)
    if (
        len(amounts) == 1
        and len(numbers) == 1
        and plain
        and amounts[0] is not numbers[0]
        and len(others) == 2
        and not moves
    ):
        found = Product(rate, numbers[0], amounts[0])
        if _is_of_size(found):
            yield found


def _is_of_size(found: Product) -> bool:
    """Say whether the amount may be the product at all: 20 dollars a barrel, 16 million barrels, and a price of 18."""
    product, amount = found.computed(), reading_of(found.amount)
    ratio = product.over(amount)
    if ratio is None or ratio.low is None or ratio.high is None:
        return True
    return quotient(1, _OUT_OF_SIZE) < ratio.high and ratio.low < _OUT_OF_SIZE


def _per(claim: Claim) -> str:
    """Return what a price is for: share, tonne, person."""
    if claim.quantity is None or not claim.quantity.unit.is_money:
        return ""
    return claim.quantity.per_item or claim.quantity.unit.per


def _is_total_of(claim: Claim, rate: Claim) -> bool:
    quantity, price = claim.quantity, rate.quantity
    assert quantity is not None and price is not None
    return quantity.unit.name == price.unit.name and not _per(claim)


def _is_number_of(evidence: Alone, reading: Reading, claim: Claim, rate: Claim) -> bool:
    """Say whether a figure counts what the price is for: shares, tonnes."""
    quantity = claim.quantity
    assert quantity is not None
    item = _per(rate)
    stem = evidence.grammar.stem
    if quantity.unit.is_count:
        frame = reading.frames[reading.claims.index(claim.index)]
        heads = [stem(element.lower) for element in frame.counted if element.tag is Tag.NOUN]
        return bool(heads) and stem(item) in (heads if len(heads) <= 2 else heads[:1])
    return quantity.unit.name.replace("_", " ") in {item, f"metric {item}"} or stem(quantity.unit.name) == stem(item)
