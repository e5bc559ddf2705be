"""``factlint claims``: every numeric claim that was read."""

from typing import TYPE_CHECKING

import click

from factlint.commands.input import read_stdin, tell_problems
from factlint.commands.limit_options import limit_options
from factlint.commands.output import Output
from factlint.config import OK, TROUBLE

if TYPE_CHECKING:
    from factlint.model.document import Document
    from factlint.readers.limits import Limits

FORMATS = ("table", "json", "jsonl", "csv")


@click.command(short_help="List every numeric claim that is read.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to list.")
@click.option("--output", metavar="FILE", help="Write the list to a file.")
@limit_options
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input; its suffix tells the type.")
def claims(
    *, paths: tuple[str, ...], form: str, output: str | None, limits: "Limits", stdin_filename: str | None
) -> int:
    """List every numeric claim of the texts at PATH: value, bound, unit, and what it is about.

    A folder is walked; `-` is standard input.
    """
    from factlint import engine
    from factlint.knowledge import load_knowledge
    from factlint.model.finding import Report
    from factlint.reporters import claim_rows

    knowledge = load_knowledge()
    report = Report()
    rows: list[claim_rows.Row] = []

    def read(document: "Document") -> None:
        rows.extend(claim_rows.row(claim, document) for claim in engine.read_claims(document, knowledge))

    engine.each_document(paths, report, read, stdin=read_stdin(paths, stdin_filename, limits), limits=limits)
    to = Output(output)
    if form == "table":
        from factlint.reporters.claim_table import render_table

        to.write(render_table(rows, to.width))
    else:
        to.write(claim_rows.render(rows, form, report.errors), machine=True)
    tell_problems(report)
    return TROUBLE if report.errors else OK
