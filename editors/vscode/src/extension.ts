import * as vscode from 'vscode';
import { Client } from './client';
import { onServerPath } from './config';

let client: Client | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const started = new Client(context);
  client = started;
  const restart = () => started.restart();
  context.subscriptions.push(
    started,
    onServerPath(() => void restart()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void restart()),
    vscode.commands.registerCommand('roadmap.restartServer', restart),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
