"""Domain packs: synonyms and identities of a field, data that a newsroom can add to."""

from collections.abc import Iterable
from pathlib import Path

from factlint.knowledge.card import Example
from factlint.knowledge.locate import rules_folder
from factlint.knowledge.plausible import RangeEntry, read_range
from factlint.knowledge.strict import Collector, Table, read_table, toml_files
from factlint.model.record import dataclass, field


@dataclass(slots=True, frozen=True)
class Term:
    """A term of an identity: the names it goes by, each as its words, and the sign with which it enters."""

    names: tuple[tuple[str, ...], ...]
    sign: int = 1


@dataclass(slots=True, frozen=True)
class Identity:
    """An equation between measures: a result that is the sum of its terms, or the quotient of two, or their product."""

    name: str
    kind: str  # sum, quotient, product
    result: Term
    terms: tuple[Term, ...]
    never: frozenset[str] = frozenset()  # words that set a figure apart from the identity
    is_loose: bool = False  # other items may enter: only a slip of a digit is told


@dataclass(slots=True, frozen=True)
class Packs:
    """All packs merged: one word for another in the measures of a field, and what their measures add up to."""

    synonyms: dict[str, str] = field(default_factory=dict)
    identities: tuple[Identity, ...] = ()
    ranges: tuple[RangeEntry, ...] = ()


@dataclass(slots=True, frozen=True)
class Pack:
    """One file of a field's words, with the examples that prove them: the rule of each, by name or code."""

    synonyms: dict[str, str]
    identities: list[Identity]
    examples: list[tuple[str, Example]] = field(default_factory=list)
    ranges: list[RangeEntry] = field(default_factory=list)


def load_packs(own: Iterable[Path] = ()) -> Packs:
    """Read rules/packs/ and a user's own packs after them; raises DataError where one is malformed."""
    mistakes = Collector()
    synonyms: dict[str, str] = {}
    identities: list[Identity] = []
    ranges: list[RangeEntry] = []
    for path in (*toml_files(rules_folder() / "packs", mistakes), *own):
        pack = read_pack(path, mistakes)
        synonyms.update(pack.synonyms)
        identities += pack.identities
        ranges += pack.ranges
    mistakes.finish()
    return Packs(synonyms, tuple(identities), tuple(ranges))


def read_pack(path: Path, mistakes: Collector) -> Pack:
    """Read the tables of one pack: [synonyms], [[measure]], [[identity]], [[range]] and [[example]]."""
    from factlint.knowledge.read_cards import read_example

    table = read_table(path, mistakes)
    words = table.table("synonyms", {})
    synonyms = {word.lower(): words.text(word).lower() for word in words.keys()}  # noqa: SIM118 -- no dictionary
    for word, other in synonyms.items():
        if len(word.split()) != 1 or len(other.split()) > 1:
            words.wrong(word, f"{word!r} = {other!r} must be one word for one word")
    for inner in table.tables("measure", ()):
        synonyms |= _read_measure(inner)
    identities = [found for inner in table.tables("identity", ()) if (found := read_identity(inner)) is not None]
    ranges = [read_range(inner) for inner in table.tables("range", ())]
    examples = [(inner.text("rule"), read_example(inner)) for inner in table.tables("example", ())]
    table.close()
    return Pack(synonyms, identities, examples, ranges)


def _read_measure(table: Table) -> dict[str, str]:
    """Read one [[measure]]: its name, and the words that stand for it."""
    name, others = table.text("name").lower(), table.texts("synonyms")
    if len(name.split()) > 1:
        table.wrong("name", f"{name!r} is more than one word", "one word stands for one word: passengers")
    for other in others:
        if len(other.split()) != 1:
            table.wrong("synonyms", f"{other!r} is not one word", "one word stands for one word: riders")
    table.close()
    return {other.lower(): name for other in others}


def read_identity(table: Table) -> Identity | None:
    """Read "trade = exports + imports", with the names that each side goes by in a table of its own."""
    name, equation = table.text("name"), table.text("equation")
    never = frozenset(table.text("never", "").split())
    is_loose = table.boolean("loose", False)
    aliases = {key: str(value) for key, value in table.mapping("names", {}).items()}
    table.close()
    left, equals, right = equation.partition("=")
    if not equals:
        table.wrong("equation", f"{equation!r} has no equals sign", "result = term + term")
        return None
    kind, sign, parts = "sum", 1, right
    for mark, other in ((" / ", "quotient"), (" x ", "product")):
        if mark in right:
            kind = other
            parts = right.replace(mark, " + ")
    terms: list[Term] = []
    words: list[str] = []
    for word in [*parts.split(), "+"]:
        if word in {"+", "-"}:
            if words:
                terms.append(_term(" ".join(words), sign, aliases))
            elif terms:
                table.wrong("equation", f"{equation!r} has an empty term")
            sign, words = (1 if word == "+" else -1), []
        else:
            words.append(word)
    if len(terms) < 2 or (kind != "sum" and len(terms) != 2):
        table.wrong("equation", f"{equation!r} needs two terms or more", "one / or x, or several + and -")
        return None
    if unknown := sorted(set(aliases) - {" ".join(t.names[0]) for t in (*terms, _term(left.strip(), 1, {}))}):
        table.wrong("names", f"no term of the equation is called {', '.join(unknown)}")
    return Identity(name, kind, _term(left.strip(), 1, aliases), tuple(terms), never, is_loose)


def _term(name: str, sign: int, aliases: dict[str, str]) -> Term:
    names = [name, *(alias.strip() for alias in aliases.get(name, "").split(",") if alias.strip())]
    return Term(tuple(tuple(each.lower().split()) for each in names), sign)
