"""The program ``factlint``: its commands, and what every one of them does on errors, Ctrl-C and a closed pipe."""

import contextlib
import errno
import os
from collections.abc import Iterator, Sequence
from typing import Any

import click

from factlint import __version__
from factlint.commands.archive import archive
from factlint.commands.check import check
from factlint.commands.claims import claims
from factlint.commands.compare import compare
from factlint.commands.completion import completion
from factlint.commands.config import config
from factlint.commands.facts import facts
from factlint.commands.manual import man
from factlint.commands.output import complain, forget_output
from factlint.commands.rule import rule
from factlint.commands.text import text
from factlint.commands.why import why
from factlint.config import INTERRUPTED, OK, TROUBLE
from factlint.errors import FactlintError
from factlint.servers.commands import lsp, mcp


class Program(click.Group):
    """The group of commands; a closed pipe ends it quietly, where click's own would make an error of it."""

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


program.add_command(check)
program.add_command(claims)
program.add_command(compare)
program.add_command(archive)
program.add_command(facts)
program.add_command(rule)
program.add_command(config)
program.add_command(completion)
program.add_command(man)
program.add_command(text)
program.add_command(why)
program.add_command(lsp)
program.add_command(mcp)


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
        complain(f"error: {error}")
        return TROUBLE
    except Exception as error:  # noqa: BLE001 -- told as what it is, with all that a report of it needs
        import traceback

        complain(f"internal error\n{traceback.format_exc()}")
        complain(f"internal error, please report it with the lines above: {error!r}")
        return TROUBLE
    return status if isinstance(status, int) else OK


@contextlib.contextmanager
def _quiet_on_closed_pipe() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        forget_output()
        raise click.exceptions.Exit(OK) from None
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
            raise
        forget_output()
        raise FactlintError(f"the report could not be written: {os.strerror(error.errno)}") from None
