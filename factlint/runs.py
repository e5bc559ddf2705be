"""A run over many files: which are checked, under which settings, by how many processes; what may stand in the end.

The report is the same whatever the number of processes: parts are joined in the order of the files.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factlint import engine
from factlint.acceptance.patterns import Patterns
from factlint.acceptance.perfile import idle_patterns, ignores_of
from factlint.acceptance.settle import settle
from factlint.cache.installed import digest
from factlint.engine import STDIN, Progress, Settings
from factlint.errors import ReadError
from factlint.knowledge import Knowledge, cards
from factlint.model.finding import Report, RuleCount, Text
from factlint.model.record import dataclass, field, replace
from factlint.readers.limits import load_bytes
from factlint.readers.walk import discover
from factlint.recalling import Part, Recall

if TYPE_CHECKING:
    from factlint.acceptance.changed import Changes
    from factlint.alignment.archived import Asking
    from factlint.alignment.cross import Kept
    from factlint.alignment.packing import Standing
    from factlint.knowledge.card import Card
    from factlint.model.document import Document
    from factlint.rereading import Rereading

ENOUGH, ENOUGH_ANEW = 120_000, 400_000
"""Bytes of text from which on further processes are worth their start: as copies of this one, or started anew."""


@dataclass(slots=True, frozen=True)
class Plan:
    """What a run is told, beside its paths."""

    settings: Settings = field(default_factory=Settings)
    settings_of: Callable[[str], Settings] | None = None  # by the path of a file: those of its nearest configuration
    stdin: tuple[bytes, str] | None = None
    progress: Progress | None = None
    jobs: int = 1  # 0 is as many as there are processors, where that is worth it
    cross: str = "none"
    changes: "Changes | None" = None
    exclude: tuple[str, ...] = ()  # patterns of files, from the current folder
    baseline: Path | None = None
    recall: Recall | None = None  # the results of earlier runs, where they count
    recalled_only: bool = False  # raise NotRecalledError where any text would have to be read
    keeps_all: bool = False  # neither baseline nor confidence takes anything from the report: for a new baseline


class NotRecalledError(Exception):
    """A text would have to be read, and the run was to do without."""


@dataclass(slots=True)
class Task:
    """A file to check, and how."""

    path: Path | str
    settings: Settings
    named: tuple[str, ...]


def check_paths(paths: Iterable[str], plan: Plan) -> Report:
    """Check files and folders; what could not be read is told beside the findings in the rest."""
    named = tuple(paths)
    found, problems, notes = discover(named)
    report = Report(errors=problems, notes=notes)
    _READY.clear()  # facts and packs may have changed since an earlier run of this process
    tasks = _tasks(found, named, plan, report)
    if plan.progress is not None:
        plan.progress(0, len(tasks))
    kept: list[Kept] = []
    asked: list[Asking] = []
    for done, part in enumerate(_parts(tasks, plan), 1):
        join(report, part)
        kept += part.kept
        asked += part.asked
        if plan.progress is not None:
            plan.progress(done, len(tasks))
    if plan.cross != "none":
        _compare(report, kept, plan)
    if plan.settings.archive is not None:
        _hold(report, plan.settings.archive, asked, plan)
    _end(report, plan, named)
    return report


def _compare(report: Report, kept: "list[Kept]", plan: Plan) -> None:
    """Add what the files say of one another, under the settings of the folder in which the program was started."""
    from factlint.crossing import compare_files

    knowledge, rules = _ready(plan.settings)
    compare_files(report, kept, plan.cross, knowledge, rules, lambda path: _reopen(path, plan))


def _hold(report: Report, archive: Path, asked: "list[Asking]", plan: Plan) -> None:
    """Add what an archive says against the texts."""
    from factlint.archive.holding import hold_against
    from factlint.archive.writing import content_id

    def content(path: str) -> str:
        return content_id(_bytes(path, plan), path)

    knowledge, rules = _ready(plan.settings)
    hold_against(report, archive, asked, knowledge, rules, lambda path: _reopen(path, plan), content)


def _reopen(path: str, plan: Plan) -> "Document":
    """Read a text again."""
    from factlint.readers import read_bytes, read_path

    if plan.stdin is not None and path == (plan.stdin[1] or STDIN):
        return read_bytes(plan.stdin[0], STDIN, plan.stdin[1] or None)
    return read_path(Path(path))


def _bytes(path: str, plan: Plan) -> bytes:
    """Return the bytes of a text, nothing where it is gone."""
    if plan.stdin is not None and path == (plan.stdin[1] or STDIN):
        return plan.stdin[0]
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""


def _end(report: Report, plan: Plan, named: Sequence[str]) -> None:
    """Take from a report what may stand, what is too unsure and what others answer for."""
    settings = plan.settings
    rules = _rules(settings)
    settle(report, rules)
    if settings.config is not None:
        report.findings += idle_patterns(report, settings.per_file_ignores, settings.config, rules, named)
    if plan.baseline is not None and not plan.keeps_all:
        from factlint.acceptance import baseline

        baseline.accept(report, plan.baseline, rules, cross=plan.cross != "none" or settings.archive is not None)
    if plan.changes is not None:
        plan.changes.keep(report)
    engine.trim(report, 0.0 if plan.keeps_all else settings.min_confidence)


def _tasks(found: Sequence[Path | str], named: tuple[str, ...], plan: Plan, report: Report) -> list[Task]:
    """Return the files to check, without those that a configuration excludes or that did not change."""
    tasks, excluded = [], 0
    here = replace(plan.settings, exclude=plan.exclude, config=None)
    for path in found:
        name = (plan.stdin or (b"", ""))[1] if path == STDIN else str(path)
        settings = plan.settings if plan.settings_of is None or not name else plan.settings_of(name)
        if name and any(_excludes(each, name, named) for each in (here, plan.settings, settings)):
            excluded += 1
        elif plan.changes is None or plan.cross != "none" or path == STDIN or plan.changes.has_file(str(path)):
            tasks.append(Task(path, settings, named))
    if excluded and not tasks:
        report.notes.append(f"nothing to check: the configuration excludes all {excluded} files that were found")
    return tasks


def _excludes(settings: Settings, name: str, named: tuple[str, ...]) -> bool:
    """Say whether settings exclude a file: one that was found in a folder, or any where excludes are forced."""
    if not settings.exclude or (name in named and not settings.force_exclude):
        return False
    folder = settings.config.parent if settings.config is not None else Path()
    return Patterns(folder, settings.exclude).match(name)


def _parts(tasks: list[Task], plan: Plan) -> Iterator[Part]:
    """Yield the part of each file, in the order of the files: as an earlier run found it, or as it is found now."""
    recall = plan.recall
    if recall is None:
        yield from _checked(tasks, plan)
        return
    known = {at: part for at, task in enumerate(tasks) if (part := _recalled(recall, task, plan.stdin)) is not None}
    if plan.recalled_only and len(known) < len(tasks):
        raise NotRecalledError
    found = _checked([task for at, task in enumerate(tasks) if at not in known], plan)
    for at, task in enumerate(tasks):
        if at in known:
            yield known.pop(at)
            continue
        part = next(found)
        recall.keep(_label(task, plan.stdin), task.settings, task.named, part)
        yield part


def _label(task: Task, stdin: tuple[bytes, str] | None) -> str:
    return (stdin or (b"", ""))[1] or STDIN if task.path == STDIN else str(task.path)


def _recalled(recall: Recall, task: Task, stdin: tuple[bytes, str] | None) -> Part | None:
    """Return what an earlier run found in a file, None where it changed, cannot be read, or is read but once: a pipe."""
    if task.path != STDIN and not os.path.isfile(task.path):
        return None
    try:
        data = (stdin or (b"", ""))[0] if task.path == STDIN else load_bytes(Path(task.path), task.settings.limits)
    except ReadError:
        return None
    return recall.find(_label(task, stdin), task.settings, task.named, digest(data))


def _checked(tasks: list[Task], plan: Plan) -> Iterator[Part]:
    """Yield the part of each file that is checked now."""
    jobs, asks = _jobs(tasks, plan.jobs), plan.recall is not None
    if jobs == 1:
        for task in tasks:
            yield check_file(task, plan.stdin, asks=asks)
        return
    # Only here: a run of one process starts sooner without them.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    for settings in {id(task.settings): task.settings for task in tasks}.values():
        engine.warm(*_ready(settings))  # read once, before the others are forked
    gc.freeze()  # what all have in common stays in common: no collection writes to it
    with ProcessPoolExecutor(jobs, mp_context=get_context(_way()), initializer=_ignore_interrupt) as pool:
        try:
            waiting = [None if task.path == STDIN else pool.submit(check_file, task, asks=asks) for task in tasks]
            for task, future in zip(tasks, waiting, strict=True):
                yield check_file(task, plan.stdin, asks=asks) if future is None else future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        finally:
            gc.unfreeze()


def _jobs(tasks: list[Task], wanted: int) -> int:
    """Return how many processes to use: none more than files, and one where the work is soon done."""
    if wanted == 0:
        size = sum(_size(task.path) for task in tasks)
        enough = ENOUGH if _way() == "fork" else ENOUGH_ANEW
        wanted = (
            1 if size < enough else len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
        )
    return max(1, min(wanted, len(tasks)))


def _way() -> str | None:
    """Return how further processes are started; None is the way of the platform."""
    return "fork" if sys.platform == "linux" and sys.version_info < (3, 14) else None


def _size(path: Path | str) -> int:
    try:
        return 0 if path == STDIN else os.stat(path).st_size
    except OSError:
        return 0


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the first process, which ends the others."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def check_file(task: Task, stdin: tuple[bytes, str] | None = None, *, asks: bool = False) -> Part:
    """Check one file and return its part of the report; ``asks`` says to tell by a hash which bytes were read."""
    part = Part()

    def use(document: "Document", data: bytes) -> None:
        if asks:
            part.content = digest(data)
        _add(part, document, task.settings, task.named)

    engine.take_document(task.path, task.named, part, use, stdin=stdin, limits=task.settings.limits)
    return part


def check_open(document: "Document", plan: Plan, earlier: "Rereading | None" = None) -> Report:
    """Check a text that an editor holds, as a run over its file would; the text and its claims are kept.

    ``earlier`` knows what was found in an earlier version of the text: what an edit did not touch is not read again.
    """
    part = Part()
    named = (document.path,)
    _add(part, document, replace(plan.settings, keep_texts=True, cross=False, archive=None), named, earlier)
    _end(part, plan, named)
    return part


def _add(
    part: Part, document: "Document", settings: Settings, named: tuple[str, ...], earlier: "Rereading | None" = None
) -> None:
    """Check a document and add what was found to its part of the report."""
    knowledge, rules = _ready(settings)
    evidence = engine.evidence_of(document, knowledge, earlier)
    examined = engine.judge(evidence, knowledge, rules)
    engine.add_document(part, examined, rules, settings.min_confidence)
    if settings.archive is not None:
        from factlint.alignment.archived import ask

        part.asked.append(ask(evidence, _standing(examined)))
    if settings.cross:
        from factlint.alignment.cross import keep

        part.kept.append(keep(evidence, _standing(examined)))
    if settings.keep_texts:
        part.texts.append(Text(document, examined.claims))
    if settings.per_file_ignores and settings.config is not None:
        part.allowances += ignores_of(
            document.path, settings.per_file_ignores, settings.config, cards(), frozenset(rules), named
        )


_READY: "list[tuple[Settings, Knowledge, dict[str, Card]]]" = []


def _ready(settings: Settings) -> "tuple[Knowledge, dict[str, Card]]":
    """Return the knowledge and the rules of settings, made once in a process."""
    for held, knowledge, rules in _READY:
        if held is settings or held == settings:
            return knowledge, rules
    knowledge = settings.knowledge()
    _READY.append((settings, knowledge, settings.rules(knowledge)))
    return _READY[-1][1:]


def _rules(settings: Settings) -> "dict[str, Card]":
    """Return the rules of settings; without the user's own files nothing else of the knowledge is needed for them."""
    if settings.packs or settings.facts or settings.identities:
        return _ready(settings)[1]
    return settings.applied(cards())


def _standing(examined: engine.Examined) -> "dict[int, Standing]":
    """Return what the rules made of the claims of a text that they compared."""
    from factlint.alignment.packing import Standing

    standing = dict.fromkeys(examined.checked, Standing.COMPARED)
    standing |= dict.fromkeys(engine.claims_of(examined.ties), Standing.AGREEING)
    return standing | dict.fromkeys(engine.claims_of(examined.conflicts), Standing.CONFLICTING)


def join(report: Report, part: Report) -> None:
    """Add a part to a report."""
    report.files += part.files
    report.findings += part.findings
    report.verified += part.verified
    report.errors += part.errors
    report.notes += part.notes
    report.allowances += part.allowances
    report.used |= part.used
    report.suppressed += part.suppressed
    report.texts += part.texts
    for code, count in part.rules.items():
        total = report.rules.setdefault(code, RuleCount(code, count.name))
        total.compared += count.compared
        total.agreeing += count.agreeing
        total.conflicting += count.conflicting
