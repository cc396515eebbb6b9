// What the extension adds around the text: the plan as a tree, the status bar, and its commands.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { session } from "./harness/session.mjs";
import { eventually } from "./harness/wait.mjs";

// A day on which some of the plan has passed.
const test = session({ like: "first", day: "2026-02-16" });

test("the tree shows goals, phases and activities with their state, and leads to them", async (window) => {
  await window.file("first.roadmap");
  await window.page.locator(".activitybar .action-label[aria-label^='Roadmap']").click();
  const tree = await window.tree("120 new students by the end of March");
  for (const title of ["Fill the spring classes", "Google Ads for evening classes", "Open evening with three sample lessons"]) {
    assert.ok(tree.some((row) => row.includes(title)), `${title}\n${tree.join("\n")}`);
  }
  await window.shot("tree");
  await window.page.locator(".pane-body .monaco-list-row").filter({ hasText: "Open evening" }).click();
  const { line } = window.where("first.roadmap", "activity |open_evening");
  await eventually("the cursor is at the activity", async () => (await window.position()).startsWith(`${line}:`));
});

test("the tree follows the text", async (window) => {
  await window.cursor("first.roadmap", "\"Open evening| with");
  await window.type(" for parents");
  await window.tree("Open evening for parents with three sample lessons");
  await window.save();
});

test("the status bar names the nearest deadline, and a click shows the status", async (window) => {
  const item = await window.status(/Bring-a-friend/);
  await window.shot("status-bar");
  await item.click();
  const page = await window.webview("h1");
  await eventually("the status of the plan", async () => /Bring-a-friend/.test(await page.innerText("body")));
  await window.shot("status");
  await window.press("Control+w");
});

test("the rule of the finding at the cursor is explained", async (window) => {
  await window.front("first.roadmap");
  const problem = await window.problem("first.roadmap", /plan\/not-yet/);
  await window.goto(problem.line, problem.column);
  await window.command("Roadmap: Explain Rule");
  const first = window.row("plan/not-yet");
  await first.waitFor();
  assert.equal(await first.getAttribute("data-index"), "0");
  await first.click();
  const page = await window.webview("h1");
  await eventually("the page of the rule", async () => /not-yet/.test(await page.innerText("body")));
  await window.shot("rule");
  await window.press("Control+w");
});

test("a report is built", async (window) => {
  await window.front("first.roadmap");
  await window.command("Roadmap: Build Report");
  assert.match(await window.notification("Report built"), /index\.html/);
  const page = readFileSync(join(window.folder, "build/index.html"), "utf8");
  assert.match(page, /Open evening for parents/);
  await window.shot("built");
});

test("the server starts again, and knows what it knew", async (window) => {
  await window.command("Roadmap: Restart Server");
  await window.problem("first.roadmap", /plan\/not-yet/);
});

test("a roadmap starts from a template", async (window) => {
  await window.command("Roadmap: New Roadmap from Template");
  await window.row("blank").waitFor();
  await window.shot("templates");
  await window.choose("What should the roadmap start from?", "blank");
  await window.choose("Language of the roadmap", "English");
  await window.row("Another folder").waitFor();
  await window.shot("templates-where");
  await window.choose("Where?", "first");
  await window.front("main.roadmap");
  assert.ok(existsSync(join(window.folder, "roadmap.toml")));
  await window.shows("roadmap ");
  await window.shot("from-template");
});
