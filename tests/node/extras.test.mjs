// The small fields of version 2: where each stands, what of it is refused, and what takes it away.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";
import { bundle } from "./bundle.mjs";

const press = await load();
const opened = (article, { part = "story", options, site, version = 2, layers = [] } = {}) => {
  const story = press.open([bundle(article, { broadsheet: version, site }), ...layers], options);
  const [html, codes] = [story.render(part), story.diagnostics.map(({ code }) => code)];
  story.close();
  return { html, codes, words: html.replace(/<[^>]*>/g, "") };
};
/** Whether some texts stand in another, in that order. */
const follow = (text, ...parts) => parts.reduce((at, part) => (at < 0 ? at : text.indexOf(part, at)), 0) >= 0;

const ALL = {
  label: { kind: "review" },
  series: { label: "SERIES", part: 2, of: 5 },
  rating: { value: 3.5 },
  notices: [{ kind: "warning", text: "NOTICE" }],
  points: ["POINT"],
  related: { r: { headline: "CARD" } },
  more: ["r"],
  comments: { url: "/c", count: 12 },
  alternates: [{ language: "ko", url: "https://x.example/ko" }],
  corrections: [{ kind: "clarification", text: "MENDED" }],
  headline: "HEADLINE",
  body: "BODY",
};

test("each stands at its place, for a screen reader as well", () => {
  const { html, codes } = opened(ALL);
  assert.ok(follow(html, "Review", "SERIES", "HEADLINE", "Rating: 3.5 out of 5", "한국어", "NOTICE", "POINT", "BODY", "MENDED", "CARD", "Comments: 12"));
  assert.match(html, /aria-hidden="true">(<span class="bs-rating__star[^>]*><\/span>){5}<\/span> <span class="bs-rating__words">/);
  assert.match(html, /role="note"/);
  assert.deepEqual(codes, []);
});

test("what is paid for says so first, whatever else its label says", () => {
  for (const kind of ["sponsored", "Sponsored", "sponsor", "paid-post", "ADVERTORIAL", "promotion", "partner content"])
    for (const said of [undefined, "News", "", "\u202e"]) {
      const label = { kind, text: said, url: "https://boots.example/" };
      const { html } = opened({ label, headline: "HEADLINE", kicker: "KICKER", section: ["sea"], related: { r: { headline: "CARD", label } }, more: ["r"] });
      assert.ok(follow(html, "<header", "bs-story-label--sponsored", ">Sponsored<", "sea", "KICKER", "HEADLINE"), kind);
      assert.ok(follow(html, "bs-more-stories", ">Sponsored<", "CARD"));
      assert.match(html, /<a rel="sponsored nofollow noopener" href="https:\/\/boots.example\/">/);
      assert.match(opened({ label }, { part: "document" }).html, /"@type":"AdvertiserContentArticle"/);
    }
  assert.doesNotMatch(opened({ label: { kind: "opinion" } }).html, /ponsored/);
});

test("stars and words say the same, to the half", () => {
  const stars = (value, max) => [...opened({ rating: { value, max } }, { part: "rating" }).html.matchAll(/bs-rating__star(?:--(\w+))?"/g)].map(([, kind]) => kind ?? "none");
  const count = (value, max) => ["full", "half", "none"].map((kind) => stars(value, max).filter((one) => one === kind).length);
  for (let quarters = 0; quarters <= 20; quarters++) {
    const halves = Math.floor((quarters + 1) / 2);
    assert.deepEqual(count(quarters / 4), [halves >> 1, halves & 1, 5 - (halves >> 1) - (halves & 1)], `${quarters / 4}`);
  }
  assert.deepEqual(count(7, 10), [7, 0, 3]);
  assert.deepEqual(stars(7, 11), []);
  for (const value of [-0.5, 5.5, "1e0", "4,5", "", [], {}, true]) assert.equal(opened({ rating: { value } }, { part: "rating" }).html, "", `${value}`);
});

test("a story says by itself that it is old, from the day on, and only where the time is known", () => {
  const aged = (now, ageDays = 30, more = {}, version = 2) => opened({ published: "2024-01-01T00:00:00Z", ...more }, { part: "notices", options: now ? { now } : {}, site: { ageDays }, version }).words.trim();
  assert.equal(aged("2024-01-30T23:59:00Z"), "");
  assert.equal(aged("2024-01-31T00:00:00Z"), "This is an older article.");
  assert.equal(aged("2025-01-01T00:00:00Z"), "This article is more than a year old.");
  assert.equal(aged("2044-06-01T00:00:00Z"), "This article is more than 20 years old.");
  assert.equal(aged(undefined), "");
  assert.equal(aged("2025-01-01T00:00:00Z", 30, {}, 1), "");
  assert.equal(aged("2025-01-01T00:00:00Z", 30, { notices: [{ kind: "age", text: "From 2024." }] }), "From 2024.");
  for (const days of [0, -1, 1.5, "x", [], 36501]) assert.equal(aged("2044-01-01T00:00:00Z", days), "", `${days}`);
});

test("a later layer takes each away with null, and another takes its place", () => {
  for (const [key, part] of Object.entries({ label: "story-label", series: "series", rating: "rating", notices: "notices", points: "points", more: "more-stories", comments: "comments", alternates: "alternates" })) {
    assert.notEqual(opened(ALL, { part }).html, "", key);
    assert.equal(opened(ALL, { part, layers: [{ article: { [key]: null } }] }).html, "", key);
  }
  assert.match(opened(ALL, { part: "series", layers: [{ article: { series: { part: 3 } } }] }).html, /Part 3 of 5/);
});

test("version 1 knows none of them", () => {
  const { related, corrections, alternates, headline, body } = ALL;
  const without = opened({ related, corrections: corrections.map(({ text }) => ({ text })), alternates, headline, body }, { version: 1 }).html;
  assert.equal(opened(ALL, { version: 1 }).html, without);
});

test("wrong kinds and types show nothing false, and are told", () => {
  const wrong = { label: [{ kind: "spoof" }, {}, "sponsored", 7], series: [{}, { part: 2 }, "x"], rating: [{}, 4, { value: "x" }], notices: [[{ kind: "x" }], [7], {}], points: [[{}], "x"], more: [["none"], [{}], "r"], comments: [{}, { count: 2 }, 7], access: ["x", 1, []] };
  for (const [key, values] of Object.entries(wrong))
    for (const value of values) {
      const { html, codes } = opened({ [key]: value });
      assert.equal(html, opened({}).html, `${key} ${JSON.stringify(value)}`);
      assert.ok(codes.length, `${key} ${JSON.stringify(value)}`);
    }
});

test("links to other languages are named in them, and their direction is their own", () => {
  const alternates = [["ar", "العربية"], ["he-IL", "עברית"], ["zh-Hant-TW", "繁體中文"], ["zh", "中文"], ["pt-BR", "Português (Brasil)"], ["pt-PT", "Português"], ["nor", "nor"]];
  const { html } = opened({ language: "en", alternates: alternates.map(([language]) => ({ language, url: "https://x.example/" })) }, { part: "alternates" });
  for (const [language, name] of alternates) assert.match(html, new RegExp(`hreflang="${language}" [^>]*lang="${language}"[^>]*>${name.replace(/[()]/g, "\\$&")}<`));
  assert.equal(html.match(/dir="rtl"/g).length, 2);
});
