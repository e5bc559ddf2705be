"""Makes anew what the docs hold of the program: outputs, the pages of the rules, the picture. `make readme` runs it."""

import io
import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rich.console import Console
from rich.terminal_theme import MONOKAI

import factlint
from docs.tools import code_pages, rule_pages
from docs.tools.shown import filled, name_of, pages
from factlint.config import reference
from factlint.model.finding import Severity
from factlint.reporters.layout import lay_out
from factlint.reporters.marks import FULL
from factlint.reporters.terminal import as_text

FOLDER = Path(__file__).resolve().parent
WIDTH = 96
_WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)  # a picture that loads nothing from elsewhere


def main(names: list[str]) -> None:
    """Draw the picture, write what is made of cards and keys, and fill the outputs in; of some pages only where they are named."""
    if not names:
        write_made()
    for path in pages():
        if not names or name_of(path) in names:
            text = path.read_text(encoding="utf-8")
            fresh = filled(text)
            if fresh != text:
                path.write_text(fresh, encoding="utf-8")
                print(f"{name_of(path)} changed")  # noqa: T201 -- a script's own words


def write_made() -> None:
    """Write the picture, the reference of the configuration, the pages of the rules, the commands and the functions."""
    os.chdir(FOLDER)
    (FOLDER / "terminal.svg").write_text(picture(Path("example.txt")), encoding="utf-8")
    os.chdir(FOLDER.parent)
    guide = FOLDER / "guide" / "configuration.md"
    before, _, rest = guide.read_text(encoding="utf-8").partition(reference.BEGIN)
    guide.write_text(before + reference.render() + rest.partition(reference.END)[2], encoding="utf-8")
    for made in (rule_pages, code_pages):
        write_pages(made.FOLDER, made.render_all())


def write_pages(folder: Path, fresh: dict[str, str]) -> None:
    """Write the pages of a folder, all of which are made, and remove those that are no more."""
    folder.mkdir(exist_ok=True)
    for path in folder.glob("*.md"):
        if path.name not in fresh:
            path.unlink()
    for name, text in fresh.items():
        (folder / name).write_text(text, encoding="utf-8")


def picture(path: Path) -> str:
    """Return the report on a text as a picture of a terminal."""
    console = Console(record=True, width=WIDTH, highlight=False, file=io.StringIO())
    for line in lay_out(factlint.check(path), Severity.WARNING, FULL, WIDTH):
        console.print(as_text(line), soft_wrap=True)
    drawn = console.export_svg(title=f"factlint check {path}", theme=MONOKAI, unique_id="factlint")
    return _WEB_FONTS.sub("", drawn).replace("<svg ", '<svg xml:space="preserve" ', 1)


if __name__ == "__main__":
    main(sys.argv[1:])
