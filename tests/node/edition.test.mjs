// The complete example edition: as much on it as on the newspaper page that it is filled after, each kind of version 2 in
// each language, no diagnostics, and documents in which html-validate and the Nu checker find nothing.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { HtmlValidate } from "html-validate";
import { parse } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { LANGUAGES, wordsOf } from "./expected-words.mjs";
import { nuMessages } from "./nu.mjs";

/** The parts that stand in no page of the edition: who wants one asks for it by name. */
const ALONE = [];

const press = await load();
const read = (name) => JSON.parse(readFileSync(new URL(`../../examples/bundles/${name}`, import.meta.url)));
/** The stories of the edition: the one of the day in three languages, and in each a live page and a review. */
const STORIES = { en: "summit.json", ko: "haenyeo.json", ar: "edition/story-ar.json" };
const FILES = LANGUAGES.flatMap((language) => [STORIES[language], `edition/live-${language}.json`, `edition/review-${language}.json`].filter(Boolean).map((file) => ({ language, file })));
const made = FILES.map(({ language, file }) => {
  const layers = [read(`edition/site-${language}.json`), read(`edition/lists-${language}.json`), read(file)];
  const story = press.open(layers, { now: "2025-11-07T10:00:00+09:00", document: "page" });
  const html = story.render("document");
  const { diagnostics } = story;
  story.close();
  return { title: `${language}, ${file}`, file, language, bundle: Object.assign({}, ...layers), html, diagnostics, tree: parse(html) };
});
const editions = made.filter(({ file }) => Object.values(STORIES).includes(file));

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

for (const { title, diagnostics, tree } of made) {
  test(`${title}: nothing to report`, () => assert.deepEqual(diagnostics, []));

  test(`${title}: the landmarks of a page`, () => {
    assert.equal(byTag(tree, "main").length, 1);
    assert.equal(byTag(tree, "h1").length, 1);
    // A header or footer in an article is none of the page's.
    const articles = byTag(tree, "article").flatMap((article) => byTag(article, "header", "footer"));
    const own = byTag(tree, "header", "footer").filter((one) => !articles.includes(one));
    assert.deepEqual(own.map(({ tagName }) => tagName), ["header", "footer"]);
    const named = (id) => id && text([...elements(tree)].find((one) => attribute(one, "id") === id));
    const names = byTag(tree, "nav").map((nav) => attribute(nav, "aria-label") ?? named(attribute(nav, "aria-labelledby")));
    assert.ok(names.every(Boolean));
    assert.equal(new Set(names).size, names.length, "two navigations have one name");
    const ids = [...elements(tree)].map((one) => attribute(one, "id")).filter(Boolean);
    assert.equal(new Set(ids).size, ids.length);
    for (const link of byTag(tree, "a").map((one) => attribute(one, "href")).filter((href) => href?.startsWith("#")))
      assert.ok(ids.includes(decodeURIComponent(link.slice(1))), link);
  });
}

/** A fragment of the document, for what stands in what. */
const within = (outer, inner) => outer.flatMap((one) => inner(one));
const has = (name) => (tree) => byClass(tree, name);
const tag = (...names) => (tree) => byTag(tree, ...names);
const where = (find, key, value) => (tree) => find(tree).filter((one) => (value === undefined ? attribute(one, key) !== undefined : attribute(one, key) === value));
const inBody = (find) => (tree) => within(byClass(tree, "bs-body"), find);
const modified = (name, ...kinds) => Object.fromEntries(kinds.map((kind) => [`${name} ${kind}`, has(`${name}--${kind}`)]));

/** What version 2 of the format has added, each with what finds it in a document. */
const KINDS = {
  video: tag("video"),
  audio: tag("audio"),
  "captions of a video": where(tag("track"), "kind", "captions"),
  "subtitles of a video": where(tag("track"), "kind", "subtitles"),
  "a warning before a video": has("bs-media__warning"),
  "a transcript": has("bs-media__transcript"),
  "how long it takes": has("bs-media__length"),
  "a frame, as a card": has("bs-media--frame"),
  "a post": has("bs-media__post"),
  "a lead that is media": (tree) => within(byClass(tree, "bs-lead-figure"), tag("video")),
  "a lead that is a figure": (tree) => within(byClass(tree, "bs-lead-figure"), tag("img")),
  ...modified("bs-box", "facts", "points", "profile", "question", "timeline", "numbers", "correction", "warning", "notice", "offer"),
  "a box that opens": has("bs-box__details"),
  "a box that is paid for": (tree) => within(byClass(tree, "bs-box"), where(tag("a"), "rel", "sponsored nofollow noopener")),
  "a picture in a box": (tree) => within(byClass(tree, "bs-box__text"), tag("img")),
  "gallery in a row": has("bs-layout-row"),
  "gallery in a stack": has("bs-layout-stack"),
  "gallery with a viewer": has("bs-layout-viewer"),
  "a pull quote": has("bs-quote"),
  "a pull quote's source": has("bs-quote__source"),
  "a slot in the text": inBody(has("bs-slot")),
  ...Object.fromEntries(["side", "half", "wide", "full", "small"].map((size) => [`a picture's size ${size}`, has(`bs-size-${size}`)])),
  "a picture's address": has("bs-picture-link"),
  ...modified("bs-story-label", "live", "review", "breaking", "opinion", "analysis", "sponsored"),
  "a label's own text": has("bs-story-label__text"),
  series: has("bs-series__part"),
  "half a star": has("bs-rating__star--half"),
  ...modified("bs-notices__item", "warning", "affiliate", "ai", "age"),
  points: has("bs-points"),
  "more stories": has("bs-more-stories"),
  comments: has("bs-comments"),
  alternates: has("bs-alternates"),
  "a place in the byline": has("bs-byline__place"),
  "an author's life": has("bs-contact__bio"),
  "an author's picture": has("bs-contact__image"),
  "kinds of corrections": has("bs-corrections__kind"),
  "a pinned update": has("bs-update--pinned"),
  "a key update": has("bs-update--key"),
  "the list of key updates": has("bs-updates__key"),
  "an update that was changed": has("bs-update__modified"),
  "an update without a title": (tree) => within(byClass(tree, "bs-update__title"), has("bs-update__link")),
  "updates that are folded": has("bs-updates__older"),
  "older updates elsewhere": has("bs-updates__more"),
  "the state of a live page": has("bs-updates__state--live"),
  footnotes: (tree) => within(byClass(tree, "bs-notes"), tag("li")),
  "references to footnotes": has("bs-note-reference"),
  "a table's caption": tag("caption"),
  "a table's rows named": where(tag("th"), "scope", "row"),
  "words of another language": inBody(where(tag("span"), "lang")),
  "raised text": inBody((tree) => tag("sup")(tree).filter((one) => attribute(one, "class") === undefined)),
  "lowered text": inBody(tag("sub")),
  "a quotation with its source": (tree) => within(byClass(tree, "bs-quotation"), tag("figcaption")),
  "line Markdown in a caption": (tree) => within(byClass(tree, "bs-caption"), tag("em")),
  "line Markdown in the standfirst": (tree) => within(byClass(tree, "bs-standfirst"), tag("em", "strong")),
  "line Markdown in a point": (tree) => within(byClass(tree, "bs-points"), tag("em", "strong")),
};

/** Half stars have not been given by every critic. */
const NOT_EVERYWHERE = { fr: ["half a star"] };

/** What a reader sees, and what is in attributes for those who listen and for scripts. */
const SAID = ["aria-label", "alt", "data-bs-two", "data-bs-few", "data-bs-many", "data-bs-other"];
const everything = (tree) => [text(tree), ...[...elements(tree)].flatMap((one) => SAID.map((name) => attribute(one, name) ?? ""))].join("\n");

/** Layers and times that make a page of the same story say what only one of them can: of two states, of two pages, of many ages. */
const OTHERWISE = [
  { layer: { article: { live: { state: "paused" } } } },
  { layer: { article: { live: { state: "ended" } } } },
  { layer: { article: { live: { newer: "?page=1" } } } },
  { layer: { article: { status: "withdrawn" } } },
  { layer: { article: { expires: "2025-11-07T09:00:00+09:00" } } },
  { layer: { site: { ageDays: 30 } }, now: "2026-01-07T10:00:00+09:00" },
  { layer: {}, now: "2027-01-07T10:00:00+09:00" },
  { layer: {}, now: "2028-01-07T10:00:00+09:00" },
];

/** The words of version 2, and those that the edition says nowhere: a credit of another kind is reported. */
const [FIRST, UNSAID] = ["credit-text", ["credit-other"]];

for (const language of LANGUAGES) {
  const trees = made.filter((one) => one.language === language).map(({ tree }) => tree);

  test(`${language}: every part is there`, () => {
    const missing = press.parts.filter((part) => trees.every((tree) => byPart(tree, part).length === 0));
    assert.deepEqual(missing.sort(), [...ALONE].sort(), "a part that no page holds is named in ALONE");
  });

  test(`${language}: the words of the interface`, () => {
    const layers = [read(`edition/site-${language}.json`), read(`edition/live-${language}.json`)];
    const others = OTHERWISE.map(({ layer, now = "2025-11-07T10:00:00+09:00" }) => {
      const story = press.open([...layers, layer], { now });
      const html = story.render("story");
      story.close();
      return parse(html);
    });
    const said = [...trees, ...others].map(everything).join("\n");
    const pattern = (word) => new RegExp(word.split(/\{[^}]*\}/).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[^\\n]+?"));
    const words = Object.entries(wordsOf(language));
    const added = words.slice(words.findIndex(([key]) => key === FIRST));
    assert.deepEqual(added.filter(([, word]) => !pattern(word).test(said)).map(([key]) => key), UNSAID);
  });

  for (const [kind, find] of Object.entries(KINDS).filter(([kind]) => !NOT_EVERYWHERE[language]?.includes(kind)))
    test(`${language}: ${kind}`, () => assert.ok(trees.some((tree) => find(tree).length > 0)));
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
  for (const { title: language, html } of made) {
    const { results } = validator.validateStringSync(html);
    assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${language}:${line} ${ruleId}: ${message}`)), []);
  }
});

test("Nu finds nothing", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-edition-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [i, { html }] of made.entries()) writeFileSync(join(folder, `${i}.html`), html);
  writeFileSync(join(folder, "wrong.html"), made[0].html.replace("<main", "<main><main"));
  const messages = await nuMessages(folder);
  const wrong = messages.filter(({ url }) => url.endsWith("wrong.html"));
  assert.notEqual(wrong.length, 0);
  assert.deepEqual(messages.filter((one) => !wrong.includes(one)).map(({ url, message, extract }) => `${url}: ${message} at ${extract}`), []);
});
