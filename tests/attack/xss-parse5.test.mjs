// Hostile texts in every place of a bundle and in every part that shows it, as parse5 reads what comes out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { everyPart } from "./xss-node.mjs";
import { vectors } from "./xss-vectors.mjs";

const payloads = vectors.map(({ payload }) => payload);

test(`${payloads.length} texts in every part, as parse5 reads it`, () => {
  const { found, renders } = everyPart(payloads);
  assert.deepEqual(found, []);
  assert.ok(renders > payloads.length * 100);
});
