"""Shares of one whole in Chinese text, and figures told again in brackets: 约合12亿美元, 合80公顷."""

import re
from collections.abc import Iterator

from factlint.alignment.brackets import Bracketed
from factlint.alignment.chinese.lines import Line
from factlint.alignment.chinese.naming import holds
from factlint.alignment.whole_shares import WholeShares
from factlint.model.claim import Kind, Modality

_OPENED = re.compile(r"^[\s]*[（(](?:约合|折合|约折合|合|约|相当于|即)?$")
_INDUSTRIES = ("一产业", "二产业", "三产业")
_SEVERAL = ("多选", "可选", "分别占各", "各占")


def shares_in(line: Line) -> Iterator[WholeShares | Bracketed]:
    """Yield lists of shares that make one whole, and conversions in brackets."""
    yield from _brackets(line)
    yield from _industries(line)
    yield from _with_rest(line)


def _brackets(line: Line) -> Iterator[Bracketed]:
    for number in range(1, len(line.figures)):
        behind = line.tail(number)[:2].lstrip()
        if _OPENED.match(line.joint(number)) and behind[:1] in ("）", ")"):
            yield Bracketed(line.claims[number - 1], line.claims[number])


def _industries(line: Line) -> Iterator[WholeShares]:
    """Find 三次产业分别占5.1%、40.2%和54.7%: there is no fourth."""
    told = line.text[line.span.start : line.span.end]
    if not (all(word in told for word in _INDUSTRIES) or "三次产业" in told):
        return
    for number in range(len(line.figures) - 2):
        run = range(number, number + 3)
        if not all(line.figures[at].unit.is_percent and line.claims[at].direction is None for at in run):
            continue
        lead = line.clause(number)
        shares = all(line.claims[at].kind is Kind.SHARE for at in run) or (
            "分别" in lead and holds(lead, ("占", "比重", "比例", "占比"))
            and all(line.lead(at).strip() in ("、", "和", "，") for at in run[1:])
        )  # fmt: skip
        if shares and not holds(lead, ("贡献", "拉动", "同比")):
            yield WholeShares([line.claims[at] for at in run], is_complete=True)
            return


def _with_rest(line: Line) -> Iterator[WholeShares]:
    """Find 甲占60%，乙占25%，其余占15%: what is left closes the whole."""
    for last in range(1, len(line.figures)):
        if not line.clause(last).startswith(line.words.listed["sums.rest"]) or line.claims[last].kind is not Kind.SHARE:
            continue
        asides = (Kind.SHARE, Kind.DURATION)  # 18至35岁的占41%
        told = line.text[line.span.start : line.span.end]
        shares = [claim for claim in line.claims[: last + 1] if claim.kind is Kind.SHARE]
        if len(shares) > 1 and all(claim.kind in asides for claim in line.claims[:last]) and "；" not in told and not holds(told, (*_SEVERAL, "其中")) and (
            all(claim.modality is Modality.ASSERTED for claim in shares)
        ):  # fmt: skip
            yield WholeShares(list(shares), is_complete=True)
