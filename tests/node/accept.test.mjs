// tests/golden/accept.mjs, in a copy of its folder: it writes what it is asked for, and nothing else. And the advice of
// the tests that compare.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "broadsheet-"));
after(() => rmSync(copy, { recursive: true }));
const golden = join(copy, "tests/golden");
mkdirSync(golden, { recursive: true });
for (const name of ["accept.mjs", "cases.mjs", "headline", "kicker"]) cpSync(join(root, "tests/golden", name), join(golden, name), { recursive: true });
symlinkSync(join(root, "dist"), join(copy, "dist"));

const original = new Map(["headline", "kicker"].flatMap((part) => readdirSync(join(golden, part)).map((name) => [`${part}/${name}`, readFileSync(join(golden, part, name), "utf8")])));
const now = () => new Map([...original.keys()].map((path) => [path, readFileSync(join(golden, path), "utf8")]));
const accept = (...args) => spawnSync(process.execPath, [join(golden, "accept.mjs"), ...args], { encoding: "utf8" });
const pages = [...original.keys()].filter((path) => path.endsWith(".html"));
const written = (stdout) => stdout.match(/^written: .*$/gm)?.map((line) => line.slice(line.indexOf("tests/golden/") + "tests/golden/".length)) ?? [];

test("--changed writes the cases whose bytes changed, lists them, and leaves others and those without bytes", () => {
  assert.ok(pages.length > 4);
  assert.match(accept("--changed").stdout, /^No case changed\.\n$/);
  const [first, second, third] = pages;
  for (const path of [first, third]) writeFileSync(join(golden, path), "old bytes");
  rmSync(join(golden, second));
  const { status, stdout } = accept("--changed");
  assert.equal(status, 0);
  assert.deepEqual(written(stdout), [first, third]);
  assert.match(stdout, /2 of \d+ cases changed\. Read every line/);
  // Without a name: those that have none yet.
  assert.deepEqual(written(accept().stdout), [second]);
  assert.deepEqual(now(), original);
});

test("with names it writes those cases; one that is not there is refused, and nothing written", () => {
  const [first, second] = pages;
  for (const path of [first, second]) writeFileSync(join(golden, path), "old bytes");
  const name = second.replace(".html", "");
  for (const args of [[name, "headline/nonsense"], ["--changed", name]]) assert.equal(accept(...args).status, 1);
  assert.equal(now().get(second), "old bytes");
  assert.deepEqual(written(accept(name).stdout), [second]);
  assert.equal(now().get(first), "old bytes");
});

test("a failure of an advised test begins with the advice, and goes on with what was wrong", () => {
  const source = `import assert from "node:assert/strict";
    import { advised } from ${JSON.stringify(new URL("advice.mjs", import.meta.url).href)};
    const test = advised("mend this file");
    test("sound", () => assert.equal(1, 1));
    test("broken", () => assert.equal("actual text", "expected text"));
    test("thrown", () => { throw new TypeError("no function"); });`;
  writeFileSync(join(copy, "fails.test.mjs"), source);
  const { NODE_TEST_CONTEXT, ...env } = process.env; // this is a test of its own
  const { status, stdout } = spawnSync(process.execPath, ["--test", "--test-reporter=tap", "fails.test.mjs"], { cwd: copy, encoding: "utf8", env });
  assert.equal(status, 1);
  assert.equal(stdout.match(/mend this file/g).length >= 2, true);
  assert.match(stdout, /mend this file\n[^#]*'?actual text/);
  assert.match(stdout, /mend this file\n\s+no function/);
  assert.match(stdout, /^ok 1 - sound$/m);
});
