// check shows the line that a diagnostic is about, with a caret under the place, and nothing of it drives the terminal.
import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpt } from "../../web/cli/excerpt.js";
import { bundle } from "./bundle.mjs";
import { file, run } from "./command.mjs";

/** What check says of a story's field: the lines behind that of the code. */
function shown(code, fields) {
  file("shown.json", typeof fields === "string" ? fields : JSON.stringify(bundle(fields)));
  const lines = run(["check", "shown.json"]).stdout.split("\n");
  const at = lines.findIndex((line) => line.includes(` ${code} `));
  assert.ok(at >= 0, lines.join("\n"));
  return lines.slice(at, at + 3);
}

test("the line of the text stands there, with carets under the part that is meant", () => {
  const [told, line, carets] = shown("TEXT_HTML", { standfirst: "One\nTwo &amp; \"three\"\nFour" });
  assert.match(told, /^shown\.json:1:\d+: warning TEXT_HTML \/article\/standfirst:2:5 /);
  assert.equal(line, 'Two &amp; "three"');
  assert.equal(carets, "    ^^^^^");
});

test("where a value is meant as a whole, the line of the file stands there", () => {
  const [told, line, caret] = shown("KEY_UNKNOWN", '{"article":\r\n {"id":"a","headline":"H","body":"B",\r\n  "odd": 7}}');
  assert.match(told, /^shown\.json:3:10: /);
  assert.deepEqual([line, caret], ['  "odd": 7}}', "         ^"]);
});

test("a wide character takes two cells, a mark none, and what is escaped as many as its escape", () => {
  for (const [before, cells] of [["한국어", 6], ["漢字かな", 8], ["ｆｕ", 4], ["e\u0301", 1], ["🙂", 2], ["\t", 5], ["\u001b", 6], ["\u202e", 8], ["שלום", 4], ["", 0]]) {
    const [, line, carets] = shown("TEXT_HTML", { kicker: `x${before}<b>` });
    assert.ok(line.endsWith("<b>"), line);
    assert.equal(carets, `${" ".repeat(cells + 1)}^^^`, JSON.stringify(before));
  }
});

test("every line end of a text counts, and every escape of JSON", () => {
  const text = String.raw`a\r\nb\rc\u000a\u000Dd\"\\\/\ud83d\ude00\ud800\u0000<b>`;
  const [told, line, carets] = shown("TEXT_HTML", JSON.stringify(bundle({ kicker: "K" })).replace('"K"', `"${text}"`));
  assert.match(told, /\/article\/kicker:5:8 /);
  assert.deepEqual([line, carets], ['d"\\/😀��<b>', `${" ".repeat(8)}^^^`]);
});

test("a long line is cut on both sides, and the place stays in view", () => {
  const [, line, carets] = shown("TEXT_HTML", { kicker: `${"가".repeat(5000)}<b>${"나".repeat(5000)}` });
  assert.match(line, /^…가+<b>나+…$/);
  assert.ok(line.length < 80);
  assert.equal(carets.trim(), "^^^");
});

test("nothing of the line drives the terminal, however many marks stand on a letter", () => {
  const hostile = `\u001b[2J\u0007\u009b31m\u202e\u2028\u{e0041}a${"\u0301".repeat(5000)}<b>\u001b]0;title\u0007`;
  const lines = shown("TEXT_HTML", { kicker: hostile });
  for (const line of lines) {
    assert.doesNotMatch(line, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    assert.ok(line.length < 1000, `${line.length} units`);
  }
  assert.match(shown("KEY_UNKNOWN", { "\u001b[2J": "\u202e\u009b" })[1], /\\u\{202e\}\\u\{9b\}/);
});

test("what has no place has no line", () => {
  assert.deepEqual(excerpt(undefined, { offset: 1 }), []);
  assert.deepEqual(excerpt(Buffer.from("{}"), { offset: undefined }), []);
  assert.deepEqual(excerpt(Buffer.from("{}"), { offset: 7 }), []);
});
