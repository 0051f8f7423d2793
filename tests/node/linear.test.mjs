// Time is linear: a few of the shapes that make attack measures, small. And each shape of a bundle is what it says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { bundles, empty } from "../attack/linear-bundles.mjs";
import { own } from "../attack/linear-corpus.mjs";
import { emptyUpdates, updates } from "../attack/linear-updates.mjs";
import { emptyUpgrades, upgrades } from "../attack/linear-upgrades.mjs";
import { linear } from "../attack/linear.mjs";

const some = [...bundles.filter((_, i) => i % 6 === 0), ...own.filter((_, i) => i % 5 === 0), ...updates.filter((_, i) => i % 2 === 0), ...upgrades.filter((_, i) => i % 3 === 0)];

test(`twice the input, at most 2.5 times the instructions: ${some.length} shapes`, () =>
  linear(some.map((shape) => ({ ...shape, most: shape.most / 2 })), { ...empty, ...emptyUpdates, ...emptyUpgrades }));

const press = await load();
const AT_MOST = 100; // times the bundle: what src/threats.md promises of "again"

/** A shape's bundle: the codes of what it is told, and all its parts. */
function made(layers) {
  const story = press.open(layers.split("\0"), { document: "page", now: "2026-02-01T00:00:00Z" });
  const codes = [...new Set(story.diagnostics.map(({ code }) => code))].sort();
  const html = press.parts.map((part) => story.render(part, { id: "a" }));
  story.close();
  return { codes, html };
}

for (const { name, most, make, shown, told } of bundles)
  test(`${name}: it has no key that nobody knows, and shows what it says`, () => {
    const layers = make(most, 2);
    const { codes, html } = made(layers);
    assert.deepEqual(codes, told);
    for (const one of html) assert.ok(one.length <= AT_MOST * (layers.length + 200), `${layers.length} became ${one.length}`);
    if (!shown) return;
    const [text, times] = shown(most * 2);
    const seen = html.join("").split(text).length - 1;
    assert.ok(seen >= times, `${text.slice(0, 20)} stands there ${seen} times, not ${times}`);
  });
