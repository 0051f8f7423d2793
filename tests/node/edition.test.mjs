// The complete example edition: as much on it as on the newspaper page that it is filled after, no diagnostics, and
// documents in which html-validate and the Nu checker find nothing.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import { HtmlValidate } from "html-validate";
import { parse } from "parse5";
import vnu from "vnu-jar";
import { load } from "../../dist/broadsheet.js";

/** The parts that stand in no page: who wants one asks for it by name. */
const ALONE = ["alternates", "box", "comments", "gallery", "media", "more-stories", "notices", "points", "quote", "rating", "reading-time", "series", "story-label", "update", "updates"];

const press = await load();
const read = (name) => JSON.parse(readFileSync(new URL(`../../examples/bundles/${name}`, import.meta.url)));
const stories = { en: "summit.json", ko: "haenyeo.json", ar: "edition/story-ar.json" };
const editions = Object.entries(stories).map(([language, file]) => {
  const layers = [read(`edition/site-${language}.json`), read(`edition/lists-${language}.json`), read(file)];
  const story = press.open(layers, { now: "2025-11-07T10:00:00+09:00", document: "page" });
  const html = story.render("document");
  const { diagnostics } = story;
  story.close();
  return { language, bundle: Object.assign({}, ...layers), html, diagnostics, tree: parse(html) };
});

function* elements(node) {
  if (node.tagName) yield node;
  for (const child of node.childNodes ?? []) yield* elements(child);
}
const attribute = (element, name) => element?.attrs.find((one) => one.name === name)?.value;
const byClass = (tree, name) => [...elements(tree)].filter((one) => attribute(one, "class")?.split(" ").includes(name));
const byPart = (tree, name) => [...elements(tree)].filter((one) => attribute(one, "data-part") === name);
const byTag = (tree, ...names) => [...elements(tree)].filter((one) => names.includes(one.tagName));
const children = (node, name) => (node?.childNodes ?? []).filter(({ tagName }) => tagName === name);
const text = (node) => (node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(text).join(""));

for (const { language, bundle, diagnostics, tree } of editions) {
  test(`${language}: nothing to report`, () => assert.deepEqual(diagnostics, []));

  test(`${language}: the landmarks of a page`, () => {
    assert.equal(byTag(tree, "main").length, 1);
    assert.equal(byTag(tree, "h1").length, 1);
    // A header or footer in an article is none of the page's.
    const articles = byTag(tree, "article").flatMap((article) => byTag(article, "header", "footer"));
    const own = byTag(tree, "header", "footer").filter((one) => !articles.includes(one));
    assert.deepEqual(own.map(({ tagName }) => tagName), ["header", "footer"]);
    const names = byTag(tree, "nav").map((nav) => attribute(nav, "aria-label"));
    assert.ok(names.every(Boolean));
    assert.equal(new Set(names).size, names.length, "two navigations have one name");
    const ids = [...elements(tree)].map((one) => attribute(one, "id")).filter(Boolean);
    assert.equal(new Set(ids).size, ids.length);
    for (const link of byTag(tree, "a").map((one) => attribute(one, "href")).filter((href) => href?.startsWith("#")))
      assert.ok(ids.includes(decodeURIComponent(link.slice(1))), link);
  });

  test(`${language}: every part is there`, () => {
    const missing = press.parts.filter((part) => byPart(tree, part).length === 0);
    // Not every story was corrected.
    assert.deepEqual(missing.sort(), [...ALONE, ...(bundle.article.corrections ? [] : ["corrections"])].sort(), "a part that no page holds is named in ALONE");
  });
}

for (const { language, bundle, tree } of editions.filter(({ language }) => language !== "ar")) {
  test(`${language}: as many as the original shows`, () => {
    const [sections] = byClass(tree, "bs-section-tree__list");
    const top = children(sections, "li");
    assert.equal(top.length, 10);
    assert.deepEqual(top.map((item) => byTag(item, "li").length - 1), [8, 4, 4, 10, 6, 5, 0, 2, 5, 2]);
    assert.equal(byTag(sections, "li").length, 10 + 46);
    const labels = byTag(sections, "a").map(text);
    assert.ok(new Set(labels).size < labels.length, "one label stands under two parents");
    assert.equal(byTag(byClass(tree, "bs-navigation__list")[0], "a").length, 11);
    const here = bundle.site.sections.find(({ id }) => id === bundle.article.section[0]);
    assert.equal(byTag(byClass(tree, "bs-sub-navigation__list")[0], "a").length, 1 + here.children.length);
    assert.equal(byClass(tree, "bs-quick-links__icon").length, 4);
    assert.equal(byClass(tree, "bs-follow__item").length, 4);
    assert.deepEqual(byClass(tree, "bs-ticker__item").map((item) => attribute(item, "value")), Array.from({ length: 20 }, (_, i) => `${i + 1}`));
    assert.equal(byClass(tree, "bs-share__item").length, 7);
    assert.deepEqual(byPart(tree, "ranked-list").map((list) => byClass(list, "bs-ranked-list__item").length), [10, 5]);
    const [ten, five] = byPart(tree, "ranked-list");
    assert.equal(byClass(ten, "bs-ranked-list__image").length, 10);
    assert.ok(byClass(five, "bs-ranked-list__kicker").length >= 1);
    assert.equal(byClass(tree, "bs-galleries__item").length, 5);
    assert.deepEqual(byClass(tree, "bs-footer-links__group").map((group) => byTag(group, "a").length), [3, 5, 5, 2]);
    assert.equal(byClass(tree, "bs-slot__advertiser").length, 2);
  });

  test(`${language}: all lines of the imprint`, () => {
    const lines = byClass(tree, "bs-imprint__line");
    assert.deepEqual(lines.map((line) => text(byTag(line, "dt")[0])), bundle.site.imprint.map(({ label }) => label));
    const values = lines.map((line) => byTag(line, "dd")[0]);
    assert.ok(values.some((value) => /^서울,아\d+$/.test(text(value))));
    const addresses = values.flatMap((value) => byTag(value, "a").map((link) => attribute(link, "href").split(":")[0]));
    assert.deepEqual(addresses.sort(), ["https", "mailto", "tel"]);
    assert.equal(values.flatMap((value) => byTag(value, "time")).length, 1);
  });
}

test("a registration number in Hangul says so on an English page", () => {
  const [{ tree }] = editions;
  const line = byClass(tree, "bs-imprint__line").find((one) => text(one).includes("서울"));
  assert.ok([...elements(line)].some((one) => attribute(one, "lang") === "ko"));
});

test("html-validate finds nothing", () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ["html-validate:recommended"],
    // As in oracles.test.mjs.
    rules: { "long-title": "off", "attribute-boolean-style": ["error", { style: "empty" }], "tel-non-breaking": "off" },
  });
  for (const { language, html } of editions) {
    const { results } = validator.validateStringSync(html);
    assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${language}:${line} ${ruleId}: ${message}`)), []);
  }
});

test("Nu finds nothing", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-edition-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const { language, html } of editions) writeFileSync(join(folder, `${language}.html`), html);
  writeFileSync(join(folder, "wrong.html"), editions[0].html.replace("<main", "<main><main"));
  const args = ["-jar", vnu, "--format", "json", "--stdout", "--exit-zero-always", folder];
  const { stdout } = await promisify(execFile)("java", args, { maxBuffer: 1 << 26 });
  const { messages } = JSON.parse(stdout);
  const wrong = messages.filter(({ url }) => url.endsWith("wrong.html"));
  assert.notEqual(wrong.length, 0);
  assert.deepEqual(messages.filter((one) => !wrong.includes(one)).map(({ url, message, extract }) => `${url}: ${message} at ${extract}`), []);
});
