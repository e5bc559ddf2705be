"""Whole Chinese texts: silent where they are consistent, and each slip told once, under its rule, where it stands."""

import tomllib
from pathlib import Path

import pytest

import factlint
from factlint.languages import is_chinese

TEXTS = tomllib.loads((Path(__file__).parent / "texts.toml").read_text("utf-8"))["text"]
PLANTS = [(text["zh"], plant["was"], plant["is"], plant["rule"]) for text in TEXTS for plant in text["plant"]]
PAIRS = [
    pair
    for name in ("pairs.toml", "published.toml")
    for pair in tomllib.loads((Path(__file__).parents[2] / "comparing" / name).read_text("utf-8"))["pair"]
]
HALVES = [text for pair in PAIRS for text in (pair["zh"], pair["en"]) if is_chinese(text)]


def test_there_are_enough() -> None:
    """Twelve kinds of text and more, and fifty slips."""
    assert len(TEXTS) >= 12
    assert len(PLANTS) >= 50


@pytest.mark.parametrize("text", [text["zh"] for text in TEXTS], ids=[text["name"] for text in TEXTS])
def test_a_consistent_text_is_silent(text: str) -> None:
    """Nothing is found, not even as info, and something was compared in most of them."""
    report = factlint.check(text)
    assert not report.errors
    assert [(finding.rule, finding.arithmetic) for finding in report.findings] == []


def test_consistent_texts_are_examined() -> None:
    """Silence is not blindness: what agrees is told in nearly every text."""
    verified = [len(factlint.check(text["zh"]).verified) for text in TEXTS]
    assert sum(map(bool, verified)) >= 24
    assert sum(verified) >= 90


@pytest.mark.parametrize(("text", "was", "now", "rule"), PLANTS, ids=[f"{plant[3]} {plant[2]}" for plant in PLANTS])
def test_a_slip_is_told_once(text: str, was: str, now: str, rule: str) -> None:
    """One finding under the rule that tells it, quoting places of the text."""
    assert was in text
    wrong = text.replace(was, now, 1)
    findings = factlint.check(wrong).findings
    assert [finding.rule for finding in findings] == [rule]
    for finding in findings:
        for location in finding.locations:
            assert wrong[location.start : location.end] == location.text


@pytest.mark.parametrize("text", HALVES, ids=[text[:16] for text in HALVES])
def test_the_chinese_of_a_pair_is_silent(text: str) -> None:
    """Sentences that were written to be compared with a translation hold nothing against themselves."""
    assert factlint.check(text).findings == []
