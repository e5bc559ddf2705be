"""``factlint check``: cross-check texts and report what does not hold together."""

from typing import TYPE_CHECKING

import click

from factlint.commands.checking import RunOptions, Wanted, check_once
from factlint.commands.completion import complete_rules
from factlint.commands.configured import config_options
from factlint.commands.input import read_stdin
from factlint.commands.limit_options import limit_options
from factlint.commands.output import Output
from factlint.commands.run_options import CrossCommand, run_options
from factlint.config import FailOn
from factlint.reporters.formats import FORMATS, names_with

if TYPE_CHECKING:
    from factlint.readers.limits import Limits

SEVERITIES = ("error", "warning", "info")
format_option = click.option(
    "--format", "form", type=click.Choice(tuple(FORMATS)), default="text", metavar="FORMAT",
    help=f"How to report: {', '.join(FORMATS)}.",
)  # fmt: skip


@click.command(cls=CrossCommand, short_help="Cross-check texts, report what does not hold together.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@format_option
@click.option("--output", metavar="FILE", help="Write the report to a file.")
@click.option("--verified", is_flag=True, help="Also list what was compared and agrees.")
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    shell_complete=complete_rules,
    help="Apply only these rules: names, codes or prefixes.",
)
@click.option("--ignore", multiple=True, metavar="RULE", shell_complete=complete_rules, help="Leave these rules out.")
@click.option(
    "--extend-select",
    multiple=True,
    metavar="RULE",
    shell_complete=complete_rules,
    help="Apply these rules beside the selected ones.",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
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
    help="From which severity on findings make the exit status 1.  [default: warning]",
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
@click.option("--facts", multiple=True, metavar="FILE", help="Check against the facts in this file (TOML or CSV), too.")
@run_options
@limit_options
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
    min_confidence: float | None,
    min_severity: str | None,
    fail_on: str | None,
    exit_zero: bool,
    color: str,
    statistics: bool,
    facts: tuple[str, ...],
    run: RunOptions,
    limits: "Limits",
    config: str | None,
    isolated: bool,
    stdin_filename: str | None,
) -> int:
    """Cross-check every numeric claim of the texts at PATH and report what does not hold together.

    A folder is walked; `-` is standard input.
    """
    written = FORMATS[form]
    if statistics and not written.has_statistics:
        raise click.UsageError(f"--statistics goes with the formats {names_with(lambda one: one.has_statistics)}")
    if verified and not written.has_verified:
        raise click.UsageError(f"--verified goes with the formats {names_with(lambda one: one.has_verified)}")
    stdin = None if run.show_config else read_stdin(paths, stdin_filename, limits)
    wanted = Wanted(
        paths, form, Output(output, color), verified, select, ignore, extend_select, min_confidence, min_severity, fail_on,
        exit_zero, statistics, facts, run, limits, config, isolated, stdin,
    )  # fmt: skip
    if not run.watch:
        return check_once(wanted)
    from factlint.commands.watch import watch

    if stdin is not None:
        raise click.UsageError("--watch waits for files to change, and standard input is none")
    return watch(paths, lambda: check_once(wanted), wanted.to, config)
