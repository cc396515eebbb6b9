// A session in a real Neovim, with the settings that docs/editors.md gives, and the colours of the tree-sitter grammar.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { copy, roadmapc, root } from "./client.mjs";
import { neovim } from "./neovim.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** The Lua of the page for this Neovim. */
function settings() {
  const page = readFileSync(join(root, "docs/editors.md"), "utf8");
  const [, section] = page.split("\n## Neovim\n");
  return /```lua\n(.*?)```/s.exec(section)[1];
}

/** The parser and its queries, where Neovim looks for them. */
function parsers(folder) {
  const grammar = join(root, "editors/tree-sitter-roadmap");
  mkdirSync(join(folder, "parser"), { recursive: true });
  const sources = ["parser.c", "scanner.c"].map((file) => join(grammar, "src", file));
  execFileSync("cc", ["-shared", "-fPIC", "-O1", "-I", join(grammar, "src"), ...sources, "-o", join(folder, "parser/roadmap.so")]);
  cpSync(join(grammar, "queries"), join(folder, "queries/roadmap"), { recursive: true });
}

test("a session in Neovim", { timeout: 300_000 }, (t) => {
  const folder = copy("examples/first", t);
  const editor = join(folder, ".editor");
  mkdirSync(join(editor, "bin"), { recursive: true });
  parsers(editor);
  writeFileSync(join(editor, "settings.lua"), settings());
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
        ROADMAP_PARSERS: editor,
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
  assert.equal(seen.fold, 2);
  assert.equal(seen.broken, false);
});
