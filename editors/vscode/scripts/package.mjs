// Makes the VSIX.
//
//   npm run package                                   roadmapc-VERSION.vsix, without a server
//   npm run package -- --with-server PATH --target linux-x64
//                                                     with the program at PATH inside, for one platform
//   npm run package -- --out FILE                     under another name
//
// The path of a server may also stand in ROADMAPC_SERVER.
import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Where the README's pictures and links lead once it is read elsewhere. */
const _PAGES = 'https://github.com/roadmapc/roadmapc';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { 'with-server': { type: 'string' }, target: { type: 'string' }, out: { type: 'string' } },
});
const server = values['with-server'] ?? process.env.ROADMAPC_SERVER;
const target = values.target ?? (server ? `${process.platform}-${process.arch}` : undefined);
const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const suffix = server ? `-${target}` : '';
const out = path.resolve(values.out ?? path.join(root, `${manifest.name}-${manifest.version}${suffix}.vsix`));

const folder = path.join(root, 'server');
await rm(folder, { recursive: true, force: true });
if (server) {
  const name = target.startsWith('win32') ? 'roadmapc.exe' : 'roadmapc';
  await mkdir(folder);
  await copyFile(server, path.join(folder, name));
  await chmod(path.join(folder, name), 0o755);
}
try {
  run(process.execPath, [path.join(root, 'scripts/build.mjs'), '--minify']);
  const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
  // What is needed is bundled: no folder of packages goes along.
  run(process.execPath, [
    vsce,
    'package',
    '--no-dependencies',
    ...(server ? ['--target', target] : []),
    '--out',
    out,
  ]);
} finally {
  await rm(folder, { recursive: true, force: true });
}

function run(program, args) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
