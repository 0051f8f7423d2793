// Nothing to mutate: what a parser makes of our output is written back as the same bytes, so that nothing is left for a
// second parse to read otherwise (HTML, section 13.3, warns of it; mutation XSS lives on it).
import assert from "node:assert/strict";
import test from "node:test";
import { parse, parseFragment, serialize } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { outputs } from "../attack/fixpoint-outputs.mjs";

const press = await load();
const again = (html) => serialize(html.startsWith("<!DOCTYPE") ? parse(html) : parseFragment(html));

test("parse5 writes every output back as it is", () => {
  let count = 0;
  const changed = [];
  const seen = new Set();
  for (const { name, html } of outputs(press)) {
    if (seen.has(html)) continue;
    seen.add(html);
    count++;
    if (again(html) !== html && changed.length < 10) changed.push(name);
  }
  assert.deepEqual(changed, []);
  assert.ok(count > 2000, `only ${count} outputs`);
});

test("the comparison sees what is no fixpoint", () => {
  for (const html of ["<p>a<p>b", "<pre>\n\na</pre>", "<a title='x'></a>", "<b>&#39;</b>", "<p><div></div></p>", "<img>\0", "<table>x</table>", "a\u00a0b"]) {
    assert.notEqual(again(html), html);
  }
});
