// Puts the editor that the tests drive below target/, once for each version of editor/package-lock.json.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { pinned, place } from "./harness/place.mjs";

const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/** Runs npm in a folder, on the Node of the editor where it is there already. */
function npm(folder, ...parameters) {
  const path = existsSync(place.node) ? dirname(place.node) + delimiter + process.env.PATH : process.env.PATH;
  execFileSync("npm", [...parameters, ...quiet], { cwd: folder, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, PATH: path } });
}

if (!existsSync(place.complete)) {
  console.log(`installing the editor into ${place.folder}`);
  rmSync(place.folder, { recursive: true, force: true });
  mkdirSync(place.folder, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) {
    copyFileSync(join(pinned, file), join(place.folder, file));
  }
  npm(place.folder, "ci");
  if (!existsSync(place.node)) {
    throw new Error(`the editor runs on Node 24, which npm has no package of for ${process.platform} ${process.arch}: run this with Node 24`);
  }
  // The package brings the workbench and leaves the modules that it stands on to its install script. They are installed
  // without building anything: what is native and not prebuilt is a log file and a watchdog, and the editor does without.
  npm(join(place.entry, "../../../lib/vscode"), "install", "--omit=dev", "--no-save", "--no-package-lock");
  writeFileSync(place.complete, "");
}
