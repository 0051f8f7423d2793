// A word without end in every field and in every word of the interface: the page never scrolls sideways for it.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, test } from "node:test";
import { bundlesOf } from "../attack/xss-bundles.mjs";
import { data } from "../attack/xss-site.mjs";
import { load } from "../../dist/broadsheet.js";
import { open, serve } from "./harness.mjs";

const site = await serve({});
after(() => site.close());
const press = await load();
const { bundle } = bundlesOf("W".repeat(200), data).find(({ way }) => way === "alone");
const themes = readdirSync(new URL("../../dist/themes/", import.meta.url)).map((file) => `themes/${file}`);

for (const sheet of ["broadsheet.css", ...themes]) {
  test(sheet, async (t) => {
    const story = press.open(bundle, { document: "page", stylesheet: `/broadsheet/${sheet}` });
    site.pages["/"] = story.render("document");
    story.close();
    const { page, close } = await open(site, "/");
    t.after(close);
    await page.waitForLoadState("load");
    for (const width of [320, 700, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const [most, widest] = await page.evaluate(() => [document.documentElement.scrollWidth, Math.max(...[...document.querySelectorAll("h1")].map((one) => one.scrollWidth))]);
      assert.ok(widest > 100 && most <= width, `${most} of ${width}`);
    }
  });
}
