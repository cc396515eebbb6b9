// Writing a plan: what is wrong is shown where it is wrong, and the editor helps to put it right.
import assert from "node:assert/strict";
import { session } from "./harness/session.mjs";

const start = `roadmap "Evening classes" {
  period   2026-01-05..2026-03-31
  currency GBP
  cadence  weekly fri, monthly 1
}

person emma  "Emma Clarke"   { role marketing_leader }
person phung "Phụng Đặng"    { role content }

`;

const phase = `phase spring "Fill the spring classes" 2026-01-05..2026-03-31 {
  focus   "Evening classes for people who work in the City"
  channel email primary
  goal enrol "120 new students" { owner emma; kpi customers 0 -> 120 by 2026-03-31 }
  activity friends "Bring-a-friend email" {
    owner    phung
    kpi      customers >= 35
    deadline 2026-02-20
    channel  email
  }
}
`;

const test = session({
  files: {
    "owner.roadmap": start + phase.replace("    owner    phung\n", ""),
    "names.roadmap": start + phase.replace("owner    phung", "owner    "),
    "hover.roadmap": start + phase,
    "layout.roadmap": start + phase.replace("    kpi      customers >= 35", "  kpi customers    >=   35"),
  },
});

test("a missing owner is underlined and listed, and a quick fix writes it", async (window) => {
  await window.file("owner.roadmap");
  await window.squiggle("error");
  const problem = await window.problem("owner.roadmap", "`friends` has no owner");
  assert.equal(problem.severity, "error");
  assert.equal(problem.line, 14);
  assert.match(problem.text, /people\/owner-missing/);
  await window.shot("owner-missing");

  await window.goto(problem.line, problem.column);
  const titles = await window.actions();
  await window.shot("owner-fixes");
  assert.ok(titles.some((title) => /owner/i.test(title)), titles.join("\n"));
  await window.take(/owner/i);
  await window.noProblem("owner.roadmap", "has no owner");
  await window.save();
  await window.saved("owner.roadmap", /activity friends[^}]*\n {4}owner +(emma|phung)\n/);
});

test("an owner is offered by the name without its accents", async (window) => {
  await window.file("names.roadmap");
  await window.cursor("names.roadmap", "owner    |\n");
  await window.type("dang");
  const offered = await window.completions();
  assert.equal(offered[0], "phung", offered.join(", "));
  await window.shot("owner-completed");
  await window.press("Enter");
  await window.save();
  await window.saved("names.roadmap", /owner +phung\n/);
});

test("a hover says who somebody is and what they have in hand", async (window) => {
  await window.file("hover.roadmap");
  await window.cursor("hover.roadmap", "owner    ph|ung");
  const hover = await window.hover();
  assert.match(hover, /Phụng Đặng/);
  assert.match(hover, /content/);
  await window.shot("hover");
});

test("the definition of a name is one key away", async (window) => {
  await window.file("hover.roadmap");
  await window.cursor("hover.roadmap", "owner    ph|ung");
  await window.press("F12");
  await window.arrives("8:8");
});

test("a file is laid out on request and as it is saved", async (window) => {
  await window.file("layout.roadmap");
  await window.problem("layout.roadmap", /coverage/);
  await window.command("Format Document");
  await window.shows("    kpi      customers >= 35");
  await window.shot("formatted");
  await window.cursor("layout.roadmap", "  kpi customers|");
  await window.press("End");
  await window.type("   ");
  await window.press("Control+s");
  await window.saved("layout.roadmap", "    kpi      customers >= 35\n");
});

test("settings of the folder count at once", async (window) => {
  await window.file("hover.roadmap");
  const english = "wants 120 of `customers`";
  await window.problem("hover.roadmap", english);
  window.write(".vscode/settings.json", JSON.stringify({ "roadmap.locale": "vi" }));
  await window.noProblem("hover.roadmap", english);
  await window.problem("hover.roadmap", /goal\/coverage-gap/);
  window.write(".vscode/settings.json", JSON.stringify({ "roadmap.lints": { "goal/coverage-gap": "off" } }));
  await window.noProblem("hover.roadmap", /goal\/coverage-gap/);
  window.write(".vscode/settings.json", "{}");
  await window.problem("hover.roadmap", english);
});
