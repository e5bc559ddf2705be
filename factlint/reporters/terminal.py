"""The report for people in colour; the only reporter that imports rich."""

from io import StringIO

from rich.console import Console
from rich.text import Text

from factlint.reporters.links import link_of
from factlint.reporters.segments import Line, Segment, Style, harmless

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


def paint(lines: list[Line], columns: int, *, links: bool = False) -> str:
    """Return the lines with the colours of a terminal, from the sixteen that its own theme sets; places may be links."""
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
        console.print(as_text(line, links=links), soft_wrap=True)
    return drawn.getvalue()


def as_text(line: Line, *, links: bool = False) -> Text:
    """Return a line as rich draws it."""
    return Text.assemble(*((harmless(segment.text), _look(segment, links=links)) for segment in line))


def _look(segment: Segment, *, links: bool) -> str:
    look = _LOOKS[segment.style]
    if links and segment.style is Style.PATH and (link := link_of(segment.text)):
        return f"{look} link {link}".strip()
    return look
