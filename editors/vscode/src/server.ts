import * as os from 'node:os';
import * as path from 'node:path';

/** What decides where the server is looked for. */
export interface Surroundings {
  /** The setting `roadmap.server.path`; empty where it is not set. */
  readonly setting: string;
  /** The first folder of the workspace, for a relative setting. */
  readonly workspace: string | undefined;
  /** The folder in which the extension is installed. */
  readonly extension: string;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a file is there and may be run. */
  readonly runs: (file: string) => boolean;
}

/** The server's program, or what was looked for in vain. */
export type Found =
  | { readonly command: string; readonly by: 'setting' | 'bundled' | 'path' }
  | { readonly command: undefined; readonly by: 'setting'; readonly tried: string }
  | { readonly command: undefined; readonly by: 'nowhere' };

/** By the setting, else the program inside the extension, else on the `PATH`. A setting that names nothing is not passed by. */
export function findServer(around: Surroundings): Found {
  const setting = around.setting.trim();
  if (setting !== '') {
    const command = bySetting(setting, around);
    return command === undefined ? { command, by: 'setting', tried: setting } : { command, by: 'setting' };
  }
  const bundled = firstThatRuns([path.join(around.extension, 'server', 'roadmapc')], around);
  if (bundled !== undefined) {
    return { command: bundled, by: 'bundled' };
  }
  const command = onPath('roadmapc', around);
  return command === undefined ? { command, by: 'nowhere' } : { command, by: 'path' };
}

function bySetting(setting: string, around: Surroundings): string | undefined {
  if (!/[\\/]/.test(setting)) {
    return onPath(setting, around);
  }
  const home = around.env.HOME ?? around.env.USERPROFILE ?? os.homedir();
  const workspace = around.workspace ?? '';
  const full = setting.replace(/^~(?=[\\/])/, home).replace(/\$\{workspaceFolder\}/g, workspace);
  return firstThatRuns([path.resolve(workspace, full)], around);
}

function onPath(name: string, around: Surroundings): string | undefined {
  const folders = (around.env.PATH ?? around.env.Path ?? '').split(around.platform === 'win32' ? ';' : ':');
  const files = folders.filter((folder) => folder !== '').map((folder) => path.join(folder, name));
  return firstThatRuns(files, around);
}

function firstThatRuns(files: readonly string[], around: Surroundings): string | undefined {
  const endings = around.platform === 'win32' ? ['', '.exe'] : [''];
  const named = files.flatMap((file) => endings.map((ending) => file + ending));
  return named.find((file) => around.runs(file) && (around.platform !== 'win32' || /\.\w+$/.test(file)));
}
