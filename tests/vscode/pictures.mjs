// Takes the pictures of the extension's README: `npm run pictures`. Look at each before it is committed.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import UPNG from "upng-js";
import { Editor } from "./harness/editor.mjs";
import { root } from "./harness/place.mjs";

const images = join(root, "editors/vscode/images");
const size = { width: 1200, height: 750 };

/** In bytes: what fits into a README that is read on the way. */
const largest = 150_000;

const file = "2-book-in-a-minute.roadmap";
const path = `phases/${file}`;
const owner = "    owner      aisha\n    informed   care_team\n";

const pictures = {
  /** Something forgotten, and its mend. */
  async problems(window) {
    const problem = await window.problem(file, /people\/owner-missing/);
    await window.goto(problem.line, problem.column);
    await window.actions();
  },

  /** An owner, by the family name. */
  async completion(window) {
    await window.cursor(path, "activity autumn_search \"Search ads for check-ups after the summer\" {\n    category   ads\n    kind       google_ads|");
    await window.type("\nowner      bri");
    await window.completions();
  },

  /** The report beside the text. */
  async preview(window) {
    await window.press("Control+b");
    await window.command("Roadmap: Open Live Preview");
    await window.report("Brightwell");
    await window.cursor(path, "launch |online_booking");
    const report = await window.report("Online booking for all six clinics");
    await report.locator(".roadmap-here").first().waitFor();
  },

  /** Goals and work with their state. */
  async tree(window) {
    await window.page.locator(".activitybar .action-label[aria-label^='Roadmap']").click();
    await window.tree("Grow private treatment revenue");
    // Wide enough for what stands behind the titles.
    const edge = await window.page.locator(".sidebar").boundingBox();
    await window.page.mouse.move(edge.x + edge.width, 300);
    await window.page.mouse.down();
    await window.page.mouse.move(560, 300, { steps: 5 });
    await window.page.mouse.up();
  },
};

mkdirSync(images, { recursive: true });
const editor = await Editor.start({ day: "2026-09-14", settings: { "editor.fontSize": 13, "breadcrumbs.enabled": false } });
try {
  const wanted = process.argv.slice(2);
  for (const [name, pose] of Object.entries(pictures).filter(([name]) => wanted.length === 0 || wanted.includes(name))) {
    const whole = readFileSync(join(root, "examples/clinic-en", path), "utf8");
    const text = ["problems", "completion"].includes(name) ? whole.replace(owner, "") : whole;
    const window = await editor.open(editor.plan({ [path]: text }, "clinic-en"), size);
    await window.file(file);
    // The plan is known when the status bar names the nearest deadline.
    await window.page.locator(".statusbar-item").locator(".codicon-calendar, .codicon-bell-dot").waitFor();
    await pose(window);
    // Where nothing is to be said about.
    await window.page.mouse.move(size.width / 2, size.height - 8);
    await window.page.locator(".monaco-hover.workbench-hover:visible").waitFor({ state: "hidden" });
    const picture = indexed(await window.page.screenshot({ animations: "disabled" }));
    writeFileSync(join(images, `${name}.png`), picture);
    await window.close();
    console.log(`${name}.png: ${Math.round(picture.length / 1000)} kB`);
    if (picture.length > largest) {
      process.exitCode = 1;
      console.error(`${name}.png is larger than ${largest / 1000} kB`);
    }
  }
} finally {
  await editor.close();
}

/** The same picture in 256 colours. */
function indexed(png) {
  const image = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, 256));
}
