// Version 2 of the format: what it adds is unknown in version 1, and lacking in the modules before the one that has it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";
import { modules } from "../../src/wasm/modules.mjs";
import { bundle } from "./bundle.mjs";

const presses = await Promise.all(modules.map(async ({ name, file }) => [name, await load(readFileSync(new URL(`../../dist/${file}`, import.meta.url)))]));
const rich = modules.findIndex(({ name }) => name === "RICH");
const versioned = (version, article) => bundle(article, { broadsheet: version });

/** The story as a module shows it; null where it lacks something. */
function shown(press, layer) {
  try {
    return press.open(layer).render("story");
  } catch (error) {
    assert.equal(error.name, "BroadsheetError");
    return null;
  }
}

const PIER = { pier: { src: "pier.webp", width: 4, height: 3, alt: "A pier." } };
const ADDED = [
  { figures: { pier: { ...PIER.pier, size: "wide" } }, body: "![A pier](figure:pier)" },
  { figures: { pier: { ...PIER.pier, url: "/pier" } }, body: "![A pier](figure:pier)" },
  { figures: PIER, galleries: { tide: { figures: ["pier"] } }, body: "[Low tide](gallery:tide)" },
  { quotes: { onions: { text: "We had run out of onions." } }, body: "[](quote:onions)\n\nOn it went." },
  { boxes: { facts: { kind: "facts", title: "The strait", body: "Nine miles wide." } }, body: "[The strait](box:facts)" },
  { boxes: { facts: { title: "The strait" } }, lead: "box:facts" },
  { standfirst: "Two *crews* and [a boat](https://x.example/)." }, { corrections: [{ text: "`1998`, not 1989." }] }];

for (const article of ADDED)
  test(`a small module lacks what version 2 adds: ${JSON.stringify(article)}`, () => {
    const [[, whole]] = presses.slice(-1);
    const right = shown(whole, versioned(2, article));
    for (const [place, [name, press]] of presses.entries()) assert.equal(shown(press, versioned(2, article)), place < rich ? null : right, name);
    const before = shown(whole, versioned(1, article));
    assert.notEqual(before, right);
    for (const [name, press] of presses) assert.equal(shown(press, versioned(1, article)), before, name);
  });

test("a small module lacks the slots that the paper puts into a story", () => {
  const site = { inBody: [{ slot: "s", after: 1 }], slots: { s: { advertiser: "Jangma Boots", size: "mobile" } } };
  const of = (version) => bundle({ body: "A.\n\nB.\n\nC.\n\nD." }, { broadsheet: version, site });
  const right = shown(presses.at(-1)[1], of(2));
  assert.match(right, /<p>A\.<\/p>\n<div class="bs-slot /);
  for (const [place, [name, press]] of presses.entries()) {
    assert.equal(shown(press, of(2)), place < rich ? null : right, name);
    assert.doesNotMatch(shown(press, of(1)), /bs-slot/, name);
  }
});

test("a small module shows a bundle of version 2 that uses nothing of it", () => {
  for (const standfirst of ["Two crews.", "At 9:30, 3 * 4 boats & 5~6 crews @ sea; wow"])
    for (const [name, press] of presses) assert.ok(shown(press, versioned(2, { standfirst })), `${name}: ${standfirst}`);
});
