"""Which pairs are looked at."""

import time

from factlint.alignment import Pair
from tests.alignment.reading import evidence


def words(pairs: list[Pair]) -> list[tuple[str, str]]:
    """Return the words of pairs."""
    return [(pair.first.text, pair.second.text) for pair in pairs]


def test_pairs_of_one_measure_are_found() -> None:
    """Two mentions of one thing, each pair once and in text order."""
    found = evidence("The dairy has 412 tankers.\n\nThe dairy has 421 tankers.\n")
    assert words(found.same_fact) == [("412", "421")]


def test_figures_of_one_sentence_are_left_to_grammar() -> None:
    """They are siblings, not restatements."""
    assert evidence("The dairy has 412 tankers and 421 tankers stand idle.").same_fact == []


def test_dimensions_are_kept_apart() -> None:
    """Money is not set against milk."""
    assert evidence("The dairy sold 412 liters.\n\nThe dairy sold milk for 412 euros.\n").same_fact == []


def test_equal_digits_under_two_units_are_found() -> None:
    """Labels may be wrong where digits are right."""
    found = evidence("The rail link cost 812.5 million euros.\n\nThe rail link cost 812.5 million yen.\n")
    assert words(found.same_digits) == [("812.5 million euros", "812.5 million yen")]


def test_a_measure_of_many_values_is_a_series() -> None:
    """Values of one measure one after the other, as when a table is read aloud."""
    found = evidence(" ".join(f"The mill made {412 + 7 * at} bags." for at in range(6)))
    first, second, *_ = [claim for claim, _ in found.quantities()]
    assert found.is_series(first, second)


def test_two_mentions_are_no_series() -> None:
    """A measure that is told twice is a restatement."""
    found = evidence("The mill made 412 bags.\n\nThe mill made 421 bags.\n")
    first, second = [claim for claim, _ in found.quantities()]
    assert not found.is_series(first, second)


def test_quotes_stand_on_one_line() -> None:
    """Line breaks inside a figure are no part of its quotation."""
    found = evidence(
        "In the year before the flood, the mill by the river turned out some 2.64\nmillion bags of flour.\n"
    )
    claim, _ = next(found.quantities())
    assert found.quote(claim.span) == "some 2.64 million"


def test_many_claims_of_one_measure_stay_cheap() -> None:
    """Four times the claims, all of one measure, take no more than about four times the pairs and the time."""

    def cost(count: int) -> tuple[int, float]:
        found = evidence("\n\n".join(f"The mill made {1_001 + 3 * at:,} bags." for at in range(count)))
        start = time.process_time()
        return len(found.same_fact), time.process_time() - start

    (small, _), (large, seconds) = cost(100), cost(400)
    assert large <= 8 * max(small, 400)
    assert seconds < 2
