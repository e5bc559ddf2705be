"""Sums of the levels before, and of the changes, beside a sum that adds up."""

from factlint.alignment.compositions import compositions
from factlint.alignment.near_sums import near_sums
from factlint.alignment.parallels import parallel_sums
from factlint.alignment.sums import sums
from tests.alignment.reading import evidence, texts

_SHOPS = (
    "We had 100 shops in the northern region, down from 125. In the southern region we had {} shops, down from 98. "
    "Our number of shops was 187, compared to 223."
)
_STAFF = (
    "Total staff of the water board stands at 5,409, which is {} lower. Staff of the water board in networks, at 3,117, is 270 "
    "lower. Staff of the water board in treatment, at 2,292, is 140 higher."
)


def test_levels_before_add_up_where_the_levels_do() -> None:
    """Each part and the total carry the level before."""
    known = evidence(_SHOPS.format(87))
    found = [texts(*one.parts, one.total) for one in parallel_sums(known, list(near_sums(known)))]
    assert found == [["125", "98", "223"]]


def test_levels_before_prove_the_frame() -> None:
    """A sum that is off needs no slip to explain it where the levels before add up."""
    known = evidence(_SHOPS.format(71))
    halves = list(near_sums(known))
    assert [one.needs_slip for one in halves] == [True]
    list(parallel_sums(known, halves))
    assert [one.needs_slip for one in halves] == [False]


def test_changes_add_up_where_the_levels_do() -> None:
    """A part that grew enters against the sign of a total that shrank."""
    known = evidence(_STAFF.format(130))
    found = list(parallel_sums(known, list(compositions(known))))
    assert [(texts(*one.parts, one.total), one.signs) for one in found] == [(["270", "140", "130"], [1, -1])]


def test_a_sum_without_levels_before_has_no_parallel() -> None:
    """Nothing stands beside the parts."""
    known = evidence("We have 61 oaks and 48 elms, for a total of 109 trees.")
    assert list(parallel_sums(known, list(sums(known)))) == []
