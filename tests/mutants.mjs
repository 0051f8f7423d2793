// make mutants: breaks one rule after the other in a copy of src/ and expects that a native test says so.
//
//   node tests/mutants.mjs PROGRAM...      ONLY=text: only rules whose name or file holds it
//
// tests/mutants.def.json lists them: the rule, its file, a text that stands there once, and what replaces it. An entry
// whose text is not found fails, as does one that no test catches. A program is the name of a test of tests/c, or of a
// harness of tests/fuzz, which then gets the inputs that were kept.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { corpus } from "./fuzz/corpus.mjs";
import { goldens } from "./golden/cases.mjs";

const copy = "build/mutants";
const flags = ["-std=c11", "-O0", "-w", `-I${copy}/include`, `-I${copy}/src`, "-isystem", "build/third_party", "-Ibuild/list", '-DBROADSHEET_VERSION="0"'];
const foreign = ["-std=c11", "-O0", "-w", `-I${copy}/src`, `-I${copy}/include`, "-include", `${copy}/src/third_party.h`];
const programs = process.argv.slice(2).map((path) => basename(path));

const object = (source) => `${copy}/objects/${source.replaceAll("/", "+")}.o`;
const compile = (source, from, how) => execFileSync("gcc", [...how, "-c", "-o", object(source), from], { stdio: "pipe" });

const core = ["src", "src/parts"]
  .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
  .filter((path) => path.endsWith(".c") && !basename(path).startsWith("wasm"));
const harness = ["fuzz", "html_oracle", "html_values", "replay"].map((name) => `tests/fuzz/${name}.c`);
const third = ["md4c", "cJSON"].map((name) => `build/third_party/${name}.c`);

/** The objects that a program has beside the core. */
const own = (program) =>
  program.startsWith("replay_") ? [`tests/fuzz/${program.slice("replay_".length)}.c`, ...harness] : [`tests/c/${program}.c`];

/** The inputs of a harness as replay.c reads them. */
function sized(inputs) {
  const sizes = inputs.map((input) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(input.length);
    return size;
  });
  return Buffer.concat(inputs.flatMap((input, i) => [sizes[i], input]));
}

/** Whether all is well with a program, linked anew. */
function passes(program) {
  const path = `${copy}/${program}`;
  execFileSync("gcc", ["-o", path, ...[...own(program), ...core, ...third].map(object), "-lpthread"], { stdio: "pipe" });
  const input = program.startsWith("replay_") ? sized(corpus(program.slice("replay_".length))) : "";
  const paths = program === "golden_main" ? goldens().map((one) => `${one.path}.json`) : [];
  return spawnSync(path, paths, { input, timeout: 60_000, maxBuffer: 1 << 30 }).status === 0;
}

/** The programs, those first that are about the file. */
function order(file) {
  const stem = basename(file, ".c").split("_")[0];
  const near = (program) => (program.includes(stem) ? 0 : program.startsWith("replay_") ? 2 : 1);
  return [...programs].sort((a, b) => near(a) - near(b));
}

/** Which program catches a mutant; what is wrong when none does. */
function attempt({ file, find, replace }) {
  const source = readFileSync(file, "utf8");
  if (source.split(find).length !== 2) return { fault: "its text does not stand there once" };
  const changed = `${copy}/${file}`;
  try {
    writeFileSync(changed, source.replace(find, () => replace));
    compile(file, changed, flags);
    const by = order(file).find((program) => !passes(program));
    return by ? { by } : { fault: "no test catches it" };
  } catch (error) {
    return { fault: `it cannot be built: ${error.stderr ?? error}` };
  } finally {
    writeFileSync(changed, source);
    compile(file, changed, flags);
  }
}

rmSync(copy, { recursive: true, force: true });
mkdirSync(`${copy}/objects`, { recursive: true });
for (const folder of ["src", "include"]) cpSync(folder, `${copy}/${folder}`, { recursive: true });
for (const source of core) compile(source, `${copy}/${source}`, flags);
for (const source of new Set(programs.flatMap(own))) compile(source, source, flags);
for (const source of third) compile(source, source, foreign);
const unwell = programs.filter((program) => !passes(program));
if (unwell.length) throw new Error(`without a mutant these fail: ${unwell.join(", ")}`);

const all = JSON.parse(readFileSync(new URL("mutants.def.json", import.meta.url), "utf8"));
const chosen = all.filter(({ rule, file }) => `${rule} ${file}`.includes(process.env.ONLY ?? ""));
let caught = 0;
for (const mutant of chosen) {
  const { by, fault } = attempt(mutant);
  if (by) caught++;
  console.log(by ? `ok     ${mutant.rule} (${by})` : `not ok ${mutant.rule} (${mutant.file}): ${fault}`);
}
console.log(`${caught} of ${chosen.length} mutants caught`);
process.exit(chosen.length > 0 && caught === chosen.length ? 0 : 1);
