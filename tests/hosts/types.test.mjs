// The hand-written declarations, compiled against by a program that uses all of them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

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
