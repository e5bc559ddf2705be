"""``factlint text``: a text as it is analysed, into which the offsets of extracted documents point."""

import click

from factlint.commands.input import read_stdin
from factlint.commands.output import Output, complain
from factlint.config import OK, TROUBLE


@click.command(short_help="Print the text that is read from a file.")
@click.argument("path", metavar="PATH")
@click.option("--output", metavar="FILE", help="Write the text to a file.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input; its suffix tells the type.")
def text(*, path: str, output: str | None, stdin_filename: str | None) -> int:
    """Print the text that findings point into: the source as it was decoded; of a DOCX or PDF, what was extracted.

    PATH is one file, or `-` for standard input.
    """
    from pathlib import Path

    from factlint.errors import ReadError
    from factlint.readers import read_bytes, read_path

    try:
        if path == "-":
            data, name = read_stdin([path], stdin_filename) or (b"", "")
            document = read_bytes(data, "-", name or None)
        else:
            document = read_path(Path(path))
    except ReadError as error:
        complain(f"error: {error}")
        return TROUBLE
    for note in document.notes:
        complain(f"note: {document.path}: {note}")
    Output(output).write(document.source, machine=True)
    return OK
