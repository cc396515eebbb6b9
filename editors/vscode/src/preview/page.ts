// The two documents of the preview: the webview, and the report in a frame inside it. The report has an origin of its own
// there and reaches neither VS Code nor the network; both run no script but those with this page's nonce.

const CLOSED = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** The document of the webview. */
export function outerPage(nonce: string, script: string, lang: string): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CLOSED}; script-src 'nonce-${nonce}'">
<style>
html, body { height: 100%; margin: 0; padding: 0; overflow: hidden; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
iframe.next { visibility: hidden; }
#note { padding: 2em; max-width: 40em; margin: 0 auto; color: var(--vscode-descriptionForeground); }
#note:empty { display: none; }
</style>
</head>
<body>
<p id="note" role="status"></p>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

/** The report as the document of the frame: under our policy instead of its own, with the script that speaks to the webview. */
export function innerPage(report: string, nonce: string, script: string): string {
  const policy = /<meta\b[^>]*http-equiv=["']?content-security-policy["']?[^>]*>/gi;
  const runs = (report.match(policy) ?? []).some((meta) => meta.includes('script-src'));
  const open = report.replace(policy, '');
  // A report that says of itself that it has no script gets none of its own to run.
  const page = runs ? open.replace(/<script\b(?![^>]*\bsrc\b)/gi, () => `<script nonce="${nonce}"`) : open;
  const head = `<meta http-equiv="Content-Security-Policy" content="${CLOSED}; script-src 'nonce-${nonce}'">
<style>
[data-src] { cursor: pointer; }
.roadmap-here { outline: 1px solid #3794ff !important; outline-offset: -1px; border-radius: 3px; background-color: #3794ff1f; }
</style>
<script nonce="${nonce}">${script}</script>`;
  return /<head\b[^>]*>/i.test(page)
    ? page.replace(/<head\b[^>]*>/i, (tag) => `${tag}\n${head}`)
    : `${head}${page}`;
}

/** The address and line that `FILE:LINE` means. */
export function placeOf(place: string, files: readonly string[]): { uri: string; line: number } | undefined {
  const [, file, line] = /^(\d+):(\d+)$/.exec(place) ?? [];
  const uri = files[Number(file)];
  return uri === undefined ? undefined : { uri, line: Number(line) };
}

/** Whether a link of a report leads out to where one may go. */
export function leadsOut(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(href);
}
