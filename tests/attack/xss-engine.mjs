// Every hostile text in every place of a bundle and in every part that shows it, in an engine: nothing runs, asks, opens
// or leads away, and what comes out is on the list of src/output.json, also when a reader has used it with the behaviours.
// And the controls: what is said when the list has a hole, and what happens where nobody stops a text. One file of tests
// for each engine, since it takes minutes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { launch } from "../browser/engines.mjs";
import { IN_AN_ENGINE, attackIn, attackSite, controlSite, fireIn, list, rawIn, TELLING } from "./xss-site.mjs";
import { withHole } from "./walk.mjs";
import { vectors } from "./xss-vectors.mjs";

const payloads = vectors.map(({ payload }) => payload);
const added = Object.entries(list.behaviours).flatMap(([element, attributes]) => Object.keys(attributes).map((name) => `${element} ${name}`));

/** An engine and a site, for one test. */
async function within(t, name, openSite) {
  const engine = await launch(name);
  t.after(() => engine.close());
  const site = await openSite();
  t.after(() => site.close());
  return { engine, site };
}

/** All tests of the engine of a name. */
export function hostile(name) {
  test(`${payloads.length} texts in ${name}`, async (t) => {
    const site = await attackSite();
    t.after(() => site.close());
    const seen = new Set();
    for (let i = 0; i < payloads.length; i += IN_AN_ENGINE) {
      const some = payloads.slice(i, i + IN_AN_ENGINE);
      const engine = await launch(name);
      const result = await attackIn(engine, site, some).finally(() => engine.close());
      assert.deepEqual([result.found, site.asked()], [[], []]);
      assert.ok(result.renders > some.length * 200, `${result.renders} renders`);
      for (const one of result.added) seen.add(one);
      console.log(`       ${name}: ${i + some.length} of ${payloads.length} texts`);
    }
    assert.deepEqual([...seen].sort(), added.sort());
  });

  test(`with a hole in the list it is seen in ${name}`, async (t) => {
    const { engine, site } = await within(t, name, attackSite);
    for (const [element, attribute] of [["bdi"], ["a", "href"], ["dialog", "open"]]) {
      const { found } = await attackIn(engine, site, payloads.slice(0, 1), { list: withHole(list, element, attribute), apart: false });
      assert.ok(found.some((what) => what.includes(`<${element}`) && what.includes("is not on the list")), element);
    }
  });

  test(`a script that runs, a request and a link that leads elsewhere would be seen in ${name}`, async (t) => {
    const { engine, site } = await within(t, name, attackSite);
    await engine.goto(`${site.origin}/`);
    for (const html of TELLING) assert.notDeepEqual(await rawIn(engine, html), [], html);
    assert.deepEqual(await rawIn(engine, "<p>x</p>"), []);
  });

  const mark = { chromium: "c", firefox: "f" }[name];
  if (!mark) return; // in WebKit nobody has measured which of the texts run
  test(`the texts that run script in ${name} where nobody stops them do`, async (t) => {
    const { engine, site } = await within(t, name, controlSite);
    const live = vectors.filter((one) => one.live?.includes(mark));
    assert.ok(live.length > 0);
    const ran = await fireIn(engine, site, live);
    const idle = live.filter((one) => !ran.has(one)).map(({ payload }) => payload);
    assert.ok(idle.length <= live.length * 0.05, `${idle.length} of ${live.length}: ${JSON.stringify(idle)}`);
  });
}
