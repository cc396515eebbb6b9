import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient/node';

/** Puts the cursor at the start of a range, in the editor that shows the file already where there is one. */
export async function reveal(uri: string, range: Range): Promise<void> {
  const file = vscode.Uri.parse(uri, true);
  const start = new vscode.Position(range.start.line, range.start.character);
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === file.toString(),
  );
  const editor = await vscode.window.showTextDocument(file, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(start, start),
  });
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
