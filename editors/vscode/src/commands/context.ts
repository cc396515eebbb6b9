import * as vscode from 'vscode';
import type { Client } from '../client';
import type { Focus } from '../focus';
import type { Pages } from '../pages';
import { locate } from '../program';
import type { RequestName } from '../protocol';
import { tell } from '../trouble';
import { t } from '../words';

/** What commands work with. */
export interface Context {
  readonly extension: vscode.ExtensionContext;
  readonly client: Client;
  readonly focus: Focus;
  readonly pages: Pages;
}

/** The roadmap that a command is about; says so where there is none. */
export async function roadmap({ focus }: Context): Promise<vscode.Uri | undefined> {
  const uri = await focus.uri();
  if (uri === undefined) {
    const create = t('New Roadmap');
    const question = t('There is no roadmap here yet.');
    if ((await vscode.window.showInformationMessage(question, create)) === create) {
      await vscode.commands.executeCommand('roadmap.newFromTemplate');
    }
  }
  return uri;
}

/** The program to run; says why there is none. */
export async function program({ extension, client }: Context): Promise<string | undefined> {
  const found = locate(extension);
  if (found.command === undefined) {
    const missing = found.by === 'setting';
    await tell(missing ? { kind: 'setting', path: found.tried } : { kind: 'missing' }, client.output);
  }
  return found.command;
}

/** Whether the server can be asked for `name`; says what to do where it cannot. */
export async function canAsk({ client }: Context, name: RequestName): Promise<boolean> {
  if (client.offers(name)) {
    return true;
  }
  if (client.trouble !== undefined) {
    await tell(client.trouble, client.output);
  } else if (client.running) {
    await tell({ kind: 'lacks' }, client.output);
  }
  return false;
}
