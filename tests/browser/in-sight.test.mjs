// What a reader reaches is seen: nothing that stays in sight lies over it, and nothing cuts it off.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { open, serve } from "./harness.mjs";

const press = await load();
const read = (name) => readFileSync(new URL(`../../examples/bundles/edition/${name}.json`, import.meta.url));
const site = await serve({});
after(() => site.close());

/** A page of the edition: a story of it by name, or an article of version 2. */
function put(story, language = "en") {
  const made = typeof story === "string" ? read(story) : { broadsheet: 2, article: { id: "a1", language, headline: "A story", body: "Text.", url: "https://yeoul.example/a1", ...story } };
  const opened = press.open([read(`site-${language}`), read(`lists-${language}`), made], { document: "page", stylesheet: "/broadsheet/broadsheet.css", now: "2025-11-08T10:00:00+09:00" });
  site.pages["/examples/page.html"] = opened.render("document").replace("</head>", '<script type="module" blocking="render" src="/broadsheet/furniture.js"></script></head>');
  opened.close();
}

/** Opens it in a window, with the text so many times as large. */
async function show(t, width, height, scale = 1) {
  const { page, close } = await open(site, "/examples/page.html", { viewport: { width, height }, reducedMotion: "reduce" });
  t.after(close);
  await page.waitForLoadState("load");
  await page.evaluate((scale) => document.documentElement.style.setProperty("--broadsheet-text-scale", scale), scale);
  return page;
}

/** Runs in the page: how much of what has the focus, or of what a selector finds, is seen: from 0 to 1. */
function seen(selector) {
  const element = selector ? document.querySelector(selector) : document.activeElement;
  const { left, top, width, height } = element.getBoundingClientRect();
  const points = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((x) => [1, 2, 3, 4, 5].map((y) => [left + (width * x) / 10, top + (height * y) / 6]));
  return points.filter(([x, y]) => element.contains(document.elementFromPoint(x, y))).length / points.length;
}

test("the button for new updates stands below the masthead", async (t) => {
  put("live-en");
  for (const [width, scale] of [[390, 1], [1280, 1], [1280, 1.5]]) {
    const page = await show(t, width, 800, scale);
    await page.evaluate(() => {
      Object.assign(document.querySelector(".bs-updates__new"), { hidden: false, textContent: "3 new updates" });
      document.querySelector(".bs-updates__list > li:last-child").scrollIntoView();
    });
    assert.equal(await page.evaluate(seen, ".bs-updates__new"), 1, `${width} px, ${scale}`);
  }
});

test("the keyboard brings what it reaches in the side column into sight", async (t) => {
  put("live-en");
  const page = await show(t, 1280, 720);
  await page.locator(".bs-page__main a").last().focus();
  const hidden = [];
  for (let stops = 0; stops < 30; stops++) {
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => !!document.activeElement.closest(".bs-page__beside")));
    if ((await page.evaluate(seen)) < 0.5) hidden.push(await page.evaluate(() => document.activeElement.textContent));
  }
  assert.deepEqual(hidden, []);
});

test("the keyboard brings what it reaches above the bar into sight, and leaves the page where it is", async (t) => {
  for (const language of ["en", "ko", "ar"]) {
    put(`live-${language}`, language);
    for (const width of [390, 1280]) {
      const page = await show(t, width, 800);
      await page.evaluate(() => scrollTo(0, 2000));
      await page.locator(".bs-search__field").focus();
      for (let stops = 0; stops < 4; stops++) {
        await page.keyboard.press("Tab");
        const where = `${language}, ${width} px: ${await page.evaluate(() => document.activeElement.textContent)}`;
        assert.ok(await page.evaluate(() => !!document.activeElement.closest(".bs-masthead")), where);
        assert.ok((await page.evaluate(seen)) > 0.8, where);
        assert.equal(await page.evaluate(() => scrollY), 2000, where);
      }
    }
  }
});

test("in the viewer of a gallery large text leaves room for the picture, and what has the focus is seen", async (t) => {
  put("review-en");
  for (const [width, height, scale] of [[320, 256, 1], [390, 740, 2], [320, 568, 2], [320, 568, 2.5]]) {
    const page = await show(t, width, height, scale);
    const where = `${width} × ${height}, ${scale}`;
    await page.locator('[data-bs-action="gallery-open"]').first().focus();
    for (const key of ["Enter", "ArrowRight", "ArrowRight"]) {
      await page.keyboard.press(key);
      assert.ok(await page.evaluate(() => document.activeElement.matches(".bs-gallery__step")), where);
      assert.ok((await page.evaluate(seen)) > 0.9, where); // but for its round corners
    }
    const [title, strip] = await page.evaluate(() => ["title", "pictures"].map((name) => document.querySelector(`dialog[open] .bs-gallery__${name}`).getBoundingClientRect()).map(({ width, height }) => ({ width, height })));
    assert.ok(title.width > 0.4 * width && strip.height > 0.65 * height, `${where}: ${JSON.stringify([title, strip])}`);
    // However the viewer is scrolled, the way out is in sight where it begins.
    await page.evaluate(() => (document.querySelector("dialog[open] .bs-gallery__title").textContent = "A title that is long ".repeat(4)));
    await page.locator("dialog[open]").evaluate((viewer) => viewer.scrollTo(0, 1e4));
    const start = await page.locator("dialog[open] .bs-gallery__close").evaluate((close) => close.getBoundingClientRect().top);
    assert.ok(start >= 0, `${where}: ${start}`);
    await page.locator("dialog[open] .bs-gallery__close").focus();
    assert.ok((await page.evaluate(seen)) > 0.9, where); // but for its round corners
  }
});

test("in the menus no current item lies over another, nor over what has the focus", async (t) => {
  for (const [story, language] of [["live-en", "en"], [{ section: ["politics", "diplomacy"] }, "en"], ["story-ar", "ar"]]) {
    put(story, language);
    for (const width of [320, 390, 768]) {
      const page = await show(t, width, 740);
      assert.equal(await page.evaluate(seen, ".bs-navigation [aria-current]"), 1, `${language}, ${width} px`);
      for (const menu of [".bs-navigation", ".bs-sub-navigation"]) {
        const links = page.locator(`${menu} a`);
        await links.last().focus();
        for (let i = (await links.count()) - 1; i > 0; i--) {
          await page.keyboard.press("Shift+Tab");
          assert.ok((await page.evaluate(seen)) >= 0.5, `${language}, ${width} px: ${await page.evaluate(() => document.activeElement.textContent)}`);
        }
      }
    }
  }
});

const row = (first, cells) => `| ${[first, ...cells.map((cell) => `[${cell}](/a)`)].join(" | ")} |`;

test("the first column of a table does not lie over a link that has the focus", async (t) => {
  const years = ["Winner", "Party", "Votes", "Share", "2020", "2016", "2012", "2008"];
  const heads = `|  | ${years.join(" | ")} |\n|${"---|".repeat(9)}`;
  const cells = ["Seo Ha-rin", "Unity", "123,456", "52.1 %", "123,456", "123,456", "123,456", "123,456"];
  for (const [language, name] of [["en", "Mokpo and the outer islands"], ["ar", "موكبو والجزر البعيدة"]]) {
    put({ body: `Text.\n\n${heads}\n${row(name, cells)}` }, language);
    const page = await show(t, 390, 800);
    const links = page.locator(".bs-table a");
    await links.last().focus();
    for (let i = (await links.count()) - 1; i > 0; i--) {
      await page.keyboard.press("Shift+Tab");
      assert.ok((await page.evaluate(seen)) >= 0.4, `${language}: ${await page.evaluate(() => document.activeElement.textContent)}`);
    }
  }
});

test("the keyboard brings the covers in the strip of galleries into sight", async (t) => {
  put("live-en");
  for (const width of [320, 390, 768]) {
    const page = await show(t, width, 800);
    const links = page.locator(".bs-galleries__items .bs-galleries__link");
    await links.first().focus();
    for (let i = 0; i < (await links.count()); i++) {
      if (i) await page.keyboard.press("Tab");
      // Once the strip has come to rest where it snaps.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const { left, right } = await page.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
      const part = (Math.min(right, width) - Math.max(left, 0)) / (right - left);
      assert.ok(part > 0.6, `${width} px, ${i}: ${part}`);
    }
  }
});
