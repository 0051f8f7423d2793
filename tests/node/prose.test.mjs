// What the documents say is compared with the code, so that it cannot rot. Their blocks of code run in tests/hosts/snippets.test.mjs.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";
import { STATUSES } from "../../web/cli/flags.js";
import { parts } from "../../web/parts.mjs";

const file = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

/** The fenced blocks of a language, in order. */
function blocks(name, language) {
  const found = [...file(name).matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map((match) => match[1]);
  assert.ok(found.length > 0, `${name} has no ${language} block`);
  return found;
}

/** The keys of every object that a schema describes, with the place where it does. */
function schemaKeys(schema, place = "") {
  if (schema === null || typeof schema !== "object") return [];
  const own = Object.keys(schema.properties ?? {}).map((key) => [key, `${place}.${key}`]);
  return [...own, ...Object.entries(schema).flatMap(([name, inner]) => schemaKeys(inner, `${place}/${name}`))];
}

test("the page about the bundle names every key of the schema, and shows each of site and lists in an example", () => {
  const { words, ...objects } = JSON.parse(file("src/bundle/bundle.schema.json")).$defs;
  const prose = file("src/bundle/bundle.md");
  assert.ok(words, "the words of the interface are in strings.def");
  const keys = schemaKeys(objects);
  assert.ok(keys.length > 100);
  for (const [key, place] of keys) assert.ok(prose.includes(`\`${key}\``), place);
  const examples = blocks("src/bundle/bundle.md", "json").join("\n");
  for (const name of ["site", "lists"])
    for (const key of Object.keys(objects[name].properties)) assert.ok(examples.includes(`"${key}":`), `${name}.${key}`);
});

test("the README shows each exit status of the command line", () => {
  const readme = file("README.md");
  const rows = readme.slice(readme.indexOf("| exit status |")).match(/^\| \d \|/gm);
  assert.deepEqual(rows.map((row) => Number(row[2])), STATUSES.map(([status]) => status));
});

test("the README's table says what Broadsheet makes of the example", async () => {
  const press = await load();
  const made = press.markdown("[x](javascript&colon;alert(1)) <img src=x onerror=alert(1)>").trim();
  assert.ok(file("README.md").includes(`| Broadsheet | \`${made}\` |`), made);
});

test("the README counts the parts, and names each and no other, and those that take an id", () => {
  const readme = file("README.md");
  assert.equal(Number(/: (\d+) parts, each/.exec(readme)[1]), parts.length);
  const [, all, several] = /^The parts are `([^`]+)`\. Of these (.+) come in several,/m.exec(readme);
  assert.deepEqual(all.split(" "), parts.map(({ name }) => name));
  assert.deepEqual([...several.matchAll(/`([^`]+)`/g)].map(([, name]) => name), parts.filter(({ takes }) => takes).map(({ name }) => name));
});

test("each file of src/parts/ is a part's, and no part is as make part has left it", () => {
  const files = readdirSync(new URL("../../src/parts/", import.meta.url));
  assert.deepEqual(files.sort(), parts.map(({ name }) => `${name}.c`).sort());
  for (const name of files) assert.doesNotMatch(file(`src/parts/${name}`), /say here/i, name);
});

test("every local link of the documents leads somewhere", () => {
  const documents = ["README.md", "CHANGELOG.md", "tests/README.md", ...["src", "web", "examples"].flatMap((folder) => readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true }).filter((name) => name.endsWith(".md")).map((name) => `${folder}/${name}`))];
  assert.ok(documents.length > 10);
  /** The ids of a document's headings, as its readers make them. */
  const anchors = (text) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").replaceAll(" ", "-"));
  for (const name of documents) {
    for (const [, target, anchor] of file(name).replace(/^(```+)[^]*?^\1/gm, "").matchAll(/\]\(([^)#:\s]*)(?:#([^)\s]+))?\)/g)) {
      if ((!target && !anchor) || target === "figure" || target === "related" || /[…&]/.test(target)) continue;
      const found = target ? new URL(target, new URL(`../../${name}`, import.meta.url)) : new URL(`../../${name}`, import.meta.url);
      assert.ok(existsSync(found), `${name}: ${target}`);
      if (anchor && found.pathname.endsWith(".md")) assert.ok(anchors(readFileSync(found, "utf8")).includes(anchor), `${name}: ${target}#${anchor}`);
    }
  }
});
