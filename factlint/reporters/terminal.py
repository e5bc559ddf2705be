"""The report for people in colour; the only reporter that imports rich."""

from io import StringIO

from rich.console import Console
from rich.text import Text

from factlint.reporters.segments import Line, Style

_LOOKS = {
    Style.PLAIN: "",
    Style.DIM: "dim",
    Style.PATH: "cyan",
    Style.ERROR: "bold red",
    Style.WARNING: "bold yellow",
    Style.INFO: "bold blue",
    Style.NAME: "bold",
    Style.MESSAGE: "bold",
    Style.WORDS: "bold magenta",
    Style.ROLE: "magenta",
    Style.ADVICE: "green",
    Style.GOOD: "green",
}


def paint(lines: list[Line], columns: int) -> str:
    """Return the lines with the colours of a terminal, from the sixteen that its own theme sets."""
    drawn = StringIO()
    console = Console(
        file=drawn,
        force_terminal=True,
        color_system="standard",
        no_color=False,
        width=columns,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    for line in lines:
        console.print(as_text(line), soft_wrap=True)
    return drawn.getvalue()


def as_text(line: Line) -> Text:
    """Return a line as rich draws it."""
    return Text.assemble(*((segment.text, _LOOKS[segment.style]) for segment in line))
