// Time is linear: twice the input takes at most GROWTH times the instructions, for all shapes that we know. With
// PRINT=1 every figure is printed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bundles, empty } from "./linear-bundles.mjs";
import { corpus, own } from "./linear-corpus.mjs";
import { emptyUpdates, updates } from "./linear-updates.mjs";
import { emptyUpgrades, upgrades } from "./linear-upgrades.mjs";
import { GROWTH, linear } from "./linear.mjs";

const print = process.env.PRINT ? console.log : undefined;

test(`${bundles.length} shapes of bundles`, () => linear(bundles, empty, print));

test(`${updates.length} shapes of updates`, () => linear(updates, emptyUpdates, print));

test(`${upgrades.length} shapes of layers that are upgraded`, () => linear(upgrades, emptyUpgrades, print));

const hostile = corpus();
if (hostile.length) test(`${hostile.length} inputs made of the corpora's 154`, () => linear(hostile, empty, print));

test(`${own.length} inputs of our own`, () => linear(own, empty, print));

test("the control: what is not linear is seen", async () => {
  const square = { name: "square", kind: "markdown", most: 50, make: (n, times) => "*a* ".repeat((n * times) ** 2) };
  const refused = { name: "refused", kind: "bundle", most: 1, make: () => "[]" };
  await assert.rejects(linear([square], empty), /square: .* instructions/);
  await assert.rejects(linear([refused], empty), /refused: ends with SHAPE/);
  assert.ok(GROWTH < 3);
});
