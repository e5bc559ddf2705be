"""What an editor shows of a text: findings, what a figure means, where it is confirmed, tick marks in the line."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lsprotocol import types as lsp

from factlint.model.finding import Finding, Location, Severity
from factlint.reporters.reading import reading
from factlint.reporters.tieout import Figure, Link, State
from factlint.reporters.wording import HOME, explained, one_line
from factlint.servers.desk import Held

SOURCE = "factlint"
_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}
_TICKS = {State.CONFIRMED: "✓", State.CONFLICTING: "✗", State.ALONE: "○"}


def diagnostics(held: Held) -> list[lsp.Diagnostic]:
    """Return the findings at each of their places in this text; beyond two places, the further ones are hints."""
    return [made for finding in held.findings for made in _diagnostics(held, finding)]


def _diagnostics(held: Held, finding: Finding) -> Iterator[lsp.Diagnostic]:
    for number, location in enumerate(finding.locations):
        if not is_here(held, location):
            continue
        others = [other for other in finding.locations if other is not location]
        severity = _SEVERITIES[finding.severity]
        if number and len(finding.locations) > 2:
            severity = lsp.DiagnosticSeverity.Hint
        yield lsp.Diagnostic(
            range=held.positions.range(location.start, location.end),
            severity=severity,
            code=finding.name,
            code_description=lsp.CodeDescription(href=f"{HOME}/rules/{finding.rule}"),
            source=SOURCE,
            message=explained(finding),
            related_information=[
                lsp.DiagnosticRelatedInformation(place_of(held, other), _role(other)) for other in others
            ],
            data={"fingerprint": finding.fingerprint, "rule": finding.rule, "place": number},
        )


def hover(held: Held, position: lsp.Position) -> lsp.Hover | None:
    """Return how the figure at a position was read, and what confirms or contradicts it."""
    figure = held.figure_at(held.positions.offset(position))
    if figure is None:
        return None
    text = "\n\n".join(_told(figure))
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text), held.positions.range(figure.start, figure.end))


def _told(figure: Figure) -> Iterator[str]:
    yield f"**{escaped(figure.text)}** {_TICKS[figure.state]} {_state_words(figure)}"
    if figure.claim is not None:
        yield "  \n".join(f"{label}: {escaped(words)}" for label, words in reading(figure.claim))
    for link in (*figure.conflicts, *figure.agreements):
        yield _link(figure, link)


def _link(figure: Figure, link: Link) -> str:
    where = ", ".join(f"**{escaped(other.text)}** in line {other.line}" for other in link.others(figure))
    head = escaped(link.finding.message) if link.finding else "Confirmed"
    name = f" `{link.finding.name}`" if link.finding else ""
    sums = "".join(f"  \n{escaped(line)}" for line in link.arithmetic.split("\n") if line)
    return f"{_TICKS[State.CONFLICTING if link.finding else State.CONFIRMED]} {head}{f': {where}' if where else ''}{name}{sums}"


def _state_words(figure: Figure) -> str:
    return "nothing to compare it with" if figure.state is State.ALONE else figure.state.value


def mentions(held: Held, position: lsp.Position) -> list[lsp.Location]:
    """Return the other places of the figure at a position: those in conflict first, then those that confirm it."""
    offset = held.positions.offset(position)
    figure = held.figure_at(offset)
    found: list[lsp.Location] = []
    if figure is not None:
        for link in (*figure.conflicts, *figure.agreements):
            found += [
                lsp.Location(held.uri, held.positions.range(other.start, other.end)) for other in link.others(figure)
            ]
    for finding in held.across:
        if any(is_here(held, at) and at.start <= offset <= at.end for at in finding.locations):
            found += [place_of(held, at) for at in finding.locations if not is_here(held, at)]
    return [location for number, location in enumerate(found) if location not in found[:number]]


def hints(held: Held, within: lsp.Range, *, alone: bool = False) -> list[lsp.InlayHint]:
    """Return the tick marks behind the figures of a range; figures that stand alone have one where that is asked for."""
    start, end = held.positions.offset(within.start), held.positions.offset(within.end)
    return [
        lsp.InlayHint(
            position=held.positions.position(figure.end),
            label=_TICKS[figure.state],
            tooltip="; ".join(_by_what(figure)) or "nothing to compare it with",
            padding_left=True,
        )
        for figure in held.figures_in(start, end)
        if alone or figure.state is not State.ALONE
    ]


def _by_what(figure: Figure) -> Iterable[str]:
    for link in (*figure.conflicts, *figure.agreements):
        verb = "in conflict with" if link.finding else "confirmed by"
        places = ", ".join(f"{one_line(other.text)} in line {other.line}" for other in link.others(figure))
        yield f"{verb} {places or one_line(link.arithmetic)}"


def is_here(held: Held, location: Location) -> bool:
    """Say whether a place is one of this text."""
    return location.path == held.document.path or Path(location.path).resolve() == Path(held.document.path).resolve()


def place_of(held: Held, location: Location) -> lsp.Location:
    """Return a place for an editor; one of another file is counted from the line that the finding quotes."""
    if is_here(held, location):
        return lsp.Location(held.uri, held.positions.range(location.start, location.end))
    from factlint.reporters.positions import columns, utf16_width

    start, end = columns(location, utf16_width)
    return lsp.Location(
        Path(location.path).resolve().as_uri(),
        lsp.Range(lsp.Position(location.line - 1, start - 1), lsp.Position(location.end_line - 1, end - 1)),
    )


def escaped(text: str) -> str:
    """Return words of a text as Markdown shows them: no markup of theirs acts."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()#+-.!|<>~&" else letter for letter in one_line(text))


def _role(location: Location) -> str:
    return f"{one_line(location.text)} ({location.role})" if location.role else one_line(location.text)
