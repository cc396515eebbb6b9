import * as path from 'node:path';

/** What decides where the server is looked for. */
export interface Surroundings {
  /** The setting `roadmap.server.path`; empty where it is not set. */
  readonly setting: string;
  /** The first folder of the workspace, where it is trusted: nothing inside another one is ever run. */
  readonly workspace: string | undefined;
  /** The folder in which the extension is installed. */
  readonly extension: string;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** The variable `PATH`. */
  readonly path: string;
  /** Whether a file is there and may be run. */
  readonly runs: (file: string) => boolean;
}

/** The server's program, or what was looked for in vain. */
export type Found =
  | { readonly command: string; readonly by: 'setting' | 'bundled' | 'path' }
  | { readonly command: undefined; readonly by: 'setting'; readonly tried: string }
  | { readonly command: undefined; readonly by: 'nowhere' };

const NAME = 'roadmapc';
const WORKSPACE = /^\$\{workspaceFolder\}(?=[\\/])/;

/** By the setting, else the program inside the extension, else on the `PATH`. A setting that names nothing is not passed by. */
export function findServer(around: Surroundings): Found {
  const { join } = paths(around);
  const setting = around.setting.trim();
  if (setting !== '' && mayBeUsed(setting, around)) {
    const command = bySetting(setting, around);
    return command === undefined ? { command, by: 'setting', tried: setting } : { command, by: 'setting' };
  }
  const bundled = firstThatRuns([join(around.extension, 'server', NAME)], around);
  if (bundled !== undefined) {
    return { command: bundled, by: 'bundled' };
  }
  const command = onPath(NAME, around);
  return command === undefined ? { command, by: 'nowhere' } : { command, by: 'path' };
}

function paths(around: Surroundings): path.PlatformPath {
  return around.platform === 'win32' ? path.win32 : path.posix;
}

/** A path inside the workspace counts only where there is a workspace that may be trusted. */
function mayBeUsed(setting: string, around: Surroundings): boolean {
  const { isAbsolute } = paths(around);
  const inside = isPath(setting) && !isAbsolute(setting) && !setting.startsWith('~');
  return around.workspace !== undefined || !inside;
}

function isPath(setting: string): boolean {
  return /[\\/]/.test(setting);
}

function bySetting(setting: string, around: Surroundings): string | undefined {
  if (!isPath(setting)) {
    return onPath(setting, around);
  }
  const workspace = around.workspace ?? around.home;
  const full = setting.replace(/^~(?=[\\/])/, () => around.home).replace(WORKSPACE, () => workspace);
  return firstThatRuns([paths(around).resolve(workspace, full)], around);
}

/** Folders of the `PATH` that are not absolute would be looked for in whatever folder is open. */
function onPath(name: string, around: Surroundings): string | undefined {
  const { delimiter, isAbsolute, join } = paths(around);
  const folders = around.path.split(delimiter).filter((folder) => isAbsolute(folder));
  return firstThatRuns(
    folders.map((folder) => join(folder, name)),
    around,
  );
}

function firstThatRuns(files: readonly string[], around: Surroundings): string | undefined {
  const spelt = (file: string) =>
    around.platform === 'win32' && !/\.exe$/i.test(file) ? `${file}.exe` : file;
  return files.map(spelt).find((file) => around.runs(file));
}
