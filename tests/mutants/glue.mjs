// A mutant of our JavaScript: dist/ is made anew in a copy, and the test that the entry names runs there.
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);
const well = new Set(); // the tests that pass without a mutant

function copy(folder) {
  mkdirSync(`${folder}/build`, { recursive: true });
  for (const path of ["web", "src", "examples", "tests", "package.json", "LICENSE"]) cpSync(path, `${folder}/${path}`, { recursive: true });
  symlinkSync("../../../node_modules", `${folder}/node_modules`);
  symlinkSync("../../../third_party", `${folder}/build/third_party`); // dist/ holds its licences
}

/** The path of the test, which catches it; null when it does not. */
export async function attemptGlue({ file, find, replace, test }, room) {
  const folder = `build/mutants/glue${room}`;
  if (!existsSync(folder)) copy(folder);
  const build = () => run("node", ["web/build.mjs", "../../broadsheet.wasm", "dist"], { cwd: folder });
  const passes = () => run("node", ["--test", "--test-timeout=60000", test], { cwd: folder, maxBuffer: 1 << 28 }).then(() => true, () => false);
  const whole = readFileSync(`${folder}/${file}`, "utf8");
  if (!well.has(test)) {
    await build();
    if (!(await passes())) throw new Error(`without a mutant ${test} fails`);
    well.add(test);
  }
  writeFileSync(`${folder}/${file}`, whole.replace(find, () => replace));
  try {
    await build();
    return (await passes()) ? null : test;
  } finally {
    writeFileSync(`${folder}/${file}`, whole);
  }
}
