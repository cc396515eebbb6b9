import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const words = (file: string) => json(file) as Record<string, string>;

/** The texts that the code passes to `t`. */
function said(): Set<string> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && file !== 'words.ts',
  );
  const texts = files.flatMap((file) => {
    const source = readFileSync(`src/${file}`, 'utf8');
    const calls = source.match(/(?<![\w.])t\(/g)?.length ?? 0;
    const literals = [...source.matchAll(/(?<![\w.])t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(
      ([, text]) => text ?? '',
    );
    assert.equal(literals.length, calls, `${file}: each text is a literal in single quotes`);
    return literals;
  });
  return new Set(texts);
}

test('every text has its Vietnamese, and no Vietnamese is left over', () => {
  const vi = words('l10n/bundle.l10n.vi.json');
  assert.deepEqual(new Set(Object.keys(vi)), said());
  for (const [en, text] of Object.entries(vi)) {
    assert.deepEqual((text.match(/\{\d\}/g) ?? []).sort(), (en.match(/\{\d\}/g) ?? []).sort(), text);
  }
});

test('the manifest has its words in both languages, and uses each', () => {
  const en = words('package.nls.json');
  const vi = words('package.nls.vi.json');
  assert.deepEqual(Object.keys(vi), Object.keys(en));
  const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
  assert.deepEqual(new Set(used), new Set(Object.keys(en)));
  for (const key of Object.keys(en)) {
    const links = (text: string | undefined) => [...(text ?? '').matchAll(/\(command:[^)]*\)/g)].map(String);
    assert.deepEqual(links(vi[key]), links(en[key]), key);
  }
});

interface Manifest {
  contributes: {
    commands: { command: string }[];
    menus: Record<string, { command: string }[]>;
    walkthroughs: { steps: { media: { svg: string } }[] }[];
    languages: { icon: Record<string, string> }[];
  };
}

test('every command is registered, and every menu and picture is there', () => {
  const { contributes } = json('package.json') as Manifest;
  const declared = contributes.commands.map(({ command }) => command);
  const source = readFileSync('src/extension.ts', 'utf8');
  for (const command of declared) {
    assert.ok(source.includes(`'${command}'`), command);
  }
  for (const { command } of Object.values(contributes.menus).flat()) {
    assert.ok(declared.includes(command), command);
  }
  const pictures = contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg));
  const icons = contributes.languages.flatMap(({ icon }) => Object.values(icon));
  for (const file of [...pictures, ...icons]) {
    assert.match(readFileSync(file, 'utf8'), /^<svg /, file);
  }
});
