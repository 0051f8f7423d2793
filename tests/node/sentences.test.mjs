// Sentences as reporters write them, with the HTML that is right: emphasis, quotations, addresses, dates and ranges in
// Korean, Japanese, Chinese, Arabic and German. tests/spec/sentences.json holds them: [Markdown, HTML] by language.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";

const press = await load();
const languages = JSON.parse(readFileSync(new URL("../spec/sentences.json", import.meta.url), "utf8"));

for (const [language, sentences] of Object.entries(languages))
  test(`${sentences.length} sentences in ${language}`, () => {
    for (const [markdown, html] of sentences) assert.equal(press.markdown(markdown), `<p>${html}</p>\n`, markdown);
  });

test("there are 200 of them at least, and CommonMark alone would get a quarter wrong", () => {
  const all = Object.values(languages).flat();
  assert.ok(all.length >= 200);
  assert.equal(new Set(all.map(([markdown]) => markdown)).size, all.length);
  const otherwise = all.filter(([markdown, html]) => press.markdown(markdown, { dialect: "commonmark" }).replace(/<a href/g, '<a rel="noopener" href') !== `<p>${html}</p>\n`);
  assert.ok(otherwise.length > all.length / 4, String(otherwise.length));
});
