"""``factlint text``: a text as it is analysed, into which the offsets of extracted documents point."""

from typing import TYPE_CHECKING

import click

from factlint.commands.input import read_stdin
from factlint.commands.limit_options import limit_options
from factlint.commands.output import Output, complain
from factlint.config import OK, TROUBLE

if TYPE_CHECKING:
    from factlint.readers.limits import Limits


@click.command(short_help="Print the text that is read from a file.")
@click.argument("path", metavar="PATH")
@click.option("--output", metavar="FILE", help="Write the text to a file.")
@limit_options
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input; its suffix tells the type.")
def text(*, path: str, output: str | None, limits: "Limits", stdin_filename: str | None) -> int:
    """Print the text that findings point into: the source as it was decoded; of a DOCX or PDF, what was extracted.

    PATH is one file, or `-` for standard input.
    """
    from pathlib import Path

    from factlint.errors import ReadError
    from factlint.readers import read_bytes, read_path
    from factlint.reporters.segments import harmless

    try:
        if path == "-":
            data, name = read_stdin([path], stdin_filename, limits) or (b"", "")
            document = read_bytes(data, "-", name or None, limits=limits)
        else:
            document = read_path(Path(path), limits=limits)
    except ReadError as error:
        complain(f"error: {error}")
        return TROUBLE
    for note in document.notes:
        complain(f"note: {document.path}: {note}")
    to = Output(output)
    to.write(harmless(document.source) if to.is_terminal else document.source, machine=True)
    return OK
