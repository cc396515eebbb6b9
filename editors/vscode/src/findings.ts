import * as vscode from 'vscode';
import { DocumentDiagnosticRequest, type LanguageClient } from 'vscode-languageclient/node';
import { LANGUAGE } from './config';
import { Later } from './later';

/**
 * Asks for the findings of the text in front again after another open text changed, as when that is read anew from the disk:
 * the client asks by itself for those of all other texts only.
 */
export function followOthers(running: () => LanguageClient | undefined): vscode.Disposable {
  const later = new Later(100, async () => {
    const front = vscode.window.activeTextEditor?.document;
    const feature = running()?.getFeature(DocumentDiagnosticRequest.method);
    if (front !== undefined) {
      feature?.getProvider(front)?.onDidChangeDiagnosticsEmitter.fire();
    }
  });
  const changes = vscode.workspace.onDidChangeTextDocument(({ document }) => {
    const front = vscode.window.activeTextEditor?.document;
    if (document.languageId === LANGUAGE && front?.languageId === LANGUAGE && document !== front) {
      later.ask();
    }
  });
  return vscode.Disposable.from(later, changes);
}
