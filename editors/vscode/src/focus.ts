import * as vscode from 'vscode';
import { LANGUAGE } from './config';

/** The roadmap that the tree, the status bar and the preview are about: the one last looked at, else any in the workspace. */
export class Focus implements vscode.Disposable {
  readonly #moved = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #uri: vscode.Uri | undefined;

  readonly onDidMove = this.#moved.event;

  constructor() {
    this.#look(vscode.window.activeTextEditor);
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#look(editor)),
      vscode.workspace.onDidOpenTextDocument(() => this.#look(vscode.window.activeTextEditor)),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        if (files.some((file) => file.toString() === this.#uri?.toString())) {
          this.#set(undefined);
        }
      }),
      this.#moved,
    ];
  }

  /** The address of the roadmap; `undefined` where the workspace has none. */
  async uri(): Promise<vscode.Uri | undefined> {
    if (this.#uri === undefined) {
      const open = vscode.workspace.textDocuments.find((document) => document.languageId === LANGUAGE);
      const [found] = open === undefined ? await this.#inWorkspace() : [open.uri];
      this.#uri ??= found;
    }
    return this.#uri;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #inWorkspace(): Thenable<vscode.Uri[]> {
    return vscode.workspace.findFiles('**/*.roadmap', '**/{node_modules,target,build}/**', 1);
  }

  #look(editor: vscode.TextEditor | undefined): void {
    if (editor?.document.languageId === LANGUAGE) {
      this.#set(editor.document.uri);
    }
  }

  #set(uri: vscode.Uri | undefined): void {
    if (uri?.toString() !== this.#uri?.toString()) {
      this.#uri = uri;
      this.#moved.fire();
    }
  }
}
