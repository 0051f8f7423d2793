// The inputs that fuzzing kept, again: natively under ASan and UBSan with every promise of the harnesses, and held
// against a second program (tests/fuzz/agree.mjs): JSON.parse, URL, Date, and the WebAssembly build's bytes.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { disagreements, replay } from "../fuzz/agree.mjs";
import { corpus, joined, names, split } from "../fuzz/corpus.mjs";

test("an input is texts and back again", () => {
  for (const name of ["bundle", "markdown", "upgrade"]) for (const input of corpus(name)) assert.ok(joined(split(input)).equals(input));
});

for (const name of names) {
  const inputs = corpus(name);

  test(`${name}: there are inputs, each once`, () => {
    assert.ok(inputs.length >= 30, `${inputs.length} inputs`);
    assert.equal(new Set(inputs.map((input) => input.toString("base64"))).size, inputs.length);
  });

  test(`${name}: native keeps its promises, and a second program agrees`, () => {
    assert.deepEqual(disagreements(name, inputs), []);
  });
}

test("the comparison can see a difference", () => {
  // Known texts and what is told of each: the harness itself has refused and accepted.
  const told = (name, ...texts) => replay(name, texts.map((text) => Buffer.from(text)), "say").map((line) => line.split("\x1e").slice(0, -1));
  assert.deepEqual(told("json", "[1]", "[1", "[".repeat(70) + "]".repeat(70)), [["JSON"], ["not JSON"], ["too much"]]);
  assert.deepEqual(told("date", "2024-02-30", "2024-02-29"), [["refused"], Array(7).fill("2024-02-29")]);
  assert.deepEqual(told("url", "javascript:x", "/a\x1ehttps://a.example/b/"), [
    ["refused", "refused", "refused"],
    ["/a", "/a", "refused", "https://a.example/b/", "https://a.example/a"],
  ]);
  // Each input has its own line of bytes and hash.
  const [one, two] = replay("markdown", [joined(["", "*a*"]), joined(["", "*b*"])]);
  assert.match(one, /^\d+ [0-9a-f]{8}$/);
  assert.notEqual(one, two);
});

test("a time to fuzz is a whole number of seconds, or nothing begins", (t) => {
  const cwd = mkdtempSync(`${tmpdir()}/fuzz-`); // where it would begin to write
  t.after(() => rmSync(cwd, { recursive: true }));
  const program = fileURLToPath(new URL("../fuzz/run.mjs", import.meta.url));
  const run = (...seconds) => spawnSync("node", [program, ...seconds], { cwd, encoding: "utf8" });
  for (const seconds of ["1m", "NaN", "", "0", "-5", "1.5", "1e3", "9".repeat(10)]) {
    const { status, stderr } = run(seconds);
    assert.deepEqual([status, stderr], [2, `SECONDS is a whole number from 1 to 999999999, not "${seconds}"\n`]);
  }
  assert.equal(run().status, 2);
  assert.equal(run("60").status, 0); // of no programs
});
