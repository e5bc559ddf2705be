"""Which configuration counts for which file of a run."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.config import Config


class Configs:
    """The configurations of a run: one that is named for all files, else for each file the nearest one above it.

    A file that has none above it goes by the one of the folder in which the program was started, the root.
    """

    def __init__(self, config: str | None, *, isolated: bool) -> None:
        from factlint.config import Config, find_config

        if isolated and config is not None:
            import click

            raise click.UsageError("--isolated reads no configuration, and --config names one")
        self._fixed = isolated or config is not None
        self._read: dict[Path, Config] = {}
        self._nearest: dict[Path, Config] = {}
        path = None if isolated else Path(config) if config is not None else find_config(Path.cwd())
        self.root = Config() if path is None else self._load(path)

    def of_file(self, name: str) -> "Config":
        """Return the configuration that counts for a file, wherever the program was started."""
        if self._fixed:
            return self.root
        from factlint.config import find_config

        folder = Path(name).absolute().parent
        if folder not in self._nearest:
            path = find_config(folder)
            self._nearest[folder] = self.root if path is None else self._load(path)
        return self._nearest[folder]

    def _load(self, path: Path) -> "Config":
        from factlint.config import load_config
        from factlint.knowledge import cards

        if path not in self._read:
            self._read[path] = load_config(path, cards())
        return self._read[path]
