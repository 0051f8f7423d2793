// Memory of the module: nothing stays behind, it may grow while in use, and a trap costs one instance, not the module.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import v8 from "node:v8";
import vm from "node:vm";
import { load } from "../../dist/broadsheet.js";
import { bundle, refused } from "./bundle.mjs";

const bytes = readFileSync(new URL("../../dist/broadsheet.wasm", import.meta.url));

/** A press of its own, and the instances that it has made so far, the newest last. */
async function watched() {
  const instances = [];
  const { instantiate, Instance } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const instance = await instantiate(...given);
    instances.push(instance);
    return instance;
  };
  WebAssembly.Instance = function (...given) {
    const instance = new Instance(...given);
    instances.push(instance);
    return instance;
  };
  const press = await load(bytes);
  WebAssembly.instantiate = instantiate;
  return {
    press,
    instances,
    size: () => instances.at(-1).exports.memory.buffer.byteLength,
    restore: () => (WebAssembly.Instance = Instance),
  };
}

/** A press whose instance has other functions than the module's where change(exports) names them. */
async function changed(change) {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const { exports } = await instantiate(...given);
    return { exports: { ...exports, ...change(exports) } };
  };
  try {
    return await load(bytes);
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

/** The addresses of the stories that are closed. */
async function closing(change = () => ({})) {
  const closed = [];
  const press = await changed((exports) => ({
    ...change(exports),
    broadsheet_wasm_close(address) {
      closed.push(address);
      return exports.broadsheet_wasm_close(address);
    },
  }));
  return { press, closed };
}

v8.setFlagsFromString("--expose-gc");
const collect = vm.runInNewContext("gc");
const soon = () => new Promise((resolve) => setTimeout(resolve, 2));

/** Breaks an instance: the next use of what lies in its memory leaves it. */
const spoil = (instance) => new Uint8Array(instance.exports.memory.buffer).fill(0xff);

const story = JSON.stringify(bundle({ body: "Paragraph with *some* text.\n\n".repeat(300), kicker: "K" }));

test("thousands of stories, opened, rendered and closed, leave memory as it was", async (t) => {
  const { press, size, restore } = await watched();
  t.after(restore);
  const round = () => {
    const open = press.open(story, { timeZone: "Asia/Seoul" });
    open.render();
    open.renderBytes("document");
    open.close();
    press.markdown("*hi*");
    refused("JSON", () => press.open("{"));
    refused("SHAPE", () => press.open("{}"));
    refused("OPTION", () => press.open(story, { unknown: "x" }));
    refused("LIMIT", () => press.markdown("hello", { limits: { bodyBytes: 1 } }));
    const closed = press.open(story);
    refused("PART", () => closed.render("nonsense"));
    closed.close();
  };
  for (let i = 0; i < 100; i++) round();
  const before = size();
  for (let i = 0; i < 1500; i++) round();
  assert.equal(size(), before);
});

test("100,000 stories leave memory at the size after the first hundred", async (t) => {
  const { press, size, restore } = await watched();
  t.after(restore);
  // Of a hundred sizes, so that the holes which one leaves are not those that the next one needs.
  const layers = Array.from({ length: 100 }, (_, i) => JSON.stringify(bundle({ body: "A *b*.\n\n".repeat((i * 37) % 100) })));
  let before = 0;
  for (let i = 0; i < 100_000; i++) {
    if (i === 100) before = size();
    const open = press.open(layers[i % 100]);
    open.renderBytes();
    open.close();
  }
  assert.equal(size(), before);
});

test("memory that grows in the middle of a call does no harm", async (t) => {
  const { press, size, restore } = await watched();
  t.after(restore);
  const small = press.open(story);
  const expected = small.render();
  const before = size();
  const large = press.open(bundle({ body: "word *word* ".repeat(80_000) }));
  const html = large.render();
  assert.ok(size() > before, "it has grown");
  assert.equal(html.match(/<em>word<\/em>/g).length, 80_000);
  assert.equal(small.render(), expected);
});

test("stories that nobody closed are closed when they are collected", async (t) => {
  const { press, size, restore } = await watched();
  t.after(restore);
  const rounds = async (count) => {
    for (let i = 0; i < count; i++) {
      for (let k = 0; k < 20; k++) press.open(story);
      collect();
      await soon();
    }
  };
  await rounds(10);
  const before = size();
  await rounds(60);
  assert.ok(size() <= before * 1.5, `${before} became ${size()}`);
});

test("a story that was closed is not closed again when it is collected", async () => {
  const { press, closed } = await closing();
  const round = () => {
    for (let i = 0; i < 20; i++) press.open(story).close();
    press.open(story); // which tells that some were collected
  };
  round();
  assert.equal(closed.length, 20);
  for (let i = 0; i < 500 && closed.length < 21; i++) {
    collect();
    await soon();
  }
  for (let i = 0; i < 20; i++) {
    collect();
    await soon();
  }
  assert.equal(closed.length, 21);
});

test("a story that cannot tell what it is is closed", async () => {
  const { press, closed } = await closing(() => ({ broadsheet_wasm_info: () => 0 }));
  refused("MEMORY", () => press.open(story));
  assert.equal(closed.length, 1);
  assert.ok(closed[0]);
});

test("of what is too large no more is taken into the module than tells that it is", async (t) => {
  const { press, size, restore } = await watched();
  t.after(restore);
  const most = 2 ** 20;
  const limits = { bundleBytes: most, bodyBytes: most };
  const open = (layer) => refused("LIMIT", () => press.open(layer, { limits }));
  const markdown = (text) => refused("LIMIT", () => press.markdown(text, { limits }));
  for (const refuse of [open, markdown]) refuse("x".repeat(most + 1));
  const before = size();
  const large = "x".repeat(16 * most);
  for (const value of [large, Buffer.from(large), "한".repeat(most)]) for (const refuse of [open, markdown]) refuse(value);
  open({ article: large });
  assert.equal(size(), before);
});

// What is shown again and again, or is as long as the bundle and shown in other words.
const SHARED = ["facebook", "x", "whatsapp", "reddit", "mail", "kakaotalk"].map((network) => ({ network, template: "https://x.example/?{url}&{title}" }));
const shared = (letters) => bundle({ headline: "한".repeat(letters), url: "/a" }, { site: { url: "https://x.example/", share: SHARED } });
const listed = (count, path) => {
  const items = Array.from({ length: count }, () => ({ title: "G", pictures: Array(1000).fill({ src: "a" }) }));
  return bundle({}, { site: { url: `https://x.example/${path}/` }, lists: { galleries: { items } } });
};
const LARGE = [
  ["share", shared(100_000)],
  ["share", shared(400_000), 2 ** 20],
  ["document", listed(10, "x".repeat(100))],
  ["document", listed(10, "x".repeat(2000))],
  ["document", listed(40, "x".repeat(100)), 2 ** 20],
];

test("what is shared or listed takes no more memory than its output", async (t) => {
  for (const [part, given, outputBytes] of LARGE) {
    const { press, size, restore } = await watched();
    t.after(restore);
    const json = JSON.stringify(given);
    const story = press.open(json, { document: "page", limits: outputBytes ? { outputBytes } : {} });
    const before = size();
    let written = outputBytes;
    if (outputBytes) refused("LIMIT", () => story.renderBytes(part));
    else written = story.renderBytes(part).length;
    assert.ok(written <= 100 * json.length, `${part}: ${json.length} became ${written}`);
    // The output moves as it grows; of an address there are some copies until it is written.
    const most = 4 * written + 10 * Buffer.byteLength(json);
    assert.ok(size() - before <= most, `${part}: ${size() - before} for ${written}, and not ${most}`);
    story.close();
  }
});

test("the net is not needed where there is none", async () => {
  const context = { FinalizationRegistry };
  delete globalThis.FinalizationRegistry;
  try {
    const url = new URL("../../dist/broadsheet.js?without", import.meta.url);
    const { load: fresh } = await import(url.href);
    const open = (await fresh(bytes)).open(story);
    assert.ok(open.render());
    open.close();
  } finally {
    Object.assign(globalThis, context);
  }
});

test("a trap: MEMORY, then STATE for the stories of that instance, and a fresh one for the next", async (t) => {
  const { press, instances, restore } = await watched();
  t.after(restore);
  const first = press.open(story);
  const second = press.open(story);
  const expected = first.render();
  spoil(instances[0]);
  const error = refused("MEMORY", () => first.render());
  assert.ok(error.cause instanceof WebAssembly.RuntimeError, String(error.cause));
  refused("STATE", () => first.render());
  refused("STATE", () => second.renderBytes());
  first.close();
  second.close();
  const third = press.open(story);
  assert.equal(third.render(), expected);
  assert.equal(press.markdown("*hi*"), "<p><em>hi</em></p>\n");
  assert.equal(instances.length, 2);
  // The other instance is no worse for it.
  spoil(instances[1]);
  assert.throws(() => third.render());
  assert.equal(press.open(story).render(), expected);
  assert.equal(instances.length, 3);
});

test("a caller whose own stack is full gets an error, and the next call works", async (t) => {
  const { press, restore } = await watched();
  t.after(restore);
  let error = null;
  const dive = () => {
    try {
      press.open(story).close();
    } catch (thrown) {
      error ??= thrown;
      return;
    }
    dive();
  };
  dive();
  assert.ok(error);
  assert.equal(press.open(story).title, "A story");
});

// Pages of 64 KiB, which are the same on every machine.
const PAGE = 65536;

test("a story of 15 KB takes one MiB", async () => {
  const { press, size, restore } = await watched();
  const file = (name) => readFileSync(new URL(`../../examples/bundles/${name}.json`, import.meta.url));
  const story = press.open([file("site"), file("summit")]);
  story.render();
  assert.ok(size() / PAGE <= 16, `${size() / PAGE} pages`);
  story.close();
  restore();
});

test("a bundle of 10 MB takes seven times its size at most", async () => {
  const { press, size, restore } = await watched();
  const line = "A paragraph with *emphasis* and [a link](https://a.example/x), a number & text that goes on for some time.\n\n";
  const layer = JSON.stringify(bundle({ body: line.repeat(1e7 / line.length) }));
  const limits = Object.fromEntries(Object.entries(press.limits).map(([name, most]) => [name, Math.max(most, 1 << 28)]));
  const story = press.open(layer, { limits });
  story.render();
  assert.ok(size() <= 7 * layer.length, `${(size() / layer.length).toFixed(2)} times`);
  story.close();
  restore();
});

// What of a layer is written otherwise, and what is only read.
const UPGRADED = {
  "a body": ["body", "A paragraph with m^2^, [^1] and [un mot](lang:fr), and with text that goes on for some time.\n\n", 20],
  "raised letters": ["body", "x^a^ ", 40],
  "notes": ["body", "[^1]: a\n", 80],
  "a line": ["standfirst", "*a* ", 60],
  "text": ["kicker", "Text, and nothing that is read as Markdown. ", 6],
};

test("a layer that is upgraded takes memory in proportion, and gives it back", async () => {
  for (const [name, [field, unit, times]] of Object.entries(UPGRADED)) {
    const grown = [];
    for (const bytes of [400_000, 800_000]) {
      const { press, size, restore } = await watched();
      const layer = JSON.stringify(bundle({ [field]: unit.repeat(bytes / unit.length) }));
      const limits = Object.fromEntries(Object.entries(press.limits).map(([key, most]) => [key, Math.max(most, 1 << 28)]));
      const before = size();
      const made = press.upgrade(layer, { limits });
      grown.push(size() - before);
      assert.ok(grown.at(-1) <= times * layer.length, `${name}: ${(grown.at(-1) / layer.length).toFixed(1)} times`);
      for (let i = 0; i < 5; i++) assert.equal(press.upgrade(layer, { limits }), made);
      assert.equal(size() - before, grown.at(-1), name);
      restore();
    }
    assert.ok(grown[1] <= 2.6 * grown[0], `${name}: ${grown}`);
  }
});

test("what was given back is taken again, whatever the order", async () => {
  const { press, size, restore } = await watched();
  const layer = bundle({ body: "A word. ".repeat(20000) });
  const open = () => Array.from({ length: 8 }, () => press.open(layer));
  const close = { "first first": (all) => all, "last first": (all) => all.reverse(), "every other": (all) => [...all.filter((_, i) => i % 2), ...all.filter((_, i) => i % 2 === 0)] };
  open().forEach((story) => story.close());
  const before = size();
  for (const [order, sorted] of Object.entries(close)) {
    for (let round = 0; round < 5; round++) sorted(open()).forEach((story) => story.close());
    assert.ok(size() <= before + 2 * PAGE, `${order}: ${(size() - before) / PAGE} pages more`);
  }
  restore();
});
