// Text comes out whole. Random Markdown, made of the pieces that are dangerous, is rendered as a body. Each word of it, and
// each character that is no syntax, must be in the output, where one of these maps it: references are their characters,
// addresses are percent-encoded, a list's number is its item's. Or the range of a diagnostic covers it.
//
//   WHOLE_RUNS=100000 WHOLE_SEED=7 node --test tests/node/whole.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { lost } from "./whole-found.mjs";
import { document } from "./whole-pieces.mjs";

const RUNS = Number(process.env.WHOLE_RUNS ?? 5000);
const SEED = Number(process.env.WHOLE_SEED ?? 20230204);
const press = await load();

function rendered(source, broadsheet) {
  const story = press.open({ broadsheet, article: { id: "a", headline: "A", body: source } }, { limits: { diagnostics: 100000, links: 100000 } });
  const html = story.render("body");
  const ranges = story.diagnostics.filter(({ pointer, range }) => pointer === "/article/body" && range).map(({ range }) => range);
  story.close();
  return { html, ranges };
}

test(`every word of ${RUNS} random documents is shown or told of`, (t) => {
  let words = 0;
  for (let run = 0; run < RUNS; run++) {
    const made = document(SEED + run);
    const { html, ranges } = rendered(made.source, 2 - (run % 2));
    words += made.words.length;
    assert.deepEqual(lost(made, html, ranges), [], `seed ${SEED + run}: ${JSON.stringify(made.source)}`);
    // Marks of the pass before md4c (src/markdown/marks.h).
    assert.ok(!/[\ufdd0-\ufdef]/.test(html), `seed ${SEED + run}: a mark in ${JSON.stringify(html)}`);
  }
  t.diagnostic(`${RUNS} documents from seed ${SEED}, ${words} words`);
});

test("what is lost is seen", () => {
  const words = [{ word: "gone" }, { word: "17", number: true }];
  assert.deepEqual(lost({ source: "gone 17 “a”", words }, '<p title="a”">“ 1</p>', []), ["gone", "17"]);
  assert.deepEqual(lost({ source: "“gone” 17.", words }, '<ol start="17"><li>“</li></ol>', []), ["gone", "”"]);
  assert.deepEqual(lost({ source: "gone 17. “", words }, "<ol><li value=17>a</li></ol>", [{ start: 0, end: 4 }]), ["“"]);
});
