import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

/** Opens a report that was built: in the browser where that sees the file, else as a page of the window. */
export async function openReport(file: string): Promise<void> {
  if (vscode.env.remoteName === undefined) {
    await vscode.env.openExternal(vscode.Uri.file(file));
  } else if (file.endsWith('.html')) {
    // The page is whole in itself and runs no script here.
    const panel = vscode.window.createWebviewPanel(
      'roadmap.report',
      path.basename(file),
      vscode.ViewColumn.Active,
    );
    panel.webview.html = readFileSync(file, 'utf8');
  } else {
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(file));
  }
}
