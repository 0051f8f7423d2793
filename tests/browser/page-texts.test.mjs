// Text equality: what Chromium tells a screen reader about a whole page is what the bundle asks for, each text once for
// each place in which it is seen, in order. What must be there is computed by tests/node/expected-texts.mjs, which
// shares no code with src/.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { expectedTexts } from "../node/expected-texts.mjs";
import { wordsOf } from "../node/expected-words.mjs";
import { listen } from "./accessible-text.mjs";
import { open, serve } from "./harness.mjs";

const press = await load();
const read = (name) => JSON.parse(readFileSync(new URL(`../../examples/bundles/${name}`, import.meta.url)));
const NOW = "2025-11-07T10:00:00+09:00";
const site = await serve({});
after(() => site.close());

const stories = { en: "summit.json", ko: "haenyeo.json", ar: "edition/story-ar.json" };
const editions = Object.entries(stories).map(([language, file]) => {
  const layers = [read(`edition/site-${language}.json`), read(`edition/lists-${language}.json`), read(file)];
  const story = press.open(layers, { now: NOW, document: "page", stylesheet: "/broadsheet/broadsheet.css" });
  site.pages[`/${language}.html`] = story.render("document");
  story.close();
  return { language, bundle: Object.assign({}, ...layers) };
});

/** Without white space, of which there is as much between two elements as the sheet makes. */
const solid = (texts) => texts.join(" ").replace(/\s+/gu, "");

/** Opens a page, and every menu in it. */
async function visit(t, path) {
  const opened = await open(site, path);
  t.after(opened.close);
  await opened.page.waitForLoadState("load");
  await opened.page.evaluate(() => document.querySelectorAll("details").forEach((menu) => (menu.open = true)));
  return opened.page;
}

/** Every text of a bundle that can be the name of a link or a button. */
function* strings(value) {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) for (const member of Object.values(value)) yield* strings(member);
}

for (const { language, bundle } of editions) {
  test(`${language}: each text once, in reading order`, async (t) => {
    const page = await visit(t, `/${language}.html`);
    const { said } = await listen(page);
    const wanted = expectedTexts("page", bundle, { now: NOW, aloud: true });
    assert.ok(wanted.length > 150);
    assert.equal(solid(said), solid(wanted));
  });

  test(`${language}: a control's name is its label and nothing else`, async (t) => {
    const page = await visit(t, `/${language}.html`);
    const { controls } = await listen(page);
    const words = Object.values(wordsOf(language));
    const labels = new Set([...strings({ ...bundle, article: { ...bundle.article, body: "" } }), ...words].map((text) => text.trim()));
    const expanders = bundle.site.sections.map(({ label }) => wordsOf(language).subsections.replace("{label}", label));
    const body = expectedTexts("body", bundle, { now: NOW }).join("\n");
    // A card is one link, with its kicker.
    for (const { kicker, headline } of Object.values(bundle.article.related)) labels.add(`${kicker} ${headline}`);
    const known = (name) => labels.has(name) || expanders.includes(name) || body.includes(name);
    assert.deepEqual(controls.filter(({ name }) => !name || !known(name)), []);
    assert.ok(controls.length > 100);
    // Alternative texts are never a link's or button's name, but for the logo's.
    const alts = [...Object.values(bundle.article.figures), ...bundle.lists.galleries.items.map(({ cover }) => cover)].map(({ alt }) => alt);
    assert.deepEqual(controls.filter(({ name }) => alts.includes(name)), []);
  });

  test(`${language}: landmarks and ranks`, async (t) => {
    const page = await visit(t, `/${language}.html`);
    const { landmarks, markers } = await listen(page);
    const words = wordsOf(language);
    const of = (role) => landmarks.filter((one) => one.role === role).map(({ name }) => name);
    assert.deepEqual(["banner", "main", "contentinfo"].map((role) => of(role).length), [1, 1, 1]);
    const navigations = ["skip-links", "section-tree", "quick-links", "follow", "account", "navigation", "sub-navigation", "breadcrumbs", "footer-links"];
    assert.deepEqual(of("navigation"), navigations.map((key) => words[key]));
    assert.deepEqual(of("complementary"), [bundle.site.notice.title, words.side, words.advertisement]);
    // A rank is said once: the browser has no number of its own beside it.
    const inBody = await page.locator(".bs-body li:not(.bs-task)").count();
    assert.equal(markers, inBody);
  });
}

test("what is glued, doubled or lost is heard", async (t) => {
  const { language, bundle } = editions[0];
  const html = site.pages[`/${language}.html`];
  const wanted = solid(expectedTexts("page", bundle, { now: NOW, aloud: true }));
  const icon = '<img class="bs-quick-links__icon"';
  site.pages["/glued.html"] = html.replace(/(<img class="bs-quick-links__icon"[^>]*) alt=""/, '$1 alt="icon"');
  site.pages["/lost.html"] = html.replace(/<figcaption[^]*?<\/figcaption>/, "");
  site.pages["/doubled.html"] = html.replace("</h1>", `</h1><p>${bundle.article.headline}</p>`);
  assert.ok(html.includes(icon));
  for (const name of ["glued", "lost", "doubled"]) {
    assert.notEqual(site.pages[`/${name}.html`], html);
    const { said } = await listen(await visit(t, `/${name}.html`));
    assert.notEqual(solid(said), wanted, name);
  }
});
