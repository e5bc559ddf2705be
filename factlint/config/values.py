"""What a configuration says, as values."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.acceptance.perfile import PerFile
from factlint.model.record import dataclass, field

if TYPE_CHECKING:
    from factlint.knowledge.packs import Identity
    from factlint.model.finding import Severity


@dataclass(slots=True, frozen=True)
class Config:
    """What a project says once for all its runs, in factlint.toml or under [tool.factlint] in pyproject.toml."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: "Mapping[str, Severity]" = field(default_factory=dict)  # by code
    packs: tuple[Path, ...] = ()
    facts: tuple[Path, ...] = ()
    path: Path | None = None  # the file; patterns and names of files count from its folder
    per_file_ignores: tuple[PerFile, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    languages: tuple[str, ...] = ("en", "zh")
    identities: "tuple[Identity, ...]" = ()
    baseline: Path | None = None
    cross: str | None = None
    min_confidence: float | None = None
    min_severity: str | None = None
    fail_on: str | None = None
    given: frozenset[str] = frozenset()  # the keys that stand in the file
