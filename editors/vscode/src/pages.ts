import * as vscode from 'vscode';

const SCHEME = 'roadmap-page';

/** Where the text of a page comes from; asked again whenever what is known changes. */
type Source = () => Promise<string | undefined>;

/** Markdown that the server writes, shown as pages to read. */
export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #sources = new Map<string, Source>();
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#sources.delete(uri.path)),
      this.#changed,
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.path) ?? '';
  }

  /** Shows a page under `name`; says whether there was one. */
  async show(name: string, source: Source): Promise<boolean> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.md` });
    this.#sources.set(uri.path, source);
    if (!(await this.#load(uri.path))) {
      return false;
    }
    try {
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    } catch {
      // VS Code without its own extension for Markdown.
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
    }
    return true;
  }

  /** Asks for the pages anew that are still open. */
  async refresh(): Promise<void> {
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.path));
    await Promise.all(
      [...this.#sources.keys()].filter((path) => open.has(path)).map((path) => this.#load(path)),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #load(path: string): Promise<boolean> {
    const text = await this.#sources.get(path)?.();
    if (text === undefined) {
      return false;
    }
    if (this.#texts.get(path) !== text) {
      this.#texts.set(path, text);
      this.#changed.fire(vscode.Uri.from({ scheme: SCHEME, path }));
    }
    return true;
  }
}
