// Story.update: random updates of three kinds, each of which gives the bytes of a story that was opened anew, and names the
// parts that differ; what it refuses; and what it keeps of memory.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { bundle, refused } from "./bundle.mjs";
import { full } from "./full-bundle.mjs";
import { jsonPatch, mergePatch, pointerOf } from "./rfc-patches.mjs";

const press = await load();
const options = { document: "page", now: "2026-01-18T06:00:00Z" };
const rows = [...readFileSync(new URL("../../src/page/parts.def", import.meta.url), "utf8").matchAll(/^X\(\w+, "([^"]+)", "([^"]*)"/gm)];
/** Where the bundle has what the id of a part names. */
const MAPS = { figure: ["article", "figures"], related: ["article", "related"], slot: ["site", "slots"], "ranked list": ["lists", "ranked"], gallery: ["article", "galleries"], box: ["article", "boxes"], media: ["article", "media"], quote: ["article", "quotes"], update: ["article", "updates"] };

/** A generator of numbers below n, the same at each run (mulberry32). */
function numbers(seed) {
  return (n) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** The paths of a document, those of its root left out. */
function* paths(value, path = []) {
  if (path.length) yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) yield* paths(member, [...path, Array.isArray(value) ? Number(key) : key]);
}

const at = (document, path) => path.reduce((value, step) => value[step], document);

/** Something else in place of a value: mostly of its kind. */
function another(number, value) {
  const odd = [null, true, 0, -1.5, "", " ", "<b>&\"'", "한국어 \u{1f600}", "/relative", "https://other.example/", [], {}, [null], { src: "a.webp", alt: "" }, "2026-01-17T10:00:00Z", 1e21];
  if (value === undefined || number(4) === 0) return odd[number(odd.length)];
  if (typeof value === "string") return [`${value} *and* more`, value.slice(0, Math.floor(value.length / 2)), `${value}\n\nA ~~new~~ paragraph.`][number(3)];
  if (typeof value === "number") return value + number(10);
  if (typeof value === "boolean") return !value;
  return structuredClone(value);
}

/** A random path, a third of them of a key that is new. */
function somewhere(number, document, within = () => true) {
  const all = [...paths(document)].filter(within);
  const path = all[number(all.length)];
  return number(3) === 0 && isObject(at(document, path)) ? [...path, ["fig-new", "r-new", "slot-new", "kicker", "_note", "unheard/of~"][number(6)]] : path;
}

/** A random merge patch: one to three members, none of them inside of an array. */
function randomMerge(number, document) {
  const patch = {};
  for (let count = 1 + number(3); count; count--) {
    const path = somewhere(number, document, (steps) => steps.every((step) => typeof step === "string"));
    let into = patch;
    for (const step of path.slice(0, -1)) into = isObject(into[step]) ? into[step] : (into[step] = {});
    const before = path.slice(0, -1).reduce((value, step) => value?.[step], document)?.[path.at(-1)];
    into[path.at(-1)] = number(5) === 0 ? null : another(number, before);
  }
  return patch;
}

/** A random JSON Patch: one to four operations, a few of which cannot be applied. */
function randomPatch(number, document) {
  const operations = [];
  let now = document;
  for (let count = 1 + number(4); count; count--) {
    const path = somewhere(number, now);
    const pointer = pointerOf(path);
    const there = path.slice(0, -1).reduce((value, step) => value?.[step], now)?.[path.at(-1)];
    const from = pointerOf(somewhere(number, now));
    const value = another(number, there);
    const to = number(6) === 0 ? pointer.replace(/\d+$/, "-") : pointer;
    const op = [
      { op: "add", path: to, value },
      { op: "remove", path: pointer },
      { op: "replace", path: pointer, value },
      { op: "move", from, path: to },
      { op: "copy", from, path: to },
      { op: "test", path: pointer, value: number(8) ? (there ?? null) : value },
    ][number(6)];
    operations.push(op);
    now = jsonPatch(now, [op]) ?? now;
  }
  return operations;
}

/** Every part of a story, and every id: [part, id] and its HTML. */
function allParts(story, ...documents) {
  const html = new Map();
  for (const [, part, takes] of rows) {
    const [owner, map] = MAPS[takes] ?? [];
    const ids = takes ? documents.flatMap((document) => (isObject(document[owner]?.[map]) ? Object.keys(document[owner][map]) : [])) : [undefined];
    for (const id of ids) html.set(JSON.stringify([part, id]), story.render(part, { id }));
  }
  return html;
}

const outcome = (work) => {
  try {
    return { value: work() };
  } catch (error) {
    assert.ok(error.code, error.stack);
    return { code: error.code };
  }
};

/** A version that can be read; NaN: it cannot. */
const read = (value) => (typeof value === "number" ? Math.max(0, value) : typeof value === "string" && /^(\d+\.?\d*|\.\d+)$/.test(value.trim()) ? Number(value) : NaN);
/** How high a version stands among those of the layers; -1: none is named. */
const version = (value) => (value === null || value === undefined ? -1 : Number.isNaN(read(value)) ? 1.5 : read(value));
const isLower = (document, change) => isObject(change) && "broadsheet" in change && version(change.broadsheet) < version(document.broadsheet);

/** A layer without a version that is lower than the one that the document has. */
function versioned(document, change) {
  if (!isLower(document, change)) return change;
  const { broadsheet, ...rest } = change;
  return rest;
}

/** What is told of the layer itself. */
function oddities(document, change, next) {
  const id = ({ article }) => (/^(string|number)$/.test(typeof article?.id) ? String(article.id) : "");
  const other = id(document) && id(next) && id(document) !== id(next);
  const lower = isLower(document, change) && change.broadsheet !== null && !Number.isNaN(read(document.broadsheet));
  return [...(other ? [["LAYER_OTHER_ARTICLE", "/article/id"]] : []), ...(lower ? [[Number.isNaN(read(change.broadsheet)) ? "VALUE_TYPE" : "VERSION_LOWER", "/broadsheet"]] : [])];
}

/** Updates one story again and again, and compares it with one that is opened anew. */
function compared(seed, kind, count) {
  const number = numbers(seed);
  const limits = { jsonNodes: 20_000 };
  let document = structuredClone(full);
  let story = press.open(document, { ...options, limits });
  const seen = { applied: 0, refused: 0, changed: new Set() };
  for (let i = 0; i < count; i++) {
    const change = kind === "patch" ? randomPatch(number, document) : randomMerge(number, document);
    const next = kind === "patch" ? jsonPatch(document, change) : mergePatch(structuredClone(document), versioned(document, change));
    const anew = next === null ? { code: "PATCH" } : outcome(() => press.open(JSON.stringify(next), { ...options, limits }));
    const before = i % 10 ? null : allParts(story, document, next ?? {});
    const done = outcome(() => story.update(kind === "layers" ? change : { [kind]: i % 2 ? change : JSON.stringify(change) }));
    const what = `${kind} ${i}: ${JSON.stringify(change).slice(0, 500)}`;
    assert.equal(done.code, anew.code, what);
    if (done.code) {
      seen.refused++;
      continue;
    }
    seen.applied++;
    const odd = kind === "patch" ? [] : oddities(document, change, next);
    document = next;
    assert.equal(story.render("document"), anew.value.render("document"), what);
    assert.equal(story.title, anew.value.title);
    assert.deepEqual(story.diagnostics.map(({ code, pointer }) => [code, pointer]), [...odd, ...anew.value.diagnostics.map(({ code, pointer }) => [code, pointer])], what);
    if (before) {
      const after = allParts(story, next, full);
      const wanted = [...new Set([...after.keys(), ...before.keys()])].filter((key) => (before.get(key) ?? "") !== (after.get(key) ?? ""));
      assert.deepEqual(done.value.map(({ part, id }) => JSON.stringify([part, id])).sort(), wanted.sort(), what);
    }
    done.value.forEach(({ part }) => seen.changed.add(part));
    anew.value.close();
    if (i % 100 === 99) {
      // The document has become wild: it begins again, and the one story goes on with it.
      document = structuredClone(full);
      story.update({ patch: [{ op: "replace", path: "", value: document }] });
    }
  }
  story.close();
  return seen;
}

for (const [seed, kind] of ["layers", "merge", "patch"].entries())
  test(`1,000 random updates by ${kind} give the bytes of a story that is opened anew, and name the parts that differ`, (t) => {
    const { applied, refused: no, changed } = compared(seed + 1, kind, 1000);
    t.diagnostic(`${applied} applied, ${no} refused, ${changed.size} parts changed`);
    assert.ok(applied > 600 && changed.size > 30);
    assert.ok(kind !== "patch" || no > 50);
  });

test("an update by layers is what these layers give when the story is opened with them", () => {
  const layers = [
    { article: { figures: { a: { src: "a.webp", alt: "A" }, b: { src: "b.webp", alt: "B" } } } },
    { article: { figures: { a: null, c: { src: "c.webp", alt: "C" } }, kicker: "K" }, site: { slots: { s: { advertiser: "S" }, t: { advertiser: "T" } } } },
    { article: { figures: { a: { src: "again.webp", alt: "A" } }, kicker: null }, site: { slots: { s: null } } },
    { site: { slots: { s: { advertiser: "Again" } } }, lists: null },
  ];
  const base = bundle({ body: "![](figure:a)\n\n![](figure:b)\n\n![](figure:c)" });
  const story = press.open(base, options);
  for (const [i, layer] of layers.entries()) {
    const anew = press.open([base, ...layers.slice(0, i + 1)], options);
    story.update(layer);
    assert.equal(story.render("document"), anew.render("document"));
  }
  const at_once = press.open(base, options);
  at_once.update(layers);
  assert.equal(at_once.render("document"), story.render("document"));
});

test("a patch applies to the bundle as it is merged", () => {
  const story = press.open([bundle({ kicker: "one", tags: [{ label: "t" }] }), { article: { kicker: "two", tags: null } }], options);
  story.update({ patch: [{ op: "test", path: "/article/kicker", value: "two" }] });
  const error = refused("PATCH", () => story.update({ patch: [{ op: "test", path: "/article/tags", value: null }] }));
  assert.equal(error.pointer, "/article/tags");
  story.update({ patch: [{ op: "add", path: "/article/tags", value: null }] });
  story.update({ patch: [{ op: "test", path: "/article/tags", value: null }] });
});

test("a refused update leaves the story as it was, and says where it went wrong", () => {
  const story = press.open(bundle(), options);
  const before = story.render("document");
  const patch = '[\n {"op": "replace", "path": "/article/headline", "value": "New"},\n {"op": "test", "path": "/article/body", "value": "?"}]';
  let error = refused("PATCH", () => story.update({ patch }));
  assert.deepEqual([error.layer, error.pointer, error.operation, error.line, error.column], [0, "/article/body", 1, 3, 2]);
  assert.match(error.message, /operation 1/);
  error = refused("PATCH", () => story.update({ patch: JSON.parse(patch) }));
  assert.deepEqual([error.layer, error.pointer, error.operation, error.line], [0, "/article/body", 1, null]);
  error = refused("JSON", () => story.update(["{}", "{"]));
  assert.deepEqual([error.layer, error.offset, error.operation], [1, 1, null]);
  error = refused("SHAPE", () => story.update({ article: { id: null } }));
  assert.deepEqual([error.layer, error.pointer, error.offset], [null, "/article/id", null]);
  refused("SHAPE", () => story.update({ patch: [{ op: "replace", path: "", value: [] }] }));
  refused("SHAPE", () => story.update({ merge: [] }));
  // Operations without { patch }, which would change nothing.
  error = refused("SHAPE", () => story.update(JSON.parse(patch)));
  assert.match(error.message, /operation of a JSON Patch.*passed as a patch/);
  assert.equal(error.layer, 0);
  refused("SHAPE", () => story.update(["{}", JSON.stringify(JSON.parse(patch)[1])]));
  refused("SHAPE", () => story.update("7"));
  refused("SHAPE", () => story.update(undefined));
  refused("SHAPE", () => story.update({ patch: Promise.resolve([]) }));
  refused("UTF8", () => story.update(new Uint8Array([0x7b, 0xff])));
  refused("LIMIT", () => story.update({ article: { x: Array(100_000).fill(0) } }));
  assert.equal(story.render("document"), before);
  story.close();
  refused("STATE", () => story.update({}));
});

test("a layer whose members are named merge and patch is a layer", () => {
  const story = press.open(bundle(), options);
  story.update({ merge: {}, patch: [], article: { headline: "New" } });
  assert.equal(story.title, "New");
});

test("null takes an entry away, in each map of a bundle, in a layer and in a patch", () => {
  const entry = { figures: { src: "a.webp", alt: "x" }, related: { headline: "R", url: "/r" }, slots: { advertiser: "S", url: "/s" }, ranked: { label: "L", items: [{ rank: 1, headline: "H", url: "/h" }] } };
  for (const [owner, map] of [...Object.values(MAPS), ["strings", null]]) {
    const value = map ? { [map]: { gone: entry[map], kept: entry[map] } } : { en: { posted: "On" }, ko: { posted: "On" } };
    const nothing = map ? { [map]: { gone: null } } : { en: null, ko: { posted: null } };
    const base = mergePatch(bundle(), { [owner]: value });
    const less = mergePatch(structuredClone(base), { [owner]: nothing });
    const want = press.open(less, options);
    const codes = (story) => story.diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);
    for (const story of [press.open([base, { [owner]: nothing }], options), press.open([base, JSON.stringify({ [owner]: nothing })], options)]) {
      assert.equal(story.render("document"), want.render("document"));
      assert.deepEqual(codes(story), codes(want));
    }
    const story = press.open(base, options);
    story.update({ [owner]: nothing });
    assert.equal(story.render("document"), want.render("document"));
  }
});

test("memory is flat: 100,000 updates of one story leave it as the first hundred did", async () => {
  const { instantiate } = WebAssembly;
  let memory;
  WebAssembly.instantiate = async (...given) => {
    const instance = await instantiate(...given);
    memory = instance.exports.memory;
    return instance;
  };
  const own = await load(readFileSync(new URL("../../dist/broadsheet.wasm", import.meta.url)));
  WebAssembly.instantiate = instantiate;
  const story = own.open(bundle({ body: "One paragraph." }));
  const turns = [
    (i) => ({ article: { headline: `Headline ${i % 10}`, figures: { [`f${i % 7}`]: i % 2 ? { src: "a.webp", alt: "x" } : null } } }),
    (i) => ({ merge: { [`_${i % 50}`]: i % 3 ? i : null } }),
    (i) => ({ patch: [{ op: "add", path: "/article/tags", value: [] }, { op: "add", path: "/article/tags/-", value: { label: `t${i % 10}` } }, { op: "copy", from: "/article/tags/0", path: "/article/tags/1" }] }),
    () => ({ patch: [{ op: "test", path: "/article/id", value: "no" }] }),
  ];
  let size;
  for (let i = 0; i < 100_000; i++) {
    try {
      story.update(turns[i % 4](i));
    } catch (error) {
      assert.equal(error.code, "PATCH");
    }
    if (i === 400) size = memory.buffer.byteLength;
  }
  assert.equal(memory.buffer.byteLength, size);
});

test("src/changes.c knows where the ids of each part stand", () => {
  const source = readFileSync(new URL("../../src/changes.c", import.meta.url), "utf8");
  const known = [...source.matchAll(/\{TEXT_INIT\("([^"]+)"\), TEXT_INIT\("(\w+)"\), TEXT_INIT\("(\w+)"\)\}/g)].map(([, takes, owner, map]) => [takes, [owner, map]]);
  assert.deepEqual(known, Object.entries(MAPS));
  assert.deepEqual([...new Set(rows.map(([, , takes]) => takes).filter(Boolean))].sort(), Object.keys(MAPS).sort());
});

test("what a part was made from is no change, and an updated story says nothing of it", () => {
  const story = press.open(bundle({ kicker: "K" }), { provenance: true });
  assert.match(story.render("headline"), /data-bs-provenance/);
  assert.deepEqual(story.update({ article: { kicker: "L" } }).map(({ part }) => part), ["kicker", "story", "page", "document"]);
  assert.doesNotMatch(story.render("headline"), /data-bs-provenance/);
});
