import * as vscode from 'vscode';
import type { Client } from './client';

const SCHEME = 'roadmap-page';

/** What a page is about. Its address says so, for a window that comes back with the page open. */
export type Subject = { readonly status: string } | { readonly rule: string };

/** Markdown that the server writes, shown as pages to read that follow what is known. */
export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #client: Client;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;
  /** What each page said last: it stays while the text changes and there is no answer. */
  readonly #last = new Map<string, string>();

  readonly onDidChange = this.#changed.event;

  constructor(client: Client) {
    this.#client = client;
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#last.delete(uri.toString())),
      this.#changed,
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const key = uri.toString();
    const text = (await this.#ask(JSON.parse(uri.query) as Subject)) ?? this.#last.get(key) ?? '';
    this.#last.set(key, text);
    return text;
  }

  /** Shows a page under a name; says whether there is one. */
  async show(name: string, subject: Subject): Promise<boolean> {
    if ((await this.#ask(subject)) === undefined) {
      return false;
    }
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.md`, query: JSON.stringify(subject) });
    if (vscode.extensions.getExtension('vscode.markdown-language-features') === undefined) {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    } else {
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    }
    return true;
  }

  /** Asks for the open pages anew. */
  refresh(): void {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === SCHEME) {
        this.#changed.fire(uri);
      }
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #ask(subject: Subject): Promise<string | undefined> {
    const answer =
      'status' in subject
        ? await this.#client.ask('status', { textDocument: { uri: subject.status } })
        : await this.#client.ask('explain', { code: subject.rule });
    return answer?.markdown;
  }
}
