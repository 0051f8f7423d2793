// The codes of diagnostics: the table, the module and the document say the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";
import { diagnostics, document } from "../../src/report/diagnostics.mjs";

const rows = diagnostics().filter(({ code }) => code);
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("diagnostics.md is what diagnostics.mjs writes", () => assert.equal(read("src/report/diagnostics.md"), document()));

test("the module tells every row of the table", async () => {
  const press = await load();
  assert.ok(rows.length > 90);
  assert.deepEqual([...press.codes], rows.map(({ code, severity, message }) => ({ code, severity, message })));
  assert.equal(new Set(rows.map(({ code }) => code)).size, rows.length);
  assert.ok(Object.isFrozen(press.codes) && Object.isFrozen(press.codes[0]));
});

test("a code has two words at least; those of one first word stand together", () => {
  for (const { code } of rows) assert.match(code, /^[A-Z]+(_[A-Z]+)+$/);
  const firsts = rows.map(({ code }) => code.split("_")[0]).filter((first, i, all) => first !== all[i - 1]);
  assert.deepEqual(firsts.filter((first, i) => firsts.indexOf(first) !== i), []);
});

test("an error says why no later version could allow it, and nothing else has to", () => {
  for (const { code, severity, reason } of rows) assert.equal(reason !== null, severity === "error", code);
});
