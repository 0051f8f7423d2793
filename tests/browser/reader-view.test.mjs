// What a reader view keeps of a story's text: the words, the captions and the links of all that stands in it. Firefox's
// (Readability) is asked; it goes by names of elements and classes, and by how many words there are.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "../../dist/broadsheet.js";
import { launch, serve } from "./harness.mjs";

const reader = readFileSync(fileURLToPath(import.meta.resolve("@mozilla/readability/Readability.js")), "utf8");
const press = await load();
const site = await serve({});
after(() => site.close());

const SENTENCE = "The ferry went out on Saturday at nine, after eleven days in harbour, with 112 passengers, two cars, and a load of onions that nobody had wanted to buy before.";
const text = (paragraphs) => Array.from({ length: paragraphs }, (_, i) => `${SENTENCE} Then she passed buoy ${i}.`).join("\n\n");
const picture = { src: "/a.jpg", width: 1200, height: 800, alt: "The pier.", caption: "Caption of a picture", credit: "Bae Soyun" };

// kind:id of what is placed: its object, and what must be left of it. A word behind "=" is a link's address.
const MEDIA = {
  video: [{ type: "video", title: "The ferry leaves", url: "/video/ferry", duration: 151, sources: [{ src: "/f.mp4", type: "video/mp4" }], poster: "/f.webp", caption: "Nine *o'clock*", credit: "Kim Lee", warning: "Flashing lights", transcript: "She sails.\n\nAt last." }, "/video/ferry", "o'clock", "Kim Lee", "Flashing lights", "She sails.", "At last."],
  audio: [{ type: "audio", title: "The horn", url: "/audio/horn", sources: [{ src: "/h.mp3", type: "audio/mpeg" }], caption: "Once", credit: "Kim Lee", transcript: "Hoo." }, "/audio/horn", "Once", "Kim Lee", "Hoo."],
  frame: [{ type: "frame", provider: "YouTube", title: "Season 2", url: "https://www.youtube.com/watch?v=q", frame: "https://www.youtube-nocookie.com/embed/q", poster: "/own.webp", caption: "The trailer", credit: "Ann Eye", warning: "Loud" }, "Season 2", "YouTube", "https://www.youtube.com/watch?v=q", "The trailer", "Ann Eye", "Loud"],
  map: [{ type: "frame", provider: "Maps", title: "Where she is", url: "https://maps.example/1", caption: "Now" }, "Where she is", "Maps", "https://maps.example/1", "Now"],
  post: [{ type: "post", provider: "X", author: "Mongdol Harbour", handle: "@mongdol", published: "2026-01-17T18:02:00Z", text: "She sails.", url: "https://x.com/m/1" }, "Mongdol Harbour", "She sails.", "https://x.com/m/1"],
};
const GALLERIES = Object.fromEntries(["row", "stack", "viewer"].map((layout) => [layout, [{ label: `In a ${layout}`, figures: ["a", "b"], layout }, `In a ${layout}`, "Caption of a picture", "Another caption"]]));
const BOXES = {
  facts: [{ kind: "facts", title: "The strait", body: "Nine miles." }, "The strait", "Nine miles."],
  folded: [{ kind: "question", title: "Why?", body: "A valve.", collapsed: true }, "Why?", "A valve."],
  timeline: [{ kind: "timeline", title: "Eleven days", items: [{ date: "2026-01-06", title: "It stops", body: "The engine." }] }, "Eleven days", "It stops", "The engine."],
  numbers: [{ kind: "numbers", title: "In figures", items: [{ title: "112", body: "passengers" }] }, "In figures", "112", "passengers"],
  notice: [{ kind: "notice", body: "We were aboard." }, "We were aboard."],
  offer: [{ kind: "offer", title: "A dish", url: "https://shop.example/", label: "$40", paid: true }, "A dish", "$40", "https://shop.example/"],
};
const first = (all) => Object.fromEntries(Object.entries(all).map(([id, [one]]) => [id, one]));
const article = { id: "1", headline: "Ferry resumes after eleven days", language: "en", authors: [{ name: "Seo Ha-rin" }], published: "2026-01-17T09:26:00Z", figures: { a: picture, b: { ...picture, caption: "Another caption" } }, media: first(MEDIA), galleries: first(GALLERIES), boxes: first(BOXES), quotes: { q: { text: "We had run out.", source: "Ha-rin" } } };
const PLACED = [
  ...Object.entries({ media: MEDIA, gallery: GALLERIES, box: BOXES }).flatMap(([kind, all]) => Object.entries(all).map(([id, [, ...words]]) => [`[x](${kind}:${id})`, words])),
  ["![](figure:a)", ["Caption of a picture", "Bae Soyun"]],
  ["[](quote:q)", ["We had run out.", "Ha-rin"]],
  ["Table: Trips\n\n| | Sunday |\n|-|-:|\n| Ferry | 9 |", ["Trips", "Sunday", "Ferry"]],
  ["> Never again.\n>\n> — Kim Lee", ["Never again.", "Kim Lee"]],
  ["A note[^1].\n\n[^1]: In the harbour.", ["In the harbour."]],
];

async function read(page, body) {
  const story = press.open({ broadsheet: 2, article: { ...article, body }, site: { name: "Yeoul", url: "https://yeoul.example/" } });
  await page.setContent(story.render("document"), { waitUntil: "domcontentloaded" });
  story.close();
  await page.evaluate(`${reader}\nglobalThis.Readability = Readability;`);
  return page.evaluate(() => new globalThis.Readability(document.cloneNode(true)).parse()?.content ?? "");
}

for (const [name, around] of [["between paragraphs", 3], ["in a story of few words", 1], ["in a long story", 30]])
  test(`${name}, a reader view keeps titles, words, captions and links`, async (t) => {
    const context = await (await launch()).newContext();
    t.after(() => context.close());
    const page = await context.newPage();
    await page.route("**/*", (route) => route.abort());
    const lost = [];
    for (const [placed, words] of PLACED) {
      const html = await read(page, `${text(around)}\n\n${placed.split("\n\n[^1]:")[0]}\n\n${text(around)}${placed.includes("[^1]:") ? `\n\n[^1]:${placed.split("[^1]:")[1]}` : ""}`);
      assert.ok(html.includes("Then she passed buoy 0."), "there is a story");
      lost.push(...words.filter((word) => !html.includes(word)).map((word) => `${placed}: ${word}`));
    }
    assert.deepEqual(lost, []);
  });
