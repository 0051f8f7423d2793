// Large text in narrow columns: nothing is cut, nothing stands beside its column, and lines break where a reader expects it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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

/** Runs in the page: the lines of an element that begin or end with a sign that does not stand there, at each width of its column. */
function badBreaks(selector) {
  const element = document.querySelector(selector);
  const bad = [];
  for (let width = 120; width < 420; width += 6) {
    element.style.inlineSize = `${width}px`;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const signs = [];
    while (walker.nextNode()) {
      for (let i = 0; i < walker.currentNode.data.length; i++) {
        const range = document.createRange();
        range.setStart(walker.currentNode, i);
        range.setEnd(walker.currentNode, i + 1);
        const [box] = range.getClientRects();
        if (box?.width && range.toString().trim()) signs.push([range.toString(), (box.top + box.bottom) / 2]);
      }
    }
    signs.forEach(([sign, y], i) => {
      if (i && Math.abs(y - signs[i - 1][1]) > 9 && (/[,.)،、]/.test(sign) || signs[i - 1][0] === "(")) bad.push(`${width}: ${signs[i - 1][0]}|${sign}`);
    });
  }
  return bad;
}

test("no line of a byline begins with a comma, and none ends with an opening bracket", async (t) => {
  const NAMES = { en: ["Seo Ha-rin", "Maximilian Featherstone", "Im Chae-rin", "Noh Ji-an"], ko: ["서하린", "임채린", "노지안", "배소윤"], ja: ["佐藤花子", "鈴木一郎", "高橋次郎"], ar: ["ليان الخطيب", "سلوى بن عامر", "طارق المهيري"] };
  const bad = [];
  for (const [language, names] of Object.entries(NAMES)) {
    for (const [i, credit] of [undefined, "photo"].entries()) {
      for (const place of [undefined, "Mokpo"]) {
        const authors = names.map((name, j) => ({ name, place, url: place && i ? undefined : "/a", credit: j ? credit : undefined }));
        const page = await show(t, { language, authors }, { width: 600 });
        for (const line of await page.evaluate(badBreaks, ".bs-byline")) bad.push(`${language} ${credit} ${place} ${line}`);
        const low = await page.locator(".bs-byline a").evaluateAll((links) => links.flatMap((link) => [...link.getClientRects()]).filter(({ height }) => height < 24).length);
        assert.equal(low, 0, "a link is high enough for a finger");
      }
    }
  }
  assert.deepEqual(bad.slice(0, 20), []);
});

test("the card of a frame is as high as its text where that is higher than the frame", async (t) => {
  const frame = { type: "frame", provider: "YouTube", title: "Watch: the first ferry in eleven days leaves Mongdol harbor on Saturday morning", url: "https://www.youtube.com/watch?v=q", frame: "https://www.youtube-nocookie.com/embed/q" };
  const sizes = { wide: [16, 9], tall: [9, 16], square: [1, 1], cinema: [21, 9], strip: [3, 1] };
  const media = Object.fromEntries(Object.entries(sizes).map(([name, [width, height]]) => [name, { ...frame, width, height }]));
  const body = Object.keys(sizes).map((name) => `[${name}](media:${name})`).join("\n\n");
  for (const [width, scale] of [[412, 1], [412, 1.5], [412, 2], [768, 2]]) {
    const page = await show(t, { body, media }, { width, scale, frames: "www.youtube-nocookie.com" });
    const cut = await page.locator(".bs-media__card").evaluateAll((cards) => {
      for (const card of cards) card.toggleAttribute("data-bs-on", true);
      for (const card of cards) card.querySelector("button").hidden = false;
      return cards.filter((card) => card.firstElementChild.getBoundingClientRect().top < card.getBoundingClientRect().top).map((card) => card.textContent);
    });
    assert.deepEqual(cut, [], `${width} px, ${scale}`);
  }
});

test("on a phone the words of a wide table's last column have more than one word's room", async (t) => {
  const body = "| | Price | Weight | Battery | Verdict |\n|---|--:|--:|--:|---|\n| Haerim A2 | 1,290,000 won | 1.21 kg | 14 h | The best screen of the five, but the keyboard rattles when you type fast |";
  const page = await show(t, { body }, { width: 360 });
  const lines = await page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector("td:last-child"));
    return new Set([...range.getClientRects()].map(({ top }) => top)).size;
  });
  assert.ok(lines <= 7, `${lines} lines`);
});

test("the poster of a frame has room where its text is higher than the frame", async (t) => {
  const frame = { type: "frame", title: "Watch: the first ferry in eleven days leaves Mongdol harbor on Saturday morning", url: "https://www.youtube.com/watch?v=q", frame: "https://www.youtube-nocookie.com/embed/q", width: 16, height: 9, poster: "/a.png" };
  for (const [width, scale] of [[320, 1.5], [412, 2], [768, 2.5]]) {
    const page = await show(t, { body: "[f](media:f)", media: { f: frame } }, { width, scale, frames: "www.youtube-nocookie.com" });
    const high = await page.locator(".bs-media__poster").evaluate((poster) => poster.getBoundingClientRect().height);
    assert.ok(high > 60, `${width} px, ${scale}: ${high}`);
  }
});

/** Runs in the page: in how many lines each label of a box stands. */
const lines = () =>
  [...document.querySelectorAll(".bs-box__label")].map((label) => {
    const range = document.createRange();
    range.selectNodeContents(label);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  });

test("a number in a box is broken only where it is wider than the box", async (t) => {
  const items = (...titles) => titles.map((title) => ({ title, body: "of all the people who went aboard" }));
  const boxes = { few: items("1,234,567", "12,345,678", "$4,100,000"), many: items("12", "123,456,789", "34 %", "1,234,567", "7", "1.2m"), columns: items("12", "34 %", "56", "7", "1.2m", "9"), long: items("9".repeat(60)) };
  const article = { boxes: Object.fromEntries(Object.entries(boxes).map(([name, items]) => [name, { kind: "numbers", items }])), body: Object.keys(boxes).map((name) => `[${name}](box:${name})`).join("\n\n") };
  for (const [width, scale] of [[320, 1], [390, 1], [600, 1], [800, 1], [1280, 1], [800, 1.5]]) {
    const page = await show(t, article, { width, scale });
    const seen = await page.evaluate(lines);
    assert.deepEqual(seen.slice(0, -1), Array(15).fill(1), `${width} px, ${scale}`);
    assert.ok(seen.at(-1) > 1);
    const lefts = await page.locator(".bs-box").nth(2).locator(".bs-box__item").evaluateAll((items) => items.map((item) => Math.round(item.getBoundingClientRect().left)));
    assert.ok(new Set(lefts).size <= 4 && (width < 390 || lefts[0] !== lefts[1]), `${width} px, ${scale}: short ones stand in columns: ${lefts}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  }
});

test("a bar of which large text makes several rows does not stay in sight on a phone", async (t) => {
  const read = (name) => readFileSync(new URL(`../../examples/bundles/edition/${name}.json`, import.meta.url));
  for (const language of ["en", "ko", "ar", "fr"]) {
    const story = press.open([read(`site-${language}`), read(`lists-${language}`), read(`live-${language}`)], { document: "page", stylesheet: "/broadsheet/broadsheet.css" });
    site.pages["/examples/page.html"] = story.render("document");
    story.close();
    const { page, close } = await open(site, "/examples/page.html", { viewport: { width: 320, height: 800 } });
    t.after(close);
    await page.waitForLoadState("load");
    for (const [width, size] of [[320, 16], [390, 16], [390, 18], [320, 20], [320, 24], [390, 24], [320, 32], [390, 32], [768, 32]]) {
      await page.setViewportSize({ width, height: 800 });
      const bottoms = await page.evaluate((size) => {
        document.documentElement.style.fontSize = `${size}px`;
        scrollTo(0, 2000);
        return [".bs-account", ".bs-masthead"].map((one) => document.querySelector(one).getBoundingClientRect().bottom);
      }, size);
      const where = `${language}, ${width} px, text of ${size} px: ${bottoms}`;
      assert.ok(bottoms[0] <= 0, where);
      assert.ok(bottoms[1] < Math.min(5 * size, 120), where);
      if (size < 20) assert.ok(bottoms[1] > 40, where); // and else it does
    }
  }
});
