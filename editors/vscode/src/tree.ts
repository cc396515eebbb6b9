import * as vscode from 'vscode';
import type { Client } from './client';
import type { Focus } from './focus';
import { Later } from './later';
import { type Branch, branches, look } from './look';
import type { PlanNode } from './protocol';

const VIEW = 'roadmap.plan';

/** States of phases that nobody works in any more. */
const OVER: readonly string[] = ['done', 'cancelled'];

/** Why the view has no tree; package.json says what stands there instead. */
type Empty = 'starting' | 'no-server' | 'too-old' | 'no-roadmap';

/** The view “Plan”: goals with their KPIs, phases with their work. */
export class PlanTree implements vscode.TreeDataProvider<Branch>, vscode.Disposable {
  readonly #client: Client;
  readonly #focus: Focus;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #later = new Later(200, () => this.#load());
  readonly #view: vscode.TreeView<Branch>;
  readonly #subscriptions: vscode.Disposable[];
  #branches: readonly Branch[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: Client, focus: Focus) {
    this.#client = client;
    this.#focus = focus;
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    const ask = () => this.#later.ask();
    this.#subscriptions = [
      this.#view,
      this.#changed,
      this.#later,
      this.#view.onDidChangeVisibility(ask),
      client.onDidChange(ask),
      client.onDidChangeState(ask),
      focus.onDidMove(ask),
    ];
    ask();
  }

  /** Asks for the tree now. */
  refresh(): Promise<void> {
    return this.#load();
  }

  getTreeItem({ id, node, children }: Branch): vscode.TreeItem {
    const item = new vscode.TreeItem(node.title, collapsible(node, children.length > 0));
    const { icon, color } = look(node.kind, node.state);
    item.id = id;
    item.description = node.detail;
    item.tooltip = [node.title, node.detail, node.tooltip].filter((line) => line).join('\n');
    item.iconPath = new vscode.ThemeIcon(
      icon,
      color === undefined ? undefined : new vscode.ThemeColor(color),
    );
    item.contextValue = node.kind;
    item.accessibilityInformation = { label: `${node.title}, ${node.detail}` };
    item.command = { command: 'roadmap.reveal', title: '', arguments: [node.uri, node.range] };
    return item;
  }

  getChildren(branch?: Branch): Branch[] {
    return [...(branch?.children ?? this.#branches)];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  async #load(): Promise<void> {
    if (!this.#view.visible) {
      return;
    }
    const uri = await this.#focus.uri();
    const plan = uri && (await this.#client.ask('plan', { textDocument: { uri: uri.toString() } }));
    if (uri !== undefined && plan === undefined && this.#client.offers('plan')) {
      // The text is changing; what was there last stays until it is known again.
      return;
    }
    this.#branches = branches(plan?.nodes ?? []);
    this.#view.message = plan?.headline ?? '';
    await vscode.commands.executeCommand('setContext', 'roadmap.empty', this.#empty());
    this.#changed.fire();
  }

  #empty(): Empty {
    if (!this.#client.running) {
      return this.#client.trouble === undefined ? 'starting' : 'no-server';
    }
    return this.#client.offers('plan') ? 'no-roadmap' : 'too-old';
  }
}

/** A plan opens with its goals and what is under way in sight; what is over is closed. */
function collapsible({ kind, state }: PlanNode, parent: boolean): vscode.TreeItemCollapsibleState {
  const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  if (!parent) {
    return None;
  }
  const open = kind === 'goal' || (kind === 'phase' && !OVER.includes(state));
  return open ? Expanded : Collapsed;
}
