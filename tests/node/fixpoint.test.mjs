// Nothing to mutate: what a parser makes of our output is written back as the same bytes, so that nothing is left for a
// second parse to read otherwise (HTML, section 13.3, warns of it; mutation XSS lives on it).
import assert from "node:assert/strict";
import test from "node:test";
import { parse, parseFragment, serialize } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { given, outputs } from "../attack/fixpoint-outputs.mjs";

const press = await load();
const again = (html) => serialize(html.startsWith("<!DOCTYPE") ? parse(html) : parseFragment(html));

test("parse5 writes every output back as it is", () => {
  let count = 0;
  const changed = [];
  const seen = new Set();
  for (const { name, html } of outputs(press)) {
    if (seen.has(html)) continue;
    seen.add(html);
    count++;
    if (again(html) !== html && changed.length < 10) changed.push(name);
  }
  assert.deepEqual(changed, []);
  assert.ok(count > 2000, `only ${count} outputs`);
});

// What is put into the HTML at the end (markdown/late.c) is put there by its offset. Marks of blocks, one beside another, with
// what makes such edits in them and behind: numbers, directions, notes, captions, sources, addresses, pictures.
const MARKS = [">", "> ", "1.", "3. ", "- ", "-", "\t", "    ", " ", "\n", "\n", "\n\n", "#", "```\n", "|a|b|\n|-|-|\n", "| |\n"];
const INNER = [
  "b", "\u0627", "\u05d0 ", "<br>", "&nbsp;", "[^1]", "[^1]: n", "Table: c\n\n", "\u2014 s", "[a](/x)", "[x title=\" onerror=1 y](/n\"on=1)", "<https://a.b>", "https://a.b/c",
  "![x onerror=alert(1) z](/n)", "![](/n)", "[a](#b)", "## b\n", "**&nbsp;**", "[ ] ", "---\n", "[m](media:m)", "`\u0627`", "\\\n",
];

/** The same numbers from 0 to 1 in each run (mulberry32). */
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The body of a bundle as HTML; nothing when the core refuses it. */
const bodies = (body, more) =>
  given(() => press.open({ broadsheet: 2, article: { id: "a", headline: "h", body, ...more } })).map((story) => {
    const html = story.render("body");
    story.close();
    return html;
  });

test("parse5 writes back what is made of marks of blocks in any order, and from either side", () => {
  const next = numbers(12);
  const one = (list) => list[Math.floor(next() * list.length)];
  const changed = [];
  for (let i = 0; i < 12_000 && changed.length < 5; i++) {
    let body = "";
    for (let n = 3 + next() * 14; n > 0; n--) body += one(next() < 0.7 ? MARKS : INNER);
    if (next() < 0.5) body += `\n\n${"x".repeat(next() * 60)} ${one(INNER)}`;
    for (const html of bodies(body, { language: i % 3 ? "en" : "ar" })) if (again(html) !== html) changed.push(body);
  }
  assert.deepEqual(changed, []);
});

test("parse5 writes back what stands behind any two lines of marks", () => {
  const marks = [">", "1.", "3.", "-", "\t"];
  const longer = (lines) => lines.flatMap((line) => marks.map((mark) => line + mark));
  const lines = [marks, longer(marks), longer(longer(marks))].flat();
  // Whatever is put at the offset of what was taken back is put into an address.
  const behind = `\n\n[b](/${"x".repeat(90)})`;
  const changed = [];
  for (const first of lines) for (const second of lines) for (const html of bodies(`${first}\n${second}${behind}`)) if (again(html) !== html) changed.push([first, second]);
  assert.deepEqual(changed.slice(0, 5), []);
});

test("the comparison sees what is no fixpoint", () => {
  for (const html of ["<p>a<p>b", "<pre>\n\na</pre>", "<a title='x'></a>", "<b>&#39;</b>", "<p><div></div></p>", "<img>\0", "<table>x</table>", "a\u00a0b"]) {
    assert.notEqual(again(html), html);
  }
});
