// src/marks.def against the Unicode data of the JavaScript engine, which may be of another version: general categories do
// not change, and each version adds some dozens of marks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";

const source = readFileSync(new URL("../../src/marks.def", import.meta.url), "utf8");
const ranges = [...source.matchAll(/(BMP|SMP)\(0x([0-9A-F]+), 0x([0-9A-F]+)\)/g)].map(([, plane, first, last]) =>
  [first, last].map((number) => parseInt(number, 16) + (plane === "SMP" ? 0x10000 : 0)),
);
const listed = new Set(ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)));
const isMark = (code) => /^[\p{Mn}\p{Me}]$/u.test(String.fromCodePoint(code));
const isAssigned = (code) => !/^\p{Cn}$/u.test(String.fromCodePoint(code));

test("the ranges ascend, and hold every mark and nothing else", () => {
  for (const [i, [first, last]] of ranges.entries()) assert.ok(first <= last && (i === 0 || ranges[i - 1][1] < first - 1), `range ${i}`);
  const known = Array.from({ length: 0x110000 }, (_, code) => code).filter(isMark).filter((code) => code < 0xe0100 || code > 0xe01ef);
  assert.deepEqual([...listed].filter((code) => isAssigned(code) && !isMark(code)), []);
  assert.ok(known.filter((code) => !listed.has(code)).length < 100);
  assert.ok(known.length > 1700, `${known.length} marks`);
  const old = known.filter((code) => code < 0x0880); // in use since Unicode 7
  assert.deepEqual(old.filter((code) => !listed.has(code)), []);
});

test("of each mark eight stay on a letter", async () => {
  const press = await load();
  for (const code of [...listed, 0xe0100, 0xe01ef]) {
    const mark = String.fromCodePoint(code);
    assert.equal(press.markdown(`q${mark.repeat(12)}`), `<p>q${mark.repeat(8)}</p>\n`, code.toString(16));
  }
});
