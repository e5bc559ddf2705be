"""The keys of a configuration, each once: the reader, the JSON schema, ``--show-config`` and the docs go by this table."""

from enum import StrEnum

from factlint.model.record import dataclass

LANGUAGES = ("en", "zh")
"""The languages whose grammar the program has."""


class Kind(StrEnum):
    """What a key holds."""

    RULES = "rules"  # names, codes and prefixes of rules
    SEVERITIES = "severities"  # a table: rule -> severity
    IGNORES = "ignores"  # a table: pattern of files -> rules
    PATTERNS = "patterns"  # of files, as in .gitignore
    FILES = "files"
    FILE = "file"
    EQUATIONS = "equations"  # a table: name -> equation
    SWITCH = "switch"
    PART = "part"  # a number from 0 to 1
    WORD = "word"  # one of ``choices``
    WORDS = "words"  # some of ``choices``


@dataclass(slots=True, frozen=True)
class Key:
    """A key: what it holds, what it means in a sentence, its default as TOML, and an example as TOML."""

    name: str
    kind: Kind
    meaning: str
    default: str
    example: str
    choices: tuple[str, ...] = ()


KEYS = (
    Key("select", Kind.RULES, "Apply only these rules: names, codes or prefixes of codes; none named is every rule.",
        "[]", '["FL1", "FL301"]'),
    Key("ignore", Kind.RULES, "Leave these rules out.", "[]", '["ordinal-suffix"]'),
    Key("extend-select", Kind.RULES, "Apply these rules beside the selected ones.", "[]", '["FL501"]'),
    Key("severity", Kind.SEVERITIES, "The most severe that a finding of a rule may be.",
        "{}", '{ restated-value-differs = "warning" }', ("error", "warning", "info")),
    Key("per-file-ignores", Kind.IGNORES,
        "Leave rules out in the files of a pattern, written as in .gitignore; ! before it means all other files.",
        "{}", '{ "speeches/*.txt" = ["FL602"], "!press/" = ["FL112"] }'),
    Key("exclude", Kind.PATTERNS, "Pass by these files and folders, written as in .gitignore.",
        "[]", '["drafts/", "*.old.txt"]'),
    Key("force-exclude", Kind.SWITCH, "Let exclude hold for files that are named on the command line, too.",
        "false", "true"),
    Key("languages", Kind.WORDS, "The languages in which texts are read; which of them a text is in, its letters say.",
        '["en", "zh"]', '["en"]', LANGUAGES),
    Key("packs", Kind.FILES, "Files with words and identities of your field.", "[]", '["newsroom/rail.toml"]'),
    Key("facts", Kind.FILES, "Files with facts that texts are checked against.", "[]", '["newsroom/facts.toml"]'),
    Key("identities", Kind.EQUATIONS, "What measures add up to, by a name of your choice.",
        "{}", '{ "rail income" = "income = fares + subsidies" }'),
    Key("baseline", Kind.FILE, "A file of findings that are accepted, as --write-baseline writes it.",
        '""', '"factlint-baseline.json"'),
    Key("cross", Kind.WORD, "Compare the claims of several files: of all, of those in one folder, or none.",
        '"none"', '"folder"', ("none", "all", "folder")),
    Key("min-confidence", Kind.PART, "Leave out findings of which the program is less sure.", "0.0", "0.8"),
    Key("min-severity", Kind.WORD, "Show findings from this severity on; without it, machine formats show all.",
        '"warning"', '"error"', ("error", "warning", "info")),
    Key("fail-on", Kind.WORD, "From which severity on findings make the exit status 1.",
        '"warning"', '"error"', ("error", "warning", "info", "never")),
)  # fmt: skip
"""In the order in which they are documented."""


def key_called(name: str) -> Key:
    """Return the key of a name."""
    return next(key for key in KEYS if key.name == name)
