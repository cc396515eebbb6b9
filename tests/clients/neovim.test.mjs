// A session in a real Neovim, with the settings that docs/editors.md gives, and the colours of the tree-sitter grammar.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { copy, roadmapc, root } from "./client.mjs";
import { neovim } from "./neovim.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** The pieces of code in a language that the page has for Neovim, in their order. */
function pieces(language) {
  const page = readFileSync(join(root, "docs/editors.md"), "utf8");
  const section = page.split("\n## Neovim\n")[1].split("\n## ")[0];
  return [...section.matchAll(/```(\w+)\n(.*?)```/gs)].filter(([, of]) => of === language).map(([, , code]) => code);
}

/** Compiles the grammar as the page says, with `home` for a home; returns where Neovim finds it. */
function compile(home) {
  const [commands, ...others] = pieces("sh");
  assert.equal(others.length, 0, "the page has commands that this test does not know");
  execFileSync("sh", ["-eu", "-c", commands], { cwd: join(root, "editors/tree-sitter-roadmap"), env: { ...process.env, HOME: home } });
  return join(home, ".local/share/nvim/site");
}

const [recent, before, format, colours, ...others] = pieces("lua");
assert.equal(others.length, 0, "the page has settings that this test does not know");

for (const [name, server] of Object.entries({ "0.11 and later": recent, "before 0.11": before })) {
  test(`a session in Neovim, with the settings for ${name}`, { timeout: 300_000 }, (t) => session(t, [server, format, colours]));
}

function session(t, settings) {
  const folder = copy("examples/first", t);
  const editor = join(folder, ".editor");
  mkdirSync(join(editor, "bin"), { recursive: true });
  writeFileSync(join(editor, "settings.lua"), settings.join("\n"));
  // The page starts `roadmapc lsp`; the example is of one day.
  writeFileSync(join(editor, "bin/roadmapc"), `#!/bin/sh\nexec '${roadmapc}' "$@" --as-of 2026-01-05\n`, { mode: 0o755 });
  const { status, stdout, stderr } = spawnSync(
    neovim(),
    ["--headless", "--clean", "-i", "NONE", "-n", "-c", `luafile ${join(here, "session.lua")}`],
    {
      cwd: folder,
      encoding: "utf8",
      timeout: 120_000,
      env: {
        ...process.env,
        PATH: join(editor, "bin") + delimiter + process.env.PATH,
        LC_ALL: "C.UTF-8",
        XDG_STATE_HOME: join(editor, "state"),
        ROADMAP_FILE: join(folder, "first.roadmap"),
        ROADMAP_GRAMMAR: compile(editor),
        ROADMAP_SETTINGS: join(editor, "settings.lua"),
      },
    },
  );
  const seen = JSON.parse(stdout.trim().split("\n").at(-1) || "null");
  assert.ok(seen?.ok, `${seen?.problem}\n${stdout}\n${stderr}`);
  assert.equal(status, 0);

  assert.equal(seen.filetype, "roadmap");
  assert.match(seen.missing.join("\n"), /^\d+ people\/owner-missing .*friends/);
  assert.match(seen.mended, /activity friends .*\{\n +owner +\w+\n/);
  assert.ok(seen.completion.includes("emma"), seen.completion.join());
  assert.match(seen.definition, /^person raj /);
  assert.match(seen.hover.join("\n"), /customers|khách hàng/i);
  assert.equal(seen.renamed.match(/owner +phượng/g).length, 2);
  assert.match(seen.renamed, /^person phượng /m);
  assert.equal(seen.formatted, "    deadline 2026-02-20");
  assert.deepEqual(seen.colours, {
    keyword: "keyword", name: "type", property: "property", number: "number", comment: "comment", string: "string",
  });
  assert.deepEqual([seen.fold, seen.unfolded], [2, true]);
  assert.deepEqual([seen.highlighted, seen.broken], [true, false]);
}
