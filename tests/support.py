"""What tests share: where the checkout is, and a way to run the program as its users do."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent
WRONG = "The network has 2.64 million 5G base stations. We run 2.46 million 5G base stations.\n"
"""A text in which FL101, and no other rule, finds one conflict."""
CLEAN = "Over 2.64 million 5G base stations have been built. Operators run 2.646 million 5G base stations.\n"
SEED = CHECKOUT / "seeds" / "scio-briefing-2023-04-20.txt"

_COLOR_VARIABLES = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS", "PYTHONIOENCODING")


@dataclass(slots=True, frozen=True)
class Done:
    """What a run of the program left behind."""

    status: int
    out: str
    err: str
    raw: bytes

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def rows(self) -> list[Any]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


class Program:
    """Runs ``factlint`` as a process of its own, in a folder of its own, with a quiet environment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(
        self, *arguments: str | Path, stdin: bytes = b"", env: Mapping[str, str] | None = None, decode: str = "utf-8"
    ) -> Done:
        """Run the program with these arguments."""
        return run_program(*arguments, cwd=self.folder, stdin=stdin, env=environment(env), decode=decode)

    def write(self, name: str, text: str | bytes) -> Path:
        """Write a file for the program to read; line endings stay as given."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path


def run_program(
    *arguments: str | Path, cwd: Path, env: Mapping[str, str], stdin: bytes = b"", decode: str = "utf-8"
) -> Done:
    """Run ``factlint`` in a folder and an environment."""
    command = [sys.executable, "-m", "factlint", *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, env=env, check=False)
    return Done(done.returncode, done.stdout.decode(decode), done.stderr.decode("utf-8", "replace"), done.stdout)


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment in which nothing but ``extra`` decides on colour, width and encoding."""
    kept = {key: value for key, value in os.environ.items() if key not in _COLOR_VARIABLES}
    return {**kept, "PYTHONPATH": str(CHECKOUT), "PYTHONUTF8": "0", **(extra or {})}


def run(*command: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder, with the checkout out of its reach."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHONPATH", "GIT_"))}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**kept, **variables}, capture_output=True, text=True, check=False
    )
