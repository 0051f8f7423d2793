// -o FILE: written whole or not at all.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, linkSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { bundle } from "./bundle.mjs";
import { cli, file, folder, quiet, run } from "./command.mjs";

const press = await load();
const story = bundle({ nonsense: 1 });
file("story.json", JSON.stringify(story));
file("text.md", "*hi*");
file("broken.json", "{");
const read = (name) => readFileSync(join(folder, name), "utf8");
const leftOver = (inside = ".") => readdirSync(join(folder, inside)).filter((name) => name.endsWith(".tmp"));

test("each command writes into the file what it writes to standard output without it", () => {
  for (const [i, [args, status]] of [[["render", "story.json"], 0], [["check", "story.json"], 0], [["check", "--json", "story.json"], 0], [["check", "--sarif", "broken.json"], 3], [["markdown", "text.md"], 0]].entries()) {
    const plain = run(args);
    assert.deepEqual(run([...args, "-o", `out${i}`]), { ...plain, stdout: "" });
    assert.equal(plain.status, status);
    assert.ok(plain.stdout.length > 0);
    assert.equal(read(`out${i}`), plain.stdout);
    assert.deepEqual(run([...args, "--output", "-"]), plain);
  }
  assert.deepEqual(leftOver(), []);
});

test("what was there is replaced, and keeps its mode; a link stays a link", () => {
  file("old.html", "x".repeat(100_000));
  chmodSync(join(folder, "old.html"), 0o640);
  const kept = join(folder, "kept.html");
  linkSync(join(folder, "old.html"), kept); // who has the old file open goes on reading the old content
  symlinkSync("old.html", join(folder, "link.html"));
  assert.equal(run(["markdown", "text.md", "-o", "link.html"]).status, 0);
  assert.equal(read("old.html"), press.markdown("*hi*"));
  assert.equal(statSync(join(folder, "old.html")).mode & 0o777, 0o640);
  assert.ok(lstatSync(join(folder, "link.html")).isSymbolicLink());
  symlinkSync("later.html", join(folder, "early.html"));
  assert.equal(run(["markdown", "text.md", "-o", "early.html"]).status, 0);
  assert.ok(lstatSync(join(folder, "early.html")).isSymbolicLink() && lstatSync(join(folder, "later.html")).isFile());
  assert.equal(readFileSync(kept, "utf8").length, 100_000);
  assert.deepEqual(leftOver(), []);
});

test("a link to a link to a file that is not there yet stays a link", () => {
  for (const name of ["turn", "deep", "deep/inner", "far"]) mkdirSync(join(folder, name));
  symlinkSync("deep/inner", join(folder, "by")); // "by/.." is deep, not the folder that by stands in
  for (const [name, to] of [["c1", "turn/c2"], ["turn/c2", "../by/../c3"], ["deep/c3", join(folder, "far/c4")], ["far/c4", "c5.html"]]) symlinkSync(to, join(folder, name));
  assert.deepEqual(run(["markdown", "text.md", "-o", "c1"]), quiet(""));
  for (const name of ["c1", "turn/c2", "deep/c3", "far/c4"]) assert.ok(lstatSync(join(folder, name)).isSymbolicLink(), name);
  assert.equal(read("far/c5.html"), press.markdown("*hi*"));
  assert.deepEqual([leftOver(), leftOver("turn"), leftOver("far")], [[], [], []]);
});

test("of links in a row, 40 are followed, and a circle is told", () => {
  for (let i = 1; i <= 41; i++) symlinkSync(`row${i - 1}`, join(folder, `row${i}`));
  symlinkSync("circle", join(folder, "circle"));
  for (const target of ["row41", "circle"]) {
    const { status, stderr } = run(["markdown", "text.md", "-o", target]);
    assert.deepEqual([status, stderr], [3, `broadsheet: ${target} cannot be written: ELOOP\n`]);
    assert.ok(lstatSync(join(folder, target)).isSymbolicLink());
  }
  assert.equal(run(["markdown", "text.md", "-o", "row40"]).status, 0);
  assert.equal(read("row0"), press.markdown("*hi*"));
  for (let i = 1; i <= 41; i++) assert.ok(lstatSync(join(folder, `row${i}`)).isSymbolicLink(), i);
});

test("without a result the file stays as it was", () => {
  file("stays.html", "old");
  assert.equal(run(["render", "broken.json", "-o", "stays.html"]).status, 3);
  assert.equal(run(["render", "story.json", "--limit", "outputBytes=10", "-o", "stays.html"]).status, 3);
  assert.equal(run(["render", "missing.json", "-o", "fresh.html"]).status, 3);
  assert.equal(read("stays.html"), "old");
  assert.ok(!existsSync(join(folder, "fresh.html")));
});

test("a file that cannot be written is told in one line, and leaves nothing behind", () => {
  mkdirSync(join(folder, "directory"));
  for (const target of ["missing/out.html", "directory"]) {
    const { status, stdout, stderr } = run(["markdown", "text.md", "-o", target]);
    assert.deepEqual([status, stdout], [3, ""]);
    assert.match(stderr, new RegExp(`^broadsheet: ${target} cannot be written: (ENOENT|EISDIR)\n$`));
  }
  assert.deepEqual([...leftOver(), ...leftOver("directory")], []);
});

test("a disk that fills up leaves the old file, and nothing beside it", () => {
  file("full.html", "old");
  const big = file("big.md", "word ".repeat(100_000));
  const limited = ["-c", 'ulimit -f 8 && exec "$0" "$@"', process.execPath, cli, "markdown", big, "-o", "full.html"]; // blocks
  const { status, stderr } = spawnSync("sh", limited, { cwd: folder, encoding: "utf8" });
  assert.equal(status, 3);
  assert.match(stderr, /^broadsheet: full\.html cannot be written: EFBIG\n$/);
  assert.equal(read("full.html"), "old");
  assert.deepEqual(leftOver(), []);
});

test("a device and a pipe are written to and not replaced", () => {
  assert.deepEqual(run(["markdown", "text.md", "-o", "/dev/null"]), quiet(""));
  assert.ok(statSync("/dev/null").isCharacterDevice());
  spawnSync("mkfifo", [join(folder, "pipe")]);
  const { stdout } = spawnSync("sh", ["-c", 'cat pipe & "$0" "$@" && wait', process.execPath, cli, "markdown", "text.md", "-o", "pipe"], { cwd: folder, encoding: "utf8" });
  assert.equal(stdout, press.markdown("*hi*"));
  assert.ok(lstatSync(join(folder, "pipe")).isFIFO());
});

test("the output is none of the files that are read, by whatever name", () => {
  const before = read("story.json");
  symlinkSync("story.json", join(folder, "alias.json"));
  for (const target of ["story.json", "./story.json", join(folder, "story.json"), "alias.json"]) {
    const { status, stdout, stderr } = run(["render", "story.json", "-o", target]);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /--output is one of the files that are read/);
  }
  assert.equal(read("story.json"), before);
});
