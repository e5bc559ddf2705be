"""The language server as an editor talks to it: a process, its own protocol, UTF-16 positions."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from tests.support import SEED, environment

pytestmark = [pytest.mark.slow, pytest.mark.asyncio]

TEXT = (
    "Réseau 中国 😀\r\n\r\n"
    "\té 中 😀\tThe network has 2.64 million 5G base stations. It employs 4,812 people.\r\n\r\n"
    "😀😀 é: The 2.46 million 5G base stations reach 31 towns. With 4,812 people it is the largest employer.\r\n"
)
LINES = TEXT.split("\r\n")


async def _client(lsp_client: LanguageClient, tmp_path: Path) -> AsyncIterator[None]:
    """An editor that asks for nothing it is not told, in a folder of its own."""
    capabilities = client_capabilities("visual-studio-code")
    assert capabilities.text_document is not None
    capabilities.text_document.diagnostic = None  # findings are pushed
    await lsp_client.initialize_session(lsp.InitializeParams(capabilities=capabilities, root_uri=tmp_path.as_uri()))
    yield
    await lsp_client.shutdown_session()


client = pytest_lsp.fixture(
    config=ClientServerConfig(server_command=[sys.executable, "-m", "factlint", "lsp"], server_env=environment())
)(_client)


class Editor:
    """One open file."""

    def __init__(self, client: LanguageClient, path: Path) -> None:
        self.client, self.path, self.uri, self.version = client, path, path.as_uri(), 0
        self.id = lsp.TextDocumentIdentifier(self.uri)

    async def told(self) -> list[lsp.Diagnostic]:
        """Wait for the findings of the version that was sent last."""
        while True:
            told = await asyncio.wait_for(self.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS), 60)
            if told.uri == self.uri and told.version in (None, self.version):
                return list(told.diagnostics)

    async def open(self, text: str = TEXT, language: str = "plaintext") -> list[lsp.Diagnostic]:
        """Open the file and return what is found in it."""
        self.path.write_bytes(text.encode())
        item = lsp.TextDocumentItem(self.uri, language, self.version, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return await self.told()

    async def change(self, within: lsp.Range, text: str) -> list[lsp.Diagnostic]:
        """Write over a range and return what is found then."""
        self.version += 1
        change = lsp.TextDocumentContentChangePartial(range=within, text=text)
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(lsp.VersionedTextDocumentIdentifier(self.version, self.uri), [change])
        )
        return await self.told()

    async def actions(self, diagnostic: lsp.Diagnostic) -> list[lsp.CodeAction]:
        """Return what can be done about a finding by an edit."""
        asked = lsp.CodeActionParams(self.id, diagnostic.range, lsp.CodeActionContext([diagnostic]))
        found = await self.client.text_document_code_action_async(asked)
        return [action for action in found or [] if isinstance(action, lsp.CodeAction)]


@pytest.fixture
def editor(client: LanguageClient, tmp_path: Path) -> Editor:
    """The editor with a file to open."""
    return Editor(client, tmp_path / "a.txt")


def words(within: lsp.Range, lines: list[str] | None = None) -> str:
    """Return what stands in a range, its columns counted in UTF-16 units."""
    assert within.start.line == within.end.line
    line = (lines or LINES)[within.start.line].encode("utf-16-le")
    return line[2 * within.start.character : 2 * within.end.character].decode("utf-16-le")


def at(text: str, line: int) -> lsp.Position:
    """Return the position of words in a line."""
    return lsp.Position(line, len(LINES[line][: LINES[line].index(text) + 1].encode("utf-16-le")) // 2)


async def test_both_places_of_a_conflict_are_diagnosed(editor: Editor) -> None:
    """Each place has the finding and leads to the other, counted in UTF-16 units whatever the letters before it."""
    first, second = await editor.open()
    assert [words(first.range), words(second.range)] == ["2.64 million", "2.46 million"]
    for diagnostic, other in ((first, "2.46 million"), (second, "2.64 million")):
        assert (diagnostic.code, diagnostic.source) == ("restated-value-differs", "factlint")
        assert diagnostic.severity == lsp.DiagnosticSeverity.Warning
        assert "they share no value" in diagnostic.message
        assert diagnostic.code_description is not None
        [related] = diagnostic.related_information or []
        assert (related.location.uri, words(related.location.range)) == (editor.uri, other)


async def test_an_edit_that_mends_a_conflict_ends_it(editor: Editor) -> None:
    """Once both places say the same nothing is diagnosed."""
    first, _ = await editor.open()
    assert await editor.change(first.range, "2.46 million") == []


async def test_a_hover_tells_how_a_figure_was_read_and_what_confirms_it(editor: Editor) -> None:
    """Value, what it can mean, and the place that agrees or does not."""
    await editor.open()
    asked = await editor.client.text_document_hover_async(lsp.HoverParams(editor.id, at("4,812", 2)))
    assert asked is not None and isinstance(asked.contents, lsp.MarkupContent) and asked.range is not None
    assert words(asked.range) == "4,812"
    assert "confirmed" in asked.contents.value
    assert "**4,812** in line 5" in asked.contents.value
    asked = await editor.client.text_document_hover_async(lsp.HoverParams(editor.id, at("2.64", 2)))
    assert asked is not None and isinstance(asked.contents, lsp.MarkupContent)
    assert "value: 2,640,000 5G base stations" in asked.contents.value
    assert "can mean: 2,635,000 to 2,645,000" in asked.contents.value
    assert "restated-value-differs" in asked.contents.value
    nothing = await editor.client.text_document_hover_async(lsp.HoverParams(editor.id, lsp.Position(0, 0)))
    assert nothing is None


async def test_a_definition_is_the_other_mention(editor: Editor) -> None:
    """From a figure to the places that it was compared with."""
    await editor.open()
    found = await editor.client.text_document_definition_async(lsp.DefinitionParams(editor.id, at("4,812", 4)))
    assert isinstance(found, list)
    [place] = found
    assert isinstance(place, lsp.Location)
    assert (place.range.start.line, words(place.range)) == (2, "4,812")


async def test_tick_marks_stand_behind_figures(editor: Editor) -> None:
    """Confirmed and conflicting figures have a mark with its reason; figures that stand alone have none."""
    await editor.open()
    whole = lsp.Range(lsp.Position(0, 0), lsp.Position(9, 0))
    hints = await editor.client.text_document_inlay_hint_async(lsp.InlayHintParams(editor.id, whole))
    assert hints is not None
    told = [(hint.label, hint.position.line) for hint in hints]
    assert told == [("✗", 2), ("✓", 2), ("✗", 4), ("✓", 4)]
    assert hints[1].tooltip == "confirmed by 4,812 in line 5"


async def test_actions_change_one_place_and_none_is_preferred(editor: Editor) -> None:
    """The other value may be written here; no action is preferred, and none writes into two places."""
    first, second = await editor.open()
    for diagnostic, other in ((first, "2.46 million"), (second, "2.64 million")):
        found = await editor.actions(diagnostic)
        assert not any(action.is_preferred for action in found)
        [write] = [action for action in found if action.title.startswith("Write")]
        assert write.edit is not None and write.edit.changes is not None
        [[edit]] = write.edit.changes.values()
        assert (edit.new_text, edit.range) == (other, diagnostic.range)


async def test_a_plain_text_is_allowed_beside_it(editor: Editor) -> None:
    """The suppression goes into a file beside the text; once it is saved, the finding stands."""
    first, _ = await editor.open()
    [allow] = [action for action in await editor.actions(first) if "stand here" in action.title]
    assert allow.edit is not None
    create, change = allow.edit.document_changes or []
    assert isinstance(create, lsp.CreateFile) and isinstance(change, lsp.TextDocumentEdit)
    assert create.uri == change.text_document.uri == editor.uri + ".factlint.toml"
    [edit] = change.edits
    assert isinstance(edit, lsp.TextEdit)
    Path(f"{editor.path}.factlint.toml").write_text(edit.new_text, encoding="utf-8")
    editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([]))
    assert await editor.told() == []


async def test_markdown_is_allowed_by_a_comment_in_its_line(client: LanguageClient, tmp_path: Path) -> None:
    """The comment is written at the end of the line, and then nothing is found."""
    editor = Editor(client, tmp_path / "a.md")
    first, _ = await editor.open(TEXT.replace("\t", ""), "markdown")
    [allow] = [action for action in await editor.actions(first) if "stand here" in action.title]
    assert allow.edit is not None and allow.edit.changes is not None
    [[edit]] = allow.edit.changes.values()
    assert edit.new_text.startswith(" <!-- factlint: allow restated-value-differs: ")
    assert await editor.change(edit.range, edit.new_text) == []


async def test_a_finding_is_accepted_in_the_baseline(editor: Editor) -> None:
    """The command writes it, says which file was begun, and the finding is told no more."""
    first, _ = await editor.open()
    assert isinstance(first.data, dict)
    asked = lsp.ExecuteCommandParams("factlint.addToBaseline", arguments=[editor.uri, first.data["fingerprint"]])
    await editor.client.workspace_execute_command_async(asked)
    assert list(editor.client.diagnostics[editor.uri]) == []
    assert "restated-value-differs" in (editor.path.parent / "factlint-baseline.json").read_text(encoding="utf-8")
    assert "is begun" in editor.client.messages[-1].message


async def test_a_mistake_in_the_configuration_is_told(editor: Editor) -> None:
    """The message names file and line, and the text is checked by the defaults."""
    (editor.path.parent / "factlint.toml").write_text('selekt = ["FL5"]\n', encoding="utf-8")
    assert len(await editor.open()) == 2
    assert "selekt" in editor.client.messages[-1].message


async def test_the_configuration_counts(editor: Editor) -> None:
    """Rules that it leaves out find nothing, and a change of it is followed."""
    settings = editor.path.parent / "factlint.toml"
    settings.write_text('ignore = ["FL101"]\n', encoding="utf-8")
    assert await editor.open() == []
    settings.unlink()
    editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([]))
    assert len(await editor.told()) == 2


async def test_a_closed_text_is_forgotten(editor: Editor) -> None:
    """Its findings are taken back."""
    await editor.open()
    editor.client.text_document_did_close(lsp.DidCloseTextDocumentParams(editor.id))
    assert await editor.told() == []


async def test_quick_edits_of_a_long_text_end_in_its_last_version(editor: Editor) -> None:
    """Edits that come faster than they are answered are answered together."""
    await editor.open(SEED.read_text(encoding="utf-8"))
    start = lsp.Range(lsp.Position(4, 0), lsp.Position(4, 0))
    for _ in range(5):
        editor.version += 1
        editor.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(editor.version, editor.uri),
                [lsp.TextDocumentContentChangePartial(range=start, text="A line.\n")],
            )
        )
    found = await editor.told()
    lines = sorted(diagnostic.range.start.line for diagnostic in found)
    assert (len(found), lines[0]) == (15, 46 + 5)
