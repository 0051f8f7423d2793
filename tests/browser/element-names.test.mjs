// The names of 0.1, which are read until 1.0, and the attribute "part", which is the platform's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { element, html, press, run, settle, site } from "./element.mjs";
import { bundle, page } from "./harness.mjs";

const figures = { f1: { src: "f1.png", width: 4, height: 3, alt: "One" }, f2: { src: "f2.png", width: 4, height: 3, alt: "Two" } };
site.pages["/figures.json"] = bundle({ figures });
site.pages["/account.json"] = JSON.stringify({ site: { name: "Paper", account: { login: "/login" } } });

/** What the console says about old names. */
const warnings = (visit) => visit.console.filter((line) => line.startsWith("warning: Broadsheet: ")).sort();
const warning = (old, name) => `warning: Broadsheet: "${old}" is "${name}" now; 1.0 reads that alone.`;
const whole = press.open(bundle()).render();

test("the old names are read, and the console says once for each what it is called now", async (t) => {
  const old = element('src="figures.json" part="figure" part-id="f2"').repeat(2);
  const visit = await run(t, page(`${old}<broadsheet-part name="account" site="account.json"></broadsheet-part>`));
  await visit.page.waitForFunction(() => globalThis.seen.events.length === 3);
  assert.deepEqual(await visit.page.locator("img").evaluateAll((all) => all.map(({ alt }) => alt)), ["Two", "Two"]);
  assert.deepEqual((await visit.seen()).events.map(({ part }) => part).sort(), ["account", "figure", "figure"]);
  const attributes = [warning("name", "fragment"), warning("part", "fragment"), warning("part-id", "fragment-id")];
  assert.deepEqual(warnings(visit), attributes);
  const seen = await visit.page.evaluate(async () => {
    const [article, part] = ["article", "part"].map((name) => document.querySelector(`broadsheet-${name}`));
    const before = [article.partId, part.name];
    article.partId = "f1";
    part.name = "masthead";
    await Promise.all([article.rendered, part.rendered]);
    return [...before, article.fragmentId, article.querySelector("img").alt, part.fragment, part.firstElementChild.dataset.part, article.hasAttribute("part-id")];
  });
  assert.deepEqual(seen, ["f2", "account", "f1", "One", "masthead", "masthead", false]);
  assert.deepEqual(warnings(visit), [...attributes, warning("partId", "fragmentId")].sort());
});

test("the new names go before the old ones, and warn of nothing", async (t) => {
  const visit = await run(t, page(element('src="figures.json" fragment="headline" part="figure"') + '<broadsheet-part name="account" fragment="masthead" site="account.json"></broadsheet-part>'));
  await visit.page.waitForFunction(() => globalThis.seen.events.length === 2);
  assert.deepEqual((await visit.seen()).events.map(({ part }) => part).sort(), ["headline", "masthead"]);
  assert.deepEqual(visit.console, []);
});

test("a value of part that is not the name of one part holds tokens for ::part", async (t) => {
  for (const tokens of ["card", "card headline", "Headline"]) {
    const visit = await run(t, page(element(`src="story.json" part="${tokens}"`)));
    await visit.state("ready");
    assert.equal(await html(visit), whole);
    assert.deepEqual(visit.console, []);
  }
  const other = await run(t, page('<broadsheet-part part="masthead" name="account" site="account.json"></broadsheet-part>'));
  await other.state("ready", "broadsheet-part");
  assert.deepEqual((await other.seen()).events.map(({ part }) => part), ["account"], "the other element never read it");
});

test("element.part is the platform's: tokens come and go, and nothing is rendered anew", async (t) => {
  const early = '<script>document.querySelector("broadsheet-article").part.add("card")</script>';
  for (const [attributes, wanted] of [['src="story.json"', whole], ['src="story.json" fragment="headline"', press.open(bundle()).render("headline")]]) {
    const visit = await run(t, page(element(attributes) + early));
    await visit.state("ready");
    const seen = await visit.page.evaluate(async () => {
      const article = document.querySelector("broadsheet-article");
      const { story, rendered, firstElementChild } = article;
      article.part.add("wide");
      article.part.remove("card");
      const states = [article.dataset.state];
      await new Promise((resolve) => setTimeout(resolve, 100));
      states.push(article.dataset.state);
      return [article.part.value, ...states, article.story === story, article.rendered === rendered, article.firstElementChild === firstElementChild];
    });
    assert.deepEqual(seen, ["wide", "ready", "ready", true, true, true]);
    assert.equal(await html(visit), wanted);
    assert.equal((await visit.seen()).events.length, 1);
  }
});

test("tokens that come while the story loads, or after an error, start nothing", async (t) => {
  site.pages["/slow.json"] = { body: bundle(), after: 300 };
  const visit = await run(t, page(element('id="slow" src="slow.json"') + element('id="bad" src="bad.json"')));
  await visit.state("loading", "#slow");
  await visit.state("error", "#bad");
  await visit.page.evaluate(() => document.querySelectorAll("broadsheet-article").forEach(({ part }) => part.add("card")));
  await visit.state("ready", "#slow");
  await settle(visit, 100);
  assert.equal((await visit.seen()).events.length, 2);
  assert.equal(site.count("/slow.json"), 1);
});

test("tokens after the module could not be had start nothing either", async (t) => {
  const head = `<script type="module">
    import { BroadsheetArticle, load } from "/broadsheet/broadsheet.js";
    BroadsheetArticle.press = load("/nowhere.wasm");
    BroadsheetArticle.press.catch(() => import("/broadsheet/define.js"));
  </script>`;
  const visit = await run(t, page(element('src="story.json"'), head));
  await visit.state("error");
  await visit.page.evaluate(() => document.querySelector("broadsheet-article").part.add("headline"));
  await settle(visit, 200);
  assert.equal((await visit.seen()).events.length, 1);
});

test("part that becomes the name of a part, or no longer is one, shows the other", async (t) => {
  const visit = await run(t, page(element('src="story.json"')));
  await visit.state("ready");
  const shown = await visit.page.evaluate(async () => {
    const article = document.querySelector("broadsheet-article");
    const all = [];
    for (const value of ["headline", "headline card"]) {
      article.part = value;
      await article.rendered;
      all.push(article.querySelector(":scope > [data-part]").dataset.part);
    }
    return all;
  });
  assert.deepEqual(shown, ["headline", "story"]);
});

test("without a story to show, part loads nothing", async (t) => {
  const before = site.count("/broadsheet/broadsheet.wasm");
  const visit = await run(t, page(element('part="headline"')));
  await visit.state("fallback");
  await settle(visit, 100);
  assert.equal(site.count("/broadsheet/broadsheet.wasm"), before);
});

test("parts under the old name have the ids of the story, in the order of the page", async (t) => {
  const old = ["headline", "body", "headline"].map((name) => element(`src="story.json" part="${name}"`)).join("");
  const visit = await run(t, page(old + element('src="story.json" part="card"')));
  await visit.page.waitForFunction(() => globalThis.seen.events.length === 4);
  const ids = await visit.page.evaluate(() => [...document.querySelectorAll('[id^="bs"]')].map(({ id }) => id));
  assert.deepEqual(ids, ["bs-headline", "bs-a-heading", "bs2-headline", "bs3-headline", "bs3-a-heading"]);
});

test("an article keeps its room unless its attributes may name a part", async (t) => {
  const kinds = ['id="whole"', 'id="story" fragment="story" part="card"', 'id="fragment" fragment="headline"', 'id="old" part="headline"'];
  // Before the stylesheet is there and after it came, which is at the latest when a story is ready.
  const room = (visit) => visit.page.evaluate(() => [...document.querySelectorAll("[id]:not(p)")].filter((one) => getComputedStyle(one).minBlockSize === "700px").map(({ id }) => id));
  const visit = await run(t, page(kinds.map((one) => element(one, "")).join("") + element('src="story.json"', "")));
  await visit.page.waitForFunction(() => customElements.get("broadsheet-article") && document.adoptedStyleSheets.length > 0);
  assert.deepEqual((await room(visit)).filter((id) => !id.startsWith("bs")), ["whole", "story"]);
  await visit.page.waitForFunction(() => globalThis.seen.events.length === 1);
  await visit.page.evaluate(() => (document.adoptedStyleSheets = []));
  assert.deepEqual((await room(visit)).filter((id) => !id.startsWith("bs")), ["whole", "story"]);
});
