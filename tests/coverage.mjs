// make coverage: which lines and branches of src/ the native tests reach, by gcov.
//
//   node tests/coverage.mjs PROGRAM...
//
// Runs each program with what programs.mjs has for it. Fails below 100 % of the lines and 95 % of the branches, and when
// gcov has nothing to say of a file that has a function, or finds counts and objects of different builds. A line that no
// test can reach says why in a comment of its own, "cannot happen: ...", and does not count, unless it is reached: then
// the comment is wrong, and that fails too. How many there are is printed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { feed } from "./programs.mjs";
import { filesIn, nativeSources, sourceFolders } from "./sources.mjs";

// What only the sweeps' build has, the fault that they switch on and what ASan adds, is no code of src/.
const folders = ["cover", "coversweep"].flatMap((way) => sourceFolders().map((folder) => `build/${way}/${folder}`)).filter(existsSync);
/** What the programs counted, a file for each object. */
const counts = () => folders.flatMap((folder) => filesIn(folder, ".gcda"));

function run(program) {
  const name = basename(program);
  const { paths, input } = feed(program);
  const { status, signal, stdout, stderr } = spawnSync(program, paths, { input, encoding: "utf8", maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`${name}: ${signal ?? status}\n${stdout.match(/^not ok.*$/gm)?.join("\n")}\n${stderr.slice(-1000)}`);
}

/** File: Map of line to { count, branches: counts }, over every object that has it. */
function collect() {
  const files = new Map();
  for (const data of counts()) {
    const { stdout, stderr } = spawnSync("gcov", ["--json-format", "--branch-probabilities", "--stdout", data], { encoding: "utf8", maxBuffer: 1 << 30 });
    if (stderr) throw new Error(`gcov ${data}: ${stderr}`);
    for (const { file, lines } of JSON.parse(stdout).files) {
      if (!file.startsWith("src/")) continue;
      if (!files.has(file)) files.set(file, new Map());
      for (const { line_number: number, count, branches } of lines) {
        const line = files.get(file).get(number) ?? (data.startsWith("build/cover/") ? { count: 0, branches: [] } : null);
        if (!line) continue;
        line.count += count;
        branches.forEach((branch, i) => (line.branches[i] = (line.branches[i] ?? 0) + branch.count));
        files.get(file).set(number, line);
      }
    }
  }
  return files;
}

/** Whether the compiler noted a function in a file's object: in those of small modules alone there is none natively. */
function hasFunction(file) {
  const notes = `build/cover/${file.replace(/c$/, "gcno")}`;
  const { stdout } = spawnSync("gcov", ["--json-format", "--stdout", notes], { encoding: "utf8" });
  return !existsSync(notes) || JSON.parse(stdout).files.length > 0;
}

const share = (part, whole) => (whole ? (100 * part) / whole : 100);
const shown = (part, whole) => `${(Math.floor(10 * share(part, whole)) / 10).toFixed(1).padStart(6)} % of ${String(whole).padStart(5)}`;

for (const data of counts()) rmSync(data);
for (const program of process.argv.slice(2)) run(program);

const all = { lines: 0, reached: 0, branches: 0, taken: 0, excused: 0 };
const missed = [];
const wrong = [];
const files = collect();
for (const file of nativeSources()) if (!files.has(file) && hasFunction(file)) wrong.push(`${file}: nothing was counted`);
for (const [file, lines] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const source = readFileSync(file, "utf8").split("\n");
  const sum = { lines: 0, reached: 0, branches: 0, taken: 0 };
  for (const [number, { count, branches }] of [...lines].sort(([a], [b]) => a - b)) {
    if (/\/\* cannot happen: .*\*\//.test(source[number - 1])) {
      all.excused++;
      if (count > 0) wrong.push(`${file}:${number}: can happen: ${source[number - 1].trim()}`);
      continue;
    }
    const taken = branches.filter(Boolean).length;
    sum.lines++;
    sum.reached += count > 0;
    sum.branches += branches.length;
    sum.taken += taken;
    if (count === 0) missed.push(`${file}:${number}: never reached: ${source[number - 1].trim()}`);
    else if (taken < branches.length) missed.push(`${file}:${number}: ${taken} of ${branches.length} branches: ${source[number - 1].trim()}`);
  }
  for (const key of Object.keys(sum)) all[key] += sum[key];
  console.log(`${file.padEnd(32)} lines ${shown(sum.reached, sum.lines)}   branches ${shown(sum.taken, sum.branches)}`);
}
for (const line of [...missed, ...wrong]) console.log(line);
console.log(`${"src/".padEnd(32)} lines ${shown(all.reached, all.lines)}   branches ${shown(all.taken, all.branches)}`);
console.log(`${all.excused} lines are marked as those which cannot be reached`);
const good = wrong.length === 0 && all.lines > 0 && all.reached === all.lines && share(all.taken, all.branches) >= 95;
if (!good) console.log("not ok: 100 % of the lines and 95 % of the branches are wanted, and no comment that is wrong");
process.exit(good ? 0 : 1);
