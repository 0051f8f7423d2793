// Firefox and WebKit: a story that is kept fresh by a stream is changed in place, where the reader is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { content, site, visitors } from "./engines-site.mjs";
import { bundle, page } from "./harness.mjs";

const press = await load();
const paragraphs = Array.from({ length: 60 }, (_, i) => `Paragraph ${i} with [a link](/l${i}).`);
const story = (headline, body, minute) => bundle({ headline, body: body.join("\n\n"), modified: `2026-01-17T10:0${minute}:00Z` });
const first = story("First", paragraphs, 0);
const second = story("Second", ["New.", "And new.", ...paragraphs], 1);
const listeners = new Set();
site.pages["/living.json"] = first;
site.pages["/living"] = (request, response) => {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": hello\n\n");
  listeners.add(response);
  request.on("close", () => listeners.delete(response));
};

for (const { engine, visit } of await visitors())
  test(`${engine.version}: a pushed version is shown in place, and the reader stays where he is`, async (t) => {
    listeners.clear();
    await visit(t, page('<broadsheet-article src="/living.json" live="/living"></broadsheet-article>'));
    for (let i = 0; !listeners.size && i < 100; i++) await new Promise((resolve) => setTimeout(resolve, 100));
    await engine.evaluate(() => {
      const link = document.querySelectorAll('[href^="/l"]')[30];
      link.scrollIntoView({ block: "center" });
      link.focus({ preventScroll: true });
      globalThis.kept = { link, top: link.getBoundingClientRect().top };
    });
    for (const one of listeners) one.write(`data: ${second}\n\ndata: ${first}\n\n`);
    for (let i = 0; i < 100 && (await engine.evaluate(() => document.querySelector("h1").textContent)) !== "Second"; i++) await new Promise((resolve) => setTimeout(resolve, 100));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const moved = await engine.evaluate(() => Math.abs(kept.link.getBoundingClientRect().top - kept.top));
    const focus = await engine.evaluate(() => document.activeElement === kept.link);
    assert.equal(await content(engine), press.open(second).render());
    assert.ok(focus);
    assert.ok(moved < 1.5, `moved by ${moved}`);
  });
