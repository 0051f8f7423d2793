// The pathological inputs of the corpora, and of our own where there are none, as shapes for linear.mjs.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";

const address = new URL("../../../shared/corpora/pathological.json", import.meta.url);

/** Bytes of the larger input, about. */
const SIZE = 100_000;

// One part of an input: ["text", times], or for i from..to-1: pre + i times unit + post.
function piece(part, n, times) {
  if (Array.isArray(part)) return part[1] === 1 ? part[0] : part[0].repeat(times * Math.max(1, Math.round(part[1] * n)));
  const { from, to, pre, unit, post } = part;
  // With a unit the size goes with the square of the count.
  const count = unit ? Math.sqrt(times) * (to - from) * Math.sqrt(n) : times * Math.max(1, Math.round((to - from) * n));
  let text = "";
  for (let i = from; i < from + Math.max(1, Math.round(count)); i++) text += pre.replace("{i}", i) + unit.repeat(i) + post;
  return text;
}

const join = (parts, n, times) => parts.map((part) => piece(part, n, times)).join("");

export const article = (more) => JSON.stringify({ article: { id: "a", headline: "h", body: "x", ...more } });

/** The same in the newest version of the format, whose Markdown has most. */
const newest = (more) => article(more).replace("{", '{"broadsheet":2,');

/** A record as shapes: Markdown as a body and alone; JSON as the layer, and where it is JSON as a value in one. */
function shapes({ name, kind, parts }) {
  const most = Math.min(1, SIZE / 2 / join(parts, 1, 1).length);
  const text = (n, times) => join(parts, n, times);
  if (kind !== "json")
    return [
      { name: `${kind}: ${name}`, kind: "markdown", most, make: text },
      { name: `${kind}: ${name}`, kind: "bundle", most, make: (n, times) => newest({ body: text(n, times) }) },
    ];
  const layer = { name: `json: ${name}`, kind: "bundle", most, make: text, want: /^(OK|JSON|SHAPE)$/ };
  const inside = (n, times) => `{"article":{"id":"a","headline":"h","body":"x","_x":${text(n, times)}}}`;
  return [layer, { name: `json: ${name}, as a value`, kind: "bundle", most, make: inside, want: /^(OK|JSON)$/ }];
}

// Shapes of Markdown and JSON that have been quadratic somewhere, for a tree without the corpora.
const OWN = [
  ["md", "nested emphasis", [["*a **a ", 5000], ["b", 1], [" a** a*", 5000]]],
  ["md", "openers without closers", [["_a ", 20000]]],
  ["md", "mismatched openers and closers", [["*a_ ", 10000]]],
  ["md", "brackets without end", [["[a", 20000]]],
  ["md", "brackets without beginning", [["a]", 20000]]],
  ["md", "nested brackets", [["[", 10000], ["a", 1], ["]", 10000]]],
  ["md", "nested block quotes", [["> ", 10000], ["a", 1]]],
  ["md", "block quotes and lists by turns", [["> - ", 10000], ["x", 1]]],
  ["md", "blank lines in nested lists", [["- ", 10000], ["x", 1], ["\n", 10000]]],
  ["md", "blank lines in nested lists in a block quote", [["> ", 1], ["- ", 10000], ["x\n", 1], [">\n", 10000]]],
  ["md", "runs of backticks", [{ from: 1, to: 700, pre: "e", unit: "`", post: "" }]],
  ["md", "links without end", [["[a](<b", 10000]]],
  ["md", "many definitions", [{ from: 0, to: 10000, pre: "[{i}]: u\n", unit: "", post: "" }, ["[0] ", 10000]]],
  ["md", "one long definition", [["[x]: ", 1], ["x", 20000], ["\n[x]", 10000]]],
  ["md", "tables wide and long", [["|", 5000], ["\n", 1], ["|-", 4999], ["|\n", 1], ["|\n", 5000]]],
  ["md", "cells without a byte above a row", [["|a", 1], ["||", 25000], ["\n|-|", 1]]],
  ["md", "one wide row and short rows", [["th|", 5000], ["\n", 1], ["-|", 5000], ["\n", 1], ["td\n", 5000]]],
  ["md", "links by reference in a row", [["[r]: /r\n\n|a|\n|-|\n", 1], ["|[b|c][r]", 8000]]],
  ["md", "links by reference in rows", [["[r]: /r\n\n|a|\n|-|\n", 1], ["|[b|c][r]|d|\n", 8000]]],
  ["md", "brackets around pipes in rows", [["|a|\n|-|\n", 1], ["|[b|[c|\n", 8000]]],
  ["md", "addresses above a line with a pipe", [["http://a.b/||", 7000], ["\n|", 1]]],
  ["md", "comments in code that no row of delimiters has", [["`a||b\n|-:-<!-- `\n\n", 5000], ["-->", 1]]],
  ["md", "links without end in a row", [["|a|\n|-|\n", 1], ["[](", 15000]]],
  ["md", "equal headings", [["# same\n\n", 10000]]],
  ["md", "tags without end", [["</", 1], ["<!--", 20000]]],
  ["md", "nested pictures", [["![", 10000], ["]()", 10000]]],
  ["md", "links in links", [["[", 10000], ["](u)", 10000]]],
  ["md", "addresses with parentheses", [["http://a.b/", 1], ["(", 20000], [")", 20000]]],
  ["md", "references that are none", [["&", 50000]]],
  ["md", "blank at the end of a line", [["a", 1], [" ", 50000]]],
  ["md", "footnotes, each with a reference", [{ from: 0, to: 4000, pre: "a[^{i}]\n\n[^{i}]: x\n\n", unit: "", post: "" }]],
  ["md", "references to one footnote", [["a[^1] ", 15000], ["\n\n[^1]: x\n", 1]]],
  ["md", "references without footnotes", [["[^a] ", 15000]]],
  ["md", "footnotes that begin in one another", [{ from: 0, to: 8000, pre: "[^{i}]: ", unit: "", post: "" }, ["x", 1]]],
  ["md", "footnotes that refer to the next", [["[^0]\n\n", 1], { from: 0, to: 4000, pre: "[^{i}]: [^{i}0]\n\n", unit: "", post: "" }]],
  ["md", "a footnote in nested quotes", [["> ", 8000], ["[^1]: x\n\n[^1]", 1]]],
  ["md", "long footnote labels", [["[^", 1], ["x", 20000], ["]", 20000]]],
  ["md", "captions of tables", [["Table: a\n\n| |b|\n|-|-|\n|c|d|\n\n", 2000]]],
  ["md", "one caption after another", [["Table: a\n\n", 8000]]],
  ["md", "quotations with their sources", [["> a\n>\n> — b\n\n", 5000]]],
  ["md", "nested quotations", [["> ", 8000], ["a\n", 1], [">", 8000], ["\n", 1], ["> ", 8000], ["— b", 1]]],
  ["md", "raised and lowered text", [["m^2^H~2~O ", 8000]]],
  ["md", "marks without end", [["m^2 a~", 15000]]],
  ["md", "runs of other languages", [["[a](lang:fr)", 8000]]],
  ["md", "links that are none", [["[a](b c) ", 10000]]],
  ["md", "ends of links without beginnings", [["](b c", 15000]]],
  ["md", "beginnings before ends of links that are none", [["[", 10000], ["](b c)", 10000]]],
  ["json", "nested arrays", [["[", 20000], ["]", 20000]]],
  ["json", "nested objects", [['{"a":', 20000], ["1", 1], ["}", 20000]]],
  ["json", "a wide array", [["[", 1], ["0,", 40000], ["0]", 1]]],
  ["json", "equal keys", [["{", 1], ['"title":"x",', 8000], ['"title":"y"}', 1]]],
  ["json", "a long number", [["[", 1], ["9", 80000], ["]", 1]]],
  ["json", "a long exponent", [["[1e", 1], ["9", 80000], ["]", 1]]],
  ["json", "escapes", [['["', 1], ["\\u0000", 15000], ['"]', 1]]],
];

export const own = OWN.map(([kind, name, parts]) => ({ kind, name, parts })).flatMap(shapes);

/** The corpora's, all 154 of them; none where the corpora are not. */
export function corpus() {
  if (!existsSync(new URL("../../../shared/corpora/", import.meta.url))) return [];
  const records = JSON.parse(readFileSync(address, "utf8"));
  assert.equal(records.length, 154);
  return records.flatMap(shapes);
}
