"""Words of lists, ranges, ages, anniversaries, ranks and written forms: rules/lexicon/forms.toml as look-up tables."""

from collections.abc import Mapping
from typing import cast

from factlint.knowledge.locate import rules_folder
from factlint.knowledge.strict import Collector, Table, read_table
from factlint.model.record import dataclass


@dataclass(slots=True, frozen=True)
class Series:
    """Plans or sessions that come by number: the 14th began in 2021, and one lasts five years."""

    name: str
    words: tuple[str, ...]  # what follows the ordinal, in lower case
    number: int
    first: int
    years: int
    since: int
    ends: int | None  # the last year that is told of the one that ``number`` names; None where only its year is
    needs: frozenset[str]
    never: frozenset[str]

    def first_year(self, number: int) -> int:
        """Return the year in which the one of this number begins."""
        return self.first + (number - self.number) * self.years

    def last_year(self, number: int) -> int | None:
        """Return the year in which the one of this number ends, None where it is over within its year."""
        return None if self.ends is None else self.ends + (number - self.number) * self.years


@dataclass(slots=True, frozen=True)
class Forms:
    """Word lists of the rules that judge written forms; sets and dictionaries in lower case."""

    cardinals: dict[str, int]
    ordinals: dict[str, int]
    scales: dict[str, int]
    weekdays: dict[str, int]  # full names only: "sun" and "sat" are other words too
    months: dict[str, int]
    open_list: frozenset[str]
    openers: frozenset[str]
    groups: frozenset[str]
    several: frozenset[str]
    name_ends: frozenset[str]
    places: frozenset[str]
    regions: frozenset[str]
    range_words: frozenset[str]
    free_order: frozenset[str]
    contests: frozenset[str]
    losses: frozenset[str]
    movements: frozenset[str]
    shifted: frozenset[str]
    backwards: frozenset[str]
    kin: frozenset[str]
    anniversaries: tuple[str, ...]
    named_anniversaries: dict[str, int]
    founded: frozenset[str]
    founding: frozenset[str]
    superlatives: frozenset[str]
    same_superlative: dict[str, str]
    shared_rank: frozenset[str]
    not_ranked: frozenset[str]
    record_high: tuple[str, ...]
    record_low: tuple[str, ...]
    record_level: frozenset[str]
    indian: frozenset[str]
    labels: frozenset[str]
    ordinal_before: frozenset[str]
    spelt: frozenset[str]
    series: tuple[Series, ...]


def load_forms() -> Forms:
    """Read rules/lexicon/forms.toml, and the number and calendar words beside it; mistakes are raised with file and line."""
    mistakes = Collector()
    folder = rules_folder() / "lexicon"
    numerals, periods, forms = (
        read_table(folder / f"{name}.toml", mistakes) for name in ("numerals", "periods", "forms")
    )
    lists, ranges, ages, anniversaries, ranks, records, numbers = (
        forms.table(key) for key in ("lists", "ranges", "ages", "anniversaries", "ranks", "records", "numbers")
    )
    found = Forms(
        cardinals=_integers(numerals, "cardinals"),
        ordinals=_integers(numerals, "ordinals"),
        scales={word.lower(): value for word, value in _integers(numerals, "scales").items()},
        weekdays={word: day for word, day in _integers(periods, "weekdays").items() if word.endswith("day")},
        months={word: month for word, month in _integers(periods, "months").items() if len(word) > 3 or word == "may"},
        open_list=_words(lists, "open"),
        openers=frozenset(lists.texts("openers")),
        groups=_words(lists, "groups"),
        several=_words(lists, "several"),
        name_ends=_words(lists, "name_ends"),
        places=_words(lists, "places"),
        regions=frozenset(lists.texts("regions")),
        range_words=_words(ranges, "range"),
        free_order=_words(ranges, "free"),
        contests=_words(ranges, "contests"),
        losses=_words(ranges, "losses"),
        movements=_words(ranges, "movements"),
        shifted=_words(ranges, "shifted"),
        backwards=_words(ranges, "backwards"),
        kin=_words(ages, "kin"),
        anniversaries=anniversaries.texts("words"),
        named_anniversaries=_integers(anniversaries, "named"),
        founded=_words(anniversaries, "founded"),
        founding=_words(anniversaries, "founding"),
        superlatives=_words(ranks, "superlatives"),
        same_superlative={word: str(other) for word, other in ranks.mapping("same").items()},
        shared_rank=_words(ranks, "shared"),
        not_ranked=_words(ranks, "not_ranked"),
        record_high=records.texts("high"),
        record_low=records.texts("low"),
        record_level=_words(records, "level"),
        indian=_words(numbers, "indian"),
        labels=_words(numbers, "labels"),
        ordinal_before=_words(numbers, "ordinal_before"),
        spelt=_words(numbers, "spelt"),
        series=tuple(_series(name, forms.table("series").table(name)) for name in forms.table("series").keys()),  # noqa: SIM118
    )
    for table in (lists, ranges, ages, anniversaries, ranks, records, numbers, forms):
        table.close()
    mistakes.finish()
    return found


def _words(table: Table, key: str) -> frozenset[str]:
    return frozenset(table.text(key).split())


def _integers(table: Table, key: str) -> dict[str, int]:
    mapping: Mapping[str, object] = table.mapping(key)
    return {word: cast("int", value) for word, value in mapping.items()}


def _series(name: str, table: Table) -> Series:
    series = Series(
        name,
        table.texts("words"),
        table.integer("number"),
        table.integer("first"),
        table.integer("years"),
        table.integer("since"),
        table.integer("ends") if table.has("ends") else None,
        frozenset(table.texts("needs", ())),
        frozenset(table.texts("never", ())),
    )
    table.close()
    return series
