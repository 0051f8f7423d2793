// The digest of src/base/digest.c, where no module is there, or none is to be waited for: two lists of texts with one digest
// are the same, unless somebody made them so. It is no measure of safety.

const turned = (value, by) => (value << by) | (value >>> (32 - by));

/**
 * The digest of texts and of the boundaries between them, as 16 hexadecimal digits.
 * @param {(string | Uint8Array)[]} texts a string counts as its UTF-8
 */
export function digestOf(texts) {
  let first = 0x243f6a88;
  let second = 0x13198a2e;
  const take = (word) => {
    first = turned(Math.imul(first ^ word, 0x9e3779b1), 13);
    second = turned(Math.imul(second + word, 0x85ebca77), 17);
  };
  for (const text of texts) {
    const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    take(bytes.length);
    // Behind the end there is nothing, which counts as 0.
    for (let at = 0; at <= bytes.length; at += 4) take(bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24));
  }
  return [first, second].map((sum) => (sum >>> 0).toString(16).padStart(8, 0)).join("");
}
