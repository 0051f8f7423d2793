// Nothing grows over its budget without somebody seeing it. Sizes are not timings: the same everywhere.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const size = (directory) => spawnSync(process.execPath, [path("tests/size.mjs"), directory], { encoding: "utf8" });

test("modules, scripts, stylesheet and pages stay within their budgets", () => {
  const { status, stdout, stderr } = size(path("dist"));
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^  define\.js$/m);
  assert.match(stdout, /^  cli\.js \+ broadsheet\.js$/m);
});

test("what is over its budget is refused, also in a script that is only imported", (t) => {
  const copy = mkdtempSync(join(tmpdir(), "broadsheet-size-"));
  t.after(() => rmSync(copy, { recursive: true }));
  cpSync(path("dist"), copy, { recursive: true });
  // Numbers that do not compress.
  const noise = Array.from({ length: 6000 }, (_, i) => Math.sin(i).toString(36).slice(-6)).join("");
  for (const name of ["define.js", "broadsheet.js", "furniture.js", "broadsheet.css", "broadsheet.story.css"]) appendFileSync(join(copy, name), `/*${noise}*/`);
  const { status, stderr } = size(copy);
  assert.equal(status, 1);
  assert.equal(stderr.match(/over the budget/g).length, 6, stderr); // and the pages with them
});
