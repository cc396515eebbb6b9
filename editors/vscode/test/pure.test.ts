import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templates, written } from '../src/commands/output';
import { choices, codeOf } from '../src/commands/rules';
import { branches, look } from '../src/look';
import { offered, type PlanNode } from '../src/protocol';
import { Restarts } from '../src/restarts';
import { shortened, summary } from '../src/summary';

const range = { start: { line: 3, character: 0 }, end: { line: 5, character: 1 } };

function node(kind: string, name: string, children: PlanNode[] = []): PlanNode {
  return { kind, name, title: name, state: 'late', detail: '', uri: 'file:///a', range, children };
}

test('a server is asked for what it says it has', () => {
  const requests = ['roadmap/preview', 'roadmap/explain', 'roadmap/of-tomorrow'];
  assert.deepEqual(offered({ roadmap: { requests } }), new Set(['preview', 'explain']));
  for (const old of [undefined, null, true, {}, { roadmap: true }, { roadmap: { requests: 'all' } }]) {
    assert.equal(offered(old).size, 0);
  }
});

test('the status bar says what is wrong and what is due next', () => {
  const nearest = {
    title: 'Đích',
    date: '2026-03-01',
    days: 3,
    overdue: false,
    text: 'Đích: còn 3 ngày',
    uri: '',
    range,
  };
  assert.equal(
    summary({ errors: 1, warnings: 2, hints: 9, nearest }),
    '$(error) 1 $(warning) 2  $(calendar) Đích: còn 3 ngày',
  );
  assert.equal(summary({ errors: 0, warnings: 0, hints: 9 }), '$(check)');
  const title = 'Quảng cáo Facebook cho lớp buổi tối ở Hải Châu';
  const long = { ...nearest, title, text: `${title}: trễ 3 ngày` };
  const cut = '$(check)  $(calendar) Quảng cáo Facebook cho lớp buổi tối…: trễ 3 ngày';
  assert.equal(summary({ errors: 0, warnings: 0, hints: 0, nearest: long }), cut);
  const late = { ...nearest, overdue: true, text: '$(zap) x' };
  assert.equal(
    summary({ errors: 0, warnings: 1, hints: 0, nearest: late }),
    '$(warning) 1  $(bell-dot) $\u200b(zap) x',
  );
});

test('a text is cut between what a reader takes for letters', () => {
  assert.equal(shortened('Trang đích', 10), 'Trang đích');
  assert.equal(shortened('Trang đích mới', 11), 'Trang đích…');
  const family = '👨‍👩‍👧';
  assert.equal(shortened(`${'ê'.normalize('NFD')}${family}${family}`, 2), `${'ê'.normalize('NFD')}…`);
});

test('the tree knows each item again, also two of one name', () => {
  const kpi = node('kpi', 'leads');
  const plan = [node('goal', 'grow', [kpi, kpi]), node('phase', 'grow', [node('activity', 'ads')])];
  const before = branches(plan);
  const ids = (tree: typeof before): string[] => tree.flatMap(({ id, children }) => [id, ...ids(children)]);
  assert.equal(new Set(ids(before)).size, 5);
  const after = branches([node('goal', 'first'), ...plan]);
  assert.deepEqual(ids(after).slice(1), ids(before));
});

test('a state has a look of its own, and one that is not known has one too', () => {
  assert.deepEqual(look('activity', 'late'), { icon: 'error', color: 'charts.red' });
  assert.deepEqual(look('goal', 'on_pace'), { icon: 'target', color: 'charts.green' });
  assert.deepEqual(look('activity', 'of-tomorrow'), { icon: 'circle-large-outline', color: undefined });
});

test('rules at the cursor come first, each once', () => {
  const rules = ['a/x', 'b/y', 'c/z'].map((code) => ({ code, title: code.toUpperCase() }));
  const codes = choices(rules, ['c/z', 'own/rule', 'c/z']).map(({ code, title, here }) => [
    code,
    title,
    here,
  ]);
  assert.deepEqual(codes, [
    ['c/z', 'C/Z', true],
    ['own/rule', 'own/rule', true],
    ['a/x', 'A/X', false],
    ['b/y', 'B/Y', false],
  ]);
  assert.equal(codeOf({ value: 'a/x', target: {} }), 'a/x');
  assert.equal(codeOf('a/x'), 'a/x');
  assert.equal(codeOf(7), undefined);
  assert.equal(codeOf('E0425'), undefined);
});

test('the starters are read from their list', () => {
  const list = 'blank        một kế hoạch nhỏ hai giai đoạn\r\nquarter      a quarter:  six weeks\n\nsaas\n';
  assert.deepEqual(templates(list), [
    { name: 'blank', description: 'một kế hoạch nhỏ hai giai đoạn' },
    { name: 'quarter', description: 'a quarter:  six weeks' },
  ]);
});

test('written files are found whatever the words before them, blanks in them included', () => {
  const files = ['build/index.html', 'kế hoạch/báo cáo.md', 'cáo.md'];
  const stdout = 'đã ghi build/index.html\nwrote kế hoạch/báo cáo.md\nNext: nothing\n';
  assert.deepEqual(
    written(stdout, (file) => files.includes(file)),
    ['build/index.html', 'kế hoạch/báo cáo.md'],
  );
});

test('a server that keeps ending is left alone, one that ends now and then is not', () => {
  const often = new Restarts();
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((now) => often.again(now)),
    [true, true, true, true, false],
  );
  const rarely = new Restarts();
  assert.ok([0, 1, 2, 3, 4, 5, 6, 7].every((minute) => rarely.again(minute * 60_000)));
});
