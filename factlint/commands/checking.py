"""A check as it was asked for, however the command line was read: settings, run, report and exit status."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.commands.configs import Configs
from factlint.commands.input import tell_problems
from factlint.commands.output import Output, complain
from factlint.commands.waiting import waiting
from factlint.config import OK, TROUBLE, FailOn, exit_status, split_words
from factlint.model.record import dataclass, field
from factlint.readers.limits import NO_LIMITS, Limits
from factlint.reporters.formats import FORMATS

if TYPE_CHECKING:
    from factlint.acceptance.changed import Changes
    from factlint.commands.settled import Settled
    from factlint.config import Config
    from factlint.model.finding import Report
    from factlint.recalling import Recall


@dataclass(slots=True, frozen=True)
class RunOptions:
    """What the command line says beside rules and formats."""

    cross: str | None = None
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    baseline: str | None = None
    write_baseline: bool = False
    only_changed_since: str | None = None
    jobs: int = 0
    watch: bool = False
    show_config: bool = False
    no_cache: bool = False
    cache_dir: str | None = None
    archive: str | None = None

    @property
    def archive_folder(self) -> Path | None:
        """The archive that the texts are held against."""
        return Path(self.archive) if self.archive is not None else None

    @property
    def patterns(self) -> tuple[str, ...]:
        """The patterns of files to pass by."""
        return split_words(self.exclude)

    def baseline_of(self, config: "Config") -> Path | None:
        """Return the baseline of a run: the one that is named, else the configuration's."""
        return Path(self.baseline) if self.baseline is not None else config.baseline

    def cross_of(self, config: "Config") -> str:
        """Return which files are compared with one another."""
        return self.cross or config.cross or "none"

    def choose_shelf(self) -> None:
        """Say in which folder things are kept from run to run, if in any."""
        from factlint.cache.folder import Shelf, default_folder

        Shelf.folder = (
            None if self.no_cache else os.path.abspath(self.cache_dir) if self.cache_dir else default_folder()
        )

    def recall(self) -> "Recall | None":
        """Return the results of earlier runs, None where none are wanted, or Python comes without SQLite."""
        from factlint.cache.folder import Shelf

        if Shelf.folder is None:
            return None
        try:
            from factlint.cache.store import Store
        except ImportError:
            return None
        from factlint.recalling import Recall

        return Recall(Store(Shelf.folder))

    def changes(self) -> "Changes | None":
        """Return what changed since the revision that is named, None where none is."""
        if self.only_changed_since is None:
            return None
        from factlint.acceptance.changed import changes_since

        return changes_since(self.only_changed_since, Path.cwd())


@dataclass(slots=True, frozen=True)
class Wanted:
    """What is asked of one check, as its options say; what they leave open is None, and the configuration's to say."""

    paths: tuple[str, ...]
    form: str = "text"
    to: Output = field(default_factory=Output)
    verified: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    min_confidence: float | None = None
    min_severity: str | None = None
    fail_on: str | None = None
    exit_zero: bool = False
    statistics: bool = False
    facts: tuple[str, ...] = ()
    run: RunOptions = field(default_factory=RunOptions)
    limits: Limits = NO_LIMITS
    config: str | None = None
    isolated: bool = False
    stdin: tuple[bytes, str] | None = None
    recalled_only: bool = False  # raise NotRecalledError where a text would have to be read

    def given(self) -> dict[str, object]:
        """Return the keys of the configuration that the command line sets, by name."""
        return given_keys(
            select=self.select, ignore=self.ignore, extend_select=self.extend_select,
            min_confidence=self.min_confidence, min_severity=self.min_severity, fail_on=self.fail_on,
            cross=self.run.cross, baseline=self.run.baseline,
        )  # fmt: skip


def check_once(wanted: Wanted) -> int:
    """Check, report and return the exit status."""
    from factlint.checks.select import Selection
    from factlint.commands.settled import Settled

    written, run = FORMATS[wanted.form], wanted.run
    run.choose_shelf()
    named = Selection(split_words(wanted.select), split_words(wanted.ignore), split_words(wanted.extend_select))
    configs = Configs(wanted.config, isolated=wanted.isolated)
    root = configs.root
    settled = Settled(
        configs, named, wanted.facts, run.force_exclude, wanted.min_confidence, keep_texts=written.wants_texts,
        cross=run.cross_of(root) != "none", archive=run.archive_folder, limits=wanted.limits,
    )  # fmt: skip
    if run.show_config:
        from factlint.commands.settled import show

        wanted.to.write(show(settled, wanted.paths[0], wanted.given()))
        return OK
    report = _report(wanted, settled)
    if run.write_baseline:
        return _write_baseline(report, run.baseline_of(root))
    least = wanted.min_severity or root.min_severity or ("info" if written.is_machine else "warning")
    text = render(report, wanted.form, least, wanted.to, verified=wanted.verified, statistics=wanted.statistics)
    wanted.to.write(text, machine=written.is_machine)
    tell_problems(report)
    return exit_status(report, FailOn(wanted.fail_on or root.fail_on or "warning"), exit_zero=wanted.exit_zero)


def _report(wanted: Wanted, settled: "Settled") -> "Report":
    from factlint.runs import Plan, check_paths

    root, run = settled.configs.root, wanted.run
    recall = run.recall()
    with closing_recall(recall), waiting(wanted.paths, wanted.to, wanted.form) as progress:
        plan = Plan(
            settled.root,
            settled.of_file,
            wanted.stdin,
            progress,
            run.jobs,
            run.cross_of(root),
            run.changes(),
            run.patterns,
            run.baseline_of(root),
            recall,
            recalled_only=wanted.recalled_only,
            keeps_all=run.write_baseline,
        )
        return check_paths(wanted.paths, plan)


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


def given_keys(**options: object) -> dict[str, object]:
    """Return the keys of the configuration that the command line sets, by name."""
    return {
        name.replace("_", "-"): split_words(value) if isinstance(value, tuple) else value
        for name, value in options.items()
        if value not in (None, ())
    }
