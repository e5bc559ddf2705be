"""``factlint compare``: two versions of one text beside one another."""

import click

from factlint.commands.check import SEVERITIES, format_option
from factlint.commands.checking import render
from factlint.commands.input import tell_problems
from factlint.commands.output import Output
from factlint.config import FailOn, exit_status, split_words
from factlint.reporters.formats import FORMATS


@click.command(short_help="Cross-check an original and its translation, or two drafts.")
@click.argument("texts", metavar="[A B]", nargs=-1)
@click.option("--pairs", metavar="FILE", help="Compare many: a file of two paths a line with a tab between.")
@format_option
@click.option("--output", metavar="FILE", help="Write the report to a file.")
@click.option("--verified", is_flag=True, help="Also list what was compared and agrees.")
@click.option("--select", multiple=True, metavar="RULE", help="Apply only these rules: names, codes or prefixes.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave out these rules.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Show findings at least this sure.")
@click.option("--min-severity", type=click.Choice(SEVERITIES), help="Show findings at least this severe.")
@click.option("--fail-on", type=click.Choice((*SEVERITIES, "never")), default="warning", show_default=True,
              help="Exit with 1 from this severity on.")  # fmt: skip
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even where something is found.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True,
              help="Draw in colour.")  # fmt: skip
def compare(
    *,
    texts: tuple[str, ...],
    pairs: str | None,
    form: str,
    output: str | None,
    verified: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    min_confidence: float,
    min_severity: str | None,
    fail_on: str,
    exit_zero: bool,
    color: str,
) -> int:
    """Cross-check two versions of one text, A and B.

    A Chinese original and its English translation, in either order, are compared figure by figure: scale, value, bound,
    unit, period, direction. Of two English drafts, the earlier first, the figures that were added, dropped and changed
    are told, and what no longer holds in the later one. A version is a file, or a file of a git revision:
    HEAD~1:release.md.
    """
    if bool(texts) is bool(pairs) or (texts and len(texts) != 2):
        raise click.UsageError("name two texts, A and B, or a file of pairs: --pairs FILE")
    from factlint import engine
    from factlint.checks.select import Selection
    from factlint.comparing.run import compare_pairs, read_pairs

    settings = engine.Settings(Selection(split_words(select), split_words(ignore)), min_confidence)
    listed = read_pairs(pairs) if pairs else [(texts[0], texts[1])]
    report = compare_pairs(listed, settings)
    to = Output(output, color)
    drafts = any(finding.rule.startswith("FL82") for finding in report.findings)
    least = min_severity or ("info" if FORMATS[form].is_machine or drafts else "warning")
    to.write(render(report, form, least, to, verified=verified, statistics=False), machine=FORMATS[form].is_machine)
    tell_problems(report)
    return exit_status(report, FailOn(fail_on), exit_zero=exit_zero)
