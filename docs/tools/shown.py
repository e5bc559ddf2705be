"""What the pages show is run: commands in a folder of the page's own, code as it stands; outputs are filled in anew.

A block of a page says by its language what it is. ``console``: lines after ``$`` are run one after the other, and what
follows each is what it prints; ``python`` with prompts likewise, and without them run. ``json``, ``toml`` and
``yaml`` are read. A comment on the line before a block says more:

    <!-- file: press/release.txt -->     the block is written to that file first
    <!-- first 12 lines -->              longer outputs end in a line of three dots
    <!-- output: factlint check seeds/ (first 12 lines) -->     the output of a command in the checkout itself
    <!-- in the checkout -->             the commands run in the checkout, and only read there
    <!-- not run: it needs Docker -->    and why

A comment that stands alone, ``<!-- given draft.md: Some text. -->``, writes a file that the page does not show.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

import yaml

CHECKOUT = Path(__file__).resolve().parents[2]
DOCS = CHECKOUT / "docs"
WIDTH = "80"
IN_CHECKOUT = "in the checkout"

_INDENTED = re.compile(r"(?:\A|\n)\n {4,}\S")
_PART = re.compile(
    r"^<!-- given (?P<given>[\w./-]+): (?P<words>[^\n]*) -->$"
    r"|^(?:<!-- (?P<note>[^\n]+) -->\n)?```(?P<language>[\w-]*)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_FIRST = re.compile(r"\(?first (\d+) lines\)?$")
_QUIET = ("PYTHONPATH", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_HYPERLINK")


class ShownWronglyError(AssertionError):
    """A block that does not do what the page says."""


@dataclass(slots=True)
class Bench:
    """The folder in which a page's commands run, and the status of the last one."""

    folder: Path
    programs: Path
    status: int = 0

    def write(self, name: str, text: str) -> None:
        """Write a file for the commands of the page."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def shell(self, command: str, folder: Path | None = None) -> str:
        """Run a command as a reader would and return what it prints, on both streams; in 80 columns but in the checkout."""
        environment = self.environment() | ({} if folder else {"COLUMNS": WIDTH})
        done = subprocess.run(
            ["bash", "-c", f"(exit {self.status}); {command}"], cwd=folder or self.folder, env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True, check=False,
        )  # fmt: skip
        self.status = done.returncode
        if (
            "Traceback (most recent" in done.stdout and "prompts.py" not in command
        ) or "command not found" in done.stdout:
            raise ShownWronglyError(f"{command}\n{done.stdout}")
        return done.stdout

    def environment(self) -> dict[str, str]:
        """Return an environment in which ``factlint`` is this checkout's, and nothing is anybody's own."""
        kept = {key: value for key, value in os.environ.items() if key not in _QUIET and not key.startswith("GIT_")}
        who = {"NAME": "Press Desk", "EMAIL": "desk@example.org", "DATE": "2026-03-02T09:00:00Z"}
        git = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
        git |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        path = f"{self.programs}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
        return {**kept, **git, "PATH": path, "PYTHONPATH": str(CHECKOUT), "LC_ALL": "C.UTF-8"}


def _put_programs(folder: Path) -> None:
    """Write ``factlint`` and ``python`` into a folder: those of this checkout and this interpreter."""
    folder.mkdir()
    for name, words in (("factlint", "-m factlint "), ("python", "")):
        script = folder / name
        script.write_text(f'#!/bin/sh\nexec {quote(sys.executable)} {words}"$@"\n', encoding="utf-8")
        script.chmod(0o755)


def pages() -> list[Path]:
    """Return every page that a reader may follow, but for those that are generated and for decisions."""
    found = [path for path in DOCS.rglob("*.md") if path.parent.name not in {"decisions", "rules", "reference"}]
    others = [CHECKOUT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "rules/README.md")]
    return sorted(found) + others + [CHECKOUT / "editors" / "vscode" / "README.md"]


def name_of(path: Path) -> str:
    """Return a page as it stands in the checkout."""
    return path.relative_to(CHECKOUT).as_posix()


def filled(text: str) -> str:
    """Return a page with all its blocks run and their outputs as they are now; raise ``ShownWronglyError`` if one fails."""
    if found := _INDENTED.search(_PART.sub("", text)):
        raise ShownWronglyError(f"an indented block is not run; fence it\n{text[found.start() : found.end() + 80]}")
    with tempfile.TemporaryDirectory(prefix="factlint-page-") as folder:
        bench = Bench(Path(folder) / "page", Path(folder) / "bin")
        bench.folder.mkdir()
        _put_programs(bench.programs)
        return _PART.sub(lambda part: _done(part, bench), text)


def _done(part: re.Match[str], bench: Bench) -> str:
    if part["given"]:
        bench.write(part["given"], part["words"].replace("\\n", "\n") + "\n")
        return part[0]
    note, language, body = part["note"] or "", part["language"], part["body"]
    kind, _, value = note.partition(": ")
    if kind == "not run":
        if not value.strip():
            raise ShownWronglyError(f"why is it not run?\n{body}")
        return part[0]
    if kind == "file":
        bench.write(value, body)
    if kind == "output":
        fresh = _first(bench.shell(_FIRST.sub("", value).strip(), CHECKOUT), note)
    elif language == "console":
        fresh = _console(body, bench, note)
    elif language == "python" and body.startswith(">>> "):
        fresh = _prompted(body, bench)
    else:
        _tried(language, body, bench, is_file=kind == "file")
        return part[0]
    return f"<!-- {note} -->\n```{language}\n{fresh}```" if note else f"```{language}\n{fresh}```"


def _console(body: str, bench: Bench, note: str) -> str:
    """Return a session with the output of each command; a command may go on after a line that ends in a backslash."""
    lines: list[str] = []
    command = ""
    for line in body.splitlines():
        if command.endswith("\\"):
            command += f"\n{line}"
        elif line.startswith("$ "):
            command = line[2:]
        else:
            continue
        lines.append(f"{line}\n")
        if not command.endswith("\\"):
            lines.append(_first(bench.shell(command, CHECKOUT if note == IN_CHECKOUT else None), note))
    if not lines:
        raise ShownWronglyError(f"a console block without a command\n{body}")
    return "".join(lines)


def _prompted(body: str, bench: Bench) -> str:
    """Return lines of Python under prompts with what each prints now; names hold from one to the next."""
    bench.write(".page.txt", body)
    done = bench.shell(f"python {quote(str(Path(__file__).with_name('prompts.py')))} .page.txt")
    if bench.status:
        raise ShownWronglyError(f"{body}\n{done}")
    return done


def _first(output: str, note: str) -> str:
    count = _FIRST.search(note)
    lines = output.splitlines(keepends=True)
    if count and len(lines) > int(count[1]):
        lines = [*lines[: int(count[1])], "...\n"]
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return "".join(lines)


def _tried(language: str, body: str, bench: Bench, *, is_file: bool) -> None:
    """Run or read a block that shows no output of its own."""
    if language == "python" and not is_file:
        bench.write(".page.py", body)
        done = bench.shell("python .page.py")
        if bench.status:
            raise ShownWronglyError(f"{body}\n{done}")
    elif language == "json":
        json.loads(body)
    elif language == "toml":
        tomllib.loads(body)
    elif language == "yaml":
        yaml.safe_load(body)
    elif not is_file:
        raise ShownWronglyError(f"a block of {language or 'no language'} is neither run nor says why\n{body}")
