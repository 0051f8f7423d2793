// The C library as a host meets it: its header and its symbols. install.test.mjs has what is installed.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "../../dist/broadsheet.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const archive = "build/libbroadsheet.a";
const run = (command, ...args) => execFileSync(command, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const strict = ["-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Wstrict-prototypes", "-Wmissing-prototypes", "-Wvla", "-Werror"];

mkdirSync(`${root}build/hosts`, { recursive: true });

function compile(name, source) {
  run("gcc", ...strict, "-fsanitize=address,undefined", "-g", "-Iinclude", source, archive, "-o", `build/hosts/${name}`);
  return `${root}build/hosts/${name}`;
}

const header = readFileSync(`${root}include/broadsheet.h`, "utf8");
const declared = [...header.matchAll(/^[a-z].*[ *](broadsheet_\w+)\(/gm)].map((m) => m[1]);

test("the header compiles alone, as C and as C++, with gcc and clang", () => {
  for (const compiler of ["gcc", "clang"]) run(compiler, ...strict, "-fsyntax-only", "-x", "c", "include/broadsheet.h");
  run("clang", "-x", "c++", "-std=c++11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only", "include/broadsheet.h");
});

test("the library shows the functions of the header, at most twenty, and nothing else", () => {
  assert.ok(declared.length > 0 && declared.length <= 20, `${declared.length} functions`);
  for (const file of [[archive], ["--dynamic", "build/libbroadsheet.so"]]) {
    const shown = run("nm", "--extern-only", "--defined-only", "--format=just-symbols", ...file);
    assert.deepEqual(shown.split("\n").filter((line) => /^\w+$/.test(line)).sort(), [...declared].sort());
  }
});

test("the comment of a function that returns a status lists those that it returns, and each is returned by one", () => {
  const statuses = [...header.match(/enum broadsheet_status \{[^}]*\}/)[0].matchAll(/^ +BROADSHEET_(\w+)/gm)].map(([, name]) => name);
  const functions = [...header.matchAll(/\/\* ((?:(?!\*\/)[^])*)\*\/\nbroadsheet_status (\w+)\(/g)];
  assert.deepEqual(functions.map(([, , name]) => name), declared.filter((name) => header.includes(`\nbroadsheet_status ${name}(`)));
  const listed = functions.flatMap(([, comment, name]) => {
    const lines = comment.split(/^ \* Returns$/m)[1];
    assert.ok(lines, name);
    return [...lines.matchAll(/^ \* ([A-Z0-9]+) +\S/gm)].map(([, status]) => status);
  });
  assert.deepEqual([...new Set(["OK", ...listed])].sort(), statuses.sort());
});

test("a host with its own cJSON_Parse, md_parse and malloc names links with it and runs", () => {
  const result = spawnSync(compile("clash", "tests/hosts/clash.c"), [], { encoding: "utf8" });
  assert.equal(result.stderr, "");
  assert.equal(result.status, 0);
  assert.equal(result.stdout, "host json\nhost markdown\n<p><em>hi</em></p>\n");
});

test("the example in C renders what the module renders", async () => {
  const program = compile("render", "examples/render.c");
  const files = ["examples/bundles/site.json", "examples/bundles/summit.json"];
  const press = await load();
  const story = press.open(files.map((file) => readFileSync(root + file)));
  for (const part of ["story", "headline"]) {
    const result = spawnSync(program, [part, "--seoul", ...files], { cwd: root, encoding: "utf8" });
    assert.equal(result.status, 0, result.stderr);
    assert.ok(result.stdout.length > 0);
    assert.equal(result.stdout, story.render(part));
  }
  story.close();
});

test("the example in C says what is wrong with a file that is no bundle", () => {
  const program = compile("render", "examples/render.c");
  const result = spawnSync(program, ["story", "Makefile"], { cwd: root, encoding: "utf8" });
  assert.equal(result.status, 1);
  assert.match(result.stderr, /line 1, column 1/);
});
