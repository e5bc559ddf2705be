"""The program ``factlint``: its commands, and what every one of them does on errors, Ctrl-C and a closed pipe."""

import contextlib
import errno
import os
from collections.abc import Iterator, Sequence
from typing import Any

import click

from factlint import __version__
from factlint.config import INTERRUPTED, OK, TROUBLE
from factlint.errors import FactlintError

_COMMANDS = {
    "archive": "factlint.commands.archive",
    "check": "factlint.commands.check",
    "claims": "factlint.commands.claims",
    "compare": "factlint.commands.compare",
    "completion": "factlint.commands.completion",
    "config": "factlint.commands.config",
    "facts": "factlint.commands.facts",
    "lsp": "factlint.servers.commands",
    "man": "factlint.commands.manual",
    "mcp": "factlint.servers.commands",
    "rule": "factlint.commands.rule",
    "text": "factlint.commands.text",
    "why": "factlint.commands.why",
}
"""Where each command is; it is imported when it is called for."""


class Program(click.Group):
    """The group of commands; a closed pipe ends it quietly, where click's own would make an error of it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002, D102 -- click's own signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: D102 -- as above
        if cmd_name not in _COMMANDS:
            self.commands = {name: found for name in _COMMANDS if (found := self.get_command(ctx, name)) is not None}
            return None  # click looks among the commands for what may have been meant
        from importlib import import_module

        found = getattr(import_module(_COMMANDS[cmd_name]), cmd_name)
        assert isinstance(found, click.Command)
        return found

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:  # noqa: ANN401 -- click's own signature
        """Read the command line; ``--help`` writes here."""
        with _quiet_on_closed_pipe():
            return super().make_context(*arguments, **options)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- click's own signature
        """Run the command."""
        with _quiet_on_closed_pipe():
            return super().invoke(ctx)


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 nothing found, 1 findings, 2 something could not be read or was asked wrongly.",
)
@click.version_option(__version__, prog_name="factlint", message="%(prog)s %(version)s")
@click.pass_context
def program(ctx: click.Context) -> None:
    """Cross-check the numeric claims of press texts: releases, transcripts, speeches.

    Start with `factlint check PATH`.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
    elif not os.environ.get("FACTLINT_NO_CACHE"):
        from factlint.cache.folder import Shelf, default_folder

        Shelf.folder = default_folder()  # for what is made of rules/; check has options that say it


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    try:
        status = program.main(arguments, prog_name="factlint", standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return TROUBLE
    except FactlintError as error:
        _complain(f"error: {error}")
        return TROUBLE
    except Exception as error:  # noqa: BLE001 -- told as what it is, with all that a report of it needs
        import traceback

        _complain(f"internal error\n{traceback.format_exc()}")
        _complain(f"internal error, please report it with the lines above: {error!r}")
        return TROUBLE
    return status if isinstance(status, int) else OK


@contextlib.contextmanager
def _quiet_on_closed_pipe() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        _forget_output()
        raise click.exceptions.Exit(OK) from None
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
            raise
        _forget_output()
        raise FactlintError(f"the report could not be written: {os.strerror(error.errno)}") from None


def _complain(message: str) -> None:
    from factlint.commands.output import complain

    complain(message)


def _forget_output() -> None:
    from factlint.commands.output import forget_output

    forget_output()
