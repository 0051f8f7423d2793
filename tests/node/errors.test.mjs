// Every code of status.def is provoked, with the place that it names. Those of JavaScript alone have load.test.mjs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { BroadsheetError, load } from "../../dist/broadsheet.js";
import { bundle, refused } from "./bundle.mjs";

const press = await load();
const seen = new Set(["OK"]);

function place(code, work) {
  const error = refused(code, work);
  seen.add(code);
  const { layer, offset, line, column, pointer } = error;
  return { layer, offset, line, column, pointer };
}

test("JSON: where the text stops being JSON, in UTF-8 bytes, lines and code points", () => {
  const where = (layer, offset, line, column) => ({ layer, offset, line, column, pointer: "" });
  assert.deepEqual(
    place("JSON", () => press.open("")),
    where(0, 0, 1, 1),
  );
  assert.deepEqual(
    place("JSON", () => press.open("{")),
    where(0, 1, 1, 2),
  );
  assert.deepEqual(
    place("JSON", () => press.open([bundle(), '{\n "é\u{1f4f0}": x}'])),
    where(1, 13, 2, 8),
  );
  assert.deepEqual(
    place("JSON", () => press.open(Buffer.from('{}\r\n\r{"a":01}'))),
    where(0, 5, 3, 1),
  );
});

test("UTF8: the byte that cannot stand", () => {
  const bytes = Buffer.concat([Buffer.from('{"a":"é'), Buffer.of(0xff), Buffer.from('"}')]);
  assert.deepEqual(
    place("UTF8", () => press.open(bytes)),
    { layer: 0, offset: 8, line: 1, column: 8, pointer: "" },
  );
  refused("UTF8", () => press.markdown(Buffer.of(0x61, 0xc3)));
});

test("SHAPE: what is required is missing", () => {
  assert.equal(place("SHAPE", () => press.open("{}")).pointer, "/article");
  for (const name of ["id", "headline", "body"]) {
    const layer = bundle();
    delete layer.article[name];
    assert.equal(place("SHAPE", () => press.open(layer)).pointer, `/article/${name}`);
  }
  assert.equal(place("SHAPE", () => press.open([bundle(), "[]"])).layer, 1);
});

test("LIMIT: of a layer the place; the default and one's own", () => {
  const large = new Uint8Array(press.limits.bundleBytes + 1).fill(0x20);
  assert.deepEqual(
    place("LIMIT", () => press.open(large)),
    {
      layer: 0,
      offset: press.limits.bundleBytes,
      line: 1,
      column: press.limits.bundleBytes + 1,
      pointer: "",
    },
  );
  assert.equal(place("LIMIT", () => press.open(JSON.stringify(bundle()), { limits: { bundleBytes: 10 } })).offset, 10);
  place("LIMIT", () => press.open("[".repeat(100) + "]".repeat(100)));
  place("LIMIT", () => press.open(bundle(), { limits: { jsonNodes: 3 } }));
  place("LIMIT", () => press.open(bundle()) && press.open(bundle({ body: "x ".repeat(600_000) })).render());
  place("LIMIT", () => press.open(bundle(), { limits: { outputBytes: 20 } }).render());
  place("LIMIT", () => press.markdown("a b c", { limits: { bodyBytes: 3 } }));
});

test("a layer far larger than the memory is a LIMIT as well", () => {
  assert.equal(place("LIMIT", () => press.open(new Uint8Array(600 << 20))).offset, press.limits.bundleBytes);
});

test("text far larger than the limit is not even encoded, and is told as its bytes are", (t) => {
  const { encode } = TextEncoder.prototype;
  t.after(() => (TextEncoder.prototype.encode = encode));
  let most = 0;
  TextEncoder.prototype.encode = function (text) {
    most = Math.max(most, text.length);
    return encode.call(this, text);
  };
  const long = "\u{1f4f0}".repeat(5_000_000);
  const where = (work) => place("LIMIT", work);
  const { bundleBytes, bodyBytes } = press.limits;
  assert.deepEqual(where(() => press.open(["{}", long])), where(() => press.open(["{}", Buffer.from(long)])));
  assert.equal(where(() => press.open(["{}", long])).layer, 1);
  where(() => press.open(bundle({ _note: long })));
  assert.ok(most <= bundleBytes + 1);
  most = 0;
  assert.deepEqual(where(() => press.markdown(long)), where(() => press.markdown(Buffer.from(long))));
  assert.ok(most <= bodyBytes + 1);
  // Whatever stands across the limit.
  for (const text of ["12345", "123é", "12\u{1f4f0}", "\ud83d234"])
    for (const form of [text, Buffer.from(text)]) where(() => press.markdown(form, { limits: { bodyBytes: 4 } }));
  for (const text of ["1234", "é34", "\u{1f4f0}"]) press.markdown(text, { limits: { bodyBytes: 4 } });
});

test("of a layer that was an object no offset is told", () => {
  const { layer, offset, line, column } = place("LIMIT", () =>
    press.open(["{}", bundle()], { limits: { jsonDepth: 1 } }),
  );
  assert.deepEqual([layer, offset, line, column], [1, null, null, null]);
});

test("PART: no such part", () => {
  const story = press.open(bundle());
  for (const name of ["", "Story", "story ", "nonsense", "__proto__", 5, null, {}])
    place("PART", () => story.render(name));
  place("PART", () => story.renderBytes("nonsense"));
  place("OPTION", () => story.render("figure", { id: 5 }));
});

test("STATE: a closed story", () => {
  const story = press.open(bundle());
  story.close();
  place("STATE", () => story.render());
});

test("PATCH: an operation that cannot be applied", () => {
  const story = press.open(bundle());
  const where = { layer: 0, offset: null, line: null, column: null, pointer: "/article/id" };
  assert.deepEqual(
    place("PATCH", () => story.update({ patch: [{ op: "test", path: "/article/id", value: "?" }] })),
    where,
  );
});

test("MEMORY: more than the module may have, after which it still works", async () => {
  const other = await load(new URL("../../dist/broadsheet.wasm", import.meta.url));
  const limits = { bundleBytes: 0xffffffff, bodyBytes: 0xffffffff, jsonNodes: 0xffffffff, outputBytes: 0xffffffff };
  place("MEMORY", () => other.open(new Uint8Array(300 << 20).fill(0x20), { limits }));
  place("MEMORY", () => other.open(`{"a":[${"0,".repeat(8_000_000)}0]}`, { limits }));
  assert.equal(other.open(bundle()).title, "A story");
});

test("an error can be told from others, and keeps its cause", () => {
  const cause = new TypeError("cause");
  const error = new BroadsheetError("OPTION", "message", { pointer: "/now", cause });
  assert.ok(error instanceof Error);
  assert.deepEqual(
    [error.name, error.code, error.message, error.pointer, error.layer, error.cause],
    ["BroadsheetError", "OPTION", "message (/now)", "/now", null, cause],
  );
  assert.equal(String(error), "BroadsheetError: message (/now)");
  assert.equal(error.reason, "message");
  assert.ok(!("cause" in new BroadsheetError("SHAPE", "message")));
});

after(() => {
  const table = readFileSync(new URL("../../src/report/status.def", import.meta.url), "utf8");
  const names = [...table.matchAll(/^X\((\w+),/gm)].map(([, name]) => name);
  assert.deepEqual(
    names.filter((name) => !seen.has(name)),
    [],
    "every status was provoked",
  );
});
