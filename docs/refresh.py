"""Draws docs/terminal.svg and fills the reports in README.md anew: `make readme`, when a report has changed."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

import factlint
from factlint.model.finding import Severity
from factlint.reporters.layout import lay_out
from factlint.reporters.marks import FULL
from factlint.reporters.terminal import as_text

FOLDER = Path(__file__).resolve().parent
README = FOLDER.parent / "README.md"
WIDTH = 96
BLOCK = re.compile(
    r"(<!-- output: factlint (?P<command>[^>(]*?)(?: \(first (?P<count>\d+) lines\))? -->\n```\n).*?(```\n<!-- end -->)",
    re.DOTALL,
)
_WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)  # a picture that loads nothing from elsewhere


def main() -> None:
    """Draw the picture and fill the README."""
    os.chdir(FOLDER.parent)
    README.write_text(BLOCK.sub(filled, README.read_text(encoding="utf-8")), encoding="utf-8")
    os.chdir(FOLDER)
    (FOLDER / "terminal.svg").write_text(picture(Path("example.txt")), encoding="utf-8")


def filled(block: re.Match[str]) -> str:
    """Return a block of the README with the output of its command."""
    command = [sys.executable, "-m", "factlint", *block["command"].split()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines(keepends=True)
    if block["count"]:
        lines = [*lines[: int(block["count"])], "...\n"]
    return block[1] + "".join(lines) + block[4]


def picture(path: Path) -> str:
    """Return the report on a text as a picture of a terminal."""
    console = Console(record=True, width=WIDTH, highlight=False, file=io.StringIO())
    for line in lay_out(factlint.check(path), Severity.WARNING, FULL, WIDTH):
        console.print(as_text(line), soft_wrap=True)
    drawn = console.export_svg(title=f"factlint check {path}", theme=MONOKAI, unique_id="factlint")
    return _WEB_FONTS.sub("", drawn).replace("<svg ", '<svg xml:space="preserve" ', 1)


if __name__ == "__main__":
    main()
