"""``factlint archive``: the claims of many documents kept, held against one another, and asked for series."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import click

from factlint.commands.check import SEVERITIES, format_option
from factlint.commands.checking import render
from factlint.commands.configured import config_options, read_config
from factlint.commands.input import tell_problems
from factlint.commands.limit_options import limit_options
from factlint.commands.output import Output, complain
from factlint.commands.waiting import waiting
from factlint.config import OK, TROUBLE, FailOn, exit_status, split_words
from factlint.reporters.formats import FORMATS

if TYPE_CHECKING:
    from factlint.archive.engines import Engine
    from factlint.readers.limits import Limits

Wrapped = TypeVar("Wrapped", bound=Callable[..., object])
_SERIES = ("table", "csv", "json", "html", "png", "svg")
_KINDS = ("level", "rate", "share", "change")
_GRAINS = ("day", "month", "quarter", "half", "year")


def engine_options(command: Wrapped) -> Wrapped:
    """Add the options that say where the work is done."""
    for option in (
        click.option(
            "--jobs", type=click.IntRange(0), default=0, metavar="N",
            help="Use so many processes; 0 is one for each processor.  [default: 0]",
        ),
        click.option("--scheduler", metavar="ADDRESS", help="Where the scheduler of the Dask cluster answers: tcp://HOST:PORT."),
        click.option(
            "--engine", "engine_name", type=click.Choice(("local", "dask")), default="local", show_default=True,
            help="Where the work is done; dask needs --scheduler, and workers that see the same files.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def _engine(name: str, scheduler: str | None, jobs: int) -> "Engine":
    from factlint.archive.engines import Dask, Here

    if (name == "dask") is not (scheduler is not None):
        raise click.UsageError("--engine dask and --scheduler ADDRESS go together")
    return Dask(scheduler) if scheduler is not None else Here(jobs)


@click.group(short_help="Keep the claims of many documents; check them, ask them for series.")
def archive() -> None:
    """Keep the claims of many documents as Parquet files in a folder, DIR.

    A new text is held against them by `factlint check NEW --archive DIR`.
    """


@archive.command(short_help="Add texts; what is known already is passed by.")
@click.argument("folder", metavar="DIR")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@engine_options
@limit_options
@config_options
def add(
    *, folder: str, paths: tuple[str, ...], engine_name: str, scheduler: str | None, jobs: int, limits: "Limits",
    config: str | None, isolated: bool,
) -> int:  # fmt: skip
    """Add the claims of the texts at PATH to the archive in DIR, which is made where there is none.

    A text is known by its contents: adding it twice changes nothing. A run that was killed is taken up by the next one.
    """
    from pathlib import Path

    from factlint.archive.adding import add as add_texts
    from factlint.engine import Settings
    from factlint.model.finding import Report

    found = read_config(config, isolated=isolated)
    settings = Settings(packs=tuple(path.absolute() for path in found.packs), limits=limits)
    with waiting(paths, Output(None), "text") as progress:
        added = add_texts(Path(folder), paths, settings, _engine(engine_name, scheduler, jobs), progress)
    tell_problems(Report(errors=added.problems, notes=added.notes))
    known = f"; {added.known:,} were known already" if added.known else ""
    told = f"{_count(added.documents, 'document')} with {_count(added.claims, 'claim')} added to {folder}{known}"
    Output(None).write(told)
    return TROUBLE if added.problems else OK


@archive.command(short_help="Hold all texts of an archive against one another.")
@click.argument("folder", metavar="DIR")
@format_option
@click.option("--output", metavar="FILE", help="Write the report to a file.")
@click.option("--select", multiple=True, metavar="RULE", help="Apply only these rules: names, codes or prefixes.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave out these rules.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Show findings at least this sure.")
@click.option("--min-severity", type=click.Choice(SEVERITIES), help="Show findings at least this severe.")
@click.option(
    "--fail-on", type=click.Choice((*SEVERITIES, "never")), default="warning", show_default=True,
    help="Exit with 1 from this severity on.",
)  # fmt: skip
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even where something is found.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True, help="Draw in colour.")  # fmt: skip
@click.option("--verified", is_flag=True, help="Tell what was compared and agrees, too.")
@click.option(
    "--statistics", is_flag=True, help="Count what each rule compared and found; in json, beside the findings."
)
@engine_options
@config_options
def check(
    *, folder: str, form: str, output: str | None, select: tuple[str, ...], ignore: tuple[str, ...], min_confidence: float,
    min_severity: str | None, fail_on: str, exit_zero: bool, color: str, verified: bool, statistics: bool, engine_name: str,
    scheduler: str | None, jobs: int, config: str | None, isolated: bool,
) -> int:  # fmt: skip
    """Hold the claims of all texts in the archive DIR against one another, by the rules that hold across files.

    The texts themselves are not read again. To hold a new text against an archive: factlint check NEW --archive DIR.
    """
    from pathlib import Path

    from factlint.archive.whole import check_archive
    from factlint.checks.select import Selection
    from factlint.engine import Settings

    found = read_config(config, isolated=isolated)
    written = FORMATS[form]
    if written.wants_texts:
        raise click.UsageError(f"--format {form} draws the texts themselves, and an archive holds their claims only")
    settings = Settings(
        Selection(split_words(select), split_words(ignore)),
        min_confidence,
        found.severity,
        packs=tuple(path.absolute() for path in found.packs),
        archive=Path(folder).absolute(),
    )
    report = check_archive(Path(folder), settings, _engine(engine_name, scheduler, jobs), verified=verified)
    to = Output(output, color)
    least = min_severity or ("info" if written.is_machine else "warning")
    to.write(render(report, form, least, to, verified=verified, statistics=statistics), machine=written.is_machine)
    return exit_status(report, FailOn(fail_on), exit_zero=exit_zero)


@archive.command(short_help="A measure over time, as a table, CSV, JSON or a picture.")
@click.argument("folder", metavar="DIR")
@click.argument("measure", metavar="MEASURE")
@click.option("--subject", default="", metavar="NAME", help="Of whom: Harbour Line.")
@click.option(
    "--unit", metavar="UNIT", help='In what unit, as `factlint claims` names it: percent, EUR, "" for a count.'
)
@click.option("--kind", type=click.Choice(_KINDS), help="Of what sort.  [default: all but changes]")
@click.option("--by", "grain", type=click.Choice(_GRAINS), help="By periods of what length.")
@click.option("--since", metavar="DAY", help="Periods that end on this day or later: 2020-01-01.")
@click.option("--until", metavar="DAY", help="Periods that begin on this day or earlier.")
@click.option(
    "--format", "form", type=click.Choice(_SERIES), default="table", show_default=True, help="How to tell it."
)
@click.option("--output", metavar="FILE", help="Write it to a file; a picture needs one.")
def query(
    *, folder: str, measure: str, subject: str, unit: str | None, kind: str | None, grain: str | None, since: str | None, until: str | None,
    form: str, output: str | None,
) -> int:  # fmt: skip
    """Tell what the texts of the archive DIR say of MEASURE over time: "passengers", "passengers carried", "revenue"."""
    from pathlib import Path

    from factlint.archive.series import Wanted
    from factlint.archive.series import query as ask
    from factlint.knowledge import load_knowledge
    from factlint.reporters import series_rows

    to = Output(output)
    if form in ("png", "svg") and to.is_stdout:
        raise click.UsageError(f"a picture goes to a file: --output series.{form}")
    wanted = Wanted(measure, subject, unit, kind, grain, _day(since, "--since"), _day(until, "--until"))
    points = ask(Path(folder), wanted, load_knowledge().grammar)
    if form in ("html", "png", "svg"):
        from factlint.archive.plotting import draw

        if not points:
            complain("no figure of this measure with a period that is known; nothing is drawn")
            return TROUBLE
        title = f"{measure}, {subject}" if subject else measure
        if form == "html":
            from factlint.reporters.series_page import render as render_page

            to.write(render_page(points, title, draw(points, title, "svg")), machine=True)
        else:
            to.write_bytes(draw(points, title, form))
        return OK
    to.write(series_rows.render(points, form), machine=form != "table")
    return OK


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _day(written: str | None, option: str) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise click.UsageError(f"{option} {written!r} is no day; write it as 2023-04-20") from None
