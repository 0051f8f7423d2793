// src/wasm/locals.mjs exchanges the numbers of locals in the small modules: nothing else of a function may differ.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bytesOf, functionsOf } from "../../src/wasm/code.mjs";
import { renumbered } from "../../src/wasm/locals.mjs";

const module = (name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url));

/** A function with its locals numbered in the order in which they are used, which no exchange of numbers changes. */
function plain(one) {
  const numbers = new Map();
  const types = [];
  const pieces = one.pieces.map((piece) => {
    if (typeof piece !== "number" || piece < one.parameters) return piece;
    if (!numbers.has(piece)) {
      numbers.set(piece, one.parameters + numbers.size);
      types.push(one.types[piece - one.parameters]);
    }
    return numbers.get(piece);
  });
  return { pieces: pieces.map((piece) => (typeof piece === "number" ? piece : Buffer.from(piece).toString("hex"))), used: types, all: [...one.types].sort() };
}

for (const name of ["broadsheet.wasm", "broadsheet.story.wasm", "broadsheet.rich.wasm"]) {
  test(`${name} is read and written to the byte`, () => {
    const bytes = module(name);
    const { functions, written } = functionsOf(bytes);
    assert.ok(functions.length > 300);
    assert.deepEqual(written(functions.map((one) => bytesOf(one))), bytes);
  });
}

test("numbers are exchanged for those of the same type, and nothing else", () => {
  const before = module("broadsheet.story.wasm");
  const mixed = functionsOf(before);
  // The locals the other way round, as if nothing had been chosen.
  const turned = mixed.functions.map(({ parameters, types, pieces }) => {
    const last = parameters + types.length - 1;
    return { parameters, types: [...types].reverse(), pieces: pieces.map((piece) => (typeof piece === "number" && piece >= parameters ? parameters + last - piece : piece)) };
  });
  const given = mixed.written(turned.map((one) => bytesOf(one)));
  const after = renumbered(given);
  assert.ok(!after.equals(given) && WebAssembly.validate(after));
  assert.deepEqual(functionsOf(after).functions.map(plain), functionsOf(given).functions.map(plain));
});
