import * as vscode from 'vscode';

export const LANGUAGE = 'roadmap';
const SECTION = 'roadmap';

export function serverPath(): string {
  return vscode.workspace.getConfiguration(SECTION).get('server.path', '');
}

/** The language in which the program speaks when it is run by itself. */
export function locale(): 'vi' | 'en' {
  const set = vscode.workspace.getConfiguration(SECTION).get('locale', 'auto');
  return (set === 'auto' ? vscode.env.language : set).startsWith('vi') ? 'vi' : 'en';
}

/** What the server is told at its start; later changes it is told of by the client. */
export function initializationOptions(): object {
  const settings = vscode.workspace.getConfiguration(SECTION);
  return {
    locale: settings.get('locale', 'auto'),
    lints: settings.get('lints', {}),
    trusted: vscode.workspace.isTrusted,
  };
}

/** Runs `changed` when another server may have to be started. */
export function onServerPath(changed: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${SECTION}.server.path`)) {
      changed();
    }
  });
}
