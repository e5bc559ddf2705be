"""Rules for people: the list, one card with its examples, and how the examples of a card fared."""

from collections.abc import Iterable
from textwrap import fill, indent

from factlint.knowledge.card import Card, Example
from factlint.knowledge.facts import Entry
from factlint.knowledge.plausible import RangeEntry
from factlint.model.span import Span
from factlint.trial import Trial


def render_list(cards: Iterable[Card]) -> str:
    """Return a line for each rule: code, name, severity, summary."""
    cards = list(cards)
    names = max((len(card.name) for card in cards), default=0)
    lines = [f"{card.code}  {card.name:<{names}}  {card.severity:<7}  {card.summary}" for card in cards]
    return "\n".join((*lines, "", "`factlint rule NAME` explains one."))


def render_card(card: Card, columns: int) -> str:
    """Return a rule explained: what it says, why, what to do, and its examples."""
    also = f", once called {', '.join(card.aliases)}" if card.aliases else ""
    parts = [
        f"{card.name} ({card.code})\n{card.severity}, since {card.since}{also}",
        fill(card.summary, columns),
        f"Why\n{_body(card.why, columns)}",
        f"What to do\n{_body(card.advice, columns)}",
    ]
    if card.options:
        options = "\n".join(f"  {name} = {_toml(value)}" for name, value in card.options.items())
        parts.append(f"Options\n{options}")
    parts += [_example(example, columns) for example in card.examples]
    return "\n\n".join(parts)


def render_trials(trials: Iterable[Trial]) -> str:
    """Return a line for each example that does not hold, and how many were tried."""
    trials = list(trials)
    failed = [trial for trial in trials if trial.complaint]
    lines = [f"{trial.example.path}:{trial.example.line}: {trial.complaint}" for trial in failed]
    held = len(trials) - len(failed)
    return "\n".join((*lines, f"{held:,} of {len(trials):,} examples hold"))


def example_texts(example: Example) -> list[tuple[str, str]]:
    """Return the texts of an example with their marks, each under its title; the first has none.

    Beside the text itself there may be the one that it translates, a second file, and what was looked up or is plausible.
    """
    texts = [("", _marked(example.text, example.spans))]
    if example.original:
        texts.append(("The original", _marked(example.original, example.original_spans)))
    if example.beside:
        texts.append(("The other file", _marked(example.beside, example.beside_spans)))
    if example.date:
        texts.append(("The day of the text", example.date.isoformat()))
    if example.facts:
        texts.append(("The facts file", "\n".join(map(_fact, example.facts))))
    if example.ranges:
        texts.append(("A range of a pack", "\n".join(map(_range, example.ranges))))
    return texts


def _example(example: Example, columns: int) -> str:
    marked = "\n".join(f"{title}: {text}" if title else text for title, text in example_texts(example))
    if example.fires:
        says = f"\n{_body(f'It says: {example.says}', columns)}" if example.says else ""
        return f"Fires on\n{_body(marked, columns)}{says}"
    return f"Silent on\n{_body(marked, columns)}\n{_body(f'because {example.because}', columns)}"


def _fact(fact: Entry) -> str:
    told = " ".join(filter(None, (fact.subject, fact.measure, fact.period)))
    return f"{told}: {' '.join(filter(None, (fact.value, fact.unit)))} ({fact.source}, {fact.date.isoformat()})"


def _range(entry: RangeEntry) -> str:
    low = "" if entry.low is None else f"at least {entry.low}"
    high = "" if entry.high is None else f"at most {entry.high}"
    return f"{entry.measure}: {' and '.join(filter(None, (low, high)))} {entry.unit}".rstrip()


def _marked(text: str, spans: Iterable[Span]) -> str:
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}[[{span.of(text)}]]{text[span.end :]}"
    return text


def _body(text: str, columns: int) -> str:
    paragraphs = [" ".join(part.split()) if part.strip() else "" for part in text.strip().split("\n")]
    return "\n".join(indent(fill(part, columns - 2, break_on_hyphens=False), "  ") for part in paragraphs)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
