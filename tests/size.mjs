// Prints what each file of a directory weighs, as it is and as a server sends it, and then the budgets: what a reader's
// browser fetches for one purpose, all together. Fails when one is overdrawn.
//
//   node tests/size.mjs [DIRECTORY]      default: dist
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const directory = process.argv[2] ?? fileURLToPath(new URL("../dist", import.meta.url));
const read = (name) => readFileSync(join(directory, name));
const brotli = (name) => brotliCompressSync(read(name)).length;

// What an element asks for by an attribute, or where a server rendered its story, and what tells the page's author of a story at the
// author's own machine: no reader's browser fetches these for a story that it makes itself.
const APART = ["./refresh.js", "./adopt.js", "./console.js"];

/** A script and all that it imports, at once or later, but for those. */
function withImports(name, known = new Set()) {
  if (known.has(name)) return known;
  known.add(name);
  const imports = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.\/[^"']+\.js)["']/g;
  for (const [, path] of read(name).toString().matchAll(imports)) if (!APART.includes(path)) withImports(basename(path), known);
  return known;
}

// In bytes, 1 % above what was reached, a story page no more than 58,000; a page's are what a reader's browser fetches for it.
const elements = [...withImports("define.js")];
const behaviours = [...withImports("furniture.js")];
const story = ["broadsheet.story.css"];
const page = [...story, "broadsheet.page.css"];
const BUDGETS = [
  ["the story's module", ["broadsheet.story.wasm"], 43_990],
  ["the page's module", ["broadsheet.page.wasm"], 58_660],
  ["the module of the world's languages", ["broadsheet.world.wasm"], 64_030],
  ["the whole module", ["broadsheet.wasm"], 176_500],
  ["the elements, with all they import", elements, 10_880],
  ["what keeps a story fresh", ["refresh.js"], 4_800],
  ["what takes a server's HTML over", ["adopt.js"], 1_000],
  ["what tells the page's author", ["console.js"], 645],
  ["the behaviours", behaviours, 5_108],
  ["the command line, with all it imports", [...withImports("cli.js")], 21_060],
  ["the stylesheet, without a theme", ["broadsheet.css"], 12_860],
  ["the stylesheet of a story", story, 3_880],
  ["the stylesheets of a page", page, 9_260],
  ["a story page", ["broadsheet.story.wasm", ...elements, ...story], 58_000],
  ["a newspaper page", ["broadsheet.page.wasm", ...elements, ...behaviours, ...page], 83_120],
];

const row = (name, ...cells) => console.log(name.padEnd(38) + cells.map((c) => String(c).padStart(10)).join(""));
row("", "bytes", "gzip", "brotli");
for (const name of readdirSync(directory, { recursive: true }).sort()) {
  if (!/\.(js|css|wasm)$/.test(name)) continue;
  row(name, read(name).length, gzipSync(read(name), { level: 9 }).length, brotli(name));
}
console.log();
row("brotli", "sum", "budget", "left");
for (const [what, files, budget] of BUDGETS) {
  const sum = files.map(brotli).reduce((a, b) => a + b);
  row(what, sum, budget, budget - sum);
  console.log(`  ${files.join(" + ")}`);
  if (sum > budget) {
    console.error(`${what}: ${sum - budget} bytes over the budget`);
    process.exitCode = 1;
  }
}
