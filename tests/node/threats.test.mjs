// src/threats.md and what it is about, held together: no place without a row, no row without its place, and every test
// that a row names is there.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import test from "node:test";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const document = read("src/threats.md");

/** The rows of the tables: { place, attributes, rule, source, tests }. */
function rowsOf(markdown) {
  let heads = [];
  return markdown.split("\n").flatMap((line) => {
    if (!line.startsWith("|")) return [];
    const cells = line.slice(1, -1).split("|").map((cell) => cell.trim());
    if (cells[0] === "place") heads = cells;
    if (!cells[0].startsWith("`")) return [];
    assert.equal(cells.length, heads.length, line);
    const row = Object.fromEntries(heads.map((head, i) => [head, cells[i]]));
    return { ...row, place: row.place.replaceAll("`", ""), kind: heads.includes("attributes") ? "value" : /^`writer_/.test(cells[0]) ? "writer" : "other" };
  });
}

/** The writer's functions that take what may be a bundle's: by their parameters, under the name by which parts call them. */
function takingData() {
  const header = ["writer", "escape"].map((name) => read(`src/html/${name}.h`)).join("").replace(/\/\*[^]*?\*\//g, "").replaceAll("\\\n", "");
  const called = [...header.matchAll(/^#define (writer_\w+)\((.*?)\)\s+(.*)$/gm)].map(([, name, parameters, body]) => ({ name, parameters, body }));
  const functions = [...header.matchAll(/^\w[\w ]*?\b(writer_\w+)\(([^)]*)\);/gm)].map(([, name, parameters]) => ({ name, parameters }));
  assert.ok(called.length > 8 && functions.length > 15);
  const data = /\b(?:text|url|html|u?int\d+_t) \w+/;
  const direct = functions.filter(({ name, parameters }) => !/_(literal|begin|escaped)$/.test(name) && data.test(parameters)).map(({ name }) => name);
  // A macro takes data when it hands on more than literals.
  const macros = called.filter(({ parameters, body }) => !/TEXT\(\w+\)|NO_TEXT/.test(body) && /\b(value|first|address)\b/.test(parameters)).map(({ name }) => name);
  return [...direct, ...macros].sort();
}

/** The rules of attribute values and the attributes that have each. */
function valueRules() {
  const rules = new Map();
  for (const elements of Object.values(JSON.parse(read("src/output.json"))))
    for (const attributes of Object.values(elements))
      for (const [name, rule] of Object.entries(attributes)) {
        if (typeof rule !== "string") continue;
        rules.set(rule, (rules.get(rule) ?? new Set()).add(name));
      }
  return [...rules].map(([rule, names]) => `${rule}: ${[...names].sort().join(" ")}`).sort();
}

/** The attributes that behaviours read and whose value is not one of a list. */
function readByBehaviours() {
  const sources = readdirSync(new URL("web/behaviours/", root)).map((file) => read(`web/behaviours/${file}`)).join("\n");
  const names = [...sources.matchAll(/\bbs[A-Z]\w*|\bdata-bs-[a-z]+/g)].map(([name]) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  const free = valueRules().join(" ").split(" ");
  return [...new Set(names.map((name) => name.replace(/^bs/, "data-bs")))].filter((name) => free.includes(name)).sort();
}

// What is no function of the writer and no attribute.
const OTHERS = ["scheme", "host", "mailto", "tel", "template", "credit", "paid", "sponsored", "notes", "embargo", "direction", "marks", "markdown", "tree", "title", "json", "diagnostics", "error", "limit", "update", "upgrade", "again", "sink", "prototype", "fetch", "terminal", "file", "clobber", "shown", "kept", "shared", "held", "framed", "dialog", "layout", "module"];

/** What is wrong with the list; empty when all is well. */
function faults(markdown) {
  const rows = rowsOf(markdown);
  const places = (kind) => rows.filter((row) => row.kind === kind).map(({ place }) => place).sort();
  const faults = [];
  const same = (what, got, want) => {
    for (const one of want) if (!got.includes(one)) faults.push(`${what} ${one} has no row`);
    for (const one of got) if (!want.includes(one)) faults.push(`${one} is no ${what}`);
    if (new Set(got).size !== got.length) faults.push(`a ${what} has two rows`);
  };
  same("function", places("writer"), takingData());
  same("rule", rows.filter(({ kind }) => kind === "value").map(({ place, attributes }) => `${place}: ${attributes}`), valueRules());
  same("place", places("other"), OTHERS);
  const handled = rows.filter(({ kind }) => kind === "other").flatMap(({ rule }) => rule.match(/data-bs-[a-z]+/g) ?? []);
  same("attribute that behaviours read", handled.sort(), readByBehaviours());
  for (const { place, rule, tests } of rows) {
    const named = [...tests.matchAll(/`([^`]+)`(?: "([^"]+)")?/g)];
    if (!rule || !named.length) faults.push(`${place} lacks its rule or its test`);
    for (const [, path, name] of named) {
      if (!existsSync(new URL(path, root))) faults.push(`${place}: there is no ${path}`);
      else if (name && !read(path).includes(name)) faults.push(`${place}: ${path} has no "${name}"`);
    }
  }
  return faults;
}

test("every place has a row, every row a place and a test that is there", () => {
  assert.deepEqual(faults(document), []);
});

test("a row, a test or an attribute less would be seen", () => {
  const lines = document.split("\n");
  for (const [i, line] of lines.entries()) {
    if (!line.startsWith("| `")) continue;
    assert.notDeepEqual(faults(lines.toSpliced(i, 1).join("\n")), [], line);
    const [last] = line.match(/[^|]*\|$/);
    assert.notDeepEqual(faults(lines.with(i, line.replace(last, " |")).join("\n")), [], line);
    assert.notDeepEqual(faults(lines.with(i, line.replace(last, last.replace(/\.(json|c|def|test\.mjs)`/, ".gone`"))).join("\n")), [], line);
  }
  assert.notDeepEqual(faults(document.replace("alt aria-label", "aria-label")), []);
  assert.notDeepEqual(faults(`${document}| \`writer_raw\` | x | | \`src/threats.md\` |\n`), []);
});
