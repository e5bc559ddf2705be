"""Shares with labels that are known: what a part of its whole makes, and what shares of one whole make together."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.property.judging import joined, loud

_OF_WHOLE = (
    "{part} of the {whole} {noun} ({share}) {verb}.",
    "{part} of the {whole} {noun}, or {share}, {verb}.",
    "{share} of the {whole} {noun} ({part}) {verb}.",
    "Of our {whole} {noun}, {part} {verb}, which is {share}.",
    "Of the {whole} {noun}, {part} ({share}) {verb}.",
    "Of the {whole} {noun}, {part} {verb}, or {share}.",
    "{part} out of {whole} {noun}, or {share}, {verb}.",
    "{part} ({share}) of the {whole} {noun} {verb}.",
)
_MEMBERS = (
    ("members", "attended"),
    ("wells", "were tested"),
    ("pupils", "passed"),
    ("trees", "died"),
    ("farms", "replied"),
)
_OF_MONEY = (
    "Repairs cost {part}, or {share} of the {whole} budget.",
    "The grant was {part}, which is {share} of the {whole} target.",
    "Repairs cost {part} ({share}) of the {whole} budget.",
    "Total sales were {whole}. Online sales were {part}, or {share} of total sales.",
    "Total revenue reached {whole} in 2021. In 2021, ticket revenue was {part}, accounting for {share} of total revenue.",
    "Revenue in the second quarter was {whole}. Marketing expenses were {part} or {share} of revenue in the second quarter.",
)
_PLACES = ("Asia", "Europe", "Africa", "Oceania")
_ACCOUNTS = (
    "{names} account for {numbers} percent of the {noun}, respectively.",
    "{names} account for {numbers} percent of the {noun}.",
    "{first} accounts for {head}% of the {noun}, {others}.",
)
_NOUNS = ("orders", "catch", "harvest", "arrivals")
_GAPPED = (
    "Of the employed, {a}% work in services, {b}% in industry and {c}% in farming.",
    "Of the guests, {a}% came from Spain, {b}% from Portugal and {c}% from Chile.",
    "{a}% of the herds live in the hills, {b}% in the valleys and {c}% in the marshes.",
)


@st.composite
def _shares(draw: st.DrawFn) -> tuple[int, int, str, str]:
    """Draw a part, its whole, the share in percent, and one that is far from it."""
    whole = 10 * draw(st.integers(12, 900)) + draw(st.integers(1, 9))
    part = draw(st.integers(whole // 4, whole * 9 // 10))
    share = Fraction(100 * part, whole)
    wrong = share + draw(st.integers(6, 9)) * draw(st.sampled_from((-1, 1)))
    return part, whole, f"{float(share):.1f}%", f"{float(wrong):.1f}%"


@given(figures=_shares(), wording=st.sampled_from(_OF_WHOLE), told=st.sampled_from(_MEMBERS), right=st.booleans())
def test_counts_of_a_whole(
    figures: tuple[int, int, str, str], wording: str, told: tuple[str, str], right: bool
) -> None:
    """A count of a total is the share that stands beside it."""
    part, whole, share, wrong = figures
    noun, verb = told
    text = wording.format(part=f"{part:,}", whole=f"{whole:,}", share=share if right else wrong, noun=noun, verb=verb)
    assert loud(text) == (set() if right else {"FL303"}), text


@given(figures=_shares(), wording=st.sampled_from(_OF_MONEY), right=st.booleans())
def test_amounts_of_a_whole(figures: tuple[int, int, str, str], wording: str, right: bool) -> None:
    """An amount of money is the share of the whole that is told with it or before it."""
    part, whole, share, wrong = figures
    text = wording.format(
        part=f"{part:,} million euros", whole=f"{whole:,} million euros", share=share if right else wrong
    )
    assert loud(text) == (set() if right else {"FL303"}), text


@st.composite
def _shares_of_one(draw: st.DrawFn) -> list[int]:
    """Draw three or four shares that make a whole."""
    cuts = sorted(draw(st.sets(st.integers(1, 19), min_size=2, max_size=3)))
    return [(b - a) * 5 for a, b in zip([0, *cuts], [*cuts, 20], strict=True)]


@given(
    shares=_shares_of_one(), more=st.integers(6, 30), wording=st.sampled_from(_ACCOUNTS), noun=st.sampled_from(_NOUNS),
    right=st.booleans(),
)  # fmt: skip
def test_shares_of_one_whole(shares: list[int], more: int, wording: str, noun: str, right: bool) -> None:
    """What parts account for is at most the whole."""
    if not right:
        shares = [shares[0] + more, *shares[1:]]
    names = _PLACES[: len(shares)]
    text = wording.format(
        names=joined(list(names)), numbers=joined([str(share) for share in shares]), noun=noun, first=names[0], head=shares[0],
        others=joined([f"{name} for {share}%" for name, share in zip(names[1:], shares[1:], strict=True)]),
    )  # fmt: skip
    assert loud(text) == (set() if right else {"FL302"}), text


@given(
    a=st.integers(20, 60),
    b=st.integers(5, 30),
    wording=st.sampled_from(_GAPPED),
    more=st.integers(4, 30),
    right=st.booleans(),
)
def test_gapped_shares(a: int, b: int, wording: str, more: int, right: bool) -> None:
    """Where one verb deals out a whole, the shares are at most all of it."""
    text = wording.format(a=a, b=b, c=100 - a - b + (0 if right else more))
    assert loud(text) == (set() if right else {"FL302"}), text
