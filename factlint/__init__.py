"""Cross-check the numeric claims of a press text: deterministic and offline.

>>> import factlint
>>> report = factlint.check("Over 2.64 million 5G base stations were built. Operators now run 2.46 million 5G base stations.")
>>> report.findings[0].name
'restated-value-differs'
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.errors import DataError, DataErrors, FactlintError, ReadError, UsageError
    from factlint.model.claim import Claim
    from factlint.model.finding import Agreement, Finding, Location, Report, Severity

__version__ = "0.1.0"

__all__ = [
    "Agreement",
    "Claim",
    "DataError",
    "DataErrors",
    "FactlintError",
    "Finding",
    "Location",
    "ReadError",
    "Report",
    "Severity",
    "UsageError",
    "__version__",
    "check",
    "claims",
]

_HOMES = {
    "factlint.errors": ("DataError", "DataErrors", "FactlintError", "ReadError", "UsageError"),
    "factlint.model.claim": ("Claim",),
    "factlint.model.finding": ("Agreement", "Finding", "Location", "Report", "Severity"),
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
    path, text = _path_or_text(source)
    if text is None:
        return engine.run([str(path)], settings)
    return engine.run_text(text, settings, markdown=markdown)


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
    path, text = _path_or_text(source)
    if text is not None:
        return engine.read_claims(engine.text_document(text, markdown=markdown), load_knowledge())
    report = Report()
    engine.each_document([str(path)], report, lambda document: found.extend(engine.read_claims(document, load_knowledge())))
    if report.errors:
        raise ReadError(report.errors[0].path, report.errors[0].message)
    return found


def _path_or_text(source: "str | os.PathLike[str]") -> "tuple[Path | None, str | None]":
    if not isinstance(source, str):
        return Path(source), None
    try:
        names_path = bool(source.strip()) and "\n" not in source and Path(source).exists()
    except (OSError, ValueError):  # too long for a name, or with a NUL in it
        names_path = False
    return (Path(source), None) if names_path else (None, source)


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- the nouns are imported when asked for: start-up is felt
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
