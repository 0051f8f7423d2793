// The inputs that were kept: tests/fuzz/corpus/NAME.txt, one in base64 on each line. make fuzz adds what it found to
// build/fuzz/NAME/; keep.mjs makes the smallest list of it that reaches as much.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const names = ["bundle", "json", "markdown", "upgrade", "url", "date"];

const path = (name) => fileURLToPath(new URL(`corpus/${name}.txt`, import.meta.url));

/** The inputs of a harness, as bytes. */
export function corpus(name) {
  if (!existsSync(path(name))) return [];
  return readFileSync(path(name), "utf8").split("\n").slice(0, -1).map((line) => Buffer.from(line, "base64"));
}

/** Those in a folder, a file for each. */
export const folder = (directory) => readdirSync(directory).sort().map((file) => readFileSync(`${directory}/${file}`));

/** Writes the list of a harness, the shortest first. */
export function keep(name, inputs) {
  const lines = inputs.map((input) => input.toString("base64")).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  writeFileSync(path(name), lines.map((line) => `${line}\n`).join(""));
}

/** An input of the harnesses "bundle", "markdown" and "upgrade": texts with U+001E between them. */
export const joined = (texts) => Buffer.concat(texts.flatMap((text, i) => [Buffer.from(i ? "\x1e" : ""), Buffer.from(text)]));

/** The texts of an input; the last of at most 64 holds the rest. */
export function split(input) {
  const texts = [];
  let start = 0;
  for (let end; texts.length < 63 && (end = input.indexOf(0x1e, start)) >= 0; start = end + 1) texts.push(input.subarray(start, end));
  return [...texts, input.subarray(start)];
}
