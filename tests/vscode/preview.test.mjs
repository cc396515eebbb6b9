// The report beside the text: it shows what is not yet saved, follows the cursor, and leads back to the lines.
import assert from "node:assert/strict";
import { session } from "./harness/session.mjs";
import { eventually } from "./harness/wait.mjs";

const test = session({ like: "first" });

test("the preview opens beside the text and shows the plan", async (window) => {
  await window.file("first.roadmap");
  await window.squiggle("info");
  await window.command("Roadmap: Open Live Preview");
  const report = await window.report("Bring-a-friend email");
  assert.match(await report.innerText("body"), /Bright Street English, spring 2026/);
  await window.front("Bright Street English, spring 2026");
  await window.shot("preview");
});

test("the preview shows where the cursor is, and follows an edit before it is saved", async (window) => {
  await window.cursor("first.roadmap", "\"Open evening| with");
  const before = await window.report("Open evening");
  const marked = before.locator(".roadmap-here").filter({ hasText: "Open evening" }).first();
  await marked.waitFor();
  await window.shot("preview-cursor");
  const scrolled = await before.evaluate(() => scrollY);
  assert.ok(scrolled > 0, "the page went to the activity");

  await window.type(" for parents");
  const after = await window.report("Open evening for parents");
  assert.ok(!window.disk("first.roadmap").includes("for parents"));
  assert.ok(Math.abs(await after.evaluate(() => scrollY) - scrolled) < 80, "the reader stays at the same place");
  await window.shot("preview-edited");
});

test("a plan that is half written keeps its preview", async (window) => {
  await window.goto(28, 1);
  await window.type("activity ");
  await window.problem("first.roadmap", /activity/);
  await window.report("Open evening");
  await window.shot("preview-half-written");
  for (let left = "activity ".length; left > 0; left -= 1) {
    await window.press("Backspace");
  }
  await window.save();
  await window.saved("first.roadmap", "Open evening for parents");
  await window.noProblem("first.roadmap", /keyword/);
});

test("a click in the preview goes to the line", async (window) => {
  const { line } = window.where("first.roadmap", "activity |friends");
  await eventually("the cursor is at the activity", async () => {
    // A page that is just being replaced by the next takes no click.
    const report = await window.report("Bring-a-friend");
    await report.locator(`[data-src$=":${line - 1}"]`).first().click({ timeout: 2000 });
    return (await window.position()).startsWith(`${line}:`);
  });
});
