// The rooms of src/: each uses only rooms on a lower level, and no file uses itself by way of others.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { filesIn, rooms, sourceFolders } from "../sources.mjs";

/** From the ground up. "" is what stands in src/ itself. */
const LEVELS = [["base"], ["text"], ["url", "json"], ["html", "report"], ["markdown"], ["story"], ["bundle", "page", "head"], ["parts"], [""], ["wasm"]];

const levelOf = (room) => LEVELS.findIndex((level) => level.includes(room));
const roomOf = (path) => path.slice(0, Math.max(0, path.indexOf("/")));
const files = sourceFolders().flatMap((folder) => [".c", ".h", ".def"].flatMap((ending) => filesIn(folder, ending))).map((path) => path.slice(4));
const used = new Map(files.map((file) => [file, [...readFileSync(`src/${file}`, "utf8").matchAll(/^#include "([^"]+)"/gm)].map(([, path]) => path).filter((path) => files.includes(path))]));

test("every room has its level, and there are ten at most", () => {
  assert.deepEqual(LEVELS.flat().filter(Boolean).sort(), rooms());
  assert.ok(LEVELS.length <= 10);
});

test("src/README.md draws the rooms, in this order from the top", () => {
  const drawing = /^```rooms\n([^]*?)^```$/m.exec(readFileSync("src/README.md", "utf8"))[1].trimEnd().split("\n");
  const drawn = drawing.map((line) => /^([a-z ]+?) *\| \S/.exec(line)[1].split(" ").map((room) => (room === "src" ? "" : room)));
  assert.deepEqual(drawn.reverse().map((level) => level.sort()), LEVELS.map((level) => [...level].sort()));
});

test("a room uses its own files and rooms below it", () => {
  const upwards = [...used].flatMap(([file, paths]) => paths.filter((path) => roomOf(path) !== roomOf(file) && levelOf(roomOf(path)) >= levelOf(roomOf(file))).map((path) => `src/${file} uses ${path}`));
  assert.deepEqual(upwards, []);
});

test("no noun uses itself by way of others", () => {
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
