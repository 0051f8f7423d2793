// The option provenance: what the attribute data-bs-provenance says, held against a second count by a parser, and against
// the digest that JavaScript makes without a module.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { parse, parseFragment } from "parse5";
import { BroadsheetError, load } from "../../dist/broadsheet.js";
import { digestOf } from "../../web/module/digest.js";
import { goldens } from "../golden/cases.mjs";

const press = await load();

function render(layers, options, part, id) {
  const story = press.open(layers, options);
  try {
    return story.render(part, id === undefined ? undefined : { id });
  } finally {
    story.close();
  }
}

const ATTRIBUTE = / data-bs-provenance="([^"]*)"/g;
const bundle = (body = "One.") => ({ article: { id: "a", headline: "A story", body } });

/** The version, the digests and the counts. */
function provenance(layers, options, part, id) {
  const [, value] = [...render(layers, { ...options, provenance: true }, part, id).matchAll(ATTRIBUTE)][0];
  const [, version, made, layersDigest, elements, sum] = /^(.*)-(\w{16})-(\w{16})-(\w{8})-(\w{8})$/.exec(value);
  return { version, made, layers: layersDigest, elements: Number.parseInt(elements, 16), sum: Number.parseInt(sum, 16) };
}

test("known digests, which C makes too (tests/c/test_provenance.c)", () => {
  assert.equal(digestOf([]), "243f6a8813198a2e");
  assert.equal(digestOf(["a"]), "5614aa5bde5bc87d");
  assert.equal(digestOf(["abcdefg", "", "h"]), "fdcd4d0197db644d");
});

test("JavaScript makes the digest of C, for texts of every length, in bytes, as text and as an object", () => {
  for (let length = 0; length < 70; length++) {
    const layers = [JSON.stringify(bundle("é😀x".repeat(length).slice(0, length))), "{}".padEnd(length), "\uFEFF{}"];
    const { layers: made } = provenance(layers);
    assert.equal(made, press.digest(layers));
    assert.equal(made, digestOf(layers.map((layer) => new TextEncoder().encode(layer))));
    assert.equal(press.digest([JSON.parse(layers[0]), new TextEncoder().encode(layers[1]), layers[2]]), made);
  }
  assert.equal(provenance(bundle()).layers, press.digest(bundle()));
  assert.throws(() => press.digest(Promise.resolve("{}")), (error) => error instanceof BroadsheetError && error.code === "SHAPE");
});

test("a text of half a character counts as what C reads", () => {
  const layers = [JSON.stringify(bundle()), "{\"x\":\"\ud800\"}"];
  assert.equal(provenance(layers).layers, press.digest(layers));
});

test("no two of many small texts and lists have one digest", () => {
  const lists = [];
  for (let i = 0; i < 20_000; i++) lists.push([`{"a":${i}}`], [`${i}`, ""], ["", `${i}`], [`${i}\0`]);
  assert.equal(new Set(lists.map(digestOf)).size, lists.length);
});

test("the digest of the options is of locale, time zone, time, prefix, level, base, reader and id, in this order", () => {
  const options = { locale: "ko", timeZone: "Asia/Seoul", now: new Date(0), idPrefix: "x-", headingBase: "3", base: "https://a.example/b?c", reader: { signedIn: true } };
  assert.equal(provenance(bundle(), options, "story", "f").made, digestOf(["ko", "Asia/Seoul", "1970-01-01T00:00:00.000Z", "x-", "3", "https://a.example/b?c", "signed-in", "f"]));
  assert.equal(provenance(bundle()).made, digestOf(["", "", "", "bs-", "1", "", "", ""]));
});

const sumOf = (text) => [...text].reduce((sum, character) => (31 * sum + character.codePointAt()) % 2 ** 32, 0);

// What changes no part but the document, or refuses instead of changing, or cannot be an attribute of an element.
const NOT_IN_IT = ["stylesheet", "frames", "document", "furniture", "provenance"];
const VALUES = { headingBase: 3, "reader/signedIn": true, now: "2026-01-17T09:30:00Z", timeZone: "Asia/Seoul", locale: "ko", base: "https://a.example/", idPrefix: "x-", stylesheet: "a.css", frames: "a.example", document: "page", furniture: true, provenance: true };

test("each option of the module is in the digest, or is known not to matter", () => {
  const table = readFileSync(new URL("../../src/wasm/options.def", import.meta.url), "utf8");
  const names = [...table.matchAll(/^X\("([^"]+)",.*WASM_OPEN/gm)].map(([, name]) => name);
  assert.deepEqual([...names].sort(), Object.keys(VALUES).sort());
  const plain = provenance(bundle()).made;
  for (const name of names) {
    const [first, second] = name.split("/");
    const { made } = provenance(bundle(), { [first]: second ? { [second]: VALUES[name] } : VALUES[name] });
    assert.equal(made === plain, NOT_IN_IT.includes(name), name);
  }
});

/** What a parser counts: elements from the root on, and a sum of the text behind the last start tag. */
function counted(html, whole) {
  let elements = 0;
  let text = "";
  const walk = (node) => {
    if (node.tagName && !(node.tagName === "html" && !whole)) {
      elements++;
      text = "";
    }
    if (node.nodeName === "#text") text += node.value;
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk((whole ? parse : parseFragment)(html));
  return { elements, sum: sumOf(text) };
}

test("it stands once, on the root of the part that was asked for, and the rest is as without it", () => {
  let seen = 0;
  for (const { title, part, id, json, options } of goldens()) {
    const { provenance: asked, ...others } = options ?? {};
    let plain;
    try {
      plain = render(json, others, part, id);
    } catch {
      continue;
    }
    const html = render(json, { ...others, provenance: true }, part, id);
    assert.equal(html.replaceAll(ATTRIBUTE, ""), plain, title);
    const found = [...html.matchAll(ATTRIBUTE)];
    assert.equal(found.length, plain ? 1 : 0, title);
    if (!plain) continue;
    assert.match(html, new RegExp(`^(<!DOCTYPE html>)?<\\w+( (class|id|data-bs-\\w+|aria-\\w+|role)="[^"]*")* data-part="${part}" data-bs-provenance=`), title);
    const { elements, sum } = provenance(json, others, part, id);
    assert.deepEqual({ elements, sum }, counted(html, part === "document"), title);
    seen++;
  }
  assert.ok(seen > 200);
});

test("the version is the module's, with hyphens for points", () => assert.equal(provenance(bundle()).version, press.version.replaceAll(".", "-")));

test("a list that was cut has its note counted", () => {
  const tags = ["a", "b", "c"].map((label) => ({ label }));
  const options = { limits: { listItems: 2 }, provenance: true };
  const html = render({ article: { ...bundle().article, tags } }, options, "tags");
  assert.match(html, /<p class="bs-cut"/);
  const { elements, sum } = provenance({ article: { ...bundle().article, tags } }, options, "tags");
  assert.deepEqual({ elements, sum }, counted(html));
});
