// Large text in narrow columns: nothing is cut, nothing stands beside its column, and lines break where a reader expects it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { open, serve } from "./harness.mjs";

const press = await load();
const site = await serve({});
after(() => site.close());

/** Opens an article of version 2 as a document. */
async function show(t, article, { width, scale = 1, ...options }) {
  const story = press.open({ broadsheet: 2, article: { id: "a1", language: "en", headline: "A story", body: "Text.", ...article } }, { stylesheet: "/broadsheet/broadsheet.css", ...options });
  site.pages["/"] = story.render("document");
  story.close();
  const { page, close } = await open(site, "/", { viewport: { width, height: 800 } });
  t.after(close);
  await page.waitForLoadState("load");
  await page.evaluate((scale) => document.documentElement.style.setProperty("--broadsheet-text-scale", scale), scale);
  return page;
}

test("ten stars go over two lines where they have no room in one", async (t) => {
  for (const [width, scale] of [[320, 1.5], [390, 2], [320, 2.5]]) {
    const page = await show(t, { rating: { value: 7, max: 10 } }, { width, scale });
    const right = await page.evaluate(() => Math.max(...[...document.querySelectorAll(".bs-rating__star")].map((star) => star.getBoundingClientRect().right)));
    assert.ok(right <= width, `${width} px, ${scale}: ${right}`);
  }
});
