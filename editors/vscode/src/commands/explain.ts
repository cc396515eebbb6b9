import * as vscode from 'vscode';
import type { Rule } from '../protocol';
import { t } from '../words';
import { type Context, canAsk } from './context';
import { type Choice, choices, codeOf } from './rules';

/** Shows the page of a rule: the one named, else one that is chosen, those of the findings at the cursor first. */
export async function explainRule(context: Context, code?: unknown): Promise<void> {
  if (!(await canAsk(context, 'explain'))) {
    return;
  }
  const wanted = typeof code === 'string' ? code : await choose(context);
  if (wanted === undefined) {
    return;
  }
  if (!(await context.pages.show(wanted, { rule: wanted }))) {
    void vscode.window.showInformationMessage(t('There is no page about “{0}”.', wanted));
  }
}

async function choose({ client }: Context): Promise<string | undefined> {
  const answer = await client.ask('rules', {});
  const all: readonly Rule[] = answer?.rules ?? [];
  const items = choices(all, atCursor()).map(item);
  const placeHolder = t('Which rule?');
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked?.code;
}

function item({ code, title, here }: Choice): vscode.QuickPickItem & { code: string } {
  const icon = here ? '$(arrow-right) ' : '';
  return { label: `${icon}${title}`, description: code, code };
}

/** The codes of the findings at the cursor. */
function atCursor(): string[] {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return [];
  }
  const at = editor.selection.active;
  const findings = vscode.languages.getDiagnostics(editor.document.uri);
  const under = findings.filter(({ range }) => range.contains(at));
  const near = under.length > 0 ? under : findings.filter(({ range }) => range.start.line === at.line);
  return near.map(({ code }) => codeOf(code)).filter((code) => code !== undefined);
}
