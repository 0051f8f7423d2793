// What is JSON and what is not: a text that is never gives JSON or UTF8, a text that is not always does. Our own list
// is tests/spec/json.txt; the JSON test suite's is run as well where the project's corpora are.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";

const press = await load();
const root = new URL("../../", import.meta.url);

function codeOf(bytes) {
  try {
    press.open(bytes).close();
    return "OK";
  } catch (error) {
    return error.code;
  }
}

function check(expect, bytes) {
  const code = codeOf(bytes);
  const refused = code === "JSON" || code === "UTF8";
  if (expect === "y") assert.ok(!refused, `${code} for a text that is JSON`);
  if (expect === "n") assert.ok(refused, `${code} for a text that is not JSON`);
}

const own = readFileSync(new URL("tests/spec/json.txt", root), "utf8")
  .split("\n")
  .flatMap((line) => {
    const [, expect, text] = /^([yn]) (".*")$/.exec(line) ?? [];
    return expect ? [{ expect, text }] : [];
  });

test("our list is whole", () => {
  assert.equal(own.filter(({ expect }) => expect === "y").length, 21);
  assert.equal(own.filter(({ expect }) => expect === "n").length, 65);
});

for (const { expect, text } of own) test(`${expect} ${text}`, () => check(expect, Buffer.from(JSON.parse(text), "latin1")));

// Beside the project where it is developed; not part of it.
const suite = new URL("../shared/corpora/json-test-suite.json", root);
if (existsSync(suite)) {
  const records = JSON.parse(readFileSync(suite, "utf8"));
  const bytes = ({ b64, repeat }) =>
    repeat
      ? Buffer.concat([...Array(repeat.times).fill(Buffer.from(repeat.unit_b64, "base64")), Buffer.from(repeat.tail_b64 ?? "", "base64")])
      : Buffer.from(b64, "base64");
  const parsing = records.filter(({ set }) => set === "parsing");

  test("the suite is whole", () => {
    const count = (letter) => parsing.filter(({ expect }) => expect === letter).length;
    assert.deepEqual([count("y"), count("n"), count("i"), records.length], [95, 188, 35, 340]);
  });
  for (const record of records) test(`suite: ${record.name}`, () => check(record.expect, bytes(record)));
}
