// story.render, story.renderBytes, story.close and press.markdown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { bundle, refused } from "./bundle.mjs";

const press = await load();
const figure = (alt) => ({ src: "/f.png", width: 4, height: 3, alt });
const full = bundle({
  kicker: "Kicker",
  standfirst: "Standfirst",
  figures: { f1: figure("One"), f2: figure("Zwei – 둘 – \u{1f4f0}") },
  lead: "f1",
});

test('render() is render("story")', () => {
  const story = press.open(full);
  assert.equal(story.render(), story.render("story"));
  assert.deepEqual(story.renderBytes(), story.renderBytes("story"));
});

test("the root of every part carries its name, and a part without data is empty", () => {
  const story = press.open(full);
  const bare = press.open({ article: { id: "a", headline: "b", body: "c" } });
  for (const part of press.parts) {
    const html = story.render(part, { id: "f1" });
    if (html) assert.match(html, new RegExp(`^(<!DOCTYPE html>\\s*)?<[^>]*data-part="${part}"`));
    assert.equal(typeof bare.render(part), "string");
  }
  for (const part of ["kicker", "standfirst", "lead-figure", "figure", "related", "tags", "corrections"]) {
    assert.equal(bare.render(part), "");
    assert.equal(bare.renderBytes(part).length, 0);
  }
});

test("the id says which one, where a part needs it", () => {
  const story = press.open(full);
  assert.match(story.render("figure", { id: "f2" }), /alt="Zwei – 둘 – \u{1f4f0}"/u);
  assert.equal(story.render("figure", { id: "f3" }), "");
  assert.equal(story.render("figure"), "");
  assert.equal(story.render("kicker", { id: "f1" }), story.render("kicker"));
});

test("bytes and text are the same", () => {
  const story = press.open(full);
  for (const part of press.parts) {
    const bytes = story.renderBytes(part, { id: "f2" });
    assert.equal(Object.prototype.toString.call(bytes), "[object Uint8Array]");
    assert.equal(
      new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
      story.render(part, { id: "f2" }),
    );
  }
});

test("bytes are the caller's own", () => {
  const story = press.open(full);
  const bytes = story.renderBytes();
  const copy = bytes.slice();
  press.open(bundle({ body: "x ".repeat(400_000) })).render();
  story.close();
  assert.deepEqual(bytes, copy);
  assert.equal(bytes.byteOffset, 0);
  assert.equal(bytes.buffer.byteLength, bytes.length);
});

test("rendering twice gives the same, in any order", () => {
  const story = press.open(full);
  const first = press.parts.map((part) => story.render(part, { id: "f1" }));
  const again = [...press.parts].reverse().map((part) => story.render(part, { id: "f1" }));
  assert.deepEqual(again.reverse(), first);
});

test("a byte order mark inside a text survives", () => {
  assert.match(press.open(bundle({ body: "\ufeffStart" })).render("body"), /Start/);
  assert.equal(press.markdown("`a\ufeffb`"), "<p><code>a\ufeffb</code></p>\n");
});

test("after close there is only STATE, and closing twice is fine", () => {
  const story = press.open(full);
  const { title } = story;
  story.close();
  story.close();
  for (const call of [() => story.render(), () => story.renderBytes("body")]) {
    const error = refused("STATE", call);
    assert.deepEqual([error.layer, error.offset, error.pointer], [null, null, null]);
  }
  assert.equal(story.title, title);
});

test("Symbol.dispose closes, where there is one", () => {
  const story = press.open(full);
  assert.equal(typeof Symbol.dispose, "symbol", "Node 20 has it");
  story[Symbol.dispose]();
  refused("STATE", () => story.render());
});

test("Markdown alone", () => {
  assert.equal(press.markdown("*hi* <b onclick=x>"), "<p><em>hi</em> &lt;b onclick=x&gt;</p>\n");
  assert.equal(press.markdown(new TextEncoder().encode("*hi*")), press.markdown("*hi*"));
  assert.equal(press.markdown(""), "");
  assert.match(press.markdown("# One", { idPrefix: "x-" }), /^<h1 id="x-one">One<\/h1>/);
  assert.equal(press.markdown("# One", { ids: false, headingBase: 3 }), "<h3>One</h3>\n");
  assert.equal(press.markdown("~~x~~", { dialect: "commonmark" }), "<p>~~x~~</p>\n");
  assert.equal(press.markdown("[x](javascript:alert(1))", {}), "<p>x</p>\n");
});
