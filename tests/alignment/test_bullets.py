"""Lists set out in lines."""

import pytest

from factlint.alignment.bullets import bullet_lists
from tests.alignment.reading import evidence

ITEMS = "- roads\n- rails\n- canals"


@pytest.mark.parametrize(
    ("lead", "announced"),
    [
        ("The plan names three aims:", 3),
        ("Four prizes are awarded:", 4),
        ("The two branches:", 2),
        ("Three members asked for the following:", None),
        ("In four districts:", None),
        ("The plan names at least two aims:", None),
        ("The plan names four aims, including:", None),
        ("The plan names some aims:", None),
        ("The plan names three aims.", None),
    ],
)
def test_what_announces_a_list(lead: str, announced: int | None) -> None:
    """A count of what is listed, which a colon ends, and nothing that leaves the list open."""
    found = list(bullet_lists(evidence(f"{lead}\n\n{ITEMS}\n\nThat is all.")))
    told = [bullets.announced.quantity.value for bullets in found if bullets.announced.quantity is not None]
    assert told == ([] if announced is None else [announced])
    assert all(len(bullets.items) == 3 for bullets in found)


def test_inner_lines_are_counted_apart() -> None:
    """Lines further in are no items of the list, but may be what was counted."""
    [found] = bullet_lists(evidence("We saw two coasts:\n\n- north\n  - Sel\n  - Orm\n- south\n  - Tarn\n"))
    assert (len(found.items), found.nested) == (2, 3)


def test_a_list_that_goes_on_is_left_alone() -> None:
    """Its last line says that there are others."""
    assert list(bullet_lists(evidence("We saw five towns:\n\n- Sel\n- Orm\n- and others\n"))) == []
