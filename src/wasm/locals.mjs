// Numbers the locals of each function anew, so that a module compresses better. Binaryen gives the small numbers to the
// locals used most; which of them gets which is left, and the same work is written alike in two functions only where it is
// done on the same numbers. Nothing else changes: a number is only exchanged for that of another local of the same type.
import { brotliCompressSync } from "node:zlib";
import { bytesOf, functionsOf } from "./code.mjs";

const LONGEST = 3; // bytes in a sequence that is counted; longer ones take more time and give no more
const DOUBT = 0.5; // how much a shorter sequence counts beside what was seen of a longer one
const ROUNDS = 6; // later ones change little
const FAR = 8; // in a function with many locals only near numbers are exchanged
const MANY = 300;
const SLOTS = 1 << 20; // for the counts of sequences, by hash

/** Counts sequences of bytes, and tells by them how many bits a function takes beside all others. */
class Counts {
  #counts = Array.from({ length: LONGEST + 1 }, () => new Int32Array(SLOTS));
  #total = 0;

  static #slot(bytes, end, length) {
    let hash = length;
    for (let i = end - length + 1; i <= end; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193) + 0x9e3779b1;
    return (hash ^ (hash >>> 15)) & (SLOTS - 1);
  }

  add(bytes, times) {
    this.#total += times * bytes.length;
    for (let length = 1; length <= LONGEST; length++) {
      for (let end = length - 1; end < bytes.length; end++) this.#counts[length][Counts.#slot(bytes, end, length)] += times;
    }
  }

  bits(bytes) {
    let bits = 0;
    for (let end = 0; end < bytes.length; end++) {
      let part = 1 / 256;
      let seen = this.#total;
      for (let length = 1; length <= LONGEST && length <= end + 1; length++) {
        const times = this.#counts[length][Counts.#slot(bytes, end, length)];
        part = (times + DOUBT * part) / (seen + DOUBT);
        if (length <= end) seen = this.#counts[length][Counts.#slot(bytes, end - 1, length)];
      }
      bits -= Math.log2(part);
    }
    return bits;
  }
}

/** The pairs of a function's locals that may be exchanged. */
function pairs({ parameters, types }) {
  const all = types.flatMap((type, i) => types.flatMap((other, j) => (j > i && type === other ? [[parameters + i, parameters + j]] : [])));
  return all.length > MANY ? all.filter(([one, other]) => other - one <= FAR) : all;
}

function exchanged({ pieces, ...rest }, one, other) {
  return { ...rest, pieces: pieces.map((piece) => (piece === one ? other : piece === other ? one : piece)) };
}

/**
 * A module with the numbers of locals that take the fewest bytes by brotli.
 * @param {Buffer} module without imports
 */
export function renumbered(module) {
  const { functions, written } = functionsOf(module);
  const counts = new Counts();
  const bodies = functions.map((one) => bytesOf(one));
  for (const body of bodies) counts.add(body, 1);
  let best = module;
  let least = brotliCompressSync(module).length;
  for (let round = 0; round < ROUNDS; round++) {
    functions.forEach((one, i) => {
      counts.add(bodies[i], -1);
      let bits = counts.bits(bodies[i]);
      for (const [first, second] of pairs(one)) {
        const other = exchanged(functions[i], first, second);
        const body = bytesOf(other);
        const taken = counts.bits(body);
        if (taken < bits - 1e-6) [functions[i], bodies[i], bits] = [other, body, taken];
      }
      counts.add(bodies[i], 1);
    });
    const next = written(bodies);
    const size = brotliCompressSync(next).length;
    if (size < least) [best, least] = [next, size];
  }
  return best;
}
