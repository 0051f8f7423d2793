// Puts functions of like code beside each other: what compresses a module looks for what it has seen, and writes a near
// place shorter than a far one. Nothing else changes.

import { functionsOf } from "./code.mjs";

const LENGTH = 4; // of the sequences of bytes by which two functions are alike: about two instructions
const SHORT = 128; // functions whose number takes one byte in a call: binaryen has given these numbers to those called most

/**
 * The places of the functions in a good order: behind each the one that shares the largest part of its sequences with it.
 * @param {Buffer} bytes of a module
 */
export function order(bytes) {
  const sequences = functionsOf(bytes).bodies.map((body) => new Set(Array.from({ length: Math.max(body.length - LENGTH + 1, 0) }, (_, at) => body.readUInt32LE(at))));
  const places = [];
  for (const left of [new Set([...sequences.keys()].slice(0, SHORT)), new Set([...sequences.keys()].slice(SHORT))]) {
    while (left.size) {
      const last = sequences[places.at(-1) ?? 0];
      let [next, most] = [0, -1];
      for (const place of left) {
        let shared = 0;
        for (const sequence of sequences[place]) if (last.has(sequence)) shared++;
        const part = shared / (sequences[place].size + 80); // 80: a function of three instructions is like any other
        if (part > most) [most, next] = [part, place];
      }
      left.delete(next);
      places.push(next);
    }
  }
  return places;
}

/** The text of a module, as wasm-dis writes it, with its functions in another order. */
export function reordered(text, places) {
  const [head, ...functions] = text.split(/^(?= \(func )/m);
  const end = functions.at(-1).indexOf("\n )\n") + 4; // behind the last function there may be more
  const rest = functions.at(-1).slice(end);
  functions.push(functions.pop().slice(0, end));
  if (functions.length !== places.length) throw new Error(`${functions.length} functions in the text, ${places.length} in the module`);
  return head + places.map((place) => functions[place]).join("") + rest;
}
