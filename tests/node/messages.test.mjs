// What an error says: the field, the place and the remedy; what came instead of a bundle; the option that was meant.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { bundle, refused } from "./bundle.mjs";

const press = await load();
const says = (code, work, ...patterns) => {
  const { message, reason } = refused(code, work);
  for (const pattern of patterns) assert.match(message, pattern);
  assert.ok(message.startsWith(reason));
  return message;
};

test("a required field is named, with its pointer", () => {
  for (const name of ["id", "headline", "body"]) {
    const layer = bundle();
    delete layer.article[name];
    says("SHAPE", () => press.open(layer), new RegExp(`no "${name}".*\\(/article/${name}\\)$`));
    layer.article[name] = [];
    says("SHAPE", () => press.open(layer), new RegExp(`"${name}" is not a string \\(/article/${name}\\)$`));
  }
  says("SHAPE", () => press.open(bundle({ headline: " " })), /"headline" is empty/);
});

test("of text that is not JSON line and column are told; of an object neither", () => {
  says("JSON", () => press.open('{\n "a": x}'), /\(line 2, column 7\)$/);
  assert.doesNotMatch(says("LIMIT", () => press.open(bundle(), { limits: { jsonDepth: 1 } })), /line/);
});

test("a message holds no text of the bundle but keys of letters, digits, - and _", () => {
  const message = says("LIMIT", () => press.open('{"<b>\\u001b": [[[]]]}', { limits: { jsonDepth: 2 } }));
  assert.doesNotMatch(message, /<b>|\u001b/);
});

test("what cannot be a layer is named for what it is", async () => {
  const kinds = {
    Promise: [Promise.resolve(bundle()), { then() {} }, (async () => bundle())()],
    Response: [new Response("{}")],
    Blob: [new Blob(["{}"])],
    ReadableStream: [new Blob(["{}"]).stream()],
    Map: [new Map([["article", {}]])],
    Set: [new Set()],
    Error: [new Error("x")],
    null: [null],
    undefined: [undefined],
    number: [5],
    boolean: [true],
    function: [() => bundle()],
    symbol: [Symbol("x")],
  };
  for (const [kind, values] of Object.entries(kinds)) {
    for (const value of values) {
      for (const options of [{}, { furniture: true }]) {
        const message = says("SHAPE", () => press.open([bundle(), value], options), new RegExp(`, not ${kind}\\b`));
        assert.equal(/await/.test(message), /Promise|Response|Blob|Stream/.test(kind));
      }
    }
  }
  says("SHAPE", () => press.markdown(fetch("data:,x")), /not Promise; await it/);
  says("SHAPE", () => press.markdown({}), /not Object$/);
});

test("what converts itself to JSON, and what has own members, is a layer", () => {
  class Bundle {
    article = bundle().article;
  }
  const converted = { [Symbol.toStringTag]: "Own", toJSON: () => bundle() };
  for (const layer of [new Bundle(), converted, new Proxy(bundle(), {}), Object.assign(Object.create(null), bundle())]) {
    assert.equal(press.open(layer).title, "A story");
  }
});

test("a list of stories, and two stories, are told", () => {
  says("SHAPE", () => press.open([[bundle(), bundle()]]), /list.*opened by itself/);
  says("SHAPE", () => press.open("\n [{}]"), /list.*opened by itself/);
  says("SHAPE", () => press.open("5"), /not a JSON object/);
  const codes = (...layers) => press.open(layers).diagnostics.map(({ code, layer, pointer }) => [code, layer, pointer].join(" "));
  assert.deepEqual(codes(bundle({ id: "a" }), bundle({ id: "b" })), ["LAYER_OTHER_ARTICLE 1 /article/id"]);
  assert.deepEqual(codes(bundle({ id: "a" }), { article: { headline: "Later" } }), []);
  assert.deepEqual(codes(bundle({ id: "a" }), bundle({ id: "a" })), []);
});

test("what other systems export is named", () => {
  for (const [layer, pattern] of [
    [{ id: 5, title: { rendered: "A" }, content: { rendered: "<p>B</p>" } }, /post of WordPress/],
    [{ version: "https://jsonfeed.org/version/1.1", title: "A", items: [] }, /JSON Feed/],
    [{ "@context": "https://schema.org", headline: "A" }, /JSON-LD/],
    [{ id: "1", headline: "A", body: "B" }, /belong into its member "article"/],
    [{}, /no "article"/],
    [{ site: {} }, /no "article"/],
  ]) says("SHAPE", () => press.open(layer), pattern, /\(\/article\)$/);
});

test("HTML or XML is told from other text that is not JSON", () => {
  for (const text of ["<!DOCTYPE html>", "\ufeff <?xml version='1.0'?><rss/>", "\r\n<p>"]) {
    says("JSON", () => press.open(text), /^HTML or XML came instead of JSON \(line/);
    says("JSON", () => press.open([bundle(), new TextEncoder().encode(text)]), /^HTML or XML came instead of JSON \(line/);
  }
  for (const text of ['{"a": <b>}', "[<]", "story.json", "{}<"]) assert.doesNotMatch(refused("JSON", () => press.open(text)).message, /HTML/);
});

test("options that are no options are named for what they are", () => {
  for (const [options, kind] of [
    [new Map([["locale", "ko"]]), "Map"],
    [new URLSearchParams("locale=ko"), "URLSearchParams"],
    [Promise.resolve({ locale: "ko" }), "Promise; await it"],
    [new Headers(), "Headers"],
    [["ko"], "Array"],
    ["ko", "string"],
    [{ reader: new Map() }, "Map"],
    [{ limits: null }, "null"],
  ]) {
    says("OPTION", () => press.open(bundle(), options), new RegExp(`stand in an object, not ${kind}`));
    if (!options.reader) says("OPTION", () => press.markdown("a", options), new RegExp(`not ${kind}`));
  }
  for (const options of [Object.assign(Object.create(null), { locale: "ko" }), new (class Options { locale = "ko"; })(), undefined, null])
    press.open(bundle(), options).close();
});

test("an option that is none names the nearest one that the call takes", () => {
  for (const [options, nearest] of [
    [{ timezone: "UTC" }, "timeZone"],
    [{ time_zone: "UTC" }, "timeZone"],
    [{ headingbase: 2 }, "headingBase"],
    [{ locales: "ko" }, "locale"],
    [{ limits: { bundlebytes: 5 } }, "limits/bundleBytes"],
    [{ reader: { signedin: true } }, "reader/signedIn"],
    [{ styleSheet: "x" }, "stylesheet"],
  ]) says("OPTION", () => press.open(bundle(), options), new RegExp(`the nearest is ${nearest} \\(`));
  for (const name of ["html", "hello", "x", "", "a".repeat(33), "é", "a".repeat(5000)])
    assert.doesNotMatch(refused("OPTION", () => press.open(bundle(), { [name]: "1" })).message, /nearest/, name);
  // Markdown takes other options than a story.
  assert.doesNotMatch(refused("OPTION", () => press.markdown("a", { timezone: "UTC" })).message, /nearest/);
  says("OPTION", () => press.markdown("a", { dialects: "x" }), /nearest is dialect/);
});

test("an error that nobody catches is less than a screen in Node, and begins with its message", () => {
  const script = `import { load } from ${JSON.stringify(new URL("../../dist/broadsheet.js", import.meta.url).href)};
    (await load()).open("{");`;
  for (const program of [script, script.replace(/\(await[^;]*;/, 'await load("/nowhere.wasm");')]) {
    const { stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
    assert.match(stderr, /^(node:internal.*\n.*\n.*\^\n\n)?BroadsheetError: /);
    assert.ok(stderr.split("\n").length <= 30 && stderr.length < 3000, stderr);
  }
});
