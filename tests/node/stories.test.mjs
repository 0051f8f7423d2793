// The forty stories of tests/stories/: each opens without a diagnostic, and every word of every text that it holds is in
// its page. Together they have each kind of block at least twice, in four languages.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import { HtmlValidate } from "html-validate";
import { parse } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { NOW, stories } from "../stories/stories.mjs";
import { advised } from "./advice.mjs";
import { schema } from "./full-bundle.mjs";
import { nuMessages } from "./nu.mjs";

const test = advised(`A story of tests/stories/ does not arrive as its author wrote it. If the story is right, mend the part that
loses it; if what it asks for cannot be, mend the story.`);

/** What they are modelled on: the kinds that newspapers publish, and those that they must be able to. */
const MODELS = {
  en: [
    ...["affiliate-list", "breaking-news", "business-results", "court-report", "data-story", "election-results", "explainer", "fact-check"],
    ...["interview", "live-blog", "long-read", "match-report", "obituary", "opinion-column", "photo-essay", "podcast", "profile"],
    ...["reader-questions", "recipe", "review", "science", "timeline"],
  ],
  ko: ["correction-ko", "editorial-ko", "letters-ko", "product-test-ko", "quiz-ko", "school-lunch-ko", "travel-ko", "video-story-ko", "weather-ko", "wire-ko"],
  ar: ["languages-ar", "newsletter-ar", "translated-ar", "withdrawn-ar"],
  fr: ["embargoed-fr", "gallery-story-fr", "sponsored-fr", "syndicated-fr"],
};

const press = await load();
const ajv = new Ajv.default({ strict: true, allowUnionTypes: true, allErrors: true });
ajv.addSchema(schema, "bundle");
const isStory = ajv.getSchema("bundle#/$defs/story");

function rendered(layers, options) {
  const story = press.open(layers, { now: NOW, ...options });
  const made = { story: story.render("story"), document: story.render("document"), diagnostics: story.diagnostics };
  story.close();
  return made;
}
const made = stories.map((one) => ({ ...one, ...rendered(one.layers) }));

function* elements(node) {
  if (node.tagName) yield node;
  for (const child of node.childNodes ?? []) yield* elements(child);
}
const attribute = (element, name) => element.attrs.find((one) => one.name === name)?.value;

test("forty stories, and what they are modelled on", () => {
  assert.equal(stories.length, 40);
  assert.deepEqual(Object.fromEntries(Object.entries(MODELS).map(([language]) => [language, stories.filter((one) => one.language === language).map(({ name }) => name)])), MODELS);
});

// --- words ---------------------------------------------------------------------------------------

/** What of a bundle is no text: names, addresses, dates, sizes, and the words that stand for a choice. */
const NO_TEXT = [
  /^(id|url|language|direction|section\/\d+|lead|published|modified|status|until|expires|access)$/,
  /^more\/\d+$/,
  /^authors\/\d+\/(url|image|credit)$/,
  /^(figures|media|boxes|galleries|quotes|related|updates|live|corrections|alternates|tags|comments|series|label|notices)\b.*\/(src|url|poster|frame|type|kind|size|layout|language|published|modified|started|ended|state|order|pinned|older|section|date)$/,
  /^(live|label|series|comments)\/(url|kind|started|ended|state|order|pinned|older)$/,
  /^galleries\/[^/]+\/figures\/\d+$/,
  /\/sources\/\d+\/src$/,
  // What a tight place shows in place of the headline: no part of a story's page is one.
  /^headlines\/short$/,
];

function* texts(value, path = "") {
  if (typeof value === "string") yield [path, value];
  else if (value && typeof value === "object") for (const [key, one] of Object.entries(value)) yield* texts(one, path ? `${path}/${key}` : key);
}

/** What a reader sees of Markdown's source. Its fallback texts are for others, and a label of a note becomes a number. */
const plain = (source) =>
  source
    .replace(/^!?\[[^\]\n]*\]\((figure|related|media|box|gallery|quote|slot):[^)]*\)$/gm, "")
    .replace(/\[([^\]]*)\]\([^)\s]*\)/g, "$1")
    .replace(/\[\^[^\]]+\]:?/g, " ")
    .replace(/^(Table|Tableau|표|جدول)\s?:/gm, "")
    .replace(/^(\s*)(\d+\.|- (\[[ x]\])?|#+) /gm, "$1")
    .replace(/[*~^`\\]/g, "")
    .replace(/\{\d+\}/g, " ");
const words = (text) => text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
const INLINE = new Set(["a", "bdi", "code", "del", "em", "span", "strong", "time", "sup", "sub"]);
const HEARD = ["alt", "aria-label", "label", "title"];

/** What is read in a document, and what is heard; words stand apart where blocks meet. */
function read(node) {
  if (node.nodeName === "#text") return node.value;
  if (node.tagName === "script" || node.tagName === "style") return "";
  const inside = (node.childNodes ?? []).map(read).join("");
  const heard = (node.attrs ?? []).filter(({ name }) => HEARD.includes(name)).map(({ value }) => ` ${value} `);
  const said = node.tagName === "meta" ? ` ${attribute(node, "content") ?? ""} ` : "";
  const joins = INLINE.has(node.tagName) && attribute(node, "class") !== "bs-note-reference";
  return (joins ? inside : ` ${inside} `) + heard.join("") + said;
}

const counted = (list) => list.reduce((counts, word) => counts.set(word, (counts.get(word) ?? 0) + 1), new Map());
const WITHDRAWN = /^(headline|corrections\/|rights)/;

for (const { name, bundle, document, diagnostics } of made) {
  const { article } = bundle;
  const said = [...texts(article)].filter(([path]) => !NO_TEXT.some((pattern) => pattern.test(path)));
  const shown = said.filter(([path]) => article.status !== "withdrawn" || WITHDRAWN.test(path));

  test(`${name}: nothing to report, and the schema admits it`, () => {
    assert.deepEqual(diagnostics, []);
    assert.ok(isStory(bundle), ajv.errorsText(isStory.errors));
  });

  test(`${name}: as long as a story is`, () => {
    const count = said.flatMap(([path, text]) => (/\/(alt|label)$/.test(path) ? [] : words(plain(text)))).length;
    assert.ok(count >= 150 && count <= 1000, `${count} words`);
  });

  test(`${name}: every word of its texts arrives, as often as it is written`, () => {
    const there = counted(words(read(parse(document))));
    const missing = [...counted(shown.flatMap(([, text]) => words(plain(text))))].filter(([word, count]) => (there.get(word) ?? 0) < count).map(([word]) => word);
    const where = shown.filter(([, text]) => words(plain(text)).some((word) => missing.includes(word))).map(([path]) => path);
    assert.deepEqual(missing, [], `of ${where.join(", ")}`);
  });

  test(`${name}: ids are unique, and no heading is empty`, () => {
    const all = [...elements(parse(document))];
    const ids = all.map((one) => attribute(one, "id")).filter(Boolean);
    assert.equal(new Set(ids).size, ids.length);
    for (const heading of all.filter(({ tagName }) => /^h[1-6]$/.test(tagName))) assert.notEqual(read(heading).trim(), "");
    for (const link of all.map((one) => (one.tagName === "a" ? attribute(one, "href") : undefined)).filter((href) => href?.startsWith("#")))
      assert.ok(ids.includes(decodeURIComponent(link.slice(1))), link);
  });
}

test("a story before its time shows nothing, and one that was withdrawn nothing of its body", () => {
  const early = stories.find(({ bundle }) => bundle.article.status === "embargoed");
  const { story, document } = rendered(early.layers, { now: "2025-11-06T17:59:59+09:00" });
  assert.equal(story, "");
  for (const text of [early.bundle.article.headline, early.bundle.article.body.trim().slice(0, 40)]) assert.ok(!document.includes(text));
  const gone = made.find(({ bundle }) => bundle.article.status === "withdrawn");
  assert.ok(!gone.document.includes(gone.bundle.article.body.slice(0, 40)));
});

// --- kinds ---------------------------------------------------------------------------------------

const values = (record) => Object.values(record ?? {});
const boxKinds = ["facts", "points", "profile", "question", "timeline", "numbers", "correction", "warning", "notice", "offer"];
const labels = (article) => [article, ...values(article.related)].map(({ label }) => label?.kind);
const prose = (article) => [article.body, ...values(article.boxes).map(({ body }) => body ?? ""), ...values(article.updates).map(({ body }) => body ?? "")].join("\n\n");
const each = (what, kinds, of) => Object.fromEntries(kinds.map((kind) => [`${what} ${kind}`, (article) => of(article).includes(kind)]));

/** Each kind of block, mark and field, with what finds it in an article. */
const KINDS = {
  ...each("media", ["video", "audio", "frame", "post"], (article) => values(article.media).map(({ type }) => type)),
  ...each("box", boxKinds, (article) => values(article.boxes).map(({ kind }) => kind)),
  ...each("gallery", ["row", "stack", "viewer"], (article) => values(article.galleries).map(({ layout }) => layout)),
  ...each("picture", ["side", "half", "column", "wide", "full", "small"], (article) => values(article.figures).map(({ size }) => size)),
  ...each("label", ["sponsored", "opinion", "analysis", "review", "breaking", "live"], labels),
  ...each("notice", ["warning", "affiliate", "ai", "age"], (article) => (article.notices ?? []).map(({ kind }) => kind)),
  ...each("correction", ["correction", "clarification", "update", "note"], (article) => (article.corrections ?? []).map(({ kind }) => kind)),
  ...each("credit", ["photo", "video", "audio", "translation", "production", "editing"], (article) => (article.authors ?? []).map(({ credit }) => credit)),
  ...each("lead", ["media", "gallery", "box", "figure"], ({ lead }) => [/^(media|gallery|box|figure):/.exec(lead)?.[1]]),
  "a box that opens": (article) => values(article.boxes).some(({ collapsed }) => collapsed),
  "a box that is paid for": (article) => values(article.boxes).some(({ paid }) => paid),
  "a transcript": (article) => values(article.media).some(({ transcript }) => transcript),
  captions: (article) => values(article.media).some(({ tracks }) => tracks),
  "a picture's address": (article) => values(article.figures).some(({ url }) => url),
  "a pull quote": (article) => values(article.quotes).length > 0,
  "live updates": (article) => values(article.updates).length > 0,
  "a wording of the byline": ({ byline }) => byline,
  "an organization": ({ authors }) => authors?.some(({ organization }) => organization),
  series: ({ series }) => series,
  rating: ({ rating }) => rating,
  points: ({ points }) => points,
  "more stories": ({ more }) => more,
  comments: ({ comments }) => comments,
  alternates: ({ alternates }) => alternates,
  access: ({ access }) => access,
  footnotes: (article) => /^\[\^\w+\]: /m.test(prose(article)),
  "a table's caption": (article) => /^(Table|Tableau|표|جدول)\s?: /m.test(prose(article)),
  "a table's rows named": (article) => /^\| \| /m.test(prose(article)),
  "words of another language": (article) => /\]\(lang:\w+\)/.test(prose(article)),
  "raised text": (article) => /\w\^-?\d+\^/.test(prose(article)),
  "lowered text": (article) => /\w~\d+~/.test(prose(article)),
  "a quotation with its source": (article) => /^> — /m.test(prose(article)),
  "line Markdown": ({ standfirst }) => /\*\w|\*\p{L}/u.test(standfirst ?? ""),
};

for (const [kind, is] of Object.entries(KINDS))
  test(`at least two stories have: ${kind}`, () => assert.ok(stories.filter(({ bundle }) => is(bundle.article)).length >= 2));

test("one is told in sixty updates, one was withdrawn, one waits for its time, and one has nobody's name", () => {
  const articles = stories.map(({ bundle }) => bundle.article);
  assert.ok(articles.some(({ updates }) => values(updates).length === 60));
  for (const status of ["withdrawn", "embargoed", "ended", "live"]) assert.ok(articles.some((one) => one.status === status), status);
  assert.ok(articles.some(({ authors }) => authors?.every(({ organization }) => organization)));
});

// --- what others say -----------------------------------------------------------------------------

test("html-validate finds nothing", () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ["html-validate:recommended"],
    // As in oracles.test.mjs; and the id of a heading may have the marks that its script needs, as in Arabic.
    rules: { "long-title": "off", "attribute-boolean-style": ["error", { style: "empty" }], "tel-non-breaking": "off", "valid-id": ["error", { relaxed: true }] },
  });
  for (const { name, document } of made) {
    const { results } = validator.validateStringSync(document);
    assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${name}:${line} ${ruleId}: ${message}`)), []);
  }
});

test("Nu finds nothing", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-stories-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const { name, document } of made) writeFileSync(join(folder, `${name}.html`), document);
  writeFileSync(join(folder, "wrong.html"), made[0].document.replace("<article", "<article><p><article"));
  const messages = await nuMessages(folder);
  const wrong = messages.filter(({ url }) => url.endsWith("wrong.html"));
  assert.notEqual(wrong.length, 0);
  assert.deepEqual(messages.filter((one) => !wrong.includes(one)).map(({ url, message, extract }) => `${url}: ${message} at ${extract}`), []);
});
