"""Sums with signs: what volume, price and mix add to a growth, and a figure with something left out of it."""

from collections.abc import Iterator

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, is_amount, is_plain, lower, neighbours, same_unit, value_of
from factlint.alignment.sums import Sum
from factlint.alignment.times import periods_of
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, Direction, Kind

DRIVEN, EXCLUDED, OFFSET = 0.85, 0.8, 0.85
_LEAST_DRIVERS = 3
_CLAUSE = 9
_ASIDE = ("from", "than", "per")


def signed_sums(evidence: Evidence) -> Iterator[Sum]:
    """Yield growths with the points that drive them, and figures with and without an item."""
    for at, reading in enumerate(evidence.readings):
        found = (
            _driven(evidence, at, reading)
            or _excluding(evidence, at, reading)
            or _offset(evidence, at, reading)
            or _less(evidence, reading)
        )
        if found is not None:
            yield found


def _driven(evidence: Evidence, at: int, reading: Reading) -> Sum | None:
    """Find "Revenue was up 7%. Volume was up 3%, price was up 1%, mix was down 1% and currency added 4%."""
    drivers: dict[str, tuple[Claim, int]] = {}
    claims = evidence.in_sentence(reading)
    others: list[tuple[Claim, int]] = []
    for number, claim in enumerate(claims):
        if (
            not is_plain(claim)
            or claim.quantity is None
            or not (claim.quantity.unit.is_percent or claim.quantity.unit.is_point)
        ):
            continue
        if claim.comparison or claim.role in _ASIDE:
            return None
        name, sign = _driver(evidence, reading, number), _sign(evidence, reading, number, claim)
        if name and sign and name not in drivers:
            drivers[name] = (claim, sign)
        elif name:
            return None
        elif sign:
            others.append((claim, sign))
    if len(drivers) < _LEAST_DRIVERS or not {"volume", "organic"} & set(drivers):
        return None
    total = _growth(evidence, at, others)
    if total is None:
        return None
    growth, sign = total
    parts = [claim for claim, _ in drivers.values()]
    return Sum(parts, growth, "drivers", DRIVEN, [s * sign for _, s in drivers.values()], needs_slip=True, is_near=True)


def _driver(evidence: Evidence, reading: Reading, number: int) -> str:
    """Return what drives: the name in the figure's own clause, in one form for its spellings."""
    lists = evidence.arithmetic
    ahead = lower(between(reading, number - 1, number))[-_CLAUSE:]
    cut = max((at + 1 for at, word in enumerate(ahead) if word in {",", ";", "and"}), default=0)
    for words in (ahead[cut:], lower(between(reading, number, number + 1))[:6]):
        for size in (2, 1):
            for at in range(len(words) - size + 1):
                phrase = tuple(words[at : at + size])
                if phrase in lists.phrases["sums.drivers"]:
                    return _ALIKE.get(" ".join(phrase), " ".join(phrase))
    return ""


_ALIKE = {
    "volumes": "volume", "prices": "price", "pricing": "price", "fx": "currency", "foreign exchange": "currency",
    "acquisitions": "acquisition", "divestitures": "divestiture", "organically": "organic",
}  # fmt: skip


def _sign(evidence: Evidence, reading: Reading, number: int, claim: Claim) -> int:
    """Return +1 for what adds and -1 for what takes away; 0 where no word says so."""
    words = evidence.arithmetic.words
    near = {*lower(between(reading, number - 1, number))[-4:], *lower(between(reading, number, number + 1))[:2]}
    if near & words["sums.hindering"]:
        return -1
    if near & words["sums.helping"]:
        return 1
    return 0 if claim.direction is None else 1 if claim.direction is Direction.UP else -1


def _growth(evidence: Evidence, at: int, others: list[tuple[Claim, int]]) -> tuple[Claim, int] | None:
    """Return the one growth of revenue that the drivers explain: of their own sentence, or of the one before."""
    driven = {evidence.grammar.stem(word) for word in evidence.arithmetic.words["sums.driven"]}
    for claim, sign in others:
        if claim.measure.words & driven or claim.measure.words == {"growth"}:
            return claim, sign
    for _, near in neighbours(evidence, at, 1, -1):
        grown = [
            claim
            for claim in evidence.in_sentence(near)
            if claim.kind is Kind.CHANGE and claim.quantity is not None and claim.quantity.unit.is_percent
            and claim.measure.words & driven
        ]  # fmt: skip
        if len(grown) == 1 and is_plain(grown[0]) and grown[0].direction is not None:
            return grown[0], 1 if grown[0].direction is Direction.UP else -1
    return None


def _excluding(evidence: Evidence, at: int, reading: Reading) -> Sum | None:
    """Find "Margin was 67.8 million. Excluding 0.7 million of costs, margin was 68.5 million": the item in either sign."""
    elements = reading.elements
    if not elements or elements[0].lower not in {"excluding", "without", "before"}:
        return None
    claims = evidence.in_sentence(reading)
    if len(claims) < 2 or not all(is_amount(claim) and same_unit(claim, claims[0]) for claim in claims[:2]):
        return None
    item, rest = claims[0], claims[1]
    joint = between(reading, 0, 1)
    if item.kind is not Kind.LEVEL or rest.kind is not Kind.LEVEL or reading.frames[0].place > 3:
        return None
    if not any(element.lower == "," for element in joint) or any(element.tag is Tag.SUBORDINATOR for element in joint):
        return None
    if not rest.measure.words or "and" in lower(joint):
        return None  # "excluding a gain of 2 million and the write-off ...": more than one item
    whole = _with_it(evidence, at, rest)
    if whole is None or whole.quantity is None or rest.quantity is None:
        return None
    both = [
        Sum([rest, item], whole, "excluding", EXCLUDED, [1, sign], needs_slip=True, is_near=True) for sign in (1, -1)
    ]
    if any(found.added().meets(value_of(whole)) for found in both):
        return next(found for found in both if found.added().meets(value_of(whole)))
    return next((found for found in both if found.slipped()), None)


def _offset(evidence: Evidence, at: int, reading: Reading) -> Sum | None:
    """Find "The deficit was 3.0 billion. A deficit of 9.2 billion on goods was partly offset by a surplus of 6.2 billion on services"."""
    claims, words = evidence.in_sentence(reading), evidence.arithmetic.words
    if len(claims) != 2 or not all(is_amount(claim) and claim.kind is Kind.LEVEL for claim in claims):
        return None
    large, small = claims
    joint = lower(between(reading, 0, 1))
    leads = [place for place in range(len(joint) - 2) if joint[place + 1 : place + 3] == ["offset", "by"]]
    if not leads or joint[leads[0]] not in words["sums.offsetting"] or not same_unit(large, small):
        return None
    parts = [frame.complement for frame in reading.frames]
    named = [frozenset(evidence.grammar.stem(e.lower) for e in part if e.tag is Tag.NOUN) for part in parts]
    for _, near in neighbours(evidence, at, 2, -1):
        for claim in evidence.in_sentence(near):
            if claim.kind is not Kind.LEVEL or not is_amount(claim) or not same_unit(claim, large):
                continue
            is_whole = all(part and part <= claim.measure.words for part in named)
            if is_whole and claim.measure.head == large.measure.head and periods_of(claim, large) != "other":
                return Sum([large, small], claim, "offset", OFFSET, [1, -1], is_near=True)
    return None


def _less(evidence: Evidence, reading: Reading) -> Sum | None:
    """Find "Cash flow was 128 million, reflecting inflows of 176 million less spending of 48 million"."""
    claims = evidence.in_sentence(reading)
    if len(claims) != 3 or not all(is_amount(claim) and claim.kind is Kind.LEVEL for claim in claims):
        return None
    total, large, small = claims
    first, second = lower(between(reading, 0, 1)), lower(between(reading, 1, 2))
    is_made = first[:1] == [","] and len(first) > 1 and first[1] in evidence.arithmetic.words["sums.made_of"]
    if (
        not is_made
        or second[:1] not in (["less"], ["minus"])
        or not (same_unit(total, large) and same_unit(large, small))
    ):
        return None
    return Sum([large, small], total, "less", OFFSET, [1, -1])


def _with_it(evidence: Evidence, at: int, rest: Claim) -> Claim | None:
    """Return the same measure with the item, told in one of the two sentences before; none where two may be meant."""
    found: list[Claim] = []
    same: list[Claim] = []
    for _, near in neighbours(evidence, at, 2, -1):
        lent: frozenset[str] = frozenset()
        for claim in evidence.in_sentence(near):
            if not is_amount(claim) or not same_unit(claim, rest) or claim.kind is not Kind.LEVEL:
                continue
            words = claim.measure.words or lent  # "88.1 million compared to 67.8 million": of one measure
            lent = words
            when = periods_of(claim, rest)
            if not (words ^ rest.measure.words) - {"adjust"} and when != "other":
                found.append(claim)
                if when == "same":
                    same.append(claim)
    return same[0] if len(same) == 1 else found[0] if len(found) == 1 else None
