"""What the program knows of words, measures and rules: the data folder ``rules/``, read into frozen records."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from factlint.knowledge.card import Card, load_cards
from factlint.knowledge.locate import check_version, rules_folder

if TYPE_CHECKING:
    from factlint.knowledge.arithmetic import Arithmetic
    from factlint.knowledge.evidence import Weights
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


@cache
def load_knowledge() -> Knowledge:
    """Read the data folder; of the cards their heads only, for a run needs no examples."""
    from factlint.knowledge.arithmetic import load_arithmetic
    from factlint.knowledge.evidence import load_weights
    from factlint.knowledge.forms import load_forms
    from factlint.knowledge.grammar import load_grammar
    from factlint.knowledge.lexicon import load_lexicon
    from factlint.knowledge.packs import load_packs

    return Knowledge(
        load_lexicon(), load_grammar(load_packs()), load_weights(), load_forms(), cards(), load_arithmetic()
    )


@cache
def cards(*, examples: bool = False) -> dict[str, Card]:
    """Read the rule cards alone, by code."""
    folder = rules_folder()
    check_version(folder)
    return load_cards(folder / "cards", examples=examples)
