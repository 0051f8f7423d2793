// Sentences as reporters write them, and the HTML that is right: emphasis, quotations, addresses, dates and ranges in Korean,
// Japanese, Chinese, Arabic and German. The HTML was written from the rules of tests/spec/markdown/ by hand: where it and
// the output disagree, argue from the rule and not from the output.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";

const press = await load();
const sentences = JSON.parse(readFileSync(new URL("../spec/sentences.json", import.meta.url), "utf8"));
const made = (markdown, dialect) => press.markdown(markdown, { dialect, ids: false, headingBase: 1 }).trimEnd();

for (const language of new Set(sentences.map((one) => one.language))) {
  const all = sentences.filter((one) => one.language === language);
  test(`${all.length} sentences in ${language}`, () => {
    for (const { markdown, html } of all) assert.equal(made(markdown), html, markdown);
  });
}

test("there are two hundred and more, in five languages, and CommonMark alone would get a quarter wrong", () => {
  assert.ok(sentences.length >= 200);
  assert.equal(new Set(sentences.map(({ markdown }) => markdown)).size, sentences.length);
  assert.deepEqual([...new Set(sentences.map(({ language }) => language))].sort(), ["ar", "de", "ja", "ko", "zh"]);
  const plain = (html) => html.replace(/ (rel="noopener"|dir="(ltr|rtl)")/g, "");
  const otherwise = sentences.filter(({ markdown, html }) => plain(made(markdown, "commonmark")) !== plain(html));
  assert.ok(otherwise.length > sentences.length / 4, String(otherwise.length));
});
