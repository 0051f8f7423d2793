// Options: what they do, and that only own properties of the right type count.
import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { load } from "../../dist/broadsheet.js";
import { bundle, refused } from "./bundle.mjs";

const press = await load();
const dated = bundle({ published: "2023-02-04T01:35:00Z" });
const dates = (options, layer = dated) => press.open(layer, options).render("dates");

test("now may be a Date, one of another realm, a number or text", () => {
  const future = bundle({ published: "2030-01-01T00:00:00Z" });
  const codes = (options) => press.open(future, options).diagnostics.map(({ code }) => code);
  const time = Date.UTC(2026, 0, 1);
  for (const now of [new Date(time), vm.runInNewContext(`new Date(${time})`), time, "2026-01-01T00:00:00Z"]) {
    assert.deepEqual(codes({ now }), ["DATE_FUTURE"]);
  }
  for (const options of [undefined, null, {}, { now: undefined }]) assert.deepEqual(codes(options), []);
});

test("timeZone goes over site.timeZone, and that over UTC", () => {
  const site = { ...dated, site: { timeZone: "Asia/Seoul" } };
  assert.match(dates(undefined), /01:35/);
  assert.match(dates(undefined, site), /10:35/);
  assert.match(dates({ timeZone: "America/New_York" }, site), /February 3, 2023, 20:35/);
});

test("locale chooses the words", () => {
  assert.match(dates({}), /Posted/);
  assert.match(dates({ locale: "ko" }), /입력/);
  assert.match(dates({}, { ...dated, site: { language: "ko" } }), /입력/);
  assert.match(dates({ locale: "en" }, { ...dated, site: { language: "ko" } }), /Posted/);
});

test("idPrefix and headingBase keep stories on one page apart", () => {
  const html = press.open(bundle({ body: "## Part" }), { idPrefix: "x_1-", headingBase: 2 }).render();
  assert.match(html, /<h2[^>]*id="x_1-headline"/);
  assert.match(html, /<h3[^>]*id="x_1-part"/);
  assert.doesNotMatch(html, /id="bs-/);
  assert.equal(press.open(bundle(), { headingBase: "2" }).render(), press.open(bundle(), { headingBase: 2 }).render());
});

test("base makes relative addresses absolute, those of pictures and links alike", () => {
  const body = "![a](a.jpg) [b](/b) [c](?c) [d](#d) [e](//e.example/) [f](https://f.example/) [g](mailto:g@h.example)";
  const addresses = (html) => [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, address]) => address);
  const expected = ["https://x.example/y/a.jpg", "https://x.example/b", "https://x.example/y/z.json?c", "#d", "https://e.example/", "https://f.example/", "mailto:g@h.example"];
  for (const base of ["https://x.example/y/z.json", "https://x.example/y/z.json?q#f"]) {
    assert.deepEqual(addresses(press.open({ article: { id: "1", headline: "H", body } }, { base }).render("body")), expected);
    assert.deepEqual(addresses(press.markdown(body, { base })), expected);
    assert.deepEqual(addresses(press.markdown(body, { base, dialect: "commonmark" })), expected);
  }
  assert.deepEqual(addresses(press.markdown(body, { base: "" })), addresses(press.markdown(body)));
});

test("base has 512 bytes at most, without its query", () => {
  const long = (size) => "https://x.example/".padEnd(size, "y");
  assert.match(press.markdown("[a](b)", { base: `${long(512)}?${"q".repeat(1000)}` }), /https:\/\/x\.example\/b/);
  assert.equal(refused("OPTION", () => press.markdown("[a](b)", { base: long(513) })).pointer, "/base");
});

test("stylesheet is linked by a document", () => {
  assert.match(
    press.open(bundle(), { stylesheet: "/css/a.css" }).render("document"),
    /<link rel="stylesheet" href="\/css\/a\.css">/,
  );
});

test("frames: exact hosts, and nothing else", () => {
  const body = (frames) => /<body [^>]*>/.exec(press.open(bundle(), { frames }).render("document"))[0];
  const named = (hosts) => `<body class="bs-document" data-bs-frames="${hosts}">`;
  assert.equal(body("www.youtube-nocookie.com"), named("www.youtube-nocookie.com"));
  assert.equal(body("  A.example   b-2.Example xn--9n2bp8q.kr 192.0.2.1 "), named("a.example b-2.example xn--9n2bp8q.kr 192.0.2.1"));
  for (const none of ["", " ", undefined]) assert.equal(body(none), '<body class="bs-document">');
  assert.equal(body("a.example ".repeat(102)), named("a.example ".repeat(102).trim()));
  const wrong = ["https://a.example", "//a.example", "a.example/", "a.example:443", "u@a.example", "*", "*.a.example", "a.example,b.example", "a.example\tb.example", 'a.example"><script>', "a.example.", ".", "127.1", "0x7f.0.0.1", "256.1.1.1", "[::1]", "한국.example", "a.example ".repeat(103), `${"a".repeat(254)}`, "'self'", ["a.example"], true, 1];
  for (const frames of wrong) assert.equal(refused("OPTION", () => press.open(bundle(), { frames })).pointer, "/frames", String(frames));
});

for (const [pointer, options] of [
  ["/now", { now: new Date(NaN) }],
  ["/now", { now: Infinity }],
  ["/now", { now: "yesterday" }],
  ["/now", { now: {} }],
  ["/locale", { locale: 5n }],
  ["/locale", { locale: ["en"] }],
  ["/locale", { locale: null }],
  ["/idPrefix", { idPrefix: "1 x" }],
  ["/idPrefix", { idPrefix: '"><script>' }],
  ["/headingBase", { headingBase: 7 }],
  ["/headingBase", { headingBase: 1.5 }],
  ["/headingBase", { headingBase: -1 }],
  ["/headingBase", { headingBase: NaN }],
  ["/headingBase", { headingBase: "two" }],
  ["/headingBase", { headingBase: true }],
  ["/timeZone", { timeZone: 5 }],
  ["/locale", { locale: true }],
  ["/now", { now: true }],
  ["/stylesheet", { stylesheet: 1 }],
  ...["story.json", "/a", "//x.example/", "javascript:x", "mailto:a@b.example", "https://a@b.example/", "https://", 1].map((base) => ["/base", { base }]),
  ["/dialect", { dialect: "commonmark" }],
  ["/ids", { ids: false }],
  ["/id", { id: "f1" }],
  ["/toString", { toString: "x" }],
  ["", []],
  ["", [["locale", "ko"]]],
  ["/limits", { limits: [] }],
  ["/unknown", { unknown: "x" }],
  ["/bundleBytes", { bundleBytes: 10 }],
  ["/", { "": "x" }],
  ["/limits", { limits: 5 }],
  ["/limits", { limits: null }],
  ["/limits/unknown", { limits: { unknown: 1 } }],
  ["/limits/locale", { limits: { locale: "ko" } }],
  ["/limits/bodyBytes", { limits: { bodyBytes: "5" } }],
  ["/limits/bodyBytes", { limits: { bodyBytes: 0 } }],
  ["/limits/bodyBytes", { limits: { bodyBytes: 1.5 } }],
  ["/limits/bodyBytes", { limits: { bodyBytes: 2 ** 32 } }],
  ["", 5],
  ["", "now"],
]) {
  test(`refused with the pointer "${pointer}": ${JSON.stringify(options, (_, value) => (typeof value === "bigint" ? "5n" : Object.is(value, NaN) || value === Infinity ? String(value) : value))}`, () => {
    const error = refused("OPTION", () => press.open(bundle(), options));
    assert.deepEqual([error.pointer, error.layer, error.offset], [pointer, null, null]);
  });
}

test("the same is refused for Markdown", () => {
  assert.equal(refused("OPTION", () => press.markdown("x", { dialect: "gfm" })).pointer, "/dialect");
  assert.equal(refused("OPTION", () => press.markdown("x", { unknown: 1 })).pointer, "/unknown");
  for (const [name, value] of Object.entries({ now: 0, timeZone: "UTC", locale: "ko", stylesheet: "a.css", id: "x" }))
    assert.equal(refused("OPTION", () => press.markdown("x", { [name]: value })).pointer, `/${name}`);
  for (const ids of ["false", 0, null])
    assert.equal(refused("OPTION", () => press.markdown("x", { ids })).pointer, "/ids");
  assert.equal(press.markdown("# x", { ids: false, dialect: "commonmark", headingBase: "2" }), "<h2>x</h2>\n");
  for (const text of [undefined, null, 5, {}]) refused("SHAPE", () => press.markdown(text));
});

test("the same is refused for a part", () => {
  const story = press.open(bundle());
  for (const [pointer, options] of [["/id", { id: 5 }], ["/locale", { locale: "ko" }], ["", "f1"], ["", ["f1"]]])
    assert.equal(refused("OPTION", () => story.render("figure", options)).pointer, pointer);
  for (const options of [undefined, null, {}, { id: undefined }]) assert.equal(story.render("figure", options), "");
});

test("options of a prototype do not count", () => {
  const inherited = Object.create({ locale: "ko", unknown: "x" });
  assert.match(dates(inherited), /Posted/);
  assert.ok(press.open(JSON.stringify(dated), Object.create({ limits: { bundleBytes: 5 } })));
  Object.prototype.locale = "ko";
  try {
    assert.match(dates({}), /Posted/);
    assert.equal(press.open(bundle()).render("figure", Object.create({ id: "f1" })), "");
  } finally {
    delete Object.prototype.locale;
  }
});

test("an option that throws while it is read leaves as OPTION, a list of layers that does as SHAPE", () => {
  const options = {
    get locale() {
      throw new TypeError("mine");
    },
  };
  assert.match(String(refused("OPTION", () => press.open(bundle(), options)).cause), /mine/);
  refused("OPTION", () =>
    press.open(bundle()).render("figure", {
      get id() {
        throw new TypeError("mine");
      },
    }),
  );
  const layers = new Proxy([1], {
    get: () => {
      throw new TypeError("mine");
    },
  });
  refused("SHAPE", () => press.open(layers));
});
