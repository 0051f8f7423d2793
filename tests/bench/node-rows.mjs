// The rows that Node measures: CPU time of this process, by turns, so that a busy machine is busy for all of them.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import assert from "node:assert/strict";
import { Marked } from "marked";
import * as md4x from "md4x/napi";
import * as md4xWasm from "md4x/wasm";
import sanitizeHtml from "sanitize-html";
import { load } from "../../dist/broadsheet.js";
import { MARKDOWN, NOW, PAGE, STORY } from "../budgets/inputs.mjs";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { page } from "./peer/page.js";
import { renderer, story } from "./peer/story.js";
import { sameShown, sameTexts } from "./shown.mjs";

const require = createRequire(import.meta.url);
const ox = require("@ox-content/napi"); // CommonJS, without names that an import could see

/** Calls of each contestant, in turn, until a round has lasted; CPU time of one call in microseconds, by round. */
function timed(contestants, rounds, lasting = 30_000) {
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  const calls = {};
  const run = (name, count) => {
    const start = process.cpuUsage();
    for (let i = 0; i < count; i++) contestants[name]();
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  for (const name of Object.keys(contestants)) {
    for (let count = 1; ; count *= 2) {
      const spent = run(name, count);
      if (spent < lasting * 3) continue; // the engine compiles what is called often: that is over by then
      calls[name] = Math.max(1, Math.round((count * lasting) / spent));
      break;
    }
  }
  for (let round = 0; round < rounds; round++) {
    const names = Object.keys(contestants);
    for (const name of round % 2 ? names : names.reverse()) times[name].push(run(name, calls[name]) / calls[name]);
  }
  return times;
}

const oxHtml = (text) => ox.parseAndRender(text, { gfm: true }).html; // our Markdown has its tables and strikethrough too

/** Markdown of one text by all, checked to show the same. */
function markdownRows(press, name, rounds) {
  const text = MARKDOWN[name];
  const contestants = {
    ours: () => press.markdown(text),
    md4x: () => md4x.renderToHtml(text),
    "md4x wasm": () => md4xWasm.renderToHtml(text),
    ox: () => oxHtml(text),
  };
  for (const [who, run] of Object.entries(contestants)) sameTexts(run(), contestants.ours(), `${who}, ${name}`);
  const times = timed(contestants, rounds);
  return ["md4x", "md4x wasm", "ox"].map((peer) => [`${peer}, ${name}`, { ours: times.ours, peer: times[peer] }]);
}

// The tags and attributes that the story's markup has. sanitize-html allows few by default.
const ALLOWED = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, "bdi", "img", "time"],
  allowedAttributes: {
    "*": ["class", "id", "data-part", "lang", "dir", "aria-labelledby"],
    a: ["href", "rel"],
    img: ["src", "srcset", "sizes", "width", "height", "alt", "loading", "decoding", "fetchpriority"],
    time: ["datetime"],
  },
  allowedSchemes: ["http", "https", "mailto", "tel"],
};

const merged = (layers) => Object.assign({}, ...layers.map((layer) => JSON.parse(layer)));
const body = (bundle) => new Marked(renderer(bundle)).parse(bundle.article.body);

function peerStory() {
  const bundle = merged(STORY);
  return sanitizeHtml(story(bundle, body(bundle)), ALLOWED);
}

/** Preact escapes what it writes itself, so the body alone is sanitised. */
function peerPage() {
  const bundle = merged(PAGE);
  return renderToString(page(h, bundle, sanitizeHtml(body(bundle), ALLOWED), NOW));
}

function ourStory(press) {
  const opened = press.open(STORY);
  const html = opened.render();
  opened.close();
  return html;
}

function ourPage(press) {
  const opened = press.open(PAGE, { now: NOW });
  const html = opened.render("page");
  opened.close();
  return html;
}

function storyRow(press, rounds) {
  const contestants = { ours: () => ourStory(press), peer: peerStory };
  sameShown(peerStory(), ourStory(press), "the peer's story");
  return ["story", timed(contestants, rounds)];
}

function pageRow(press, rounds) {
  const contestants = { ours: () => ourPage(press), peer: peerPage };
  sameShown(contestants.peer(), contestants.ours(), "the peer's page");
  return ["page", timed(contestants, rounds)];
}

/** Our wasm and our own C, which build/bin/bench_native measures by itself, in turn. */
function nativeRows(press, rounds) {
  const program = new URL("../../build/bin/bench_native", import.meta.url).pathname;
  const folder = mkdtempSync(`${tmpdir()}/bench-native-`);
  try {
    const file = (name, content) => (writeFileSync(`${folder}/${name}`, content), `${folder}/${name}`);
    const native = (...words) => {
      const { status, stdout, stderr } = spawnSync(program, words, { encoding: "utf8", maxBuffer: 1 << 28 });
      assert.equal(status, 0, stderr);
      return stdout;
    };
    const layers = STORY.map((layer, i) => file(`${i}.json`, layer));
    const spec = file("spec.txt", MARKDOWN.spec);
    const rows = [
      ["story", ["story", ...layers], () => ourStory(press), 300],
      ["spec", ["markdown", spec], () => press.markdown(MARKDOWN.spec), 30],
    ];
    return rows.map(([name, [kind, ...files], ours, times]) => {
      assert.equal(native(kind, "0", ...files), ours(), `wasm and C write the same ${name}`);
      const samples = { ours: [], peer: [] };
      for (let round = 0; round < rounds; round++) {
        samples.ours.push(timed({ ours }, 1).ours[0]);
        samples.peer.push(Number(native(kind, String(times), ...files)) / 1000);
      }
      return [`native, ${name}`, samples];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A press of an instance of its own, and the size of that instance's memory. */
async function pressWithMemory() {
  const { instantiate } = WebAssembly;
  let memory;
  WebAssembly.instantiate = async (...words) => {
    const made = await instantiate.apply(WebAssembly, words);
    ({ memory } = (made.instance ?? made).exports);
    return made;
  };
  try {
    return { press: await load(new URL("../../dist/broadsheet.wasm", import.meta.url)), size: () => memory.buffer.byteLength };
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

const MIB = 2 ** 20;

async function memoryRows() {
  const small = await pressWithMemory();
  assert.ok(ourStory(small.press));
  const large = await pressWithMemory();
  const [site, summit] = STORY.map((layer) => JSON.parse(layer));
  const { body } = summit.article;
  summit.article.body = body.repeat(Math.ceil(1e7 / Buffer.byteLength(body)));
  const layer = JSON.stringify({ ...site, ...summit });
  const most = 2 ** 30;
  const opened = large.press.open(layer, { limits: { bundleBytes: most, bodyBytes: most, outputBytes: most, links: most } });
  assert.ok(opened.render().length > 1e7 - 1e6);
  opened.close();
  return [
    ["memory, small", { value: small.size() / MIB }],
    ["memory, large", { value: large.size() / Buffer.byteLength(layer) }],
  ];
}

/**
 * The rows whose names are chosen, one after the other: [name, { ours, peer } or { value }].
 * @param {(name: string) => boolean} chosen
 */
export async function* nodeRows(chosen, rounds) {
  const press = await load();
  await md4x.init();
  await md4xWasm.init?.();
  for (const name of Object.keys(MARKDOWN)) if (["md4x", "md4x wasm", "ox"].some((peer) => chosen(`${peer}, ${name}`))) yield* markdownRows(press, name, rounds);
  if (chosen("story")) yield storyRow(press, rounds);
  if (chosen("page")) yield pageRow(press, rounds);
  if (["story", "spec"].some((name) => chosen(`native, ${name}`))) yield* nativeRows(press, rounds);
  if (["small", "large"].some((name) => chosen(`memory, ${name}`))) yield* await memoryRows();
}
