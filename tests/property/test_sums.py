"""Sums of one sentence with labels that are known: the parts make the total, or they do not."""

from hypothesis import given
from hypothesis import strategies as st

from tests.property.judging import joined, loud

_SETTINGS = (
    ("The clinic employs", "people", ("doctors", "nurses", "porters", "cooks")),
    ("The jury read", "entries", ("novels", "plays", "poems", "essays")),
    ("The harbour counted", "vessels", ("trawlers", "ferries", "tugs", "yachts")),
    ("Last year the shelter took in", "animals", ("dogs", "cats", "rabbits", "birds")),
    ("In March the archive lent", "items", ("maps", "letters", "films", "drawings")),
    ("The federation has", "members", ("rowers", "swimmers", "divers", "sailors")),
)
_NAMED = (
    "{lead} {total} {noun}: {parts}.",
    "{lead} {total} {noun}, namely {parts}.",
    "{lead} {total} {noun}, comprising {parts}.",
    "{lead} {total} {noun} ({parts}).",
    "{lead} {total} {noun} — {parts}.",
    "{lead} {total} {noun}, made up of {parts}.",
    "{lead} {parts}, for a total of {total} {noun}.",
    "{lead} {parts}, {total} {noun} in all.",
    "{lead} {parts}, making a total of {total} {noun}.",
    "{lead} {parts}, or {total} {noun} altogether.",
    "Of the {total} {noun}, {are}.",
)
_USES = ("roads", "rail", "ports", "schools", "clinics")
_PAID = (
    "The budget of {total} is made up of {parts}.",
    "The council approved {total}: {parts}.",
    "The fund paid out {total} ({parts}).",
    "The bond raised {total}, split into {parts}.",
    "The province set aside {parts}, for a total of {total}.",
    "The plan costs {total}, namely {parts}.",
)
_LEFT = (
    "Exports were {a} and imports {b}, a surplus of {left}.",
    "In May the region exported {a} and imported {b}, a surplus of {left}.",
    "The theatre took in {a} and spent {b}, leaving a surplus of {left}.",
    "Receipts came to {a} and outlays to {b}, giving a surplus of {left}.",
    "The dairy sold goods for {a} and bought goods for {b}, a difference of {left}.",
)


@st.composite
def _counts(draw: st.DrawFn) -> tuple[list[int], int]:
    """Draw parts that are counted to the last one, and a total that they cannot make: a tenth off at least."""
    parts = [10 * draw(st.integers(11, 480)) + draw(st.integers(1, 9)) for _ in range(draw(st.integers(2, 4)))]
    away = draw(st.integers(9, 30)) * draw(st.sampled_from((-1, 1)))
    wrong = sum(parts) * (100 + away) // 100
    return parts, wrong + (wrong % 10 == 0) if max(parts) < wrong else sum(parts) * 5 // 4 | 1


@given(figures=_counts(), setting=st.sampled_from(_SETTINGS), wording=st.sampled_from(_NAMED), right=st.booleans())
def test_counted_parts(
    figures: tuple[list[int], int], setting: tuple[str, str, tuple[str, ...]], wording: str, right: bool
) -> None:
    """Parts that are named and counted make the total, and a wrong total is found."""
    parts, wrong = figures
    lead, noun, names = setting
    total = sum(parts) if right else wrong
    named = [f"{part:,} {name}" for part, name in zip(parts, names, strict=False)]
    are = [f"{part:,} are {name}" for part, name in zip(parts, names, strict=False)]
    are[-1] = f"the remaining {are[-1]}"
    text = wording.format(lead=lead, total=f"{total:,}", noun=noun, parts=joined(named), are=joined(are))
    assert loud(text) == (set() if right else {"FL301"}), text


@given(
    figures=_counts(),
    wording=st.sampled_from(_PAID),
    right=st.booleans(),
    unit=st.sampled_from(("euros", "million dollars")),
)
def test_paid_parts(figures: tuple[list[int], int], wording: str, right: bool, unit: str) -> None:
    """Amounts of money for several uses make their total."""
    parts, wrong = figures
    total = sum(parts) if right else wrong
    named = [f"{part:,} {unit} for {use}" for part, use in zip(parts, _USES, strict=False)]
    text = wording.format(total=f"{total:,} {unit}", parts=joined(named))
    assert loud(text) == (set() if right else {"FL301"}), text


@given(
    figures=_counts(),
    wording=st.sampled_from(_LEFT),
    right=st.booleans(),
    unit=st.sampled_from(("million euros", "tonnes")),
)
def test_what_is_left(figures: tuple[list[int], int], wording: str, right: bool, unit: str) -> None:
    """A surplus is what is left of the one amount after the other."""
    (large, small, *_), _ = figures
    large += small
    left = large - small if right else (large - small) * 13 // 10 + 7
    text = wording.format(a=f"{large:,} {unit}", b=f"{small:,} {unit}", left=f"{left:,} {unit}")
    found = loud(text)
    assert not found if right else found & {"FL301", "FL308"} and len(found) == 1, (text, found)
