"""Cross-check the numeric claims of a press text: deterministic and offline.

>>> import factlint
>>> report = factlint.check("They run 2.64 million 5G base stations. The 2.46 million 5G base stations reach all towns.")
>>> report.findings[0].name
'restated-value-differs'
"""

import os
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.errors import DataError, DataErrors, FactlintError, ReadError, UsageError
    from factlint.model.claim import Claim
    from factlint.model.finding import Agreement, Finding, Location, Report, Severity
    from factlint.quantities.listing import Quantity

__version__ = "0.1.0"

__all__ = [
    "Agreement",
    "Claim",
    "DataError",
    "DataErrors",
    "FactlintError",
    "Finding",
    "Location",
    "Quantity",
    "ReadError",
    "Report",
    "Severity",
    "UsageError",
    "__version__",
    "check",
    "claims",
    "quantities",
]

_HOMES = {
    "factlint.errors": ("DataError", "DataErrors", "FactlintError", "ReadError", "UsageError"),
    "factlint.model.claim": ("Claim",),
    "factlint.model.finding": ("Agreement", "Finding", "Location", "Report", "Severity"),
    "factlint.quantities.listing": ("Quantity",),
}


def check(
    source: "str | os.PathLike[str]",
    *,
    select: "Iterable[str]" = (),
    ignore: "Iterable[str]" = (),
    min_confidence: float = 0.0,
    markdown: bool = False,
) -> "Report":
    """Cross-check a text, a file or a folder and return what was found.

    A ``Path``, or a string that names an existing file or folder, is read from disk; any other string is the text
    itself, read as Markdown where ``markdown`` is set. ``select`` and ``ignore`` take names, codes and prefixes of
    rules. A file that cannot be read is told in ``report.errors`` and does not raise.
    """
    from factlint import engine
    from factlint.checks.select import Selection

    settings = engine.Settings(Selection(tuple(select), tuple(ignore)), min_confidence)
    if _names_path(source):
        return engine.run([os.fspath(source)], settings)
    return engine.run_text(str(source), settings, markdown=markdown)


def claims(source: "str | os.PathLike[str]", *, markdown: bool = False) -> "list[Claim]":
    """Return every numeric claim of a text or a file, in text order.

    The source is taken as ``check`` takes it; a folder gives the claims of its files one after the other. A file that
    cannot be read raises ``ReadError``.
    """
    from factlint import engine
    from factlint.errors import ReadError
    from factlint.knowledge import load_knowledge
    from factlint.model.finding import Report

    found: list[Claim] = []
    knowledge = load_knowledge()
    if not _names_path(source):
        return engine.read_claims(engine.text_document(str(source), markdown=markdown), knowledge)
    report = Report()
    engine.each_document(
        [os.fspath(source)], report, lambda document: found.extend(engine.read_claims(document, knowledge))
    )
    if report.errors:
        raise ReadError(report.errors[0].path, report.errors[0].message)
    return found


def quantities(text: str, *, markdown: bool = False) -> "list[Quantity]":
    """Return every quantity of a text, in text order.

    >>> [found] = quantities("Over 2.64 million 5G base stations have been built.")
    >>> found.text, found.value, found.bound.value, found.counted
    ('Over 2.64 million', 2640000, 'more_than', '5G base stations')

    Faster than ``claims``, which also says what each figure is about. Values are exact; dates, periods and numbers that
    are part of a name (5G, Section 427) are no quantities.
    """
    from factlint import engine
    from factlint.quantities.listing import list_quantities

    return list_quantities(engine.text_document(text, markdown=markdown))


def _names_path(source: "str | os.PathLike[str]") -> bool:
    """Say whether a file or folder is meant, and not a text."""
    if not isinstance(source, str):
        return True
    try:
        return "\n" not in source and os.path.exists(source)
    except ValueError:  # a text with a NUL in it is no name
        return False


class _Package(ModuleType):
    """Keeps ``factlint.claims`` and ``quantities`` functions when rooms of their names are imported, which would take them."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in ("claims", "quantities") or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- the nouns are imported when asked for: start-up is felt
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
