// make part: what it writes compiles, is in every list, and passes for nothing that is finished.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "broadsheet-part-"));
after(() => rmSync(folder, { recursive: true }));
for (const path of ["README.md", "src/page/parts.def"]) {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  cpSync(join(root, path), join(folder, path));
}
for (const path of ["src/parts", "tests/golden"]) mkdirSync(join(folder, path), { recursive: true });

const make = (...names) => spawnSync("node", [join(root, "src/page/new.mjs"), ...names], { cwd: folder, encoding: "utf8" });
const read = (path) => readFileSync(join(folder, path), "utf8");

test("a name that is none writes nothing", () => {
  for (const names of [[], [""], ["Reading"], ["a_b"], ["-a"], ["a--b"], ["../a"]]) {
    assert.equal(make(...names).status, 1, names.join());
    assert.deepEqual(readdirSync(join(folder, "src/parts")), []);
  }
});

test("the beginnings of a part are in their places", () => {
  const { status, stdout, stderr } = make("two-words");
  assert.equal(status, 0, stderr);
  assert.match(stdout, /src\/README\.md/);
  assert.match(read("src/page/parts.def"), /^X\(two_words, "two-words", "", "", ""\)\nX\(story,/m);
  assert.match(read("README.md"), /^The parts are `[^`]+ two-words story page document`/m);
  const count = (path) => Number(/(\d+) parts, each/.exec(readFileSync(path, "utf8"))[1]);
  assert.equal(count(join(folder, "README.md")), count(join(root, "README.md")) + 1);
});

test("its source compiles, and says that it is not finished", () => {
  assert.match(read("src/parts/two-words.c"), /say here/i); // which prose.test.mjs finds
  const { status, stderr } = spawnSync("gcc", ["-std=c11", "-fsyntax-only", "-Wall", "-Wextra", "-Wmissing-prototypes", "-Werror", `-I${folder}/src`, `-I${root}src`, `-I${root}include`, join(folder, "src/parts/two-words.c")], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
});

test("its cases are bundles, and none has been accepted", () => {
  const cases = readdirSync(join(folder, "tests/golden/two-words")).sort();
  assert.deepEqual(cases, ["absent.json", "full.json", "hostile.json", "korean.json"]);
  for (const name of cases) assert.equal(JSON.parse(read(`tests/golden/two-words/${name}`)).article.id, `two-words-${name.slice(0, -5)}`);
});

test("a part that is there stays as it is", () => {
  const before = read("src/page/parts.def");
  assert.equal(make("two-words").status, 1);
  assert.equal(read("src/page/parts.def"), before);
  assert.ok(existsSync(join(folder, "src/parts/two-words.c")));
});
