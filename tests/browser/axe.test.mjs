// axe-core on every example page, with all its default rules and target-size: in light, in dark, and with the text at
// twice its size. On the same visit, with bundles that arrive late: nothing moves, nothing is asked of another origin,
// and the console stays empty.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../../examples/serve.mjs";
import { launch } from "./harness.mjs";

const folder = fileURLToPath(new URL("../../examples/", import.meta.url));
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const pages = readdirSync(folder).filter((name) => name.endsWith(".html"));
const site = await serve();
after(() => site.close());

/** What axe cannot decide, and why we can. */
const EXPLAINED = [
  {
    rule: "color-contrast",
    target: /\.bs-task__mark\b/,
    why: "A single sign such as ☐, whose contrast axe does not measure. It has the colour of the text beside it, which axe does measure.",
  },
  {
    rule: "color-contrast",
    target: /^(input|.*\.bs-search__field.*)$/,
    why: "On a narrow screen, as with text of twice the size, the search field is folded to its sign until it has the focus; then its text has the page's colour.",
  },
  {
    rule: "color-contrast",
    target: /\.bs-galleries__/,
    why: "The strip of galleries scrolls sideways, and axe does not measure what its edge cuts off. It has the colours of the items beside it, which axe does measure.",
  },
  {
    rule: "color-contrast",
    target: /\.bs-note-back|#bs-note-reference_/,
    why: "The sign ↩︎ behind a note, whose contrast axe does not measure. It has the colour of a link in the text, which axe does measure.",
  },
  {
    rule: "label-content-name-mismatch",
    target: /\.bs-note-back|#bs-note-reference_/,
    why: "The sign ↩︎ behind a note is no text; the link's name says in words where it leads.",
  },
  {
    rule: "frame-tested",
    target: /^iframe\[src\$="theme-\w+\.html"\]$/,
    why: "Pages shown side by side. Each is an example page of its own and is tested as one.",
  },
];
const used = new Set();
const explains = ({ id, target }) => EXPLAINED.filter(({ rule, target: where }) => rule === id && where.test(target));

/** Counts what moves, from the first frame on. */
function watch() {
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput) globalThis.shifts.push({ value, what: sources.map(({ node, previousRect: from, currentRect: to }) => `${from.x},${from.y} to ${to.x},${to.y}: ${node?.outerHTML?.slice(0, 60)}`) });
  }).observe({ type: "layout-shift", buffered: true });
}

async function visit(name) {
  const context = await (await launch()).newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const troubles = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.address)) troubles.push(`asked for ${request.url()}`);
  });
  page.on("response", (response) => response.ok() || troubles.push(`${response.url()}: ${response.status()}`));
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => troubles.push(`${message.type()}: ${message.text()}`));
  await page.addInitScript(watch);
  let bundles = 0;
  await page.route("**/bundles/**", async (route) => {
    const wait = bundles++ % 2 ? 2000 : 1000;
    await new Promise((resolve) => setTimeout(resolve, wait));
    await route.continue();
  });
  await page.goto(site.address + name);
  return { page, troubles, close: () => context.close() };
}

/** Waits for every story, then goes through the page, so that the pictures that wait for the reader come too. */
async function settle(page) {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("broadsheet-article, broadsheet-part")].every((one) => one.dataset.state === "ready"),
  );
  // On a page that shows others side by side, it is they that have the parts.
  const frames = page.frames();
  for (const frame of frames.length > 1 ? frames.slice(1) : frames) await frame.locator("[data-part]").first().waitFor();
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo({ top: y, behavior: "instant" });
      await frame();
      await frame();
    }
    await Promise.all([...document.images].filter((image) => image.checkVisibility()).map((image) => image.decode()));
    scrollTo({ top: 0, behavior: "instant" });
    await frame();
  });
}

/** What axe says: { violations, incomplete }, a line for each element. */
async function look(devtools) {
  // Pages in frames are example pages of their own.
  const run = 'axe.run(document, { iframes: false, rules: { "target-size": { enabled: true } } })';
  const lines = (kind) =>
    `all.${kind}.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, target: target.join(" "), why: failureSummary })))`;
  const expression = `${run}.then((all) => ({ passes: all.passes.length, violations: ${lines("violations")}, incomplete: ${lines("incomplete")} }))`;
  const { result, exceptionDetails } = await devtools.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  assert.equal(exceptionDetails, undefined);
  return result.value;
}

/** What axe says; once more without what it calls gradients, which are rules of a pixel beside the text, where it saw any. */
async function lookTwice(page, devtools) {
  const first = await look(devtools);
  if (!first.incomplete.some(({ why }) => why.includes("background gradient"))) return first;
  await page.addStyleTag({ content: "* { background-image: none !important }" });
  return look(devtools);
}

async function modes(page, devtools, each) {
  await each("light");
  await page.emulateMedia({ colorScheme: "dark" });
  await each("dark");
  await page.emulateMedia({ colorScheme: "light" });
  // As a reader does it: in the browser's settings.
  await devtools.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  await each("200 % text");
}

test("there are example pages", () => assert.ok(pages.length >= 11));

for (const name of pages) {
  test(`axe and quiet: examples/${name}`, async (t) => {
    const { page, troubles, close } = await visit(name);
    t.after(close);
    await settle(page);
    const shifts = await page.evaluate(() => globalThis.shifts);
    assert.deepEqual(shifts, [], "layout shift");
    // By the debugger, which no policy of the page binds.
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Runtime.evaluate", { expression: axe });
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    const before = await size();
    await modes(page, devtools, async (mode) => {
      const { passes, violations, incomplete } = await lookTwice(page, devtools);
      assert.ok(passes > 10, mode);
      assert.deepEqual(violations, [], mode);
      incomplete.flatMap(explains).forEach((explanation) => used.add(explanation));
      assert.deepEqual(incomplete.filter((one) => !explains(one).length), [], mode);
    });
    assert.equal(await size(), before * 2);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "scrolls sideways at 200 % text");
    assert.deepEqual(troubles, []);
  });
}

test("axe sees what is wrong", async (t) => {
  const { page, close } = await visit("minimal.html");
  t.after(close);
  await settle(page);
  await page.evaluate(() => {
    const small = '<button style="inline-size: 9px; block-size: 9px; padding: 0">a</button>';
    document.querySelector("#main").innerHTML = `<img src="examples.css"><p style="color: #999; background: #fff">Pale</p>${small}${small}`;
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Runtime.evaluate", { expression: axe });
  const { violations } = await look(devtools);
  for (const rule of ["image-alt", "color-contrast", "target-size"]) assert.ok(violations.some(({ id }) => id === rule), rule);
});

test("each explanation explains something", () => assert.deepEqual(EXPLAINED.filter((one) => !used.has(one)), []));
