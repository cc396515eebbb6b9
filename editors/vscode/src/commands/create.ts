import { existsSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { locale } from '../config';
import { run } from '../program';
import { t } from '../words';
import { type Context, program } from './context';
import { templates, written } from './output';

/** Starts a project: asks for a starter, its language and a folder, and opens the plan. */
export async function newFromTemplate(context: Context): Promise<void> {
  const command = await program(context);
  const template = command && (await chooseTemplate(command));
  const language = template && (await chooseLanguage());
  const folder = language && (await chooseFolder());
  if (command === undefined || !template || !language || folder === undefined) {
    return;
  }
  const args = ['init', '--template', template, '--lang', language, '--locale', locale(), folder];
  const outcome = await run(command, args);
  const plan = written(outcome.stdout, existsSync).find((file) => file.endsWith('.roadmap'));
  if (outcome.status !== 0 || plan === undefined) {
    void vscode.window.showErrorMessage(outcome.stderr.trim() || outcome.stdout.trim());
    return;
  }
  await vscode.window.showTextDocument(vscode.Uri.file(path.resolve(plan)), { preview: false });
  await offerFolder(folder);
}

async function chooseTemplate(command: string): Promise<string | undefined> {
  const { stdout } = await run(command, ['init', '--list', '--locale', locale(), '--color', 'never']);
  const items = templates(stdout).map(({ name, description }) => ({ label: name, detail: description }));
  const placeHolder = t('What should the roadmap start from?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.label;
}

async function chooseLanguage(): Promise<string | undefined> {
  const items = [
    { label: 'Tiếng Việt', code: 'vi' },
    { label: 'English', code: 'en' },
  ].sort((one, other) => Number(other.code === locale()) - Number(one.code === locale()));
  const placeHolder = t('Language of the roadmap');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.code;
}

/** A folder of the workspace, one inside it with a name that is asked for, or any other. */
async function chooseFolder(): Promise<string | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const items = [
    ...folders.map(({ name, uri }) => ({
      label: `$(folder) ${name}`,
      detail: uri.fsPath,
      folder: uri.fsPath,
    })),
    { label: `$(folder-opened) ${t('Another folder…')}`, folder: undefined },
  ];
  const placeHolder = t('Where?');
  const picked =
    folders.length === 0 ? items.at(-1) : await vscode.window.showQuickPick(items, { placeHolder });
  if (picked === undefined || picked.folder !== undefined) {
    return picked?.folder;
  }
  const openLabel = t('Create Here');
  const options = { canSelectFiles: false, canSelectFolders: true, canSelectMany: false, openLabel };
  return (await vscode.window.showOpenDialog(options))?.[0]?.fsPath;
}

/** Files of a folder that is not open have no neighbours in the Explorer. */
async function offerFolder(folder: string): Promise<void> {
  const uri = vscode.Uri.file(folder);
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) {
    return;
  }
  const open = t('Open Folder');
  const text = t('The roadmap is in {0}.', folder);
  if ((await vscode.window.showInformationMessage(text, open)) === open) {
    await vscode.commands.executeCommand('vscode.openFolder', uri);
  }
}
