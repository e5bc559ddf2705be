"""A text that was edited is read and judged as one that nobody read before."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint import engine
from factlint.engine import Settings
from factlint.model.claim import Claim
from factlint.model.finding import Report
from factlint.readers import read_text
from factlint.rereading import Rereading
from factlint.runs import Plan, check_open

TEXTS = tuple(path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "documents").glob("*.txt")))
LONG = "\n\n".join(TEXTS[:8])
INSERTED = (
    "x", "7", " ", "the ", "\n", "\n\n", ".", "(", "Sorry, I misspoke: 5 of the 9 boats. ", "In 2021, sales rose 4% to 12 million. ",
    "Question: How many?\n\nMs. Lee: There were 40 people in March. ", "dollars of Canada ", "In total, ", "Northern Grid (NG) ",
)  # fmt: skip


@st.composite
def edited(draw: st.DrawFn) -> list[str]:
    """Versions of a text, each made from the one before by one edit."""
    text = draw(st.sampled_from(TEXTS))
    start = draw(st.integers(0, max(len(text) - 1500, 0)))
    versions = [text[start : start + 2500]]
    for _ in range(draw(st.integers(1, 4))):
        text = versions[-1]
        at = draw(st.integers(0, len(text)))
        end = min(at + draw(st.sampled_from((0, 0, 1, 5, 40, 300))), len(text))
        versions.append(text[:at] + draw(st.sampled_from(("", *INSERTED))) + text[end:])
    return versions


def shared(claims: list[Claim]) -> list[tuple[int | None, ...]]:
    """Return which claims share one period, not only an equal one."""
    seen: dict[int, int] = {}
    return [
        tuple(None if each is None else seen.setdefault(id(each), len(seen)) for each in (claim.period, claim.against))
        for claim in claims
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edited())
def test_each_version_is_read_and_judged_as_a_new_text(versions: list[str]) -> None:
    """Whatever was edited, claims, sentences and the report are those of a whole check."""
    plan, earlier = Plan(), Rereading()
    knowledge = Settings().knowledge()
    kept = Rereading()
    for text in versions:
        again = kept.read(read_text(text, "a.txt"), knowledge)
        anew = Rereading().read(read_text(text, "a.txt"), knowledge)
        assert again.claims == anew.claims
        assert shared(again.claims) == shared(anew.claims)
        assert [one.parse for one in again.readings] == [one.parse for one in anew.readings]
        assert [one.elements for one in again.readings] == [one.elements for one in anew.readings]
        assert [one.claims for one in again.readings] == [one.claims for one in anew.readings]
        assert report_of(text, plan, earlier) == report_of(text, plan)


def report_of(text: str, plan: Plan, earlier: Rereading | None = None) -> Report:
    """Check a text; the text itself is left out of what is compared."""
    report = check_open(read_text(text, "a.txt"), plan, earlier)
    report.texts.clear()
    return report


def test_only_the_paragraph_of_an_edit_is_read_again() -> None:
    """One word more in a long text: the sentences around it are read, and no others."""
    knowledge, earlier = Settings().knowledge(), Rereading()
    earlier.read(read_text(LONG, "a.txt"), knowledge)
    assert earlier.reread > 60
    at = LONG.index("\n\n", len(LONG) // 2) + 2
    earlier.read(read_text(f"{LONG[:at]}Then {LONG[at:]}", "a.txt"), knowledge)
    assert earlier.reread <= 8


def test_other_knowledge_reads_the_whole_text_again() -> None:
    """Words of the user's own may make something else of every sentence."""
    earlier = Rereading()
    earlier.read(read_text(LONG, "a.txt"), Settings().knowledge())
    first = earlier.reread
    earlier.read(read_text(LONG, "a.txt"), Settings(languages=("en",)).knowledge())
    assert earlier.reread == first


@pytest.mark.parametrize("before", ["US dollars", "Canadian dollars"])
def test_a_currency_named_elsewhere_reads_the_whole_text_again(before: str) -> None:
    """What a bare sign stands for is told by the whole text."""
    text = f"Figures are in {before}.\n\n" + "The fund paid $40 a share, up from $30.\n\n" * 3
    earlier, plan = Rereading(), Plan()
    report_of(text, plan, earlier)
    edited_text = text.replace(before, "Australian dollars")
    assert report_of(edited_text, plan, earlier) == report_of(edited_text, plan)


def test_a_text_that_turns_chinese_is_checked_as_one() -> None:
    """Another language has its own reader, and coming back has nothing stale."""
    earlier, plan = Rereading(), Plan()
    for text in ("Sales rose 5% to 20.", "销售额增长了5%，达到20亿元。" * 5, "Sales rose 5% to 21."):
        assert report_of(text, plan, earlier) == report_of(text, plan)


def test_evidence_is_the_same_object_of_claims() -> None:
    """What was kept is not made again: claims of untouched sentences are the same objects."""
    knowledge, earlier = Settings().knowledge(), Rereading()
    first = engine.evidence_of(read_text(LONG, "a.txt"), knowledge, earlier)
    before = list(first.claims)
    at = LONG.index("\n\n", len(LONG) // 2) + 2
    second = engine.evidence_of(read_text(f"{LONG[:at]}Then {LONG[at:]}", "a.txt"), knowledge, earlier)
    assert sum(one is other for one, other in zip(before, second.claims, strict=True)) > len(before) - 20
