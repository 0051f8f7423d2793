// Texts between JavaScript and the module: whatever the host's way, each is the same as TextEncoder and TextDecoder say.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { bundle } from "./bundle.mjs";

const { Buffer } = globalThis;

/** A press that takes the way of a host without Node's Buffer. */
async function plainPress() {
  delete globalThis.Buffer;
  try {
    return await (await import("../../dist/broadsheet.js?plain")).load(new URL("../../dist/broadsheet.wasm", import.meta.url));
  } finally {
    globalThis.Buffer = Buffer;
  }
}

const presses = { node: await load(), plain: await plainPress() };

const TEXTS = {
  nothing: "",
  ASCII: "a",
  "long ASCII": "plain text ".repeat(50),
  Latin: "déjà vu ÿ",
  Cyrillic: "Привет, мир",
  Korean: "한글 기사 한 편입니다.",
  "a byte order mark": "\ufeffa",
  "outside the BMP": "😀 a 😀😀",
  "one unit": "한",
  "all of a kind": "한".repeat(33),
  "a lone high surrogate": "a\ud83d",
  "a lone low surrogate": "\ude00a",
  "surrogates in the wrong order": "x\ude00\ud83dy",
  "high before a pair": "\ud83d\ud83d\ude00",
  "U+0000": "a\0b",
};

for (const [name, press] of Object.entries(presses)) {
  const html = (text) => press.markdown(text, { dialect: "commonmark" });
  for (const [kind, text] of Object.entries(TEXTS)) {
    test(`${name}: ${kind}, as text and as bytes`, () => {
      const bytes = new TextEncoder().encode(text);
      assert.equal(html(text), html(bytes));
      assert.equal(html(text), html(text.toWellFormed?.() ?? new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)));
      assert.equal(html(text), presses.plain.markdown(text, { dialect: "commonmark" }));
      if (/^[^\0]+$/.test(text.trim())) assert.ok(html(text).includes(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).trim()), html(text));
    });
    test(`${name}: ${kind}, in a bundle and in what is told of it`, () => {
      const layer = JSON.stringify(bundle({ headline: `H ${text}`, kicker: `${text} K`, [`x${text}`]: 1 }));
      const story = press.open([new TextEncoder().encode(layer), layer], { idPrefix: "b-" });
      const parts = ["headline", "kicker"].map((part) => story.render(part));
      assert.deepEqual(parts, ["headline", "kicker"].map((part) => new TextDecoder().decode(story.renderBytes(part))));
      const plain = presses.plain.open(layer, { idPrefix: "b-" });
      assert.deepEqual([story.title, ...parts], [plain.title, ...["headline", "kicker"].map((part) => plain.render(part))]);
      assert.deepEqual(story.diagnostics.map(({ pointer }) => pointer), plain.diagnostics.map(({ pointer }) => pointer));
      for (const one of [story, plain]) one.close();
    });
  }
  test(`${name}: an error names the byte, whatever the text is made of`, () => {
    for (const json of ['{"a":"é" x}', '{"a":"한글" x}', '{"a":"😀" x}']) {
      const at = new TextEncoder().encode(json.slice(0, json.indexOf(" x") + 1)).length;
      assert.throws(() => press.open(json), (error) => error.code === "JSON" && error.offset === at);
    }
  });
}
