import * as vscode from 'vscode';
import { t } from './words';

const INSTALL = 'https://github.com/roadmapc/roadmapc#quick-start';

/** Why there is no server. */
export type Trouble =
  | { readonly kind: 'missing' }
  | { readonly kind: 'setting'; readonly path: string }
  | { readonly kind: 'no-server'; readonly path: string }
  | { readonly kind: 'failed'; readonly path: string }
  | { readonly kind: 'keeps-ending' }
  | { readonly kind: 'lacks' };

/** One sentence for the person who has to do something about it. */
export function sentence(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'missing':
      return t(
        'The program “roadmapc” is not installed, so roadmaps are not checked. Install it, or say where it is in the settings.',
      );
    case 'setting':
      return t(
        'There is no program at “{0}”, where the setting roadmap.server.path looks for roadmapc.',
        trouble.path,
      );
    case 'no-server':
      return t(
        '“{0}” is too old for this extension: it has no language server. Install the current version.',
        trouble.path,
      );
    case 'failed':
      return t('“{0}” did not start. The output says why.', trouble.path);
    case 'keeps-ending':
      return t('The Roadmap server ended five times in three minutes and is not started again.');
    case 'lacks':
      return t('The roadmapc that is installed cannot do this yet. Install the current version.');
  }
}

/** Says what is wrong, with buttons for what can be done about it. */
export async function tell(trouble: Trouble, output: vscode.OutputChannel): Promise<void> {
  const settings = t('Open Settings');
  const install = t('How to Install');
  const show = t('Show Output');
  const restart = t('Restart');
  const buttons = {
    missing: [install, settings],
    setting: [settings, install],
    'no-server': [install, settings],
    failed: [show, settings],
    'keeps-ending': [restart, show],
    lacks: [install, settings],
  }[trouble.kind];
  switch (await vscode.window.showErrorMessage(sentence(trouble), ...buttons)) {
    case settings:
      await vscode.commands.executeCommand('workbench.action.openSettings', 'roadmap.server.path');
      break;
    case install:
      await vscode.env.openExternal(vscode.Uri.parse(INSTALL));
      break;
    case show:
      output.show();
      break;
    case restart:
      await vscode.commands.executeCommand('roadmap.restartServer');
      break;
  }
}
