// Every status and every limit, provoked from JavaScript, and where each is said to be.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { BroadsheetError, load } from "../../dist/broadsheet.js";
import { OWN_CODES } from "../../web/module/errors.js";

const press = await load();
const bundle = (article = {}) => JSON.stringify({ broadsheet: 1, article: { id: "a", headline: "Headline", body: "Body", ...article } });
const provoked = new Set(["OK"]);
const limited = new Set();

/** Calls, and compares what is thrown in every field; those not named must be null. */
function refuses(call, want) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof BroadsheetError, String(error));
    const { code, layer, offset, line, column, pointer } = error;
    const nothing = { layer: null, offset: null, line: null, column: null, pointer: "" };
    assert.deepEqual({ code, layer, offset, line, column, pointer }, { ...nothing, ...want });
    assert.match(error.message, /^[A-Za-z].{8}/, "a message for people");
    provoked.add(code);
    return true;
  });
}

test("JSON: with the place where the text stops to be it", () => {
  refuses(() => press.open('{"a":\n  [1,]}'), { code: "JSON", layer: 0, offset: 11, line: 2, column: 6 });
  refuses(() => press.open(["{}", "{"]), { code: "JSON", layer: 1, offset: 1, line: 1, column: 2 });
  refuses(() => press.open('{"한국": tru}'), { code: "JSON", layer: 0, offset: 14, line: 1, column: 11 });
});

test("UTF8: with the first byte that is not", () => {
  refuses(() => press.open(["{}", Buffer.from([0x7b, 0x0a, 0x22, 0xff])]), { code: "UTF8", layer: 1, offset: 3, line: 2, column: 2 });
  refuses(() => press.markdown(Buffer.from([0x61, 0x0a, 0x62, 0xff])), { code: "UTF8", offset: 3, line: 2, column: 2 });
});

test("SHAPE: what is required, with its pointer and the layer it came from", () => {
  const article = { id: "a", headline: "h", body: "b" };
  for (const key of Object.keys(article)) {
    const { [key]: _, ...less } = article;
    refuses(() => press.open({ article: less }), { code: "SHAPE", layer: 0, pointer: `/article/${key}` });
    refuses(() => press.open([{ article }, { article: { [key]: true } }]), { code: "SHAPE", layer: 1, pointer: `/article/${key}` });
  }
  refuses(() => press.open([{ article }, { article: { headline: " \t" } }]), { code: "SHAPE", layer: 1, pointer: "/article/headline" });
  refuses(() => press.open([{ article }, "[]"]), { code: "SHAPE", layer: 1 });
  refuses(() => press.open([{ article }, { article: [] }]), { code: "SHAPE", layer: 1, pointer: "/article" });
  refuses(() => press.open([]), { code: "SHAPE", pointer: "/article" });
  refuses(() => press.open([{ article }, 7]), { code: "SHAPE", layer: 1 });
});

test("OPTION: a wrong option, with its name", () => {
  const wrong = {
    now: ["yesterday", "2025-01-01T00:00", {}, new Date(Number.NaN)],
    timeZone: ["Asia Seoul", "Asia/Seoul; x"],
    locale: ["x", "english language"],
    idPrefix: ["1", "a b", 'x"'],
    headingBase: [0, 7, 1.5, "two"],
    base: ["a/b", "javascript:x"],
    stylesheet: ["javascript:x", "mailto:a@b.example"],
    frames: ["https://a.example", "a.example:8443", "*.example"],
    dialect: ["gfm"],
    unheard: ["of"],
  };
  for (const [name, values] of Object.entries(wrong))
    for (const value of values) refuses(() => press.open(bundle(), { [name]: value }), { code: "OPTION", pointer: `/${name}` });
  refuses(() => press.open(bundle(), { limits: { links: -1 } }), { code: "OPTION", pointer: "/limits/links" });
  refuses(() => press.open(bundle(), { limits: { unheard: 1 } }), { code: "OPTION", pointer: "/limits/unheard" });
  refuses(() => press.open(bundle(), { limits: 3 }), { code: "OPTION", pointer: "/limits" });
  refuses(() => press.open(bundle(), 7), { code: "OPTION" });
});

/** Refused with one limit as given, and taken with one more. */
function limits(name, most, article, where) {
  limited.add(name);
  refuses(() => press.open(bundle(article), { limits: { [name]: most } }), { code: "LIMIT", ...where });
  press.open(bundle(article), { limits: { [name]: most + 1 } }).close();
}

test("LIMIT: of the JSON, with the place where it was reached", () => {
  const text = bundle();
  limits("bundleBytes", text.length - 1, {}, { layer: 0, offset: text.length - 1, line: 1, column: text.length });
  const deep = bundle({ _x: [[]] }).indexOf("[[") + 1;
  limits("jsonDepth", 3, { _x: [[]] }, { layer: 0, offset: deep, line: 1, column: deep + 1, pointer: "/article/_x/0" });
  const last = text.indexOf('"Body"');
  limits("jsonNodes", 5, {}, { layer: 0, offset: last, line: 1, column: last + 1, pointer: "/article/body" });
});

test("LIMIT: of the Markdown", () => {
  const where = { layer: 0, pointer: "/article/body" };
  limits("bodyBytes", 4, { body: "12345" }, where);
  limits("markdownDepth", 2, { body: "> > > x" }, where);
  limits("tableCells", 3, { body: "|a|b|\n|-|-|\n|c|d|" }, where);
  limits("links", 1, { body: "[a](b) [c](d)" }, where);
  refuses(() => press.markdown("12345", { limits: { bodyBytes: 4 } }), { code: "LIMIT" });
});

test("LIMIT: of the output", () => {
  limited.add("outputBytes");
  const story = press.open(bundle(), { limits: { outputBytes: 150 } });
  refuses(() => story.render(), { code: "LIMIT" });
  assert.ok(story.render("headline").length < 150, "what is small enough can still be rendered");
  story.close();
});

test("LIMIT: of lists and diagnostics, which only cut", () => {
  limited.add("listItems").add("diagnostics");
  const cut = press.open(bundle({ tags: [{ label: "a" }, { label: "b" }] }), { limits: { listItems: 1 } });
  assert.deepEqual(cut.diagnostics.map(({ code, pointer, severity }) => [code, pointer, severity]), [["LIST_TOO_LONG", "/article/tags", "error"]]);
  assert.equal(cut.render("tags").match(/<li>/g).length, 1);
  cut.close();
  const many = press.open(bundle({ a: 1, b: 2, c: 3, tags: 4 }), { limits: { diagnostics: 2 } });
  assert.equal(many.diagnostics.length, 3);
  assert.deepEqual([many.diagnostics[2].code, many.diagnostics[2].pointer], ["DIAGNOSTICS_TOO_MANY", ""]);
  many.close();
});

test("each limit that C knows was reached", () => assert.deepEqual([...limited].sort(), Object.keys(press.limits).sort()));

test("PART: an unknown part", () => {
  const story = press.open(bundle());
  for (const name of ["mastheads", "", "Story", "story\0"]) refuses(() => story.render(name), { code: "PART" });
  story.close();
});

test("STATE: a story that is closed", () => {
  const story = press.open(bundle());
  story.close();
  story.close();
  for (const call of ["render", "renderBytes"]) refuses(() => story[call](), { code: "STATE", pointer: null });
  assert.equal(story.title, "Headline", "what was read once stays");
});

test("MEMORY: a bundle that does not fit, after which all goes on", () => {
  const other = press.open(bundle());
  const large = Buffer.concat([Buffer.from('{"article":{"id":"'), Buffer.alloc(170e6, "x"), Buffer.from('"}}')]);
  refuses(() => press.open(large, { limits: { bundleBytes: 2e9 } }), { code: "MEMORY" });
  assert.match(other.render("headline"), /Headline/);
  other.close();
  press.open(bundle()).close();
});

test("PATCH: what cannot be applied, with its operation", () => {
  const story = press.open(bundle());
  const patch = '[{"op": "add", "path": "/article/tags", "value": []},\n {"op": "remove", "path": "/article/tags/0"}]';
  refuses(() => story.update({ patch }), { code: "PATCH", layer: 0, offset: 55, line: 2, column: 2, pointer: "/article/tags/0" });
  refuses(() => story.update({ patch: {} }), { code: "PATCH", layer: 0, pointer: "" });
});

test("LOAD: what is no module of ours", async () => {
  const wrong = [
    new Uint8Array([1, 2, 3]),
    new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
    new URL("no-such.wasm", import.meta.url),
    new Response("<!DOCTYPE html>", { status: 404 }),
    7,
  ];
  for (const source of wrong) {
    const error = await load(source).then(() => assert.fail("loaded"), (reason) => reason);
    refuses(() => { throw error; }, { code: "LOAD", pointer: null });
  }
});

test("each status of src/report/status.def was provoked, and each code that JavaScript adds", () => {
  const names = [...readFileSync(new URL("../../src/report/status.def", import.meta.url), "utf8").matchAll(/^X\((\w+),/gm)].map((match) => match[1]);
  assert.ok(names.length > 8);
  assert.deepEqual([...provoked].sort(), [...names, ...OWN_CODES].sort());
});
