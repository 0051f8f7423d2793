// The line of a bundle that a finding is about, with a caret under the place. Nothing of it may drive the terminal: control
// and format characters are shown as escapes, and the line is cut to a terminal's width.
import { printable } from "./write.js";

const WIDTH = 76; // cells of a line that is shown
const BEFORE = 40; // cells before the place, at most
const MARKS = /^\p{M}$/u; // drawn on the character before them
// Two cells: East Asian Wide and Fullwidth (UAX #11), and pictures in colour.
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u;

const cellsOf = (character) => (MARKS.test(character) ? 0 : WIDE.test(character) ? 2 : 1);

/** How many cells a text takes that is printable. */
const width = (text) => [...text].reduce((sum, character) => sum + cellsOf(character), 0);

/** The characters at one end of a list that fit into so many cells, and whether any are left out. */
function fitting(characters, most) {
  let cells = 0;
  const end = characters.findIndex((character, i) => (cells += width(character)) > most || i > 2 * WIDTH);
  return end < 0 ? [characters, false] : [characters.slice(0, end), true];
}

/**
 * A line and the carets under a part of it, both cut to the width.
 * @param {string} line
 * @param {number} start the first code point of the part, from 0
 * @param {number} count its code points
 */
function pointed(line, start, count) {
  const characters = [...line].map(printable);
  const [before, cutBefore] = fitting(characters.slice(0, start).reverse(), BEFORE);
  const head = `${cutBefore ? "…" : ""}${before.reverse().join("")}`;
  const [rest, cutAfter] = fitting(characters.slice(start), WIDTH - width(head));
  const part = width(rest.slice(0, count).join(""));
  return [`${head}${rest.join("")}${cutAfter ? "…" : ""}`, `${" ".repeat(width(head))}${"^".repeat(Math.max(part, 1))}`];
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const NEAR = 4 * WIDTH; // bytes on either side of a place: more than can be seen of a line, which may be a whole bundle

/** The two lines for a place, by its first byte and the one behind its last; of both no more than the first line has. */
function around(bytes, first, last) {
  const isEnd = (byte) => byte === 10 || byte === 13;
  const isInside = (byte) => byte >= 0x80 && byte < 0xc0; // of a character
  let [start, end] = [first, first];
  while (start > 0 && first - start < NEAR && !isEnd(bytes[start - 1])) start--;
  while (isInside(bytes[start])) start++;
  while (end < bytes.length && (end - first < NEAR || isInside(bytes[end])) && !isEnd(bytes[end])) end++;
  const [before, part, line] = [[start, first], [first, Math.min(last, end)], [start, end]].map((ends) => decoder.decode(bytes.subarray(...ends)));
  return pointed(line, [...before].length, [...part].length);
}

/** Where the string of JSON around an offset begins and ends. Inside of one, each quote has an odd number of backslashes before it. */
function stringAround(bytes, offset) {
  const isQuote = (at) => {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === 92) slashes++;
    return bytes[at] === 34 && slashes % 2 === 0;
  };
  let [start, end] = [offset, offset];
  while (start > 0 && !isQuote(start - 1)) start--;
  while (end < bytes.length && !isQuote(end)) end++;
  return [start, end];
}

const ESCAPES = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** The text that a string of JSON stands for, with U+FFFD for what is no character, as the core reads it. */
const textOf = (json) =>
  json
    .replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (all, unit, letter) => (unit ? String.fromCharCode(Number.parseInt(unit, 16)) : (ESCAPES[letter] ?? letter)))
    .replace(/\0|\p{Surrogate}/gu, "\ufffd");

const strings = new WeakMap();

/** The text of the string around an offset, as bytes; the last one of a layer is kept, since most findings stand in one body. */
function textAround(bytes, offset) {
  const last = strings.get(bytes);
  if (last && last.start <= offset && offset < last.end) return last.text;
  const [start, end] = stringAround(bytes, offset);
  const text = new TextEncoder().encode(textOf(decoder.decode(bytes.subarray(start, end))));
  strings.set(bytes, { start, end, text });
  return text;
}

/**
 * The two lines of a finding; none where its place is not known.
 * @param {Uint8Array} [bytes] of the layer
 * @param {{ offset?: number, range?: object }} finding
 */
export function excerpt(bytes, finding) {
  const { offset, range } = finding;
  if (!bytes || typeof offset !== "number" || offset > bytes.length) return [];
  if (range) return around(textAround(bytes, offset), range.start, range.end);
  return around(bytes, offset, offset + 1);
}
