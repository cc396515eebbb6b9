// A VS Code with the extension in it: its server, and windows of it in a headless Chromium.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { place, roadmapc, root, shots, vsix } from "./place.mjs";
import { eventually } from "./wait.mjs";
import { Window } from "./window.mjs";

/** An editor that keeps to itself: no telemetry, no gallery, no updates, no advice, and nothing that blinks or slides. */
const quiet = {
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "workbench.enableExperiments": false,
  "workbench.settings.enableNaturalLanguageSearch": false,
  "workbench.startupEditor": "none",
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
  "workbench.tips.enabled": false,
  "workbench.editor.untitled.labelFormat": "name",
  "workbench.reduceMotion": "on",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.colorTheme": "Default Light Modern",
  "security.workspace.trust.enabled": false,
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "git.enabled": false,
  "files.autoSave": "off",
  "files.hotExit": "off",
  "window.confirmBeforeClose": "never",
  "window.menuBarVisibility": "compact",
  "window.enableMenuBarMnemonics": false,
  "window.customMenuBarAltFocus": false,
  "editor.cursorBlinking": "solid",
  "editor.accessibilitySupport": "off",
  "editor.minimap.enabled": false,
};

/** The day on which the plans of the tests are read. */
export const today = "2026-01-05";

/** One VS Code, with the extension installed. Call `close` at the end. */
export class Editor {
  /**
   * Starts one. `settings` come on top of the quiet ones, `machine` are those that belong to a machine, and `day` is today
   * for the server. The setting for the server names it, unless `server` is "path": then it is the only program on the
   * `PATH`, or "none": then there is none at all.
   */
  static async start({ settings = {}, machine = {}, day = today, server = "setting" } = {}) {
    const editor = new Editor();
    try {
      const program = editor.program(day);
      editor.write("User/settings.json", { ...quiet, ...settings });
      editor.write("Machine/settings.json", { ...(server === "setting" ? { "roadmap.server.path": program } : {}), ...machine });
      await editor.serve({ setting: process.env.PATH, path: dirname(program), none: editor.folder }[server]);
      await editor.browse();
      return editor;
    } catch (error) {
      error.message += `\n${editor.log()}`;
      await editor.close();
      throw error;
    }
  }

  constructor() {
    for (const file of [place.complete, roadmapc]) {
      if (!existsSync(file)) {
        throw new Error(`${file} is missing: run \`npm run editor\`, and \`cargo build -p roadmapc\``);
      }
    }
    mkdirSync(shots, { recursive: true });
    this.folder = mkdtempSync(join(tmpdir(), "roadmapc-vscode-"));
    this.data = join(this.folder, "data");
    this.logFile = join(this.folder, "editor.log");
  }

  /** A program that is roadmapc on a given day: the calendar must not change what a test sees. */
  program(day) {
    const program = join(this.folder, "bin/roadmapc");
    mkdirSync(dirname(program), { recursive: true });
    writeFileSync(program, `#!/bin/sh\nexec "${roadmapc}" --as-of ${day} "$@"\n`);
    chmodSync(program, 0o755);
    return program;
  }

  write(path, settings) {
    mkdirSync(dirname(join(this.data, path)), { recursive: true });
    writeFileSync(join(this.data, path), JSON.stringify(settings, null, 2));
  }

  async serve(path) {
    const environment = {
      ...process.env,
      HOME: this.folder,
      XDG_CONFIG_HOME: join(this.folder, "config"),
      XDG_DATA_HOME: join(this.folder, "share"),
      PATH: path,
      EXTENSIONS_GALLERY: "{}",
    };
    // Started from a terminal of another VS Code, it would talk to that one.
    for (const name of Object.keys(environment).filter((name) => /^(VSCODE_|PORT$|PASSWORD$)/.test(name))) {
      delete environment[name];
    }
    // As if started from a terminal: then it asks no login shell for another PATH.
    environment.VSCODE_CLI = "1";
    // Without a file it would make one in the home folder.
    writeFileSync(join(this.folder, "config.yaml"), "");
    const common = [place.entry, "--config", join(this.folder, "config.yaml"), "--user-data-dir", this.data,
      "--extensions-dir", join(this.folder, "extensions")];
    execFileSync(place.node, [...common, "--install-extension", vsix()], { env: environment, stdio: "pipe" });

    const port = await freePort();
    this.address = `http://127.0.0.1:${port}/`;
    const log = openSync(this.logFile, "a");
    this.process = spawn(place.node, [...common, "--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry",
      "--disable-update-check", "--disable-getting-started-override", "--disable-proxy", "--ignore-last-opened"],
    { env: environment, stdio: ["ignore", log, log], detached: true });
    await eventually("the server of the editor answers", async () => (await fetch(`${this.address}healthz`)).ok);
  }

  async browse() {
    // One profile for all windows, so that the workbench is fetched once.
    this.browser = await chromium.launchPersistentContext(join(this.folder, "browser"), {
      locale: "en-US",
      executablePath: process.env.CHROMIUM === "playwright" ? undefined : (process.env.CHROMIUM ?? "/usr/bin/chromium"),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
        // Nothing outside this machine can be reached.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
    });
  }

  /** A folder with these files, texts by their path, on top of a copy of the example `like`. */
  plan(files = {}, like) {
    const folder = join(mkdtempSync(join(this.folder, "plan-")), like ?? "plan");
    mkdirSync(folder);
    if (like) {
      cpSync(join(root, "examples", like), folder, { recursive: true });
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  }

  /** Opens a window on a folder, or on none. */
  async open(folder, { width = 1280, height = 800 } = {}) {
    const page = await this.browser.newPage();
    await page.setViewportSize({ width, height });
    page.setDefaultTimeout(30_000);
    await page.goto(folder ? `${this.address}?folder=${encodeURIComponent(folder)}` : `${this.address}?ew=true`);
    await page.locator(".monaco-workbench .statusbar-item").first().waitFor();
    if (folder) {
      // It has its rows when the server's file system answers.
      await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
    }
    return new Window(page, folder);
  }

  log() {
    return existsSync(this.logFile) ? readFileSync(this.logFile, "utf8").slice(-3000) : "";
  }

  async close() {
    await this.browser?.close();
    if (this.process && this.process.exitCode === null) {
      const ended = new Promise((resolve) => this.process.once("exit", resolve));
      // Its own group of processes, which `detached` made: extension hosts and language servers go with it.
      process.kill(-this.process.pid, "SIGTERM");
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
