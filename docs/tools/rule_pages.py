"""The pages of the rules, made from their cards: what each finds and why, what it says, and texts that prove it."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from textwrap import fill

from factlint.knowledge import Knowledge, load_knowledge
from factlint.knowledge import cards as all_cards
from factlint.knowledge.card import Card, Compare, Example, TextKind
from factlint.model.finding import Report, Severity
from factlint.reporters.layout import lay_out
from factlint.reporters.marks import FULL
from factlint.reporters.rules import example_texts
from factlint.trial import BESIDE, ORIGINAL, example_findings

FOLDER = Path(__file__).resolve().parents[1] / "rules"
COLUMNS = 80
FAMILIES = {
    "1": "One figure told twice",
    "2": "Changes over time",
    "3": "Parts, shares and totals",
    "4": "Conversions",
    "5": "Dates, ages and durations",
    "6": "Lists and ranks",
    "7": "Form",
    "8": "Against another text, a fact or a range",
    "9": "Housekeeping",
}
"""What the hundreds of the codes stand for."""

_NAMES = {"<text>": "text.txt", BESIDE: "other.txt", ORIGINAL: "original.txt"}
_CONFIDENCE = re.compile(r"  confidence [01]\.\d+$", re.MULTILINE)  # it moves with the weights, and no card knows it
_READINGS = {
    Compare.ADMITTED: "with their rounding",
    Compare.IMPLIED: "by what a fair reader expects of them",
    Compare.STATED: "by their words alone",
}
_FOOT = "\n\n<!-- Made from rules/cards/{name} by docs/refresh.py; change the card. -->\n"


def render_all() -> dict[str, str]:
    """Return every page of docs/rules/ by its name."""
    cards = all_cards(examples=True)
    knowledge = load_knowledge()
    pages = {f"{card.code}.md": render_page(card, cards, knowledge) for card in cards.values()}
    return {"README.md": render_index(cards.values()), **pages}


def render_index(cards: Iterable[Card]) -> str:
    """Return the table of all rules, family by family."""
    lines = [
        "# The rules\n",
        "Every rule has a name and a code, and either may be written wherever a rule is named. The severity is a ceiling:",
        "a finding may be milder, where little is known or the gap is small. `factlint rule NAME` shows a page of these in",
        "the terminal.",
    ]
    family = ""
    for card in cards:
        if card.code[2] != family:
            family = card.code[2]
            lines += [
                f"\n## {FAMILIES[family]}\n",
                "| code | rule | severity | what it finds |",
                "| --- | --- | --- | --- |",
            ]
        summary = card.summary.replace("|", "\\|")
        lines.append(f"| {card.code} | [{card.name}]({card.code}.md) | {card.severity} | {summary} |")
    return "\n".join(lines) + "\n\n<!-- Made from rules/cards/ by docs/refresh.py. -->\n"


def render_page(card: Card, cards: Mapping[str, Card], knowledge: Knowledge) -> str:
    """Return the page of a rule."""
    also = f" Once called {_list(f'`{alias}`' for alias in card.aliases)}." if card.aliases else ""
    parts = [
        f"# {card.name} ({card.code})",
        f"**{card.summary}**",
        f"At most {_article(card.severity)}, since {card.since}.{also} Figures are compared {_READINGS[card.compare]}.",
        f"## Why\n\n{_prose(card.why)}",
        f"## What to do\n\n{_prose(card.advice)}",
    ]
    fails = [example for example in card.examples if example.fires]
    if fails:
        parts.append("## What it says\n\nOf the first of the texts below:\n\n" + _report(fails[0], card, knowledge))
    parts.append("## It fires on\n\nThe places that a finding names stand in brackets.")
    parts += ["\n\n".join(_shown(example)) for example in fails]
    parts.append("## It is silent on")
    for example in card.examples:
        if not example.fires:
            parts += [*_shown(example), f"Because {example.because}."]
    parts.append(_more(card, cards))
    return "\n\n".join(filter(None, parts)) + _FOOT.format(name=Path(card.path).name)


def _report(example: Example, card: Card, knowledge: Knowledge) -> str:
    """Return the finding on an example as a terminal shows it, without the line that counts the files of a run."""
    found = [one for one in example_findings(example, knowledge, dict(knowledge.cards)) if one.rule == card.code]
    lines = lay_out(Report(findings=found), Severity.INFO, FULL, COLUMNS)
    drawn = "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)
    drawn = _CONFIDENCE.sub("", drawn.partition("\n0 files")[0].strip())
    for path, name in _NAMES.items():
        drawn = drawn.replace(path, name)
    return f"```text\n{drawn}\n```"


def _shown(example: Example) -> list[str]:
    parts = []
    for title, text in example_texts(example):
        language = "markdown" if example.kind is TextKind.MARKDOWN and not title else "text"
        wrapped = "\n".join(fill(line, COLUMNS, break_on_hyphens=False) for line in text.strip().split("\n"))
        fence = "````" if "```" in wrapped else "```"
        parts.append((f"{title}:\n\n" if title else "") + f"{fence}{language}\n{wrapped}\n{fence}")
    return parts


def _more(card: Card, cards: Mapping[str, Card]) -> str:
    parts = []
    if card.options:
        options = "\n".join(f"| `{name}` | {_value(value)} |" for name, value in card.options.items())
        parts.append(f"## Numbers that it goes by\n\n| name | value |\n| --- | --- |\n{options}")
    if card.yields_to:
        others = _list(f"[{cards[code].name}]({code}.md)" for code in card.yields_to)
        parts.append(
            f"## Which rules come first\n\nWhere one of these names the same places, it speaks instead: {others}."
        )
    return "\n\n".join(parts)


def _article(severity: Severity) -> str:
    return {"error": "an error", "warning": "a warning", "info": "an info"}[severity]


def _list(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _prose(text: str) -> str:
    """Return a card's sentences for Markdown: what would draw is told as it stands."""
    return text.strip().replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")
