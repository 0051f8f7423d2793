// Prints what each file of a directory weighs: as it is, and as a server sends it.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const directory = process.argv[2];
const row = (name, ...cells) => console.log(name.padEnd(28) + cells.map((c) => String(c).padStart(10)).join(""));

row("", "bytes", "gzip", "brotli");
for (const name of readdirSync(directory).sort()) {
  if (!/\.(js|css|wasm)$/.test(name)) continue;
  const bytes = readFileSync(join(directory, name));
  row(name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length);
}
