// Prints what each source file and dependency costs in each WebAssembly module: the bytes of its functions, as the linker
// left them. What one file costs in brotli depends on all others, so that column is attributed: the file's share of its
// section's brotli, in proportion to its bytes. Functions that were taken into others count for those.
//
//   node tests/size-sources.mjs BUILD      with BUILD/NAME/named.wasm for each module (make size)
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { modules } from "../src/wasm/modules.mjs";

const build = process.argv[2];
const tool = (name, ...args) =>
  execFileSync(process.execPath, [fileURLToPath(new URL(`../node_modules/binaryen/bin/${name}`, import.meta.url)), ...args], { encoding: "utf8" });
const features = ["exception-handling", "bulk-memory", "simd", "sign-ext", "nontrapping-float-to-int", "mutable-globals"].map((name) => `--enable-${name}`);

/** The source of each function that an object file defines. */
function sourcesOf(...directories) {
  const sources = new Map();
  for (const directory of directories) {
    for (const file of readdirSync(join(build, directory), { recursive: true }).filter((name) => name.endsWith(".o"))) {
      const symbols = execFileSync("llvm-nm", ["--defined-only", join(build, directory, file)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
      for (const [, name] of symbols.matchAll(/ [tTW] (\S+)$/gm)) sources.set(name, file.replace(/\.o$/, ".c").replace(/^(src|third_party)\//, ""));
    }
  }
  return sources;
}

/** The code and data of a module: { functions: [[name, bytes]], code, data }, the last two as bytes. */
function parse(bytes) {
  const sizes = [];
  const names = new Map();
  const sections = {};
  let at = 8;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const text = () => {
    const size = number();
    return bytes.toString("utf8", at, (at += size));
  };
  while (at < bytes.length) {
    const [id, size] = [bytes[at++], number()];
    const end = at + size;
    sections[id] = bytes.subarray(at, end);
    if (id === 10) {
      for (let count = number(); count; count--) {
        sizes.push(number());
        at += sizes.at(-1);
      }
    } else if (id === 0 && text() === "name") {
      while (at < end) {
        const kind = bytes[at++];
        const last = number() + at;
        if (kind === 1) for (let count = number(); count; count--) names.set(number(), text());
        at = last;
      }
    }
    at = end;
  }
  return { functions: sizes.map((size, i) => [names.get(i) ?? "", size]), code: sections[10], data: sections[11] };
}

const row = (name, ...cells) => console.log(name.padEnd(38) + cells.map((cell) => String(cell).padStart(10)).join(""));

for (const { name, file, exports, finished } of modules) {
  const folder = join(build, name === "WHOLE" ? "wasm" : name);
  const [graph, bare, done] = ["graph", "bare", "done"].map((step) => join(folder, `size.${step}`));
  const nodes = [...exports, "memory", "_initialize"].map((one) => ({ name: `export ${one}`, export: one }));
  writeFileSync(graph, JSON.stringify([{ name: "host", root: true, reaches: nodes.map((one) => one.name) }, ...nodes]));
  tool("wasm-metadce", join(folder, "named.wasm"), `--graph-file=${graph}`, "-g", "-o", bare, ...features);
  tool("wasm-opt", bare, ...finished, "-g", "-o", done, ...features);
  const { functions, code, data } = parse(readFileSync(done));
  for (const path of [graph, bare, done]) rmSync(path);
  const sources = sourcesOf("wasm", ...(name === "WHOLE" ? [] : ["small", name]));
  const sums = new Map();
  for (const [func, size] of functions) {
    const source = sources.get(func.replace(/\.(\d+|llvm.*)$/, "")) ?? "libc and run time";
    sums.set(source, (sums.get(source) ?? 0) + size);
  }
  const ratio = brotliCompressSync(code).length / code.length;
  console.log();
  row(file, "bytes", "brotli");
  for (const [source, size] of [...sums].sort((a, b) => b[1] - a[1])) row(`  ${source}`, size, Math.round(size * ratio));
  row("  data: tables and texts", data.length, brotliCompressSync(data).length);
}
