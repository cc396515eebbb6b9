// One window of VS Code, as somebody who sits in front of it uses it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { shots } from "./place.mjs";
import { eventually } from "./wait.mjs";

const QUICK = ".quick-input-widget:not([style*='display: none'])";

export class Window {
  constructor(page, folder) {
    this.page = page;
    this.folder = folder;
  }

  async close() {
    await this.page.close();
  }

  /** Keeps a screenshot, `name`.png. */
  async shot(name) {
    await this.page.screenshot({ path: join(shots, `${name}.png`), animations: "disabled" });
  }

  // What is typed and pressed

  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
  }

  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** Opens the quick input by `key`. The key does nothing while the workbench still starts, hence again. */
  async quick(key) {
    const input = this.page.locator(`${QUICK} .quick-input-box input`);
    await eventually(`${key} opens the quick input`, async () => {
      await this.press(key);
      return input.waitFor({ timeout: 1500 }).then(() => true);
    });
    return input;
  }

  /** The row of the quick input's list that has this text. */
  row(text) {
    return this.page.locator(`${QUICK} .quick-input-list .monaco-list-row`).filter({ hasText: text }).first();
  }

  /** Picks a row of the quick input. */
  async pick(text) {
    await this.row(text).click();
  }

  /** Picks what a quick input that asks `question` offers as `text`. */
  async choose(question, text) {
    await this.page.locator(`${QUICK} .quick-input-box input[placeholder^='${question}']`).fill(text);
    await this.pick(text);
  }

  /** Runs a command by its title in the palette. */
  async command(title) {
    const input = await this.quick("F1");
    await input.fill(`>${title}`);
    await this.pick(title);
  }

  // Files and their text

  /** Opens a file of the folder, by a part of its path that names no other. */
  async file(path) {
    const input = await this.quick("Control+p");
    await input.fill(path);
    await this.pick(basename(path));
    await this.front(basename(path));
    await this.page.locator(".editor-instance .view-line").first().waitFor();
  }

  /** Opens a file by its full path, from anywhere. */
  async path(path) {
    const input = await this.quick("Control+o");
    await input.fill(path);
    await this.press("Enter");
    await this.front(basename(path));
  }

  tab(name) {
    return this.page.locator(".tabs-container .tab").filter({ hasText: name });
  }

  /** A file's text on the disk. */
  disk(path) {
    return readFileSync(join(this.folder, path), "utf8");
  }

  /** Writes a file of the folder, as another program would. */
  write(path, text) {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Waits until a file on the disk says `text`. */
  async saved(path, text) {
    await eventually(`${path} says ${text}`, () => text instanceof RegExp ? text.test(this.disk(path)) : this.disk(path).includes(text))
      .catch((error) => { throw new Error(`${error.message}\n${this.disk(path)}`); });
  }

  /** Saves the text in front. */
  async save() {
    await this.press("Control+s");
    await this.page.locator(".tabs-container .tab.active:not(.dirty)").first().waitFor();
  }

  /** Saves every text. */
  async saveAll() {
    await this.command("File: Save All");
    await eventually("nothing is unsaved", async () => await this.page.locator(".tabs-container .tab.dirty").count() === 0);
  }

  /** Puts the cursor at a line and column, both from 1, of the text in front. */
  async goto(line, column = 1) {
    await this.press("Control+1");
    const input = await this.quick("Control+g");
    await input.fill(`:${line}:${column}`);
    await this.press("Enter");
    await this.arrives(`${line}:${column}`);
  }

  /** The line and column of the `|` of `place`, a piece of the saved text of `path`. */
  where(path, place) {
    return position(this.disk(path), place);
  }

  /** Puts the cursor where `|` stands in `place`, a piece of the saved text of `path`, which is in front. */
  async cursor(path, place) {
    const { line, column } = this.where(path, place);
    await this.goto(line, column);
  }

  /** Where the cursor is, as `line:column`. */
  async position() {
    const text = await this.page.locator("[id='status.editor.selection']").innerText();
    return text.match(/\d+/g)?.slice(0, 2).join(":");
  }

  /** The lines of the text in front that can be seen, with what the editor writes between and behind them. */
  async lines() {
    return this.page.locator(".editor-instance .monaco-editor .view-lines").first().evaluate((lines) =>
      [...lines.querySelectorAll(".view-line")]
        .sort((one, other) => parseFloat(one.style.top) - parseFloat(other.style.top))
        .map((line) => line.textContent.replaceAll("\u00a0", " ")));
  }

  /** Waits until the cursor is at `line:column`. */
  async arrives(place) {
    await eventually(`the cursor is at ${place}`, async () => (await this.position()) === place);
  }

  /** Waits until the file called `name` is in front. */
  async front(name) {
    await this.tab(name).and(this.page.locator(".active")).first().waitFor();
  }

  /** Waits until a line of the text in front says `text`. */
  async shows(text) {
    await eventually(`a line says ${text}`, async () => (await this.lines()).some((line) => says(line, text)));
  }

  /** Renames what the cursor is on. */
  async rename(name) {
    const input = this.page.locator(".rename-box input");
    await eventually("the box for a new name", async () => {
      await this.press("F2");
      return input.waitFor({ timeout: 2000 }).then(() => true);
    });
    await input.fill(name);
    await this.press("Enter");
    await input.waitFor({ state: "hidden" });
  }

  // What the editor says

  /** Waits for a squiggle of a severity. */
  async squiggle(severity) {
    await this.page.locator(`.editor-instance .squiggly-${severity}`).first().waitFor({ state: "attached" });
  }

  /** What the Problems panel lists: each with its file, severity, text and place. */
  async problems() {
    const panel = this.page.locator(".markers-panel");
    if (!await panel.isVisible()) {
      await this.press("Control+Shift+m");
      await panel.waitFor();
      await this.press("Control+1");
    }
    const list = panel.locator(".monaco-list").first();
    const rows = await list.count() === 0 ? [] : await list.evaluate(readWhole);
    let file;
    return rows.flatMap(({ level, label, text, icon }) => {
      const place = /\[Ln (\d+), Col (\d+)\]/.exec(text);
      if (level === 1) {
        file = label;
      } else if (level === 2 && place) {
        return [{ file, severity: icon, text, line: Number(place[1]), column: Number(place[2]) }];
      }
      return [];
    });
  }

  /** Waits for a problem of a file that says `text`. */
  async problem(file, text) {
    const found = () => this.problems().then((all) => all.find((problem) => problem.file === file && says(problem.text, text)));
    return eventually(`a problem of ${file} that says ${text}`, found);
  }

  /** Waits until no problem of a file says `text`. */
  async noProblem(file, text) {
    const found = () => this.problems().then((all) => all.find((problem) => problem.file === file && says(problem.text, text)));
    await eventually(`no problem of ${file} says ${text}`, async () => !await found());
  }

  /** What is shown about the cursor's place. */
  async hover() {
    const hover = this.page.locator(".monaco-hover:not(.hidden) .monaco-hover-content").first();
    return eventually("a hover", async () => {
      await this.press("Control+k", "Control+i");
      await hover.waitFor({ timeout: 2000 });
      const text = (await hover.innerText()).trim();
      return /Loading/.test(text) ? "" : text;
    });
  }

  /** The labels that are offered; asks for them where they are not shown yet. */
  async completions() {
    const widget = this.page.locator(".suggest-widget.visible");
    if (!await widget.isVisible()) {
      await this.press("Control+Space");
    }
    await widget.locator(".monaco-list-row").first().waitFor();
    return widget.locator(".monaco-list-row .label-name").allInnerTexts();
  }

  /** The titles of the quick fixes and refactorings at the cursor. */
  async actions(key = "Control+.") {
    const menu = this.page.locator(".action-widget");
    await eventually("a menu of fixes", async () => {
      await this.press(key);
      await menu.locator(".action").first().waitFor({ timeout: 2000 });
      return true;
    });
    return menu.locator(".monaco-list-row.action").allInnerTexts();
  }

  /** Takes one of them. */
  async take(title) {
    await this.page.locator(".action-widget .monaco-list-row.action").filter({ hasText: title }).first().click();
    await this.page.locator(".action-widget").first().waitFor({ state: "hidden" });
  }

  /** Waits for a notification that says `text`, and gives all it says. */
  async notification(text) {
    const found = this.page.locator(".notifications-toasts .notification-list-item").filter({ hasText: text }).first();
    await found.waitFor();
    return found.innerText();
  }

  /** Waits for a refusal beside the cursor or in a notification that says `text`, and gives all it says. */
  async refusal(text) {
    const found = this.page.locator(".monaco-editor-overlaymessage, .notifications-toasts .notification-list-item")
      .filter({ hasText: text }).first();
    await found.waitFor();
    return found.innerText();
  }

  /** Waits for an item of the status bar that says `text`, and gives it. */
  async status(text) {
    const item = this.page.locator(".statusbar-item").filter({ hasText: text }).first();
    await item.waitFor();
    return item;
  }

  /** Waits until the report of the live preview says `text`, and gives its document. */
  async report(text) {
    return eventually(`the preview says ${text}`, async () => {
      for (const frame of this.page.frames()) {
        const element = frame.parentFrame() ? await frame.frameElement().catch(() => undefined) : undefined;
        if (await element?.getAttribute("class") === "report" && says(await frame.innerText("body"), text)) {
          return frame;
        }
      }
      return undefined;
    });
  }

  /** Waits until a row of the tree of the plan says `text`, and gives all rows. */
  async tree(text) {
    const rows = this.page.locator(".sidebar .pane-body .monaco-list-row");
    return eventually(`the tree says ${text}`, async () => {
      const said = (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, " ").trim());
      return said.some((row) => says(row, text)) ? said : undefined;
    });
  }

  /** The inner document of the webview whose document has `selector`. */
  async webview(selector) {
    return eventually(`a webview with ${selector}`, async () => {
      for (const frame of this.page.frames()) {
        if (frame !== this.page.mainFrame() && await frame.locator(selector).count() > 0) {
          return frame;
        }
      }
      return undefined;
    });
  }
}

/** All rows of a list, which draws only those in sight: runs in the page, and scrolls through it and back. */
async function readWhole(list) {
  const rows = new Map();
  const drawn = () => {
    for (const row of list.querySelectorAll(".monaco-list-row[aria-level]")) {
      rows.set(Number(row.dataset.index), {
        level: Number(row.getAttribute("aria-level")),
        label: row.querySelector(".label-name")?.textContent,
        text: row.innerText.replace(/\s+/g, " ").trim(),
        icon: /codicon-(error|warning|info)/.exec(row.innerHTML)?.[1],
      });
    }
  };
  const inner = list.querySelector(".monaco-list-rows");
  /** Scrolls by a step; says whether there was anywhere to go. */
  const scroll = async (deltaY) => {
    const before = inner.style.top + inner.style.transform;
    inner.dispatchEvent(new WheelEvent("wheel", { deltaY, bubbles: true, cancelable: true }));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return inner.style.top + inner.style.transform !== before;
  };
  while (await scroll(-100)) { /* up to the first */ }
  do drawn(); while (await scroll(100));
  drawn();
  while (await scroll(-100)) { /* and back */ }
  return [...rows].sort(([one], [other]) => one - other).map(([, row]) => row);
}

/** The line and column, from 1, of the `|` of `place` in `text`. */
function position(text, place) {
  const before = place.indexOf("|");
  const start = text.indexOf(place.replace("|", ""));
  if (before < 0 || start < 0) {
    throw new Error(`not in the text: ${place}`);
  }
  const lines = text.slice(0, start + before).split("\n");
  return { line: lines.length, column: lines.at(-1).length + 1 };
}

function says(message, text) {
  return text instanceof RegExp ? text.test(message) : message.includes(text);
}
