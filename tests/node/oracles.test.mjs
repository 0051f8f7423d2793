// What others say about the goldens' HTML: parse5 gives the same bytes back, html-validate and the Nu checker find
// no error. All three are run on every golden.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { HtmlValidate } from "html-validate";
import { parse, parseFragment, serialize } from "parse5";
import { goldens } from "../golden/cases.mjs";
import { advised } from "./advice.mjs";
import { nuMessages } from "./nu.mjs";

const oracle = advised(
  "The HTML of a golden is not right, whoever wrote it: mend src/parts/PART.c (or what it calls), make dist, and accept the new bytes with node tests/golden/accept.mjs PART/CASE. If the checker is wrong, its rule is turned off here, with the reason.",
);

const cases = goldens()
  .filter(({ html }) => html?.length)
  .map(({ title, part, html }) => ({ title, whole: part === "document", html: html.toString() }));

test("there are goldens to look at", () => assert.ok(cases.length > 100));

/** What each of them must find something in. */
const wrong = { title: "wrong", whole: false, html: '<p><img src="x"><div id="a" id="a">&bogus;<ul><p></ul></div>' };

/** A page around what is none, with the headings above it that its own first one is under. */
function page({ whole, html }) {
  if (whole) return html;
  const first = Number(html.match(/<h([1-6])/)?.[1] ?? 2);
  const above = [1, 2, 3, 4, 5].filter((level) => level < first).map((level) => `<h${level}>Above</h${level}>`);
  return `<!DOCTYPE html><html lang="en"><head><title>Golden</title></head><body>${above.join("")}<div>${html}</div></body></html>`;
}

for (const one of cases) {
  oracle(`parse5: ${one.title}`, () => {
    const errors = [];
    const tree = (one.whole ? parse : parseFragment)(one.html, { onParseError: ({ code }) => errors.push(code) });
    assert.equal(serialize(tree), one.html);
    assert.deepEqual(errors, []);
  });
}

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // How long a title is, is up to the newspaper; the hostile bundle's is long.
    "long-title": "off",
    // hidden="", as the DOM serialises it: so the bytes of innerHTML are those that were rendered.
    "attribute-boolean-style": ["error", { style: "empty" }],
    // The value of an imprint is the publisher's; the sheet keeps a telephone number in one line.
    "tel-non-breaking": "off",
  },
});
const validate = (html) =>
  validator
    .validateStringSync(html)
    .results.flatMap((file) => file.messages)
    .map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`);
for (const one of cases) oracle(`html-validate: ${one.title}`, () => assert.deepEqual(validate(one.html), []));

test("parse5 and html-validate see what is wrong", () => {
  assert.notEqual(serialize(parseFragment(wrong.html)), wrong.html);
  assert.ok(validate(wrong.html).length > 2);
});

// One JVM for all, since it takes seconds to start.
const folder = mkdtempSync(join(tmpdir(), "broadsheet-nu-"));
const said = await nu();
rmSync(folder, { recursive: true });

async function nu() {
  [...cases, wrong].forEach((one, i) => writeFileSync(join(folder, `${i}.html`), page(one)));
  return (await nuMessages(folder)).map(({ url, type, subType, message, extract }) => ({
    index: Number(url?.match(/(\d+)\.html$/)?.[1]),
    severity: subType ?? type,
    text: `${message} at ${extract}`,
  }));
}

test("Nu sees what is wrong", () => {
  const errors = said.filter(({ index, severity }) => index === cases.length && severity === "error");
  assert.ok(errors.length > 2);
});

// The lines of an imprint are the publisher's: two with one label, as the hostile bundle's, are for a linter to mention.
const isLabelTwice = ({ severity, text }) => severity !== "error" && /^(Duplicate|The first occurrence of) “dt” name/.test(text);

// The checker guesses the language of a text; a name of 300 letters is none.
const isLanguageGuess = ({ severity, text }) => severity !== "error" && /^This document appears to be written in/.test(text);

for (const [i, { title }] of cases.entries()) {
  oracle(`Nu: ${title}`, () => {
    const all = said.filter((one) => (one.index === i || Number.isNaN(one.index)) && !isLabelTwice(one) && !isLanguageGuess(one));
    assert.deepEqual(all.map(({ severity, text }) => `${severity}: ${text}`), []);
  });
}
