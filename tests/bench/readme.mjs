// Copies the figures of one run of the bench from build/bench.json into README, between its two marks.
//
//   node tests/bench/readme.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ROWS } from "./table.mjs";

const MARKS = ["<!-- bench: node tests/bench/readme.mjs -->\n", "<!-- /bench -->"];
const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const LABELS = {
  cold: "a story on a reader's first visit, processor slowed four times, until its first frame ÷ marked + DOMPurify",
  preloads: "the same, with the preload lines above",
  third: "the same on the third visit, without them",
  network: "the same at 150 ms and 1.6 Mbit/s, with them",
  layout: "layout and style of the story ÷ the same page by marked + DOMPurify",
  adopted: "a server's story that the element takes over, processor slowed four times, with furniture.js, CPU of the page's thread ÷ the same HTML without a script",
  firefox: "a first visit in Firefox ÷ marked + DOMPurify",
  webkit: "a first visit in WebKit ÷ marked + DOMPurify",
  "size, story": "what a story's reader fetches: module, script and stylesheet, brotli",
  "size, page": "the same for the whole newspaper",
  "md4x, spec": "Markdown in Node, 205 KB ÷ md4x's addon",
  "md4x, story": "Markdown in Node, a story ÷ md4x's addon",
  "md4x, korean": "Markdown in Node, a Korean story ÷ md4x's addon",
  "ox, spec": "Markdown in Node, 205 KB ÷ ox-content",
  "ox, story": "Markdown in Node, a story ÷ ox-content",
  "ox, korean": "Markdown in Node, a Korean story ÷ ox-content",
  "commonmark, spec": "Markdown in Chromium, 205 KB ÷ commonmark.js",
  "commonmark, story": "Markdown in Chromium, a story ÷ commonmark.js",
  "commonmark, korean": "Markdown in Chromium, a Korean story ÷ commonmark.js",
  "markdown-it, spec": "Markdown in Chromium, 205 KB ÷ markdown-it",
  "markdown-it, story": "Markdown in Chromium, a story ÷ markdown-it",
  "markdown-it, korean": "Markdown in Chromium, a Korean story ÷ markdown-it",
  story: "bundle to story in Node ÷ JSON.parse + marked + sanitize-html + template literals",
  page: "bundle to page in Node ÷ Preact's server renderer",
  "native, story": "bundle to story: the module in Node ÷ the C library at -O3",
  "native, spec": "Markdown, 205 KB: the module in Node ÷ the C library at -O3",
  "memory, small": "memory of the module after a bundle of 15 KB",
  "memory, large": "memory of the module after a bundle of 10 MB ÷ its size",
};

const number = (value) => (Math.abs(value) < 10 ? value.toFixed(2) : value.toFixed(1));
function figure({ name, value, low, high }) {
  const { unit } = ROWS[name];
  if (unit) return `${number(value)} ${unit}`;
  return number(low) === number(high) ? `× ${number(value)}` : `× ${number(value)} (${number(low)} to ${number(high)})`;
}

/** The text between the marks, for { commit, processor, cores, rounds, rows }. */
export function tableOf({ commit, processor, cores, rounds, rows }) {
  const lines = rows.map((row) => `| ${LABELS[row.name]} | ${figure(row)} |`);
  return `\`make bench\` at ${commit} on ${cores} cores of ${processor}: ratios of medians of ${rounds} rounds taken in turn, and where nine of ten repetitions would lie. Below 1, Broadsheet is ahead.\n\n| | |\n| --- | --- |\n${lines.join("\n")}\n`;
}

/** What a README's table says, in the form that tableOf takes; throws where it has no such table. */
export function tableIn(readme) {
  const text = readme.slice(...tableIn.place(readme));
  const [, commit, cores, processor, rounds] = /^`make bench` at (\w+) on (\d+) cores of (.+?): ratios of medians of (\d+) rounds/.exec(text) ?? [];
  const names = new Map(Object.entries(LABELS).map(([name, label]) => [label, name]));
  const rows = [...text.matchAll(/^\| (\S.*) \| (?:× )?([\d.]+)(?: \((\S+) to (\S+)\)| [A-Z]\w+)? \|$/gm)].map(([, label, value, low = value, high = value]) => {
    if (!names.has(label)) throw new Error(`README's table has a row that the bench does not have: ${label}`);
    return { name: names.get(label), value: Number(value), low: Number(low), high: Number(high) };
  });
  return { commit, processor, cores: Number(cores), rounds: Number(rounds), rows };
}
tableIn.place = (readme) => {
  const [start, end] = MARKS.map((mark) => readme.indexOf(mark));
  if (start < 0 || end < start) throw new Error("README lacks the marks of the bench");
  return [start + MARKS[0].length, end];
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { rounds, only, system, rows } = JSON.parse(readFileSync(path("build/bench.json"), "utf8"));
  if (only) throw new Error(`that run was of some rows alone (ONLY=${only})`);
  const told = rows.filter(({ name }) => name in LABELS);
  const missing = Object.keys(LABELS).filter((name) => !told.some((row) => row.name === name));
  if (missing.length) throw new Error(`that run lacks ${missing.join("; ")}`);
  told.sort((a, b) => Object.keys(LABELS).indexOf(a.name) - Object.keys(LABELS).indexOf(b.name));
  const readme = readFileSync(path("README.md"), "utf8");
  const [start, end] = tableIn.place(readme);
  writeFileSync(path("README.md"), readme.slice(0, start) + tableOf({ ...system, rounds, rows: told }) + readme.slice(end));
}
