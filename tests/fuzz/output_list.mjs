// Makes src/output.json a table of C for html_oracle.c: one row for each element (attribute "") and each of its
// attributes, sorted by both. A rule that begins with "=" is a list of values, a line each.
//
//   node tests/fuzz/output_list.mjs >build/fuzz/output_list.h
import { readFileSync } from "node:fs";

const lists = JSON.parse(readFileSync(new URL("../../src/output.json", import.meta.url), "utf8"));
const rows = new Map();
// What the behaviours add is no output of the core.
for (const list of ["parts", "document"]) {
  for (const [element, attributes] of Object.entries(lists[list])) {
    for (const [attribute, rule] of [["", ""], ...Object.entries(attributes)]) {
      const key = JSON.stringify([element, attribute]);
      const text = Array.isArray(rule) ? `=${rule.join("\n")}` : rule;
      // What both lists have is every part's; two rules for one attribute would need a third.
      if (rows.has(key) && rows.get(key).text !== text) throw new Error(`${key} has two rules`);
      rows.set(key, { element, attribute, text, document: list === "document" && !rows.has(key) });
    }
  }
}
const bytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const sorted = [...rows.values()].sort((a, b) => bytes(a.element, b.element) || bytes(a.attribute, b.attribute));
const quoted = (text) => `TEXT_INIT(${JSON.stringify(text)})`;
for (const { element, attribute, text, document } of sorted) {
  console.log(`{${quoted(element)}, ${quoted(attribute)}, ${quoted(text)}, ${document}},`);
}
