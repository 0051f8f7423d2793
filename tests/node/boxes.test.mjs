// Boxes: what is in one, what is not, and how it is told apart by those who do not see it.
import assert from "node:assert/strict";
import test from "node:test";
import { parseFragment } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { bundle } from "./bundle.mjs";

const press = await load();
const KINDS = ["facts", "points", "profile", "question", "timeline", "numbers", "correction", "warning", "notice", "offer"];

/** The story of an article of version 2: its HTML, all elements of it, and the codes it is told. */
function opened(article, part = "story", id) {
  const story = press.open(bundle(article, { broadsheet: 2, site: { url: "https://yeoul.example/" } }));
  const html = story.render(part, { id });
  const codes = story.diagnostics.map(({ code }) => code);
  story.close();
  const all = (node) => [node, ...(node.childNodes ?? []).flatMap(all)];
  const attribute = ({ attrs }, name) => attrs?.find((one) => one.name === name)?.value;
  const elements = all(parseFragment(html)).map((node) => Object.assign(node, { attribute: (name) => attribute(node, name) ?? "" }));
  const words = (node) => all(node).map(({ value }) => value ?? "").join("").replace(/\s+/g, " ").trim();
  return { html, elements, codes, words, of: (name) => elements.filter(({ tagName }) => tagName === name) };
}
const box = (one, more) => opened({ boxes: { b: one }, body: "[Instead](box:b)", ...more });

test("each kind has a class of its own; one that is not known, and none, are facts", () => {
  for (const kind of KINDS) assert.match(box({ kind, title: "T" }).html, new RegExp(`class="bs-box bs-box--${kind}"`));
  for (const kind of ["recipe", undefined, null, 7, "FACTS"]) assert.match(box({ kind, title: "T" }).html, /class="bs-box bs-box--facts"/);
  assert.deepEqual(box({ kind: "recipe", title: "T" }).codes, ["BOX_KIND_UNKNOWN"]);
});

test("a box with a title is a landmark that it names; without one, or with that of another, it is none", () => {
  // A section, no aside: what shows a page for reading alone leaves asides out.
  const boxes = (of) => of("section").filter((section) => section.attribute("class")?.startsWith("bs-box "));
  const [section] = boxes(box({ title: "The *strait*" }).of);
  assert.equal(section.attribute("aria-labelledby"), "bs-box_b");
  for (const one of [{ body: "B" }, { kicker: "K" }, { title: " ", body: "B" }]) assert.deepEqual(boxes(box(one).of), []);
  const { of } = opened({ boxes: { a: { title: "T" }, b: { title: "T" } }, body: "[](box:a)\n\n[](box:b)\n\n[](box:a)" });
  assert.equal(boxes(of).length, 1);
  assert.equal(of("div").filter((div) => div.attribute("role") === "group").length, 2);
});

test("what is placed again has ids of its own, and each reference leads to one of them", () => {
  const galleries = { g: { label: "G", figures: ["f", "f"], layout: "viewer" } };
  const figures = { f: { src: "f.webp", width: 4, height: 3, alt: "F" } };
  const places = ["[](box:b)", "[](gallery:g)"];
  for (const lead of ["box:b", "gallery:g"]) {
    const { elements } = opened({ lead, figures, galleries, boxes: { b: { title: "T", collapsed: true, body: "B" } }, body: [...places, ...places, "> [](box:b)", "# Box b", "## Pictures g 1"].join("\n\n") });
    const ids = elements.map((one) => one.attribute("id")).filter(Boolean);
    assert.ok(ids.length > 10);
    assert.deepEqual(ids, [...new Set(ids)]);
    const wanted = elements.flatMap((one) => [one.attribute("aria-labelledby"), one.attribute("href").replace(/^[^#].*|^#/, "")]).filter(Boolean);
    assert.ok(wanted.length > 10);
    assert.deepEqual(wanted.filter((id) => !ids.includes(id)), []);
  }
});

test("a box holds figures, media, related stories and quotes; another box, a gallery and a slot stay their text, and are told", () => {
  const more = {
    figures: { f: { src: "f.webp", width: 4, height: 3, alt: "A pier." } },
    media: { m: { type: "post", text: "She sails." } },
    related: { r: { headline: "The engine stops" } },
    quotes: { q: { text: "No onions." } },
    galleries: { g: { figures: ["f"] } },
  };
  const inside = box({ title: "T", body: "![f](figure:f)\n\n[m](media:m)\n\n[r](related:r)", items: [{ body: "[q](quote:q)" }] }, more);
  assert.deepEqual(inside.codes, []);
  for (const seen of ["A pier.", "She sails.", "The engine stops", "No onions."]) assert.ok(inside.html.includes(seen), seen);
  for (const refused of ["[The text](box:b)", "[The text](box:other)", "[The text](gallery:g)", "[The text](slot:s)"]) {
    for (const one of [{ title: "T", body: refused }, { title: "T", items: [{ body: refused }] }]) {
      const { html, codes } = box(one, more);
      assert.deepEqual(codes, ["PLACEMENT_BOXED"]);
      assert.equal(html.split("bs-box bs-box--").length, 2);
      assert.ok(html.includes("<p>The text</p>"));
    }
  }
  const { codes } = opened({ boxes: { a: { body: "[B](box:b)" }, b: { body: "[A](box:a)" } }, body: "[](box:a)\n\n[](box:b)" });
  assert.deepEqual(codes, ["PLACEMENT_BOXED", "PLACEMENT_BOXED"]);
});

test("headings in a box follow its title, and none is skipped", () => {
  const levels = (one) => box(one).html.match(/<h\d/g).map((tag) => Number(tag.slice(2)));
  assert.deepEqual(levels({ title: "T", body: "#### A\n\n###### B\n\n# C", items: [{ title: "I", body: "# D" }] }), [1, 2, 3, 4, 3, 3]);
  assert.deepEqual(levels({ body: "#### A\n\n###### B\n\n# C" }), [1, 2, 3, 2]);
});

test("a paid box says so, whatever its kind, folded away or not, and so does each of its links", () => {
  const links = "[x](https://shop.example/) <https://shop.example/b> [own](/own)";
  const figures = { f: { src: "f.webp", width: 4, height: 3, alt: "F", url: "/f" } };
  const media = { m: { type: "frame", title: "M", url: "https://tube.example/m" } };
  for (const kind of KINDS)
    for (const collapsed of [false, true])
      for (const paid of [true, "true", 1, {}, "no"]) {
        const one = { kind, title: `T ${links}`, collapsed, paid, url: "/there", body: `${links}\n\n![F](figure:f)\n\n[M](media:m)`, items: [{ title: links, body: links }] };
        const { elements, words, of } = box(one, { figures, media, related: {} });
        const [head] = collapsed ? of("summary") : elements.filter((node) => node.attribute("class") === "bs-box__kicker");
        assert.match(words(head), /^Advertisement/, `${kind} ${paid}`);
        const rels = of("a").map((link) => link.attribute("rel"));
        assert.equal(rels.length, 3 * 4 + 3);
        assert.deepEqual([...new Set(rels)], ["sponsored nofollow noopener"]);
      }
  for (const paid of [false, null, undefined]) {
    const { html } = box({ kind: "offer", title: "T", paid, url: "https://shop.example/", label: "Buy", body: links });
    assert.doesNotMatch(html, /sponsored|Advertisement/);
  }
});

test("the links behind a paid box are as ever", () => {
  const { of } = box({ title: "T", paid: true, body: "[a](/a)" }, { body: "[b](https://b.example/)\n\n[](box:b)\n\n[c](https://c.example/) [d](/d)" });
  assert.deepEqual(of("a").map((link) => link.attribute("rel")), ["noopener", "sponsored nofollow noopener", "noopener", ""]);
});

test("a correction, a warning and a notice are notes, and say what they are where nothing else does", () => {
  for (const [kind, said] of Object.entries({ correction: "Correction", warning: "Warning", notice: "Please note" })) {
    const bare = box({ kind, body: "B" });
    assert.match(bare.html, / role="note"/);
    assert.ok(bare.html.includes(`>${said}</strong>`));
    for (const one of [{ kind, title: "T", body: "B" }, { kind, kicker: "K", body: "B" }]) assert.ok(!box(one).html.includes(`>${said}<`));
  }
  for (const kind of KINDS.slice(0, 6)) assert.doesNotMatch(box({ kind, body: "B" }).html, / role="note"|bs-box__word/);
});

test("a box that is folded away is a details of its title; without a title it is open", () => {
  const { of, words } = box({ title: "T", collapsed: true, body: "B" });
  assert.equal(words(of("summary")[0]), "T");
  assert.equal(of("details")[0].attribute("open"), "");
  const open = box({ collapsed: true, body: "B" });
  assert.deepEqual([open.of("details").length, open.codes], [0, ["BOX_TITLE_MISSING"]]);
});

test("a timeline is an ordered list with times, numbers are pairs, all others are lists", () => {
  const items = [{ date: "2026-01-06", title: "A", body: "B" }, { date: "2026-01-07" }, { title: "C" }];
  for (const kind of KINDS) {
    const { of, codes } = box({ kind, title: "T", items });
    assert.deepEqual(codes, ["BOX_ITEM_EMPTY"]);
    assert.equal(of(kind === "timeline" ? "ol" : kind === "numbers" ? "dl" : "ul").length, 1, kind);
    assert.equal(of(kind === "numbers" ? "dt" : "li").length, 2);
    assert.equal(of(kind === "numbers" ? "dd" : "li").length, 2);
    assert.deepEqual(of("time").map((time) => time.attribute("datetime")), ["2026-01-06"]);
  }
});

test("a box without anything is left out, and the text of its placement stands there", () => {
  for (const one of [{}, { kind: "offer", paid: true }, { items: [{}] }, { body: " \n" }, { title: "\u202e" }]) {
    const { html, codes } = box(one);
    assert.ok(html.includes("<p>Instead</p>"));
    assert.ok(codes.includes("BOX_EMPTY") && codes.includes("PLACEMENT_ID_UNKNOWN"), JSON.stringify(one));
  }
});

test("what may stand above the story: each kind of version 2, by its id", () => {
  const more = {
    figures: { f: { src: "f.webp", width: 4, height: 3, alt: "A pier." } },
    media: { x: { type: "post", text: "Seen." } },
    boxes: { x: { title: "Seen." } },
    quotes: { x: { text: "Seen." } },
    galleries: { x: { label: "Seen.", figures: ["f"] } },
    related: { x: { headline: "Seen." } },
  };
  for (const kind of ["media", "box", "quote", "gallery"]) {
    const { html, codes } = opened({ ...more, lead: `${kind}:x` }, "lead-figure");
    assert.ok(html.includes("Seen."), kind);
    assert.deepEqual(codes, []);
  }
  for (const lead of ["related:x", "box:y", "box:", "page:x"]) assert.deepEqual([opened({ ...more, lead }, "lead-figure").html, opened({ ...more, lead }).codes], ["", ["LEAD_UNKNOWN"]]);
});
