"""What counts in a run: the command line first, then the configuration, then the defaults."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.checks.select import Selection, select_cards
from factlint.engine import Settings
from factlint.model.record import dataclass, field, replace
from factlint.readers.limits import NO_LIMITS, Limits

if TYPE_CHECKING:
    from factlint.commands.configs import Configs
    from factlint.config import Config
    from factlint.knowledge.packs import Identity


@dataclass(slots=True)
class Settled:
    """The settings of each file of a run."""

    configs: "Configs"
    named: Selection  # what the command line selects
    facts: tuple[str, ...] = ()
    force_exclude: bool = False
    min_confidence: float | None = None
    keep_texts: bool = False
    cross: bool = False
    archive: Path | None = None
    limits: Limits = NO_LIMITS
    _made: dict[Path | None, Settings] = field(default_factory=dict)

    @property
    def root(self) -> Settings:
        """The settings of what no nearer configuration speaks of."""
        return self._of(self.configs.root)

    def of_file(self, name: str) -> Settings:
        """Return the settings of a file."""
        return self._of(self.configs.of_file(name))

    def _of(self, config: "Config") -> Settings:
        if config.path not in self._made:
            self._made[config.path] = self._settings(config)
        return self._made[config.path]

    def _settings(self, config: "Config") -> Settings:
        least = self.min_confidence if self.min_confidence is not None else self.configs.root.min_confidence
        return Settings(
            selection=self._selection(config),
            min_confidence=least or 0.0,
            severity=config.severity,
            packs=config.packs,
            facts=(*config.facts, *map(Path, self.facts)),
            identities=config.identities,
            config=config.path,
            per_file_ignores=config.per_file_ignores,
            exclude=config.exclude,
            force_exclude=self.force_exclude or config.force_exclude,
            keep_texts=self.keep_texts,
            cross=self.cross,
            archive=self.archive,
            languages=config.languages,
            limits=self.limits,
        )

    def _selection(self, config: "Config") -> Selection:
        """Return which rules to apply: what the command line selects takes the place of what the configuration does."""
        named = self.named
        if named.select:
            return named
        return replace(
            named,
            select=config.select,
            ignore=(*config.ignore, *named.ignore),
            extend_select=(*config.extend_select, *named.extend_select),
        )


def show(settled: Settled, path: str, given: Mapping[str, object]) -> str:
    """Return the settings of a file or folder as TOML, each with where it comes from.

    ``given`` are the keys that the command line sets.
    """
    from factlint.config.keys import KEYS, Kind
    from factlint.knowledge import cards

    name = os.path.join(path, "x") if os.path.isdir(path) else path  # what counts inside a folder
    config, settings = settled.configs.of_file(name), settled.of_file(name)
    where = str(config.path) if config.path is not None else "no configuration file: the defaults"
    tables, lines = [], [f"# from {where}"]
    for key in KEYS:
        value, source = _value(config, key.name), "the file" if key.name in config.given else "default"
        if key.name in given:
            value, source = toml(given[key.name]), "the command line"
        if key.kind in (Kind.SEVERITIES, Kind.IGNORES, Kind.EQUATIONS):
            if key.name in config.given:
                tables += ["", f"[{key.name}]", *_rows(config, key.name)]
            continue
        lines.append(f"{key.name} = {value if value is not None else key.default}  # {source}")
    applied = select_cards(cards(), settings.selection)
    return "\n".join([*lines, *tables, "", f"# {len(applied)} of {len(cards())} rules are applied"])


def _value(config: "Config", name: str) -> str | None:
    if name not in config.given:
        return None
    return toml(getattr(config, name.replace("-", "_")))


def _rows(config: "Config", name: str) -> list[str]:
    if name == "severity":
        return [f"{code} = {toml(level.value)}" for code, level in config.severity.items()]
    if name == "per-file-ignores":
        return [f"{toml(each.pattern)} = {toml(each.rules)}" for each in config.per_file_ignores]
    return [f"{toml(identity.name)} = {toml(_equation(identity))}" for identity in config.identities]


def _equation(identity: "Identity") -> str:
    sign = {"quotient": " / ", "product": " x "}.get(identity.kind)
    names = [" ".join(term.names[0]) for term in identity.terms]
    if sign is not None:
        right = sign.join(names)
    else:
        right = " ".join(
            f"{'-' if term.sign < 0 else '+'} {name}" for term, name in zip(identity.terms, names, strict=True)
        ).removeprefix("+ ")
    return f"{' '.join(identity.result.names[0])} = {right}"


def toml(value: object) -> str:
    """Return a value as TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, float):
        return f"{value:g}" if value % 1 else f"{value:.1f}"
    import json

    return json.dumps(str(value), ensure_ascii=False)
