// The declarations, compiled against by a program that uses all of them: those written by hand, and those that the build
// makes of the tables and the schema.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "../../dist/broadsheet.js";
import { diagnostics } from "../../src/report/diagnostics.mjs";
import { OWN_CODES } from "../../web/module/errors.js";
import { full, schema, values } from "../node/full-bundle.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const compile = (...args) =>
  spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022",
    "--lib", "es2022,esnext.disposable,dom,dom.iterable", ...args], { cwd: root, encoding: "utf8" });

test("tests/hosts/types.ts compiles against dist/*.d.ts, as a package and by a bundler's rules", () => {
  for (const module of [["--module", "nodenext"], ["--module", "esnext", "--moduleResolution", "bundler"]]) {
    const { status, stdout, stderr } = compile(...module, "--types", "node", "tests/hosts/types.ts");
    assert.equal(stdout + stderr, "");
    assert.equal(status, 0);
  }
});

test("the declarations stand alone, without those of node", () => {
  const files = ["broadsheet", "define", "furniture", "broadsheet.classic"].map((name) => `dist/${name}.d.ts`);
  const { status, stdout } = compile("--module", "nodenext", "--typeRoots", "include", ...files);
  assert.equal(stdout, "");
  assert.equal(status, 0);
});

test("where the libraries know neither DOM nor Node, the module's declarations stand as well", () => {
  mkdirSync(`${root}build/hosts`, { recursive: true });
  const program = `import { BroadsheetElement, define, load, type Bundle, type Source } from "../../dist/broadsheet.js";
    import type wasm from "../../dist/broadsheet.wasm.js";
    declare const given: typeof wasm;
    const source: Source = given;
    const bundle: Bundle = { article: { id: "1", headline: "A", body: "B" } };
    export const html: string = (await load(source)).open(bundle).render();
    const press: typeof BroadsheetElement.press = await load();
    define("my-story");
    // @ts-expect-error a number is no source
    await load(5);`;
  writeFileSync(`${root}build/hosts/bare.ts`, program);
  const bare = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022", "--module", "nodenext", "--typeRoots", "include"];
  const { stdout } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", ...bare, "build/hosts/bare.ts"], { cwd: root, encoding: "utf8" });
  assert.equal(stdout, "");
});

test("the manifest of custom elements and VS Code's data have each attribute and event", () => {
  const json = (name) => JSON.parse(read(`dist/${name}`));
  const [{ declarations }] = json("custom-elements.json").modules;
  assert.deepEqual(declarations.map(({ tagName }) => tagName), ["broadsheet-article", "broadsheet-part"]);
  const source = read("web/elements/properties.js");
  const listed = ["LAYERS", "OPTIONS"].flatMap((name) => [...source.match(new RegExp(`const ${name} = \\[([^\\]]*)`))[1].matchAll(/"(\w+)"/g)].map(([, one]) => one));
  for (const { attributes, events, members } of declarations) {
    const names = attributes.map(({ fieldName }) => fieldName);
    for (const name of [...listed, "fragment", "fragmentId", "signedIn"]) assert.ok(names.includes(name), name);
    assert.deepEqual(events.map(({ name }) => name), ["broadsheet-render", "broadsheet-error", "broadsheet-update"]);
    for (const name of ["bundle", "story", "rendered", "reload"]) assert.ok(members.some((one) => one.name === name), name);
  }
  for (const { attributes } of json("html-data.json").tags) assert.ok(attributes.length > 10 && attributes.every(({ description }) => description));
});

// --- what the build makes -------------------------------------------------------------------------

const read = (path) => readFileSync(root + path, "utf8");
const table = (name) => [...read(`src/report/${name}.def`).matchAll(/^X\((\w+), (?:"(\w+)")?/gm)];

/** The names of a union of names.d.ts, which ends in what lets it grow. */
function union(name) {
  const [, names] = read("dist/names.d.ts").match(new RegExp(`^export type ${name} =\n([^;]*)\n {2}\\| \\(string & \\{\\}\\);$`, "m"));
  return names.split("\n").map((line) => line.match(/^ {2}\| "([\w-]+)"$/)[1]);
}

test("the names are those of the tables, each once", async () => {
  const press = await load();
  assert.deepEqual(union("PartName"), [...press.parts]);
  assert.deepEqual(union("DiagnosticCode"), diagnostics().filter(({ code }) => code).map(({ code }) => code));
  const statuses = table("status").map(([, name]) => name).filter((name) => name !== "OK");
  assert.deepEqual(union("ErrorCode"), [...new Set([...statuses, ...OWN_CODES])]);
  const [, fields] = read("dist/names.d.ts").match(/^export interface Limits \{\n([^}]*)\}/m);
  assert.deepEqual([...fields.matchAll(/^ {2}(\w+)\?: number \| undefined;$/gm)].map(([, name]) => name), Object.keys(press.limits));
});

/** What the compiler says about bundles as literals of the type. */
function complaints(name, bundles, expectation = "") {
  mkdirSync(`${root}build/hosts`, { recursive: true });
  const lines = bundles.flatMap((bundle, i) => [expectation, `export const b${i}: Bundle = ${JSON.stringify(bundle)};`]);
  writeFileSync(`${root}build/hosts/${name}.ts`, ['import type { Bundle } from "../../dist/bundle.js";', ...lines].join("\n"));
  const fewest = ["--lib", "es2022", "--skipLibCheck", "--typeRoots", "include"]; // which takes less time
  return compile("--module", "nodenext", ...fewest, `build/hosts/${name}.ts`).stdout;
}

const everything = [...values(full, schema)];
const nodes = new Map(everything.map(({ path, node }) => [path.join("/"), node]));

/** The full bundle with a value at a path, and of the rest only what is on the way and what is required there. */
function only(path, value, at = [], here = full) {
  if (at.length === path.length) return value;
  const key = path[at.length];
  const inner = only(path, value, [...at, key], here[key]);
  const required = nodes.get(at.join("/")).required ?? [];
  return Array.isArray(here) ? [inner] : { ...Object.fromEntries(required.map((one) => [one, here[one]])), [key]: inner };
}

test("the type of the bundle admits what the schema admits", () => {
  const examples = ["summit", "haenyeo", "feature", "minimal"].map((name) => JSON.parse(read(`examples/bundles/${name}.json`)));
  const nulls = everything.filter(({ node }) => [node.type].flat().includes("null")).map(({ path }) => only(path, null));
  assert.ok(nulls.length > 50);
  assert.equal(complaints("admitted", [full, ...examples, ...nulls]), "");
});

test("in every object of a bundle the type refuses a key that the schema does not know, and takes one with an underscore", () => {
  const objects = everything.filter(({ node, value }) => typeof value === "object" && !Array.isArray(value) && node.additionalProperties === undefined);
  assert.ok(objects.length > 25);
  const withKey = (key) => objects.map(({ path, value }) => only(path, { ...value, [key]: 1 }));
  assert.equal(complaints("unknown", withKey("unheardOf"), "// @ts-expect-error"), "");
  assert.equal(complaints("noted", withKey("_note")), "");
});

test("of every value the type refuses another kind of it", () => {
  const wrong = everything.filter(({ path }) => path.length).map(({ path, value }) => only(path, typeof value === "string" || path.at(-2) === "share" ? 7 : "?")); // a network to share by may be its name
  assert.ok(wrong.length > 150);
  assert.equal(complaints("wrong", wrong, "// @ts-expect-error"), "");
});
