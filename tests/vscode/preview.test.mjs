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

test("the preview follows an edit before it is saved, and stays where the reader is", async (window) => {
  const before = await window.report("Open evening");
  await before.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const scrolled = await before.evaluate(() => scrollY);
  assert.ok(scrolled > 0, "the page is longer than its window");

  await window.cursor("first.roadmap", "\"Bring-a-friend| email");
  await window.type(" and colleague");
  const after = await window.report("Bring-a-friend and colleague email");
  assert.ok(!window.disk("first.roadmap").includes("colleague"));
  assert.ok(Math.abs(await after.evaluate(() => scrollY) - scrolled) < 80);
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
});

test("a click in the preview goes to the line", async (window) => {
  const report = await window.report("Open evening");
  const { line } = window.where("first.roadmap", "activity |open_evening");
  await report.locator(`[data-src$=":${line - 1}"]`).first().click();
  await eventually("the cursor is at the activity", async () => (await window.position()).startsWith(`${line}:`));
});

test("the preview shows where the cursor is", async (window) => {
  await window.cursor("first.roadmap", "Google Ads for| evening");
  const report = await window.report("Google Ads");
  await eventually("the activity is marked", async () =>
    (await report.locator(".roadmap-here").allInnerTexts()).some((text) => text.includes("Google Ads for evening classes")));
  await window.shot("preview-cursor");
});
