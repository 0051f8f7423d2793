// Three engines: a page that is left while a story is on its way, and gone back to. WebKit keeps it and cancels the request.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES } from "./engines.mjs";
import { content, site, visitors } from "./engines-site.mjs";
import { bundle, page } from "./harness.mjs";

site.pages["/left.html"] = {
  body: page('<broadsheet-article src="/late.json"><p>Fallback</p></broadsheet-article>', '<script src="/noted.js"></script><script type="module" src="/broadsheet/define.js"></script>'),
  headers: { "cache-control": "max-age=100" }, // a page that may not be stored is not kept
};
site.pages["/noted.js"] = 'addEventListener("pageshow", ({ persisted }) => (globalThis.kept = persisted));';

/** Leaves the page, and waits until something is so in the next one: a script that runs meanwhile ends with its page. */
async function leave(engine, how, there) {
  await engine.evaluate(`() => void setTimeout(() => ${how}, 10)`);
  for (let i = 0; i < 200 && !(await engine.evaluate(there).catch(() => false)); i++) await new Promise((resolve) => setTimeout(resolve, 50));
}

for (const { name, engine } of await visitors(ENGINES))
  test(`${engine.version}: a story that was on its way when the page was left is there when the reader comes back`, async (t) => {
    let release;
    site.pages["/late.json"] = { body: bundle(), after: new Promise((resolve) => (release = resolve)) };
    const before = site.count("/late.json");
    await engine.goto(`${site.origin}/left.html`);
    for (let i = 0; site.count("/late.json") === before && i < 200; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    await leave(engine, 'location.assign("/blank")', () => location.pathname === "/blank");
    await leave(engine, "history.back()", () => location.pathname === "/left.html" && "kept" in globalThis);
    release();
    assert.match(await content(engine), /A story/);
    const kept = await engine.evaluate(() => kept);
    t.diagnostic(`kept: ${kept}`);
    if (name === "webkit") assert.ok(kept, "the page is that which was left");
  });
