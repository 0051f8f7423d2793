// The small modules of src/wasm/modules.def: each gives the bytes that the whole gives, or fails. What fails is the little
// that a small module is meant to lack.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";
import { entityNames } from "../../src/text/entities.mjs";
import { modules } from "../../src/wasm/modules.mjs";
import { partsByModule } from "../../web/parts.mjs";
import { goldens, renderGolden } from "../golden/cases.mjs";
import { bundle } from "./bundle.mjs";

const bytes = (file) => readFileSync(new URL(`../../dist/${file}`, import.meta.url));
const whole = await load();
const cases = goldens();
const small = modules.slice(0, -1);
const [story] = small;
const RARE = "&NotEqualTilde; and &zwnj;";

/** What render gives, or null when the call fails. */
function attempt(work) {
  try {
    return work();
  } catch (error) {
    assert.equal(error.name, "BroadsheetError");
    return null;
  }
}

test("the table has the whole last, with all exports", async () => {
  assert.equal(modules.at(-1).file, "broadsheet.wasm");
  for (const { file, exports } of modules) {
    const module = await WebAssembly.compile(bytes(file));
    assert.deepEqual(WebAssembly.Module.imports(module), []);
    const given = WebAssembly.Module.exports(module).map(({ name }) => name);
    assert.deepEqual(given.filter((name) => name.startsWith("broadsheet_")).sort(), [...exports].sort());
  }
});

for (const [place, { name, file }] of small.entries()) {
  const press = await load(bytes(file));
  const has = partsByModule.slice(0, place + 1).flat();

  for (const one of cases) {
    test(`${name}: ${one.title}`, () => {
      const got = attempt(() => Buffer.from(renderGolden(press, one)));
      if (got) assert.equal(got.toString(), one.html.toString());
      if (!has.includes(one.part)) return assert.equal(got, null);
      // What it has, it renders, but where the body has a rare entity or, for the story's module, the paper words of its own;
      // and what version 2 of the format has added, in the module for that. Only servers ask what HTML was made from.
      const rare = [/&[A-Za-z]/, name === story.name && /"strings"/, name !== "RICH" && /"broadsheet": 2/].filter(Boolean);
      if (!got && !one.options?.provenance) assert.match(String(one.json), new RegExp(rare.map(({ source }) => source).join("|")));
    });
  }

  test(`${name} tells that there are diagnostics wherever the whole has errors`, () => {
    for (const one of cases) {
      const opened = attempt(() => press.open(one.json, one.options));
      if (!opened) continue;
      const right = whole.open(one.json, one.options);
      for (const fact of ["title", "language", "direction"]) assert.equal(opened[fact], right[fact]);
      // It does not look for all that is to be told; who asks, asks the whole.
      if (right.diagnostics.some(({ severity }) => severity === "error")) assert.notEqual(opened.diagnostics.length, 0, one.title);
      // The story's module also says so of what it does not read, since that could hold something.
      else if (name !== story.name && !right.diagnostics.length) assert.equal(opened.diagnostics.length, 0, one.title);
      opened.close();
      right.close();
    }
  });

  test(`${name} has the common entities, and fails for each other`, () => {
    const common = new Set(entityNames(true));
    for (const entity of entityNames(false)) {
      const made = attempt(() => press.open(bundle({ body: `It is {&${entity};}.` })));
      assert.equal(Boolean(made), common.has(entity), entity);
      if (!made) continue;
      const right = whole.open(bundle({ body: `It is {&${entity};}.` }));
      assert.equal(made.render("body"), right.render("body"));
      right.close();
      made.close();
    }
    assert.equal(attempt(() => press.open(bundle({ body: RARE }))), null);
  });

  test(`${name} compares the labels of links as the whole does, or fails`, () => {
    let made = 0;
    const characters = [[0x21, 0x17f], [0x370, 0x58f], [0x600, 0x610], [0x10a0, 0x10a8], [0x2010, 0x2020], [0x2126, 0x212b], [0xac00, 0xac08], [0xa640, 0xa648]];
    for (const [first, last] of characters) {
      for (let c = first; c <= last; c++) {
        const letter = String.fromCharCode(c);
        const layer = bundle({ body: `[x${letter.toLowerCase()}y] *${letter}*a\n\n[x${letter}y]: https://a.example/` });
        const opened = attempt(() => press.open(layer));
        if (!opened) continue;
        made++;
        const right = whole.open(layer);
        assert.equal(opened.render("body"), right.render("body"), c.toString(16));
        opened.close();
        right.close();
      }
    }
    assert.ok(made > 250, `${made} were rendered`);
  });

  test(`${name} speaks each language`, () => {
    for (const locale of ["en", "ko", "ar", "fr", "xx"]) {
      const layers = bundle({ corrections: [{ text: "A word.", date: "2026-01-02" }], tags: [{ label: "Boats" }], modified: "2026-03-04T05:06:00+09:00" });
      const [made, right] = [press, whole].map((one) => one.open(layers, { locale, now: "2026-05-06T07:08:00Z" }));
      assert.equal(made.render("story"), right.render("story"));
      made.close();
      right.close();
    }
  });

  test(`${name} fails where the whole fails`, () => {
    for (const layer of ["{", "[]", "{}", '{"article":{"id":"1"}}', "\xFF", `{"article":{"id":"1","headline":"h","body":"${"a".repeat(1 << 22)}"}}`]) {
      assert.equal(attempt(() => whole.open(layer)), null);
      assert.equal(attempt(() => press.open(layer)), null);
    }
    assert.equal(attempt(() => press.open(bundle(), { now: "yesterday" })), null);
    assert.equal(attempt(() => press.open(bundle()).render("no-such-part")), null);
  });
}
