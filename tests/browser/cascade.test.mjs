// The page's CSS wins by the ordinary cascade, and a reset does no harm.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { CHANGES, SELECTORS, attribute, compare, ineffective, put, rules, text, values, wholePage } from "./cascade.mjs";
import { open, serve } from "./harness.mjs";
import { HIDDEN, RESETS } from "./resets.mjs";

const { html, diagnostics } = wholePage("/broadsheet/broadsheet.css");
const second = wholePage("/broadsheet/broadsheet.css", 2);
const site = await serve({ "/": { body: html, type: "text/html" }, "/2": { body: second.html, type: "text/html" } });
after(() => site.close());
const visit = await open(site, "/");
after(() => visit.close());
await visit.page.waitForLoadState();
const visit2 = await open(site, "/2");
after(() => visit2.close());
await visit2.page.waitForLoadState();

const runs = [visit, visit2].map(({ page }) => (work, ...args) => page.evaluate(`(${work})(...${JSON.stringify(args)})`));
const [run] = runs;

for (const one of runs) await one(compare, true);
test("the page has all that is asked for", async () => {
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(second.diagnostics, []);
  assert.deepEqual(await run((selectors) => selectors.filter((one) => !document.querySelector(one)), SELECTORS), []);
});

for (const [i, here] of runs.entries()) {
  for (const [name, css] of Object.entries(RESETS)) {
    test(`${name} does no harm, before our stylesheet and after it: version ${i + 1}`, async (t) => {
      t.after(() => Promise.all(["before", "after"].map((where) => here(put, "", where))));
      for (const where of ["before", "after"]) {
        await here(put, where === "before" && css.startsWith("@layer") ? css.replace(HIDDEN, "") : css, where);
        assert.deepEqual(await here(compare), [], where);
        await here(put, "", where);
      }
    });
  }
}

test("harm would show", async (t) => {
  t.after(() => Promise.all(["before", "after"].map((where) => run(put, "", where))));
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

const document = readFileSync(new URL("../../web/styling.md", import.meta.url), "utf8");
const examples = (language) => [...document.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "gm"))].map(([, code]) => code);

test("the examples of styling.md do what they say", async () => {
  const [byClass, byLayer, order, byTheme, ...more] = examples("css");
  assert.deepEqual(more, []);
  for (const css of [byClass, byLayer, byTheme]) assert.deepEqual(await run(ineffective, css), { found: [], changed: true });
  assert.notDeepEqual((await run(ineffective, "@layer base { .bs-headline { color: teal } }")).found, []);
  assert.notDeepEqual((await run(ineffective, ":root { --bs-color: teal }")).found, []);
  // An order that is said before ours is heard.
  await run(compare, true);
  const reset = "@layer my-reset { * { margin: 0 } } @layer components { .bs-headline { color: teal } }";
  await run(put, order, "before");
  await run(put, reset, "after");
  const differences = await run(compare);
  assert.ok(differences.length > 0 && differences.every((one) => /^(bs-headline|bs-body>).*(color|caret|column-rule|outline|text-|fill|stroke|border)/.test(one)), differences.join("\n"));
  await run(put, "", "before");
  assert.ok((await run(compare)).some((one) => one.includes("margin")));
  await run(put, "", "after");
});

test("the script of styling.md does what it says", async (t) => {
  const [script, ...more] = examples("js");
  assert.deepEqual(more, []);
  t.after(() => run(attribute, [".bs-kicker", ".bs-body"], null));
  await visit.page.evaluate(script);
  assert.deepEqual(await run(values, [".bs-kicker"], ["color"]), ["rgb(46, 139, 87)"]);
  assert.deepEqual(await run(values, [".bs-body"], ["max-width"]), ["800px"]);
});

test("a browser that does not know light-dark() shows the system's colours, light and dark", async (t) => {
  const css = readFileSync(new URL("../../dist/broadsheet.css", import.meta.url), "utf8");
  const old = css.replaceAll("light-dark(", "no-such(");
  assert.notEqual(old, css);
  site.pages["/old.css"] = old;
  site.pages["/old"] = { body: html.replace("/broadsheet/broadsheet.css", "/old.css"), type: "text/html" };
  for (const [colorScheme, ink, paper] of [["light", "rgb(0, 0, 0)", "rgb(255, 255, 255)"], ["dark", "rgb(255, 255, 255)", "rgb(18, 18, 18)"]]) {
    const other = await open(site, "/old", { colorScheme });
    t.after(() => other.close());
    await other.page.waitForLoadState();
    const look = await other.page.evaluate(() =>
      [[".bs-headline", "color"], [".bs-document", "backgroundColor"], [".bs-navigation", "borderBottomColor"], [".bs-table td", "borderBottomColor"], [".bs-body a", "color"]].map(
        ([selector, name]) => getComputedStyle(document.querySelector(selector))[name],
      ),
    );
    assert.deepEqual(look.slice(0, 4), [ink, paper, ink, "rgba(128, 128, 128, 0.5)"]);
    assert.notEqual(look[4], ink);
  }
});
