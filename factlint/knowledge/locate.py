"""Where the data folder ``rules/`` is: the only lines of code that know."""

from pathlib import Path

from factlint.errors import DataError

FORMAT = "1"
"""The version of the data format that this program reads; ``rules/VERSION`` holds the same."""


def rules_folder() -> Path:
    """Return the folder of rules: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "rules", package.parent / "rules"):
        if (folder / "VERSION").is_file():
            return folder
    raise DataError(package / "rules", 0, "the data folder of the program is missing", "install factlint again")


def check_version(folder: Path) -> None:
    """Refuse a data folder that is written in another format than the one this program reads."""
    found = (folder / "VERSION").read_text(encoding="utf-8").strip()
    if found != FORMAT:
        raise DataError(folder / "VERSION", 1, f"the data format is {found!r}", f"this program reads {FORMAT!r}")
