"""The options of ``check`` that say which files are checked, how, and what may stand; each group comes as one value."""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factlint.config import split_words
from factlint.model.record import dataclass, fields

if TYPE_CHECKING:
    from factlint.acceptance.changed import Changes
    from factlint.config import Config
    from factlint.recalling import Recall

Wrapped = Callable[..., Any]
CROSS = ("none", "all", "folder")


@dataclass(slots=True, frozen=True)
class RunOptions:
    """What the command line says beside rules and formats."""

    cross: str | None
    exclude: tuple[str, ...]
    force_exclude: bool
    baseline: str | None
    write_baseline: bool
    only_changed_since: str | None
    jobs: int
    watch: bool
    show_config: bool
    no_cache: bool
    cache_dir: str | None

    @property
    def patterns(self) -> tuple[str, ...]:
        """The patterns of files to pass by."""
        return split_words(self.exclude)

    def baseline_of(self, config: "Config") -> Path | None:
        """Return the baseline of a run: the one that is named, else the configuration's."""
        return Path(self.baseline) if self.baseline is not None else config.baseline

    def cross_of(self, config: "Config") -> str:
        """Return which files are compared with one another."""
        return self.cross or config.cross or "none"

    def recall(self) -> "Recall | None":
        """Return the results of earlier runs, None where none are wanted."""
        from factlint.cache.folder import Shelf, default_folder

        Shelf.folder = (
            None if self.no_cache else os.path.abspath(self.cache_dir) if self.cache_dir else default_folder()
        )
        if Shelf.folder is None:
            return None
        from factlint.cache.store import Store
        from factlint.recalling import Recall

        return Recall(Store(Shelf.folder))

    def changes(self) -> "Changes | None":
        """Return what changed since the revision that is named, None where none is."""
        if self.only_changed_since is None:
            return None
        from factlint.acceptance.changed import changes_since

        return changes_since(self.only_changed_since, Path.cwd())


_OPTIONS = (
    click.option(
        "--cache-dir", metavar="FOLDER", envvar="FACTLINT_CACHE_DIR",
        help="Keep results of texts that did not change in this folder.  [default: factlint in the user's cache folder]",
    ),
    click.option(
        "--no-cache", is_flag=True, envvar="FACTLINT_NO_CACHE", help="Read every text anew, and keep no results.",
    ),
    click.option("--show-config", is_flag=True, help="Show the settings that count for PATH, and where each is from."),
    click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C."),
    click.option(
        "--jobs", type=click.IntRange(0), default=0, metavar="N",
        help="Use so many processes; 0 decides by the size of the texts.  [default: 0]",
    ),
    click.option(
        "--only-changed-since", metavar="REV",
        help="Report only what stands, in one of its places, on lines changed since REV of the git repository.",
    ),
    click.option(
        "--write-baseline", is_flag=True,
        help="Accept all findings: write them into the baseline (default: factlint-baseline.json).",
    ),
    click.option("--baseline", metavar="FILE", help="Pass by the findings that this file accepts."),
    click.option("--force-exclude", is_flag=True, help="Let excludes hold for files that are named, too."),
    click.option(
        "--exclude", multiple=True, metavar="PATTERN", help="Pass by these files and folders, written as in .gitignore."
    ),
    click.option(
        "--cross", type=click.Choice(CROSS), metavar="[=none|all|folder]",
        help="Compare the claims of several files: of all, or of those in one folder. Bare --cross is --cross=all.",
    ),
)  # fmt: skip


def run_options(command: Wrapped) -> Wrapped:
    """Add these options to a command, which takes them as one value ``run``."""

    @wraps(command)
    def collected(**given: Any) -> Any:  # noqa: ANN401 -- click's own parameters
        own = {field.name: given.pop(field.name) for field in fields(RunOptions)}
        return command(run=RunOptions(**own), **given)

    for option in _OPTIONS:
        collected = option(collected)
    return collected


class CrossCommand(click.Command):
    """A command whose bare ``--cross`` means ``--cross=all`` and never takes the path that follows."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line."""
        end = args.index("--") if "--" in args else len(args)
        bare = ["--cross=all" if word == "--cross" else word for word in args[:end]]
        return super().parse_args(ctx, [*bare, *args[end:]])


def given_keys(**options: object) -> dict[str, object]:
    """Return the keys of the configuration that the command line sets, by name."""
    return {
        name.replace("_", "-"): split_words(value) if isinstance(value, tuple) else value
        for name, value in options.items()
        if value not in (None, ())
    }
