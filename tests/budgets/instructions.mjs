// Counts the instructions of our own code, by callgrind: what a piece of work takes in our functions, md4c's and cJSON's.
// The C library's own functions are left out, since it picks them by the processor; so another machine counts the same.
//
//   node tests/budgets/instructions.mjs            prints each count beside its budget
//   node tests/budgets/instructions.mjs --write    writes the counts of now to instructions.json
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MARKDOWN, PAGE, STORY } from "./inputs.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = join(root, "build/bin/instructions_main");
const file = join(root, "tests/budgets/instructions.json");
const text = (...words) => execFileSync(words[0], words.slice(1), { encoding: "utf8", maxBuffer: 1 << 28 });

/** A count may stand so far above the one in instructions.json. */
export const LEEWAY = 1.02;
export const budgets = () => JSON.parse(readFileSync(file, "utf8"));

/** How often each function has a body in some object files or a program. */
function functions(...paths) {
  const found = new Map();
  for (const [, name] of text("nm", ...paths).matchAll(/ [tTwW] (\S+)$/gm)) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}

function ours() {
  const objects = ["src", "third_party"].flatMap((folder) =>
    readdirSync(join(root, "build/native", folder), { recursive: true })
      .filter((name) => name.endsWith(".o"))
      .map((name) => join(root, "build/native", folder, name)),
  );
  const names = functions(...objects);
  const linked = functions(program);
  for (const [name, times] of names) {
    if (name.startsWith(".")) continue;
    // A program takes from the objects what it needs; more than they have would be a function of the C library.
    assert.ok((linked.get(name) ?? 0) <= times, `the C library has a function ${name} too, so it cannot be told from ours`);
  }
  return names;
}

/** The instructions of a dump that were spent in some functions themselves. */
function spent(dump, names) {
  let sum = 0;
  let counts = false;
  const lines = dump.split("\n");
  for (let i = 0; i < lines.length; i++) {
    if (lines[i].startsWith("fn=")) counts = names.has(lines[i].slice(3).replace(/'\d+$/, "")); // name'2: called from itself
    else if (lines[i].startsWith("calls=")) i++; // the line behind it has what the callee took
    else if (counts && /^\d/.test(lines[i])) sum += Number(lines[i].split(" ")[1]);
  }
  return sum;
}

/** The instructions of each piece of work, by its name, and what Markdown takes of them before md4c. */
export function count() {
  const [all, pass] = [spentWithin("budget_measured"), spentWithin("markdown_prepare")];
  const before = Object.entries(pass).filter(([work]) => work.startsWith("markdown"));
  return { ...all, ...Object.fromEntries(before.map(([work, now]) => [`${work}: ${PASS}`, now])) };
}
export const PASS = "the pass before md4c";

/** The instructions of each piece of work that are spent in one function and in what it calls. */
function spentWithin(within) {
  const names = ours();
  const folder = mkdtempSync(join(tmpdir(), "instructions-"));
  try {
    const inputs = [...Object.values(MARKDOWN), ...STORY, ...PAGE.slice(0, 2)];
    const paths = inputs.map((input, i) => (writeFileSync(join(folder, `in${i}`), input), join(folder, `in${i}`)));
    const out = join(folder, "out");
    const flags = [`--toggle-collect=${within}`, "--dump-after=budget_measured", "--compress-strings=no", "--compress-pos=no"];
    const done = text("valgrind", "-q", "--tool=callgrind", ...flags, `--callgrind-out-file=${out}`, program, ...paths);
    const works = done.trim().split("\n");
    return Object.fromEntries(works.map((work, i) => [work, spent(readFileSync(`${out}.${i + 1}`, "latin1"), names)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const counts = count();
  if (process.argv[2] === "--write") writeFileSync(file, `${JSON.stringify(counts, null, 2)}\n`);
  const known = budgets();
  for (const [work, now] of Object.entries(counts)) {
    console.log(`${String(now).padStart(10)}  ${((now / known[work] - 1) * 100).toFixed(2).padStart(7)} %  ${work}`);
  }
}
