// src/text/marks.def against the Unicode data of the JavaScript engine, which may be of another version: what these categories
// hold stays in them, and each version adds some dozens of marks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";

const source = readFileSync(new URL("../../src/text/marks.def", import.meta.url), "utf8");
const ranges = [...source.matchAll(/(BMP|SMP)\(0x([0-9A-F]+), 0x([0-9A-F]+)\)/g)].map(([, plane, first, last]) =>
  [first, last].map((number) => parseInt(number, 16) + (plane === "SMP" ? 0x10000 : 0)),
);
const listed = new Set(ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)));
// By itself characters.c knows plane 14, and what goes wherever it stands.
const goes = (code) => /^[\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]$/.test(String.fromCodePoint(code));
const isUndrawn = (code) => /^[\p{Mn}\p{Me}\p{Cf}\p{DI}]$/u.test(String.fromCodePoint(code));
const isMark = (code) => code < 0xe0000 && isUndrawn(code) && !goes(code);
const isAssigned = (code) => !/^\p{Cn}$/u.test(String.fromCodePoint(code));

test("the ranges ascend, and hold every mark and nothing else", () => {
  for (const [i, [first, last]] of ranges.entries()) assert.ok(first <= last && (i === 0 || ranges[i - 1][1] < first - 1), `range ${i}`);
  const known = Array.from({ length: 0x110000 }, (_, code) => code).filter(isMark);
  assert.deepEqual([...listed].filter((code) => isAssigned(code) && !isMark(code)), []);
  assert.ok(known.filter((code) => !listed.has(code)).length < 100);
  assert.ok(known.length > 1700, `${known.length} marks`);
  const old = known.filter((code) => code < 0x0880); // in use since Unicode 7
  assert.deepEqual(old.filter((code) => !listed.has(code)), []);
});

const press = await load();

test("of each mark eight stay on a letter", () => {
  for (const code of [...listed, 0xe0100, 0xe01ef]) {
    const mark = String.fromCodePoint(code);
    assert.equal(press.markdown(`q${mark.repeat(12)}`), `<p>q${mark.repeat(8)}</p>\n`, code.toString(16));
  }
});

test("no character that is not drawn lets a run of marks go on, nor does white space", () => {
  const undrawn = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => isUndrawn(code) || /^\s$/.test(String.fromCodePoint(code)));
  assert.ok(undrawn.length > 6000, `${undrawn.length} characters`);
  // Spaces of a width of their own, as U+00A0, are drawn: each may have eight marks.
  const drawn = new Set([0xa0, 0x1680, ...Array.from({ length: 11 }, (_, i) => 0x2000 + i), 0x202f, 0x205f, 0x3000]);
  for (const code of undrawn.filter((code) => !drawn.has(code))) {
    const html = press.markdown(`q${("\u0301".repeat(8) + String.fromCodePoint(code)).repeat(15)}q`);
    assert.ok(html.split("\u0301").length - 1 <= 8, code.toString(16));
  }
});
