// What the element knows of the ids of parts (web/page.js) is what the parts write.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { idWriter, idWriters } from "../../web/page.js";
import { bundle } from "./bundle.mjs";

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
    lead: "f",
    related: { r: { headline: "Related", url: "/r" } },
    corrections: [{ date: "2026-01-18", text: "Wrong." }],
    tags: [{ label: "Ferry" }],
    body: "## One\n\n## Headline\n\n## Body\n\n![x](figure:f)\n\n[x](related:r)",
  })],
  { now: "2026-01-17T09:30:00Z", document: "page" },
);
const ID = { figure: "f", related: "r", "ranked-list": "top", slot: "after-story" };
const ids = (html) => [...html.matchAll(/ id="bs-([^"]+)"/g)].map(([, id]) => id);

for (const part of press.parts) {
  test(`the ids of ${part}`, () => {
    const html = story.render(part, { id: ID[part] ?? "" });
    assert.ok(html, "the part has data");
    const writers = [...new Set(ids(html).map(idWriter))].sort();
    assert.deepEqual(writers, [...idWriters(part)].sort());
  });
}
