"""An editor that asks for findings itself, in UTF-8, with all options on."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from tests.support import environment

pytestmark = [pytest.mark.slow, pytest.mark.asyncio]

TEXT = "😀 é: The network has 2.64 million 5G base stations in 31 towns.\n"
OTHER = "The 2.46 million 5G base stations reach all towns.\n"


async def _client(lsp_client: LanguageClient, tmp_path: Path) -> AsyncIterator[None]:
    """An editor that prefers UTF-8."""
    capabilities = client_capabilities("neovim")
    assert capabilities.text_document is not None
    capabilities.text_document.diagnostic = lsp.DiagnosticClientCapabilities()
    capabilities.general = lsp.GeneralClientCapabilities(position_encodings=[lsp.PositionEncodingKind.Utf8])
    for name, text in (("a.txt", TEXT), ("b.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    await lsp_client.initialize_session(
        lsp.InitializeParams(
            capabilities=capabilities,
            root_uri=tmp_path.as_uri(),
            workspace_folders=[lsp.WorkspaceFolder(tmp_path.as_uri(), "here")],
            initialization_options={"alone": True, "cross": True},
        )
    )
    yield
    await lsp_client.shutdown_session()


client = pytest_lsp.fixture(
    config=ClientServerConfig(server_command=[sys.executable, "-m", "factlint", "lsp"], server_env=environment())
)(_client)


async def opened(client: LanguageClient, path: Path) -> lsp.TextDocumentIdentifier:
    """Open a file."""
    item = lsp.TextDocumentItem(path.as_uri(), "plaintext", 0, path.read_text(encoding="utf-8"))
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
    return lsp.TextDocumentIdentifier(path.as_uri())


async def test_columns_are_bytes_where_the_editor_counts_bytes(client: LanguageClient, tmp_path: Path) -> None:
    """The encoding that was agreed on is the one of every position."""
    file = await opened(client, tmp_path / "a.txt")
    whole = lsp.Range(lsp.Position(0, 0), lsp.Position(9, 0))
    hints = await client.text_document_inlay_hint_async(lsp.InlayHintParams(file, whole))
    assert hints is not None
    line = TEXT.encode()
    assert [line[: hint.position.character].decode().split()[-1] for hint in hints] == ["million", "31"]


async def test_findings_are_given_when_asked_for(client: LanguageClient, tmp_path: Path) -> None:
    """A pull of a text with a conflict of its own."""
    path = tmp_path / "c.txt"
    path.write_text(TEXT + OTHER, encoding="utf-8")
    file = await opened(client, path)
    report = await client.text_document_diagnostic_async(lsp.DocumentDiagnosticParams(file))
    assert isinstance(report, lsp.RelatedFullDocumentDiagnosticReport)
    assert [item.code for item in report.items] == ["restated-value-differs"] * 2
    assert path.as_uri() not in client.diagnostics
