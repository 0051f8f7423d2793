// A dateline begins the line of a paragraph, and lies over nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { open, serve } from "./harness.mjs";

const press = await load();
const BODIES = {
  bullets: "- one item\n- two",
  numbers: "1. first\n2. second",
  quotation: "> A quotation",
  heading: "## A heading",
  code: "```\ncode\n```",
  table: "| a | b |\n|---|---|\n| 1 | 2 |",
  line: "---",
  picture: "![x](/x.webp)",
  figure: "![x](figure:f)",
  box: "[b](box:b)",
};

test("a dateline begins a paragraph's line; other blocks stand below it", async (t) => {
  const site = await serve({});
  t.after(() => site.close());
  for (const [name, body] of Object.entries({ ...BODIES, paragraph: "A paragraph." })) {
    const article = { id: "a1", language: "en", headline: "A story", dateline: "MOKPO, South Korea", body: `${body}\n\nText.`, figures: { f: { src: "/x.webp", width: 960, height: 640, alt: "x", caption: "c" } }, boxes: { b: { kind: "facts", title: "Box", body: "text" } } };
    const story = press.open({ broadsheet: 2, article }, { stylesheet: "/broadsheet/broadsheet.css" });
    site.pages["/"] = story.render("document");
    story.close();
    const { page, close } = await open(site, "/");
    t.after(close);
    await page.waitForLoadState("load");
    const [end, begin] = await page.evaluate(() => {
      const line = document.querySelector(".bs-dateline");
      return [line.getBoundingClientRect().bottom, line.nextElementSibling.getBoundingClientRect().top];
    });
    assert.equal(begin >= end, name !== "paragraph", `${name}: ${begin}, ${end}`);
  }
});
