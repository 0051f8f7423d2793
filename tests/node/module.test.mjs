// The module as a file, and the facts that stand in more than one place.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname } from "node:path";
import { test } from "node:test";

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const module = new WebAssembly.Module(readFileSync(new URL("../../dist/broadsheet.wasm", import.meta.url)));
const manifest = JSON.parse(read("package.json"));
const lock = JSON.parse(read("package-lock.json"));

test("the module imports nothing", () => {
  assert.deepEqual(WebAssembly.Module.imports(module), []);
});

test("the module exports what src/wasm/exports.txt lists, its memory and _initialize", () => {
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  const listed = read("src/wasm/exports.txt").trim().split("\n");
  assert.deepEqual(names.sort(), [...listed, "memory", "_initialize"].sort());
});

test("the module carries no names of functions and no notes of its tools", () => {
  for (const section of ["name", "producers", "target_features", "sourceMappingURL"])
    assert.equal(WebAssembly.Module.customSections(module, section).length, 0, section);
});

test("the module's memory starts at 1 MiB and ends at 256 MiB", () => {
  const { memory } = new WebAssembly.Instance(module).exports;
  assert.equal(memory.buffer.byteLength, 1 << 20);
  memory.grow(255 * 16);
  assert.equal(memory.buffer.byteLength, 256 << 20);
  assert.throws(() => memory.grow(1), RangeError);
});

test("status.def has the order of the enum in broadsheet.h", () => {
  const defined = [...read("src/report/status.def").matchAll(/^X\((\w+),/gm)].map((match) => match[1]);
  const body = /typedef enum broadsheet_status \{(.*?)\}/s.exec(read("include/broadsheet.h"))[1];
  const declared = [...body.matchAll(/^\s*BROADSHEET_(\w+)/gm)].map((match) => match[1]);
  assert.ok(defined.length > 1);
  assert.deepEqual(defined, declared);
});

test("the lockfile pins every package by its hash and names no download address", () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
  assert.ok(packages.length > 10);
  for (const [path, entry] of packages) {
    assert.ok(!("resolved" in entry), path);
    assert.match(entry.integrity, /^sha512-/, path);
  }
});

test("the package has no dependencies at run time, and its tools are pinned exactly", () => {
  for (const kind of ["dependencies", "peerDependencies", "optionalDependencies"]) assert.ok(!(kind in manifest), kind);
  for (const [name, version] of Object.entries(manifest.devDependencies)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
});

test("package.json, its lockfile and the README ask for a Node that has process.getBuiltinModule", () => {
  assert.equal(manifest.engines.node, "^20.16.0 || >=22.3.0");
  assert.equal(lock.packages[""].engines.node, manifest.engines.node);
  assert.match(read("README.md"), /Node 20\.16 or newer \(of 22: 22\.3\)/);
  assert.equal(typeof process.getBuiltinModule, "function");
});

test("every file that package.json names is in dist/, types first", () => {
  const named = [manifest.bin.broadsheet];
  const name = (target) => {
    if (typeof target === "string") return named.push(target);
    // The first condition that holds counts. Those with types of their own stand before the types for all others.
    const before = Object.keys(target).slice(0, Math.max(0, Object.keys(target).indexOf("types")));
    assert.ok("types" in target && before.every((condition) => typeof target[condition] === "object"));
    Object.values(target).forEach(name);
  };
  Object.values(manifest.exports).forEach(name);
  for (const path of named) {
    const files = path.includes("*") ? readdirSync(new URL(`../../${dirname(path)}`, import.meta.url)).map((file) => `${dirname(path)}/${file}`) : [path];
    assert.notEqual(files.length, 0, path);
    for (const file of files) assert.ok(read(file).length > 0, file);
  }
});

// Only the first line counts, and a line before the code moves what its source map says.
test("what a page loads begins with the line by which Chromium compiles it beside the page's thread", () => {
  for (const file of ["define.js", "broadsheet.js", "broadsheet.classic.js", "furniture.js", "refresh.js", "adopt.js", "console.js"]) {
    const lines = read(`dist/${file}`).split("\n");
    assert.equal(lines[0], "//# allFunctionsCalledOnLoad", file);
    assert.match(lines[2], /^\/\/# sourceMappingURL=/, file);
    const map = new SourceMap(JSON.parse(read(`dist/${file}.map`)));
    const text = lines[1].match(/"[\w-]{8,}"/g).at(-1);
    const { originalSource, originalLine } = map.findEntry(1, lines[1].lastIndexOf(text));
    const source = read(originalSource.replace(/^(\.\.\/)+/, ""));
    assert.ok(source.split("\n")[originalLine].includes(text.slice(1, -1)), `${file}: ${text} at ${originalSource}:${originalLine + 1}`);
  }
});

test("dist/broadsheet.js has the expression by which bundlers find the module", () => {
  assert.ok(read("dist/broadsheet.js").includes('new URL("./broadsheet.wasm",import.meta.url)'));
});

test("NOTICES names everything that is linked into the module", () => {
  const notices = read("dist/NOTICES");
  for (const holder of ["Martin Mitáš", "Dave Gamble", "Rich Felker", "The Emscripten Authors"]) assert.ok(notices.includes(holder), holder);
});

test("what a program imports from the package has each class once", async () => {
  const [whole, elements] = [await import("broadsheet"), await import("broadsheet/define")];
  for (const name of ["BroadsheetArticle", "BroadsheetElement", "BroadsheetPart", "define"]) assert.equal(elements[name], whole[name], name);
});

test("version: package.json, the lockfile, the module and the element agree", async () => {
  const { load } = await import("../../dist/broadsheet.js");
  const { BroadsheetArticle } = await import("../../dist/define.js");
  const versions = [lock.version, lock.packages[""].version, (await load()).version, BroadsheetArticle.version];
  assert.deepEqual(versions, versions.map(() => manifest.version));
});
