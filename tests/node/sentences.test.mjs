// Sentences as they stand in newspapers, in five languages, and the HTML that the rules of tests/spec/markdown/ ask for. It
// was written from the rules, by hand: where the two disagree, argue from the rule and not from the output.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";

const press = await load();
const sentences = JSON.parse(readFileSync(new URL("../spec/sentences.json", import.meta.url), "utf8"));

test("there are two hundred sentences and more, none of them twice, in five languages", () => {
  assert.ok(sentences.length >= 200);
  assert.equal(new Set(sentences.map(({ markdown }) => markdown)).size, sentences.length);
  assert.deepEqual([...new Set(sentences.map(({ language }) => language))].sort(), ["ar", "de", "ja", "ko", "zh"]);
});

for (const { language, markdown, html } of sentences)
  test(`${language}: ${markdown}`, () => {
    assert.equal(press.markdown(markdown, { ids: false, headingBase: 1 }).trimEnd(), html);
  });

test("CommonMark alone would get a quarter of them wrong", () => {
  const alone = ({ markdown }) => press.markdown(markdown, { ids: false, dialect: "commonmark" }).trimEnd();
  assert.ok(sentences.filter((one) => alone(one) !== one.html.replaceAll(' rel="noopener"', "")).length > sentences.length / 4);
});
