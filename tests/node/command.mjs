// The command line, run as a user runs it, in a folder of its own.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

export const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
export const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
after(() => rmSync(folder, { recursive: true }));

/** Writes a file into the folder, and gives its name. */
export function file(name, content) {
  writeFileSync(join(folder, name), content);
  return name;
}

export function run(args, { input, ...options } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    input,
    encoding: "utf8",
    ...options,
  });
  return { status, stdout, stderr };
}

export const quiet = (stdout) => ({ status: 0, stdout, stderr: "" });
