// The servers of examples/servers work, each in its engine: a row of the matrix each.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser } from "./lib.mjs";
import { matrix } from "./matrix.mjs";
import { servers } from "./servers.mjs";

after(closeBrowser);

test("the servers of the examples answer as browsers and caches ask", async (t) => {
  const rows = [];
  await matrix("servers", servers, (row) => rows.push(row));
  for (const { name, version, works, evidence } of rows) await t.test(`${name} ${version}`, () => assert.ok(works, evidence));
});
