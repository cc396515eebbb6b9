import { execFile } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { serverPath } from './config';
import { type Found, findServer } from './server';

/** Looks for the server's program here and now. */
export function locate(context: vscode.ExtensionContext): Found {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return findServer({
    setting: serverPath(),
    workspace: vscode.workspace.isTrusted ? (folder?.uri.fsPath ?? homedir()) : undefined,
    extension: context.extensionPath,
    home: homedir(),
    platform: process.platform,
    path: process.env.PATH ?? '',
    runs,
  });
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** What a run of the program left behind. */
export interface Outcome {
  /** `undefined` where it could not be run at all, or was ended by a signal. */
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program to its end. */
export function run(command: string, args: readonly string[], cwd?: string): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) {
        resolve({ status: 0, stdout, stderr });
      } else {
        const status = typeof error.code === 'number' ? error.code : undefined;
        resolve({ status, stdout, stderr: stderr === '' && stdout === '' ? error.message : stderr });
      }
    });
  });
}

/** Whether the program has a language server in it at all: the first versions had none. */
export async function serves(command: string): Promise<boolean> {
  return (await run(command, ['lsp', '--help'])).status === 0;
}
