// Firefox and WebKit: the page's CSS wins, and a reset does no harm. cascade.test.mjs tests more of it, in Chromium.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { CHANGES, SELECTORS, attribute, compare, put, rules, text, values, wholePage } from "./cascade.mjs";
import { launch } from "./engines.mjs";
import { serve } from "./harness.mjs";
import { HIDDEN, RESETS } from "./resets.mjs";

const site = await serve({ "/": { body: wholePage("/broadsheet/broadsheet.css", 2).html, type: "text/html" } });
after(() => site.close());
const engines = await Promise.all(["firefox", "webkit"].map(launch));
for (const engine of engines) {
  after(() => engine.close());
  await engine.goto(`${site.origin}/`);
}

for (const engine of engines) {
  const run = engine.evaluate;

  test(`${engine.version}: no reset does harm`, async () => {
    await run(compare, true);
    const harm = {};
    for (const [name, css] of Object.entries(RESETS)) {
      for (const where of ["before", "after"]) {
        await run(put, where === "before" && css.startsWith("@layer") ? css.replace(HIDDEN, "") : css, where);
        const found = await run(compare);
        if (found.length) harm[`${name} ${where}`] = found;
        await run(put, "", where);
      }
    }
    assert.deepEqual(harm, {});
    await run(put, "@layer later { p { margin: 0 } }", "after");
    assert.ok((await run(compare)).length > 0);
    await run(put, "", "after");
  });

  for (const change of CHANGES) {
    const names = Object.keys(change);
    test(`${engine.version}: the author wins: ${names.slice(0, 4).join(", ")} …`, async () => {
      const all = () => run(values, SELECTORS, names);
      await run(attribute, SELECTORS, text(change, " !important"));
      const wanted = await all();
      await run(attribute, SELECTORS, null);
      assert.ok((await all()).every((value, i) => value !== wanted[i]));
      for (const reset of ["", RESETS.CLASSIC, RESETS.HARD_STAR, RESETS["PREFLIGHT in base"]]) {
        await run(put, `${rules(SELECTORS, change)}\n${reset}`, "after");
        assert.deepEqual(await all(), wanted, "a rule of one class");
        await run(put, `${reset}\n@layer page { ${rules(SELECTORS, change)} }`, "after");
        assert.deepEqual(await all(), wanted, "a later layer");
        await run(put, reset, "after");
        await run(attribute, SELECTORS, text(change));
        assert.deepEqual(await all(), wanted, "style attribute");
        await run(attribute, SELECTORS, null);
      }
      await run(put, "", "after");
    });
  }
}
