import * as vscode from 'vscode';
import { Client } from './client';
import { buildReport } from './commands/build';
import { type Context, roadmap } from './commands/context';
import { newFromTemplate } from './commands/create';
import { explainRule } from './commands/explain';
import { reveal } from './commands/reveal';
import { showStatus } from './commands/status';
import { onServerPath } from './config';
import { Focus } from './focus';
import { Later } from './later';
import { Pages } from './pages';
import { PreviewPanel, Previews } from './preview/panel';
import { StatusBar } from './statusBar';
import { PlanTree } from './tree';

let client: Client | undefined;

export async function activate(extension: vscode.ExtensionContext): Promise<void> {
  const started = new Client(extension);
  client = started;
  const focus = new Focus();
  const pages = new Pages(started);
  const context: Context = { extension, client: started, focus, pages };
  const tree = new PlanTree(started, focus);
  const previews = new Previews(started, focus, extension.extensionPath);
  const again = new Later(300, async () => pages.refresh());
  const restart = () => started.restart();
  // A folder that is trusted from now on brings settings along: that is one restart, not two.
  const soon = new Later(100, restart);

  const commands: Record<string, (...args: never[]) => unknown> = {
    'roadmap.openPreview': () => openPreview(context, previews),
    'roadmap.buildReport': () => buildReport(context),
    'roadmap.showStatus': () => showStatus(context),
    'roadmap.newFromTemplate': () => newFromTemplate(context),
    'roadmap.explainRule': (code?: unknown) => explainRule(context, code),
    'roadmap.refreshPlan': () => tree.refresh(),
    'roadmap.reveal': reveal,
    'roadmap.restartServer': restart,
  };
  extension.subscriptions.push(
    started,
    focus,
    pages,
    tree,
    previews,
    again,
    soon,
    new StatusBar(started, focus),
    vscode.window.registerWebviewPanelSerializer(PreviewPanel.type, previews),
    started.onDidChange(() => again.ask()),
    onServerPath(() => soon.ask()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => soon.ask()),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function openPreview(context: Context, previews: Previews): Promise<void> {
  const uri = await roadmap(context);
  if (uri !== undefined) {
    previews.show(uri);
  }
}
