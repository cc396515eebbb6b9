import { existsSync, statSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { LANGUAGE, locale } from '../config';
import { type Outcome, run } from '../program';
import { t } from '../words';
import { type Context, program, roadmap } from './context';
import { openReport } from './open';
import { written } from './output';

const SETTINGS = 'roadmap.toml';

/** Builds the reports of what is on the disk, after saving what is not. */
export async function buildReport(context: Context): Promise<void> {
  const uri = await roadmap(context);
  const command = uri && (await program(context));
  if (uri === undefined || command === undefined || !(await save(uri))) {
    return;
  }
  const folder = projectOf(uri.fsPath);
  const cwd = folder ?? path.dirname(uri.fsPath);
  const args = [
    'build',
    ...(folder === undefined ? [uri.fsPath] : []),
    '--locale',
    locale(),
    '--color',
    'never',
  ];
  const title = t('Building the report');
  const outcome = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    run(command, args, cwd),
  );
  context.client.output.info(`${command} ${args.join(' ')}\n${outcome.stdout}${outcome.stderr}`);
  await say(context, outcome, cwd);
}

/** Saves every roadmap; says whether the one to build is on the disk now. */
async function save(uri: vscode.Uri): Promise<boolean> {
  const unsaved = vscode.workspace.textDocuments.filter(
    ({ isDirty, languageId, fileName }) =>
      isDirty && (languageId === LANGUAGE || path.basename(fileName) === SETTINGS),
  );
  const saved = await Promise.all(unsaved.map((document) => document.save()));
  if (saved.every(Boolean) && uri.scheme === 'file') {
    return true;
  }
  void vscode.window.showWarningMessage(t('Save the roadmap first: a report is built from files.'));
  return false;
}

/** The folder of the nearest settings upwards. */
function projectOf(file: string): string | undefined {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, SETTINGS))) {
      return folder;
    }
    if (folder === path.dirname(folder)) {
      return undefined;
    }
  }
}

async function say(context: Context, { status, stdout }: Outcome, cwd: string): Promise<void> {
  const open = t('Open Report');
  const problems = t('Show Problems');
  const output = t('Show Output');
  const files = written(stdout, (file) => isFile(path.resolve(cwd, file))).map((file) =>
    path.resolve(cwd, file),
  );
  const page = files.find((file) => file.endsWith('.html')) ?? files[0];
  let picked: string | undefined;
  if (page === undefined) {
    picked = await vscode.window.showErrorMessage(t('The report was not built.'), problems, output);
  } else if (status === 0) {
    const name = vscode.workspace.asRelativePath(page);
    picked = await vscode.window.showInformationMessage(t('Report built: {0}', name), open);
  } else {
    const text = t('Report built from a plan with errors: {0}', vscode.workspace.asRelativePath(page));
    picked = await vscode.window.showWarningMessage(text, open, problems);
  }
  if (picked === open && page !== undefined) {
    await openReport(page);
  } else if (picked === problems) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  } else if (picked === output) {
    context.client.output.show();
  }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
