"""What the program knows of words, measures and rules: the data folder ``rules/``, read into frozen records."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.knowledge.card import Card
from factlint.knowledge.locate import check_version, rules_folder
from factlint.model.record import dataclass, replace

if TYPE_CHECKING:
    from factlint.knowledge.arithmetic import Arithmetic
    from factlint.knowledge.evidence import Weights
    from factlint.knowledge.facts import Fact
    from factlint.knowledge.forms import Forms
    from factlint.knowledge.grammar import Grammar
    from factlint.knowledge.lexicon import Lexicon

__all__ = ["Card", "Knowledge", "cards", "load_knowledge"]


@dataclass(slots=True, frozen=True)
class Knowledge:
    """All data of ``rules/`` as one value, passed from stage to stage and never global."""

    lexicon: "Lexicon"
    grammar: "Grammar"
    weights: "Weights"
    forms: "Forms"
    cards: dict[str, Card]
    arithmetic: "Arithmetic"
    facts: "tuple[Fact, ...]" = ()  # the user's own; none ship
    languages: tuple[str, ...] = ("en", "zh")  # in which texts are read


def load_knowledge(packs: Iterable[Path] = ()) -> Knowledge:
    """Read the data folder, and a user's own packs; of the cards their heads only, for a run needs no examples."""
    return _load(tuple(packs))


@cache
def _load(own: tuple[Path, ...]) -> Knowledge:
    return _read(own) if own else _shipped()


def _read(own: tuple[Path, ...]) -> Knowledge:
    from factlint.knowledge.arithmetic import load_arithmetic
    from factlint.knowledge.evidence import load_weights
    from factlint.knowledge.forms import load_forms
    from factlint.knowledge.grammar import load_grammar
    from factlint.knowledge.lexicon import load_lexicon
    from factlint.knowledge.packs import load_packs

    packs = load_packs(own)
    grammar, arithmetic = load_grammar(packs), replace(load_arithmetic(), identities=packs.identities)
    if own:
        shipped = _load(())
        if packs.ranges:
            from factlint.knowledge.plausible import settle_ranges

            arithmetic = replace(arithmetic, ranges=settle_ranges(packs.ranges, shipped.lexicon, grammar))
        return replace(shipped, grammar=grammar, arithmetic=arithmetic)
    return Knowledge(load_lexicon(), grammar, load_weights(), load_forms(), cards(), arithmetic)


def _shipped() -> Knowledge:
    """Return the knowledge that ships: as an earlier run of this very program left it, else read from rules/."""
    from factlint.knowledge.compiled import keep, recall

    knowledge = recall("knowledge", Knowledge)
    if knowledge is None:
        knowledge = _read(())
        keep("knowledge", replace(knowledge, cards={}))  # they are kept by themselves: some commands need no more
    return replace(knowledge, cards=cards())


@cache
def cards(*, examples: bool = False) -> dict[str, Card]:
    """Read the rule cards alone, by code."""
    from factlint.knowledge.compiled import keep, recall

    found = None if examples else recall("cards", dict)
    if found is None:
        from factlint.knowledge.read_cards import load_cards

        folder = rules_folder()
        check_version(folder)
        found = load_cards(folder / "cards", examples=examples)
        if not examples:
            keep("cards", found)
    return found
