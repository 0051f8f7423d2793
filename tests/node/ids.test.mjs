// The parts write the ids that src/page/parts.def says, the elements know it (web/elements/page.js), and no two ids are
// the same.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { partIds, parts } from "../../web/parts.mjs";
import { bundle } from "./bundle.mjs";

globalThis.PART_IDS = partIds; // as web/build.mjs does
const { idWriters } = await import("../../web/elements/page.js");
const press = await load();
const edition = (name) => readFileSync(new URL(`../../examples/bundles/edition/${name}.json`, import.meta.url));
const story = press.open(
  [edition("site-en"), edition("lists-en"), bundle({
    url: "https://paper.example/a",
    kicker: "Kicker",
    standfirst: "Standfirst",
    section: ["politics"],
    published: "2026-01-17T09:30:00Z",
    authors: [{ name: "Seo Ha-rin", email: "seo@paper.example", url: "/seo" }],
    figures: { f: { src: "f.png", width: 4, height: 3, alt: "Alt", caption: "Caption" } },
    lead: "gallery:g",
    related: { r: { headline: "Related", url: "/r" } },
    corrections: [{ date: "2026-01-18", text: "Wrong." }],
    tags: [{ label: "Ferry" }],
    body: "## One\n\n## Headline\n\n## Body\n\n![x](figure:f)\n\n[x](related:r)\n\n[x](gallery:g)\n\n[](quote:q)\n\n[x](box:b)\n\n[x](box:b)\n\n[x](gallery:g)",
    galleries: { g: { label: "Gallery", figures: ["f"], layout: "viewer" } },
    points: ["Point"],
    more: ["r"],
    quotes: { q: { text: "Quote" } },
    updates: { u: { published: "2026-01-17T09:30:00Z", title: "Update", key: true, body: "# In it" } },
    boxes: { b: { title: "Box", body: "# In it" } },
  }, { broadsheet: 2 })],
  { now: "2026-01-17T09:30:00Z", document: "page" },
);
const ID = { figure: "f", related: "r", "ranked-list": "top", slot: "after-story", gallery: "g", quote: "q", box: "b", update: "u" };
const ids = (html) => [...html.matchAll(/ id="bs-([^"]+)"/g)].map(([, id]) => id);

const WHOLE = ["story", "page", "document"]; // each holds the one before
const written = new Map(press.parts.map((part) => [part, ids(story.render(part, { id: ID[part] ?? "" }))]));
const single = [...written].filter(([part, found]) => !WHOLE.includes(part) && found.length > 0);

/** The parts that the body places or that stand above it, and that write ids: those stand there, too. */
const PLACED = ["box", "gallery", "update"];
const PLACERS = ["body", "lead-figure", "updates"];
const isInside = (a, b) => PLACED.includes(a) && PLACERS.includes(b);

test("two parts have no id in common", () => {
  const all = single.filter(([part]) => !PLACED.includes(part)).flatMap(([, found]) => found);
  assert.ok(all.length > 10);
  assert.deepEqual([...all].sort(), [...new Set(all)].sort());
});

for (const { name, ids } of parts) {
  test(`src/page/parts.def says where the ids of ${name} stand`, () => {
    const inside = ([part]) => part !== name && !isInside(name, part) && !isInside(part, name) && WHOLE.indexOf(part) < Math.max(0, WHOLE.indexOf(name));
    const others = [...written].filter(inside).flatMap(([, found]) => found);
    const own = written.get(name).filter((id) => !others.includes(id));
    const whole = ["story", "page"].find((part) => own.every((id) => written.get(part).includes(id)));
    assert.equal(ids, own.length ? (whole ?? name) : "");
  });
}

test("no heading of the body has an id that a part writes", () => {
  const files = ["parts", "page"].flatMap((room) => readdirSync(new URL(`../../src/${room}`, import.meta.url)).map((name) => `../../src/${room}/${name}`));
  const sources = files.filter((path) => path.endsWith(".c")).map((path) => readFileSync(new URL(path, import.meta.url), "utf8"));
  const fixed = sources.flatMap((text) => [...text.matchAll(/part_own_id\(r, "id", "([^"]+)"\)/g)].map(([, id]) => id));
  const dynamic = [...written].filter(([part]) => part !== "body").flatMap(([, found]) => found);
  assert.ok(fixed.includes("updates") && dynamic.includes("galleries"));
  const names = [...new Set([...fixed, ...dynamic])];
  story.update({ article: { body: names.map((id) => `## ${id}\n\ntext`).join("\n\n") } });
  for (const part of WHOLE) {
    const found = ids(story.render(part));
    assert.deepEqual(found.filter((id, i) => found.indexOf(id) !== i), [], part);
  }
  for (const id of fixed) assert.ok(ids(story.render("document")).includes(id), id);
  const plain = press.open(bundle({ body: "## Updates" }, { broadsheet: 2 }));
  assert.deepEqual(ids(plain.render("body")), ["updates"], "where there are none, the heading keeps its id");
});

test("a box that stands again gives what it places ids of its own, however often each is placed", () => {
  const media = { v: { type: "video", title: "V", sources: [{ src: "a.mp4" }], transcript: "y[^1]\n\n[^1]: n" } };
  const box = "[f](box:b)", video = "[f](media:v)";
  const more = (body, inside) => press.open(bundle({ media, boxes: { b: { body: inside }, c: { body: `${video}\n\nz[^1]\n\n[^1]: n` } }, body }, { broadsheet: 2 }));
  for (const inside of [video, `${video}\n\n${video}`, `${video}\n\nz[^1]\n\n[^1]: n\n\n${video}`])
    for (const body of [`${box}\n\n${box}`, `${box}\n\n${video}\n\n${box}\n\n${box}\n\n${video}`, `[f](box:c)\n\n${box}\n\n[f](box:c)\n\n${box}`]) {
      const html = more(body, inside).render("story");
      const found = ids(html);
      assert.deepEqual(found.filter((id, i) => found.indexOf(id) !== i), [], body);
      for (const [, target] of html.matchAll(/href="#bs-([^"]+)"/g)) assert.ok(found.includes(target), target);
      assert.ok(found.filter((id) => id.includes("again")).length >= 2);
    }
});

for (const whole of ["story", "page"]) {
  test(`the ids of the ${whole} are those of the parts inside, and its own`, () => {
    const inside = single.filter(([, found]) => found.some((id) => written.get(whole).includes(id)));
    const rest = written.get(whole).filter((id) => !inside.some(([, found]) => found.includes(id)));
    const writers = inside.map(([part]) => part);
    assert.deepEqual([...idWriters(whole)].sort(), (rest.length ? [...writers, whole] : writers).sort());
  });
}

test("a part by itself is its ids' only writer", () => {
  for (const [part] of single) assert.deepEqual(idWriters(part), [part]);
});

test("no two headings have one id, whatever characters they are of", () => {
  const all = Array.from({ length: 0x110000 }, (_, code) => code);
  const odd = all.filter((code) => code > 0x7f && (code % 97 === 0 || /^[\p{NChar}\p{Cf}\p{DI}\ufffd]$/u.test(String.fromCodePoint(code))));
  const headings = odd.map((code) => `# a${String.fromCodePoint(code)}b`);
  const html = press.markdown(headings.join("\n"), { limits: { outputBytes: 1e8, bodyBytes: 1e8 } });
  const given = ids(html);
  assert.equal(given.length, headings.length);
  assert.ok(given.length > 10_000, `${given.length} headings`);
  assert.equal(new Set(given).size, given.length);
  // As a browser reads them, which leaves no noncharacter as it is.
  assert.ok(given.every((id) => !id.includes("\ufffd")));
});
