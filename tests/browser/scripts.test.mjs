// Scripts and directions as a browser draws them: on which side a block's punctuation stands, in which order the
// characters of a number and of code are drawn, where a line end is a gap, and which long words may be divided.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { open, serve } from "./harness.mjs";

const site = await serve({});
after(() => site.close());
const press = await load();

async function visit(t, article, width = 700) {
  const story = press.open({ article: { id: "a", headline: "H", ...article } }, { document: "page", stylesheet: "/broadsheet/broadsheet.css" });
  site.pages["/"] = story.render("document");
  story.close();
  const { page, close } = await open(site, "/");
  t.after(close);
  await page.setViewportSize({ width, height: 900 });
  await page.waitForLoadState("load");
  return page;
}

/** The characters of an element in the order in which they are drawn, from the left. */
const order = (page, selector) =>
  page.evaluate((selector) => {
    const all = [];
    const texts = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
    while (texts.nextNode())
      for (let i = 0; i < texts.currentNode.length; i++) {
        const range = document.createRange();
        range.setStart(texts.currentNode, i);
        range.setEnd(texts.currentNode, i + 1);
        const { left, width } = range.getBoundingClientRect();
        if (width) all.push([left, texts.currentNode.data[i]]);
      }
    return all.sort(([a], [b]) => a - b).map(([, character]) => character).join("");
  }, selector);

test("a block of the other direction has its punctuation at its end", async (t) => {
  const page = await visit(t, { language: "en", body: "نعم (هنا)!\n\n- بند؟\n\n> سؤال؟\n\n## عنوان!\n\nYes!" });
  for (const [selector, direction] of [["p", "rtl"], ["ul", "rtl"], ["li", "rtl"], ["blockquote", "rtl"], [".bs-body h2", "rtl"], [".bs-body > p:last-child", "ltr"]]) {
    const one = selector === "p" ? ".bs-body > p" : selector;
    assert.equal(await page.evaluate((one) => getComputedStyle(document.querySelector(one)).direction, one), direction, selector);
  }
  const all = await order(page, ".bs-body > p");
  assert.equal(all[0], "!", `the exclamation mark is the leftmost: ${all}`);
});

test("numbers, code and addresses are drawn from the left in an Arabic body", async (t) => {
  const body = "اتصل [+82-2-555-0100](tel:+82-2-555-0100) (الآن)\n\nالأمر `a - 1` صحيح\n\nانظر https://x.example/a/ هنا";
  const page = await visit(t, { language: "ar", body });
  assert.equal(await order(page, "[href^='tel:']"), "+82-2-555-0100");
  assert.equal(await order(page, "code"), "a - 1");
  assert.equal(await order(page, "[href^='https:']"), "https://x.example/a/");
});

test("a line end between Han letters is no gap, and one between Korean words is", async (t) => {
  const page = await visit(t, { language: "zh", body: "一二\n三四\n\n가나\n다라" });
  const [han, hangul] = await page.evaluate(() =>
    [...document.querySelectorAll(".bs-body > p")].map((one) => one.innerText),
  );
  assert.equal(han, "一二三四");
  assert.equal(hangul, "가나 다라");
});

test("long words are divided where the language is said: headline, body, print; code never", async (t) => {
  const long = "Donaudampfschifffahrtsgesellschaftskapitän";
  const page = await visit(t, { language: "de", headline: long, body: `${long}\n\n\`${long}\`` }, 320);
  const hyphens = (selector) => page.evaluate((selector) => getComputedStyle(document.querySelector(selector)).hyphens, selector);
  assert.equal(await hyphens(".bs-headline"), "auto");
  assert.equal(await hyphens(".bs-body > p"), "auto");
  assert.equal(await hyphens(".bs-body code"), "manual");
  assert.equal(await page.evaluate(() => document.querySelector(".bs-headline").closest("[lang]").lang), "de");
  await page.setViewportSize({ width: 1280, height: 900 });
  assert.equal(await hyphens(".bs-headline"), "manual");
  await page.emulateMedia({ media: "print" });
  assert.equal(await hyphens(".bs-headline"), "auto");
});
