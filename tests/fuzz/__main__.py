"""Fuzzing by hand: ``python -m tests.fuzz grammar --runs 2000000`` puts so many inputs to one stage.

With atheris (pip install atheris) it is guided by the branches that an input takes; without, or with --plain, inputs are
seeds cut, joined and spoiled. What breaks a law is kept in a folder, once for each line that
raised, and belongs into cases.toml once it is mended.
"""

import argparse
import hashlib
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path


class Keeper:
    """Puts inputs to a target and goes on after what breaks it: one input is kept for each line that raised."""

    def __init__(self, name: str, use: Callable[[bytes], None], folder: Path) -> None:
        self.name = name
        self.done = 0
        self.broken: dict[str, bytes] = {}
        self._use = use
        self._folder = folder

    def __call__(self, data: bytes) -> None:
        """Use an input."""
        self.done += 1
        try:
            self._use(data)
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is what is looked for
            self._keep(data, error)

    def _keep(self, data: bytes, error: Exception) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        where = f"{type(error).__name__} {Path(frames[-1].filename).name}:{frames[-1].lineno}"
        known = self.broken.get(where)
        if known is not None and len(known) <= len(data):
            return
        self.broken[where] = data
        name = f"{self.name}-{hashlib.sha256(where.encode()).hexdigest()[:8]}"
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / name).write_bytes(data)
        (self._folder / f"{name}.log").write_text("".join(traceback.format_exception(error)), encoding="utf-8")

    def told(self) -> str:
        """Return what became of the inputs, for people."""
        words = [
            f"{self.name}: {self.done:,} inputs, {len(self.broken)} found in {self._folder}"
            if self.broken
            else f"{self.name}: {self.done:,} inputs, nothing found"
        ]
        return "\n".join(words + [f"  {where}: {data!r}" for where, data in self.broken.items()])


def main() -> int:
    """Fuzz the targets that are named."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", help="tokenizer, grammar, check ...; none lists them")
    parser.add_argument("--runs", type=int, default=20_000, help="inputs a target")
    parser.add_argument("--seconds", type=int, default=0, help="stop a target after so long")
    parser.add_argument("--longest", type=int, default=0, help="bytes of an input at most")
    parser.add_argument("--plain", action="store_true", help="without atheris")
    parser.add_argument("--draw", type=int, default=0, help="which inputs are drawn, with --plain")
    parser.add_argument("--corpus", type=Path, help="a folder that keeps what was found to be new, without --plain")
    parser.add_argument("--found", type=Path, default=Path("fuzz-found"), help="a folder for what broke a law")
    given = parser.parse_args()
    if given.plain or not given.targets or find_spec("atheris") is None:
        return _plain(given)
    if len(given.targets) > 1:
        parser.error("atheris takes one target a process; name one, or use --plain")
    return _guided(given)


def _plain(given: argparse.Namespace) -> int:
    from tests.fuzz.mutate import inputs
    from tests.fuzz.targets import TARGETS

    if not given.targets:
        print("\n".join(TARGETS))
    broken = 0
    for name in given.targets:
        target, end = TARGETS[name], time.monotonic() + given.seconds
        keeper = Keeper(name, target.use, given.found)
        for data in inputs(target.seeds(), given.longest or target.longest, given.runs, given.draw, target.made):
            keeper(data)
            if given.seconds and time.monotonic() > end:
                break
        print(keeper.told(), flush=True)
        broken += len(keeper.broken)
    return 1 if broken else 0


def _guided(given: argparse.Namespace) -> int:
    import atheris

    with atheris.instrument_imports(include=["factlint"]):
        from tests.fuzz.targets import TARGETS
    [name] = given.targets
    target = TARGETS[name]
    longest = given.longest or target.longest
    keeper = Keeper(name, target.use, given.found)
    folder = Path(tempfile.mkdtemp(prefix="factlint-fuzz-"))
    corpus = given.corpus or folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for at, seed in enumerate(target.seeds()):
        (corpus / f"seed-{at}").write_bytes(seed[:longest])
    (folder / "words").write_text(_dictionary(), encoding="utf-8")
    options = [
        f"-runs={given.runs}",
        f"-max_len={longest}",
        "-timeout=20",
        "-rss_limit_mb=2048",
        f"-dict={folder / 'words'}",
    ]
    if given.seconds:
        options.append(f"-max_total_time={given.seconds}")

    def use(data: bytes) -> None:
        keeper(data)
        if keeper.done == given.runs or keeper.done % 50_000 == 0:  # the library ends the process and never returns
            print(keeper.told(), flush=True)

    atheris.Setup([sys.argv[0], *options, str(corpus)], use)
    atheris.Fuzz()
    return 0


def _dictionary() -> str:
    """Return the signs of the mutations and the words that numbers are known by, in the form that libFuzzer reads."""
    from tests.fuzz.mutate import SIGNS
    from tests.fuzz.targets import known

    words = {*SIGNS, *(word.encode() for word in known().lexicon.anchors)}
    return "".join('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in sorted(words))


if __name__ == "__main__":
    sys.exit(main())
