// Firefox and WebKit: the bytes of the goldens, the elements and the example edition, under a strict policy.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { goldens } from "../golden/cases.mjs";
import { launch } from "./engines.mjs";
import { content, site, until, visitors } from "./engines-site.mjs";
import { bundle, page } from "./harness.mjs";

const press = await load();
const cases = goldens();
const FALLBACK = "<p>What the server sent.</p>";
const element = (attributes, inside = FALLBACK) => `<broadsheet-article ${attributes}>${inside}</broadsheet-article>`;
const part = (attributes, inside = FALLBACK) => `<broadsheet-part ${attributes}>${inside}</broadsheet-part>`;

const items = [{ headline: "First", url: "/1" }, { headline: "Second", url: "/2" }];
const lists = { lists: { ranked: { top: { label: "Most read", items }, shared: { label: "Most shared", items } } } };
const paper = { site: { name: "Paper", url: "https://paper.example/", language: "ar", navigation: [{ label: "Home", url: "/" }] } };
Object.assign(site.pages, {
  "/cases.json": JSON.stringify(cases.map(({ part, json, id, options }) => ({ part, json: json.toString(), id, options }))),
  "/story.json": bundle(),
  "/bad.json": "{ this is not JSON",
  "/lists.json": JSON.stringify(lists),
  "/paper.json": JSON.stringify(paper),
});

const EDITION = "/examples/bundles/edition";
const edition = page(element(`fragment="page" site="${EDITION}/site-en.json" lists="${EDITION}/lists-en.json" src="/summit.json"`));
site.pages["/summit.json"] = readFileSync(new URL("../../examples/bundles/summit.json", import.meta.url));
site.pages["/edition.html"] = edition;

/** What Chromium makes of the edition's page. */
async function chromiumsEdition() {
  const chromium = await launch("chromium");
  try {
    await chromium.goto(`${site.origin}/edition.html`);
    return await content(chromium);
  } finally {
    await chromium.close();
  }
}
const wanted = await chromiumsEdition();
const others = await visitors();

test("the edition in Chromium is a whole page", () => assert.ok(wanted.length > 50_000));

/** Runs in the page: the bytes of every case as text, a character a byte. */
async function renderAll() {
  const { load } = await import("/broadsheet/broadsheet.js");
  const [press, list] = [await load(), await (await fetch("/cases.json")).json()];
  return list.map(({ part, json, id, options }) => {
    try {
      const story = press.open(json, options);
      const bytes = story.renderBytes(part, id === undefined ? undefined : { id });
      story.close();
      return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    } catch (error) {
      return String(error);
    }
  });
}

for (const { name, engine, visit } of others) {
  const it = (what, work) => test(`${engine.version}: ${what}`, work);

  it("the bytes of every golden", async (t) => {
    await visit(t, page("", ""));
    const rendered = await engine.evaluate(renderAll);
    assert.ok(cases.length > 100);
    const other = cases.filter(({ html }, i) => !html?.equals(Buffer.from(rendered[i], "latin1")));
    assert.deepEqual(other.map(({ title }) => title), []);
  });

  it("the element shows a story, and its markup is that of Node", async (t) => {
    await visit(t, page(element('src="/story.json"')));
    assert.equal(await content(engine), press.open(bundle()).render());
    const [event, ...more] = await engine.evaluate(() => seen.events);
    assert.deepEqual([event.type, event.part, event.frozen, more], ["broadsheet-render", "story", true, []]);
    assert.ok(await engine.evaluate(() => [...document.styleSheets].some(({ href }) => href?.endsWith("/broadsheet.story.css"))));
  });

  it("layers: the site first, then the story, then what stands inside", async (t) => {
    const inline = '<script type="application/json">{"article":{"headline":"Inside"}}</script>';
    await visit(t, page(element('site="/paper.json" src="/story.json"', FALLBACK + inline)));
    const story = press.open([paper, bundle(), { article: { headline: "Inside" } }]).render();
    assert.equal((await content(engine)).replace(inline, ""), story);
  });

  it("a bundle that is not JSON: the fallback stays and the event says why", async (t) => {
    await visit(t, page(element('src="/bad.json"')));
    assert.equal(await content(engine, "broadsheet-article", "error"), FALLBACK);
    const [{ type, code, where }] = await engine.evaluate(() => seen.events);
    assert.deepEqual([type, code, where.offset], ["broadsheet-error", "JSON", 2]);
  });

  it("a story that comes late: the fallback until then", async (t) => {
    let release;
    site.pages[`/late-${name}.json`] = { body: bundle(), after: new Promise((resolve) => (release = resolve)) };
    await visit(t, page(element(`src="/late-${name}.json"`)));
    assert.equal(await content(engine, "broadsheet-article", "loading"), FALLBACK);
    release();
    assert.equal(await content(engine), press.open(bundle()).render());
  });

  it("a layer that several elements name is fetched once", async (t) => {
    const path = `/once-${name}.json`;
    site.pages[path] = { body: JSON.stringify(lists), after: 100 };
    const parts = ["top", "shared"].map((id) => part(`fragment="ranked-list" fragment-id="${id}" lists="${path}"`));
    await visit(t, page(parts.join("") + element(`fragment="ranked-list" fragment-id="top" lists="${path}" src="/story.json"`)));
    await until(engine, () => seen.events.length === 3);
    assert.deepEqual((await engine.evaluate(() => seen.events)).map(({ type }) => type), Array(3).fill("broadsheet-render"));
    assert.equal(site.count(path), 1);
  });

  it("a part of the page alone, in its own language, and a layer inside", async (t) => {
    const inline = `<script type="application/json">${JSON.stringify(lists)}</script>`;
    await visit(t, page(part('fragment="ranked-list" fragment-id="top" site="/paper.json" heading-base="3" id-prefix="x-"', inline)));
    const story = press.open([paper, lists], { furniture: true, headingBase: 3, idPrefix: "x-" });
    assert.equal((await content(engine, "broadsheet-part")).replace(inline, ""), story.render("ranked-list", { id: "top" }));
  });

  it("a part that does not exist: an event says so", async (t) => {
    await visit(t, page(part('fragment="nonsense" site="/paper.json"')));
    assert.equal(await content(engine, "broadsheet-part", "error"), FALLBACK);
    assert.deepEqual((await engine.evaluate(() => seen.events)).map(({ code }) => code), ["PART"]);
  });

  it("the classic build shows a story too", async (t) => {
    await visit(t, page(element('src="/story.json"'), '<script src="/broadsheet/broadsheet.classic.js"></script>'));
    assert.equal(await content(engine), press.open(bundle()).render());
  });

  it("the example edition has the document of Chromium", async (t) => {
    await visit(t, edition);
    assert.equal(await content(engine), wanted);
  });

  test(`${engine.version}: the policy's absence would show: a plain innerHTML is a violation there`, async () => {
    await engine.goto(`${site.origin}/edition.html`);
    const refused = () => {
      try {
        document.body.innerHTML = "<p>";
        return false;
      } catch (error) {
        return error.name;
      }
    };
    assert.equal(await engine.evaluate(refused), "TypeError");
  });
}
