// press.open: the kinds of layers, how they merge, and what a story tells.
import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { load } from "../../dist/broadsheet.js";
import { bundle, refused } from "./bundle.mjs";

const press = await load();
const json = JSON.stringify(bundle());
const bytes = new TextEncoder().encode(json);
const expected = press.open(json).render();

const padded = new Uint8Array(bytes.length + 20);
padded.set(bytes, 7);
for (const [what, layer] of [
  ["text", json],
  ["Uint8Array", bytes],
  ["Buffer", Buffer.from(json)],
  ["a part of a buffer", padded.subarray(7, 7 + bytes.length)],
  ["ArrayBuffer", bytes.buffer],
  ["DataView", new DataView(padded.buffer, 7, bytes.length)],
  ["object", bundle()],
  ["object with toJSON", { toJSON: () => bundle() }],
  ["object without a prototype", Object.assign(Object.create(null), bundle())],
  ["bytes of another realm", vm.runInNewContext("(bytes) => Uint8Array.from(bytes)")(bytes)],
  ["object of another realm", vm.runInNewContext(`(${json})`)],
  ["array of one", [json]],
  ["array of another realm", vm.runInNewContext("(json) => [json]")(json)],
]) {
  test(`a layer: ${what}`, () => assert.equal(press.open(layer).render(), expected));
}

test("a lone surrogate in text is U+FFFD", () => {
  assert.equal(press.open(`{"article":{"id":"a","headline":"x\ud800y","body":"z"}}`).title, "x\ufffdy");
  assert.equal(press.open(bundle({ headline: "x\udc00y" })).title, "x\ufffdy");
});

test("layers merge left to right: objects by key, arrays and scalars replaced", () => {
  const first = bundle({ kicker: "First", headlines: { short: "S" }, tags: [{ label: "one" }, { label: "two" }] });
  const second = JSON.stringify({ article: { headline: "Second", tags: [{ label: "three" }] } });
  const story = press.open([first, second, Buffer.from('{"article":{"standfirst":"Third"}}')]);
  assert.equal(story.title, "Second");
  assert.match(story.render(), /First.*Second.*Third/s);
  assert.match(story.render("tags"), /three/);
  assert.doesNotMatch(story.render("tags"), /one|two/);
});

test("an array of no layers lacks what is required", () => {
  assert.equal(refused("SHAPE", () => press.open([])).layer, null);
});

for (const [what, layer] of [
  ["nothing", undefined],
  ["null", null],
  ["a number", 5],
  ["a function", () => json],
  ["a symbol", Symbol("layer")],
]) {
  test(`refused: ${what} is no layer`, () => {
    assert.equal(refused("SHAPE", () => press.open(layer)).layer, 0);
    assert.equal(refused("SHAPE", () => press.open([json, layer])).layer, 1);
  });
}

test("refused: objects that JSON cannot express", () => {
  const circle = {};
  circle.circle = circle;
  const thrower = {
    toJSON: () => {
      throw new TypeError("mine");
    },
  };
  for (const layer of [circle, { big: 1n }, thrower, { toJSON: () => undefined }]) {
    const error = refused("SHAPE", () => press.open([json, layer]));
    assert.deepEqual([error.layer, error.pointer, error.offset], [1, "", null]);
  }
  assert.match(String(refused("SHAPE", () => press.open(thrower)).cause), /mine/);
});

test("a story tells its id, title, language, direction and diagnostics", () => {
  const story = press.open(bundle({ headline: "제목 & mehr", language: "ko", nonsense: 1 }));
  assert.deepEqual([story.id, story.title, story.language, story.direction], ["a1", "제목 & mehr", "ko", "ltr"]);
  assert.equal(press.open(bundle({ language: "ar" })).direction, "rtl");
  assert.equal(press.open({ article: { id: "a", headline: "b", body: "c" } }).language, "");
  assert.equal(press.open({}, { furniture: true }).id, "");
  assert.equal(story.diagnostics.length, 1);
  const [diagnostic] = story.diagnostics;
  assert.deepEqual(Object.keys(diagnostic), ["code", "severity", "layer", "pointer", "message", "offset", "line", "column", "range"]);
  assert.deepEqual(
    [diagnostic.code, diagnostic.severity, diagnostic.layer, diagnostic.pointer],
    ["KEY_UNKNOWN", "information", 0, "/article/nonsense"],
  );
  assert.ok(Object.isFrozen(story.diagnostics) && Object.isFrozen(diagnostic));
});

test("a diagnostic names the layer that it was found in", () => {
  const story = press.open([bundle(), { article: { url: "javascript:alert(1)" } }]);
  assert.deepEqual(
    story.diagnostics.map(({ severity, layer, pointer }) => [severity, layer, pointer]),
    [["error", 1, "/article/url"]],
  );
});

test("keys of the prototype are keys like any other, and change no prototype", () => {
  const story = press.open(
    `{"__proto__":{"x":1},"article":{"id":"a","headline":"b","body":"c","__proto__":{"kicker":"K"},"constructor":1}}`,
  );
  assert.equal(story.render("kicker"), "");
  assert.equal({}.x, undefined);
  // Keys that begin with "_" are ignored.
  assert.deepEqual(
    story.diagnostics.map(({ pointer }) => pointer),
    ["/article/constructor"],
  );
});

test("several stories are open at once", () => {
  const stories = Array.from({ length: 50 }, (_, i) => press.open(bundle({ headline: `Story ${i}` })));
  stories.forEach((story, i) => i % 2 && story.close());
  stories.forEach((story, i) => {
    if (i % 2) refused("STATE", () => story.render());
    else assert.match(story.render("headline"), new RegExp(`Story ${i}<`));
  });
});

test("a diagnostic says where it is in the layer, and where in a text", () => {
  const layer = '{"article": {"id": 12345678901234567890, "headline": "H",\n "body": "B", "kicker": "K\\n&amp;"}}';
  const { diagnostics } = press.open(layer);
  const [number, html] = ["VALUE_NUMBER_AS_TEXT", "TEXT_HTML"].map((code) => diagnostics.find((one) => one.code === code));
  assert.deepEqual([number.offset, number.line, number.column, number.range], [19, 1, 20, null]);
  assert.deepEqual([html.offset, html.line, html.column], [layer.indexOf("&"), 2, 29]);
  assert.deepEqual(html.range, { start: 2, end: 7, line: 2, column: 1 });
  assert.ok(Object.isFrozen(html.range));
  const [made] = press.open(JSON.parse(layer)).diagnostics;
  assert.deepEqual([made.offset, made.line, made.column], [null, null, null], "the JSON of an object was made here");
  const [option] = press.open(layer, { locale: "qaa" }).diagnostics.filter(({ layer }) => layer === null);
  assert.deepEqual([option.offset, option.line, option.column, option.range], [null, null, null, null]);
});

test("a number where a text is meant comes out as it is written", () => {
  const story = press.open('{"article": {"id": 7, "headline": 12345678901234567890, "kicker": 1.10, "standfirst": 1e3, "dateline": -0.50, "body": 2026}}');
  for (const [part, text] of [["headline", "12345678901234567890"], ["kicker", "1.10"], ["standfirst", "1e3"], ["body", "2026"]]) {
    assert.ok(story.render(part).includes(`>${text}<`), story.render(part));
  }
});
