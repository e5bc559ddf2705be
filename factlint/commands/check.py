"""``factlint check``: cross-check texts and report what does not hold together."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from factlint.commands.completion import complete_rules
from factlint.commands.configured import Configs, config_options
from factlint.commands.input import read_stdin, tell_problems
from factlint.commands.limit_options import limit_options
from factlint.commands.output import Output, complain
from factlint.commands.run_options import CrossCommand, RunOptions, given_keys, run_options
from factlint.commands.waiting import waiting
from factlint.config import OK, TROUBLE, FailOn, exit_status, split_words
from factlint.reporters.formats import FORMATS, names_with

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.commands.settled import Settled
    from factlint.model.finding import Report
    from factlint.readers.limits import Limits
    from factlint.recalling import Recall

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
@click.option("--facts", multiple=True, metavar="FILE", help="Check against the facts in this file (TOML), too.")
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
    to = Output(output, color)
    stdin = None if run.show_config else read_stdin(paths, stdin_filename, limits)

    def once() -> int:
        from factlint.checks.select import Selection
        from factlint.commands.settled import Settled, show

        named = Selection(split_words(select), split_words(ignore), split_words(extend_select))
        configs = Configs(config, isolated=isolated)
        root = configs.root
        settled = Settled(
            configs, named, facts, run.force_exclude, min_confidence, keep_texts=written.wants_texts,
            cross=run.cross_of(root) != "none", limits=limits,
        )  # fmt: skip
        if run.show_config:
            to.write(show(settled, paths[0], given))
            return OK
        report = _check(paths, settled, run, to, stdin=stdin, form=form)
        if run.write_baseline:
            return _write_baseline(report, run.baseline_of(root))
        least = min_severity or root.min_severity or ("info" if written.is_machine else "warning")
        text = render(report, form, least, to, verified=verified, statistics=statistics)
        to.write(text, machine=written.is_machine)
        tell_problems(report)
        return exit_status(report, FailOn(fail_on or root.fail_on or "warning"), exit_zero=exit_zero)

    given = given_keys(
        select=select, ignore=ignore, extend_select=extend_select, min_confidence=min_confidence,
        min_severity=min_severity, fail_on=fail_on, cross=run.cross, baseline=run.baseline,
    )  # fmt: skip
    if not run.watch:
        return once()
    from factlint.commands.watch import watch

    if stdin is not None:
        raise click.UsageError("--watch waits for files to change, and standard input is none")
    return watch(paths, once, to, config)


def _check(
    paths: tuple[str, ...],
    settled: "Settled",
    run: RunOptions,
    to: Output,
    *,
    stdin: tuple[bytes, str] | None,
    form: str,
) -> "Report":
    from factlint.runs import Plan, check_paths

    root = settled.configs.root
    recall = run.recall()
    with closing_recall(recall), waiting(paths, to, form) as progress:
        plan = Plan(
            settled.root,
            settled.of_file,
            stdin,
            progress,
            run.jobs,
            run.cross_of(root),
            run.changes(),
            run.patterns,
            run.baseline_of(root),
            recall,
            keeps_all=run.write_baseline,
        )
        return check_paths(paths, plan)


@contextmanager
def closing_recall(recall: "Recall | None") -> Iterator[None]:
    """Write in the end, however it comes, what is to be kept; where that cannot be, it is told and nothing is lost."""
    try:
        yield
    finally:
        if recall is not None and (trouble := recall.close()):
            complain(f"note: {trouble}")


def _write_baseline(report: "Report", path: "Path | None") -> int:
    """Accept all findings of a report; what could not be read is told as ever."""
    from pathlib import Path

    from factlint.acceptance import baseline

    tell_problems(report)
    where = path or Path(baseline.DEFAULT)
    number = baseline.write(report, where)
    complain(f"{number} {'finding' if number == 1 else 'findings'} accepted in {where}")
    if path is None:
        complain(f"name it in runs to come: --baseline {where}, or baseline = {str(where)!r} in the configuration")
    return TROUBLE if report.errors else OK


def render(report: "Report", form: str, shown: str, to: Output, *, verified: bool, statistics: bool) -> str:
    """Return a report in a format, with what is at least so severe."""
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

        return paint(lines, to.width, links=to.wants_links)
    from factlint.reporters.segments import plain

    return plain(lines)
