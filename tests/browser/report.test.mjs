// The report of each example and of a hostile plan, in a real browser: it loads nothing, says nothing on the console,
// is readable without script, never scrolls sideways, prints, and breaks no rule of WCAG 2.2 AA.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const shots = join(here, "out");
const roadmapc = process.env.ROADMAPC ?? join(root, "target/release/roadmapc");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const plans = [
  { name: "saas-vi", path: "examples/saas-vi", day: "2026-05-18", lang: "vi" },
  { name: "retail-vi", path: "examples/retail-vi", day: "2026-12-14", lang: "vi" },
  { name: "clinic-en", path: "examples/clinic-en", day: "2026-09-14", lang: "en" },
  { name: "first", path: "examples/first/first.roadmap", day: "2026-01-05", lang: "en" },
  { name: "hostile", path: "tests/fixtures/corpus/hostile/titles.roadmap", day: "2026-02-02", lang: "vi" },
];

const looks = [
  { name: "1440-light", width: 1440, height: 900, scheme: "light" },
  { name: "1440-dark", width: 1440, height: 900, scheme: "dark" },
  { name: "768-light", width: 768, height: 1024, scheme: "light" },
  { name: "360-light", width: 360, height: 740, scheme: "light" },
  { name: "360-dark", width: 360, height: 740, scheme: "dark" },
];

/** Builds a plan and gives the address of its page. A plan with findings builds all the same. */
function build(plan) {
  const out = mkdtempSync(join(tmpdir(), "roadmapc-"));
  try {
    execFileSync(roadmapc, ["build", join(root, plan.path), "--as-of", plan.day, "--out", out, "-q"], { stdio: "pipe" });
  } catch (error) {
    assert.equal(error.status, 1, `build of ${plan.name}: ${error.stderr}`);
  }
  return pathToFileURL(join(out, "index.html")).href;
}

let browser;
before(async () => {
  mkdirSync(shots, { recursive: true });
  const executablePath = process.env.CHROMIUM === "playwright" ? undefined : (process.env.CHROMIUM ?? "/usr/bin/chromium");
  browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
});
after(() => browser?.close());

/** Opens `address` as `look` has it; requests and console messages are kept, and no request leaves the file. */
async function open(address, look, options = {}) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.scheme,
    bypassCSP: options.bypassCSP ?? false,
    javaScriptEnabled: options.javaScriptEnabled ?? true,
  });
  const page = await context.newPage();
  const requests = [];
  const messages = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(String(error)));
  page.on("dialog", (dialog) => { messages.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  await page.goto(address);
  return { page, context, requests, messages };
}

for (const plan of plans) {
  describe(plan.name, () => {
    let address;
    before(() => { address = build(plan); });

    for (const look of looks) {
      test(`${look.name}: loads nothing, says nothing, never scrolls sideways`, async () => {
        const { page, context, requests, messages } = await open(address, look);
        assert.deepEqual(requests, [address]);
        assert.deepEqual(messages, []);
        assert.equal(await page.getAttribute("html", "lang"), plan.lang);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(overflow <= 0, `the page is ${overflow} px wider than the window`);
        await page.screenshot({ path: join(shots, `${plan.name}-${look.name}.png`), fullPage: true });
        await context.close();
      });
    }

    for (const look of [looks[0], looks[1], looks[3]]) {
      test(`${look.name}: axe finds nothing against WCAG 2.2 AA`, async () => {
        // axe is a script, and the page allows none: only here its policy is set aside.
        const { page, context } = await open(address, look, { bypassCSP: true });
        await page.evaluate(axe);
        const result = await page.evaluate(() =>
          globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
        const found = result.violations.map((rule) => `${rule.id}: ${rule.nodes.slice(0, 3).map((node) => node.html).join(" ")}`);
        assert.deepEqual(found, []);
        await context.close();
      });
    }

    test("without script everything stands there", async () => {
      const plain = await open(address, looks[0], { javaScriptEnabled: false });
      const scripted = await open(address, looks[0]);
      assert.equal(await plain.page.innerText("body"), await scripted.page.innerText("body"));
      assert.equal(await scripted.page.locator("script").count(), 0);
      await plain.context.close();
      await scripted.context.close();
    });

    test("prints on A4", async () => {
      const { page, context } = await open(address, looks[1]);
      const pdf = await page.pdf({ format: "A4", printBackground: true, path: join(shots, `${plan.name}.pdf`) });
      assert.ok(pdf.length > 10_000, "the PDF has something on it");
      await page.emulateMedia({ media: "print" });
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.match(ground, /rgba?\(255, 255, 255|rgba\(0, 0, 0, 0\)/, "paper is light, whatever the screen is");
      await context.close();
    });
  });
}

describe("strings of a hostile plan", () => {
  test("stay text", async () => {
    const { page, context, messages } = await open(build(plans.find((plan) => plan.name === "hostile")), looks[0]);
    assert.deepEqual(messages, []);
    assert.equal(await page.locator("script, iframe, img, object, embed").count(), 0);
    const addresses = await page.locator("a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    for (const address of addresses) {
      assert.match(address, /^(#|https:|http:|mailto:)/, address);
    }
    assert.match(await page.title(), /<script>alert\(1\)<\/script>/);
    assert.match(await page.innerText("body"), /\{\{\{this\}\}\}/);
    await context.close();
  });
});
