"""Word classes, change words, modality and the worth of words: rules/lexicon/ as frozen look-up tables."""

from fractions import Fraction
from typing import Any, cast

from factlint.knowledge.locate import rules_folder
from factlint.knowledge.packs import Packs
from factlint.knowledge.strict import Collector, read_table
from factlint.model.record import dataclass, field

_SHORT = 4
_NAMELESS = frozenset({"preposition", "conjunction", "determiner"})


@dataclass(slots=True, frozen=True)
class Grammar:
    """What the clause reader and the aligner know of English; sets and dictionaries only, so loading stays cheap."""

    determiners: frozenset[str]
    prepositions: frozenset[str]
    pronouns: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    verbs: dict[str, str]  # form -> stem
    ambiguous: frozenset[str]  # nouns as often as verbs
    stems: dict[str, str]  # form -> stem
    change: dict[str, str]  # form of a verb, noun or adverb of change -> up or down
    change_nouns: frozenset[str]
    change_words: frozenset[str]  # adverbs: up, down, higher
    signless: frozenset[str]
    quoting: frozenset[str]  # verbs of a market's day: closed up 2%
    swings: dict[str, str]  # verbs that tell a change with percent and points only -> up or down
    paces: frozenset[str]  # nouns of speed: grew at a rate of 2%
    bearings: frozenset[str]  # words that make a distance a place: 40 km north of Lima
    transitive: frozenset[str]  # verbs whose figure is what they deal with: raise 5 billion
    level_verbs: frozenset[str]
    share_verbs: frozenset[str]
    share_nouns: frozenset[str]
    contribution: frozenset[str]
    comparison_starts: dict[str, list[tuple[tuple[str, ...], str]]]  # first word -> (words, yoy ...), longest first
    planned: frozenset[str]
    committing_verbs: frozenset[str]  # planned or forecast as verbs only: plan, project
    forecast: frozenset[str]
    told: frozenset[str]  # verbs of telling: what stands before them is said of the telling
    conditional: frozenset[str]
    negated: frozenset[str]
    past: frozenset[str]
    correction: tuple[str, ...]
    regret: frozenset[str]  # beside a word of publishing: the figure is taken back
    published: frozenset[str]
    bases: dict[str, str]  # word -> basis
    telling: frozenset[str]
    general: frozenset[str]
    nations: frozenset[str]
    yearly_events: dict[str, str]  # the same of what happens once a year at most: opened, unveiled
    offices: frozenset[str]  # titles, and headings that every text has: no names
    scopes: frozenset[str]  # what follows narrows a figure down: in rural areas
    others: frozenset[str]  # what sets a part or a further lot apart: other, remaining
    events: dict[str, str]  # form of a verb of what happens once -> the event: born -> birth
    weak_events: dict[str, str]  # verbs that tell an event only with a date behind them: the band started in 1994
    doings: dict[str, str]  # nouns of doings that begin and end: filming
    doing_ends: dict[str, str]  # form of a verb -> begin or end
    scope_leads: frozenset[str]  # words before an opening that confines a sentence: and, now
    scope_turns: frozenset[str]  # turning, moving: they turn a text to a part
    scope_openers: frozenset[str]  # in, within: they confine one sentence
    scope_never: frozenset[str]  # addition, fact: they open a sentence without confining it
    works: frozenset[str]  # things made that are named by their year: film, novel
    sister_units: dict[str, tuple[Fraction, ...]]  # unit -> its other sizes, as multiples
    partitives: frozenset[str]
    sizes: frozenset[str]
    relational: frozenset[str]  # revenue, price, margin: everything has one
    contrasts: dict[str, frozenset[int]]  # stem -> the contrast sets it belongs to
    synonyms: dict[str, str]
    existence: frozenset[str]  # verbs that only say that a thing is there: built, run, operate
    stock_words: frozenset[str]
    flow_words: frozenset[str]
    announcers: frozenset[str]  # nouns that announce a list: aspects, factors
    open_list: frozenset[str]
    closed_list: frozenset[str]
    may_turn_negative: frozenset[str]
    total_words: frozenset[str]
    adjectival: tuple[str, ...]  # endings by which an adjective is told
    memory: dict[str, dict[str, Any]] = field(
        default_factory=dict, compare=False
    )  # what a stage derives of words, once
    _stem_cache: dict[str, str] = field(default_factory=dict, compare=False)
    _class_cache: dict[str, str] = field(default_factory=dict, compare=False)
    _content_cache: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False)

    def stem(self, word: str) -> str:
        """Return the normal form that a content word shares with its plural and its verb: produced, production."""
        known = self._stem_cache.get(word)
        if known is None:
            known = self._stem_cache[word] = self._stem(word)
        return known

    def word_class(self, word: str) -> str:
        """Return the closed class of a word in lower case, "noun" where it is in none."""
        known = self._class_cache.get(word)
        if known is None:
            known = self._class_cache[word] = self._word_class(word.replace("’", "'"))
        return known

    def _word_class(self, word: str) -> str:
        for name, listed in (
            ("determiner", self.determiners), ("preposition", self.prepositions), ("auxiliary", self.auxiliaries),
            ("conjunction", self.conjunctions), ("subordinator", self.subordinators), ("pronoun", self.pronouns),
            ("change", self.change_words), ("adverb", self.adverbs),
        ):  # fmt: skip
            if word in listed:
                return name
        return "adverb" if word.endswith("ly") and len(word) > _SHORT else "noun"

    def content(self, word: str) -> tuple[str, ...]:
        """Return the stems of a word's parts that can name a thing: none for function words and words of telling."""
        known = self._content_cache.get(word)
        if known is None:
            known = self._content_cache[word] = tuple(
                stem
                for part in word.split("-")
                if (len(part) > 1 or part.isdigit())
                and self.word_class(part) not in _NAMELESS
                and (stem := self.stem(part)) not in self.telling
            )
        return known

    def _stem(self, word: str) -> str:
        word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
        found = self.stems.get(word) or self.verbs.get(word) or _suffix_stem(word)
        other = self.synonyms.get(word) or self.synonyms.get(found)
        if other is not None and other != word:
            return self.stems.get(other) or self.verbs.get(other) or _suffix_stem(other)
        return found


def _suffix_stem(word: str) -> str:
    """Strip the endings of plural, participle and verbal noun; short words keep theirs."""
    if len(word) <= 3 or not word.isalpha():
        return word.removesuffix("s") if len(word) > 3 and word[-2:-1].isalpha() else word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            return word.removesuffix("e")
    for ending in ("ical", "ial", "al", "ic"):
        if word.endswith(ending) and len(word) - len(ending) >= 5:
            return word[: -len(ending)]
    if word.endswith("y") and len(word) >= 7 and word[-2] not in "aeou":
        return word[:-1]
    if word.endswith("ion") and len(word) > 6 and word[-4] in "ts":
        word = word[:-3]
    elif word.endswith("ment") and len(word) > 8:
        word = word[:-4]
    return word.removesuffix("e") if len(word) > 4 else word


def _words(text: object) -> frozenset[str]:
    return frozenset(str(text).split())


def _forms(table: dict[str, str]) -> dict[str, str]:
    """Return each word of a table with the name of its line."""
    return {word: name for name, listed in table.items() for word in str(listed).split()}


def _base_verbs(verbs: list[str]) -> dict[str, str]:
    """Return the base form and the third person of each verb with their stem."""
    forms: dict[str, str] = {}
    for verb in verbs:
        if verb.endswith("y") and verb[-2] not in "aeou":
            third = verb[:-1] + "ies"
        else:
            third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        forms[verb] = forms[third] = _suffix_stem(verb)
    return forms


def _by_first_word(phrases: list[tuple[str, str]]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, key in sorted(phrases, key=lambda item: (-len(item[0].split()), item[0])):
        words = tuple(phrase.split())
        starts.setdefault(words[0], []).append((words, key))
    return starts


def load_grammar(packs: Packs | None = None) -> Grammar:
    """Read rules/lexicon/; raises DataError where a file is missing or malformed."""
    folder = rules_folder() / "lexicon"
    mistakes = Collector()
    grammar, changes, modality, reference = (
        cast("dict[str, Any]", read_table(folder / f"{name}.toml", mistakes).data)
        for name in ("grammar", "changes", "modality", "reference")
    )
    mistakes.finish()
    change: dict[str, str] = {}
    nouns: set[str] = set()
    words: set[str] = set()
    for direction in ("up", "down"):
        table = changes[direction]
        change.update(dict.fromkeys(str(table["verbs"]).split(), direction))
        change.update(dict.fromkeys(str(table["nouns"]).split(), direction))
        change.update(dict.fromkeys(str(table["words"]).split(), direction))
        nouns |= _words(table["nouns"])
        words |= _words(table["words"])
    phrases = [(phrase, key) for key, listed in changes["comparison"].items() for phrase in listed]
    contrasts: dict[str, set[int]] = {}
    shell = Grammar(
        determiners=_words(grammar["determiners"]),
        prepositions=_words(grammar["prepositions"]),
        pronouns=_words(grammar["pronouns"]),
        conjunctions=_words(grammar["conjunctions"]),
        subordinators=_words(grammar["subordinators"]),
        auxiliaries=_words(grammar["auxiliaries"]),
        adverbs=_words(grammar["adverbs"]),
        verbs=_base_verbs(str(grammar["base_verbs"]).split()) | dict(grammar["verbs"]),
        stems=dict(grammar["stems"]),
        ambiguous=_words(grammar["ambiguous"])
        | _words(changes["level"]["verbs"])
        | _words(changes["share"]["verbs"])
        | _words(changes["contribution"]["nouns"]),
        change=change,
        change_nouns=frozenset(nouns),
        change_words=frozenset(words),
        signless=_words(changes["signless"]),
        quoting=_words(changes["quoting"]),
        swings={word: turn for turn, listed in changes["swings"].items() for word in str(listed).split()},
        paces=_words(changes["paces"]),
        bearings=_words(changes["bearings"]),
        transitive=_words(changes["transitive"]),
        level_verbs=_words(changes["level"]["verbs"]),
        share_verbs=_words(changes["share"]["verbs"]),
        share_nouns=_words(changes["share"]["nouns"]),
        contribution=_words(changes["contribution"]["verbs"]) | _words(changes["contribution"]["nouns"]),
        comparison_starts=_by_first_word(phrases),
        planned=_words(modality["planned"]),
        committing_verbs=_words(modality["verbs_only"]),
        forecast=_words(modality["forecast"]),
        told=_words(modality["told"]),
        conditional=_words(modality["conditional"]),
        negated=_words(modality["negated"]),
        past=_words(modality["past"]),
        correction=tuple(modality["correction"]),
        regret=_words(modality["regret"]),
        published=_words(modality["published"]),
        bases={word: basis for basis, listed in modality["bases"].items() for word in str(listed).split()},
        telling=frozenset(),
        general=frozenset(),
        relational=frozenset(),
        nations=frozenset(),
        offices=_words(reference["offices"]),
        scopes=_words(reference["scopes"]),
        others=_words(reference["others"]),
        yearly_events={word: word for word in _words(reference["yearly_events"])},
        events=_forms(reference["events"]),
        weak_events=_forms(reference["weak_events"]),
        doings=_forms(reference["doings"]),
        doing_ends=_forms(reference["doing_ends"]),
        works=_words(reference["works"]),
        scope_leads=_words(reference["scope_leads"]),
        scope_turns=_words(reference["scope_turns"]),
        scope_openers=_words(reference["scope_openers"]),
        scope_never=_words(reference["scope_never"]),
        sister_units={
            unit: tuple(Fraction(size) for size in sizes) for unit, sizes in reference["sister_units"].items()
        },
        partitives=_words(grammar["partitives"]),
        sizes=_words(grammar["sizes"]),
        contrasts={},
        synonyms=dict(reference["synonyms"]) | (packs.synonyms if packs else {}),
        existence=frozenset(),
        may_turn_negative=frozenset(),
        total_words=_words(reference["total_before"]),
        stock_words=frozenset(),
        flow_words=frozenset(),
        announcers=_words(reference["announcers"]),
        open_list=_words(reference["open_list"]),
        closed_list=_words(reference["closed_list"]),
        adjectival=tuple(str(grammar["adjectival"]).split()),
    )
    for place, line in enumerate(reference["contrasts"]):
        for word in str(line).split():
            contrasts.setdefault(shell.stem(word), set()).add(place)
    telling = frozenset(shell.stem(word) for word in str(reference["telling"]).split())
    general = frozenset(shell.stem(word) for word in str(reference["general"]).split())
    stock = frozenset(shell.stem(word) for word in str(reference["stock"]).split())
    flow = frozenset(shell.stem(word) for word in str(reference["flow"]).split())
    relational = frozenset(shell.stem(word) for word in str(reference["relational"]).split())
    nations = frozenset(shell.stem(word) for word in str(reference["nations"]).split())
    negative = frozenset(shell.stem(word) for word in str(reference["may_turn_negative"]).split())
    existence = frozenset(shell.stem(word) for word in str(reference["existence"]).split())
    values = {name: getattr(shell, name) for name in Grammar.__dataclass_fields__}
    frozen = {stem: frozenset(places) for stem, places in contrasts.items()}
    return Grammar(
        **(
            values
            | {
                "telling": telling,
                "general": general,
                "contrasts": frozen,
                "existence": existence,
                "stock_words": stock,
                "flow_words": flow,
                "may_turn_negative": negative,
                "relational": relational,
                "nations": nations,
            }
        )
    )
