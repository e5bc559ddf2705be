"""Laws of a whole run: what must not change a finding, and what may change only its place."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint import engine
from factlint.knowledge.card import TextKind
from factlint.knowledge.locate import rules_folder
from factlint.knowledge.read_cards import load_cards
from factlint.model.finding import Finding, Report, Severity
from factlint.reporters import machine
from factlint.runs import Plan, check_paths
from tests.support import CHECKOUT

Told = tuple[str, frozenset[str]]


@cache
def examples() -> tuple[str, ...]:
    """Return the texts of the rule cards' examples that stand alone: whatever a rule is about stands in one of them."""
    return tuple(
        example.text
        for card in load_cards(rules_folder() / "cards").values()
        for example in card.examples
        if example.kind is TextKind.TEXT and not example.original and not example.beside
    )


@cache
def documents() -> tuple[str, ...]:
    """Return the project's own documents."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted((CHECKOUT / "tests" / "documents").glob("*.txt")))


TEXTS = st.deferred(lambda: st.sampled_from((*examples(), *documents())))


def told(finding: Finding) -> Told:
    """Return what a finding says, wherever it stands: the rule, and the words at its places."""
    return finding.rule, frozenset(" ".join(place.text.split()) for place in finding.locations)


def findings(text: str) -> list[Told]:
    """Return what is found in a text."""
    return sorted(map(told, engine.run_text(text).findings), key=_order)


def _order(one: Told) -> tuple[str, list[str]]:
    return one[0], sorted(one[1])


def _bytes(report: Report) -> str:
    return machine.render(report, Severity.INFO, form="json", verified=True, statistics=True)


def _places(report: Report) -> list[tuple[str, str, list[tuple[str, int, int]]]]:
    return sorted(
        (one.rule, one.fingerprint, sorted((place.path, place.start, place.end) for place in one.locations))
        for one in report.findings
    )


@given(TEXTS)
@settings(max_examples=40)
def test_line_endings_change_nothing(text: str) -> None:
    """LF, CRLF and CR give the same findings."""
    assert findings(text) == findings(text.replace("\n", "\r\n")) == findings(text.replace("\n", "\r"))


@pytest.mark.parametrize(
    "text",
    [
        'The jury met. The board said "it was full.\n\nOn April\n31 the river froze.\n',
        "Herring landings were 41.2 million tonnes in 2022.\n\nThe largest boat landed 4,120 tonnes of herring on a day.\n",
        (
            "Rowing federation counts 12,450 licensed rowers\n\nThe annual meeting was held in Turku.\n\n"
            "The rowing federation counts 12,540 licensed rowers, its secretary said.\n\nFees stay as they are.\n"
        ),
        "Sales went from 100 million euros in 2012 to 200 million euros in 2022, a compound\nannual growth rate of 12%.\n",
    ],
)
def test_line_endings_that_once_mattered(text: str) -> None:
    """Texts in which an empty line or a wrapped phrase was once seen with LF alone."""
    assert findings(text) == findings(text.replace("\n", "\r\n")) == findings(text.replace("\n", "\r"))


UNRELATED = st.sampled_from(
    (
        "The mayor thanked the helpers, and the choir sang.",
        "At the fair in the village hall 37 pies were baked by the pupils of the art school.",
        "A goat won the race. Nobody had trained it, and its owner, aged 71, was asleep.",
        "Stamps of the island show a lighthouse (12 metres) and a gull.",
    )
)


@given(TEXTS, UNRELATED)
@settings(max_examples=60)
def test_an_unrelated_paragraph_changes_nothing(text: str, more: str) -> None:
    """A paragraph of other things at the end changes no finding."""
    assert findings(f"{text.rstrip()}\n\n{more}\n") == findings(text)


@given(TEXTS)
@settings(max_examples=40)
def test_a_text_told_twice_raises_nothing_new(text: str) -> None:
    """A document behind itself has no conflict that it has not alone."""
    assert set(findings(f"{text.rstrip()}\n\n{text}")) <= set(findings(text)) | _HELD.get(_opening(text), set())


_HELD: dict[str, set[Told]] = {
    # A slip that is planted in the text: one mention of it alone is too little to tell it.
    "Harbourlight Relief: Situation Bulletin No. 14": {("FL104", frozenset({"$31.4 million", "$31.4 billion"}))},
}


def _opening(text: str) -> str:
    return text.partition(",")[0]


@given(st.lists(TEXTS, min_size=1, max_size=4))
@settings(max_examples=15)
def test_checking_twice_gives_the_same_bytes(texts: list[str]) -> None:
    """The report of one text is the same, byte for byte, however often it is made."""
    text = "\n\n".join(texts)
    first, second = (_bytes(engine.run_text(text)) for _ in range(2))
    assert first == second


RESTATED = st.sampled_from(
    (
        ("The ferry carried 48,310 passengers in 2023.", "In 2023 the ferry carried 43,810 passengers."),
        ("The tunnel is 12.65 km long.", "The tunnel is 12.56 km long."),
        ("The zoo has over 640 birds.", "The zoo has 610 birds."),
        ("Exports of wool rose by 7.7% in 2022.", "In 2022 exports of wool rose by 7.2%."),
        ("The jobless rate was 4.1% in March.", "In March the jobless rate was 4.6%."),
        ("Ines Vidal was born on June 26, 1980.", "Ines Vidal was born in 1982."),
        ("Net profit was $4.2 million in the first quarter.", "In the first quarter net profit was $4.7 million."),
    )
)


@given(RESTATED, st.lists(UNRELATED, max_size=3))
@settings(max_examples=40)
def test_two_statements_swap_their_places_only(pair: tuple[str, str], between: list[str]) -> None:
    """Which of two statements stands first decides the order of the places, not whether they are told."""
    one, other = pair
    assert findings("\n\n".join([one, *between, other])) == findings("\n\n".join([other, *between, one]))


def _write(folder: Path, texts: Iterable[str]) -> list[str]:
    paths = [folder / f"{at}.txt" for at, _ in enumerate(texts)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


@given(data=st.data())
@settings(max_examples=12)
def test_the_order_of_files_changes_nothing(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Files named in any order, and compared with one another, give the same findings at the same places."""
    texts = data.draw(st.lists(TEXTS, min_size=2, max_size=4))
    paths = _write(tmp_path_factory.mktemp("order"), texts)
    plan = Plan(engine.Settings(cross=True), cross="all")
    known = _places(check_paths(paths, plan))
    assert _places(check_paths(data.draw(st.permutations(paths)), plan)) == known


@pytest.mark.parametrize("draw", [1, 2])
def test_the_number_of_processes_changes_nothing(draw: int, tmp_path: Path) -> None:
    """One process and three give the same bytes, file against file."""
    texts = [text for at, text in enumerate((*examples(), *documents())) if at % 37 == draw]
    paths = _write(tmp_path, texts)
    first, second = (
        _bytes(check_paths(paths, Plan(engine.Settings(cross=True), cross="all", jobs=jobs))) for jobs in (1, 3)
    )
    assert first == second
    assert json.loads(first)["findings"]


@given(
    TEXTS,
    st.sampled_from(("text", "markdown")),
    st.sampled_from(("", "\u0130zmir \U0001f600.\n\n", "\ufeff", "\r\n\r\n")),
)
@settings(max_examples=40)
def test_places_are_slices(text: str, kind: str, before: str) -> None:
    """Every place of every finding and of every agreement is a slice of the source."""
    source = (before + text).removeprefix("\ufeff")
    report = engine.run_text(before + text, markdown=kind == "markdown")
    places = [place for finding in report.findings for place in finding.locations]
    places += [place for tie in report.verified for place in tie.locations]
    assert all(source[place.start : place.end] == place.text for place in places)


def test_the_laws_have_something_to_hold_for() -> None:
    """The texts that laws are drawn from hold findings of every severity, and many rules speak in them."""
    found = [one for text in examples()[::3] for one in engine.run_text(text).findings]
    assert {Severity.ERROR, Severity.WARNING} <= {one.severity for one in found}
    assert len({one.rule for one in found}) > 40
