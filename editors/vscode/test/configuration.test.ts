import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Pattern {
  pattern: string;
  flags?: string;
}

const configuration = JSON.parse(readFileSync('language-configuration.json', 'utf8')) as {
  wordPattern: Pattern;
  indentationRules: { increaseIndentPattern: Pattern; decreaseIndentPattern: Pattern };
};

const regex = ({ pattern, flags = '' }: Pattern, more = '') => new RegExp(pattern, flags + more);

test('a word is whole, with its accents however they are composed, and its hyphens', () => {
  const words = (text: string) => text.match(regex(configuration.wordPattern, 'g')) ?? [];
  assert.deepEqual(words('owner Phụng; kênh facebook_ads'), ['owner', 'Phụng', 'kênh', 'facebook_ads']);
  const apart = 'Phụng'.normalize('NFD');
  assert.deepEqual(words(`owner ${apart}`), ['owner', apart]);
  assert.deepEqual(words('# allow(people/owner-missing)'), ['allow', 'people', 'owner-missing']);
  assert.deepEqual(words('2026-03-31..2026-Q2 landing.deadline'), [
    '2026-03-31',
    '2026-Q2',
    'landing',
    'deadline',
  ]);
  assert.deepEqual(words('0 -> 5_000'), ['0', '5_000']);
});

test('what stands in a block is indented', () => {
  const opens = regex(configuration.indentationRules.increaseIndentPattern);
  const closes = regex(configuration.indentationRules.decreaseIndentPattern);
  for (const line of [
    'goal g "A { b" {',
    'phase p 2026-Q1 {  # the first {',
    '  kpi leads 0 -> 5 by 2026 { alert behind 5%',
    'a "\\"" {',
  ]) {
    assert.match(line, opens);
  }
  for (const line of [
    'goal g "A {"',
    '# goal {',
    'person lan "Lan" { role cmo }',
    'owner lan # {',
    'focus "a" # "b" {',
  ]) {
    assert.doesNotMatch(line, opens);
  }
  assert.match('  }', closes);
  assert.doesNotMatch('owner lan }', closes);
});
