// The rooms of src/ and of web/: each uses only rooms on a lower level, and no file uses itself by way of others.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { test } from "node:test";
import { rooms } from "../sources.mjs";

/** From the ground up. "" is what stands in src/ itself. */
const LEVELS = [["base"], ["text"], ["url", "json"], ["html", "report"], ["markdown"], ["story"], ["bundle", "page", "head"], ["parts"], [""], ["wasm"]];

/** The same for web/, where cli/ is an entry as those in web/ itself are, and uses one of them as any program does. */
const WEB = [["module", "behaviours", "styles"], ["elements"], [""], ["cli"]];

const roomOf = (path) => path.slice(0, Math.max(0, path.indexOf("/")));
/** For each file of a tree the files of it that it uses. */
const uses = (tree, files, find) => new Map(files.map((file) => [file, find(file, readFileSync(`${tree}/${file}`, "utf8")).filter((path) => files.includes(path))]));

const everything = readdirSync("src", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(4));
const sources = everything.filter((path) => /\.(c|h|def)$/.test(path));
/** The paths that a C file includes. Only two forms are read, so that none hides from the rule; others fail. */
function included(file, text) {
  const lines = text.replace(/\/\*[^]*?\*\//g, "").split("\n").filter((line) => /^\s*(#|%:|\?\?=)\s*(include|import|embed)\b/.test(line));
  return lines.map((line) => {
    const [, path, system] = /^#include (?:"([a-zA-Z0-9_./-]+)"|<([a-z0-9]+\.h)>)\s*$/.exec(line) ?? assert.fail(`src/${file}: ${line}`);
    assert.ok(system ? SYSTEM.includes(system) : FOREIGN.includes(path) || sources.includes(path), `src/${file} includes ${system ?? path}, which is no file of a room`);
    return path;
  });
}
/** Headers that are no room's: of the C library and of third-party code. */
const SYSTEM = ["float.h", "math.h", "setjmp.h", "stdbool.h", "stddef.h", "stdint.h", "stdlib.h", "string.h", "md4c.h"];
const FOREIGN = ["broadsheet.h", "cJSON.h", "md4c.h"];
const scripts = readdirSync("web", { recursive: true }).filter((path) => /\.(js|css|d\.ts)$/.test(path));
const TREES = [
  ["src", LEVELS, uses("src", sources, included)],
  ["web", WEB, uses("web", scripts, (file, text) => [...text.matchAll(/(?:\bfrom|\bimport|\bimport\() ?"(\.[^"]+)"/g)].map(([, path]) => join(dirname(file), path)))],
];

test("every room has its level, and there are ten at most", () => {
  assert.deepEqual(LEVELS.flat().filter(Boolean).sort(), rooms());
  assert.deepEqual(WEB.flat().filter(Boolean).sort(), readdirSync("web", { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort());
  assert.ok(LEVELS.length <= 10);
});

test("nothing in src/ has an ending that this test does not know", () => {
  assert.deepEqual(everything.filter((path) => !/\.(c|h|def|md|mjs|json|txt|sh|pins|awk|in)$/.test(path)), []);
});

test("no file is longer than one reading, 300 lines; tables may be", () => {
  const long = [...sources.filter((path) => !path.endsWith(".def")).map((path) => `src/${path}`), ...scripts.map((path) => `web/${path}`)].filter((path) => readFileSync(path, "utf8").split("\n").length > 301);
  assert.deepEqual(long, []);
});

test("src/README.md draws the rooms, in this order from the top", () => {
  const drawing = /^```rooms\n([^]*?)^```$/m.exec(readFileSync("src/README.md", "utf8"))[1].trimEnd().split("\n");
  const drawn = drawing.map((line) => /^([a-z ]+?) *\| \S/.exec(line)[1].split(" ").map((room) => (room === "src" ? "" : room)));
  assert.deepEqual(drawn.reverse().map((level) => level.sort()), LEVELS.map((level) => [...level].sort()));
});

for (const [tree, levels, used] of TREES) {
  const levelOf = (room) => levels.findIndex((level) => level.includes(room));

  test(`${tree}: a room uses its own files and rooms below it`, () => {
    assert.ok([...used.values()].flat().length > 30);
    const upwards = [...used].flatMap(([file, paths]) => paths.filter((path) => roomOf(path) !== roomOf(file) && levelOf(roomOf(path)) >= levelOf(roomOf(file))).map((path) => `${tree}/${file} uses ${path}`));
    assert.deepEqual(upwards, []);
  });

  test(`${tree}: no noun uses itself by way of others`, () => {
    const noun = (path) => path.replace(/\.\w+$/, "");
    const next = new Map();
    for (const [file, paths] of used) next.set(noun(file), [...(next.get(noun(file)) ?? []), ...paths.map(noun).filter((name) => name !== noun(file))]);
    const done = new Set();
    const visit = (name, way) => {
      assert.ok(!way.includes(name), [...way, name].join(" → "));
      if (!done.has(name)) for (const other of next.get(name) ?? []) visit(other, [...way, name]);
      done.add(name);
    };
    for (const name of next.keys()) visit(name, []);
  });
}

test("web/README.md draws the rooms of web/, from the top down", () => {
  const [drawing] = readFileSync("web/README.md", "utf8").match(/(?<=```text drawing\n)[^]*?(?=```)/);
  const levels = drawing.trim().split("\n").map((line) => line.split("  ")[0].split(" ").map((name) => name.replace("/", "").replace("*.js", "")));
  assert.deepEqual(levels.map((level) => level.sort()), WEB.map((level) => [...level].sort()).reverse());
});
