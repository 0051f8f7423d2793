// A list is read alike wherever it stands in the text: md4c tells an empty item by an offset's low byte, which
// base/third_party.h sees to. So each list stands behind paragraphs of every length up to two times 256.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";

const press = await load();
const LISTS = {
  "two blank lines in an item": "- a\n\n\n  b\n- c",
  "a paragraph of two lines": "- a\n  b\n\n\n  c",
  "a numbered item": "1. 첫째\n\n\n   이어지는 문단\n2. 둘째",
  "code": "- a\n\n  ```\n  code\n  ```\n\n  b",
  "code of one line": "- ```\n  x\n  ```\n\n  b",
  "a heading": "- # h -\n\n  b",
  "a rule": "- a\n\n  ---\n\n  b",
  "a list in a quotation": "> - a\n>\n>\n>   b",
  "a table": "- |a|\n  |-|\n  |b|\n\n\n  c",
  "a definition": "- [a]: /u\n\n\n  [a]",
  "a task": "- [x] a\n\n\n  b",
};

for (const dialect of ["broadsheet", "commonmark"]) {
  for (const [name, list] of Object.entries(LISTS)) {
    test(`${dialect}: ${name}, at every offset`, () => {
      const rendered = (size) => press.markdown(`${"x".repeat(size)}\n\n${list}\n`, { dialect }).replace(/^<p>x+<\/p>\n/, "");
      const want = rendered(1);
      assert.equal(want.match(/<(?:ul|ol)\b/g).length, 1, want); // one list, which holds all
      assert.match(want, /<\/(?:ul|ol)>\n(?:<\/blockquote>\n)?$/);
      for (let size = 1; size < 530; size++) assert.equal(rendered(size), want, `behind ${size} letters`);
    });
    test(`${dialect}: an item without content ends its list, at every offset: ${name}`, () => {
      const rendered = (size) => press.markdown(`${"x".repeat(size)}\n\n- a\n-\n\n  z\n\n${list}\n`, { dialect }).replace(/^<p>x+<\/p>\n/, "");
      const want = rendered(1);
      assert.match(want, /<\/ul>\n<p>z<\/p>/);
      for (let size = 1; size < 270; size++) assert.equal(rendered(size), want, `behind ${size} letters`);
    });
  }
}
