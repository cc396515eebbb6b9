import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Item, linesAround } from '../src/preview/lines';
import { innerPage, leadsOut, outerPage, placeOf } from '../src/preview/page';

const REPORT = `<!doctype html><html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
</head><body><script>report()</script><p>$& $1</p></body></html>`;

test('the webview runs one script', () => {
  const page = outerPage('n0nce', 'go("$&")', 'vi');
  assert.match(page, /default-src 'none'; [^"]*script-src 'nonce-n0nce'"/);
  assert.ok(page.includes('<script nonce="n0nce">go("$&")</script>'));
});

test('a report runs under our policy, and no script of its own where it has said so', () => {
  const page = innerPage(REPORT, 'n0nce', 'go("$&")');
  assert.equal(page.match(/Content-Security-Policy/gi)?.length, 1);
  assert.match(page, /<head>\n<meta [^>]*script-src 'nonce-n0nce'"/);
  assert.ok(page.includes('go("$&")') && page.includes('<p>$& $1</p>'));
  assert.ok(page.includes('<script>report()'), 'a script without the nonce does not run');
});

test('a report that has scripts keeps them', () => {
  const report = REPORT.replace("style-src 'unsafe-inline'", "script-src 'sha256-x'");
  assert.ok(innerPage(report, 'n0nce', '').includes('<script nonce="n0nce">report()'));
});

test('a place in a page is a file and a line', () => {
  const files = ['file:///a.roadmap', 'file:///b.roadmap'];
  assert.deepEqual(placeOf('1:17', files), { uri: 'file:///b.roadmap', line: 17 });
  for (const wrong of ['', '2:1', '1', '1:', 'x:1', '1:-1', '1:1.5', '-1:1']) {
    assert.equal(placeOf(wrong, files), undefined, wrong);
  }
});

test('links lead to the web and to letters, nowhere else', () => {
  assert.ok(leadsOut('https://example.com') && leadsOut('mailto:mai@example.com'));
  assert.ok(
    !leadsOut('command:workbench.action.quit') &&
      !leadsOut('file:///etc/passwd') &&
      !leadsOut('javascript:1'),
  );
});

test('the cursor stands in items, the innermost first', () => {
  const item = (start: number, end: number, children: Item[] = []): Item => ({
    range: { start: { line: start }, end: { line: end } },
    selectionRange: { start: { line: start } },
    children,
  });
  const items = [item(0, 3), item(5, 20, [item(7, 9), item(10, 14)])];
  assert.deepEqual(linesAround(items, 12), [10, 5]);
  assert.deepEqual(linesAround(items, 6), [5]);
  assert.deepEqual(linesAround(items, 4), []);
});
