"""The rules' code: one module, one function and one card a rule. The folder is the list; there is no other."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from factlint.checks.check import Check
from factlint.errors import FactlintError
from factlint.knowledge.card import Card


def load_checks(cards: Mapping[str, Card]) -> dict[str, Check]:
    """Return all checks, by code in the order of codes, and refuse a card without a check or a check without a card."""
    checks = _found()
    if lone := sorted(checks.keys() ^ cards.keys()):
        what = {code: "a check without a card" if code in checks else "a card without a check" for code in lone}
        raise FactlintError("; ".join(f"{code} is {words}" for code, words in what.items()))
    return checks


@cache
def _found() -> dict[str, Check]:
    """Import all checks, once a process."""
    checks: dict[str, Check] = {}
    for module_name in _module_names():
        found = [value for value in vars(import_module(module_name)).values() if isinstance(value, Check)]
        if len(found) != 1 or not module_name.rpartition(".")[2].startswith(found[0].code.lower() + "_"):
            raise FactlintError(f"{module_name}: a module of checks holds one check, and its name begins with its code")
        checks[found[0].code] = found[0]
    return checks


def _module_names() -> list[str]:
    folder = Path(__file__).parent
    return [f"{__name__}.{path.stem}" for path in sorted(folder.glob("fl[0-9]*_*.py"))]
