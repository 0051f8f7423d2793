// The goldens on two hosts: in Node through dist/, and natively under AddressSanitizer through build/bin/golden_main.
// The third is in tests/browser/golden.test.mjs. All read the same folder, and the same bytes are right in each.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { load } from "../../dist/broadsheet.js";
import { goldenParts, goldens, renderGolden } from "../golden/cases.mjs";
import { advised } from "./advice.mjs";

const test = advised(`A golden: tests/golden/PART/CASE.json must give exactly the bytes of CASE.html.
If the new bytes are wanted, "make dist && node tests/golden/accept.mjs --changed" writes and lists them; read them in git diff.
If they are not, mend the part (src/parts/PART.c) or what it calls. A part without cases: write CASE.json, then accept it.
If only the native ones fail, "make build/bin/golden_main" builds the program that they are compared with.`);

const press = await load();
const cases = goldens();

test("each part has cases, and each folder of cases is a part's", () => {
  assert.deepEqual(goldenParts(), [...press.parts].sort());
  for (const part of press.parts) assert.ok(cases.some((one) => one.part === part), `${part} has no case`);
});

test("each part has a case in which it is there; most have one in which there is nothing to show", () => {
  // What always shows something: an article has an id, a headline and a body; the tools and the way to the story need no
  // more. A story under an embargo is not shown.
  const always = ["headline", "document", "page", "skip-links", "tools"];
  for (const part of press.parts) {
    const sizes = cases.filter((one) => one.part === part).map((one) => one.html?.length);
    assert.ok(sizes.some((size) => size > 0), `${part} is always empty`);
    assert.equal(sizes.includes(0), !always.includes(part), part);
  }
});

test("the root element of each part carries its name", () => {
  for (const { part, title, html } of cases) {
    if (!html?.length) continue;
    const root = html.toString().match(/^(?:<!DOCTYPE html>)?<[^>]*>/)[0];
    assert.ok(root.includes(` data-part="${part}"`), title);
  }
});

for (const one of cases) {
  test(`node: ${one.title}`, () => {
    assert.ok(one.html, "nobody has accepted what this case gives: make dist && node tests/golden/accept.mjs");
    const got = Buffer.from(renderGolden(press, one));
    if (!got.equals(one.html)) assert.equal(got.toString(), one.html.toString());
  });
}

// One process for all, since starting one takes longer than rendering.
const program = fileURLToPath(new URL("../../build/bin/golden_main", import.meta.url));
const paths = cases.filter((one) => one.html).map((one) => `${one.path}.json`);
const native = spawnSync(program, paths, { encoding: "utf8", maxBuffer: 1 << 28 });
const lines = (native.stdout ?? "").split("\n");

test("native: it ran to its end", () => {
  assert.equal(native.error, undefined);
  assert.equal(native.stderr, "");
  assert.equal(native.signal, null);
  assert.equal(lines.filter((line) => /^(not )?ok - /.test(line)).length, cases.length);
});

for (const { title, path } of cases) {
  test(`native: ${title}`, () => {
    const line = lines.find((one) => one.includes(`ok - ${path}.json`)) ?? "it was not run";
    assert.equal(line, `ok - ${path}.json`);
  });
}
