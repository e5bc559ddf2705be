import { execFile } from "node:child_process";
import * as os from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

const LANGUAGES = ["plaintext", "markdown", "html"];
const WATCHED = "**/{factlint.toml,pyproject.toml,*.factlint.toml,factlint-baseline.json}";

let client: LanguageClient | undefined;

/** Start the server when a text is opened, and again when a setting changes. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("factlint.restart", restart),
    vscode.commands.registerCommand("factlint.compareFiles", compareFiles),
    vscode.commands.registerCommand("factlint.openTieOut", openTieOut),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("factlint")) {
        await restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

/** The program and the arguments that come before its command. */
function program(): [string, ...string[]] {
  const [command = "factlint", ...before] = vscode.workspace.getConfiguration("factlint").get<string[]>("command", ["factlint"]);
  return [command, ...before];
}

async function start(): Promise<void> {
  const settings = vscode.workspace.getConfiguration("factlint");
  const [command, ...before] = program();
  const server: ServerOptions = { command, args: [...before, "lsp"] };
  const options: LanguageClientOptions = {
    documentSelector: LANGUAGES.flatMap((language) => [
      { scheme: "file", language },
      { scheme: "untitled", language },
    ]),
    initializationOptions: {
      alone: settings.get<boolean>("marksForFiguresAlone", false),
      cross: settings.get<boolean>("compareWorkspace", false),
    },
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher(WATCHED) },
  };
  client = new LanguageClient("factlint", "factlint", server, options);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    await complain(`factlint could not be started as "${[command, ...before, "lsp"].join(" ")}": ${text(error)}`);
  }
}

async function restart(): Promise<void> {
  await deactivate();
  await start();
}

async function compareFiles(): Promise<void> {
  await client?.sendRequest("workspace/executeCommand", { command: "factlint.compareWorkspace", arguments: [] });
}

/** Draw the tie-out page of the file at hand and open it in the browser. */
async function openTieOut(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || document.uri.scheme !== "file") {
    await complain("Save the text to a file first; the page is drawn of the file.");
    return;
  }
  const [command, ...before] = program();
  const page = path.join(os.tmpdir(), `${path.basename(document.fileName)}.tie-out.html`);
  const given = [...before, "check", document.fileName, "--format", "html", "--output", page, "--exit-zero"];
  const cwd = vscode.workspace.getWorkspaceFolder(document.uri)?.uri.fsPath ?? path.dirname(document.fileName);
  execFile(command, given, { cwd }, async (error, _out, told) => {
    if (error) {
      await complain(told.trim() || text(error));
    } else {
      await vscode.env.openExternal(vscode.Uri.file(page));
    }
  });
}

async function complain(message: string): Promise<void> {
  const settings = "Open settings";
  if ((await vscode.window.showErrorMessage(message, settings)) === settings) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "factlint.command");
  }
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
