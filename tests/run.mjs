// Runs all tests and ends with one line: N passed, N failed.
//
//   node tests/run.mjs NATIVE-PROGRAM...      ONLY=pattern: only files whose name holds it
//   node tests/run.mjs --attack               the files of tests/attack, which take minutes
//
// First the native programs, each of which prints "ok - name" or "not ok - name: why" for a test. Then the
// JavaScript files of tests/node, tests/hosts and tests/browser, one after the other, by node's test runner; those of
// tests/attack two at a time. A program that crashes, or a file that runs no test, is a failure.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { basename, relative } from "node:path";
import { run } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const chosen = (path) => path.includes(process.env.ONLY ?? "");
const attack = process.argv[2] === "--attack";
const programs = process.argv.slice(attack ? 3 : 2);
let passed = 0;
let failed = 0;

function fail(where, why) {
  failed++;
  console.log(`not ok - ${where}: ${why}`);
}

function report(name, counts) {
  console.log(`${counts.failed ? "not ok" : "ok    "} ${name.padEnd(40)} ${counts.passed} passed, ${counts.failed} failed`);
}

function runNative(program) {
  const name = basename(program);
  const before = { passed, failed };
  const result = spawnSync(program, [], { cwd: root, encoding: "utf8", timeout: 600_000, maxBuffer: 1 << 28 });
  const lines = (result.stdout ?? "").split("\n");
  const bad = lines.filter((line) => line.startsWith("not ok - "));
  passed += lines.filter((line) => line.startsWith("ok - ")).length;
  for (const line of bad) fail(name, line.slice("not ok - ".length));
  if (result.error) fail(name, `could not be run: ${result.error.message}`);
  else if (result.signal) fail(name, `ended by ${result.signal}`);
  else if (result.status !== 0 && bad.length === 0) fail(name, `exit code ${result.status}`);
  else if (result.status === 0 && bad.length > 0) fail(name, "exit code 0 in spite of a failure");
  if (failed > before.failed && result.stderr) console.log(result.stderr.split("\n").slice(0, 60).join("\n"));
  if (passed + failed === before.passed + before.failed) fail(name, "ran no test");
  report(name, { passed: passed - before.passed, failed: failed - before.failed });
}

function testFiles() {
  return (attack ? ["tests/attack"] : ["tests/node", "tests/hosts", "tests/browser"]).flatMap((folder) =>
    readdirSync(`${root}${folder}`, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".test.mjs"))
      .map((entry) => `${root}${folder}/${entry.name}`)
      .sort(),
  );
}

// The first lines of what went wrong, without node's own; node wraps what a test threw.
function reason(error) {
  const cause = error?.cause ?? error;
  const text = cause?.stack ?? cause?.message ?? String(cause);
  const lines = text.split("\n").filter((line) => !line.includes("(node:internal/") && !line.includes(" at node:internal/"));
  return lines.slice(0, 14).join("\n    ");
}

// A file that runs on and on is ended.
const LIMIT = attack ? 3_600_000 : 900_000;

async function runFile(file) {
  const name = relative(root, file);
  const counts = { passed: 0, failed: 0 };
  const bad = (where, why) => {
    counts.failed++;
    fail(where, why);
  };
  let reported = 0;
  for await (const { type, data } of run({ files: [file], concurrency: 1, timeout: LIMIT })) {
    if (type === "test:stderr" || type === "test:stdout") process.stdout.write(data.message);
    if (type !== "test:pass" && type !== "test:fail") continue;
    // Of suites only their tests count, unless the suite itself broke; node also reports the file as a test when it ends.
    const isFile = data.name === file || data.name === name;
    const isSuite = data.details?.type === "suite" || isFile;
    if (!isFile) reported++;
    const why = data.details?.error;
    if (type === "test:fail") {
      if (why?.failureType === "subtestsFailed") continue; // those were counted
      bad(`${name}: ${data.name}`, reason(why));
    } else if (!isSuite) {
      if (data.skip !== undefined || data.todo !== undefined) bad(`${name}: ${data.name}`, "was skipped");
      else counts.passed++;
    }
  }
  if (reported === 0 && counts.failed === 0) bad(name, "ran no test");
  passed += counts.passed;
  report(name, counts);
}

/** Files of attack two at a time, since each drives an engine of its own and waits for it; others one by one. */
async function runFiles(files) {
  const rest = [...files];
  const worker = async () => {
    for (let file; (file = rest.shift()); ) await runFile(file);
  };
  await Promise.all(Array.from({ length: attack ? 2 : 1 }, worker));
}

for (const program of programs.filter(chosen)) {
  if (existsSync(program)) runNative(program);
  else fail(basename(program), "was not built");
}
await runFiles(testFiles().filter(chosen));
if (passed + failed === 0) fail("ONLY", `no test file has ${JSON.stringify(process.env.ONLY ?? "")} in its name`);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
