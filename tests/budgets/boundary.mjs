// Counts what JavaScript does at the boundary to C: calls of the module's exports, and bytes that are copied, encoded or
// decoded on either side. In Node it takes other ways than in a browser, so both are counted, in one process.
//
//   node tests/budgets/boundary.mjs            prints each count beside its budget
//   node tests/budgets/boundary.mjs --write    writes the counts of now to boundary.json
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MARKDOWN, NOW, PAGE, STORY } from "./inputs.mjs";

const file = fileURLToPath(new URL("boundary.json", import.meta.url));
const dist = new URL("../../dist/", import.meta.url);

export const HOSTS = ["Node", "a browser"];
export const budgets = () => JSON.parse(readFileSync(file, "utf8"));

// What copies text or bytes: [the object that has it, its name, how many bytes a call of it moved].
const size = (value) => (typeof value === "string" ? value.length : (value?.byteLength ?? 0));
const typed = Object.getPrototypeOf(Uint8Array.prototype);
const COPIES = [
  [TextEncoder.prototype, "encode", (self, words, result) => result.byteLength],
  [TextEncoder.prototype, "encodeInto", (self, words, result) => result.written],
  [TextDecoder.prototype, "decode", (self, [bytes]) => size(bytes)],
  [typed, "set", (self, [from]) => from.length * self.BYTES_PER_ELEMENT],
  [typed, "slice", (self, words, result) => result.byteLength],
  [typed, "copyWithin", (self, [, start, end = self.length]) => (end - start) * self.BYTES_PER_ELEMENT],
  [ArrayBuffer.prototype, "slice", (self, words, result) => result.byteLength],
  ...["latin1Slice", "asciiSlice", "utf8Slice", "ucs2Slice"].map((name) => [Buffer.prototype, name, (self, [start, end]) => end - start]),
  ...["latin1Write", "asciiWrite", "utf8Write", "ucs2Write"].map((name) => [Buffer.prototype, name, (self, words, result) => result]),
];

/** Runs work while everything that copies is counted. */
function counted(tally, work) {
  const before = COPIES.map(([owner, name]) => owner[name]);
  COPIES.forEach(([owner, name, bytes], i) => {
    owner[name] = function (...words) {
      const result = before[i].apply(this, words);
      tally.bytes += bytes(this, words, result);
      return result;
    };
  });
  try {
    return work();
  } finally {
    COPIES.forEach(([owner, name], i) => (owner[name] = before[i]));
  }
}

/** A press whose module's exports count their calls. */
async function press(host, tally) {
  const { instantiate } = WebAssembly;
  const { Buffer } = globalThis;
  WebAssembly.instantiate = async (...words) => {
    const made = await instantiate.apply(WebAssembly, words);
    const { exports } = made.instance ?? made;
    const wrapped = Object.entries(exports).map(([name, value]) => {
      if (typeof value !== "function") return [name, value];
      return [name, (...numbers) => (tally.calls++, value(...numbers))];
    });
    const instance = { exports: Object.fromEntries(wrapped) };
    return made.instance ? { ...made, instance } : instance;
  };
  if (host !== "Node") delete globalThis.Buffer; // by which the boundary knows Node
  try {
    const { load } = await import(new URL(`broadsheet.js?${encodeURIComponent(host)}`, dist));
    return await load(readFileSync(new URL("broadsheet.wasm", dist)));
  } finally {
    WebAssembly.instantiate = instantiate;
    globalThis.Buffer = Buffer;
  }
}

/** { calls, bytes } of each piece of work, by its name. */
export async function count(host) {
  const tally = { calls: 0, bytes: 0 };
  const { open, markdown } = await press(host, tally);
  const counts = {};
  const measure = (name, work) => {
    Object.assign(tally, { calls: 0, bytes: 0 });
    const result = counted(tally, work);
    counts[name] = { ...tally };
    return result;
  };
  for (const [name, text] of Object.entries(MARKDOWN)) measure(`markdown, ${name}`, () => markdown(text));
  const story = measure("open the story", () => open(STORY));
  measure("render the story", () => story.render());
  measure("render the story as bytes", () => story.renderBytes());
  measure("close the story", () => story.close());
  const wrong = JSON.stringify({ article: { id: "1", headline: "x", body: "y", unknown: 1, tags: 5, authors: "z" } });
  measure("open what has faults, with its diagnostics", () => open(wrong)).close();
  const edition = measure("open the edition", () => open(PAGE, { now: NOW }));
  measure("render the page", () => edition.render("page"));
  edition.close();
  return counts;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const counts = {};
  for (const host of HOSTS) counts[host] = await count(host);
  if (process.argv[2] === "--write") writeFileSync(file, `${JSON.stringify(counts, null, 2)}\n`);
  const known = budgets();
  for (const host of HOSTS) {
    for (const [work, { calls, bytes }] of Object.entries(counts[host])) {
      const budget = known[host][work];
      console.log(`${host.padEnd(10)} ${work.padEnd(44)} calls ${calls} (${budget.calls})`.padEnd(78), `bytes ${bytes} (${budget.bytes})`);
    }
  }
}
