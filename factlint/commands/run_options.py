"""The options of ``check`` that say which files are checked, how, and what may stand; each group comes as one value."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from factlint.commands.checking import RunOptions
from factlint.model.record import fields

Wrapped = Callable[..., Any]
CROSS = ("none", "all", "folder")


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
    click.option("--archive", metavar="DIR", help="Hold the texts against the claims of this archive, too."),
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
