// The mutants of tests/mutants.def.json: { rule, place, file, find, replace, test }. place is the row of
// src/threats.md or the limit whose rule it breaks; what is of web/ names the test that is to catch it.
import { readFileSync } from "node:fs";

const root = new URL("../../", import.meta.url);
const seen = new Map();
const read = (path) => seen.get(path) ?? seen.set(path, readFileSync(new URL(path, root), "utf8")).get(path);

export const mutants = JSON.parse(read("tests/mutants.def.json"));

/** The rows of the threat model, and each limit as one. */
export const places = [
  ...[...read("src/threats.md").matchAll(/^\| `(\w+)` \|/gm)].map(([, place]) => place),
  ...[...read("src/report/limits.def").matchAll(/^X\((\w+),/gm)].map(([, field]) => field),
];

/** What is wrong with a list of mutants; empty when all is well. */
export function faults(list) {
  const faults = [];
  const named = new Set();
  for (const { rule, place, file, find, replace, test } of list) {
    if (named.has(rule)) faults.push(`${rule}: there are two of this name`);
    named.add(rule);
    if (read(file).split(find).length !== 2) faults.push(`${rule}: its text does not stand once in ${file}`);
    if (find === replace) faults.push(`${rule}: it changes nothing`);
    if (file.startsWith("web/") !== Boolean(test)) faults.push(`${rule}: a test is for what is of web/, and native programs for the rest`);
    if (!places.includes(place)) faults.push(`${rule}: src/threats.md has no row ${place}`);
  }
  for (const place of places) if (!list.some((one) => one.place === place)) faults.push(`${place}: no mutant breaks its rule`);
  return faults;
}
