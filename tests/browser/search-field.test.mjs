// The name of the search's field comes from the bundle, and a form gives its fields by their names before what it has of
// its own. None of that may be taken from it, as each engine has it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { ENGINES, launch } from "./engines.mjs";

const press = await load();

/** The name that the field has when a bundle asks for one. */
function given(parameter) {
  const story = press.open({ site: { search: { action: "/search", parameter } } }, { furniture: true });
  const [, name] = / name="([^"]*)"/.exec(story.render("search"));
  story.close();
  return name;
}

test("usual names are taken", () => {
  const usual = ["q", "s", "p", "wd", "query", "search", "keyword", "keywords", "kwd", "term", "text", "word", "searchText", "sch_word", "SearchText"];
  assert.deepEqual(usual.map(given), usual);
});

for (const name of ENGINES) {
  test(`${name}: what a form has of its own is no name of a field`, async (t) => {
    const engine = await launch(name);
    t.after(() => engine.close());
    const own = await engine.evaluate(() => {
      const names = new Set();
      for (let of = document.createElement("form"); of; of = Object.getPrototypeOf(of)) for (const one of Object.getOwnPropertyNames(of)) names.add(one);
      return [...names];
    });
    assert.ok(own.length > 300 && own.includes("submit") && own.includes("attributes"), `${own.length} names`);
    assert.deepEqual(own.filter((one) => given(one) !== "q"), []);
  });
}
