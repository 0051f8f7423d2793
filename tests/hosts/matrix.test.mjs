// The quick part of the matrix of hosts, which `make hosts` prints whole: each row works.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser } from "./lib.mjs";
import { QUICK, matrix } from "./matrix.mjs";

after(closeBrowser);

test("the packed package works in each of the quick hosts", async (t) => {
  const rows = [];
  await matrix("quick", QUICK, (row) => rows.push(row));
  for (const { name, version, works, evidence } of rows) await t.test(`${name} ${version}`, () => assert.ok(works, evidence));
});
