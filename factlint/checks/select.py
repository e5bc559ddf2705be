"""Which rules a run applies: names, codes and prefixes, the closest word deciding."""

from collections.abc import Iterable, Mapping

from factlint.errors import UsageError
from factlint.knowledge.card import Card
from factlint.model.record import dataclass


@dataclass(slots=True, frozen=True)
class Selection:
    """What the user asked for; an empty ``select`` is every rule."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()


def select_cards(cards: Mapping[str, Card], selection: Selection) -> dict[str, Card]:
    """Return the cards to apply, in the order of codes.

    As in ruff, the closest word wins whatever the order: ``--select FL101 --ignore FL1`` keeps FL101, and
    ``--select FL1 --ignore FL101`` leaves it out; between equals, to ignore wins.
    """
    for word in (*selection.select, *selection.ignore, *selection.extend_select):
        if complaint := complaint_about(word, cards):
            raise UsageError(complaint)
    return {code: card for code, card in cards.items() if _is_wanted(card, selection)}


def complaint_about(word: str, cards: Mapping[str, Card]) -> str:
    """Return what is wrong with a name, code or prefix that means no rule; nothing where it means one."""
    if any(_closeness(word, card) for card in cards.values()):
        return ""
    return _no_such_rule(word, cards.values())


def codes_meant(word: str, cards: Mapping[str, Card]) -> frozenset[str]:
    """Return the codes of the rules that a name, code or prefix means."""
    return frozenset(code for code, card in cards.items() if _closeness(word, card))


def find_card(cards: Mapping[str, Card], word: str) -> Card:
    """Return the card of a name, code or alias."""
    for card in cards.values():
        if word.lower() in (card.name, card.code.lower(), *(alias.lower() for alias in card.aliases)):
            return card
    raise UsageError(_no_such_rule(word, cards.values()))


def _is_wanted(card: Card, selection: Selection) -> bool:
    wanted = max((_closeness(word, card) for word in (*selection.select, *selection.extend_select)), default=0)
    if not selection.select:
        wanted = max(wanted, 1)
    unwanted = max((_closeness(word, card) for word in selection.ignore), default=0)
    return wanted > unwanted


def _closeness(word: str, card: Card) -> int:
    """Return how closely a word means a card: 0 not at all, 1 as ``ALL``, more by each letter of a prefix."""
    lower = word.lower()
    if lower == "all":
        return 1
    if lower in (card.name, card.code.lower(), *(alias.lower() for alias in card.aliases)):
        return 100
    return 1 + len(word) if lower and card.code.lower().startswith(lower) else 0


def _no_such_rule(word: str, cards: Iterable[Card]) -> str:
    from difflib import get_close_matches

    known = [name for card in cards for name in (card.name, card.code)]
    near = get_close_matches(word.lower() if "-" in word else word.upper(), known, n=1)
    return f"no rule is called {word!r}" + (f"; did you mean {near[0]!r}?" if near else "; see `factlint rule`")
