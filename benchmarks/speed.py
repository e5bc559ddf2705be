"""How fast the program is, beside its peers and beside itself: `python benchmarks/speed.py`.

Everything is measured in one run and told as ratios, for seconds say more of the machine than of the program. Times are
processor times of whole processes, the least of several runs, so that other work on the machine counts little; only two
processes beside one are measured by the clock. A peer that is not installed is passed by, with the reason.

    python benchmarks/speed.py --quick             only what needs no megabytes: under a minute
    python benchmarks/speed.py --record "a note"   write the ratios into benchmarks/history.jsonl
    python benchmarks/speed.py --check             fail where a ratio is worse by over a quarter than the recorded one
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from texts import HOSTILE, honest, many

HERE = Path(__file__).resolve().parent
SEED = HERE.parent / "seeds" / "scio-briefing-2023-04-20.txt"
HISTORY = HERE / "history.jsonl"
PROGRAM = (sys.executable, "-c", "from factlint.__main__ import run; run()")
"""The program as the script that pip writes starts it."""
WORSE = 1.25
"""From this factor on a ratio counts as worse."""
_ONE = 55_000


@dataclass(frozen=True)
class Row:
    """One thing that is measured: what it is called, its mark, whether more is better, and how it is measured."""

    name: str
    mark: float
    is_quick: bool
    more_is_better: bool
    measure: "Callable[[Bench], float]"
    needs: str = ""  # a peer
    is_ratio: bool = True  # milliseconds are of a machine, and are not held against those of another


class Bench:
    """Runs programs in a folder of its own, with a cache of its own."""

    def __init__(self, folder: Path, megabytes: float) -> None:
        self.folder = folder
        self.megabytes = megabytes
        self.one = folder / "one.txt"
        self.one.write_text(honest(SEED, _ONE, 1), encoding="utf-8")
        self.kept: dict[str, float] = {}
        self.times = 7

    def cpu(self, command: list[str], *, before: Callable[[], None] | None = None, times: int = 0) -> float:
        """Return the least processor time of a command, in seconds."""
        return min(self._run(command, before)[0] for _ in range(times or self.times))

    def _run(self, command: list[str], before: Callable[[], None] | None = None) -> tuple[float, float, int]:
        """Return processor time and wall time in seconds, and peak memory in bytes."""
        if before is not None:
            before()
        env = {key: value for key, value in os.environ.items() if not key.startswith(("FACTLINT_", "PYTHONDONT"))}
        env |= {"PYTHONPATH": str(HERE.parent), "FACTLINT_CACHE_DIR": str(self.folder / "cache")}
        began = time.perf_counter()
        with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            _, status, used = os.wait4(running.pid, 0)
            running.returncode = os.waitstatus_to_exitcode(status)
        if PROGRAM[-1] in command and running.returncode not in {0, 1}:
            raise RuntimeError(f"{' '.join(command[3:])} ended with {running.returncode}")
        size = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return used.ru_utime + used.ru_stime, time.perf_counter() - began, size

    def once(self, name: str, measure: Callable[[], float]) -> float:
        """Return what was measured under a name, measured once."""
        if name not in self.kept:
            self.kept[name] = measure()
        return self.kept[name]

    def check(self, *paths: Path, more: tuple[str, ...] = ()) -> list[str]:
        """Return the command that checks files."""
        return [*PROGRAM, "check", *map(str, paths), "--exit-zero", *more]

    def forget(self) -> None:
        """Remove the results of earlier runs; what was made of the rules stays, as it does between two new texts."""
        for path in (self.folder / "cache").glob("results*"):
            path.unlink()

    def click(self) -> float:
        """Python, and the library that reads command lines: what any such program costs."""
        return self.once("click", lambda: self.cpu([sys.executable, "-c", "import click"]))

    def cold(self) -> float:
        """One text that nobody has checked yet."""
        command = self.check(self.one)
        return self.once("cold", lambda: self.cpu(command, before=self.forget))

    def hit(self) -> float:
        """Measure the same text again, asked for in the plainest way."""
        plain = [*PROGRAM, "check", str(self.one)]
        self._run(plain)
        return self.once("hit", lambda: self.cpu(plain))

    def codespell(self) -> float:
        """Measure the fastest checker of words in Python."""
        return self.once("codespell", lambda: self.cpu([sys.executable, "-m", "codespell_lib", str(self.one)]))

    def folder_of_texts(self) -> Path:
        """Return a folder of so many megabytes in different texts."""
        folder = self.folder / "many"
        if not folder.exists():
            folder.mkdir()
            for number, text in enumerate(many(SEED, int(self.megabytes * 1_000_000), _ONE)):
                (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
        return folder

    def all_cold(self) -> float:
        """All of them, by one process, nothing kept."""
        command = self.check(self.folder_of_texts(), more=("--jobs", "1"))
        return self.once("all cold", lambda: self.cpu(command, before=self.forget, times=1))

    def all_warm(self) -> float:
        """All of them again."""
        self.all_cold()
        return self.once(
            "all warm", lambda: self.cpu(self.check(self.folder_of_texts(), more=("--jobs", "1")), times=2)
        )

    def two(self) -> float:
        """How many times as fast two processes are, by the clock."""
        took = [
            min(self._run(self.check(self.folder_of_texts(), more=("--no-cache", "--jobs", jobs)))[1] for _ in range(2))
            for jobs in ("1", "2")
        ]
        return took[0] / took[1]

    def proselint(self) -> float:
        """Another checker of prose over the same texts, by megabytes: it is slow, so it reads a part of them."""
        part = sorted(self.folder_of_texts().iterdir())[:9]
        share = sum(path.stat().st_size for path in part) / sum(
            p.stat().st_size for p in self.folder_of_texts().iterdir()
        )
        command = [sys.executable, "-m", "proselint", "check", *map(str, part)]
        return self.once("proselint", lambda: self.cpu(command, times=1) / share)

    def peak(self, *paths: Path) -> float:
        """Return the peak memory of a check in megabytes."""
        return self._run(self.check(*paths, more=("--no-cache", "--jobs", "1")))[2] / 1e6

    def growth(self) -> float:
        """How much longer a megabyte of one text takes than a megabyte of short ones, in one process."""
        long = self.folder / "long.txt"
        long.write_text(honest(SEED, 20 * _ONE, 3), encoding="utf-8")
        start = self.cpu(self.check(Path(os.devnull)), times=3)
        more = ("--no-cache", "--jobs", "1")
        short = self.cpu(self.check(self.one, more=more), times=3) - start
        return (self.cpu(self.check(long, more=more), times=1) - start) / (20 * short)

    def hostile(self) -> float:
        """Return the worst of the texts of one thing over and over, beside an honest one of its size."""
        plain = self.folder / "plain.txt"
        plain.write_text(honest(SEED, 4 * _ONE, 5), encoding="utf-8")
        base = self.cpu(self.check(plain, more=("--no-cache",)), times=2)
        worst = 0.0
        for name, text in HOSTILE.items():
            path = self.folder / f"hostile-{name}.txt"
            path.write_text((text * (4 * _ONE // len(text) + 1))[: 4 * _ONE], encoding="utf-8")
            worst = max(worst, self.cpu(self.check(path, more=("--no-cache",)), times=1) / base)
        return worst

    def extraction(self) -> float:
        """How many times as fast as quantulum3 the figures of a text are read, in this process."""
        import factlint

        parser: Any = __import__("quantulum3.parser").parser
        text = honest(SEED, 12_000, 7)
        paragraphs = [part for part in text.split("\n") if part.strip()]

        def seconds(run: Callable[[], object]) -> float:
            run()
            began = time.process_time()
            run()
            return time.process_time() - began

        return seconds(lambda: [parser.parse(part) for part in paragraphs]) / seconds(lambda: factlint.quantities(text))

    def editing(self) -> float:
        """Milliseconds from an edit in a text of that size to its findings, as a language server works; the median."""
        import gc
        from statistics import median

        from factlint.readers import read_bytes
        from factlint.rereading import Rereading
        from factlint.runs import Plan, check_open

        gc.set_threshold(200_000)  # as the program itself does
        text, took, plan, earlier = self.one.read_text(encoding="utf-8"), [], Plan(), Rereading()
        place = text.index("the ", len(text) // 2)
        for number in range(24):
            edited = f"{text[:place]}the {number} {text[place + 4 :]}".encode()
            began = time.process_time()
            check_open(read_bytes(edited, "one.txt"), plan, earlier)
            took.append(1000 * (time.process_time() - began))
        return median(took[3:])


ROWS = (
    Row("--version / import click", 1.3, True, False,
        lambda b: b.cpu([*PROGRAM, "--version"]) / b.click()),
    Row("one text of 55 KB, cold / import click", 2.5, True, False, lambda b: b.cold() / b.click()),
    Row("the same, known / import click", 1.6, True, False, lambda b: b.hit() / b.click()),
    Row("one text of 55 KB, cold / codespell", 1.0, True, False, lambda b: b.cold() / b.codespell(), "codespell_lib"),
    Row("the same, known / codespell", 0.65, True, False, lambda b: b.hit() / b.codespell(), "codespell_lib"),
    Row("an edit of 55 KB in an editor, ms", 50, True, False, lambda b: b.editing(), is_ratio=False),
    Row("peak memory of one text, MB", 45, True, False, lambda b: b.peak(b.one)),
    Row("texts a second / proselint", 3, False, True, lambda b: b.proselint() / b.all_cold(), "proselint"),
    Row("all texts, cold / known", 8, False, True, lambda b: b.all_cold() / b.all_warm()),
    Row("two processes / one, by the clock", 1.7, False, True, lambda b: b.two()),
    Row("figures a second / quantulum3", 25, False, True, lambda b: b.extraction(), "quantulum3"),
    Row("a megabyte at once / in short texts", 1.15, False, False, lambda b: b.growth()),
    Row("the worst of hostile texts / an honest one", 5, False, False, lambda b: b.hostile()),
    Row("peak memory of all texts, MB", 90, False, False, lambda b: b.peak(b.folder_of_texts())),
)  # fmt: skip


def measured(bench: Bench, *, quick: bool) -> Iterator[tuple[Row, float]]:
    """Measure row by row; what cannot be measured here is told and passed by."""
    for row in ROWS:
        if quick and not row.is_quick:
            continue
        if row.needs and find_spec(row.needs) is None:
            print(f"{row.name:<46} passed by: {row.needs} is not installed")
            continue
        value = row.measure(bench)
        is_met = value >= row.mark if row.more_is_better else value <= row.mark
        print(f"{row.name:<46} {value:8.2f}   mark {row.mark:g}{'' if is_met else ', missed'}", flush=True)
        yield row, value


def recorded() -> dict[str, float]:
    """Return the latest recorded value of each row."""
    latest: dict[str, float] = {}
    if HISTORY.exists():
        for line in HISTORY.read_text(encoding="utf-8").splitlines():
            latest.update(json.loads(line)["ratios"])
    return latest


def worsened(found: Mapping[Row, float], before: Mapping[str, float]) -> list[str]:
    """Return what is worse by over a quarter than it was recorded."""
    told = []
    for row, value in found.items():
        if (
            row.is_ratio
            and (old := before.get(row.name))
            and (old / value if row.more_is_better else value / old) > WORSE
        ):
            told.append(f"{row.name}: {value:.2f}, recorded {old:.2f}")
    return told


def main() -> int:
    """Measure, print, compare and record."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="only what needs no megabytes")
    parser.add_argument("--megabytes", type=float, default=10, help="how much text the slow rows read")
    parser.add_argument("--record", metavar="NOTE", help="add the ratios to the history")
    parser.add_argument("--check", action="store_true", help="fail where a ratio got worse by over a quarter")
    wanted = parser.parse_args()
    sys.path.insert(0, str(HERE.parent))
    before = recorded()
    with tempfile.TemporaryDirectory() as folder:
        found = dict(measured(Bench(Path(folder), wanted.megabytes), quick=wanted.quick))
    if wanted.record is not None:
        line = {
            "date": datetime.now(UTC).date().isoformat(), "note": wanted.record, "python": platform.python_version(),
            "processors": os.cpu_count(), "ratios": {row.name: round(value, 3) for row, value in found.items()},
        }  # fmt: skip
        with HISTORY.open("a", encoding="utf-8") as history:
            history.write(json.dumps(line) + "\n")
    worse = worsened(found, before) if wanted.check else []
    for words in worse:
        print(f"worse: {words}", file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
