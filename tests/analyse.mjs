// make analyse: clang-tidy, cppcheck, gcc's analyser and valgrind over our C. Any finding fails.
//
//   node tests/analyse.mjs PROGRAM...      ONLY=text: only sources and programs whose path holds it
//
// The first three read every C file that we have: what each looks for is in .clang-tidy and below, and where one is
// told to be quiet, the line says why. valgrind runs the native tests, built without sanitizers, with what programs.mjs
// has for them; it sees what ASan does not, a decision on a value that was never set. Before that each of the four must
// find what is wrong on purpose in tests/analyse/wrong.c, so that one which does nothing is not taken for one that finds
// nothing.
import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename } from "node:path";
import { feed } from "./programs.mjs";
import { filesIn, sourceFolders } from "./sources.mjs";

const wrong = "tests/analyse/wrong.c";
const programs = process.argv.slice(2);
const chosen = (path) => path.includes(process.env.ONLY ?? "");

/** { code, output } of a command; input goes to its standard input. */
async function run([command, ...words], input = "") {
  const child = execFile(command, words, { maxBuffer: 1 << 30 }, () => {});
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (output += piece));
  child.stdin.on("error", () => {}); // it ended without reading all; its code says so
  child.stdin.end(input);
  const [code, signal] = await once(child, "close");
  return { code: code ?? signal, output };
}

// Sources ---------------------------------------------------------------------------------

const folders = [...sourceFolders(), "tests/c", "tests/fuzz", "tests/attack", "tests/hosts", "examples"];
const sources = folders.flatMap((folder) => filesIn(folder, ".c"));

const common = ["-Iinclude", "-Isrc", "-Ibuild/list", "-DBROADSHEET_ANALYSE"];
const sweep = "-DBROADSHEET_SWEEP";

/** The definitions with which a source is compiled; some sources are compiled in two ways. */
function ways(source) {
  if (basename(source).startsWith("sweep_")) return [[sweep]];
  return readFileSync(source, "utf8").includes("BROADSHEET_SWEEP") ? [[], [sweep]] : [[]];
}

/** The sources of src/wasm are for 32 bits and the C library of emscripten. gcc has no wasm32; its x86 of 32 bits lays out the same. */
const isWasm = (source) => source.startsWith("src/wasm/");
const sysroot = /--sysroot=(\S+)/.exec((await run(["emcc", "--cflags"])).output)?.[1];
const gccHeaders = (await run(["gcc", "-print-file-name=include"])).output.trim();
const wasm32 = {
  clang: ["--target=wasm32-unknown-emscripten", `--sysroot=${sysroot}`, "-D__EMSCRIPTEN__"],
  gcc: ["-m32", "-msse2", "-nostdinc", "-isystem", gccHeaders, "-isystem", `${sysroot}/include`, "-include", "tests/analyse/wasm32.h"],
};

// Tools -----------------------------------------------------------------------------------

/** The commands with which each reads a source. All end with a code other than 0 when they find something. */
const tools = {
  "clang-tidy": (source) =>
    ways(source).map((way) => [
      "clang-tidy", "--quiet", source, "--",
      "-std=c11", ...common, "-isystem", "build/third_party", ...way, ...(isWasm(source) ? wasm32.clang : []),
    ]),
  // It tries every #ifdef by itself. It knows no _Noreturn.
  cppcheck: (source) => [
    [
      "cppcheck", "--quiet", "--force", "--std=c11", `--platform=unix${isWasm(source) ? 32 : 64}`, "--inline-suppr", "--error-exitcode=1",
      "--enable=warning,style,performance,portability", "--template={file}:{line}: {severity}: {message} [{id}]",
      "-D_Noreturn=__attribute__((noreturn))", ...common, source,
    ],
  ],
  // What is optimised away shows itself without optimising, what is in another function with it.
  gcc: (source) =>
    ways(source).flatMap((way) =>
      ["-O0", "-O2"].map((level) => [
        "gcc", "-std=c11", level, "-fanalyzer", "-Wall", "-Wextra", "-Werror", "-S", "-o", "/dev/null",
        ...common, "-isystem", "build/third_party", ...way, ...(isWasm(source) ? wasm32.gcc : []), source,
      ]),
    ),
};

/** What is wrong with a source; empty when nothing is. */
async function read(tool, source) {
  let findings = "";
  for (const command of tools[tool](source)) {
    const { code, output } = await run(command);
    if (code !== 0) findings += output || `${command.join(" ")}: ${code}\n`;
  }
  return findings;
}

/** What valgrind sees in a program; empty when all is well. A finding is its kind and where it was, outwards. */
async function watch(program) {
  const log = `build/memcheck/${basename(program)}.xml`;
  const { paths, input } = feed(program);
  rmSync(log, { force: true });
  const { code, output } = await run(
    ["valgrind", "-q", "--child-silent-after-fork=yes", "--leak-check=full", "--show-leak-kinds=all", "--errors-for-leak-kinds=all", "--error-exitcode=99", "--xml=yes", `--xml-file=${log}`, program, ...paths],
    input,
  );
  const of = (xml, name) => [...xml.matchAll(new RegExp(`<${name}>([^]*?)</${name}>`, "g"))].map(([, inside]) => inside);
  const findings = of(readFileSync(log, "utf8"), "error").map((error) => {
    const frames = of(error, "frame").map((frame) => `${of(frame, "dir")}/${of(frame, "file")}:${of(frame, "line")}: ${of(frame, "fn")}`);
    return `${program}: [${of(error, "kind")}] ${of(error, "what")}${of(error, "text")}\n${frames.map((frame) => `    ${frame}\n`).join("")}`;
  });
  if (code !== 0 && findings.length === 0) return `${program}: ${code}\n${output.slice(-2000)}`;
  return findings.join("") || (output ? "" : `${program}: said nothing\n`);
}

// The run ---------------------------------------------------------------------------------

let bad = 0;
function fail(what) {
  bad++;
  console.log(`not ok ${what.trimEnd()}`);
}

/** A line "tool: finding; tool: finding" in a comment says what the next line holds. */
function expected(tool) {
  return readFileSync(wrong, "utf8").split("\n").flatMap((text, at) =>
    [...text.matchAll(/(?:\/\*|;) ([\w-]+): ([\w.-]+)/g)].filter(([, name]) => name === tool).map(([, , finding]) => ({ line: at + 2, finding })),
  );
}

/** One that does not find what is wrong on purpose is not to be believed. */
function prove(tool, findings) {
  const wanted = expected(tool);
  // A finding of valgrind is several lines, the place below the kind.
  const pieces = tool === "valgrind" ? findings.split(/\n(?! )/) : findings.split("\n");
  const missing = wanted.filter(({ line, finding }) => !pieces.some((piece) => piece.includes(`wrong.c:${line}:`) && piece.includes(finding)));
  for (const { line, finding } of missing) fail(`${tool} does not find ${finding} in ${wrong}:${line}`);
  if (wanted.length === 0) fail(`${tool} is not put to the test in ${wrong}`);
  console.log(`${tool}: finds ${wanted.length - missing.length} of the ${wanted.length} faults that were made for it`);
}

const jobs = [
  ...programs.filter(chosen).map((program) => ({ tool: "valgrind", what: program, work: () => watch(program) })),
  ...Object.keys(tools).flatMap((tool) => sources.filter(chosen).map((source) => ({ tool, what: source, work: () => read(tool, source) }))),
];
const isWrong = (program) => basename(program) === "wrong";

const start = performance.now();
for (const tool of Object.keys(tools)) prove(tool, await read(tool, wrong));
prove("valgrind", await watch(programs.find(isWrong)));
const clean = { valgrind: 0, ...Object.fromEntries(Object.keys(tools).map((tool) => [tool, 0])) };
const rest = jobs.filter(({ what }) => !isWrong(what));
const count = rest.length;
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let job; (job = rest.shift()); ) {
      const findings = await job.work();
      if (findings) fail(`${job.tool}, ${job.what}:\n${findings}`);
      else clean[job.tool]++;
    }
  }),
);
for (const [tool, number] of Object.entries(clean)) {
  const all = jobs.filter((job) => job.tool === tool && !isWrong(job.what)).length;
  console.log(`${number === all ? "ok    " : "not ok"} ${tool.padEnd(10)} ${number} of ${all} ${tool === "valgrind" ? "programs" : "sources"} clean`);
}
console.log(`${bad} findings, in ${Math.round((performance.now() - start) / 1000)} s`);
process.exit(bad === 0 && count > 0 ? 0 : 1);
