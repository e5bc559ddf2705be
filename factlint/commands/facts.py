"""``factlint facts``: a file of what is known, and what approved texts would add to it."""

from datetime import date
from typing import TYPE_CHECKING

import click

from factlint.commands.configured import config_options, read_config
from factlint.commands.input import tell_problems
from factlint.commands.limit_options import limit_options
from factlint.commands.output import Output, complain
from factlint.commands.waiting import waiting
from factlint.config import OK, TROUBLE
from factlint.errors import UsageError

if TYPE_CHECKING:
    from factlint.readers.limits import Limits


@click.group(short_help="Propose entries of a facts file.")
def facts() -> None:
    """Work with facts files, against which `factlint check --facts FILE` holds texts."""


@facts.command(short_help="Propose facts from approved texts.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(("toml", "csv")), default="toml", show_default=True, help="How to write them."
)
@click.option("--output", metavar="FILE", help="Write them to a new file; one that exists is never written over.")
@click.option("--facts", "known", multiple=True, metavar="FILE", help="Leave out what this facts file holds already.")
@click.option("--source", default="", metavar="WORDS", help="Who says so.  [default: the path of the text]")
@click.option("--date", "day", metavar="DAY", help="When it was said: 2024-05-02.  [default: the text's own date]")
@limit_options
@config_options
def learn(
    *, paths: tuple[str, ...], form: str, output: str | None, known: tuple[str, ...], source: str, day: str | None,
    limits: "Limits", config: str | None, isolated: bool,
) -> int:  # fmt: skip
    """Propose entries of a facts file from the texts at PATH.

    An entry is made of each claim that states measure and period and gives one exact figure. What two texts tell
    differently is not proposed but told. Read the entries before you keep them.
    """
    from pathlib import Path

    from factlint.engine import Settings
    from factlint.learning import as_csv, as_toml, learn

    if "-" in paths:
        raise click.UsageError("facts are learnt from files, for each names its source; standard input is none")
    if output is not None and output != "-" and Path(output).exists():
        raise UsageError(
            f"{output} exists and is not written over; name a new file, or add to it what is printed without --output"
        )
    found = read_config(config, isolated=isolated)
    settings = Settings(packs=found.packs, facts=(*found.facts, *map(Path, known)), limits=limits)
    to = Output(output)
    with waiting(paths, to, "toml") as progress:
        learnt = learn(paths, settings.knowledge(), source=source, day=_day(day), limits=limits, progress=progress)
    for note in learnt.notes:
        complain(f"note: {note}")
    tell_problems(learnt.report)
    number = len(learnt.proposals)
    if learnt.proposals or output is None:
        to.write((as_csv if form == "csv" else as_toml)(learnt.proposals), machine=True)
    known_too = f"; {learnt.known} known already" if learnt.known else ""
    complain(f"{number} {'fact' if number == 1 else 'facts'} proposed{known_too}")
    return TROUBLE if learnt.report.errors else OK


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise click.UsageError(f"--date {written!r} is no day; write it as 2024-05-02") from None
