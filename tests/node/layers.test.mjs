// Layers laid over one another: which version of the format counts, and what is told of the others.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { modules } from "../../src/wasm/modules.mjs";

const press = await load();
const article = (more) => ({ id: "1", headline: "Secret", body: "b", language: "en", ...more });
const codes = (story) => story.diagnostics.map(({ code, layer, pointer }) => [code, layer, pointer].join(" "));
const shows = (story) => story.render("headline").includes("Secret");

/** What is named behind version 2, and what is told of it. */
const BEHIND = [
  [1, ["VERSION_LOWER 1 /broadsheet"]],
  ["1", ["VERSION_LOWER 1 /broadsheet"]],
  [0, ["VERSION_LOWER 1 /broadsheet"]],
  [true, ["VALUE_TYPE 1 /broadsheet"]],
  ["two", ["VALUE_TYPE 1 /broadsheet"]],
  [{ a: 1 }, ["VALUE_TYPE 1 /broadsheet"]],
  [null, []],
  [undefined, []],
  [2, []],
];

test("of the versions that layers name the highest counts, in whatever order", () => {
  for (const first of [2, "2", " 2.0 "])
    for (const [behind, told] of BEHIND) {
      const layers = [{ broadsheet: first, article: article({ status: "embargoed" }) }, { broadsheet: behind, site: { name: "P" } }];
      const story = press.open(layers);
      assert.equal(shows(story), false, JSON.stringify(layers));
      const odd = first === 2 || behind === 2 ? [] : ["VALUE_TEXT_AS_NUMBER 0 /broadsheet"];
      assert.deepEqual(codes(story), [...told, ...odd, "STATUS_EMBARGOED 0 /article/status"], JSON.stringify(layers));
      story.close();
      assert.equal(shows(press.open(layers.toReversed())), false, JSON.stringify(layers));
    }
});

/** A story of these layers once it was changed. */
const changed = (layers, change) => {
  const story = press.open(layers);
  story.update(change);
  return story;
};

test("a version that cannot be read keeps an embargo, whatever other layers name", () => {
  for (const odd of ["v2", "", true, {}, { a: 1 }, [2]])
    for (const other of [1, "1", 0, 1.5, 1.99, null, undefined, "x"]) {
      const held = { broadsheet: odd, article: article({ status: "embargoed" }) };
      const layers = [held, { broadsheet: other, site: { name: "P" } }];
      const what = JSON.stringify(layers);
      assert.equal(shows(press.open(layers)), false, what);
      assert.equal(shows(press.open(layers.toReversed())), false, what);
      assert.equal(shows(changed(held, layers[1])), false, what);
      assert.deepEqual(codes(press.open(layers)), [`VALUE_TYPE ${other === "x" ? 1 : 0} /broadsheet`, "STATUS_EMBARGOED 0 /article/status"], what);
    }
});

test("an update lowers no version either, and says so without a place", () => {
  const under = { broadsheet: 2, article: article({ status: "embargoed" }) };
  for (const [behind, told] of BEHIND) {
    const story = changed(under, { broadsheet: behind, site: { name: "P" } });
    assert.equal(shows(story), false);
    assert.deepEqual(codes(story), [...told.map((code) => code.replace(" 1 ", " 0 ")), "STATUS_EMBARGOED 0 /article/status"]);
    assert.equal(story.diagnostics[0].line, null);
  }
  assert.equal(shows(changed(under, { patch: [{ op: "replace", path: "/broadsheet", value: 1 }] })), true); // who says it so means it
});

test("an update with another article says so", () => {
  const told = (change) => codes(changed({ article: article() }, change));
  assert.deepEqual(told({ article: { id: "2" } }), ["LAYER_OTHER_ARTICLE 0 /article/id"]);
  assert.deepEqual(told([{ article: { id: "2" } }, { article: { headline: "H" } }]), ["LAYER_OTHER_ARTICLE 0 /article/id"]);
  assert.deepEqual(told({ article: { id: "1", headline: "H" } }), []);
  assert.deepEqual(told({ patch: [{ op: "replace", path: "/article/id", value: "2" }] }), []);
});

test("an id that is a number is compared by its digits", () => {
  assert.ok(codes(press.open([{ article: article({ id: 1 }) }, { article: { id: 2 } }])).includes("LAYER_OTHER_ARTICLE 1 /article/id"));
  assert.ok(!codes(press.open([{ article: article({ id: 1 }) }, { article: { id: "1" } }])).some((code) => code.startsWith("LAYER")));
});

test("a version that cannot be read is 1, but for an embargo", () => {
  for (const version of ["two", "2.0.0", true, []]) {
    const plain = press.open({ broadsheet: version, article: article({ standfirst: "*a*", points: ["p"] }) });
    assert.match(plain.render("standfirst"), />\*a\*</);
    assert.deepEqual(codes(plain), ["VALUE_TYPE 0 /broadsheet", "KEY_VERSION 0 /article/points"]);
    assert.equal(shows(press.open({ broadsheet: version, article: article({ status: "embargoed" }) })), false);
  }
});

test("a key of version 2 in a bundle of version 1 is told with what brings it", () => {
  const story = press.open({ article: article({ until: "2030-01-01T00:00:00Z", alternates: [{ language: "ko", url: "https://a.example/", hidden: true }], unheard: 1 }) });
  assert.deepEqual(codes(story), ["KEY_VERSION 0 /article/until", "KEY_VERSION 0 /article/alternates/0/hidden", "KEY_UNKNOWN 0 /article/unheard"]);
  assert.match(story.diagnostics[0].message, /broadsheet: 2/);
});

test("a layer of the examples that says version 1 takes no live update away", () => {
  const layers = ["site-en", "live-en", "lists-en"].map((name) => readFileSync(new URL(`../../examples/bundles/edition/${name}.json`, import.meta.url)));
  assert.equal(press.open(layers).render("updates").match(/data-part="update"/g).length, 10);
});

/** Layers by which a number becomes lower, or another kind of value: a small module gives the whole's bytes or none. */
const LAYERS = [
  [{ broadsheet: 2, article: article() }, { broadsheet: 1, article: { standfirst: "*a*" } }],
  [{ broadsheet: "2", article: article() }, { broadsheet: 1, article: { standfirst: "*a*" } }],
  [{ broadsheet: "2", article: article() }, { broadsheet: "1", article: { standfirst: "*a*" } }],
  [{ broadsheet: 2, article: article() }, { broadsheet: null, article: { standfirst: "*a*" } }],
  [{ broadsheet: true, article: article() }, { article: { status: "embargoed" } }],
  [{ article: article({ kicker: null }) }, { article: { kicker: "K" } }],
];
for (const { name, file } of modules.slice(0, -1))
  test(`${name}: layers give the bytes of the whole, or nothing`, async () => {
    const small = await load(readFileSync(new URL(`../../dist/${file}`, import.meta.url)));
    let given = 0;
    for (const layers of LAYERS) {
      let html = null;
      try {
        html = small.open(layers).render("story");
      } catch (error) {
        assert.equal(error.name, "BroadsheetError");
      }
      given += html !== null;
      if (html !== null) assert.equal(html, press.open(layers).render("story"));
    }
    assert.equal(given, name === "RICH" ? LAYERS.length : 0);
    const plain = [{ broadsheet: 1, article: article() }, { broadsheet: 1, site: { name: "P" } }, { article: { kicker: "K" } }];
    assert.equal(small.open(plain).render("story"), press.open(plain).render("story"));
  });
