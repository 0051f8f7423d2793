// make part: what it writes compiles, is in every list, and passes for nothing that is finished.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "broadsheet-part-"));
after(() => rmSync(folder, { recursive: true }));
for (const path of ["README.md", "Makefile", "include/broadsheet.h", "src/page", "src/wasm/exports.txt"]) {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  cpSync(join(root, path), join(folder, path), { recursive: true });
}
for (const path of ["src/parts", "tests/golden"]) mkdirSync(join(folder, path), { recursive: true });

const make = (...names) => spawnSync("node", [join(root, "src/page/new.mjs"), ...names], { cwd: folder, encoding: "utf8" });
const compile = (path) =>
  spawnSync("gcc", ["-std=c11", "-fsyntax-only", "-Wall", "-Wextra", "-Wmissing-prototypes", "-Werror", `-I${folder}/src`, `-I${root}src`, `-I${root}include`, join(folder, path)], { encoding: "utf8" });
const read = (path) => readFileSync(join(folder, path), "utf8");
const parts = read("src/page/parts.def");
function writtenNothing() {
  assert.deepEqual([...readdirSync(join(folder, "src/parts")), ...readdirSync(join(folder, "tests/golden"))], []);
  assert.equal(read("src/page/parts.def"), parts);
}

test("a name that is none writes nothing", () => {
  for (const names of [[], [""], ["Reading"], ["a_b"], ["-a"], ["a--b"], ["../a"], ["a'"], ["a".repeat(254)]]) {
    const { status, stderr } = make(...names);
    assert.equal(status, 1, names.join());
    assert.match(stderr, /^usage: make part NAME=/);
    writtenNothing();
  }
});

test("a name whose function is another one in src/ writes nothing", () => {
  // A function, one of a file's own, a type, a macro.
  for (const name of ["time", "authors", "function", "open"]) {
    const { status, stderr } = make(name);
    assert.equal(status, 1, name);
    assert.match(stderr, new RegExp(`^src/[\\w/-]+\\.[ch] has another part_${name.replace("-", "_")}; choose another name\\n$`));
    writtenNothing();
    // It would not compile.
    const row = `X(${name.replace("-", "_")}, "${name}", "", "", "", PAGE)\n`;
    writeFileSync(join(folder, "src/page/parts.def"), parts + row);
    writeFileSync(join(folder, "clash.c"), `#include "page/part.h"\nvoid part_${name.replace("-", "_")}(render *r)\n{\n    (void)r;\n}\n`);
    assert.ok(["src/page/part.c", "clash.c"].some((path) => compile(path).status !== 0), name);
    writeFileSync(join(folder, "src/page/parts.def"), parts);
  }
  assert.equal(compile("src/page/part.c").status, 0);
});

test("make runs nothing that stands in the name", () => {
  for (const name of ["x'; touch ran; '", "x; touch ran", '"; touch ran; "', "`touch ran`"]) {
    const { status, stderr } = spawnSync("make", ["part", `NAME=${name}`], { cwd: folder, encoding: "utf8", env: { ...process.env, MAKEFLAGS: "" } });
    assert.notEqual(status, 0);
    assert.match(stderr, /usage: make part NAME=/);
    assert.ok(!existsSync(join(folder, "ran")), name);
    writtenNothing();
  }
});

test("the beginnings of a part are in their places", () => {
  const { status, stdout, stderr } = make("two-words");
  assert.equal(status, 0, stderr);
  assert.match(stdout, /src\/README\.md/);
  assert.match(read("src/page/parts.def"), /^X\(two_words, "two-words", "", "", "", PAGE\)\nX\(story,/m);
  assert.match(read("README.md"), /^The parts are `[^`]+ two-words story page document`/m);
  const count = (path) => Number(/(\d+) parts, each/.exec(readFileSync(path, "utf8"))[1]);
  assert.equal(count(join(folder, "README.md")), count(join(root, "README.md")) + 1);
});

test("its source compiles, and says that it is not finished", () => {
  assert.match(read("src/parts/two-words.c"), /say here/i); // which prose.test.mjs finds
  const { status, stderr } = compile("src/parts/two-words.c");
  assert.equal(status, 0, stderr);
});

test("words of C and of ours are names like others", () => {
  for (const name of ["int", "for", "text", "part", "render", "x"]) {
    assert.equal(make(name).status, 0, name);
    for (const path of [`src/parts/${name}.c`, "src/page/compose.c"]) {
      const { status, stderr } = compile(path);
      assert.equal(status, 0, stderr);
    }
  }
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
