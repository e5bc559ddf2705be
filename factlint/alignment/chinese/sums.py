"""Parts and totals in Chinese text: A 25人、B 15人，共计40人; 其中男性22人、女性18人; 出口, 进口 and 进出口."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factlint.alignment.chinese.lines import Line
from factlint.alignment.chinese.naming import When, holds, when_of
from factlint.alignment.parts import PartAndWhole, Proportion
from factlint.alignment.products import Product
from factlint.alignment.sums import Sum
from factlint.knowledge.chinese import Chinese
from factlint.model.claim import Claim, Modality
from factlint.model.quantity import Bound
from factlint.model.record import dataclass
from factlint.model.span import Span

NATURAL = 0.88
_LEAST = 2
_REACH = 6  # sentences between halves and their total
_OF_ALL = ("占", "占比", "占比为", "占总数的", "占总数", "占总量的", "占总人数的", "占总户数的", "占总额的", "占全部的", "占总面积的", "占总数比例为",
           "占比达", "占总数比重为", "占比约", "占总数的比重为", "占总数的比例为", "占总人数", "占总量")  # fmt: skip

Relation = Sum | PartAndWhole | Proportion | Product


@dataclass(slots=True)
class Amount:
    """A plain level with its sentence, its number there, and its time."""

    line: Line
    number: int
    claim: Claim
    when: When

    @property
    def name(self) -> str:
        """What it measures."""
        return self.claim.measure.text


def sums_in(line: Line) -> Iterator[Relation]:
    """Yield the sums, parts and shares that one sentence ties."""
    yield from _total_last(line)
    yield from _rest(line)
    yield from _made_of(line)
    yield from _of_which(line)
    yield from _average(line)


def _fits(line: Line, number: int, total: int) -> bool:
    """Say whether a figure may be a part of another: an amount of one unit, and both so or both planned."""
    return (
        line.is_amount(number)
        and line.is_amount(total)
        and line.is_one_unit(number, total)
        and line.claims[number].modality is line.claims[total].modality is Modality.ASSERTED
        and not line.claims[number].role
    )


def _total_last(line: Line) -> Iterator[Sum]:
    """Find 甲25人、乙15人，合计40人: all figures of the run before the total, none of them a part of another."""
    for total in range(_LEAST, len(line.figures)):
        clause = line.clause(total).rstrip("为达是约了")
        if not clause.endswith(line.words.listed["sums.total"]) or not line.is_amount(total):
            continue
        last = total
        while last > 0 and not any(stop in line.lead(last) for stop in "，；、。"):
            last -= 1  # 三个分厂合计40亿元
        first = last
        while first > 0 and _fits(line, first - 1, total) and not _begins_anew(line, first, total):
            first -= 1
        parts = line.claims[first:last]
        opening = line.lead(first)
        if len(parts) < _LEAST or holds(opening, ("其中", "平均")) or not _are_told_alike(line, first, last):
            continue
        yield Sum(list(parts), line.claims[total], "合计")


def _begins_anew(line: Line, first: int, total: int) -> bool:
    """Say whether the run of parts ends at a figure: what stands before it is the total itself, or a whole of its own."""
    before = line.claims[first - 1]
    is_total = before.quantity is not None and before.quantity.value == line.figures[total].value
    return "其中" in line.lead(first) or "；" in line.lead(first) or is_total or "总" in before.measure.text


def _are_told_alike(line: Line, first: int, end: int) -> bool:
    """Say whether the parts are named one by one, each by a name of its own."""
    if "分别" in line.lead(first) and all(
        line.joint(at).strip() in ("、", "和", "及", "以及") for at in range(first + 1, end)
    ):
        return True
    names = [line.claims[number].measure.text for number in range(first, end)]
    return all(names) and len(set(names)) == len(names)


def _rest(line: Line) -> Iterator[Sum]:
    """Find 共120户，其中甲60户，乙40户，其余20户."""
    for last in range(_LEAST, len(line.figures)):
        if not line.clause(last).startswith(line.words.listed["sums.rest"]):
            continue
        opened = next((at for at in range(last - 1, 0, -1) if "其中" in line.lead(at)), 0)
        parts = [at for at in range(opened, last + 1) if line.is_amount(at)]
        asides = [at for at in range(opened, last) if at not in parts]
        if (
            not opened
            or last not in parts
            or len(parts) < _LEAST
            or not all(line.figures[at].unit.is_percent for at in asides)
        ):
            continue
        if all(_fits(line, at, opened - 1) for at in parts):
            yield Sum([line.claims[at] for at in parts], line.claims[opened - 1], "其余")


def _made_of(line: Line) -> Iterator[Sum]:
    """Find 120名成员，由45名教师和75名学生组成."""
    for number in range(1, len(line.figures) - 1):
        end = number + 1
        while end < len(line.figures) and line.joint(end)[:1] in ("、", "和", "及", "与"):
            end += 1
        tail = line.tail(end - 1)[: 2 * _REACH]
        if line.clause(number).startswith("由") and holds(tail, ("组成", "构成")) and end - number >= _LEAST and (
            all(_fits(line, at, number - 1) for at in range(number, end)) and not holds(tail, ("等",))
        ):  # fmt: skip
            yield Sum(line.claims[number:end], line.claims[number - 1], "组成")


def _of_which(line: Line) -> Iterator[Relation]:
    """Find 120户，其中甲30户，占25%."""
    whole = -1
    for number in range(1, len(line.figures)):
        lead = line.lead(number)
        if line.joint(number).startswith("中") and _fits(line, number, number - 1):
            yield from _part(line, number - 1, number)  # 320户中有86户，占26.9%
            continue
        cut = lead.rfind("其中")
        if cut < 0 or not lead[:cut].rstrip().endswith(("，", "（", "(", "；", ",")):
            continue
        whole = number - 1
        while whole >= 0 and not line.is_amount(whole) and "；" not in line.lead(whole):
            whole -= 1  # 120户，增长5%，其中
        if whole < 0 or not _fits(line, number, whole) or "累计" in lead[cut:] or _is_far(line, whole, number):
            continue
        yield from _part(line, whole, number)


def _part(line: Line, whole: int, part: int) -> Iterator[Relation]:
    """Yield a part with its whole, and with its share where that is told right behind it."""
    yield PartAndWhole(line.claims[part], line.claims[whole])
    share = part + 1
    if share < len(line.figures) and line.figures[share].unit.is_percent and _is_of_all(line, share):
        yield Proportion(line.claims[part], line.claims[whole], line.claims[share])


def _of_sentence_before(lines: Sequence[Line], paragraphs: Sequence[int]) -> Iterator[Relation]:
    """Find 总产量48.6万吨。其中小麦45.2万吨，占93%: the whole is the only amount of its unit in the sentence before."""
    for before, line in pairwise(lines):
        if (
            not line.figures
            or paragraphs[before.index] != paragraphs[line.index]
            or not line.lead(0).startswith("其中")
        ):
            continue
        both = Line(
            line.text, Span(before.span.start, line.span.end), line.index, [*before.figures, *line.figures], line.words
        )
        both.claims = [*before.claims, *line.claims]
        both.counters, both.classifiers = [*before.counters, *line.counters], [*before.classifiers, *line.classifiers]
        part = len(before.figures)
        wholes = [at for at in range(part) if _fits(both, part, at)]
        if len(wholes) != 1:
            continue
        yield from _part(both, wholes[0], part)


def _is_far(line: Line, whole: int, part: int) -> bool:
    """Say whether other amounts stand between a whole and what is said to be of it: the part may be of one of them."""
    return any(line.is_amount(at) for at in range(whole + 1, part))


def _is_of_all(line: Line, share: int) -> bool:
    """Say whether a share is of the whole just told: 占25%, 占总数的25%, and not 占全国的25%."""
    clause = line.clause(share).rstrip("近约超达为")
    lead = line.lead(share)
    return clause in _OF_ALL and lead.count("，") + lead.count("（") + lead.count("、") == 1


def _average(line: Line) -> Iterator[Product]:
    """Find 120家门店，营业额3.6亿元，平均每家300万元: three figures, and no other."""
    if len(line.figures) != 3:
        return
    for rate in range(3):
        clause = line.clause(rate)
        word = next((word for word in line.words.listed["sums.average"] if word in clause), "")
        others = [at for at in range(3) if at != rate]
        if not word or not all(line.is_amount(at) for at in others) or not line.is_amount(rate):
            continue
        numbers = [at for at in others if line.classifiers[at]]
        amounts = [at for at in others if line.is_one_unit(at, rate)]
        if len(numbers) != 1 or len(amounts) != 1 or numbers == amounts or line.classifiers[rate]:
            continue
        counted = (
            clause.partition("平均每")[2][:1] or clause.partition("每")[2][:1] or clause[max(clause.find("均") - 1, 0)]
        )
        if counted and counted in (
            line.classifiers[numbers[0]] + {"名": "人", "位": "人"}.get(line.classifiers[numbers[0]], "")
        ):
            yield Product(line.claims[rate], line.claims[numbers[0]], line.claims[amounts[0]], needs_slip=rate != 2)


def sums_near(lines: Sequence[Line], paragraphs: Sequence[int]) -> Iterator[Relation]:
    """Yield totals whose parts leave nothing over by their names: men and women, exports and imports, three industries."""
    amounts = [
        Amount(line, number, line.claims[number], when_of(line, number))
        for line in lines
        for number in range(len(line.figures))
        if line.is_amount(number) and line.claims[number].measure.text and not line.claims[number].role
        and line.claims[number].modality is Modality.ASSERTED and line.figures[number].bound is not Bound.RANGE
    ]  # fmt: skip
    if not amounts:
        return
    words = amounts[0].line.words
    yield from _of_sentence_before(lines, paragraphs)
    for at, second in enumerate(amounts):
        if not at or amounts[at - 1].line is not second.line or amounts[at - 1].number + _LEAST + 1 < second.number:
            continue
        first = amounts[at - 1]
        of = _halved(first.name, second.name, _halves(words)) or _halved(second.name, first.name, _halves(words))
        if of is None or not first.line.is_one_unit(first.number, second.number):
            continue
        total = _total_before(amounts[: at - 1], first, of, paragraphs)
        if total is not None:
            yield Sum([first.claim, second.claim], total.claim, "halves", NATURAL, is_near=total.line is not first.line)
    for total_word, equation in words.paired["sums.identities"].items():
        yield from _natural(amounts, total_word, equation, words.listed["sums.generic"], paragraphs)


def _halves(words: Chinese) -> list[tuple[str, str]]:
    """Return the pairs that leave nothing over."""
    return [(one, other) for one, _, other in (pair.partition("=") for pair in words.listed["sums.halves"])]


def _halved(first: str, second: str, halves: list[tuple[str, str]]) -> str | None:
    """Return what two names share beside a pair of halves: 人口 of 男性人口 and 女性人口."""
    for one, other in halves:
        if one in first and other in second and one not in second and other not in first:
            rest = first.replace(one, "", 1)
            if rest == second.replace(other, "", 1):
                return rest
    return None


def _total_before(amounts: Sequence[Amount], part: Amount, name: str, paragraphs: Sequence[int]) -> Amount | None:
    """Return the level that two halves make: the one before 其中 in their sentence, or the only one of their name near by."""
    words = [word for pair in _halves(part.line.words) for word in pair]
    found: dict[str, Amount] = {}
    for one in reversed(amounts[-12:]):
        near = part.claim.sentence - one.claim.sentence
        if near > _REACH or paragraphs[one.claim.sentence] != paragraphs[part.claim.sentence]:
            break
        figures, other = one.line.figures, part.line.figures
        same_unit = figures[one.number].unit.name == other[part.number].unit.name and (
            one.line.classifiers[one.number] == part.line.classifiers[part.number]
        )
        if not same_unit or one.when.against(part.when) == "other":
            continue
        if near == 0 and "其中" in part.line.lead(part.number):
            return one
        if name and one.name.endswith(name) and not holds(one.name, words):
            found.setdefault(one.name, one)
    return next(iter(found.values())) if len(found) == 1 else None


def _natural(
    amounts: Sequence[Amount], total: str, equation: str, generic: Sequence[str], paragraphs: Sequence[int]
) -> Iterator[Sum]:
    """Yield totals of a name with the terms that make them, all of one paragraph, one time and one unit."""
    minus = "-" in equation
    names = equation.replace("-", "+").split("+")
    for at, whole in enumerate(amounts):
        if total not in whole.name:
            continue
        rest = _rest_of(whole.name, total, generic)
        terms: list[Amount] = []
        for name in names:
            found = [
                one for one in amounts[max(at - 8, 0) : at + 9]
                if name in one.name and total not in one.name and (name == total or "进出口" not in one.name)
                and _rest_of(one.name, name, generic) == rest and _is_beside(one, whole, paragraphs)
            ]  # fmt: skip
            if len(found) != 1:
                break
            terms += found
        if len(terms) != len(names) or rest:
            continue
        signs = [1, -1] if minus else [1] * len(terms)
        is_near = any(term.line is not whole.line for term in terms)
        yield Sum([term.claim for term in terms], whole.claim, total, NATURAL, signs=signs, is_near=is_near)


def _rest_of(name: str, word: str, generic: Sequence[str]) -> str:
    """Return what a name says beyond a word and the general ones: 对东盟 of 对东盟出口额."""
    rest = name.replace(word, "", 1)
    for common in generic:
        rest = rest.replace(common, "")
    return rest


def _is_beside(one: Amount, whole: Amount, paragraphs: Sequence[int]) -> bool:
    return (
        paragraphs[one.claim.sentence] == paragraphs[whole.claim.sentence]
        and abs(one.claim.sentence - whole.claim.sentence) <= 2
        and one.line.figures[one.number].unit.name == whole.line.figures[whole.number].unit.name
        and one.when.against(whole.when) != "other"
    )
