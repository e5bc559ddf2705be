"""``factlint check``: cross-check texts and report what does not hold together."""

import os
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint.commands.configured import config_options, read_config
from factlint.commands.input import read_stdin, tell_problems
from factlint.commands.output import Output, wants_color
from factlint.config import FailOn, exit_status, split_words
from factlint.reporters.formats import FORMATS, names_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.checks.select import Selection
    from factlint.config import Config
    from factlint.engine import Progress
    from factlint.model.finding import Report

SEVERITIES = ("error", "warning", "info")


@click.command(short_help="Cross-check texts, report what does not hold together.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMATS)), default="text", show_default=True, help="How to report."
)
@click.option("--output", metavar="FILE", help="Write the report to a file.")
@click.option("--verified", is_flag=True, help="Also list what was compared and agrees.")
@click.option("--select", multiple=True, metavar="RULE", help="Apply only these rules: names, codes or prefixes.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules out.")
@click.option("--extend-select", multiple=True, metavar="RULE", help="Apply these rules beside the selected ones.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="0..1",
    help="Leave out findings of which the program is less sure.",
)
@click.option(
    "--min-severity",
    type=click.Choice(SEVERITIES),
    help="Show findings from this severity on.  [default: warning; info in machine formats]",
)
@click.option(
    "--fail-on",
    type=click.Choice([choice.value for choice in FailOn]),
    default="warning",
    show_default=True,
    help="From which severity on findings make the exit status 1.",
)
@click.option("--exit-zero", is_flag=True, help="End with 0 even on findings; a 2 stays a 2.")
@click.option(
    "--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True, help="Draw in colour."
)
@click.option(
    "--statistics",
    is_flag=True,
    help="Count what each rule compared and found, instead of listing it; in json, beside it.",
)
@click.option("--facts", multiple=True, metavar="FILE", help="Check against the facts in this file (TOML), too.")
@config_options
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input; its suffix tells the type.")
def check(
    *,
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    verified: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    extend_select: tuple[str, ...],
    min_confidence: float,
    min_severity: str | None,
    fail_on: str,
    exit_zero: bool,
    color: str,
    statistics: bool,
    facts: tuple[str, ...],
    config: str | None,
    isolated: bool,
    stdin_filename: str | None,
) -> int:
    """Cross-check every numeric claim of the texts at PATH and report what does not hold together.

    A folder is walked; `-` is standard input.
    """
    from factlint import engine
    from factlint.checks.select import Selection

    written = FORMATS[form]
    if statistics and not written.has_statistics:
        raise click.UsageError(f"--statistics goes with the formats {names_with(lambda one: one.has_statistics)}")
    if verified and not written.has_verified:
        raise click.UsageError(f"--verified goes with the formats {names_with(lambda one: one.has_verified)}")
    settled = read_config(config, isolated=isolated)
    named = Selection(split_words(select), split_words(ignore), split_words(extend_select))
    settings = engine.Settings(
        _selection(named, settled),
        min_confidence,
        settled.severity,
        settled.packs,
        (*settled.facts, *map(Path, facts)),
    )
    to = Output(output, color)
    with _progress(paths, form, to) as progress:
        report = engine.run(paths, settings, stdin=read_stdin(paths, stdin_filename), progress=progress)
    shown = min_severity or ("info" if written.is_machine else "warning")
    text = _render(report, form, shown, to, verified=verified, statistics=statistics)
    to.write(text, machine=written.is_machine)
    tell_problems(report)
    return exit_status(report, FailOn(fail_on), exit_zero=exit_zero)


def _selection(named: "Selection", settled: "Config") -> "Selection":
    """Return which rules to apply: what the command line selects takes the place of what the configuration does."""
    if named.select:
        return named
    return replace(
        named,
        select=settled.select,
        ignore=(*settled.ignore, *named.ignore),
        extend_select=(*settled.extend_select, *named.extend_select),
    )


def _render(report: "Report", form: str, shown: str, to: Output, *, verified: bool, statistics: bool) -> str:
    from factlint.model.finding import Severity

    least = Severity(shown)
    if FORMATS[form].home:
        return FORMATS[form].render(report, least)
    if FORMATS[form].is_machine:
        from factlint.reporters import machine

        return machine.render(report, least, form=form, verified=verified, statistics=statistics)
    if statistics:
        from factlint.reporters.concise import render_statistics

        return render_statistics(report, least)
    if form == "concise":
        from factlint.reporters.concise import render_concise

        return render_concise(report, least, verified=verified)
    from factlint.reporters.layout import lay_out
    from factlint.reporters.marks import marks_for

    lines = lay_out(report, least, marks_for(to.encoding), to.width, verified=verified)
    if to.wants_color:
        from factlint.reporters.terminal import paint

        return paint(lines, to.width)
    from factlint.reporters.segments import plain

    return plain(lines)


@contextmanager
def _progress(paths: tuple[str, ...], form: str, to: Output) -> "Iterator[Progress | None]":
    """Draw a progress bar where a person waits for a folder; it goes away when done."""
    waits = form == "text" and sys.stderr.isatty() and any(os.path.isdir(path) for path in paths)
    if not waits or not wants_color(to.color, os.environ, is_terminal=True):
        yield None
        return
    from factlint.reporters.progress import progress_bar

    with progress_bar() as advance:
        yield advance
