// The forty stories of tests/stories/ on a phone: axe finds nothing, nothing is wider than the page, no picture fails, and
// what is marked in a text looks marked, wherever it stands. On paper no caption is lost.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "../../dist/broadsheet.js";
import { NOW, stories } from "../stories/stories.mjs";
import { launch, serve } from "./harness.mjs";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const press = await load();
const pages = stories.map(({ name, layers }) => {
  const story = press.open(layers, { now: NOW, stylesheet: "/broadsheet/broadsheet.css" });
  const html = story.render("document");
  story.close();
  return [`/examples/${name}.html`, html];
});
const site = await serve(Object.fromEntries(pages));
after(() => site.close());

/** Runs in the page: what of it does not look as it is marked. */
function plainMarks() {
  const style = (element) => getComputedStyle(element);
  const said = (element) => `${element.closest("[class]").className}: ${element.outerHTML.slice(0, 80)}`;
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.textContent.trim());
  return [
    ...shown("em:not(em em)").filter((element) => style(element).fontStyle !== "italic"),
    ...shown("strong").filter((element) => Number(style(element).fontWeight) < 600),
    ...shown("del").filter((element) => !style(element).textDecorationLine.includes("line-through")),
    ...shown("code").filter((element) => style(element).fontFamily === style(element.parentElement).fontFamily),
    ...shown(":is(sup, sub)").filter((element) => parseFloat(style(element).fontSize) >= parseFloat(style(element.parentElement).fontSize)),
    // A link with text beside it in its line.
    ...shown(":is(p, li, figcaption, dd, td, span, h1, h2, h3, h4, h5, h6) > a:not([class])").filter(
      (element) =>
        [...element.parentElement.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) &&
        !element.closest(".bs-byline, .bs-note-reference") &&
        !style(element).textDecorationLine.includes("underline"),
    ),
  ].map(said);
}

/** Runs in the page: what of its text stands at the edge of the phone. What scrolls in a box of its own does not count. */
function textAtTheEdge() {
  const walker = document.createTreeWalker(document.querySelector(".bs-story"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (!node.data.trim() || !node.parentElement.checkVisibility() || node.parentElement.closest(".bs-table")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ width }) => width > 1);
    if (rects.some(({ left, right }) => left < 8 || right > innerWidth - 8)) found.push(`${node.parentElement.className}: ${node.data.slice(0, 60)}`);
  }
  return found;
}

/** Runs in the page, on paper: captions of pictures that are not printed, and addresses behind a name of a live update. */
function lostOnPaper() {
  const lost = [...document.querySelectorAll(".bs-story figcaption")].filter((caption) => !caption.checkVisibility()).map(({ textContent }) => textContent);
  const names = [...document.querySelectorAll(".bs-update__byline a")].filter((link) => getComputedStyle(link, "::after").content !== "none");
  return [...lost, ...names.map(({ textContent }) => textContent)];
}

/** What axe finds, a line for each. */
async function violations(page) {
  await page.evaluate(axe);
  const all = await page.evaluate(() => globalThis.axe.run(document, { rules: { "target-size": { enabled: true } } }));
  return all.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
}

test("axe and what is seen of forty stories", async (t) => {
  const context = await (await launch()).newContext({ viewport: { width: 390, height: 800 }, reducedMotion: "reduce" });
  t.after(() => context.close());
  const page = await context.newPage();
  const failed = [];
  page.on("response", (response) => response.ok() || failed.push(response.url()));
  page.on("request", (request) => request.url().startsWith(site.origin) || failed.push(request.url()));
  for (const { name } of stories)
    await t.test(name, async () => {
      await page.goto(`${site.origin}/examples/${name}.html`);
      await page.evaluate(() => Promise.all([...document.images].filter((one) => one.checkVisibility()).map((one) => ((one.loading = "eager"), one.decode()))));
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the page");
      assert.deepEqual(await page.evaluate(textAtTheEdge), []);
      assert.deepEqual(await page.evaluate(plainMarks), []);
      // A table that is wider than its box fades where more of it is, and no other does.
      const tables = await page.evaluate(() => [...document.querySelectorAll(".bs-table")].filter((one) => one.checkVisibility()).map((one) => [one.scrollWidth > one.clientWidth, getComputedStyle(one).maskImage !== "none"]));
      for (const [wider, fades] of tables) assert.equal(fades, wider);
      assert.deepEqual(await violations(page), []);
      await page.emulateMedia({ media: "print" });
      assert.deepEqual(await page.evaluate(lostOnPaper), []);
      await page.emulateMedia({ media: "screen" });
    });
  assert.deepEqual(failed, []);
  await page.addStyleTag({ content: "em, strong { font: inherit !important } a { color: inherit !important; text-decoration: none !important }" });
  assert.ok((await page.evaluate(plainMarks)).length > 2, "it sees what looks plain");
  await page.evaluate(() => document.querySelector(".bs-body").insertAdjacentHTML("beforeend", '<img src="data:,"><ul><p>No item</p></ul>'));
  assert.ok((await violations(page)).length >= 2, "axe sees what is wrong");
});
