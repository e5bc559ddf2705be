"""How likely two claims speak of one fact: what blocks, what speaks for it, what against, in log odds."""

import math
from dataclasses import dataclass, field

from factlint.alignment.slips import Slip, looks_round, significant, tell_slip
from factlint.knowledge.evidence import Weights
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import Claim, How, Kind, Modality
from factlint.model.period import Basis, Grain, Period

_PERCENTS = frozenset({Kind.SHARE, Kind.RATE})
_TIMELESS = frozenset(
    "in on at of the this that a an by during for from to as end beginning start month months quarter quarters year years "
    "week weeks day days period half since until through fiscal full".split()
)
_MOST_CONTEXT, _TELLING_CONTEXT = 6, 3
_HARMLESS_BASES = frozenset({"record", "reported", "cumulative"})


@dataclass(slots=True)
class Match:
    """Why two claims are, or are not, of one fact: ``odds`` in natural logs; ``blocked`` names the first bar."""

    odds: float = 0.0
    blocked: str = ""
    reasons: list[tuple[str, float]] = field(default_factory=list)
    against: float = 0.0  # the part of the odds that words on one side only take away
    is_full: bool = False  # the measures hold the same words
    two_sided: bool = False  # each measure holds words that the other lacks
    one_sided: bool = False  # one measure holds all words of the other

    def add(self, reason: str, weight: float) -> None:
        """Count a piece of evidence."""
        self.odds += weight
        self.reasons.append((reason, weight))

    @property
    def probability(self) -> float:
        """The odds as a probability."""
        return 1 / (1 + math.exp(-max(min(self.odds, 30), -30)))


def block(a: Claim, b: Claim) -> str:
    """Return what forbids that two claims speak of one fact, or nothing."""
    if a.modality is not b.modality:
        return f"one is {a.modality}, the other {b.modality}"
    if a.modality in (Modality.ASKED, Modality.CONDITIONAL, Modality.NEGATED):
        return f"both are {a.modality}"
    if a.kind is not b.kind and not {a.kind, b.kind} <= _PERCENTS:
        return f"one is a {a.kind}, the other a {b.kind}"
    if a.role != b.role and {"from", "than", "per"} & {a.role, b.role}:
        return "one is the value before"
    if a.list_id is not None and a.list_id == b.list_id:
        return "both stand in one list"
    if a.comparison and b.comparison and a.comparison != b.comparison and a.kind is Kind.CHANGE:
        return f"one is {a.comparison}, the other {b.comparison}"
    if a.against is not None and b.against is not None and periods(a.against, b.against) == "other":
        return "they are measured against different periods"
    if (a.bases ^ b.bases) - _HARMLESS_BASES:
        return "their bases differ: " + ", ".join(sorted((a.bases ^ b.bases) - _HARMLESS_BASES))
    if periods_of(a, b) == "other":
        return "they speak of different periods"
    return ""


def periods_of(a: Claim, b: Claim) -> str:
    """Return how the periods of two claims stand to each other: same, unknown or other."""
    if a.period is None or b.period is None:
        return "unknown"
    answer = periods(a.period, b.period)
    if answer == "other" and How.INHERITED in (a.period_how, b.period_how):
        return "other"
    return answer


def periods(a: Period, b: Period) -> str:
    """Return same, unknown or other: January to March is the first quarter, March is another flow."""
    if a.same_days(b):
        return "same"
    if a.is_resolved and b.is_resolved:
        if Basis.AS_OF in (a.basis, b.basis) and (a.end == b.end or (a.contains(b) or b.contains(a))):
            return "unknown" if a.end != b.end else "same"
        return "other"
    if a.text.lower() == b.text.lower():
        return "same"
    if a.start is not None and b.start is not None and a.start == b.start and Basis.SINCE in (a.basis, b.basis):
        return "unknown"
    if not a.overlaps(b):
        return "other"
    if a.grain is not b.grain:
        return "unknown" if Grain.OTHER in (a.grain, b.grain) and not (a.start or b.start) else "other"
    named_a, named_b = _named(a), _named(b)
    return "other" if named_a and named_b and named_a != named_b else "unknown"


def _named(period: Period) -> frozenset[str]:
    """Return the words of a period that tell it from others of its grain: march, first, 2021."""
    words = period.text.lower().replace(",", " ").replace("-", " ").split()
    return frozenset(word for word in words if word not in _TIMELESS)


def match(a: Claim, b: Claim, grammar: Grammar, weights: Weights, *, paragraphs: tuple[int, int] = (0, 1)) -> Match:
    """Weigh the references of two claims against each other, the numbers left aside."""
    result = Match()
    result.blocked = block(a, b)
    if result.blocked:
        return result
    left, right = a.measure.words, b.measure.words
    if a.verb and a.verb in right:
        left = left | {a.verb}  # "produced 5 cars" is production of cars
    if b.verb and b.verb in left:
        right = right | {b.verb}
    if not left or not right:
        result.blocked = "nothing says what one of them measures"
        return result
    shared, only_a, only_b = left & right, left - right, right - left
    only_a, only_b = _drop_prefixes(only_a, only_b)
    clash = _contrast(only_a, only_b, grammar)
    if clash:
        result.blocked = f"{clash[0]} against {clash[1]}"
        return result
    result.add("before anything is known", weights["reference.start"])
    _weigh_shared(result, shared, grammar, weights)
    if a.measure.head and a.measure.head == b.measure.head:
        result.add(f"same head: {a.measure.head}", weights["reference.same_head"])
    _leftovers(result, a, b, only_a, only_b, grammar, weights)
    _verbs_and_context(result, a, b, grammar, weights)
    _thread(result, a, b, shared, grammar, weights)
    if result.blocked:
        return result
    _weigh_periods(result, a, b, weights)
    if a.comparison and a.comparison == b.comparison and a.kind is Kind.CHANGE:
        result.add(f"both {a.comparison}", weights["reference.same_comparison"])
    if paragraphs[0] == paragraphs[1]:
        result.add("same paragraph", weights["discourse.same_paragraph"])
    if How.INHERITED in (a.measure.how, b.measure.how) and not result.is_full:
        result.add("measure inherited", weights["discourse.inherited_measure"])
    return result


def _weigh_shared(result: Match, shared: frozenset[str], grammar: Grammar, weights: Weights) -> None:
    plain = sorted(word for word in shared if word not in grammar.general and word not in grammar.relational)
    relational = sorted(word for word in shared if word in grammar.relational and word not in grammar.general)
    general = len(shared) - len(plain) - len(relational)
    if plain:
        more = max(len(plain) - 3, 0)
        weight = weights["reference.shared_word"] * min(len(plain), 3) + weights["reference.shared_word_more"] * more
        result.add("shared words: " + ", ".join(plain), weight)
    if relational:
        result.add("shared measure words: " + ", ".join(relational),
                   weights["reference.shared_relational"] * min(len(relational), 3))  # fmt: skip
    if general:
        result.add("general words shared", weights["reference.shared_general"] * min(general, 2))


def _thread(result: Match, a: Claim, b: Claim, shared: frozenset[str], grammar: Grammar, weights: Weights) -> None:
    """Weigh the topics under which measures stand that name nothing specific of their own: margin, volume, price."""
    if any(word not in grammar.general and word not in grammar.relational for word in shared):
        return
    if a.verb and a.verb == b.verb and len(_shared_context(a, b, grammar)) >= _TELLING_CONTEXT:
        return  # the same act told of in like words
    if not a.thread or not b.thread:
        result.add("topic unknown", weights["reference.no_thread"])
    elif a.thread & b.thread:
        result.add("same topic: " + ", ".join(sorted(a.thread & b.thread)), weights["reference.same_thread"])
    else:
        result.blocked = "the topics differ: " + ", ".join(sorted(a.thread)) + " / " + ", ".join(sorted(b.thread))


def _weigh_periods(result: Match, a: Claim, b: Claim, weights: Weights) -> None:
    answer = periods_of(a, b)
    if answer == "same":
        both = a.period_how is How.STATED and b.period_how is How.STATED
        result.add("same period", weights["period.same" if both else "period.half_stated"])
    elif a.kind in (Kind.CHANGE, Kind.DIFFERENCE):
        result.add("a change whose period is unknown", weights["period.unknown_change"])
    elif a.period is None and b.period is None:
        result.add("neither says when", weights["period.both_unknown"])
    else:
        result.add("period unknown", weights["period.unknown"])


def _drop_prefixes(only_a: frozenset[str], only_b: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Drop pairs in which one word is the other cut short: telecom, telecommunication."""
    pairs = [
        (x, y)
        for x in only_a
        for y in only_b
        if len(min(x, y, key=len)) >= 5 and (x.startswith(y) or y.startswith(x))
    ]
    return only_a - {x for x, _ in pairs}, only_b - {y for _, y in pairs}


def _contrast(only_a: frozenset[str], only_b: frozenset[str], grammar: Grammar) -> tuple[str, str] | None:
    """Return two words of one kind that part the references: mobile and fixed, 24188 and 24000, first and second."""
    for x in sorted(only_a):
        kinds = grammar.contrasts.get(x)
        for y in sorted(only_b):
            if kinds and kinds & grammar.contrasts.get(y, frozenset()):
                return x, y
            if x[0].isdigit() and y[0].isdigit():
                return x, y
    return None


def _leftovers(
    result: Match, a: Claim, b: Claim, only_a: frozenset[str], only_b: frozenset[str], grammar: Grammar, weights: Weights
) -> None:
    before = result.odds
    _weigh_leftovers(result, a, b, only_a, only_b, grammar, weights)
    result.against = min(result.odds - before, 0.0)


def _weigh_leftovers(
    result: Match, a: Claim, b: Claim, only_a: frozenset[str], only_b: frozenset[str], grammar: Grammar, weights: Weights
) -> None:
    names = (a.names | a.subject.words) ^ (b.names | b.subject.words)
    extra_a = {word for word in only_a if word not in grammar.general}
    extra_b = {word for word in only_b if word not in grammar.general}
    if not extra_a and not extra_b:
        result.is_full = not only_a and not only_b
        result.add("same words" if result.is_full else "same but general words", weights["reference.full_match"])
        return
    named = {word for word in extra_a ^ extra_b if word in names}
    plain_a, plain_b = extra_a - named, extra_b - named
    result.two_sided = bool(extra_a and extra_b)
    if named and extra_a & named and extra_b & named:
        result.add("different names", weights["reference.extra_both_sides"] * 2)
    elif named and named <= grammar.nations:
        result.add("a country on one side only", weights["reference.extra_nation"])
    elif named:
        result.add("a name on one side only", weights["reference.extra_name"])
    if plain_a and plain_b:
        count = min(len(plain_a), len(plain_b))
        result.add(
            "each has words of its own: " + ", ".join(sorted(plain_a)) + " / " + ", ".join(sorted(plain_b)),
            weights["reference.extra_both_sides"] * count,
        )
    elif plain_a or plain_b:
        extra = plain_a or plain_b
        result.one_sided = True
        result.add("only one says " + ", ".join(sorted(extra)), weights["reference.extra_one_side"] * min(len(extra), 4))
        if any(word in grammar.contrasts for word in extra):
            result.add("a parting word on one side", weights["reference.parting_word"])


def _verbs_and_context(result: Match, a: Claim, b: Claim, grammar: Grammar, weights: Weights) -> None:
    if a.actor.words and b.actor.words:
        if a.actor.words & b.actor.words:
            result.add("same actor", weights["reference.same_actor"])
        else:
            result.add(f"other actor: {a.actor.text}, {b.actor.text}", weights["reference.other_actor"])
    if a.verb and b.verb and a.verb not in b.measure.words and b.verb not in a.measure.words:
        if a.verb == b.verb:
            result.add(f"same verb: {a.verb}", weights["reference.same_verb"])
        else:
            result.add(f"other verb: {a.verb}, {b.verb}", weights["reference.other_verb"])
    elif (a.verb or b.verb) and (a.verb or b.verb) not in a.measure.words | b.measure.words:
        result.add(f"a verb on one side: {a.verb or b.verb}", weights["reference.verb_on_one_side"])
    context = _shared_context(a, b, grammar)
    if context:
        result.add(
            "shared context: " + ", ".join(sorted(context)),
            weights["reference.shared_context"] * min(len(context), _MOST_CONTEXT),
        )


def _shared_context(a: Claim, b: Claim, grammar: Grammar) -> set[str]:
    measured = a.measure.words | b.measure.words
    plain = grammar.general | grammar.relational | grammar.telling
    return {word for word in (a.topic & b.topic) - measured if word not in plain}


def numbers_for_conflict(a: Claim, b: Claim, weights: Weights) -> tuple[Slip, float]:
    """Weigh two disjoint figures: a known slip speaks for one fact misprinted, unrelated digits for two facts."""
    first, second = a.quantity, b.quantity
    assert first is not None and second is not None
    slip = tell_slip(first, second)
    digits = min(len(significant(first)), len(significant(second)))
    odds = 0.0
    if slip in (Slip.SCALE, Slip.WAN):
        odds += weights["numbers.scale" if digits >= 3 else "numbers.scale_short"]
    elif slip is not Slip.NONE:
        longest = max(len(significant(first)), len(significant(second)))
        odds += weights["numbers.slip_" + ("long" if longest >= 4 else {3: "three", 2: "two"}.get(longest, "one"))]
    else:
        low, high = sorted((abs(first.middle), abs(second.middle)))
        near = "close" if low and high * 10 <= low * 13 else "near" if low and high <= low * 2 else "far"
        odds += weights["numbers.unrelated_" + near]
    if looks_round(first) and looks_round(second):
        odds += weights["numbers.round_both"]
    return slip, odds


def numbers_for_tie(a: Claim, b: Claim, weights: Weights, found: Match | None = None) -> float:
    """Weigh two figures that agree: the longer they are, the less they agree by accident.

    Equal figures make up for a part of what speaks against the reference, where the match is given.
    """
    first, second = a.quantity, b.quantity
    assert first is not None and second is not None
    digits = min(len(significant(first)), len(significant(second)))
    odds = weights["agree." + ("long" if digits >= 4 else {3: "three", 2: "two"}.get(digits, "one"))]
    if first.value == second.value and first.bound is second.bound and (first.bound.is_lower or first.bound.is_upper):
        odds += weights["agree.same_bound"]
    if found is not None:
        odds -= weights["agree.lenient"] * found.against
    return odds
