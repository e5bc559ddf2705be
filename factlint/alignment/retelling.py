"""Whether one passage tells another again: by the words around two figures, and by the figures that stand beside them.

A summary and its detail seldom share their grammar, but they share what is said of a figure in few places, and the
figures told with it: "profit rose 18% and the margin widened by 130 basis points", "profit was $116 million, up 18%; the
margin was up 130 basis points". What the clause reader makes of both counts as well, for less.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations, product

from factlint.alignment.recalls import Recall
from factlint.alignment.score import Match, contrast
from factlint.alignment.slips import Slip, compare, significant, tell_slip
from factlint.alignment.two_things import act_apart, count_apart, negates
from factlint.alignment.windows import NONE, Window, windows_of
from factlint.claims.build import Reading
from factlint.knowledge.evidence import Weights
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import Claim
from factlint.model.interval import Rational

Key = tuple[str, Rational]
"""The dimension and the value of a figure: what two mentions of one fact have in common."""

_CROWD = 24  # claims that share a word: beyond this it finds nobody
_MANY = 8  # mentions of one value: beyond this it ties no two sentences
_FULL_SENTENCE = 12  # figures in a sentence: beyond this it is a table
_WORTH = (0.0, 0.5, 1.5, 3.0, 4.0, 5.0)  # of an equal figure beside, by its digits
_MOST_WORTH = 4.0
_USUAL = 3  # mentions of one value: from here on it is worth less
_MOST_SHARED = 4
_MOST_APART = 2
_ALIKE = 2  # words around two mentions of one figure by which each confirms the other
_PARTING = frozenset({"two_things", "other_act", "act_on_one_side", "other_basis", "other_names", "other_actor"})
_USUAL_FIGURES = 120  # in a text: of fewer figures any two are the sooner of one fact
_MOST_FOR_FEW = 2.5
_APART = 3  # sentences: passages nearer to one another are one passage
_FAR = 4.0
_LEAST_DIGITS = 2  # of a figure that points back


class Retelling:
    """The windows and the figures of one document, indexed."""

    def __init__(
        self, readings: Sequence[Reading], claims: Sequence[Claim], grammar: Grammar, recalled: Mapping[int, Recall]
    ) -> None:
        self._claims = claims
        self._recalled = recalled
        self._grammar = grammar
        self._windows: dict[int, Window] = {}
        self._keys: dict[int, Key] = {}
        self._by_sentence: dict[int, list[int]] = defaultdict(list)
        for reading in readings:
            for index, seen in zip(reading.claims, windows_of(reading, grammar) if reading.claims else (), strict=True):
                quantity = claims[index].quantity
                if quantity is None:
                    continue
                self._windows[index] = seen
                self._keys[index] = (dimension_of(claims[index]), quantity.middle)
                self._by_sentence[claims[index].sentence].append(index)
        self._counts = Counter(self._keys.values())
        self.few = max(min(math.log(_USUAL_FIGURES / max(len(self._keys), 1)), _MOST_FOR_FEW), 0.0)
        self._met: dict[tuple[int, int], frozenset[Key]] = {}
        self._carriers: dict[tuple[str, frozenset[str]], int] = {}
        self._nearest: dict[tuple[int, int], dict[str, int]] = {}
        self._unseen: float | None = None
        self._apart: tuple[int, int, int] = (-1, -1, 0)  # the pair that was asked for last, and the answer

    @cached_property
    def _posted(self) -> dict[tuple[str, str], list[int]]:
        """The claims by dimension and word of their window."""
        posted: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index, seen in self._windows.items():
            for word in seen.words:
                if word not in self._grammar.general:
                    posted[self._keys[index][0], word].append(index)
        return posted

    @cached_property
    def _alike(self) -> dict[Key, list[int]]:
        """The claims of each figure."""
        found: dict[Key, list[int]] = defaultdict(list)
        for index, key in self._keys.items():
            found[key].append(index)
        return found

    @cached_property
    def _values(self) -> dict[int, frozenset[Key]]:
        """The figures of each sentence."""
        return {sentence: frozenset(self._keys[i] for i in found) for sentence, found in self._by_sentence.items()}

    def candidates(self, comparable: frozenset[int]) -> Iterator[tuple[Claim, Claim]]:
        """Yield pairs of one dimension that share a word of their windows, or whose sentences share a telling figure."""
        for group in self._posted.values():
            if len(group) <= _CROWD:
                yield from self._pairs(combinations(group, 2), comparable)
        for group in self._alike.values():
            if not 2 <= len(group) <= _MANY or self._worth(group[0]) < 1:
                continue
            sentences = sorted({self._claims[index].sentence for index in group})
            for one, other in combinations(sentences, 2):
                first, second = self._by_sentence[one], self._by_sentence[other]
                if len(first) <= _FULL_SENTENCE and len(second) <= _FULL_SENTENCE:
                    yield from self._pairs(product(first, second), comparable)

    def _pairs(self, pairs: Iterable[tuple[int, int]], comparable: frozenset[int]) -> Iterator[tuple[Claim, Claim]]:
        for one, other in pairs:
            if one in comparable and other in comparable and self._keys[one][0] == self._keys[other][0]:
                first, second = self._claims[min(one, other)], self._claims[max(one, other)]
                if first.sentence != second.sentence:
                    yield first, second

    def _worth(self, index: int) -> float:
        """Return what an equal figure proves: the more the longer it is, the less the oftener it stands in the text."""
        quantity = self._claims[index].quantity
        assert quantity is not None
        worth = _WORTH[min(len(significant(quantity)), len(_WORTH) - 1)]
        return worth * min(1.0, _USUAL / self._counts[self._keys[index]])

    def ledger(
        self, first: Claim, second: Claim, found: Match, weights: Weights, *, series: bool
    ) -> list[tuple[str, float]]:
        """Return what speaks for and against, by name."""
        entries = self._entries(first, second, found, series=series)
        return [(name.replace("_", " "), weights[f"retelling.{name}"] * count) for name, count in entries if count]

    def told(self, first: Claim, second: Claim, found: Match, weights: Weights, *, series: bool) -> float:
        """Return what the ledger adds up to."""
        entries = self._entries(first, second, found, series=series)
        return sum(weights[_NAMED[name]] * count for name, count in entries if count)

    def _entries(self, first: Claim, second: Claim, found: Match, *, series: bool) -> list[tuple[str, float]]:
        """Return how often each piece of evidence is there, in the order of the ledger."""
        a, b, features = self._windows.get(first.index, NONE), self._windows.get(second.index, NONE), found.features
        entries = [("start", 1.0), ("reference", min(max(found.odds, -10.0), 4.0))]
        entries.append(("other_basis", "manner.other_basis" in features))
        entries.append(("two_things", found.two_sided))
        entries.append(("other_things", count_apart(first, second)))
        entries.append(("other_act", "reference.other_verb" in features))
        entries.append(("act_on_one_side", "reference.verb_on_one_side" in features))
        entries.append(("other_topic", "discourse.other_topic" in features))
        entries.append(("other_kind", "manner.other_kind" in features))
        entries.append(("other_period", "period.other_inherited" in features))
        entries.append(("series", series))
        entries.append(("word_before", bool(a.before) and a.before == b.before))
        shared = a.plain & b.plain
        if shared:
            carriers = max(self._carried(self._keys[first.index][0], shared), 2)
            entries.append(("shared", min(len(shared), _MOST_SHARED)))
            entries.append(("shared_by_two", carriers == 2))
            entries.append(("shared_by_three", carriers == 3))
        recall = self._recalls(first, second)
        entries.append(("recalled", recall is not None))
        entries.append(("other_names", recall is not Recall.SAID and bool(a.names - b.words and b.names - a.words)))
        entries.append(("other_actor", act_apart(first, second)))
        entries.append(("few_figures", 0.0 if any(count for name, count in entries if name in _PARTING) else self.few))
        parted = contrast(a.words - b.words, b.words - a.words, self._grammar)
        entries.append(("contrast", parted is not None))
        entries.append(("negated", self.denies(first, second)))
        entries.append(
            ("figures_beside", min(self._beside(first, second, first.sentence, second.sentence), _MOST_WORTH))
        )
        entries.append(("figures_apart", min(self.apart(first, second), _MOST_APART)))
        if abs(first.sentence - second.sentence) >= _APART:
            entries.append(("figures_around", min(self._around(first, second), _MOST_WORTH)))
        entries.append(("distance", min(math.log(1 + abs(first.sentence - second.sentence)), _FAR)))
        return entries

    def _recalls(self, first: Claim, second: Claim) -> Recall | None:
        """Return how the later figure points back at the other, a slip away, where no figure before it is equal."""
        early, late = (first, second) if first.index < second.index else (second, first)
        recall = self._recalled.get(late.index)
        if recall is None or early.sentence == late.sentence:
            return None
        if any(
            index < late.index and self._claims[index].direction is late.direction
            for index in self._alike[self._keys[late.index]]
        ):
            return None
        assert early.quantity is not None and late.quantity is not None
        if late.quantity.unit.is_count and early.measure.words.isdisjoint(late.measure.words):
            return None  # of the 1,284 tickets, of the 1,824 programs
        slip = tell_slip(early.quantity, late.quantity)
        if recall is not Recall.DEFINITE:
            is_same = significant(early.quantity) == significant(late.quantity)  # the other way, or in another unit
            return None if slip is Slip.NONE and not is_same else recall
        is_same = slip is Slip.SCALE and significant(early.quantity) == significant(late.quantity)
        return recall if is_same or slip is Slip.TRANSPOSITION else None  # two facts seldom differ so by accident

    def points_back(self, first: Claim, second: Claim) -> bool:
        """Say whether the later of two figures points back at one told before, as which only the other will do."""
        return self._recalls(first, second) is not None

    def called_back(self) -> Iterator[tuple[Claim, Claim]]:
        """Yield each figure that points back with those before it of the same digits: in another order, at another scale."""
        alike: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index, (dimension, _) in self._keys.items():
            quantity = self._claims[index].quantity
            digits = "" if quantity is None else "".join(sorted(significant(quantity)))
            if len(digits) < _LEAST_DIGITS:
                continue
            earlier = alike[dimension, digits]
            if index in self._recalled:
                late = self._claims[index]
                found = [at for at in earlier[-_MANY:] if self.points_back(self._claims[at], late)]
                if len({self._keys[at] for at in found}) == 1:
                    yield from ((self._claims[at], late) for at in found)
            earlier.append(index)

    def denies(self, first: Claim, second: Claim) -> bool:
        """Say whether a word near one figure is denied near the other."""
        a, b = self._windows.get(first.index, NONE).words, self._windows.get(second.index, NONE).words
        return negates(a, b) or negates(b, a)

    def most(self, first: Claim, second: Claim, found: Match, weights: Weights) -> float:
        """Return what the ledger of two claims adds up to at most, told in a fraction of the time; the sum is no greater."""
        a, b = self._windows.get(first.index, NONE), self._windows.get(second.index, NONE)
        features = found.features
        if self._unseen is None:
            self._unseen = _unseen(weights)
        total = self._unseen + weights["retelling.reference"] * min(max(found.odds, -10.0), 4.0)
        is_parted = False
        for name, feature in _TOLD_BY:
            if feature in features:
                total += weights[name]
                is_parted |= name in _PARTED_BY
        if found.two_sided:
            total += weights["retelling.two_things"]
            is_parted = True
        is_recalled = first.index in self._recalled or second.index in self._recalled
        if not is_parted and (is_recalled or not (a.names - b.words and b.names - a.words)):
            total += weights["retelling.few_figures"] * self.few
        if is_recalled:
            total += weights["retelling.recalled"]
        if a.before and a.before == b.before:
            total += weights["retelling.word_before"]
        shared = len(a.plain & b.plain)
        if shared:
            total += weights["retelling.shared"] * min(shared, _MOST_SHARED)
            total += max(weights["retelling.shared_by_two"], weights["retelling.shared_by_three"], 0.0)
        beside = self._beside(first, second, first.sentence, second.sentence)
        total += weights["retelling.figures_beside"] * min(beside, _MOST_WORTH)
        distance = abs(first.sentence - second.sentence)
        if distance >= _APART:
            total += max(weights["retelling.figures_around"], 0.0) * _MOST_WORTH
        return total + weights["retelling.distance"] * min(math.log(1 + distance), _FAR)

    def _carried(self, dimension: str, shared: frozenset[str]) -> int:
        """Return how many different figures of a dimension have all these words around them."""
        known = self._carriers.get((dimension, shared))
        if known is None:
            least = min((self._posted.get((dimension, word), []) for word in shared), key=len)
            if len(least) > _CROWD:
                known = _CROWD
            else:
                known = len({self._keys[index] for index in least if shared <= self._windows[index].words})
            self._carriers[dimension, shared] = known
        return known

    def _beside(self, first: Claim, second: Claim, one: int, other: int) -> float:
        """Return what the figures prove that two sentences share beside the two that are compared."""
        met = self._met.get((one, other))
        if met is None:
            met = self._values.get(one, frozenset()) & self._values.get(other, frozenset())
            self._met[one, other] = met
        own = {self._keys.get(first.index), self._keys.get(second.index)}
        total = 0.0
        for index in self._by_sentence.get(one, ()) if met else ():
            key = self._keys[index]
            if key in met and key not in own:
                total += self._worth(index)
        return total

    def _around(self, first: Claim, second: Claim) -> float:
        one, other = first.sentence, second.sentence
        return sum(self._beside(first, second, one + x, other + y) for x, y in ((0, 1), (1, 0), (0, -1), (-1, 0)))

    def apart(self, first: Claim, second: Claim) -> int:
        """Return how many figures beside the two differ as well: a slip changes one figure, two facts differ in all.

        "$102,000 and a ratio of 71%", "$81,000 and a ratio of 60%": two loans.
        """
        if self._apart[:2] == (first.index, second.index):
            return self._apart[2]
        found = 0
        for step in (-1, 1):
            mine, theirs = self._next(first, step), self._next(second, step)
            if mine and theirs:
                for dimension, one in mine.items():
                    other = theirs.get(dimension)
                    if other is not None and self._keys[one] != self._keys[other] and self._differ(one, other):
                        found += 1
        self._apart = (first.index, second.index, found)
        return found

    def _next(self, claim: Claim, step: int) -> dict[str, int]:
        """Return the nearest figure of each dimension on one side of a claim, in its sentence."""
        known = self._nearest.get((claim.index, step))
        if known is not None:
            return known
        beside = self._by_sentence.get(claim.sentence, [])
        at = bisect_left(beside, claim.index)
        found = self._nearest[claim.index, step] = {}
        reach = beside[at + 1 :] if step > 0 else reversed(beside[:at])
        for index in reach:
            found.setdefault(self._keys[index][0], index)
        return found

    def _differ(self, one: int, other: int) -> bool:
        a, b = self._claims[one], self._claims[other]
        if a.kind is not b.kind or a.role != b.role or a.quantity is None or b.quantity is None:
            return False
        one_of, other_of = a.measure.words, b.measure.words
        if a.quantity.unit.is_count and one_of and other_of and not one_of & other_of:
            return False  # so many users, so many ports
        return not compare(a.quantity, b.quantity).agree

    def is_settled(self, first: Claim, second: Claim) -> bool:
        """Say whether the text itself shows two facts: one of the figures is told again beside the other, or both elsewhere."""
        return (
            self._stands_near(first, second)
            or self._stands_near(second, first)
            or (self._is_confirmed(first) and self._is_confirmed(second))
        )

    def _stands_near(self, claim: Claim, other: Claim) -> bool:
        """Say whether the figure of a claim stands in the sentence of the other as well; in a long text, or next to it."""
        reach = 0 if self.few else 1
        key = self._keys.get(claim.index)
        if key is None or self._counts[key] < 2:
            return False
        return any(
            index != claim.index and self._keys[index] == key
            for sentence in range(other.sentence - reach, other.sentence + reach + 1)
            for index in self._by_sentence.get(sentence, ())
        )

    def _is_confirmed(self, claim: Claim) -> bool:
        """Say whether another sentence gives the same figure in words alike."""
        key = self._keys.get(claim.index)
        if key is None or not 2 <= self._counts[key] <= _CROWD:
            return False
        own = self._windows[claim.index]
        plain = own.plain
        for index in self._alike[key]:
            other, measured = self._windows[index], self._claims[index].measure.words
            is_other = claim.measure.words and measured and not claim.measure.words & measured
            if self._claims[index].sentence != claim.sentence and not is_other:
                shared = len(plain & other.words)
                if shared >= _ALIKE or (shared and own.before == other.before):
                    return True
        return False


_TOLD_BY = (
    ("retelling.other_basis", "manner.other_basis"),
    ("retelling.other_act", "reference.other_verb"),
    ("retelling.act_on_one_side", "reference.verb_on_one_side"),
    ("retelling.other_topic", "discourse.other_topic"),
    ("retelling.other_kind", "manner.other_kind"),
    ("retelling.other_period", "period.other_inherited"),
)
"""What the ledger takes from the match of two claims, by the names of both."""
_NAMED = {
    name: f"retelling.{name}"
    for name in (
        "start", "reference", "other_basis", "two_things", "other_things", "other_act", "act_on_one_side", "other_topic",
        "other_kind", "other_period", "series", "word_before", "shared", "shared_by_two", "shared_by_three", "recalled", "other_names",
        "other_actor", "few_figures", "contrast", "negated", "figures_beside", "figures_apart", "figures_around", "distance",
    )
}  # fmt: skip
"""The names of all entries of the ledger, with those of their weights."""
_PARTED_BY = frozenset(f"retelling.{name}" for name in _PARTING)
_UNSEEN = ("series", "other_things", "other_names", "other_actor", "contrast", "negated", "figures_apart")


def _unseen(weights: Weights) -> float:
    """Return the start, and at most what the entries may add that are asked for only where it matters: as a rule nothing."""
    return weights["retelling.start"] + sum(max(weights[f"retelling.{name}"], 0.0) * _MOST_APART for name in _UNSEEN)


def dimension_of(claim: Claim) -> str:
    """Return the dimension of a claim's unit, with its name where no factor leads to another unit of it."""
    quantity = claim.quantity
    assert quantity is not None
    if quantity.kin is None:
        unit = quantity.unit
        name = unit.name if unit.dimension == "currency" or unit.factor is None else ""
        quantity.kin = f"{unit.dimension}:{name}:{unit.per}"
    return quantity.kin
