"""Pairs of texts to a report: each pair is read, its languages told, and compared; one that fails loses no other."""

from collections.abc import Iterable
from pathlib import Path

from factlint.comparing.drafts import compare_drafts
from factlint.comparing.revisions import read_version
from factlint.comparing.translation import compare_translation
from factlint.engine import Settings, finish
from factlint.errors import ReadError, UsageError
from factlint.languages import is_chinese
from factlint.model.finding import Problem, Report

Pair = tuple[str, str]


def compare_pairs(pairs: Iterable[Pair], settings: Settings) -> Report:
    """Compare the texts of each pair: an original with its translation, or one draft with a later one."""
    knowledge = settings.knowledge()
    rules = settings.rules(knowledge)
    report = Report()
    for first, second in pairs:
        try:
            documents = read_version(first), read_version(second)
        except ReadError as error:
            report.errors.append(Problem(error.path, error.message))
            continue
        chinese = [is_chinese(document.text) for document in documents]
        try:
            if chinese[0] is not chinese[1]:
                compare_translation(report, *documents, knowledge, rules)
            else:
                compare_drafts(report, documents[0], documents[1], knowledge, rules)
        except Exception as error:  # noqa: BLE001 -- one pair that meets a mistake of ours never loses the others
            report.errors.append(Problem(second, f"internal error, please report it: {error!r}"))
    finish(report, rules, settings.min_confidence)
    return report


def read_pairs(path: str) -> list[Pair]:
    """Return the pairs of a file: two paths a line with a tab between, seen from its folder; raises UsageError."""
    where = Path(path)
    try:
        text = where.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from None
    pairs = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 2 or not all(cell.strip() for cell in cells):
            raise UsageError(f"{path}:{number}: a line needs two paths with a tab between")
        first, second = (_beside(where, cell.strip()) for cell in cells)
        pairs.append((first, second))
    return pairs


def _beside(where: Path, cell: str) -> str:
    """Return a path as it stands where it leads somewhere, else seen from the folder of the list."""
    if Path(cell).exists() or Path(cell).is_absolute():
        return cell
    beside = where.parent / cell
    return str(beside) if beside.exists() else cell
