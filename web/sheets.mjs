// Reads the stylesheets of web/styles/, for the build and for tests.
import { readFileSync } from "node:fs";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");

/** What a stylesheet of web/ imports, without its comments. */
export const sheet = (entry) =>
  [...read(entry).matchAll(/^@import "(.+)";$/gm)].map(([, path]) => read(path).replace(/\/\*[^]*?\*\//g, "")).join("\n");

/** The values of a declaration: a space within brackets divides none. */
function valuesOf(text) {
  let depth = 0;
  return text.split(/([() ])/).reduce((values, piece) => {
    if (piece === " " && depth === 0) return [...values, ""];
    depth += (piece === "(") - (piece === ")");
    return [...values.slice(0, -1), values.at(-1) + piece];
  }, [""]);
}

/**
 * A minified stylesheet in which margins and paddings with var() or env() have a declaration for either side. In WebKit
 * (2.50) the one for both sides is lost where the guard of base.css goes back to the layers; a test holds that no other is.
 */
export const bySide = (css) =>
  css.replace(/(?<=[{;])((?:margin|padding)-(?:block|inline)):([^;}]*\b(?:var|env)\([^;}]*)/g, (_, name, value) => {
    const [start, end = start] = valuesOf(value);
    return `${name}-start:${start};${name}-end:${end}`;
  });

/** A minified stylesheet without the white space that the minifier leaves in custom properties, and around signs that need none. */
export const closeUp = (css) =>
  css
    .replace(/(?<=[{;])(--[\w-]+):([^;}]*)/g, (_, name, value) => `${name}:${value.trim().replaceAll(", ", ",")}`)
    .replace(/(?<=[\w%)"]) \/ (?=[\w("])/g, "/")
    .replace(/(?<=[\d)]) \* (?=[\d(a-z])/g, "*")
    .replace(/ ([<>]=?) (?=\d)/g, "$1")
    .replace(/(?<=\([a-z-]+): /g, ":");

const classes = (css) => new Set([...css.matchAll(/\.(bs-[\w-]+)/g)].map(([, name]) => name));

/**
 * The classes by which HTML that needs broadsheet.rich.css is known: those that only this sheet has rules for, those of one
 * block (bs-media__title) as the block alone, those of one kind (bs-size-full, bs-size-half) as the kind, and none that stands
 * within another of them (.bs-table .bs-right).
 */
export function richClasses() {
  const others = [...new Set(["broadsheet.story.css", "broadsheet.page.css"].flatMap((entry) => [...classes(sheet(entry))]))];
  const outermost = sheet("broadsheet.rich.css").replace(/\.(bs-[\w-]+)((?: >)? \.bs-[\w-]+)+/g, (all, name) => (others.includes(name) ? all : `.${name}`));
  const own = [...classes(outermost)].filter((name) => !others.includes(name));
  const short = own.map((name) => {
    const block = name.replace(/(__|--).*/, "");
    const kind = block.replace(/-[^-]*$/, "");
    if (!others.some((other) => other === kind || other.startsWith(`${kind}-`))) return kind;
    return others.includes(block) ? name : block;
  });
  return [...new Set(short)].sort();
}

/** Names of classes as a short pattern, without the "bs-" of each: those that differ in their last word stand together. */
export function pattern(names) {
  const groups = {};
  for (const name of names) {
    const [, head, word] = /^bs-(.*[_-])?(.*)$/.exec(name);
    (groups[head ?? ""] ??= []).push(word);
  }
  return Object.entries(groups).map(([head, words]) => (head && words.length > 1 ? `${head}(${words.join("|")})` : words.map((word) => head + word).join("|"))).join("|");
}
