// make screenshots: a name that no picture has is told. The pictures themselves are for a person to look at.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../screenshots.mjs", import.meta.url));

test("a pattern that no name contains is told, and no picture is taken", () => {
  const directory = join(tmpdir(), `broadsheet-no-pictures-${process.pid}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, directory, "en-1280-lihgt"], { encoding: "utf8" });
  assert.deepEqual([status, stdout, stderr], [1, "", 'no picture has a name with "en-1280-lihgt" in it\n']);
  assert.ok(!existsSync(directory));
});
