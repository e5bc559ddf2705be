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
    from datetime import date

    from factlint.archive.adding import Added
    from factlint.archive.series import Point
    from factlint.engine import Settings
    from factlint.errors import DataError, DataErrors, FactlintError, ReadError, UsageError
    from factlint.model.claim import Claim
    from factlint.model.finding import Agreement, Finding, Location, Report, Severity
    from factlint.quantities.listing import Quantity

__version__ = "0.1.0"

__all__ = [
    "Added",
    "Agreement",
    "Claim",
    "DataError",
    "DataErrors",
    "FactlintError",
    "Finding",
    "Location",
    "Point",
    "Quantity",
    "ReadError",
    "Report",
    "Severity",
    "UsageError",
    "__version__",
    "archive_add",
    "archive_check",
    "archive_query",
    "check",
    "claims",
    "quantities",
]

_HOMES = {
    "factlint.archive.adding": ("Added",),
    "factlint.archive.series": ("Point",),
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
    archive: "str | os.PathLike[str] | None" = None,
) -> "Report":
    """Cross-check a text, a file or a folder and return what was found.

    A ``Path``, or a string that names an existing file or folder, is read from disk; any other string is the text
    itself, read as Markdown where ``markdown`` is set. ``select`` and ``ignore`` take names, codes and prefixes of
    rules. ``archive`` is the folder of an archive that the texts are held against, too. A file that cannot be read is
    told in ``report.errors`` and does not raise.
    """
    from factlint import engine
    from factlint.checks.select import Selection

    selection = Selection(tuple(select), tuple(ignore))
    if archive is not None:
        from pathlib import Path

        with_archive = engine.Settings(selection, min_confidence, archive=Path(archive).absolute())
        return _held(source, with_archive, markdown=markdown)
    settings = engine.Settings(selection, min_confidence)
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


def archive_add(folder: "str | os.PathLike[str]", *paths: "str | os.PathLike[str]", jobs: int = 1) -> "Added":
    """Add the claims of files and folders to the archive in a folder, which is made where there is none.

    A text is known by its contents: adding it twice changes nothing. ``jobs`` is how many processes read, 0 one for each
    processor. What cannot be read is told in ``problems`` and does not raise. A folder that holds other files, or to which
    another run is adding, is a ``UsageError``.
    """
    from pathlib import Path

    from factlint.archive.adding import add
    from factlint.archive.engines import Here
    from factlint.engine import Settings

    return add(Path(folder), [os.fspath(path) for path in paths], Settings(), Here(jobs))


def archive_check(
    folder: "str | os.PathLike[str]",
    *,
    select: "Iterable[str]" = (),
    ignore: "Iterable[str]" = (),
    min_confidence: float = 0.0,
    verified: bool = False,
    jobs: int = 1,
) -> "Report":
    """Hold all texts of an archive against one another and return what was found; the texts are not read again.

    With ``verified``, what agrees across texts is in ``report.verified``. To hold a new text against an archive, give it
    to ``check``. Raises ``UsageError`` where there is no archive in the folder.
    """
    from pathlib import Path

    from factlint.archive.engines import Here
    from factlint.archive.whole import check_archive
    from factlint.checks.select import Selection
    from factlint.engine import Settings

    chosen = Selection(tuple(select), tuple(ignore))
    settings = Settings(chosen, min_confidence, archive=Path(folder).absolute())
    return check_archive(Path(folder), settings, Here(jobs), verified=verified)


def archive_query(
    folder: "str | os.PathLike[str]",
    measure: str,
    *,
    subject: str = "",
    unit: str | None = None,
    kind: str | None = None,
    by: str | None = None,
    since: "date | None" = None,
    until: "date | None" = None,
) -> "list[Point]":
    """Return what the texts of an archive tell of a measure over time, in the order of name, unit and period.

    ``measure`` holds the words that texts use, the verb among them: "passengers carried". ``unit`` is a canonical name
    ("percent", "EUR", "" for a count), ``kind`` level, rate, share or change, ``by`` day, month, quarter, half or year.
    Raises ``UsageError`` where there is no archive or the words name no measure.
    """
    from pathlib import Path

    from factlint.archive.series import Wanted, query
    from factlint.knowledge import load_knowledge

    wanted = Wanted(measure, subject, unit, kind, by, since, until)
    return query(Path(folder), wanted, load_knowledge().grammar)


def _held(source: "str | os.PathLike[str]", settings: "Settings", *, markdown: bool) -> "Report":
    """Check texts by themselves and against the archive that the settings name."""
    from importlib import import_module

    from factlint.engine import STDIN, TEXT

    runs = import_module("factlint.runs")  # a room above those that ask this one for the version
    if _names_path(source):
        plan, paths = runs.Plan(settings), [os.fspath(source)]
    else:
        named = f"{TEXT}.md" if markdown else TEXT
        plan, paths = runs.Plan(settings, stdin=(str(source).encode(), named)), [STDIN]
    report: Report = runs.check_paths(paths, plan)
    return report


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
