// No text and no picture of a bundle stands, or is painted, beside the element that shows it, and none makes it endless:
// with each sheet, in narrow and wide columns, in both directions.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, test } from "node:test";
import { bundlesOf } from "../attack/xss-bundles.mjs";
import { data } from "../attack/xss-site.mjs";
import { load } from "../../dist/broadsheet.js";
import { open, serve } from "./harness.mjs";

const press = await load();
const site = await serve({});
after(() => site.close());
const themes = readdirSync(new URL("../../dist/themes/", import.meta.url)).map((file) => `themes/${file}`);
const names = readFileSync(new URL("../../src/page/parts.def", import.meta.url), "utf8").matchAll(/^X\(\w+, "(.+?)"/gm);
const parts = [...names].map(([, name]) => name).filter((name) => name !== "document");

const MARGIN = 40;
const picture = (width, height) => ({ src: "https://x.invalid/a.png", alt: "", width, height });
const figures = { tall: picture(1, 100000), flat: picture(100000, 1), portrait: picture(900, 1600) };
const nested = (step, start, text) => Array.from({ length: 60 }, (_, i) => step.repeat(i) + start + text).join("\n");
const long = "W".repeat(100);
const deep = "> - ".repeat(8);

// What each is, and how high it may be in the narrowest column.
const stories = {
  telephone: [{ body: `[${"Call this ".repeat(60)}](tel:+1)\n\n- [${long}](tel:+1)\n\n|a|\n|-|\n|[${"Call ".repeat(60)}](tel:+1)|` }, 4000],
  quotations: [{ body: "> ".repeat(60) + long }, 4000],
  lists: [{ body: nested("  ", "- ", "a longer word: *uncharacteristically*") }, 12_000],
  ordered: [{ body: nested("   ", "1. ", "word") }, 5000],
  tasks: [{ body: nested("  ", "- [x] ", "word") }, 5000],
  mixed: [{ body: `${deep}# ${long}\n\n${deep}***\n\n${deep}- [x] ${long}\n\n${deep}\`\`\`\n${long}` }, 6000],
  table: [{ body: `${deep}| a | b |\n${"> ".padEnd(4).repeat(8)}| - | - |\n${"> ".padEnd(4).repeat(8)}| ${long} | ${"word ".repeat(30)} |` }, 3000],
  pictures: [{ body: "![](figure:tall)\n\n![](figure:flat)\n\n> - ![](figure:tall)", figures }, 6000],
  lead: [{ lead: "tall", figures }, 1500],
  initial: [{ dateline: long, body: `${"(".repeat(200)}word` }, 3000],
  glyph: [{ dateline: "Seoul", body: "\u{fdfd}\u{fdfd} word" }, 1500],
};

const numbers = {
  numbers: [{ body: `999999999. a\n\n---\n\n8888. b\n\n---\n\n${"1. c\n".repeat(102)}` }],
};

function shown(name, direction, most, html) {
  return `<section class="case" data-name="${name} ${direction}" data-most="${most}" dir="${direction}">${html}</section>`;
}

function page(sheet, stories, parts) {
  const cases = [];
  for (const [direction, language] of [["ltr", "en"], ["rtl", "ar"]]) {
    for (const [name, [article, most]] of Object.entries(stories)) {
      const story = press.open({ broadsheet: 1, article: { id: "a", headline: "A", body: "b", ...article, language, direction } });
      for (const part of ["story", "body"]) cases.push(shown(`${name} as ${part}`, direction, most, story.render(part)));
      story.close();
    }
  }
  const story = press.open(bundlesOf("W".repeat(200), data).find(({ way }) => way === "alone").bundle);
  for (const part of parts) cases.push(shown(part, "ltr", 60_000, story.render(part)));
  story.close();
  return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Bounds</title><link rel="stylesheet" href="/broadsheet/${sheet}">
    <style>body { margin: 0 } .case { margin: 0 ${MARGIN}px }</style>${cases.join("")}`;
}

/** Runs in the page: what stands outside of its column, but for what scrolls, and what is too high. */
function measure() {
  const found = [];
  const seen = (element) => element.checkVisibility() && getComputedStyle(element).position !== "fixed";
  function* boxes(element) {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) yield [element, box];
      } else if (seen(node)) {
        yield [node, node.getBoundingClientRect()];
        if (getComputedStyle(node).overflowX === "visible") yield* boxes(node);
      }
    }
  }
  for (const column of document.querySelectorAll(".case")) {
    const { left, right, height } = column.getBoundingClientRect();
    const { name, most } = column.dataset;
    let worst = [1, ""];
    for (const [{ localName, className }, box] of boxes(column)) {
      const by = box.width && box.height && Math.max(left - box.left, box.right - right);
      if (by > worst[0]) worst = [by, `${name}: ${localName} ${className} by ${Math.round(by)}`];
    }
    if (worst[1]) found.push(worst[1]);
    if (height > most) found.push(`${name}: ${Math.round(height)} high`);
  }
  return found;
}

for (const sheet of ["broadsheet.css", ...themes]) {
  test(`${sheet}: boxes`, async (t) => {
    site.pages["/"] = page(sheet, stories, parts);
    const { page: visit, close } = await open(site, "/");
    t.after(close);
    await visit.waitForLoadState("load");
    for (const width of [320, 500, 1000]) {
      await visit.setViewportSize({ width: width + 2 * MARGIN, height: 800 });
      assert.deepEqual(await visit.evaluate(measure), [], `${width}`);
    }
  });

  // A list's number has no box that could be measured.
  test(`${sheet}: numbers`, async (t) => {
    site.pages["/"] = page(sheet, numbers, []);
    const { page: visit, close } = await open(site, "/");
    t.after(close);
    await visit.waitForLoadState("load");
    for (const width of [320, 1000]) {
      await visit.setViewportSize({ width: width + 2 * MARGIN, height: 800 });
      const height = await visit.evaluate(() => document.documentElement.scrollHeight);
      const paint = (x, wide) => visit.screenshot({ clip: { x, y: 0, width: wide, height }, fullPage: true });
      const beside = async () => [await paint(0, MARGIN), await paint(MARGIN + width, MARGIN), await paint(MARGIN, width)];
      const [left, right, text] = await beside();
      await visit.evaluate(() => (document.body.style.visibility = "hidden"));
      const [noLeft, noRight, noText] = await beside();
      await visit.evaluate(() => (document.body.style.visibility = ""));
      assert.ok(left.equals(noLeft) && right.equals(noRight), `beside ${width}`);
      assert.ok(!text.equals(noText));
    }
  });
}

test("a picture that is no taller than pictures are has a box of its own form", async (t) => {
  site.pages["/"] = page("broadsheet.css", { portrait: [{ body: "![](figure:portrait)", figures }] }, []);
  const { page: visit, close } = await open(site, "/");
  t.after(close);
  await visit.waitForLoadState("load");
  const boxes = () => visit.evaluate(() => [...document.querySelectorAll("img")].map((one) => one.getBoundingClientRect()).map(({ width, height }) => [width, height]));
  for (const width of [320, 1000]) {
    await visit.setViewportSize({ width: width + 2 * MARGIN, height: 600 });
    const [[wide, high]] = await boxes();
    assert.ok(wide > 200 && Math.abs(high - (wide * 16) / 9) <= 1, `${wide} ${high}`);
  }
});
