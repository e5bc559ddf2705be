"""The weights of evidence: one readable table, rules/lexicon/evidence.toml, as look-ups."""

from typing import cast

from factlint.knowledge.locate import rules_folder
from factlint.knowledge.strict import Collector, read_table

Weights = dict[str, float]


def load_weights() -> Weights:
    """Return the weights by "table.name"; floats are right here, for a weight is no figure of a text."""
    mistakes = Collector()
    data = read_table(rules_folder() / "lexicon" / "evidence.toml", mistakes).data
    mistakes.finish()
    return {
        f"{table}.{name}": float(weight)
        for table, rows in data.items()
        for name, weight in cast("dict[str, float]", rows).items()
    }
