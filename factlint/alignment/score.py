"""How likely two claims speak of one fact: what bars it, what speaks for it, what against, in log odds.

The evidence is a list of named features; their weights stand in rules/lexicon/evidence.toml, where a reviewer can see
why a pair scored as it did.
"""

import math
from functools import lru_cache

from factlint.alignment.times import periods, periods_of
from factlint.knowledge.evidence import Weights
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import Claim, How, Kind, Modality
from factlint.model.record import dataclass, field

_PERCENTS = frozenset({Kind.SHARE, Kind.RATE, Kind.CHANGE})
_UNCOMMITTED = (Modality.ASKED, Modality.CONDITIONAL, Modality.NEGATED)
_AHEAD = {Modality.PLANNED, Modality.FORECAST}
_TELLING_CONTEXT = 3
_SHARES = frozenset({"share", "proportion", "percentage", "portion"})
_NUMBERS = frozenset({"number", "amount", "volume", "numbers"})
_MOST_SHARED, _MOST_CONTEXT, _MOST_EXTRA = 3, 6, 4
_REPORTED = frozenset({"reported"})
_HARMLESS_BASES = frozenset({"record", "reported", "cumulative"})


@dataclass(slots=True)
class Match:
    """Why two claims are, or are not, of one fact: ``odds`` in natural logs; ``blocked`` names the first bar."""

    odds: float = 0.0
    blocked: str = ""
    features: dict[str, float] = field(default_factory=dict)
    told: list[tuple[str, str, float]] = field(
        default_factory=list
    )  # name, detail and weight, in the order of counting
    against: float = 0.0  # the part of the odds that words on one side only take away
    is_full: bool = False  # the measures hold the same words
    two_sided: bool = False  # each measure holds words that the other lacks
    one_sided: bool = False  # one measure holds all words of the other

    def add(self, name: str, weights: Weights, count: float = 1, detail: str = "") -> None:
        """Count a piece of evidence by its name in the table of weights."""
        weight = weights[name] * count
        self.features[name] = self.features.get(name, 0) + count
        self.odds += weight
        self.told.append((name, detail, weight))

    @property
    def reasons(self) -> list[tuple[str, float]]:
        """What was counted, in words, with what it weighs."""
        named = ((name.partition(".")[2].replace("_", " "), detail, weight) for name, detail, weight in self.told)
        return [(f"{words}: {detail}" if detail else words, weight) for words, detail, weight in named]

    @property
    def probability(self) -> float:
        """The odds as a probability."""
        return 1 / (1 + math.exp(-max(min(self.odds, 30), -30)))


def block(a: Claim, b: Claim, *, any_modality: bool = False) -> str:
    """Return what forbids that two claims speak of one fact, or nothing."""
    if any_modality:
        if Modality.ASKED in (a.modality, b.modality) or Modality.NEGATED in (a.modality, b.modality):
            return "one is asked or denied"
    elif a.modality in _UNCOMMITTED or b.modality in _UNCOMMITTED:
        uncommitted = a.modality if a.modality in _UNCOMMITTED else b.modality
        return f"one is {uncommitted}"
    if not any_modality and a.modality is not b.modality and {a.modality, b.modality} != _AHEAD:
        return f"one is {a.modality}, the other {b.modality}"
    if a.kind is not b.kind and not {a.kind, b.kind} <= _PERCENTS:
        return f"one is a {a.kind}, the other a {b.kind}"
    if a.role != b.role and {"from", "than", "per", "more"} & {a.role, b.role}:
        return "one is the value before, or adds to it"
    if a.list_id is not None and a.list_id == b.list_id:
        return "both stand in one list"
    if _named_bases(a) and _named_bases(b) and not _named_bases(a) & _named_bases(b):
        return f"one is {min(_named_bases(a))}, the other {min(_named_bases(b))}"
    if _statistic(a) and _statistic(b) and _statistic(a) != _statistic(b):
        return f"one is of a {_statistic(a)}, the other of a {_statistic(b)}"
    if a.comparison and b.comparison and a.comparison != b.comparison and "versus" not in (a.comparison, b.comparison):
        return f"one is {a.comparison}, the other {b.comparison}"
    for one, other in ((a, b), (b, a)):
        against = one.against.text if one.against is not None else "a year"
        if one.comparison == "versus" and other.comparison == "yoy" and "year" not in against.lower().split():
            return f"one is against {against}, the other year on year"
    if a.against is not None and b.against is not None and periods(a.against, b.against) == "other":
        return "they are measured against different periods"
    if periods_of(a, b) == "other" and a.period_how is How.STATED and b.period_how is How.STATED:
        return "they speak of different periods"
    return ""


def _named_bases(claim: Claim) -> frozenset[str]:
    return claim.bases - _HARMLESS_BASES | (claim.bases & _REPORTED) if claim.bases else claim.bases


def _statistic(claim: Claim) -> str:
    """Return whether the words of a measure name a share or a number of things, where they do."""
    return _statistic_in(claim.measure.text)


@lru_cache(maxsize=4096)
def _statistic_in(text: str) -> str:
    words = text.lower().split()
    return "" if _SHARES.isdisjoint(words) and _NUMBERS.isdisjoint(words) else (
        "number" if _SHARES.isdisjoint(words) else "share"
    )  # fmt: skip


def match(
    a: Claim,
    b: Claim,
    grammar: Grammar,
    weights: Weights,
    *,
    same_paragraph: bool = False,
    is_near: bool = False,
    any_modality: bool = False,
) -> Match:
    """Weigh the references of two claims against each other, the numbers left aside.

    With ``any_modality`` what is planned, foreseen or conditional may meet what is so.
    """
    result = Match(blocked=block(a, b, any_modality=any_modality))
    if result.blocked:
        return result
    left, right = a.measure.words, b.measure.words
    if a.verb and a.verb in right:
        left = left | {a.verb}  # "produced 5 cars" is production of cars
    if b.verb and b.verb in left:
        right = right | {b.verb}
    shared = left & right
    only_a, only_b = _drop_prefixes(left - right, right - left)
    if (a.kind is Kind.SHARE and left <= a.whole.words) or (b.kind is Kind.SHARE and right <= b.whole.words):
        result.blocked = "the part is not named"
        return result
    acts_a, acts_b = frozenset({a.verb} - {"", b.verb}), frozenset({b.verb} - {"", a.verb})
    clash = contrast(only_a | (acts_a - right), only_b | (acts_b - left), grammar)
    if clash:
        result.blocked = f"{clash[0]} against {clash[1]}"
        return result
    result.add("reference.start", weights)
    _weigh_shared(result, shared, grammar, weights)
    if not left or not right:
        result.add("reference.nameless", weights)
    elif a.measure.head and a.measure.head == b.measure.head:
        result.add("reference.same_head", weights, detail=a.measure.head)
    _leftovers(result, a, b, only_a, only_b, grammar, weights)
    _weigh_acts(result, a, b, grammar, weights)
    _weigh_manner(result, a, b, weights)
    _weigh_topics(result, a, b, shared, grammar, weights)
    _weigh_periods(result, a, b, weights)
    if same_paragraph:
        result.add("discourse.same_paragraph", weights)
    if is_near:
        result.add("discourse.near", weights)
    if How.ASSUMED in (a.measure.how, b.measure.how):
        result.add("discourse.assumed_measure", weights)
    elif How.INHERITED in (a.measure.how, b.measure.how) and not result.is_full:
        result.add("discourse.inherited_measure", weights)
    return result


def _weigh_shared(result: Match, shared: frozenset[str], grammar: Grammar, weights: Weights) -> None:
    plain = sorted(word for word in shared if word not in grammar.general and word not in grammar.relational)
    relational = sorted(word for word in shared if word in grammar.relational and word not in grammar.general)
    general = len(shared) - len(plain) - len(relational)
    for at, word in enumerate(plain[:_MOST_SHARED]):
        result.add(f"reference.shared_{('first', 'second', 'third')[at]}", weights, detail=word)
    if len(plain) > _MOST_SHARED:
        result.add("reference.shared_more", weights, min(len(plain), 6) - _MOST_SHARED, ", ".join(plain[_MOST_SHARED:]))
    if relational:
        result.add("reference.shared_relational", weights, min(len(relational), _MOST_SHARED), ", ".join(relational))
    if general:
        result.add("reference.shared_general", weights, min(general, 2))


def _drop_prefixes(only_a: frozenset[str], only_b: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Drop pairs in which one word is the other cut short: telecom, telecommunication."""
    pairs = [
        (x, y) for x in only_a if len(x) >= 5 for y in only_b if len(y) >= 5 and (x.startswith(y) or y.startswith(x))
    ]
    if not pairs:
        return only_a, only_b
    return only_a - {x for x, _ in pairs}, only_b - {y for _, y in pairs}


def contrast(only_a: frozenset[str], only_b: frozenset[str], grammar: Grammar) -> tuple[str, str] | None:
    """Return two words of one kind that part the references: mobile and fixed, 24188 and 24000, first and second."""
    others: list[str] | None = None
    for x in sorted(only_a):
        kinds = grammar.contrasts.get(x)
        if not kinds and not x[0].isdigit():
            continue
        if others is None:
            others = sorted(only_b)
        for y in others:
            if kinds and kinds & grammar.contrasts.get(y, frozenset()):
                return x, y
            if x[0].isdigit() and y[0].isdigit():
                return x, y
    return None


def _leftovers(
    result: Match,
    a: Claim,
    b: Claim,
    only_a: frozenset[str],
    only_b: frozenset[str],
    grammar: Grammar,
    weights: Weights,
) -> None:
    before = result.odds
    _weigh_leftovers(result, a, b, only_a, only_b, grammar, weights)
    result.against = min(result.odds - before, 0.0)


def _weigh_leftovers(
    result: Match,
    a: Claim,
    b: Claim,
    only_a: frozenset[str],
    only_b: frozenset[str],
    grammar: Grammar,
    weights: Weights,
) -> None:
    names = (a.names | a.subject.words) ^ (b.names | b.subject.words)
    named_a, named_b = a.names - grammar.nations, b.names - grammar.nations
    if named_a and named_b and not named_a & named_b and not (named_a & b.topic and named_b & a.topic):
        result.two_sided = True
        result.add("reference.other_names", weights, detail=f"{min(named_a)} / {min(named_b)}")
        return
    extra_a = {word for word in only_a if word not in grammar.general}
    extra_b = {word for word in only_b if word not in grammar.general}
    if not extra_a and not extra_b:
        if a.measure.words and b.measure.words:
            result.is_full = not only_a and not only_b
            result.add("reference.full_match", weights)
        return
    named = {word for word in extra_a ^ extra_b if word in names}
    plain_a, plain_b = extra_a - named, extra_b - named
    result.two_sided = bool(extra_a and extra_b)
    if named and extra_a & named and extra_b & named:
        result.add("reference.other_names", weights)
    elif named:
        result.add("reference.extra_nation" if named <= grammar.nations else "reference.extra_name", weights)
    if plain_a and plain_b:
        count = min(len(plain_a), len(plain_b), _MOST_EXTRA)
        detail = ", ".join(sorted(plain_a)) + " / " + ", ".join(sorted(plain_b))
        result.add("reference.extra_both_sides", weights, count, detail)
    elif plain_a or plain_b:
        extra = plain_a or plain_b
        result.one_sided = True
        result.add("reference.extra_one_side", weights, min(len(extra), _MOST_EXTRA), ", ".join(sorted(extra)))
        if any(word in grammar.contrasts for word in extra):
            result.add("reference.parting_word", weights)


def _weigh_acts(result: Match, a: Claim, b: Claim, grammar: Grammar, weights: Weights) -> None:
    """Weigh who does what to the thing measured, and the words around it."""
    if a.actor.words and b.actor.words:
        one, other = a.actor.words - b.actor.words, b.actor.words - a.actor.words
        two_names = one and other and a.actor.words & b.actor.words & a.names & b.names  # Alder Rail, Birch Rail
        name = "same_actor" if a.actor.words & b.actor.words and not two_names else "other_actor"
        result.add(f"reference.{name}", weights)
    if a.verb and b.verb and a.verb not in b.measure.words and b.verb not in a.measure.words:
        result.add("reference.same_verb" if a.verb == b.verb else "reference.other_verb", weights, detail=a.verb)
    elif (a.verb or b.verb) and (a.verb or b.verb) not in a.measure.words | b.measure.words:
        result.add("reference.verb_on_one_side", weights, detail=a.verb or b.verb)
    context = _shared_context(a, b, grammar)
    if context:
        result.add("reference.shared_context", weights, min(len(context), _MOST_CONTEXT), ", ".join(sorted(context)))


def _shared_context(a: Claim, b: Claim, grammar: Grammar) -> set[str]:
    shared = (a.topic & b.topic) - a.measure.words - b.measure.words
    return {
        word
        for word in shared
        if word not in grammar.general and word not in grammar.relational and word not in grammar.telling
    }


def _weigh_manner(result: Match, a: Claim, b: Claim, weights: Weights) -> None:
    """Weigh how the figures are told: as change or level, planned or done, on which basis, which way."""
    if {a.kind, b.kind} == {Kind.RATE, Kind.SHARE}:
        result.add("manner.rate_or_share", weights)
    elif a.kind is not b.kind:
        result.add("manner.other_kind", weights, detail=f"{a.kind}, {b.kind}")
    if a.modality is not b.modality:
        result.add("manner.other_modality", weights, detail=f"{a.modality}, {b.modality}")
    if (a.bases ^ b.bases) - _HARMLESS_BASES:
        result.add("manner.other_basis", weights, detail=", ".join(sorted((a.bases ^ b.bases) - _HARMLESS_BASES)))
    if a.direction is not b.direction and a.direction and b.direction:
        result.add("manner.other_direction", weights)
    if a.comparison and a.comparison == b.comparison and a.kind is Kind.CHANGE:
        result.add("manner.same_comparison", weights, detail=a.comparison)


def _weigh_topics(
    result: Match, a: Claim, b: Claim, shared: frozenset[str], grammar: Grammar, weights: Weights
) -> None:
    """Weigh the topics under which measures stand that name nothing specific of their own: margin, volume, price."""
    if a.named_topic and b.named_topic and not a.named_topic & b.named_topic and not a.names and not b.names:
        result.add("discourse.other_named_topic", weights, detail=f"{min(a.named_topic)} / {min(b.named_topic)}")
    if any(word not in grammar.general and word not in grammar.relational for word in shared):
        return
    if (
        "reference.same_verb" in result.features
        and result.features.get("reference.shared_context", 0) >= _TELLING_CONTEXT
    ):
        return  # the same act told of in like words
    if not a.thread or not b.thread:
        result.add("discourse.topic_unknown", weights)
    elif a.thread & b.thread:
        result.add("discourse.same_topic", weights, detail=", ".join(sorted(a.thread & b.thread)))
    else:
        result.add("discourse.other_topic", weights)


def _weigh_periods(result: Match, a: Claim, b: Claim, weights: Weights) -> None:
    answer = periods_of(a, b)
    stated = a.period_how is How.STATED and b.period_how is How.STATED
    if answer == "same":
        result.add("period.same" if stated else "period.same_inherited", weights)
    elif answer == "other":
        result.add("period.other_inherited", weights)
    elif a.kind in (Kind.CHANGE, Kind.DIFFERENCE):
        result.add("period.unknown_change", weights)
    elif a.period is None and b.period is None:
        result.add("period.both_unknown", weights)
    else:
        result.add("period.unknown", weights)
