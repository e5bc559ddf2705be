"""``factlint man``: the manual page, made from the commands and options themselves."""

import re
from collections.abc import Iterator

import click

from factlint import __version__
from factlint.commands.output import Output
from factlint.config import OK

_NAME = "cross-check the numeric claims of press texts"
_STATUS = (
    ("0", "nothing at or above --fail-on was found"),
    ("1", "findings"),
    ("2", "bad usage, bad configuration, or an input that could not be read; the others are still checked"),
    ("130", "Ctrl-C"),
)
_FILES = (
    ("factlint.toml, pyproject.toml", "the configuration; the nearest one above a text counts"),
    ("TEXT.factlint.toml", "suppressions beside a text"),
    ("factlint-baseline.json", "accepted findings, as --write-baseline writes them"),
)
_VARIABLES = (
    ("NO_COLOR", "not empty: no colour"),
    ("FORCE_COLOR, CLICOLOR_FORCE", "colour, though the output is no terminal"),
    ("CLICOLOR", "0: no colour"),
    ("FORCE_HYPERLINK", "0: no links to files; 1: links, though the output is no terminal"),
    ("COLUMNS", "the width to draw in"),
    ("FACTLINT_CACHE_DIR", "the folder in which results of unchanged texts are kept, as --cache-dir"),
    ("FACTLINT_NO_CACHE", "not empty: nothing is kept, as --no-cache"),
)


@click.command(short_help="Print the manual page.")
@click.pass_context
def man(ctx: click.Context) -> int:
    """Print the manual page, in the form that `man` reads: factlint man > factlint.1; man ./factlint.1."""
    Output().write(manual(ctx.find_root().command), machine=True)
    return OK


def manual(program: click.Command) -> str:
    """Return the manual page of a program."""
    lines = [
        f'.TH FACTLINT 1 "" "factlint {__version__}" "User Commands"',
        ".SH NAME",
        f"factlint \\- {_NAME}",
        ".SH SYNOPSIS",
        ".B factlint",
        "COMMAND [OPTIONS] [ARGUMENTS]",
        ".SH DESCRIPTION",
        *_paragraphs(program.help or ""),
        ".SH COMMANDS",
    ]
    for context, command in every_command(program):
        lines += _command(command, context)
    lines += _pairs("EXIT STATUS", _STATUS)
    lines += _pairs("FILES", _FILES)
    lines += _pairs("ENVIRONMENT", _VARIABLES)
    return "\n".join(lines) + "\n"


def every_command(program: click.Command) -> Iterator[tuple[click.Context, click.Command]]:
    """Yield each command that a user may call, with its context as the command line makes it, those within one after it.

    The settings of the context are the program's: click keeps the help option that a command first makes of them.
    """
    yield from _within(program, click.Context(program, info_name="factlint", **program.context_settings))


def _within(command: click.Command, context: click.Context) -> Iterator[tuple[click.Context, click.Command]]:
    if not isinstance(command, click.Group):
        return
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        if found is not None and not found.hidden:
            if "_help_option" in vars(found):
                vars(found)["_help_option"] = None  # what it was called with before, alone, is forgotten
            inner = click.Context(found, info_name=name, parent=context)
            yield inner, found
            yield from _within(found, inner)


def _command(command: click.Command, context: click.Context) -> list[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [f".SS {_words(context.command_path)} {_words(usage)}", *_paragraphs(command.help or "")]
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and record[1]:
            lines += [".TP", f".B {_words(record[0])}", _words(" ".join(record[1].split()))]
    return lines


def _pairs(title: str, pairs: tuple[tuple[str, str], ...]) -> list[str]:
    lines = [f".SH {title}"]
    for name, meaning in pairs:
        lines += [".TP", f".B {_words(name)}", _words(meaning)]
    return lines


def _paragraphs(text: str) -> list[str]:
    """Return paragraphs of help; one after a sign of backspace keeps its lines."""
    lines: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines.append(".PP")
        if paragraph.strip().startswith("\b"):
            kept = [line.strip() for line in paragraph.replace("\b", "").strip().split("\n")]
            lines += [".nf", *map(_words, kept), ".fi"]
        else:
            lines.append(_words(" ".join(paragraph.split())))
    return lines


def _words(text: str) -> str:
    """Return words in which nothing is an order to the formatter."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("\u2026", "...")
    return f"\\&{text}" if text.startswith((".", "'")) else text
