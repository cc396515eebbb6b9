// A team that writes and reads in Vietnamese.
import assert from "node:assert/strict";
import { session } from "./harness/session.mjs";

const plan = `roadmap "Lớp tối mùa xuân" {
  period   2026-01-05..2026-03-31
  currency VND
  cadence  weekly fri, monthly 1
}

person phung "Đặng Thị Phụng" { role marketing_leader }

phase xuan "Lấp đầy lớp mùa xuân" 2026-01-05..2026-03-31 {
  focus   "Lớp tối cho người đi làm"
  channel zalo primary
  goal tuyen "120 học viên mới" { owner phung; kpi customers 0 -> 120 by 2026-03-31 }
  activity ban_be "Rủ bạn cùng học" {
    kpi      customers >= 120
    deadline 2026-02-20
    channel  zalo
  }
}
`;

const test = session({ files: { "lop-toi.roadmap": plan }, settings: { "roadmap.locale": "vi" } });

test("findings and their mends are in Vietnamese", async (window) => {
  await window.file("lop-toi.roadmap");
  const problem = await window.problem("lop-toi.roadmap", /people\/owner-missing/);
  assert.match(problem.text, /`ban_be` chưa có/);
  await window.goto(problem.line, problem.column);
  const titles = await window.actions();
  assert.ok(titles.some((title) => /Thêm/.test(title)), titles.join("\n"));
  await window.shot("vietnamese");
  await window.take(/owner phung/);
  await window.noProblem("lop-toi.roadmap", /people\/owner-missing/);
});

test("a hover is in Vietnamese", async (window) => {
  await window.cursor("lop-toi.roadmap", "xu|an");
  assert.match(await window.hover(), /giai đoạn/i);
  await window.shot("vietnamese-hover");
});

test("the status bar and the tree are in Vietnamese", async (window) => {
  await window.status(/Rủ bạn cùng học: còn \d+ ngày/);
  await window.page.locator(".activitybar .action-label[aria-label^='Roadmap']").click();
  await window.tree("Chưa có số liệu");
  await window.shot("vietnamese-tree");
});
