// A name stands in many files: it is found and changed in all of them.
import assert from "node:assert/strict";
import { session } from "./harness/session.mjs";

const test = session({
  files: {
    "roadmap.toml": "[project]\nentry = \"main.roadmap\"\n",
    "main.roadmap": `roadmap "Evening classes" {
  period   2026-01-05..2026-03-31
  currency GBP
}

include "people.roadmap"

phase spring "Fill the spring classes" 2026-01-05..2026-03-31 {
  focus   "Evening classes"
  channel email primary
  goal enrol "120 new students" { owner emma; kpi customers 0 -> 120 by 2026-03-31 }
  activity friends "Bring-a-friend email" { owner raj; kpi customers >= 35; deadline 2026-02-20; channel email }
}
`,
    "people.roadmap": `person emma "Emma Clarke"  { role marketing_leader }
person raj  "Raj Malhotra" { role content }
`,
  },
});

test("a definition in another file opens that file", async (window) => {
  await window.file("main.roadmap");
  await window.cursor("main.roadmap", "owner r|aj");
  await window.press("F12");
  await window.front("people.roadmap");
  await window.arrives("2:8");
});

test("a rename changes every file", async (window) => {
  await window.file("main.roadmap");
  await window.cursor("main.roadmap", "owner r|aj");
  await window.rename("rajesh");
  await window.shows("owner rajesh;");
  await window.saveAll();
  await window.saved("main.roadmap", "owner rajesh;");
  await window.saved("people.roadmap", /^person rajesh +"Raj Malhotra"/m);
  await window.shot("renamed");
});

test("a rename to a name that is taken is refused with the reason", async (window) => {
  await window.file("main.roadmap");
  await window.cursor("main.roadmap", "owner e|mma");
  await window.rename("rajesh");
  const said = await window.refusal(/rajesh/);
  assert.match(said, /already|taken|Raj Malhotra/);
  await window.shot("rename-refused");
  await window.saved("main.roadmap", "owner emma;");
});

test("a file that another program changes is read again", async (window) => {
  const people = window.disk("people.roadmap");
  window.write("people.roadmap", people.replace(/^person rajesh.*$/m, ""));
  await window.problem("main.roadmap", "no person is called `rajesh`");
  window.write("people.roadmap", people);
  await window.noProblem("main.roadmap", "no person is called `rajesh`");
});
