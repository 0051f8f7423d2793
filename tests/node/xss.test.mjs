// Hostile texts of our own in every place of a bundle and in every part; make attack has thousands, in three engines.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";
import { everyPart } from "../attack/xss-node.mjs";
import { readFileSync } from "node:fs";
import { bundlesOf, idsOf, markdownsOf, misplacedOf } from "../attack/xss-bundles.mjs";
import { data, places } from "../attack/xss-site.mjs";
import { own, vectors } from "../attack/xss-vectors.mjs";

// What others of the bundle name, or are named by, and would lose.
const HOLDS = /^(article\/(more\/\d|section\/\d|lead|body|galleries\/[^/]+\/figures\/\d)|.*\/section|site\/sections\/.*id)$/;
// What stands for something that is absent, or is for nobody to see.
const UNSEEN = [
  "article/id",
  "article/live/pinned", // the id of none of the updates, once it is hostile
  "site/inBody/0/slot", // the id of a slot
  "site/inBody/1/slot",
  "$schema",
  "lists/ranked/top/items/0/image/alt",
  "strings/en/updated", // its patterns show the year alone, so both dates are the same text
  "strings/en/whole-picture",
  "strings/en/galleries",
  "strings/en/cut",
  "strings/en/story-updated", // a script says it
  "strings/en/ticker-later-hour",
  "strings/en/notice",
  "strings/en/notice-later-hour",
  "strings/en/update", // both updates have dates
  "strings/en/update-pinned",
  "strings/en/live-paused",
  "strings/en/live-ended",
  "strings/en/withdrawn", // the story is there
  "strings/en/expired",
  "strings/en/label-opinion", // the story is sponsored, and has one notice and one correction
  "strings/en/label-analysis",
  "strings/en/label-review",
  "strings/en/label-breaking",
  "strings/en/label-live",
  "strings/en/notice-affiliate",
  "strings/en/age",
  "strings/en/age-year",
  "strings/en/comments",
  "strings/en/correction",
  "strings/en/correction-update",
  "strings/en/correction-note",
  "strings/en/notes", // no text has any
];

for (const { payload } of own) {
  test(`on the list: ${JSON.stringify(payload)}`, () => {
    const { found, renders } = everyPart([payload]);
    assert.deepEqual(found, []);
    assert.ok(renders > 150);
  });
}

test("every string of the bundle is in some part, but for a few", async () => {
  const press = await load();
  const bundle = structuredClone(data.full);
  const marks = data.strings.filter(({ free }) => free).map(({ path }, i) => {
    const owner = path.slice(0, -1).reduce((node, key) => node[key], bundle);
    const mark = `mark${i}x`;
    if (!HOLDS.test(path.join("/"))) owner[path.at(-1)] = mark;
    return { mark, path: path.join("/") };
  });
  const html = [false, true].map((signedIn) => {
    const story = press.open(bundle, { now: "2025-11-07T10:00:00+09:00", document: "page", reader: { signedIn } });
    const parts = press.parts.flatMap((part) => idsOf(part, bundle).map((id) => story.render(part, { id })));
    story.close();
    return parts.join("");
  });
  const lost = marks.filter(({ mark }) => !html.some((text) => text.includes(mark))).map(({ path }) => path);
  assert.deepEqual(lost.filter((path) => !HOLDS.test(path)), UNSEEN);
});

/** The whole of what a page can show of a bundle. */
function shown(press, bundle) {
  const story = press.open(bundle, { now: "2025-11-07T10:00:00+09:00", document: "page" });
  const html = press.parts.flatMap((part) => idsOf(part, bundle).map((id) => story.render(part, { id }))).join("");
  story.close();
  return html;
}

test("the places of Markdown are those that the schema calls so", async () => {
  const press = await load();
  const bundle = structuredClone(data.full);
  const marks = data.strings.filter(({ free }) => free).map(({ path, markdown }, i) => {
    const name = path.join("/");
    if (!HOLDS.test(name) && !/^strings\//.test(name)) path.slice(0, -1).reduce((node, key) => node[key], bundle)[path.at(-1)] = `*mark${i}x*`;
    return { name, markdown, mark: `mark${i}x` };
  });
  const html = shown(press, bundle);
  const read = marks.filter(({ mark }) => html.includes(`<em>${mark}</em>`)).map(({ name }) => name);
  assert.deepEqual(read, marks.filter(({ name, markdown }) => markdown && !HOLDS.test(name)).map(({ name }) => name));
  assert.ok(read.length > 20, `${read.length} places`);
});

test("each place of Markdown has each form, over all texts", () => {
  const forms = markdownsOf("v").length;
  const sums = new Set(vectors.map(({ payload }) => [...payload].reduce((sum, c) => sum + c.codePointAt(), 0) % forms));
  // Without the corpora there are but our own texts, which reach two thirds of them.
  assert.ok(sums.size >= (vectors.length > own.length ? forms : Math.floor((forms * 2) / 3)), `${sums.size} of ${forms}`);
});

test("each placement and each notation has a hostile text in it", () => {
  const markdowns = markdownsOf("hostile");
  const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const kinds = [...read("src/markdown/places.def").matchAll(/^X\([A-Z]+, (\w+),/gm)].map(([, kind]) => kind);
  assert.ok(kinds.length > 6);
  for (const kind of [...kinds, "unknown", "lang"]) assert.ok(markdowns.some((one) => one.includes(`](${kind}:hostile)`)), kind);
  for (const written of ["[^hostile]: hostile", "Table: hostile", "[hostile](lang:fr)", "m^hostile^", "H~hostile~", "— hostile", "| hostile |"]) assert.ok(markdowns.some((one) => one.includes(written)), written);
  // A story has the things that are placed, too, with hostile ids.
  for (const kind of kinds) assert.ok(bundlesOf("hostile", data).some(({ way, bundle }) => way === "after" && new RegExp(`\\]\\(${kind}:`).test(bundle.article.body)), kind);
});

/** What stands at a place, under its key or under the one that it now has. */
function standing(bundle, path) {
  let kept = data.full;
  return path.reduce((owner, key) => {
    const index = Object.keys(kept).indexOf(String(key));
    kept = kept[key];
    return typeof owner === "object" ? owner[key] ?? Object.values(owner)[index] : undefined;
  }, bundle);
}

test("no place is left without the text: strings, numbers, objects and lists", () => {
  const bundles = [...bundlesOf("text", data), ...misplacedOf("text", data)];
  const without = places.filter(({ path }) => !bundles.some(({ bundle }) => standing(bundle, path) === "text"));
  assert.deepEqual(without.map(({ path }) => path.join("/")), []);
  assert.ok(places.length > 350, `${places.length} places`);
});

test("where no text belongs the core reads it, and says so of each place", async () => {
  const press = await load();
  for (const { way, bundle } of misplacedOf("text", data)) {
    const told = new Set();
    try {
      const story = press.open(bundle);
      for (const { pointer } of story.diagnostics) told.add(pointer);
      story.close();
    } catch ({ pointer }) {
      told.add(pointer);
    }
    const { paths } = data.others.find((group) => group.way === way);
    assert.deepEqual(paths.map((path) => `/${path.join("/")}`).filter((pointer) => !told.has(pointer)), [], way);
  }
});

test("a reader that took a text for a number would be seen", async () => {
  const press = await load();
  const open = (bundle, options) => {
    const story = press.open(bundle, options);
    const picture = bundle.article.figures?.pier;
    return { render: (...part) => `<img width="${picture?.width ?? ""}">${story.render(...part)}`, close: () => story.close() };
  };
  const { found } = everyPart(['"><p onclick="x'], { open });
  for (const way of ["for a number", "behind a number"]) assert.ok(found.some((what) => what.includes(`${way} in story: <p onclick`)), way);
});
