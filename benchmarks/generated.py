"""Texts whose figures are drawn so that they agree, or so that they do not: the label is the arithmetic itself."""

import random
from collections.abc import Callable

FILLER = (
    "The mayor thanked the helpers. Coffee was served in the yard.",
    "A choir sang two songs, and the rain held off until the evening.",
    "Nobody had expected such weather. The road stayed closed.",
    "The council will speak of it again. A decision is due in spring.",
)
THINGS = ("visitors", "passengers", "tickets", "lambs", "patients", "meals", "parcels", "bicycles")
WHO = ("Tarn museum", "Sel ferry", "Orm clinic", "Lune cooperative", "Amity library", "Kello theatre")
Text = tuple[str, bool]


def texts(dice: random.Random) -> Text:
    """Draw a text; true where its figures do not agree."""
    return dice.choice(_KINDS)(dice, dice.random() < 0.5)


def _apart(dice: random.Random, value: int, by: int) -> int:
    """Return a figure that differs by so much at least."""
    return value + dice.choice((-1, 1)) * dice.randint(by, 3 * by)


def _growth(dice: random.Random, broken: bool) -> Text:
    first, percent = dice.randint(20, 90) * 100, dice.randint(5, 40)
    second = first * (100 + percent) // 100
    told = _apart(dice, percent, 3) if broken else percent
    return (
        f"Last year the {dice.choice(WHO)} sold {second:,} {dice.choice(THINGS)}, up {abs(told)}% from {first:,}.",
        broken,
    )


def _points(dice: random.Random, broken: bool) -> Text:
    first, by = dice.randint(100, 500), dice.randint(4, 60)
    told = by + (dice.randint(3, 30) if broken else 0)
    text = f"The vacancy rate of the {dice.choice(WHO)} rose {told / 10:.1f} percentage points to {(first + by) / 10:.1f}% from {first / 10:.1f}%."
    return text, broken


def _sum(dice: random.Random, broken: bool) -> Text:
    parts = [dice.randint(11, 99) for _ in range(3)]
    total = sum(parts) + (dice.randint(1, 20) if broken else 0)
    text = f"The jury read {total} entries, namely {parts[0]} novels, {parts[1]} plays and {parts[2]} poems."
    return text, broken


def _share(dice: random.Random, broken: bool) -> Text:
    whole = dice.randint(200, 2000)
    part = dice.randint(whole // 10, whole * 9 // 10)
    percent = round(100 * part / whole)
    told = min(max(_apart(dice, percent, 4), 1), 99) if broken else percent
    return f"{part:,} of the {whole:,} members ({told}%) voted for the new hall.", abs(told - 100 * part / whole) > 0.5


def _restated(dice: random.Random, broken: bool) -> Text:
    who, thing = dice.choice(WHO), dice.choice(THINGS)
    value = dice.randint(1000, 9999)
    digits = list(str(value))
    digits[1], digits[2] = digits[2], digits[1]
    told = int("".join(digits)) if broken else value
    between = "\n\n".join(dice.sample(FILLER, 2))
    text = f"In 2023 the {who} counted {value:,} {thing}.\n\n{between}\n\nThe {who} counted {told:,} {thing} in 2023, the board wrote."
    return text, told != value


def _two_things(dice: random.Random, _broken: bool) -> Text:
    one, other = dice.sample(WHO, 2)
    thing, value = dice.choice(THINGS), dice.randint(1000, 9999)
    between = dice.choice(FILLER)
    return (
        f"In 2023 the {one} counted {value:,} {thing}.\n\n{between}\n\nIn 2023 the {other} counted {value + 90:,} {thing}.",
        False,
    )


def _two_years(dice: random.Random, _broken: bool) -> Text:
    who, thing = dice.choice(WHO), dice.choice(THINGS)
    value = dice.randint(1000, 9999)
    between = dice.choice(FILLER)
    return (
        f"In 2023 the {who} counted {value:,} {thing}.\n\n{between}\n\nIn 2022 the {who} counted {value - 180:,} {thing}.",
        False,
    )


def _plan(dice: random.Random, broken: bool) -> Text:
    first, years = dice.randint(1990, 2020), dice.randint(3, 10)
    told = years + 3 if broken else years
    return f"The {told}-year plan of the {dice.choice(WHO)} ({first}-{first + years}) was extended.", broken


def _miles(dice: random.Random, broken: bool) -> Text:
    miles = dice.randint(110, 990)
    kilometers = round(miles * 1.609344 * (dice.choice((0.7, 1.4)) if broken else 1))
    return f"The footpath to the {dice.choice(WHO)} is {miles} miles ({kilometers} km) long.", broken


_KINDS: tuple[Callable[[random.Random, bool], Text], ...] = (
    _growth, _points, _sum, _share, _restated, _two_things, _two_years, _plan, _miles,
)  # fmt: skip
