// Limits: documented as they are, kept to the item, and never beyond what the stack holds, whatever a host asks for.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseFragment, serialize } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { bundle, refused } from "./bundle.mjs";

const press = await load();
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const HUGE = 2 ** 32 - 1;
const hugeLimits = Object.fromEntries(Object.keys(press.limits).map((name) => [name, HUGE]));

test("the header, the declarations and the module agree with src/report/limits.def", () => {
  const defined = [...read("src/report/limits.def").matchAll(/^X\((\w+), "(\w+)", (\d+)\)$/gm)];
  assert.equal(defined.length, 10);
  const header = read("include/broadsheet.h").match(/typedef struct broadsheet_limits \{[^}]*\}/)[0];
  const documented = [...header.matchAll(/uint32_t (\w+); +\/\* .*; (\d+) by default \*\//g)];
  assert.deepEqual(documented.map(([, field, most]) => [field, most]), defined.map(([, field, , most]) => [field, most]));
  assert.deepEqual(Object.entries(press.limits), defined.map(([, , name, most]) => [name, Number(most)]));
  const declared = [...read("dist/names.d.ts").match(/interface Limits \{([^}]*)\}/)[1].matchAll(/^ +(\w+)\?: number \| undefined;$/gm)];
  assert.deepEqual(declared.map(([, name]) => name).sort(), defined.map(([, , name]) => name).sort());
});

/** What stands at each limit and one past it: [limit, n, an article or Markdown of which it has n]. */
const REFUSED = [
  ["bodyBytes", 5, (n) => "x".repeat(n)],
  ["markdownDepth", 3, (n) => `${"> ".repeat(n)}x`],
  ["markdownDepth", 3, (n) => `${"- ".repeat(n)}x`],
  ["markdownDepth", 3, (n) => Array.from({ length: n }, (_, i) => `${"   ".repeat(i)}1. x`).join("\n")],
  ["markdownDepth", 2, (n) => ["x", "*x*", "***x***", "~~***x***~~"][n]],
  ["markdownDepth", 2, (n) => ["x", "> x", "> [x](y)", "> *[x](y)*"][n]],
  ["tableCells", 6, (n) => `|a|b|\n|-|-|\n${"|c|d|\n".repeat(n / 2 - 1)}${n % 2 ? "\n|a|\n|-|\n" : ""}`],
  ["links", 3, (n) => "[a](b) ".repeat(n)],
  ["links", 3, (n) => "![a](b) ".repeat(n)],
  ["links", 3, (n) => "<https://x.example> ".repeat(n)],
  ["links", 3, (n) => "www.x.example ".repeat(n)],
  ["links", 3, (n) => Array.from({ length: n }, (_, i) => `[${i}]: /x`).join("\n")],
];

/** What is told of each of them. */
const TOLD = {
  bodyBytes: "the Markdown is larger than the limit",
  markdownDepth: "the Markdown is nested deeper than the limit",
  tableCells: "the Markdown has more table cells than the limit",
  links: "the Markdown has more links than the limit",
};

for (const [limit, most, body] of REFUSED) {
  test(`${limit}: ${JSON.stringify(body(most))} stands, and one more does not`, () => {
    const limits = { [limit]: most };
    const html = press.open(bundle({ body: body(most) }), { limits }).render();
    assert.equal(serialize(parseFragment(html)), html);
    press.markdown(body(most), { limits });
    const { pointer, layer, reason } = refused("LIMIT", () => press.open(["{}", bundle({ body: body(most + 1) })], { limits }));
    assert.deepEqual([pointer, layer, reason], ["/article/body", 1, TOLD[limit]]);
    const alone = refused("LIMIT", () => press.markdown(body(most + 1), { limits }));
    assert.deepEqual([alone.pointer, alone.layer, alone.reason], ["", null, TOLD[limit]]);
    assert.equal(press.open(bundle({ body: body(most) }), { limits }).render(), html, "and nothing stays of it");
  });
}

test("the JSON's limits name the value", () => {
  const where = (limits, layer) => refused("LIMIT", () => press.open(layer, { limits })).pointer;
  assert.equal(where({ jsonDepth: 4 }, bundle({ _a: [{ "b/c": [0] }] })), "/article/_a/0/b~1c");
  assert.equal(where({ jsonNodes: 10 }, bundle({ tags: [{ label: "a" }, 7] })), "/article/tags/1");
  assert.equal(where({ bundleBytes: 30 }, bundle()), "");
  press.open(bundle({ _a: [{ b: [0] }] }), { limits: { jsonDepth: 5 } }).close();
  press.open(bundle({ tags: [{ label: "a" }, 7] }), { limits: { jsonNodes: 11 } }).close();
});

test("outputBytes: all of a part or nothing of it", () => {
  const size = press.open(bundle()).renderBytes("story").length;
  assert.equal(press.open(bundle(), { limits: { outputBytes: size } }).renderBytes("story").length, size);
  const story = press.open(bundle(), { limits: { outputBytes: size - 1 } });
  const { pointer, layer } = refused("LIMIT", () => story.render("story"));
  assert.deepEqual([pointer, layer], ["", null], "the whole part is too large, and no one place of the bundle");
  assert.match(story.render("headline"), /A story/);
  assert.equal(press.markdown("x", { limits: { outputBytes: 9 } }), "<p>x</p>\n");
  const told = refused("LIMIT", () => press.markdown("x", { limits: { outputBytes: 8 } })).reason;
  assert.equal(told, "the HTML of the Markdown is larger than the limit");
});

test("Markdown whose every line would walk through all its containers is refused, and says why", () => {
  const { pointer, layer, reason } = refused("LIMIT", () => press.open(bundle({ body: `${"- ".repeat(60)}x${"\n".repeat(4000)}` })));
  assert.deepEqual([pointer, layer, reason], ["/article/body", 0, "the Markdown has too many lines for how deep it is nested"]);
});

// Where each list stands, an item of it, and the part that shows it.
const link = (i) => ({ label: `item${i}`, url: `/${i}` });
const headline = (i) => ({ headline: `item${i}`, url: `/${i}` });
const LISTS = {
  "/article/authors": ["byline", (i) => ({ name: `item${i}` })],
  "/article/tags": ["tags", link],
  "/article/corrections": ["corrections", (i) => ({ text: `item${i}` })],
  "/article/section": ["breadcrumbs", (i) => `item${i}`],
  "/site/navigation": ["navigation", link],
  "/site/quickLinks": ["quick-links", link],
  "/site/follow": ["follow", (i) => ({ ...link(i), network: "x" })],
  "/site/imprint": ["imprint", (i) => ({ label: `item${i}`, value: "v" })],
  "/site/sections": ["section-tree", (i) => ({ ...link(i), id: `s${i}` })],
  "/lists/ticker": ["ticker", headline],
  "/lists/moreByAuthor": ["more-by-author", headline],
};

for (const [pointer, [part, item]] of Object.entries(LISTS)) {
  test(`listItems: ${pointer} is cut, reported, and still valid`, () => {
    const [, top, key] = pointer.split("/");
    const open = (count) => {
      const layer = bundle();
      (layer[top] ??= {})[key] = Array.from({ length: count }, (_, i) => item(i));
      return press.open(layer, { limits: { listItems: 3 } });
    };
    const shown = (story) => new Set(story.render(part).match(/item\d+/g));
    const told = (story) => story.diagnostics.filter(({ code }) => code === "LIST_TOO_LONG").map((one) => one.pointer);
    const [whole, cut] = [open(3), open(4)];
    assert.deepEqual([told(whole), told(cut)], [[], [pointer]]);
    assert.deepEqual(shown(whole), new Set(["item0", "item1", "item2"]));
    assert.deepEqual(shown(cut), shown(whole));
    const html = cut.render(part);
    assert.equal(serialize(parseFragment(html)), html);
    assert.match(html, /\n<p class="bs-cut" lang="en" dir="ltr">Not all of it is shown\.<\/p>$/);
    assert.doesNotMatch(whole.render(part), /bs-cut/);
  });
}

test("a list that was cut says so in the page's language, once, and where it stands", () => {
  const many = (item) => Array.from({ length: 4 }, (_, i) => item(i));
  const ranked = { a: { label: "A", items: many(headline) }, b: { label: "B", items: [headline(0)] } };
  const galleries = { items: [{ title: "G", pictures: many((i) => ({ src: `${i}.webp`, alt: "" })) }] };
  const options = { limits: { listItems: 3 }, locale: "ko", document: "page" };
  const story = press.open({ ...bundle({ language: "ko", tags: many(link) }), lists: { ranked, galleries } }, options);
  const note = '<p class="bs-cut">일부만 표시됩니다.</p>';
  const count = (html) => html.split("bs-cut").length - 1;
  assert.equal(count(story.render("document")), 3);
  assert.equal(story.render("document").split(note).length - 1, 3);
  assert.equal(count(story.render("story")), 1);
  assert.deepEqual(["a", "b"].map((id) => count(story.render("ranked-list", { id }))), [1, 0]);
  assert.deepEqual(["galleries", "byline", "headline"].map((part) => count(story.render(part))), [1, 0, 0]);
  story.close();
});

test("a list that was cut says so in each part that shows it, and in no other", () => {
  const section = (id, children) => ({ id, label: id, url: `/${id}`, children });
  const children = ["b", "c"].map((id) => section(id, [section(`${id}1`), section(`${id}2`)]));
  const cut = (layer, listItems) => {
    const story = press.open(layer, { limits: { listItems } });
    const parts = press.parts.filter((part) => !["story", "page", "document", "masthead"].includes(part) && story.render(part, { id: "f" }).includes("bs-cut"));
    story.close();
    return parts.sort();
  };
  const story = (more) => bundle({ authors: ["A", "B"].map((name) => ({ name, email: `${name}@a.example` })), ...more });
  assert.deepEqual(cut({ ...story({}), lists: { moreByAuthor: [headline(0)] } }, 1), ["byline", "contact", "more-by-author"]);
  assert.deepEqual(cut(story({}), 2), []);
  // Of "b" and "c" both have a list that is too long, which only the tree shows.
  assert.deepEqual(cut({ ...bundle({ section: ["a"] }), site: { sections: [section("a", children)] } }, 1), ["section-tree", "sub-navigation"]);
  assert.deepEqual(cut({ ...bundle({ section: ["a"] }), site: { sections: [section("a", [children[0]]), section("d")] } }, 1), ["section-tree"]);
  const f = { src: "f", alt: "f", sources: [{ src: "g", width: 1 }, { src: "h", width: 2 }] };
  assert.deepEqual(cut(bundle({ figures: { f }, lead: "f", body: "![f](figure:f)" }), 1), [], "of a picture's sources no reader misses one");
});

test("a ticker has twenty items, whatever the limit, and says so once", () => {
  const told = (count, listItems) => {
    const story = press.open({ ...bundle(), lists: { ticker: Array.from({ length: count }, (_, i) => headline(i)) } }, { limits: { listItems } });
    const html = story.render("ticker");
    return [html.split("<li").length - 1, html.split("bs-cut").length - 1, story.diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)];
  };
  assert.deepEqual(told(20, 20), [20, 0, []]);
  for (const [count, listItems] of [[21, 1000], [30, 1000]]) assert.deepEqual(told(count, listItems), [20, 1, ["TICKER_TOO_LONG /lists/ticker"]]);
  for (const [count, listItems] of [[21, 20], [22, 21]]) assert.deepEqual(told(count, listItems), [20, 1, ["LIST_TOO_LONG /lists/ticker"]]);
});

test("diagnostics: as many as the limit, and one that says that there are more", () => {
  const story = (count) => press.open(bundle(Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 1]))));
  const { diagnostics: most } = press.limits;
  assert.equal(story(most).diagnostics.length, most);
  for (const count of [most + 1, 10 * most]) {
    const { diagnostics } = story(count);
    assert.equal(diagnostics.length, most + 1);
    assert.equal(diagnostics.at(-1).code, "DIAGNOSTICS_TOO_MANY");
  }
});

test("no option makes nesting deeper than the stack and browsers allow", () => {
  const limits = hugeLimits;
  const nested = (depth) => JSON.stringify(bundle()).replace(/}}$/, `,"_x":${"[".repeat(depth)}${"]".repeat(depth)}}}`);
  press.open(nested(498), { limits }).close();
  refused("LIMIT", () => press.open(nested(499), { limits }));
  refused("LIMIT", () => press.open(nested(400_000), { limits }));

  let sections = [{ id: "deepest", label: "Deepest" }];
  for (let level = 0; level < 247; level++) sections = [{ id: `s${level}`, label: `S${level}`, children: sections }];
  const tree = press.open([bundle({ section: ["deepest"] }), { site: { sections } }], { limits, document: "page" });
  assert.match(tree.render("section-tree"), /Deepest/);
  assert.match(tree.render("document"), /Deepest/);
  tree.close();

  for (const [mark, end] of [["> ", ""], ["- ", ""], ["*a ", "*"], ["**a ", "**"], ["![", "](b)"], ["> 1. ", ""]]) {
    const levels = mark === "> 1. " ? 100 : 200;
    const body = (depth) => `${mark.repeat(depth)}x${end.repeat(depth)}`;
    assert.match(press.open(bundle({ body: body(levels) }), { limits }).render(), /x/);
    refused("LIMIT", () => press.open(bundle({ body: body(levels + 1) }), { limits }));
    refused("LIMIT", () => press.markdown(body(100_000), { limits }));
  }
  // Many layers, each as deep as it may be, laid over one another.
  const layers = Array.from({ length: 40 }, () => nested(498));
  press.open(layers, { limits }).close();
});

test("a limit of 0, of less, of more than C can count, or of another type is refused, and inherited ones do not count", () => {
  for (const name of Object.keys(press.limits)) {
    for (const value of [0, -1, 1.5, NaN, Infinity, 2 ** 32, 2 ** 53, "5", true, null, [], {}])
      assert.equal(refused("OPTION", () => press.open(bundle(), { limits: { [name]: value } })).pointer, `/limits/${name}`);
    press.open(bundle(), { limits: Object.create({ [name]: 1 }) }).close();
  }
  press.open(bundle(), { limits: hugeLimits }).close();
  press.open(bundle(), { limits: { links: undefined } }).close();
});

test("a part that is too large says that the part is", () => {
  const story = press.open({ article: { id: "1", headline: "h".repeat(500), body: "b" } }, { limits: { outputBytes: 300 } });
  assert.throws(() => story.render("headline"), { code: "LIMIT", message: "the HTML of the part is larger than the limit" });
  story.close();
});
