"""What an editor offers to do about a finding: let it stand here, accept it, write the other value."""

import json
from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types as lsp

from factlint.acceptance import baseline
from factlint.acceptance.perfile import SIDE_FILE
from factlint.model.finding import Finding, Report
from factlint.reporters.wording import one_line
from factlint.servers.answers import is_here
from factlint.servers.desk import Held

ADD_TO_BASELINE = "factlint.addToBaseline"
_COMMENTED = (".md", ".markdown", ".html", ".htm")  # texts in which a comment is not seen
_ONE_VALUE = ("FL101",)  # rules whose two places give one value
_REASON = "say why this may stand"


def actions(held: Held, asked: list[lsp.Diagnostic]) -> list[lsp.CodeAction]:
    """Return what can be done about the diagnostics of a range; nothing is preferred, nothing changes two places."""
    found: list[lsp.CodeAction] = []
    for diagnostic in asked:
        data = diagnostic.data if isinstance(diagnostic.data, dict) else {}
        fingerprint, number = data.get("fingerprint"), data.get("place")
        finding = next((one for one in held.findings if one.fingerprint == fingerprint), None)
        if finding is not None and isinstance(number, int) and number < len(finding.locations):
            found += _actions(held, finding, number, diagnostic)
    return found


def _actions(held: Held, finding: Finding, number: int, diagnostic: lsp.Diagnostic) -> Iterator[lsp.CodeAction]:
    own = finding.locations[number]
    if finding.rule in _ONE_VALUE and len(finding.locations) == 2:
        other = finding.locations[1 - number]
        edit = lsp.TextEdit(held.positions.range(own.start, own.end), one_line(other.text))
        yield _action(
            f"Write {one_line(other.text)} here, as in line {other.line}",
            diagnostic,
            edit=lsp.WorkspaceEdit(changes={held.uri: [edit]}),
        )
    if is_here(held, own):
        yield _action(f"Let {finding.name} stand here", diagnostic, edit=_allowing(held, finding, number))
    yield _action(
        f"Accept {finding.name} in the baseline",
        diagnostic,
        command=lsp.Command("Add to the baseline", ADD_TO_BASELINE, arguments=[held.uri, finding.fingerprint]),
    )


def _action(
    title: str,
    diagnostic: lsp.Diagnostic,
    *,
    edit: lsp.WorkspaceEdit | None = None,
    command: lsp.Command | None = None,
) -> lsp.CodeAction:
    return lsp.CodeAction(
        title,
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        is_preferred=False,
        edit=edit,
        command=command,
    )


def _allowing(held: Held, finding: Finding, number: int) -> lsp.WorkspaceEdit:
    """Return the edit that lets a finding stand: a comment in the line, or an entry of the file beside the text."""
    place = finding.locations[number]
    path = held.document.path
    if path.lower().endswith(_COMMENTED):
        at = held.positions.position(held.positions.end_of_line(place.end_line - 1))
        comment = f" <!-- factlint: allow {finding.name}: {_REASON} -->"
        return lsp.WorkspaceEdit(changes={held.uri: [lsp.TextEdit(lsp.Range(at, at), comment)]})
    beside = Path(path + SIDE_FILE)
    uri = held.uri + SIDE_FILE
    entry = (
        f"[[allow]]\nrules = [{json.dumps(finding.name)}]\nfingerprint = {json.dumps(finding.fingerprint)}\n"
        f"quote = {json.dumps(one_line(place.text), ensure_ascii=False)}\nreason = {json.dumps(_REASON)}\n"
    )
    lines = beside.read_text(encoding="utf-8").split("\n") if beside.is_file() else [""]
    end = lsp.Position(len(lines) - 1, len(lines[-1].encode("utf-16-le")) // 2)
    lead = "\n\n" if lines[-1] else "\n" if len(lines) > 1 else ""
    return lsp.WorkspaceEdit(
        document_changes=[
            lsp.CreateFile(uri, options=lsp.CreateFileOptions(ignore_if_exists=True)),
            lsp.TextDocumentEdit(
                lsp.OptionalVersionedTextDocumentIdentifier(uri), [lsp.TextEdit(lsp.Range(end, end), lead + entry)]
            ),
        ]
    )


def add_to_baseline(held: Held, fingerprint: str, path: Path) -> bool:
    """Accept one finding in a baseline, which keeps all that it accepts already; say whether it was there to accept."""
    chosen = [finding for finding in held.findings if finding.fingerprint == fingerprint]
    baseline.write(Report(findings=chosen), path)
    return bool(chosen)
