import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Client } from '../client';
import { reveal } from '../commands/reveal';
import { LANGUAGE } from '../config';
import type { Focus } from '../focus';
import { Later } from '../later';
import type { Preview } from '../protocol';
import { sentence } from '../trouble';
import { t } from '../words';
import { linesAround } from './lines';
import type { FromOuter, ToOuter } from './messages';
import { innerPage, leadsOut, outerPage, placeOf } from './page';

/** What the window brings back after it was closed. */
interface Kept {
  readonly uri?: string;
}

/** The one preview: the report of the roadmap that is looked at, beside its text. */
export class PreviewPanel implements vscode.Disposable {
  static readonly type = 'roadmap.preview';

  readonly #client: Client;
  readonly #focus: Focus;
  readonly #panel: vscode.WebviewPanel;
  readonly #nonce = randomBytes(18).toString('base64url');
  readonly #script: string;
  readonly #subscriptions: vscode.Disposable[];
  readonly #later = new Later(120, () => this.#load());
  readonly #follower = new Later(80, () => this.#follow());
  #uri: vscode.Uri;
  #page: Preview | undefined;
  #sent = '';
  #ready = false;

  constructor(panel: vscode.WebviewPanel, uri: vscode.Uri, client: Client, focus: Focus, extension: string) {
    this.#client = client;
    this.#focus = focus;
    this.#panel = panel;
    this.#uri = uri;
    this.#script = bundled(extension, 'inner.js');
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.iconPath = {
      light: vscode.Uri.file(path.join(extension, 'icons/file-light.svg')),
      dark: vscode.Uri.file(path.join(extension, 'icons/file-dark.svg')),
    };
    this.#subscriptions = [
      this.#later,
      this.#follower,
      panel.webview.onDidReceiveMessage((message: FromOuter) => this.#receive(message)),
      panel.onDidChangeViewState(() => this.#later.ask()),
      client.onDidChange((changed) => this.#changed(changed?.projects)),
      client.onDidChangeState(() => this.#later.ask()),
      focus.onDidMove(() => this.#move()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document.languageId === LANGUAGE) {
          this.#follower.ask();
        }
      }),
    ];
    panel.webview.html = outerPage(this.#nonce, bundled(extension, 'outer.js'), vscode.env.language);
  }

  /** Brings it to the front. */
  show(): void {
    this.#panel.reveal(undefined, true);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  async #move(): Promise<void> {
    const uri = await this.#focus.uri();
    if (uri !== undefined && uri.toString() !== this.#uri.toString()) {
      this.#uri = uri;
      this.#later.ask();
    }
  }

  #changed(projects: readonly string[] | undefined): void {
    if (projects === undefined || this.#page === undefined || projects.includes(this.#page.project)) {
      this.#later.ask();
    }
  }

  async #load(): Promise<void> {
    if (!this.#panel.visible || !this.#ready) {
      return;
    }
    const page = await this.#client.ask('preview', { textDocument: { uri: this.#uri.toString() } });
    if (page) {
      this.#page = page;
      this.#panel.title = page.title || t('Roadmap');
      this.#send(page.html);
      this.#follower.ask();
      return;
    }
    const note = this.#note(page);
    if (note !== undefined) {
      this.#sent = '';
      this.#post({ type: 'note', text: note });
    }
  }

  /** Why there is no page; nothing where one is on its way. */
  #note(page: null | undefined): string | undefined {
    const client = this.#client;
    if (client.trouble !== undefined) {
      return sentence(client.trouble);
    }
    if (!client.running) {
      return this.#page === undefined ? t('The Roadmap server is starting') : undefined;
    }
    if (!client.offers('preview')) {
      return sentence({ kind: 'lacks' });
    }
    return page === null ? t('This file belongs to no roadmap.') : undefined;
  }

  /** A page that is there already is not loaded again: somebody may be reading it. */
  #send(html: string): void {
    if (html !== this.#sent) {
      this.#sent = html;
      const page = innerPage(html, this.#nonce, this.#script);
      this.#post({ type: 'page', html: page, uri: this.#uri.toString() });
    }
  }

  async #follow(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    // Not every program writes an address alike.
    const same = (uri: string) => vscode.Uri.parse(uri).toString() === editor?.document.uri.toString();
    const file = this.#page?.files.findIndex(same) ?? -1;
    if (editor === undefined || file < 0 || !this.#panel.visible) {
      return;
    }
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    );
    const lines = linesAround(symbols ?? [], editor.selection.active.line);
    this.#post({ type: 'follow', places: lines.map((line) => `${file}:${line}`) });
  }

  async #receive(message: FromOuter): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#sent = '';
        await this.#load();
        break;
      case 'reveal': {
        const place = placeOf(message.place, this.#page?.files ?? []);
        if (place !== undefined) {
          const start = { line: place.line, character: 0 };
          await reveal(place.uri, { start, end: start });
        }
        break;
      }
      case 'open':
        if (leadsOut(message.href)) {
          await vscode.env.openExternal(vscode.Uri.parse(message.href, true));
        }
        break;
    }
  }

  #post(message: ToOuter): void {
    void this.#panel.webview.postMessage(message);
  }
}

/** Opens the preview, and brings it back after the window was closed. */
export class Previews implements vscode.WebviewPanelSerializer<Kept>, vscode.Disposable {
  readonly #client: Client;
  readonly #focus: Focus;
  readonly #extension: string;
  #open: PreviewPanel | undefined;

  constructor(client: Client, focus: Focus, extension: string) {
    this.#client = client;
    this.#focus = focus;
    this.#extension = extension;
  }

  show(uri: vscode.Uri): void {
    if (this.#open !== undefined) {
      this.#open.show();
      return;
    }
    const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const title = t('Roadmap');
    const panel = vscode.window.createWebviewPanel(PreviewPanel.type, title, beside, { enableScripts: true });
    this.#take(panel, uri);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: Kept | undefined): Promise<void> {
    const uri = kept?.uri === undefined ? await this.#focus.uri() : vscode.Uri.parse(kept.uri);
    if (uri === undefined) {
      panel.dispose();
    } else {
      this.#take(panel, uri);
    }
  }

  dispose(): void {
    this.#open?.dispose();
  }

  #take(panel: vscode.WebviewPanel, uri: vscode.Uri): void {
    const preview = new PreviewPanel(panel, uri, this.#client, this.#focus, this.#extension);
    this.#open = preview;
    panel.onDidDispose(() => {
      preview.dispose();
      if (this.#open === preview) {
        this.#open = undefined;
      }
    });
  }
}

function bundled(extension: string, name: string): string {
  return readFileSync(path.join(extension, 'dist', name), 'utf8');
}
