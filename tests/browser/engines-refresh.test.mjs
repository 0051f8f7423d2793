// Three engines: a story that is kept fresh by a stream is changed in place, where the reader is, and new live updates wait
// for him; under a strict policy, with Trusted Types where the engine has them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { ENGINES } from "./engines.mjs";
import { content, site, until, visitors } from "./engines-site.mjs";
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

const entries = (count) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`u-${i}`, { published: `2026-01-17T10:${String(i).padStart(2, "0")}:00Z`, title: `Update ${i}`, key: i % 5 === 0, body: `Text of update ${i}.\n\nAnd more of it.` }]));
const blog = (count) => JSON.stringify({ broadsheet: 2, article: { id: "live", headline: "Live", body: "We follow it.", language: "en", live: { state: "live" }, updates: entries(count) } });
site.pages["/blog.json"] = blog(20);
site.pages["/blog"] = site.pages["/living"];

for (const { engine, visit } of await visitors(ENGINES)) {
  const listened = async () => {
    for (let i = 0; !listeners.size && i < 100; i++) await new Promise((resolve) => setTimeout(resolve, 100));
  };

  test(`${engine.version}: new live updates are held, told of, shown by the button, and forgotten with the page`, async (t) => {
    listeners.clear();
    await visit(t, page('<broadsheet-article src="/blog.json" live="/blog"></broadsheet-article>'));
    await content(engine);
    await listened();
    const typed = await engine.evaluate(() => {
      if (!globalThis.trustedTypes) return "none";
      try {
        document.createElement("p").innerHTML = "<i>x</i>";
        return "open";
      } catch {
        return "enforced";
      }
    });
    if (typed === "enforced") await engine.evaluate(() => void (seen.violations.length = 0)); // that one
    t.diagnostic(`Trusted Types: ${typed}`);
    assert.notEqual(typed, "open");
    await engine.evaluate(() => {
      const read = document.getElementById("bs-update_u-9");
      read.scrollIntoView();
      globalThis.kept = { read, top: read.getBoundingClientRect().top };
      globalThis.told = [];
      new MutationObserver(() => told.push(document.querySelector('[role="status"]')?.textContent)).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    for (const one of listeners) one.write(`data: ${blog(23)}\n\n`);
    await until(engine, () => told.includes("3 new updates"));
    const state = () =>
      engine.evaluate(() => {
        const button = document.querySelector(".bs-updates__new");
        const open = [...document.querySelectorAll(".bs-updates__list article")].filter((one) => one.getClientRects().length);
        return { button: button.hidden ? null : button.textContent, open: open.length, first: open[0].id, focus: document.activeElement.id, moved: Math.abs(kept.read.getBoundingClientRect().top - kept.top), same: kept.read.isConnected, stored: localStorage.length + sessionStorage.length + document.cookie.length };
      });
    const held = await state();
    assert.deepEqual({ ...held, moved: held.moved < 1.5 || held.moved }, { button: "3 new updates", open: 20, first: "bs-update_u-19", focus: "", moved: true, same: true, stored: 0 });
    await engine.click(".bs-updates__new");
    const shown = await state();
    assert.deepEqual({ ...shown, moved: 0 }, { button: null, open: 23, first: "bs-update_u-22", focus: "bs-update_u-22", moved: 0, same: true, stored: 0 });
    // The page anew: the bundle as it is there, and nothing of what was shown or waited.
    listeners.clear();
    await engine.goto(await engine.evaluate(() => location.href));
    await content(engine);
    assert.deepEqual(await engine.evaluate(() => [document.querySelectorAll(".bs-updates__list article").length, document.querySelectorAll("[hidden] > article").length, localStorage.length + sessionStorage.length]), [20, 0, 0]);
  });

  test(`${engine.version}: a pushed version is shown in place, and the reader stays where he is`, async (t) => {
    listeners.clear();
    await visit(t, page('<broadsheet-article src="/living.json" live="/living"></broadsheet-article>'));
    await listened();
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
}
