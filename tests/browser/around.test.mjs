// A part looks as its own language, direction and column have it, whatever stands around it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { open, serve } from "./harness.mjs";

const press = await load();
const read = (name) => readFileSync(new URL(`../../examples/bundles/edition/${name}.json`, import.meta.url));
const site = await serve({});
after(() => site.close());

/** The HTML of a part, of an article of version 2. */
function made(part, article, layers = []) {
  const story = press.open([...layers, { broadsheet: 2, article: { id: "a1", language: "en", headline: "A story", body: "Text.", ...article } }]);
  const html = story.render(part);
  story.close();
  return html;
}

async function show(t, body, attributes = "", width = 1000) {
  site.pages["/"] = `<!DOCTYPE html><html lang="en" ${attributes}><meta charset="utf-8"><title>Around</title><link rel="stylesheet" href="/broadsheet/broadsheet.css"><body>${body}`;
  const { page, close } = await open(site, "/", { viewport: { width, height: 800 } });
  t.after(close);
  await page.waitForLoadState("load");
  return page;
}

test("signs point along the text of their own part, in a page of either direction", async (t) => {
  const signs = async (language, direction) => {
    const layers = [read(`site-${language}`)];
    const page = await show(t, ["masthead", "breadcrumbs"].map((part) => made(part, { language, section: ["politics", "diplomacy"] }, layers)).join(""), `dir="${direction}"`);
    return page.evaluate(() =>
      [[".bs-search__label", "::after"], [".bs-breadcrumbs li + li", "::before"]].map(([selector, pseudo]) => {
        const { rotate, borderWidth, borderColor } = getComputedStyle(document.querySelector(selector), pseudo);
        return [rotate, borderWidth, borderColor].join(" ");
      }),
    );
  };
  assert.deepEqual(await signs("en", "ltr"), ["45deg 2px 0px 0px rgb(22, 24, 29)", "45deg 1px 1px 0px 0px rgb(80, 85, 94)"]);
  assert.deepEqual(await signs("en", "rtl"), await signs("en", "ltr"));
  assert.deepEqual(await signs("ar", "rtl"), ["-45deg 2px 0px 0px rgb(22, 24, 29)", "-45deg 1px 0px 0px 1px rgb(80, 85, 94)"]);
  assert.deepEqual(await signs("ar", "ltr"), await signs("ar", "rtl"));
});

test("in a Korean story Japanese and Chinese break between letters, Korean between words", async (t) => {
  const quoted = "海の名前すら合意していない四カ国が相手の船の遭難信号に応答することで合意した";
  const body = `총리는 기자회견에서 [${quoted}](lang:ja)라고 말했다.\n\n> [${quoted}](lang:zh)\n\n배는 [아홉 시에](lang:ko) 떠난다.`;
  const page = await show(t, made("story", { language: "ko", body }));
  const breaks = await page.locator(".bs-body p, .bs-body span[lang]").evaluateAll((all) => all.map((one) => [one.lang, getComputedStyle(one).wordBreak]));
  assert.deepEqual(breaks, [["", "keep-all"], ["ja", "normal"], ["", "keep-all"], ["zh", "normal"], ["", "keep-all"], ["ko", "keep-all"]]);
});

test("a picture stands at the side where its column has room, not where the window has", async (t) => {
  const figures = { f: { src: "/x.webp", width: 960, height: 640, alt: "x", size: "side" }, p: { src: "/x.webp", width: 640, height: 960, alt: "x" } };
  const article = { figures, boxes: { b: { kind: "profile", title: "A person", body: "![x](figure:p)\n\nText." } }, body: "Text.\n\n![x](figure:f)\n\nText.\n\n[b](box:b)" };
  const column = (width) => `<div style="width: ${width}px">${made("story", article)}</div>`;
  const page = await show(t, column(400) + column(900), "", 1200);
  const floats = await page.locator(".bs-size-side, .bs-box--profile .bs-figure").evaluateAll((all) => all.map((one) => getComputedStyle(one).float));
  assert.deepEqual(floats.map((float) => float !== "none"), [false, false, true, true]);
});

test("key events and further stories stand beside each other where their column has room, not where the window has", async (t) => {
  const update = { published: "2026-01-17T10:00:00Z", title: "The engine starts in the harbor of the island", key: true, body: "Text." };
  const related = { r: { headline: "One", url: "/r" }, s: { headline: "Two", url: "/s" } };
  const article = { updates: { u: update }, related, more: ["r", "s"] };
  const column = (width) => `<div style="width: ${width}px">${made("story", article)}</div>`;
  const page = await show(t, column(360) + column(900), "", 1200);
  const tops = await page.locator(".bs-updates__key a > *, .bs-more-stories li").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  const pairs = [0, 2, 4, 6].map((i) => Math.abs(tops[i] - tops[i + 1]) > 8);
  assert.deepEqual(pairs, [true, true, false, false]);
});
