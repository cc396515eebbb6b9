// However somebody starts: without a server, with one on the PATH, in a folder they do not trust, or with one loose file.
import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Editor } from "./harness/editor.mjs";

/** A plan whose one mistake is plain. */
const plan = `roadmap "Evening classes" {
  period   2026-01-05..2026-03-31
  currency GBP
}

activity friends "Bring-a-friend email" {
  owner    raj
  deadline 2026-02-20
}
`;

const missing = "`friends` has no KPI";

/** A test with an editor of its own and a window on the folder of the plan. */
function start(name, options, steps) {
  test(name, async () => {
    const editor = await Editor.start(options);
    let window;
    try {
      window = await editor.open(options.folder === false ? undefined : editor.plan({ "plan.roadmap": plan, ...options.files }));
      await steps(window, editor);
    } catch (error) {
      await window?.shot(`failed ${name}`.replace(/\W+/g, "-"));
      throw error;
    } finally {
      await editor.close();
    }
  });
}

start("without a server, a message says what to do", { server: "none" }, async (window) => {
  await window.file("plan.roadmap");
  const said = await window.notification("roadmapc");
  assert.match(said, /not installed/);
  assert.match(said, /Open Settings/);
  await window.shot("server-none");
});

start("a setting that names no program is said to", { machine: { "roadmap.server.path": "/nowhere/roadmapc" } }, async (window) => {
  await window.file("plan.roadmap");
  const said = await window.notification("/nowhere/roadmapc");
  assert.match(said, /roadmap\.server\.path/);
  assert.match(said, /Open Settings/);
  await window.shot("server-elsewhere");
});

start("a server on the PATH is found, for a folder, a loose file and a text without a file", { server: "path", folder: false }, async (window, editor) => {
  const folder = editor.plan({ "loose.roadmap": plan });
  await window.path(join(folder, "loose.roadmap"));
  await window.problem("loose.roadmap", missing);
  await window.shot("loose-file");

  await window.press("Control+Alt+n");
  await window.front("Untitled-1");
  await window.command("Change Language Mode");
  await window.choose("Select Language Mode", "Roadmap");
  await window.press("Control+1");
  await window.type("activity friends \"Bring-a-friend email\" {\nowner raj\ndeadline 2026-02-20");
  await window.problem("Untitled-1", missing);
  // Enter after the brace was a new line, indented, whatever was just offered.
  assert.deepEqual((await window.lines()).slice(1), ["  owner raj", "  deadline 2026-02-20", "}"]);
  await window.shot("untitled");
});

// The settings of the folder name another program, which says so when it is run.
const files = { ".vscode/settings.json": JSON.stringify({ "roadmap.server.path": "./planted" }) };
const settings = { "security.workspace.trust.enabled": true, "security.workspace.trust.startupPrompt": "never" };
start("a folder that is not trusted is checked, and runs no program of its own", { settings, files }, async (window) => {
  const planted = join(window.folder, "planted");
  writeFileSync(planted, `#!/bin/sh\ntouch "${planted}.ran"\n`, { mode: 0o755 });
  await window.file("plan.roadmap");
  await window.status(/Restricted Mode/);
  await window.problem("plan.roadmap", missing);
  await window.shot("untrusted");
  assert.ok(!existsSync(`${planted}.ran`));
});
