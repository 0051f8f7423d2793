// The rules of live updates, each with a bundle of its own; what the parts write is in tests/golden/updates and update.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";

const press = await load();
const two = (n) => String(n).padStart(2, "0");
const entry = (i) => ({ published: `2026-01-17T${two(9 + Math.floor(i / 60))}:${two(i % 60)}:00Z`, title: `Update ${i}`, body: `What happened at ${i}.` });
const entries = (count) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`u-${i}`, entry(i)]));
const bundle = (updates, more = {}) => ({ broadsheet: 2, article: { id: "live", headline: "Live", body: "We follow it.", language: "en", updates, ...more } });
const shown = (html) => [...html.matchAll(/<article [^>]*id="bs-update_([^"]*)"/g)].map(([, id]) => id);

test("sixty entries: the newest first, without a diagnostic; in Korean, too", () => {
  for (const language of ["en", "ko"]) {
    const story = press.open(bundle(entries(60), { language, live: { state: "live", page: 20 } }));
    const html = story.render("updates");
    assert.deepEqual(story.diagnostics, []);
    assert.deepEqual(shown(html), Array.from({ length: 60 }, (_, i) => `u-${59 - i}`));
    assert.equal(html.slice(0, html.indexOf("<details")).match(/<article /g).length, 20);
    story.close();
  }
});

test("a layer with one entry is an update: of the parts that take ids, that entry alone changes", () => {
  const story = press.open(bundle(entries(60), { live: { state: "live" } }));
  for (const [change, id] of [[{ "u-60": entry(60) }, "u-60"], [{ "u-7": { title: "Mended" } }, "u-7"], [{ "u-7": null }, "u-7"]]) {
    const list = story.update({ article: { updates: change } });
    assert.deepEqual(list, [{ part: "updates" }, { part: "update", id }, { part: "story" }, { part: "page" }, { part: "document" }].filter(({ part }) => press.parts.includes(part)));
  }
  story.close();
});

test("an id stays when others come, and when the order is another", () => {
  const id = (updates, live) => shown(press.open(bundle(updates, { live })).render("update", { id: "Goal! 1–0" }))[0];
  const one = { "Goal! 1–0": entry(1) };
  assert.equal(id(one), "goal-1-0");
  assert.equal(id({ ...one, ...entries(50) }, { order: "oldest", page: 3 }), "goal-1-0");
});

test("updates with and without an offset stand in the order of their instants, on whatever clock they are shown", () => {
  const updates = { eight: "2026-06-03T08:00:00", ten: "2026-06-03T10:00:00+09:00", nine: "2026-06-03T00:00:00Z", "eight-again": "2026-06-03T08:00:00+09:00", day: "2026-06-02", seven: "2026-06-03T07:00", none: undefined };
  const layers = [bundle(Object.fromEntries(Object.entries(updates).map(([id, published]) => [id, { title: id, published }])), { live: { page: 2, order: "newest" } }), { site: { timeZone: "Asia/Seoul" } }];
  const newest = ["ten", "nine", "eight", "eight-again", "seven", "day", "none"];
  const orders = (story) => shown(story.render("updates"));
  for (const timeZone of [undefined, "America/New_York", "UTC"]) {
    assert.deepEqual(orders(press.open(layers, { timeZone })), newest, timeZone);
    const old = press.open([...layers, { article: { live: { order: "oldest", pinned: "nine" } } }], { timeZone });
    assert.deepEqual(orders(old), ["nine", "none", "day", "seven", "eight", "eight-again", "ten"], timeZone);
    old.update({ article: { updates: { later: { title: "l", published: "2026-06-03T11:00" } } } });
    assert.deepEqual(orders(old).slice(-2), ["ten", "later"], timeZone);
  }
  assert.deepEqual(orders(press.open({ ...layers[0] }, { timeZone: "Asia/Seoul" })), newest);
});

test("past the limit the oldest are cut, whatever the order of the bundle, and never the pinned one; the page says so", () => {
  const limits = { listItems: 3 };
  for (const order of ["newest", "oldest"]) {
    const updates = Object.fromEntries(Object.entries(entries(6)).sort(([a], [b]) => "315204".indexOf(a.at(-1)) - "315204".indexOf(b.at(-1))));
    const story = press.open(bundle(updates, { live: { pinned: "u-0", order } }), { limits });
    const html = story.render("updates");
    assert.deepEqual(shown(html), order === "newest" ? ["u-0", "u-5", "u-4"] : ["u-0", "u-4", "u-5"]);
    assert.match(html, /class="bs-cut"/);
    assert.deepEqual(story.diagnostics.map(({ code, pointer }) => [code, pointer]), [["LIST_TOO_LONG", "/article/updates"]]);
    assert.equal(story.render("update", { id: "u-1" }), "");
  }
});

test("under an embargo, and of a story that had to go, no part and no machine is told of an update", () => {
  for (const more of [{ status: "embargoed", until: "2026-02-01T00:00:00Z" }, { status: "withdrawn" }, { expires: "2026-01-17T00:00:00Z" }]) {
    const story = press.open(bundle({ u: { ...entry(1), title: "SECRET", body: "SECRET" } }, more), { now: "2026-01-18T00:00:00Z", document: "page" });
    for (const part of press.parts) assert.doesNotMatch(story.render(part, { id: "u" }), /SECRET|LiveBlogPosting|bs-update/);
  }
});

test("who has not written an update is not its author, for machines neither", () => {
  const authors = [{ name: "Ann" }, { name: "Bob", credit: "photo" }];
  const story = press.open(bundle({ u: { ...entry(1), authors: [0, 1] } }, { authors }));
  const text = story.render("update", { id: "u" }).replace(/<[^>]*>/g, "");
  assert.match(text, /By Ann\n/);
  assert.match(text, /Photographs: Bob/);
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(story.render("document"))[1]);
  assert.deepEqual(data.liveBlogUpdate[0].author.map(({ name }) => name), ["Ann"]);
  assert.deepEqual(data.liveBlogUpdate[0].contributor.map(({ contributor }) => contributor.name), ["Bob"]);
});

test("a name of a megabyte is not said a thousand times", () => {
  const name = "N".repeat(1e6);
  const story = press.open(bundle(Object.fromEntries(Object.keys(entries(900)).map((id) => [id, { published: "2026", title: "T", authors: [0] }])), { authors: [{ name }] }));
  assert.ok(story.render("updates").length < 2e6);
});
