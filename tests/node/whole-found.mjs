// What of a random document (whole-pieces.mjs) is in the HTML that was made of it.
import { parseFragment } from "parse5";

/** Characters that are no syntax, so that each must be shown as often as it is written. */
const COUNTED = "“”‘’「」『』《》〈〉（）«»„…，。은는을";

const decoded = (value) => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

/** All that a reader can come by: texts, and values of attributes, addresses decoded; and the numbers of items. */
function shown(html) {
  const texts = [];
  const numbers = new Set();
  (function walk(node) {
    const attribute = (of, name) => of.attrs?.find((a) => a.name === name)?.value;
    let number = Number(attribute(node, "start") ?? 1);
    if (node.nodeName === "#text") texts.push(node.value);
    for (const { name, value } of node.attrs ?? []) texts.push(/^(href|src)$/.test(name) ? `${value} ${decoded(value)}` : value);
    for (const child of node.childNodes ?? []) {
      if (child.nodeName === "li" && node.nodeName === "ol") {
        number = Number(attribute(child, "value") ?? number);
        numbers.add(String(number++));
      }
      walk(child);
    }
  })(parseFragment(html));
  return { text: texts.join("\u0001"), numbers };
}

const count = (text, what) => text.split(what).length - 1;

/** The words and characters of a document that are neither in the HTML nor in one of the ranges that were told. */
export function lost({ source, words }, html, ranges) {
  const { text, numbers } = shown(html);
  const bytes = Buffer.from(source);
  const covered = (at, what) => ranges.some(({ start, end }) => start <= at && at + Buffer.byteLength(what) <= end);
  /** How often it is written where nothing was told. */
  function untold(what) {
    let times = 0;
    for (let at = bytes.indexOf(what); at >= 0; at = bytes.indexOf(what, at + Buffer.byteLength(what))) times += !covered(at, what);
    return times;
  }
  const missing = words.filter(({ word, number }) => !(number && numbers.has(word)) && !text.includes(word) && untold(word) > 0).map(({ word }) => word);
  return [...missing, ...[...COUNTED].filter((c) => count(text, c) < untold(c))];
}
