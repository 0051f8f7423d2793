// CommonMark 0.31.2, every example, and those that came after it. What may differ is said
// here and nowhere else: raw HTML is text (then the output is markdown-it's with html: false),
// and an address that is not allowed leaves its text.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import commonmark from "commonmark-spec";
import MarkdownIt from "markdown-it";
import { parseFragment, serialize } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { normal, refuse, replace, tree } from "./normal-html.mjs";

const press = await load();
const options = { dialect: "commonmark", headingBase: 1, ids: false };
const withHtml = new MarkdownIt("commonmark");
const withoutHtml = new MarkdownIt("commonmark", { html: false });

const examples = commonmark.tests.map(({ number, section, markdown, html }) => ({
  name: `${number} ${section}`,
  markdown: markdown.replaceAll("→", "\t"),
  html: html.replaceAll("→", "\t"),
}));

/** Equal but for what is said above. */
function check({ markdown, html }) {
  const out = press.markdown(markdown, options);
  assert.equal(serialize(parseFragment(out)), out, "parsing and serialising changes it");
  const text = withoutHtml.render(markdown);
  const want = text === withHtml.render(markdown) ? html : text;
  assert.equal(normal(out), normal(replace(tree(want), refuse)));
}

test("the specification has 652 examples, and 72 of them hold raw HTML", () => {
  assert.equal(examples.length, 652);
  assert.equal(examples.filter(({ markdown: m }) => withoutHtml.render(m) !== withHtml.render(m)).length, 72);
});

for (const example of examples) test(`CommonMark ${example.name}`, () => check(example));

// Not in the package yet; the file is there where the project is developed.
const later = new URL("../../../shared/corpora/commonmark-unreleased.json", import.meta.url);
if (existsSync(later)) {
  const unreleased = JSON.parse(readFileSync(later, "utf8"));
  test("there are 4 examples after 0.31.2", () => assert.equal(unreleased.length, 4));
  for (const example of unreleased) test(`CommonMark after 0.31.2: ${example.example}`, () => check(example));
}
