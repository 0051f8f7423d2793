// A mutant of our JavaScript: dist/ is made anew in a copy, and the test that the entry names runs there.
import { execFile, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);
const well = new Set(); // the tests that pass without a mutant

/** Whether a test file ends well. After a failure a server of its may stay open, so the first one ends it, as does time. */
function ends(test, folder) {
  const child = spawn("node", ["--test", "--test-reporter=tap", test], { cwd: folder, detached: true, stdio: ["ignore", "pipe", "ignore"] });
  const stop = () => child.exitCode === null && child.signalCode === null && process.kill(-child.pid, "SIGKILL");
  const late = setTimeout(stop, 300_000);
  child.stdout.on("data", (text) => /^\s*not ok/m.test(text) && stop());
  return new Promise((resolve) => child.on("exit", (code) => (clearTimeout(late), resolve(code === 0))));
}

function copy(folder) {
  mkdirSync(`${folder}/build`, { recursive: true });
  for (const path of ["web", "src", "examples", "tests", "package.json", "README.md", "LICENSE"]) cpSync(path, `${folder}/${path}`, { recursive: true });
  symlinkSync("../../../node_modules", `${folder}/node_modules`);
  symlinkSync("../../../third_party", `${folder}/build/third_party`); // dist/ holds its licences
}

/** The path of the test, which catches it; null when it does not. */
export async function attemptGlue({ file, find, replace, test }, room) {
  const folder = `build/mutants/glue${room}`;
  if (!existsSync(folder)) copy(folder);
  const build = () => run("node", ["web/build.mjs", "../../broadsheet.wasm", "dist"], { cwd: folder });
  const passes = () => ends(test, folder);
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
