"""Domain packs: synonyms and identities of a field, data that a newsroom can add to."""

from dataclasses import dataclass, field

from factlint.knowledge.locate import rules_folder
from factlint.knowledge.strict import Collector, read_table, toml_files


@dataclass(slots=True, frozen=True)
class Packs:
    """All packs merged: one word for another in the measures of a field."""

    synonyms: dict[str, str] = field(default_factory=dict)


def load_packs() -> Packs:
    """Read rules/packs/; raises DataError where a pack is malformed."""
    mistakes = Collector()
    synonyms: dict[str, str] = {}
    for path in toml_files(rules_folder() / "packs", mistakes):
        table = read_table(path, mistakes)
        synonyms.update({word: str(other) for word, other in table.mapping("synonyms", {}).items()})
        table.close()
    mistakes.finish()
    return Packs(synonyms)
