// Every hostile text in every string of a bundle and in every part that shows it, in the three engines: nothing runs, asks,
// opens or leads away, and what comes out is on the list of src/output.json. And the controls: what the texts do where
// nobody stops them, and what the walk says when the list has a hole.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, launch } from "../browser/engines.mjs";
import { attackIn, attackSite, controlSite, fireIn } from "./xss-site.mjs";
import { everyPart } from "./xss-node.mjs";
import { vectors } from "./xss-vectors.mjs";

const payloads = vectors.map(({ payload }) => payload);

/** Runs work in an engine of its own. */
async function within(name, work) {
  const engine = await launch(name);
  try {
    await work(engine);
  } finally {
    await engine.close();
  }
}

test(`${payloads.length} texts in every part, as parse5 reads it`, () => {
  const { found, renders } = everyPart(payloads);
  assert.deepEqual(found, []);
  assert.ok(renders > payloads.length * 100);
});

for (const name of ENGINES) {
  test(`${payloads.length} texts in ${name}`, () =>
    within(name, async (engine) => {
      const site = await attackSite();
      try {
        const { found, renders } = await attackIn(engine, site, payloads);
        assert.deepEqual([found, site.asked()], [[], []]);
        assert.ok(renders > payloads.length * 100);
      } finally {
        await site.close();
      }
    }));
}

for (const [name, mark] of [["chromium", "c"], ["firefox", "f"]]) {
  test(`the texts that run script in ${name} where nobody stops them do`, () =>
    within(name, async (engine) => {
      const site = await controlSite();
      try {
        const live = vectors.filter((one) => one.live?.includes(mark));
        const ran = await fireIn(engine, site, live);
        const idle = live.filter((one) => !ran.has(one)).map(({ payload }) => payload);
        assert.ok(idle.length <= live.length * 0.05, `${idle.length} of ${live.length}: ${JSON.stringify(idle)}`);
      } finally {
        await site.close();
      }
    }));
}
