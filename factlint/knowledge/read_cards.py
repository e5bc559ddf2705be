"""Rule cards as they are written: TOML in rules/cards/, one file a rule, read strictly."""

import re
from pathlib import Path

from factlint.knowledge.card import Card, Compare, Example, TextKind
from factlint.knowledge.facts import read_fact
from factlint.knowledge.plausible import read_range
from factlint.knowledge.strict import Collector, Table, read_table, toml_files
from factlint.model.finding import Severity
from factlint.model.span import Span

_CODE = re.compile(r"[A-Z]{2,5}[0-9]{3}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
_MARK = re.compile(r"\[\[(!?)(.+?)\]\]", re.DOTALL)
_EXAMPLES = re.compile(r"^\[\[example\]\]", re.MULTILINE)


def load_cards(folder: Path, *, examples: bool = True) -> dict[str, Card]:
    """Read all cards of a folder, by code and in the order of codes.

    Without ``examples`` only the head of each card is read, which is all that a run needs.
    """
    mistakes = Collector()
    cards = [read_card(path, mistakes, examples=examples) for path in toml_files(folder, mistakes)]
    _refuse_doubles(cards, mistakes)
    mistakes.finish()
    return {card.code: card for card in sorted(cards, key=lambda card: card.code)}


def read_card(path: Path, mistakes: Collector, *, examples: bool = True) -> Card:
    """Read one card; its file is called by code and name, FL101-restated-value-differs.toml."""
    head = None
    if not examples:
        try:
            head = _EXAMPLES.split(path.read_text(encoding="utf-8"), maxsplit=1)[0]
        except (OSError, UnicodeDecodeError):
            head = None  # read_table says it better
    table = read_table(path, mistakes, text=head)
    if not table.data:
        return Card("", "", Severity.INFO, "", "", "", "", path=str(path))
    card = Card(
        code=table.text("code"),
        name=table.text("name"),
        severity=table.choice("severity", Severity),
        since=table.text("since"),
        summary=table.text("summary"),
        why=table.text("why"),
        advice=table.text("advice"),
        compare=table.choice("compare", Compare, Compare.ADMITTED),
        options=table.mapping("options", {}),
        aliases=table.texts("aliases", ()),
        yields_to=table.texts("yields_to", ()),
        examples=tuple(read_example(inner) for inner in table.tables("example", () if head is not None else ...)),
        path=str(path),
    )
    table.close()
    if card.code and not _CODE.fullmatch(card.code):
        table.wrong("code", f"{card.code!r} is no code", "letters and three digits: FL101")
    if card.name and not _NAME.fullmatch(card.name):
        table.wrong("name", f"{card.name!r} is no name", "words joined by hyphens that read as 'allow NAME'")
    if path.stem != f"{card.code}-{card.name}" and card.code and card.name:
        table.wrong("code", f"the file should be called {card.code}-{card.name}.toml")
    return card


def read_example(table: Table) -> Example:
    """Read one [[example]]: a text that fails with its marks, or one that passes with its reason."""
    fires = table.has("fails")
    if fires == table.has("passes"):
        table.wrong(None, "an example has either 'fails' or 'passes'")
    marked = table.text("fails" if fires else "passes", ... if fires or table.has("passes") else "")
    text, spans, primary = _take_marks(marked)
    original, original_spans, _ = _take_marks(table.text("original", ""))
    if fires and not spans and not original_spans:
        table.wrong("fails", "no place is marked", "put [[ and ]] around the words that the finding names")
    if not fires and spans:
        table.wrong("passes", "a text that passes has no marked places")
    because = table.text("because", ... if not fires else "")
    beside, beside_spans, _ = _take_marks(table.text("beside", ""))
    example = Example(
        text=text,
        spans=spans,
        fires=fires,
        says=table.text("says", ""),
        because=because,
        kind=table.choice("kind", TextKind, TextKind.TEXT),
        date=table.day("date", None),
        path=str(table.path),
        line=table.line("fails" if fires else "passes"),
        primary=primary,
        original=original,
        original_spans=original_spans,
        facts=tuple(fact for inner in table.tables("facts", ()) if (fact := read_fact(inner)) is not None),
        beside=beside,
        beside_spans=beside_spans,
        ranges=tuple(read_range(inner) for inner in table.tables("ranges", ())),
    )
    table.close()
    return example


def _take_marks(marked: str) -> tuple[str, tuple[Span, ...], Span | None]:
    """Return the text without its [[marks]], the spans of the words that were marked, and that of a [[!mark]]."""
    primary: Span | None = None
    parts: list[str] = []
    spans: list[Span] = []
    at = length = 0
    for mark in _MARK.finditer(marked):
        before = marked[at : mark.start()]
        start = length + len(before)
        length = start + len(mark[2])
        spans.append(Span(start, length))
        primary = spans[-1] if mark[1] else primary
        parts += (before, mark[2])
        at = mark.end()
    parts.append(marked[at:])
    return "".join(parts), tuple(spans), primary


def _refuse_doubles(cards: list[Card], mistakes: Collector) -> None:
    """Refuse a code, name or alias that two cards claim, and a ``yields_to`` that names no card."""
    owners: dict[str, Card] = {}
    for card in cards:
        for word in filter(None, (card.code, card.name, *card.aliases)):
            if word in owners:
                mistakes.add(card.path, 0, f"{word!r} is taken by {Path(owners[word].path).name}")
            owners[word] = card
    codes = {card.code for card in cards}
    for card in cards:
        for code in card.yields_to:
            if code not in codes:
                mistakes.add(card.path, 0, f"it yields to {code!r}, and no card has that code")
