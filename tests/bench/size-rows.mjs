// What a reader's browser fetches for a story and for the whole newspaper, compressed.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const KB = 1000;
const STORY = ["broadsheet.wasm", "define.js", "broadsheet.css"];
const brotli = (name) => brotliCompressSync(readFileSync(new URL(`../../dist/${name}`, import.meta.url))).length;
const sum = (names) => names.map(brotli).reduce((a, b) => a + b) / KB;

export function* sizeRows() {
  yield ["size, story", { value: sum(STORY) }];
  yield ["size, page", { value: sum([...STORY, "furniture.js"]) }];
}
