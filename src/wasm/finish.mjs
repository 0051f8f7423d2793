// Turns a module that emcc linked into the one that is shipped: keeps the exports that wasm/modules.def names for the
// file, takes away all others with the code that only they reach, lets binaryen optimise the rest, and puts functions of
// like code together. In a small module the numbers of locals are chosen for its size as well.
//
//   node src/wasm/finish.mjs LINKED.wasm OUT.wasm
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { renumbered } from "./locals.mjs";
import { modules } from "./modules.mjs";
import { order, reordered } from "./order.mjs";

const [linked, out] = process.argv.slice(2);
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const { name, exports, finished } = modules.find(({ file }) => file === basename(out));
const kept = [...exports, "memory", "_initialize"];
const binaryen = (tool, ...args) =>
  execFileSync(process.execPath, [path(`../../node_modules/binaryen/bin/${tool}`), ...args], { encoding: "utf8" });

const [graph, bare, half, text] = ["graph", "bare", "half", "wat"].map((ending) => `${out}.${ending}`);
try {
  const nodes = kept.map((name) => ({ name: `export ${name}`, export: name }));
  writeFileSync(graph, JSON.stringify([{ name: "host", root: true, reaches: nodes.map((n) => n.name) }, ...nodes]));
  // The features that emcc 3.1.6 uses; exceptions (for setjmp) are of the form that every browser has.
  const features = ["exception-handling", "bulk-memory", "simd", "sign-ext", "nontrapping-float-to-int", "mutable-globals"].map((name) => `--enable-${name}`);
  binaryen("wasm-metadce", linked, `--graph-file=${graph}`, "-o", bare, ...features);
  binaryen("wasm-opt", bare, ...finished, "--strip-debug", "--strip-producers", "--strip-target-features", "-o", half, ...features);
  binaryen("wasm-dis", half, "-o", text, ...features);
  writeFileSync(text, reordered(readFileSync(text, "utf8"), order(readFileSync(half))));
  binaryen("wasm-opt", text, ...finished, "--skip-pass=reorder-functions", "-o", out, ...features); // the text loses a little
  if (name !== "WHOLE") writeFileSync(out, renumbered(readFileSync(out)));
} finally {
  for (const file of [graph, bare, half, text]) rmSync(file, { force: true });
}
