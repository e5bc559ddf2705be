"""The benchmark of reliability: what counts as right, and that the promise of sure findings is kept where labels are ours."""

import importlib.util
import random
import sys
from types import ModuleType
from typing import Any

import pytest

from tests.support import CHECKOUT


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, CHECKOUT / "benchmarks" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reliability() -> Any:
    """The script, loaded from the checkout."""
    path = list(sys.path)
    yield _load("reliability")
    sys.path[:] = path


def test_sure_findings_in_own_documents_are_right(reliability: Any) -> None:
    """Of the findings of 0.9 and above in the project's own documents, 19 in 20 and more are planted ones."""
    judged = list(reliability.own_documents())
    assert sum(one.confidence >= 0.9 for one in judged) >= 40
    assert reliability.is_reliable(judged)


def test_generated_texts_have_both_labels(reliability: Any) -> None:
    """Some of the texts agree and some do not, and the sure findings tell which."""
    dice = random.Random(3)
    labels = {is_broken for _, is_broken in (sys.modules["generated"].texts(dice) for _ in range(40))}
    assert labels == {True, False}
    assert reliability.is_reliable(reliability.generated_documents(60, 3))


def test_the_table_adds_up(reliability: Any) -> None:
    """Each finding stands in one bin, and the last line sums up the sure ones."""
    made = [
        reliability.Judged("x", "FL101", confidence, confidence != 0.91, "") for confidence in (0.3, 0.74, 0.91, 1.0)
    ]
    rows = reliability.table(made)
    counts = [int(row.split("|")[2]) for row in rows[2:-1]]
    assert sum(counts) == len(made)
    assert rows[-1].split("|")[2:5] == [" 2 ", " 1 ", " 1 "]
    assert not reliability.is_reliable(made)


def test_findings_read_by_hand_are_listed(reliability: Any) -> None:
    """Each names its set, document, rule, spans and reason."""
    assert all(entry.keys() >= {"set", "doc", "rule", "spans", "reason"} for entry in reliability.wild())
