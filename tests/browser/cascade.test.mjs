// The page's CSS wins by the ordinary cascade, and a reset does no harm.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { CHANGES, SELECTORS, attribute, compare, put, rules, text, values, wholePage } from "./cascade.mjs";
import { open, serve } from "./harness.mjs";
import { HIDDEN, RESETS } from "./resets.mjs";

const { html, diagnostics } = wholePage("/broadsheet/broadsheet.css");
const site = await serve({ "/": { body: html, type: "text/html" } });
after(() => site.close());
const visit = await open(site, "/");
after(() => visit.close());
await visit.page.waitForLoadState();
const run = (work, ...args) => visit.page.evaluate(`(${work})(...${JSON.stringify(args)})`);

await run(compare, true);
test("the page has all that is asked for", async () => {
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(await run((selectors) => selectors.filter((one) => !document.querySelector(one)), SELECTORS), []);
});

for (const [name, css] of Object.entries(RESETS)) {
  test(`${name} does no harm, before our stylesheet and after it`, async (t) => {
    t.after(() => Promise.all(["before", "after"].map((where) => run(put, "", where))));
    for (const where of ["before", "after"]) {
      await run(put, where === "before" && css.startsWith("@layer") ? css.replace(HIDDEN, "") : css, where);
      assert.deepEqual(await run(compare), [], where);
      await run(put, "", where);
    }
  });
}

test("harm would show", async () => {
  await run(put, "@layer later { p { margin: 0 } }", "after");
  assert.ok((await run(compare)).length > 0);
  await run(put, ".bs-body p { margin: 0 }", "before");
  assert.ok((await run(compare)).length > 0);
});

const MODES = {
  "a rule of one class": (change) => rules(SELECTORS, change),
  "a rule of one class in a later layer": (change) => `@layer page { ${rules(SELECTORS, change)} }`,
};
for (const change of CHANGES) {
  const names = Object.keys(change);
  const all = () => run(values, SELECTORS, names);
  const clear = () => Promise.all([run(put, "", "before"), run(put, "", "after"), run(attribute, SELECTORS, null)]);

  test(`the author wins: ${names.slice(0, 4).join(", ")} …`, async (t) => {
    t.after(clear);
    await clear();
    const ours = await all();
    await run(attribute, SELECTORS, text(change, " !important"));
    const wanted = await all();
    await run(attribute, SELECTORS, null);
    assert.ok(ours.every((value, i) => value !== wanted[i]));
    const fails = [];
    const check = async (how) => (await all()).forEach((value, i) => value === wanted[i] || fails.push([how, SELECTORS[i], value, wanted[i]]));
    for (const [name, reset] of Object.entries({ none: "", ...RESETS })) {
      for (const [mode, rule] of Object.entries(MODES)) {
        await run(put, `${reset}\n${rule(change)}`, "after");
        await check(`${mode}, reset ${name} before it`);
        await run(put, `${rule(change)}\n${reset}`, "after");
        if (!reset.startsWith("@layer")) await check(`${mode}, reset ${name} after it`);
      }
      await run(put, reset, "after");
      await run(put, rules(SELECTORS, change), "before");
      await check(`a rule before our stylesheet, reset ${name} after it`);
      await run(put, "", "before");
      await run(attribute, SELECTORS, text(change));
      await check(`style attribute, reset ${name}`);
      await run(attribute, SELECTORS, null);
    }
    assert.deepEqual(fails.slice(0, 10), []);
  });
}
