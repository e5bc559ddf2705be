"""The language server: what an editor asks, and who answers it."""

import asyncio
import os
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from factlint import __version__
from factlint.acceptance import baseline
from factlint.errors import FactlintError
from factlint.servers import actions, answers
from factlint.servers.desk import Desk, Held

_SETTINGS = ("factlint.toml", "pyproject.toml", ".factlint.toml", baseline.DEFAULT)


class Server(LanguageServer):
    """Keeps what was found in each open text, and checks again when it changes."""

    def __init__(self) -> None:
        super().__init__("factlint", __version__)
        self._desk: Desk | None = None
        self._held: dict[str, Held] = {}
        self._busy = asyncio.Lock()
        self._told = ""
        self.shows_alone = False
        self.compares = False

    @property
    def desk(self) -> Desk:
        """Where texts are checked."""
        if self._desk is None:
            agreed = self.workspace.position_encoding or lsp.PositionEncodingKind.Utf16
            self._desk = Desk(lsp.PositionEncodingKind(agreed).value)
        return self._desk

    @property
    def pulls(self) -> bool:
        """Whether the editor asks for findings itself and need not be told."""
        document = self.client_capabilities.text_document
        return document is not None and document.diagnostic is not None

    @property
    def _takes_refresh(self) -> bool:
        """Whether the editor can be told to ask again."""
        workspace = self.client_capabilities.workspace
        told = workspace.diagnostics if workspace is not None else None
        return told is not None and told.refresh_support is True

    async def held(self, uri: str) -> Held | None:
        """Return what is found in the text as it is now."""
        async with self._busy:
            document = self.workspace.text_documents.get(uri)
            if document is None:
                return None
            held = self._held.get(uri)
            if held is not None and held.version == document.version:
                return held
            loop = asyncio.get_running_loop()
            path, text, version = to_fs_path(uri) or uri, document.source, document.version
            made = await loop.run_in_executor(None, self.desk.check, uri, path, document.language_id, text, version)
            if made is not None:
                self._held[uri] = made
        self._complain()
        return made

    async def publish(self, uri: str) -> None:
        """Tell the editor what is found in a text, unless it asks itself."""
        held = await self.held(uri)
        document = self.workspace.text_documents.get(uri)
        if held is None or document is None or document.version != held.version or self.pulls:
            return
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(uri, answers.diagnostics(held), version=held.version)
        )

    async def again(self) -> None:
        """Check all open texts anew: the configuration or other files have changed."""
        self._held.clear()
        for uri in list(self.workspace.text_documents):
            await self.publish(uri)
        if self.pulls and self._takes_refresh:
            await self.workspace_diagnostic_refresh_async(None)

    async def compare(self) -> None:
        """Compare the files of the workspace with one another."""
        folders = [path for uri in self.workspace.folders if (path := to_fs_path(uri))]
        if self.workspace.root_path and not folders:
            folders = [self.workspace.root_path]
        async with self._busy:
            await asyncio.get_running_loop().run_in_executor(None, self.desk.compare, folders)
        await self.again()

    def forget(self, uri: str) -> None:
        """Forget a text that was closed."""
        self._held.pop(uri, None)
        self.desk.forget(uri)
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    async def accept(self, uri: str, fingerprint: str) -> None:
        """Add a finding to the baseline of its text; one that is begun here has to be named in the configuration."""
        held = await self.held(uri)
        if held is None:
            return
        plan = self.desk.plan_of(held.document.path)
        where = plan.baseline or self.desk.baseline
        begun = where is None
        if where is None:
            where = self.desk.baseline = self._new_baseline(held.document.path)
        try:
            actions.add_to_baseline(held, fingerprint, where)
        except FactlintError as error:
            self._say(str(error), lsp.MessageType.Error)
            return
        if begun:
            self._say(f'{where.name} is begun; name it for other runs: baseline = "{where.name}" in factlint.toml')
        await self.again()

    def _new_baseline(self, path: str) -> Path:
        folder = self.workspace.root_path or os.path.dirname(os.path.realpath(path))
        return Path(folder) / baseline.DEFAULT

    def _complain(self) -> None:
        """Tell once what is wrong with the configuration."""
        complaint = self.desk.complaint
        if complaint != self._told:
            self._told = complaint
            if complaint:
                self._say(complaint, lsp.MessageType.Error)

    def _say(self, message: str, kind: lsp.MessageType = lsp.MessageType.Info) -> None:
        self.window_show_message(lsp.ShowMessageParams(kind, message))


def make_server() -> Server:
    """Return a server that knows what to do on each request."""
    server = Server()

    @server.feature(lsp.INITIALIZED)
    async def begin(ls: Server, _: lsp.InitializedParams) -> None:
        if ls.compares:
            await ls.compare()

    @server.feature(lsp.INITIALIZE)
    def initialize(ls: Server, params: lsp.InitializeParams) -> None:
        options = params.initialization_options
        if isinstance(options, dict):
            ls.shows_alone, ls.compares = options.get("alone") is True, options.get("cross") is True
        if ls.workspace.root_path and os.path.isdir(ls.workspace.root_path):
            os.chdir(ls.workspace.root_path)  # the configuration is looked for from here

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: Server, params: lsp.DidOpenTextDocumentParams) -> None:
        await ls.publish(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: Server, params: lsp.DidChangeTextDocumentParams) -> None:
        await ls.publish(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
        ls.forget(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def saved(ls: Server, params: lsp.DidSaveTextDocumentParams) -> None:
        if params.text_document.uri.endswith(_SETTINGS):
            ls.desk.read_settings()
            await ls.again()
        elif ls.compares:
            await ls.compare()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def files_changed(ls: Server, _: lsp.DidChangeWatchedFilesParams) -> None:
        ls.desk.read_settings()
        await ls.again()

    @server.feature(
        lsp.TEXT_DOCUMENT_DIAGNOSTIC, lsp.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=False)
    )
    async def pull(ls: Server, params: lsp.DocumentDiagnosticParams) -> lsp.DocumentDiagnosticReport:
        held = await ls.held(params.text_document.uri)
        return lsp.RelatedFullDocumentDiagnosticReport(answers.diagnostics(held) if held else [])

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hover(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
        held = await ls.held(params.text_document.uri)
        return answers.hover(held, params.position) if held else None

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    async def definition(ls: Server, params: lsp.DefinitionParams) -> list[lsp.Location]:
        held = await ls.held(params.text_document.uri)
        return answers.mentions(held, params.position) if held else []

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    async def references(ls: Server, params: lsp.ReferenceParams) -> list[lsp.Location]:
        held = await ls.held(params.text_document.uri)
        return answers.mentions(held, params.position) if held else []

    @server.feature(lsp.TEXT_DOCUMENT_INLAY_HINT)
    async def inlay_hints(ls: Server, params: lsp.InlayHintParams) -> list[lsp.InlayHint]:
        held = await ls.held(params.text_document.uri)
        return answers.hints(held, params.range, alone=ls.shows_alone) if held else []

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix]))
    async def code_actions(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        held = await ls.held(params.text_document.uri)
        return actions.actions(held, list(params.context.diagnostics)) if held else []

    @server.command(actions.ADD_TO_BASELINE)
    async def add_to_baseline(ls: Server, uri: str, fingerprint: str) -> None:
        await ls.accept(uri, fingerprint)

    @server.command("factlint.compareWorkspace")
    async def compare_workspace(ls: Server) -> None:
        await ls.compare()

    return server


def serve() -> None:
    """Serve on standard input and output until the editor leaves."""
    make_server().start_io()
