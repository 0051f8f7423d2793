// In all three engines, under a strict policy: HTML of a server is taken over, nothing inside changes, nothing is fetched.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { WATCH, adoptPage, element, fetched, part, press, rendered } from "./adopt-pages.mjs";
import { content, ready, site, until, visitors } from "./engines-site.mjs";
import { bundle } from "./harness.mjs";

const read = (name) => readFileSync(new URL(`../../examples/bundles/${name}.json`, import.meta.url));
const edition = [read("edition/site-en"), read("edition/lists-en"), read("summit")];
Object.assign(site.pages, { "/adopt.js": WATCH, "/story.json": bundle(), "/other.json": bundle({ headline: "Another story" }) });
const SRC = 'site="/edition/site-en.json" lists="/edition/lists-en.json" src="/summit.json"';
const PAGES = {
  "a story": element('src="/story.json"'),
  "a whole page": element(`fragment="page" ${SRC}`, rendered(edition, {}, "page")),
  "a part, two stories and a part": part('fragment="masthead" site="/edition/site-en.json"', rendered(edition.slice(0, 1), {}, "masthead")) + element('src="/story.json"') + element('src="/story.json"', rendered(bundle(), { idPrefix: "bs2-" })) + part('fragment="footer" site="/edition/site-en.json"', rendered(edition.slice(0, 1), {}, "footer")),
  "a story in Korean words": element('locale="ko" time-zone="Asia/Seoul" src="/summit.json"', rendered(read("summit"), { locale: "ko", timeZone: "Asia/Seoul" })),
};

for (const { engine, visit } of await visitors(["chromium", "firefox", "webkit"])) {
  const it = (what, work) => test(`${engine.version}: ${what}`, work);

  for (const [what, html] of Object.entries(PAGES)) {
    it(`${what}: no module, no bundle, no change`, async (t) => {
      const from = site.requests.length;
      await visit(t, adoptPage(html));
      const elements = html.match(/<broadsheet-/g).length;
      await until(engine, (count) => globalThis.details?.length === count, elements);
      await ready(engine);
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.deepEqual(fetched(site, from), []);
      // The behaviours change what they are there for: they show controls, and set the clock.
      const changed = await engine.evaluate(() => (noted(), changes.filter(({ target, attributeName }) => target.parentElement.closest("broadsheet-article, broadsheet-part") && !/^(hidden|aria-disabled|datetime|data-bs-.*)$/.test(attributeName) && !target.closest("time")).map(({ type, target }) => `${type} ${target.outerHTML}`)));
      assert.deepEqual(changed, []);
      assert.deepEqual((await engine.evaluate(() => details)).map(({ adopted, diagnostics }) => [adopted, diagnostics]), Array(elements).fill([true, 0]));
    });
  }

  it("it has the text of what is rendered here, and a control works", async (t) => {
    await visit(t, adoptPage(PAGES["a whole page"]));
    const html = await content(engine);
    assert.equal(html.replace(/ data-bs-provenance="[^"]*"/, "").length > 50_000, true);
    await ready(engine);
    await engine.click(".bs-menu__button");
    await until(engine, () => document.querySelector(".bs-menu").open);
  });

  it("asked for another story it loads the module, and asked for its own it keeps the HTML", async (t) => {
    await visit(t, adoptPage(element('src="/story.json"')));
    await content(engine);
    const kept = await engine.evaluate(async () => {
      const one = document.querySelector("broadsheet-article");
      const root = one.querySelector("article");
      const none = one.story;
      await one.rendered;
      return [none, one.story.title, one.querySelector("article") === root];
    });
    assert.deepEqual(kept, [null, "A story", true]);
    await engine.evaluate(() => (document.querySelector("broadsheet-article").src = "/other.json"));
    await until(engine, () => document.querySelector("h1").textContent === "Another story");
    assert.equal(await content(engine), press.open(bundle({ headline: "Another story" })).render());
  });

  it("what was made for another part or other options is rendered anew", async (t) => {
    const from = site.requests.length;
    await visit(t, adoptPage(element('src="/story.json" heading-base="2"') + element('id="h" fragment="headline" src="/story.json"', rendered(bundle(), {}, "body"))));
    await until(engine, () => globalThis.details?.length === 2);
    assert.deepEqual((await engine.evaluate(() => details)).map(({ adopted }) => adopted), [false, false]);
    assert.ok(fetched(site, from).includes("/story.json"));
    assert.equal(await engine.evaluate(() => document.querySelectorAll("h2.bs-headline, #h > h1").length), 2);
  });
}
