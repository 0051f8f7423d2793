// What version 2 of the format has in the text beside CommonMark, said again for expected-story.mjs, from the rules in
// src/bundle/bundle.md: footnotes by markdown-it-footnote, the rest here.
import footnotes from "markdown-it-footnote";
import { LANGUAGES, wordsOf } from "./expected-words.mjs";

const CAPTION = new RegExp(`^(?:${LANGUAGES.map((language) => wordsOf(language).table).join("|")})[ \\u00a0\\u202f]?[:：]\\s*`, "i");
const CJK = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LATIN = /\p{Script=Latin}/u;
const BETWEEN = /^[\p{L}\p{M}\p{N}+\-.,()/='%±·–′″−]+$/u;

/** Lets a parser of markdown-it read footnotes as version 2 does. */
export function withFootnotes(markdown) {
  return markdown.use(footnotes).disable("footnote_inline");
}

/** The source as markdown-it-footnote has to get it: a label with a sign that it may not hold names no footnote, and of two
 * definitions with one label the first counts, which is that of GFM. */
export function forFootnotes(source) {
  const known = new Set();
  const first = (all, indent, label) => {
    const again = known.has(label.toLowerCase());
    known.add(label.toLowerCase());
    return again ? `${indent}[^${label}-${known.size}-again]:` : all;
  };
  return source.replace(/\[(?=\^[^\]\s]*[<>&|`\\])/g, "\\[").replace(/^([ >]*)\[\^([^\]\s]+)\]:/gm, first);
}

/** Whether a paragraph is the caption of the table behind it; and its text without the marker. */
export const captionOf = (tokens, i) =>
  tokens[i].type === "inline" && tokens[i + 2]?.type === "table_open" && CAPTION.test(tokens[i].content) ? (text) => text.replace(CAPTION, "") : null;

/** "m^2^" and "H~2~O" with white space around what is raised or lowered, as it is read. */
export function raised(text) {
  let latin = false; // whether a Latin letter stands before the pair that ends where the next one begins
  let end = -1;
  return text.replace(/([\^~])([^\s^~]{1,64})\1(?=(.?))/gsu, (all, mark, inside, behind, at) => {
    const before = [...text.slice(0, at)].at(-1) ?? "";
    const first = [...inside][0];
    const goesOn = at === end;
    const near = LATIN.test(before) || goesOn || /[)\]}]/.test(before) || LATIN.test(behind) || (mark === "^" && /\d/.test(before) && LATIN.test(first));
    const digits = (a, b) => /\d/.test(a) && /\d/.test(b);
    const isRange = digits(before, first) || digits([...inside].at(-1), behind);
    latin = LATIN.test(before) || (goesOn && latin);
    const isBeside = CJK.test(before) || (CJK.test(behind) && !latin);
    if (!near || isRange || isBeside || !BETWEEN.test(inside) || CJK.test(inside)) return all;
    end = at + all.length;
    return ` ${inside} `;
  });
}

/** The texts of the notes, each with its links back: the tokens of markdown-it-footnote, and what reads a token. */
export function notesOf(tokens, textsOf) {
  const from = tokens.findIndex(({ type }) => type === "footnote_block_open");
  if (from < 0) return [];
  const back = ({ meta }) => (meta.subId > 19 ? [] : meta.subId ? ["↩︎", String(meta.subId + 1)] : ["↩︎"]);
  return tokens.slice(from).flatMap((token, i, all) => (token.type === "footnote_anchor" ? back(token) : textsOf(token, i, all)));
}
