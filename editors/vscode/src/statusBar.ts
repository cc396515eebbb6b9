import * as vscode from 'vscode';
import type { Client } from './client';
import { LANGUAGE } from './config';
import type { Focus } from './focus';
import { Later } from './later';
import type { Overview } from './protocol';
import { summary } from './summary';
import { sentence } from './trouble';
import { t } from './words';

/** The item of the status bar: errors, warnings and the nearest deadline of the plan that is looked at. */
export class StatusBar implements vscode.Disposable {
  readonly #client: Client;
  readonly #focus: Focus;
  readonly #item = vscode.window.createStatusBarItem('roadmap.overview', vscode.StatusBarAlignment.Left, 10);
  readonly #later = new Later(200, () => this.#load());
  readonly #subscriptions: vscode.Disposable[];

  constructor(client: Client, focus: Focus) {
    this.#client = client;
    this.#focus = focus;
    this.#item.name = t('Roadmap: Errors, Warnings, Nearest Deadline');
    const ask = () => this.#later.ask();
    this.#subscriptions = [
      this.#item,
      this.#later,
      client.onDidChange(ask),
      client.onDidChangeState(ask),
      focus.onDidMove(ask),
      vscode.workspace.onDidCloseTextDocument(ask),
    ];
    ask();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  async #load(): Promise<void> {
    if (this.#client.trouble !== undefined) {
      this.#say('$(error) Roadmap', sentence(this.#client.trouble), 'roadmap.restartServer');
      return;
    }
    const open = vscode.workspace.textDocuments.some((document) => document.languageId === LANGUAGE);
    const uri = open ? await this.#focus.uri() : undefined;
    if (uri === undefined) {
      this.#item.hide();
      return;
    }
    if (!this.#client.running) {
      this.#say('$(sync~spin) Roadmap', t('The Roadmap server is starting'), undefined);
      return;
    }
    const overview = await this.#client.ask('overview', { textDocument: { uri: uri.toString() } });
    if (overview) {
      this.#say(summary(overview), tooltip(overview), 'roadmap.showStatus');
    } else if (overview === null || !this.#client.offers('overview')) {
      this.#item.hide();
    }
  }

  #say(text: string, tip: string | vscode.MarkdownString, command: string | undefined): void {
    this.#item.text = text;
    this.#item.tooltip = tip;
    this.#item.command = command;
    this.#item.show();
  }
}

function tooltip({ errors, warnings, hints, nearest }: Overview): vscode.MarkdownString {
  const tip = new vscode.MarkdownString('', true);
  tip.isTrusted = {
    enabledCommands: ['workbench.actions.view.problems', 'roadmap.reveal', 'roadmap.showStatus'],
  };
  const problems = t('{0} errors, {1} warnings, {2} hints', errors, warnings, hints);
  tip.appendMarkdown(`[${problems}](command:workbench.actions.view.problems)\n\n`);
  if (nearest) {
    const place = encodeURIComponent(JSON.stringify([nearest.uri, nearest.range]));
    tip.appendMarkdown('[');
    tip.appendText(`${nearest.text} (${nearest.date})`);
    tip.appendMarkdown(`](command:roadmap.reveal?${place})\n\n`);
  }
  tip.appendMarkdown(`[${t('Show Status')}](command:roadmap.showStatus)`);
  return tip;
}
