// A module whose memory cannot grow: every allocation that a call makes fails in turn, and from then on. Each time the
// call ends in MEMORY, nothing traps, nothing stays behind, and the next call gives the same bytes as ever.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { bundle, refused } from "./bundle.mjs";

const bytes = readFileSync(new URL("../../dist/broadsheet.wasm", import.meta.url));
const PAGE = 65536;

/** The module with another maximum of its memory: section 5 is one memory with flags 1, a minimum and a maximum. */
function limited(pages) {
  const copy = Uint8Array.from(bytes);
  const leb = (at) => {
    let value = 0;
    for (let shift = 0; ; shift += 7, at++) {
      value += (copy[at] & 0x7f) * 2 ** shift;
      if (copy[at] < 0x80) return [value, at + 1];
    }
  };
  for (let at = 8; at < copy.length; ) {
    const id = copy[at];
    const [size, body] = leb(at + 1);
    at = body + size;
    if (id !== 5) continue;
    assert.deepEqual([copy[body], copy[body + 1]], [1, 1], "one memory with a maximum");
    const [least, maximum] = leb(body + 2);
    assert.ok(pages >= least && at - maximum === 2, "the number is as long as before");
    copy[maximum] = (pages & 0x7f) | 0x80;
    copy[maximum + 1] = pages >> 7;
    return { module: copy, least };
  }
  assert.fail("no memory section");
}

/** A press over that module, and the exports of its instance. */
async function press(pages) {
  const { instantiate } = WebAssembly;
  let exports;
  WebAssembly.instantiate = async (...given) => {
    const instance = await instantiate(...given);
    exports = instance.exports;
    return instance;
  };
  try {
    return { press: await load(limited(pages).module), exports };
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

const body = `# A *b*\n\n- [x] a\n  1. b\n\n|a|\n|-|\n|b|\n\n[r] ![p](q.webp "t") \`c\` &amp;\n\n![](figure:f)\n\n[r]: /r\n`;
const story = JSON.stringify({
  ...bundle({ body, published: "2025-10-18T07:00:00", authors: [{ name: "N", url: "/n" }], unknown: 1, tags: 7 }),
  site: { name: "S", url: "https://s.example/", timeZone: "Asia/Seoul", sections: [{ id: "s", label: "S" }] },
});

/** Fills the memory but for one hole of about so many bytes; the blocks that fill it. */
function fill(exports, hole) {
  const room = exports.broadsheet_wasm_alloc(hole);
  const blocks = [];
  for (let size = 1 << 24; size >= 8; size >>= 1)
    for (let block; (block = exports.broadsheet_wasm_alloc(size)); ) blocks.push(block);
  exports.broadsheet_wasm_free(room);
  return blocks;
}

/** What a call gives, or the code of its error. */
function outcome(call) {
  try {
    return { gave: call() };
  } catch (error) {
    return { code: error.code, cause: error.cause };
  }
}

const { least } = limited(64);

async function sweep(prepare, work) {
  const { press: own, exports } = await press(least);
  const context = prepare?.(own);
  const expected = work(own, context);
  let refusals = 0;
  let successes = 0;
  // Every size up to what the call needs: so each of its allocations is the first that fails.
  for (let hole = 8; successes < 20; hole += hole < 4096 ? 16 : hole < 65536 ? 208 : 1040) {
    assert.ok(hole < least * PAGE, "there comes a size that is enough");
    const blocks = fill(exports, hole);
    const { gave, code, cause } = outcome(() => work(own, context));
    for (const block of blocks) exports.broadsheet_wasm_free(block);
    assert.equal(cause, undefined, `no trap with ${hole} bytes: ${cause?.stack}`);
    if (code) {
      assert.equal(code, "MEMORY");
      refusals++;
    } else {
      assert.deepEqual(gave, expected);
      successes++;
    }
    assert.deepEqual(work(own, context), expected, `afterwards all is well (${hole} bytes)`);
  }
  assert.equal(exports.memory.buffer.byteLength, least * PAGE);
  return refusals;
}

test("opening and rendering", async () => {
  const refusals = await sweep(null, (own) => {
    const open = own.open(story, { now: "2026-01-01T00:00:00Z" });
    try {
      return [open.render("document"), open.diagnostics.length];
    } finally {
      open.close();
    }
  });
  assert.ok(refusals > 100, String(refusals));
});

test("rendering a story that is open, which stays open", async () => {
  const refusals = await sweep((own) => own.open(story), (_, open) => open.render("story"));
  assert.ok(refusals > 50, String(refusals));
});

test("Markdown alone", async () => {
  const refusals = await sweep(null, (own) => own.markdown(body));
  assert.ok(refusals > 50, String(refusals));
});

test("a story that is refused", async () => {
  const refusals = await sweep(null, (own) => {
    try {
      return own.open('{"article":{"id":"x"}}').title;
    } catch (error) {
      if (error.code !== "SHAPE") throw error;
      return error.pointer;
    }
  });
  assert.ok(refusals > 10, String(refusals));
});

test("a module that may not have the memory of a large story says so, and goes on", async () => {
  const { press: own, exports } = await press(least + 8);
  const expected = own.open(story).render();
  const large = bundle({ body: "word *word* ".repeat(80_000) });
  for (let i = 0; i < 20; i++) {
    assert.equal(refused("MEMORY", () => own.open(large)).cause, undefined);
    assert.equal(refused("MEMORY", () => own.markdown(large.article.body)).cause, undefined);
    const open = own.open(story);
    assert.equal(open.render(), expected);
    open.close();
  }
  assert.ok(exports.memory.buffer.byteLength <= (least + 8) * PAGE);
});
