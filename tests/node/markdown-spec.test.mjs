// The examples of tests/spec/markdown through press.markdown, and as a tree: parsing and serialising
// what is written changes nothing. Those of a story's body run natively (tests/c/test_markdown_spec.c).
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { parseFragment, serialize } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { examples } from "./spec-file.mjs";

const press = await load();
const folder = fileURLToPath(new URL("../spec/markdown/", import.meta.url));
const BODY = ["--places", "--outline", "--rtl", "--korean"];
const inBody = (options) => options.some((option) => BODY.includes(option));

for (const file of readdirSync(folder).filter((name) => name.endsWith(".txt"))) {
  const all = examples(folder + file);
  test(`${file} has examples`, () => assert.ok(all.length > 0));
  for (const { line, section, markdown, html, options } of all) {
    const name = `${file}:${line} ${section}`;
    test(`${name}, as a tree`, () => assert.equal(serialize(parseFragment(html)), html));
    if (inBody(options)) continue;
    test(name, () => {
      const base = options.find((option) => option.startsWith("--base="));
      const out = press.markdown(markdown, {
        dialect: options.includes("--commonmark") ? "commonmark" : undefined,
        ids: options.includes("--ids"),
        version: options.includes("--version=2") ? 2 : 1,
        headingBase: base ? Number(base.slice(7)) : 1,
      });
      assert.equal(out, html);
    });
  }
}
