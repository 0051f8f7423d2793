// What a bundle becomes at most: the smallest items of a list, beside the longest that a page shows with each of them.
// tests/c/test_again.c has the rules one by one.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";

const press = await load();
const MOST = 100; // src/threats.md, row "again"

/** So many of a character as a word may have, as it is written: `"` is "&quot;", and "&" in JSON "\u0026". */
const full = (bytes, character) => character.repeat(Math.floor(bytes / (character === "x" ? 1 : 6)));

const pictures = (character) => ({
  article: { url: `https://a.example/${full(109, character)}/`, body: "" },
  strings: {
    en: {
      "gallery-position": `{number}${full(120, character)}`,
      "gallery-previous": full(128, character),
      "gallery-next": full(128, character),
    },
  },
  lists: { galleries: { items: Array.from({ length: 10 }, (_, i) => ({ id: `g${i}${"x".repeat(62)}`, title: "G", pictures: Array(1000).fill({ src: "a" }) })) } },
});
const body = (key, markdown, count) => (character) => ({
  article: { body: markdown.repeat(count) },
  strings: { en: { [key]: full(128, character) } },
});
// The Markdown of version 2.
const notes = (key) => (character) => ({
  broadsheet: 2,
  article: { body: `${"[^1]".repeat(10_000)}\n\n[^1]: x` },
  strings: { en: { [key]: `${full(116, character)} {number}` } },
});
const dated = (character) => ({
  article: { body: "", corrections: Array(1000).fill({ date: "2025-01", text: "." }) },
  strings: { en: { "month-names": Array(12).fill(full(64, character)).join("|"), "date-month": `${full(108, character)}{year}{month-name}` } },
});
const shapes = {
  "pictures of galleries": ["galleries", pictures],
  "pictures of galleries, and told to search engines": ["document", pictures],
  "tasks that are done": ["body", body("task-done", "- [x]\n", 20_000)],
  "tasks to do": ["body", body("task-open", "- [ ]\n", 20_000)],
  tables: ["body", body("table", "x|\n-|\n\n", 5_000)],
  "references to a note": ["body", notes("note")],
  "links back from a note": ["body", notes("note-back")],
  "corrections with a date": ["corrections", dated],
};

for (const [what, [part, shape]] of Object.entries(shapes)) {
  test(`no more than ${MOST} times the bundle: ${what}`, () => {
    for (const character of ["x", "&", '"', "<"]) {
      const { article, ...rest } = shape(character);
      const bundle = JSON.stringify({ article: { id: "1", headline: "h", ...article }, ...rest });
      const story = press.open(bundle, { document: "page", limits: { outputBytes: 2 ** 27 } });
      const { length } = story.renderBytes(part);
      assert.ok(length > 3 * bundle.length, `${length} bytes of ${bundle.length}: nothing is shown again`);
      assert.ok(length <= MOST * bundle.length, `${character}: ${length} bytes of ${bundle.length}`);
    }
  });
}
