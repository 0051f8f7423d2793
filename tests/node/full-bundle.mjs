// The bundle that has a value for each property of the schema, with nothing wrong in it; a test of schema.test.mjs says
// when it lacks one.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { goldens } from "../golden/cases.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url)));
export const schema = read("src/bundle/bundle.schema.json");

const resolve = (node) => (node.$ref ? { ...schema.$defs[node.$ref.slice("#/$defs/".length)], ...node } : node);
const WORD_LISTS = { "month-names": "1|2|3|4|5|6|7|8|9|10|11|12", "weekday-names": "a|b|c|d|e|f|g" };
/** A word of the interface in the form that its schema asks for. */
const word = (key, node) => WORD_LISTS[key] ?? /\{\w+/.exec(resolve(node).pattern)?.[0].concat("}") ?? "word";
const words = Object.entries(schema.$defs.words.properties).map(([key, node]) => [key, word(key, node)]);
export const full = structuredClone(goldens().find(({ title }) => title === "document/full").bundle);
const furniture = read("tests/node/furniture.json");
Object.assign(full.site, furniture.site);
Object.assign(full, { $schema: "bundle.schema.json", lists: furniture.lists, strings: { en: Object.fromEntries(words) } });
// What version 2 of the format has added to an article.
const { "": more, ...members } = read("tests/node/vocabulary.json");
full.broadsheet = 2;
for (const [path, member] of Object.entries(members)) Object.assign(path.split("/").slice(1).reduce((node, key) => node[key], full), member);
Object.assign(full.article, more);
full.article.direction = "ltr";

/** Every value of the bundle with its schema: { path, node, parent, name }. */
export function* values(value, node, path = [], parent = null, name = null) {
  node = resolve(node);
  yield { path, node, parent, name, value };
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* values(item, node.items, [...path, i], node);
  else if (typeof value === "object" && value !== null)
    for (const [key, member] of Object.entries(value)) {
      if (key.startsWith("_")) continue;
      const known = node.properties?.[key] ?? node.additionalProperties;
      assert.ok(known, `the schema does not know /${[...path, key].join("/")}`);
      yield* values(member, known, [...path, key], node, node.properties?.[key] ? key : null);
    }
}
