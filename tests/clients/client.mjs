// The server as a process, and an editor around the protocol library that VS Code's own client is made of.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as lsp from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";

const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, "../..");
export const roadmapc = resolve(root, process.env.ROADMAPC ?? "target/release/roadmapc");

/** A copy of an example, to be written to; it goes with the test. */
export function copy(example, test) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "roadmapc-")));
  test.after(() => rmSync(folder, { recursive: true }));
  cpSync(join(root, example), folder, { recursive: true });
  return folder;
}

/** What VS Code says of itself, as far as the server looks at it; `pulls` as it has done since 2022. */
function capabilities(pulls) {
  return {
    general: { positionEncodings: ["utf-16"] },
    window: { workDoneProgress: true },
    workspace: {
      applyEdit: true,
      configuration: true,
      workspaceFolders: true,
      workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"] },
      didChangeWatchedFiles: { dynamicRegistration: true },
      diagnostics: { refreshSupport: true },
    },
    textDocument: {
      publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, dataSupport: true },
      ...(pulls ? { diagnostic: { relatedDocumentSupport: true } } : {}),
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source", "source.fixAll"] } },
        isPreferredSupport: true,
        dataSupport: true,
        resolveSupport: { properties: ["edit"] },
      },
      completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"], resolveSupport: { properties: ["documentation"] } } },
      hover: { contentFormat: ["markdown"] },
      rename: { prepareSupport: true },
      semanticTokens: {
        requests: { full: { delta: true }, range: true },
        tokenTypes: Object.values(lsp.SemanticTokenTypes),
        tokenModifiers: Object.values(lsp.SemanticTokenModifiers),
        formats: ["relative"],
      },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    },
  };
}

export class Client {
  #child;
  #published = new Map();
  #waiting = [];
  #documents = new Map();
  /** Requests of the server, by method. */
  asked = [];
  errors = "";

  /** Starts the server in `folder` and shakes hands. */
  static async start(folder, { pulls = false, locale = "en", day, test }) {
    const client = new Client();
    client.folder = folder;
    client.#child = spawn(roadmapc, ["lsp", "--as-of", day], { cwd: folder, stdio: "pipe" });
    client.#child.stderr.on("data", (text) => (client.errors += text));
    test.after(() => client.#child.kill("SIGKILL"));
    const { stdout, stdin } = client.#child;
    const connection = lsp.createMessageConnection(new lsp.StreamMessageReader(stdout), new lsp.StreamMessageWriter(stdin));
    client.connection = connection;
    connection.onNotification(lsp.PublishDiagnosticsNotification.type, (published) => {
      client.#published.set(published.uri, published);
      client.#waiting = client.#waiting.filter((look) => !look());
    });
    const answer = (type, result) => connection.onRequest(type, (params) => (client.asked.push({ type: type.method, params }), result(params)));
    answer(lsp.ConfigurationRequest.type, ({ items }) => items.map(() => ({ locale })));
    answer(lsp.RegistrationRequest.type, () => null);
    answer(lsp.WorkDoneProgressCreateRequest.type, () => null);
    answer(lsp.DiagnosticRefreshRequest.type, () => null);
    connection.listen();
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "plan" }];
    client.initialized = await connection.sendRequest(lsp.InitializeRequest.type, {
      processId: process.pid,
      clientInfo: { name: "protocol library" },
      locale,
      rootUri: workspaceFolders[0].uri,
      capabilities: capabilities(pulls),
      workspaceFolders,
    });
    await connection.sendNotification(lsp.InitializedNotification.type, {});
    return client;
  }

  get can() {
    return this.initialized.capabilities;
  }

  uri(file) {
    return pathToFileURL(join(this.folder, file)).href;
  }

  text(file) {
    return this.#documents.get(this.uri(file)).getText();
  }

  async open(file) {
    const uri = this.uri(file);
    const text = readFileSync(join(this.folder, file), "utf8");
    this.#documents.set(uri, TextDocument.create(uri, "roadmap", 1, text));
    await this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: "roadmap", version: 1, text },
    });
  }

  /** Makes edits in an open file and tells the server of each as a range. */
  async edit(file, edits) {
    const document = this.#documents.get(this.uri(file));
    // From the end, so that each is right whether they are told one by one or at once.
    const changes = [...edits].sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
    const contentChanges = changes.map(({ range, newText }) => ({ range, text: newText }));
    TextDocument.update(document, contentChanges, document.version + 1);
    const { uri, version } = document;
    await this.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
  }

  /** Replaces the only occurrence of `old`. */
  async replace(file, old, newText) {
    await this.edit(file, [{ range: this.range(file, old), newText }]);
  }

  /** Takes over what the server wants changed. The files must be open. */
  async apply(edit) {
    const edits = edit.documentChanges?.map(({ textDocument, edits }) => [textDocument.uri, edits]) ?? Object.entries(edit.changes);
    for (const [uri, changes] of edits) {
      await this.edit(uri.slice(pathToFileURL(this.folder).href.length + 1), changes);
    }
  }

  /** Where the only occurrence of `text` stands. */
  range(file, text) {
    const document = this.#documents.get(this.uri(file));
    const at = document.getText().indexOf(text);
    if (at < 0 || document.getText().includes(text, at + 1)) throw new Error(`not once in ${file}: ${text}`);
    return { start: document.positionAt(at), end: document.positionAt(at + text.length) };
  }

  /** What a range of the file says. */
  slice(file, range) {
    return this.#documents.get(this.uri(file)).getText(range);
  }

  /** The place `within` characters into the only occurrence of `text`, for a request. */
  at(file, text, within = 0) {
    const { line, character } = this.range(file, text).start;
    return { textDocument: { uri: this.uri(file) }, position: { line, character: character + within } };
  }

  ask(type, params) {
    return this.connection.sendRequest(type, params);
  }

  /** What is found in the text of the file as it is now: asked for where the server offers that, else awaited. */
  async diagnostics(file) {
    const uri = this.uri(file);
    if (this.can.diagnosticProvider) {
      return (await this.ask(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri } })).items;
    }
    const { version } = this.#documents.get(uri);
    const current = () => this.#published.get(uri)?.version === version;
    if (!current()) {
      await new Promise((done, fail) => {
        const timer = setTimeout(() => fail(new Error(`no diagnostics of ${file} at version ${version}`)), 20_000);
        this.#waiting.push(() => current() && (clearTimeout(timer), done(), true));
      });
    }
    return this.#published.get(uri).diagnostics;
  }

  /** Says goodbye as the protocol has it, and returns the exit code of the process. */
  async stop() {
    await this.ask(lsp.ShutdownRequest.type);
    return this.leave();
  }

  async leave() {
    const ended = once(this.#child, "exit");
    await this.connection.sendNotification(lsp.ExitNotification.type);
    const [code] = await ended;
    return code;
  }
}
