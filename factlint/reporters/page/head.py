"""The top of the page: what was found in a sentence, the counts, the files, the strip and the filters."""

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from factlint.model.finding import Report, Severity
from factlint.reporters.page.markup import count, safe
from factlint.reporters.tieout import Figure, State, Tieout

BINS = 500
"""Into how many columns the strip puts the text."""
_HEIGHTS = {State.ALONE: 8, State.CONFIRMED: 16, State.CONFLICTING: 30}
_TICKS = {
    State.CONFIRMED: ("c", "✓", "confirmed"),
    State.CONFLICTING: ("x", "✗", "in conflict"),
    State.ALONE: ("a", "○", "alone"),
}


def head(report: Report, tieout: Tieout) -> str:
    """Return the summary: a sentence, the files where there are several, and what was not read."""
    figures = list(tieout.figures)
    path = tieout.sheets[0].path if len(tieout.sheets) == 1 else ""
    title = safe(PurePath(path).name or path) if path else count(len(tieout.sheets), "file")
    drawn = [
        f'<header class="top">\n<p class="brand">Tie-out of figures</p>\n<h1>{title}</h1>\n',
        f'<p class="path">{safe(path)}</p>\n' if PurePath(path).name != path else "",
        f'<p class="verdict">{_verdict(tieout, figures)}</p>\n',
    ]
    if report.errors:
        items = "".join(f"<li><b>{safe(problem.path)}</b>: {safe(problem.message)}</li>" for problem in report.errors)
        drawn.append(f'<div class="lost" role="note"><p>Not read:</p><ul>{items}</ul></div>\n')
    if len(tieout.sheets) > 1:
        drawn.append(_files(tieout))
    return "".join([*drawn, "</header>\n"])


def bar(report: Report, tieout: Tieout) -> str:
    """Return what stays in view: the strip, the steps from finding to finding, and the filters."""
    figures = list(tieout.figures)
    states = Counter(figure.state for figure in figures)
    severities = Counter(link.finding.severity for link in tieout.links if link.finding)
    rules: dict[str, str] = {}
    counts = Counter(link.rule for link in tieout.links)
    for link in tieout.links:
        rules[link.rule] = link.finding.name if link.finding else rules.get(link.rule, "")
    names = {one.code: one.name for one in report.rules.values()}
    options = "".join(
        f'<option value="{safe(code)}">{safe(rules[code] or names.get(code, code))} ({counts[code]:,})</option>'
        for code in sorted(rules)
    )
    ticks = "".join(
        f'<button type="button" class="tick {key}" data-state="{key}" aria-pressed="true">'
        f'<b aria-hidden="true">{sign}</b> {states[state]:,} {words}</button>'
        for state, (key, sign, words) in _TICKS.items()
    )
    levels = "".join(
        f'<button type="button" class="level {severity.value[0]}" data-severity="{severity.value}" aria-pressed="true">'
        f"{_severity_words(severity, severities[severity])}</button>"
        for severity in Severity
        if severities[severity]
    )
    return (
        '<nav class="bar" aria-label="Figures">\n'
        f"{strip(tieout)}\n"
        '<div class="tools"><div class="steps"><button type="button" id="previous" title="Previous finding (p)">'
        '<span aria-hidden="true">↑</span><span class="unseen">Previous finding</span></button>'
        '<output id="step">–</output>'
        '<button type="button" id="next" title="Next finding (n)"><span aria-hidden="true">↓</span>'
        '<span class="unseen">Next finding</span></button></div>'
        f'<div class="group" role="group" aria-label="Show figures">{ticks}</div>'
        + (f'<div class="group" role="group" aria-label="Show findings">{levels}</div>' if levels else "")
        + (
            f'<label class="pick"><span class="unseen">Rule</span><select id="rule"><option value="">all rules</option>{options}'
            "</select></label>"
            if options
            else ""
        )
        + '<div class="group ends"><button type="button" id="theme" title="Light or dark (t)" aria-label="Light or dark">◐</button>'
        '<button type="button" id="help" title="Legend and keys (?)" aria-label="Legend and keys">?</button></div></div>\n'
        "</nav>\n"
    )


def strip(tieout: Tieout) -> str:
    """Return the whole run from left to right: a stroke for each figure, the tallest where figures are in conflict."""
    whole = sum(len(sheet.text.document.source) for sheet in tieout.sheets) or 1
    bins: dict[State, set[int]] = {state: set() for state in _HEIGHTS}
    edges, before = [], 0
    for sheet in tieout.sheets:
        for figure in sheet.figures:
            bins[figure.state].add((before + figure.start) * BINS // whole)
        before += len(sheet.text.document.source)
        edges.append(before * BINS // whole)
    paths = "".join(
        f'<path class="{_TICKS[state][0]}" d="{"".join(f"M{at}.5 30v-{height}" for at in sorted(bins[state]))}"/>'
        for state, height in _HEIGHTS.items()
    )
    seams = "".join(f"M{edge} 0v30" for edge in edges[:-1])
    return (
        f'<svg id="strip" viewBox="0 0 {BINS} 30" preserveAspectRatio="none" role="img" '
        'aria-label="Where in the text the figures stand: tall strokes are conflicts">'
        f'<rect class="view" x="0" y="0" width="0" height="30"/><path class="seam" d="{seams}"/>{paths}</svg>'
    )


def legend() -> str:
    """Return the dialog that explains tick marks and keys."""
    marks = (
        (
            "x e",
            "22.5%",
            "1",
            "In conflict: finding 1 says with what. Red is an error, amber a warning, blue a question.",
        ),
        (
            "c",
            "22.5%",
            "",
            "Confirmed: another figure of the text says the same, or the arithmetic between them holds.",
        ),
        ("a", "22.5%", "", "Alone: the text holds nothing to compare this figure with. That is no judgement."),
    )
    keys = (
        ("n  p", "next, previous finding"),
        ("j  k", "next, previous figure with a mark"),
        ("o", "the other place of the chosen figure"),
        ("t", "light or dark"),
        ("Esc", "let go"),
        ("?", "this page"),
    )
    shown = "".join(
        f'<dt><span class="{kind}"{f""" data-n="{number}" """ if number else ""}>{text}</span></dt><dd>{words}</dd>'
        for kind, text, number, words in marks
    )
    pressed = "".join(f"<dt><kbd>{key.replace('  ', '</kbd> <kbd>')}</kbd></dt><dd>{words}</dd>" for key, words in keys)
    return (
        '<dialog id="legend" aria-labelledby="legendh"><h2 id="legendh">Tick marks</h2>'
        f'<dl class="marks">{shown}</dl>'
        "<p>Click a figure: a card beside it shows how it was read and what it was compared with, and a line joins the "
        "places. Click it again to go to the other place. Dates are marked only where they were compared.</p>"
        f'<h2>Keys</h2><dl class="keys">{pressed}</dl>'
        '<form method="dialog"><button>Close</button></form></dialog>\n'
    )


def _verdict(tieout: Tieout, figures: Iterable[Figure]) -> str:
    states = Counter(figure.state for figure in figures)
    severities = Counter(link.finding.severity for link in tieout.links if link.finding)
    total = sum(states.values())
    held, alone = states[State.CONFIRMED], states[State.ALONE]
    rest = f"{held:,} of {count(total, 'figure')} {'is' if held == 1 else 'are'} confirmed by another place, {alone:,} stand alone."
    found = sum(severities.values())
    if not total:
        return "No figures were read."
    if not found:
        return f"<b>No conflict found.</b> {rest}"
    told = ", ".join(_severity_words(severity, severities[severity]) for severity in Severity if severities[severity])
    return f"<b>{count(found, 'finding')} to look at</b>: {told}. {rest}"


def _severity_words(severity: Severity, number: int) -> str:
    words = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("question", "questions")}
    return count(number, *words[severity.value])


def _files(tieout: Tieout) -> str:
    rows = []
    for number, sheet in enumerate(tieout.sheets):
        states = Counter(figure.state for figure in sheet.figures)
        cells = "".join(f'<td class="{_TICKS[state][0]}">{states[state]:,}</td>' for state in _TICKS)
        rows.append(
            f'<tr><th scope="row"><a href="#s{number}">{safe(sheet.path)}</a></th><td>{len(sheet.figures):,}</td>{cells}</tr>'
        )
    heads = "".join(
        f'<th scope="col"><span aria-hidden="true">{sign}</span> {words}</th>' for _, sign, words in _TICKS.values()
    )
    return (
        f'<table class="files"><thead><tr><th scope="col">File</th><th scope="col">figures</th>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>\n"
    )
