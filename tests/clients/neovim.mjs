// A Neovim of 0.11 or later: the one named by `NEOVIM`, one on the `PATH`, or one that is installed under `target`.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./client.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const run = (program, args) => execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Its path; an error says what is missing. */
export function neovim() {
  for (const nvim of [process.env.NEOVIM, "nvim"].filter(Boolean)) {
    if (isRecent(nvim)) return nvim;
  }
  const venv = join(root, "target/clients/venv");
  const nvim = join(venv, "bin/nvim");
  if (existsSync(nvim) && isRecent(nvim)) return nvim;
  console.log("no Neovim of 0.11 or later found: installing one");
  mkdirSync(dirname(venv), { recursive: true });
  makeVenv(venv);
  run(join(venv, "bin/python"), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", join(here, "requirements.txt")]);
  if (!isRecent(nvim)) throw new Error("the Neovim of requirements.txt does not run here: name another one in NEOVIM");
  return nvim;
}

function isRecent(nvim) {
  try {
    const [, major, minor] = /^NVIM v(\d+)\.(\d+)/.exec(run(nvim, ["--version"]));
    return Number(major) > 0 || Number(minor) >= 11;
  } catch {
    return false;
  }
}

/** Python's own environment; where the system has split it off, its package is installed. */
function makeVenv(venv) {
  const make = () => run("python3", ["-m", "venv", "--clear", venv]);
  try {
    make();
  } catch (error) {
    if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
      throw new Error(`Neovim is installed with Python's pip, which does not run here; install Python 3 with venv, or name a Neovim in NEOVIM\n${error.stderr ?? error}`);
    }
    run("apt-get", ["update", "-q"]);
    run("apt-get", ["install", "-q", "-y", "--no-install-recommends", "python3", "python3-venv"]);
    make();
  }
}
