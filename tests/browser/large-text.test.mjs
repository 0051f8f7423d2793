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
