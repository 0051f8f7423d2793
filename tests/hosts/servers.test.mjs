// The servers of examples/servers work, each in its engine, and of the ways of examples/many.md the one for which every system
// has the tools; `make hosts` tries all.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser } from "./lib.mjs";
import { many } from "./many.mjs";
import { matrix } from "./matrix.mjs";
import { servers } from "./servers.mjs";

after(closeBrowser);

async function tried(t, manifest, cases) {
  const rows = [];
  await matrix(manifest, cases, (row) => rows.push(row));
  assert.equal(rows.length, cases.length);
  for (const { name, version, works, evidence } of rows) await t.test(`${name} ${version}`, () => assert.ok(works, evidence));
}

test("the servers of the examples answer as browsers and caches ask", (t) => tried(t, "servers", servers));
test("many stories under xargs -P", (t) => tried(t, "many", many(100).filter(({ name }) => name === "xargs -P")));
