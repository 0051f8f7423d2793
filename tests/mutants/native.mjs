// A mutant of our C: what is made of the file that it changes is compiled anew, in a copy, and the native tests run.
//
// Without sanitizers, since the tests are to say what is wrong. A program is a test of tests/c, or a harness of
// tests/fuzz, which gets the inputs that were kept.
import { execFile, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { promisify } from "node:util";
import { corpus } from "../fuzz/corpus.mjs";
import { goldens } from "../golden/cases.mjs";
import { sized } from "../programs.mjs";
import { nativeSources } from "../sources.mjs";

const run = promisify(execFile);
const base = "build/mutants";
const core = nativeSources();
const harness = ["fuzz", "html_oracle", "html_values", "replay"].map((name) => `tests/fuzz/${name}.c`);
const third = ["md4c", "cJSON"].map((name) => `build/third_party/${name}.c`);

const isReplay = (program) => program.startsWith("replay_");
/** The sources that a program has beside the core. */
const own = (program) => (isReplay(program) ? [`tests/fuzz/${program.slice("replay_".length)}.c`, ...harness] : [`tests/c/${program}.c`]);
const object = (folder, source) => `${folder}/objects/${source.replaceAll("/", "+")}.o`;

/** Compiles one source of the tree at from. */
async function compile(source, from, to) {
  const ours = ["-I", `${from}include`, "-I", `${from}src`, "-isystem", "build/third_party", "-I", "build/list"];
  const theirs = ["-I", `${from}src`, "-I", `${from}include`, "-Ibuild/third_party", "-include", `${from}src/base/third_party.h`];
  const how = [...(third.includes(source) ? theirs : ours), "-MMD", "-MF", `${object(to, source)}.d`];
  await run("gcc", ["-std=c11", "-O0", "-w", ...how, "-c", "-o", object(to, source), third.includes(source) ? source : from + source]);
}

const inputs = new Map();
function inputOf(program) {
  if (!inputs.has(program)) inputs.set(program, isReplay(program) ? sized(corpus(program.slice("replay_".length))) : "");
  return inputs.get(program);
}
const paths = goldens().map((one) => `${one.path}.json`);

/** Whether a program, linked with the objects that a folder has of its own, ends well. */
async function passes(program, folder, changed = []) {
  const path = `${folder}/${program}`;
  const from = (source) => object(changed.includes(source) ? folder : base, source);
  await run("gcc", ["-o", path, ...[...own(program), ...core, ...third].map(from), "-lpthread"]);
  const child = spawn(path, program === "golden_main" ? paths : [], { stdio: ["pipe", "ignore", "ignore"], timeout: 30_000, killSignal: "SIGKILL" });
  child.stdin.on("error", () => {}); // it ended before it had read all
  child.stdin.end(inputOf(program));
  return new Promise((resolve, reject) => child.on("close", (code) => resolve(code === 0)).on("error", reject));
}

/** Makes everything without a mutant; gives attempt(mutant, room), which says by which program it is caught. */
export async function native(programs, inParallel) {
  mkdirSync(`${base}/objects`, { recursive: true });
  const sources = [...new Set([...core, ...programs.flatMap(own), ...third])];
  await inParallel(sources, (source) => compile(source, "", base));
  const needs = new Map(sources.map((source) => [source, readFileSync(`${object(base, source)}.d`, "utf8").split(/[\s\\]+/)]));
  const took = new Map();
  await inParallel(programs, async (program) => {
    const start = performance.now();
    if (!(await passes(program, base))) throw new Error(`without a mutant ${program} fails`);
    took.set(program, performance.now() - start);
  });

  /** Those first that are about the file, then the goldens, then the quickest. */
  function order(file) {
    const stem = basename(file).split(/[_.]/)[0];
    const near = (program) => own(program).some((source) => needs.get(source).includes(file) && file.endsWith(".c")) || (program.includes(stem) && !isReplay(program));
    const rank = (program) => (near(program) ? -2e6 : program === "golden_main" ? -1e6 : 0) + took.get(program);
    return [...programs].sort((a, b) => rank(a) - rank(b));
  }

  return async function attempt({ file, find, replace }, room) {
    const changed = sources.filter((source) => needs.get(source)?.includes(file));
    const folder = `${base}/${room}`;
    if (!existsSync(folder)) {
      mkdirSync(`${folder}/objects`, { recursive: true });
      for (const source of ["src", "include", "tests/c", "tests/fuzz"]) cpSync(source, `${folder}/${source}`, { recursive: true });
    }
    const whole = readFileSync(`${folder}/${file}`, "utf8");
    if (!whole.includes(find)) throw new Error("its text is gone");
    writeFileSync(`${folder}/${file}`, whole.replace(find, () => replace));
    try {
      for (const source of changed) await compile(source, `${folder}/`, folder);
      for (const program of order(file)) if (!(await passes(program, folder, changed))) return program;
      return null;
    } finally {
      writeFileSync(`${folder}/${file}`, whole);
    }
  };
}
