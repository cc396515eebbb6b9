// Bundles the extension into dist/: its own code, the script of the preview, and the grammar that is generated for
// every editor (editors/textmate).
import { copyFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const watch = process.argv.includes('--watch');
const minify = process.argv.includes('--minify');

const common = {
  absWorkingDir: root,
  bundle: true,
  minify,
  sourcemap: minify ? false : 'linked',
  logLevel: 'warning',
};
const bundles = [
  {
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    // Some packages of the language client say `main` for Node and `module` for browsers.
    mainFields: ['module', 'main'],
  },
  {
    ...common,
    entryPoints: ['src/webview/outer.ts', 'src/webview/inner.ts'],
    outdir: 'dist',
    platform: 'browser',
    target: 'chrome122',
    format: 'iife',
    sourcemap: false,
  },
];

await mkdir(new URL('../dist/', import.meta.url), { recursive: true });
await copyFile(
  new URL('../../textmate/roadmap.tmLanguage.json', import.meta.url),
  new URL('../dist/roadmap.tmLanguage.json', import.meta.url),
);
if (watch) {
  for (const bundle of bundles) {
    const context = await esbuild.context({ ...bundle, logLevel: 'info' });
    await context.watch();
  }
} else {
  await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
}
