"""Cells as claims: row, column, unit and period say what a figure is; the text is checked against its table."""

import pytest

from factlint.engine import read_claims, run_text
from factlint.knowledge import load_knowledge
from factlint.model.claim import Claim
from factlint.readers import read_text

TABLE = """\
{before}

Table 2: Fruit pressed ({unit})

| Fruit | 2022 | 2023 | Change (%) |
|-------|-----:|-----:|-----------:|
| Pears | 1,020 | 1,102 | 8.0 |
| Sour cherries | 870 | 905 | 4.0 |
| Quinces | 620 | 643 | {growth} |
| Total | 2,510 | {total} | 5.6 |

{after}
"""


def page(
    before: str = "", after: str = "", unit: str = "thousand tonnes", total: str = "2,650", growth: str = "3.7"
) -> str:
    """Return a page with a table in which nothing is wrong unless asked for."""
    return TABLE.format(before=before, after=after, unit=unit, total=total, growth=growth)


def cells(source: str, kind: str = "markdown") -> dict[str, Claim]:
    """Return the claims of a text's tables by their figures as written."""
    document = read_text(source, kind=kind)
    found = [claim for claim in read_claims(document, load_knowledge()) if claim.cell is not None]
    return {document.source_map.span(claim.span).of(document.source): claim for claim in found}


def findings(source: str) -> list[tuple[str, list[str]]]:
    """Return rule and quotes of what is found."""
    return [(one.rule, [place.text for place in one.locations]) for one in run_text(source, markdown=True).findings]


def test_labels_say_what_a_figure_is() -> None:
    """The row names the measure, the column the period, the caption the unit."""
    claim = cells(page())["1,102"]
    assert claim.quantity is not None and claim.period is not None
    assert claim.quantity.value == 1_102_000
    assert claim.quantity.unit.name == "metric_ton"
    assert claim.period.text == "2023"
    assert {"pear", "fruit"} <= claim.measure.words
    change = cells(page())["8.0"]
    assert change.quantity is not None
    assert (change.kind.value, change.direction, change.quantity.unit.name) == ("change", "up", "percent")


@pytest.mark.parametrize(
    ("head", "cell", "value", "unit"),
    [
        ("Sales (US$ million)", "12.3", 12_300_000, "USD"),
        ("Sales, $m", "12.3", 12_300_000, "dollar"),
        ("Sales (in millions of euros)", "12.3", 12_300_000, "EUR"),
        ("Sales (RMB billion)", "12.3", 12_300_000_000, "CNY"),
        ("Output ('000 tonnes)", "12.3", 12_300, "metric_ton"),
        ("Share (%)", "12.3", None, "percent"),
        ("Sales (million)", "$12.3", 12_300_000, "dollar"),
        ("Sales", "€12.3 million", 12_300_000, "EUR"),
        ("Members", "1,230", 1230, ""),
    ],
)
def test_units_of_heads(head: str, cell: str, value: int | None, unit: str) -> None:
    """A head names the unit in brackets, after a comma or in words; a cell may name its own."""
    [claim] = cells(f"| Club | {head} |\n|---|---|\n| Rovers | {cell} |\n| Rangers | n/a |\n").values()
    assert claim.quantity is not None
    assert claim.quantity.unit.name == unit
    assert value is None or claim.quantity.value == value


def test_a_fall_is_read_with_its_sign() -> None:
    """A change in brackets or under a minus fell; the quote holds the sign."""
    source = "| Club | Growth (%) |\n|---|---|\n| Rovers | (4.5) |\n| Rangers | -3.1 |\n| Athletic | +2.2 |\n"
    found = cells(source)
    assert {words: claim.direction for words, claim in found.items()} == {"(4.5)": "down", "-3.1": "down", "+2.2": "up"}


@pytest.mark.parametrize(
    "after",
    [
        "The mill pressed 1.1 million tonnes of pears in 2023.",
        "Pears came to 1,102,000 tonnes in 2023.",
        "Over 1.1 million tonnes of pears were pressed in 2023.",
        "Pears came to 1.02 million tonnes in 2022, and sour cherries to 870,000 tonnes.",
        "Pears came to 1,210 thousand tonnes in 2021.",
        "The mill plans to press 1,210 thousand tonnes of pears in 2023.",
        "The mill sold 1,120 thousand bottles of pears in 2023.",
        "Imported pears came to 112 thousand tonnes in 2023.",
        "Pears rose 8 percent.",
        "Other mills pressed 5.1 million tonnes of fruit in 2023.",
        "Workers at the mill numbered 1,120 in 2023.",
    ],
)
def test_what_agrees_or_speaks_of_something_else_is_silent(after: str) -> None:
    """Rounding, other years, plans, other measures and other units are no conflict with the table."""
    assert findings(page(after=after)) == []


@pytest.mark.parametrize(
    ("after", "rule", "quotes"),
    [
        ("The mill pressed 1.2 million tonnes of pears in 2023.", "FL101", ["1.2 million tonnes", "1,102"]),
        ("Pears came to 1,120 thousand tonnes in 2023.", "FL101", ["1,120 thousand tonnes", "1,102"]),
        ("Sour cherries came to 950,000 tonnes in 2023.", "FL101", ["950,000 tonnes", "905"]),
        ("Over 1.2 million tonnes of pears were pressed in 2023.", "FL103", ["Over 1.2 million tonnes", "1,102"]),
    ],
)
def test_the_text_against_its_table(after: str, rule: str, quotes: list[str]) -> None:
    """A figure of the text that its cell contradicts is found, both places quoted."""
    assert findings(page(after=after)) == [(rule, quotes)]


def test_totals_and_growth_of_a_table() -> None:
    """A total that its column does not give, and a growth that its row does not give, are found; a sound table is silent."""
    assert findings(page()) == []
    [(rule, quotes)] = findings(page(total="2,560"))
    assert rule == "FL301"
    assert set(quotes) >= {"2,560", "1,102", "905", "643"}
    [(rule, quotes)] = findings(page(growth="7.3"))
    assert (rule, quotes) == ("FL201", ["7.3", "643", "620"])


@pytest.mark.parametrize(
    "table",
    [
        "| Region | 2022 | 2023 |\n|---|---|---|\n| East | 12 | 13 |\n| West | 5 | 6 |\n| Total | 40 | 44 |\n",  # not all parts
        "| Region | Rate (%) |\n|---|---|\n| East | 4.1 |\n| West | 5.2 |\n| Total | 4.6 |\n",
        "| Region | 2023 |\n|---|---|\n| East | 12.3 |\n| West | 5.4 |\n| Total | 17.8 |\n",  # rounded
        "| Kind | 2023 |\n|---|---|\n| Ships | 120 |\n| of which tankers | 40 |\n| Boats | 80 |\n| Total | 200 |\n",
        "| Kind | 2023 |\n|---|---|\n| A | 1 |\n| B | 2 |\n| Subtotal | 3 |\n| C | 4 |\n| D | 5 |\n| Total | 12 |\n",
    ],
)
def test_tables_that_are_no_sums(table: str) -> None:
    """Open lists, rates, rounding, parts of parts and totals of totals raise nothing."""
    assert findings(table) == []


def test_a_table_laid_out_for_many_cells_takes_linear_time() -> None:
    """Thousands of cells beside a text with many figures are read in a moment."""
    rows = "".join(f"| Club {at} | {at + 100} | {at + 200} |\n" for at in range(400))
    text = "".join(f"Club {at} has {at + 200} members in 2023.\n\n" for at in range(0, 120, 3))
    assert len(cells(f"{text}| Club | 2022 | 2023 |\n|---|---|---|\n{rows}")) == 500  # figures as written, each once
