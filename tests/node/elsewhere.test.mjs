// What other programs show of our Markdown: marked and markdown-it, which know nothing of placements and of the notation
// of version 2. Each text stays readable there, none of it is lost, and nothing of it becomes raw HTML.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import MarkdownIt from "markdown-it";
import { marked } from "marked";
import { parseFragment } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { bundle } from "./bundle.mjs";

const press = await load();
const it = new MarkdownIt();
const programs = {
  marked: { text: (source) => marked.parse(source), line: (source) => marked.parseInline(source) },
  "markdown-it": { text: (source) => it.render(source), line: (source) => it.renderInline(source) },
};

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const placements = [...read("src/markdown/places.def").matchAll(/^X\([A-Z]+, (\w+), (LINK|PICTURE),/gm)].map(([, kind, form]) => ({ kind, form }));

/** What Markdown has elements for; anything else would be raw HTML. */
const OF_MARKDOWN = new Set(["a", "blockquote", "br", "code", "del", "em", "img", "li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"]);

function* elements(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child;
    yield* elements(child);
  }
}
const attribute = (element, name) => element.attrs.find((one) => one.name === name)?.value;
const texts = (node) =>
  node.nodeName === "#text" ? node.value : node.tagName === "img" ? attribute(node, "alt") : (node.childNodes ?? []).map(texts).join("");
const words = (text) => text.normalize("NFC").replace(/[\^~]/g, "").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The tree of what a program makes of a source, whose elements are all of Markdown. */
function shown(program, form, source) {
  const tree = parseFragment(programs[program][form](source));
  for (const { tagName } of elements(tree)) assert.ok(OF_MARKDOWN.has(tagName), `${program}: <${tagName}> in ${source}`);
  return tree;
}

/** Each word that we show stands there, in order; those of the interface, as "Note 1", do not count. */
function holds(tree, expected, name) {
  const there = words(texts(tree));
  let at = 0;
  for (const word of words(expected)) {
    at = there.indexOf(word, at) + 1;
    assert.ok(at > 0, `${name}: "${word}" is lost in "${there.join(" ")}"`);
  }
}

const SAYS = { English: "Watch: the ferry leaves (2:31)", Korean: "영상: 여객선이 떠난다 (2분 31초)", Arabic: "شاهد: العبّارة تغادر", French: "À voir : le départ du ferry" };

for (const program of Object.keys(programs)) {
  for (const { kind, form } of placements.filter(({ kind }) => kind !== "quote"))
    test(`${program}: the text of a placement stands for it: ${kind}`, () => {
      for (const text of Object.values(SAYS)) {
        const source = `Before.\n\n${form === "PICTURE" ? "!" : ""}[${text}](${kind}:ferry-1)\n\nBehind.`;
        const tree = shown(program, "text", source);
        const [, placed] = tree.childNodes.filter(({ tagName }) => tagName === "p");
        assert.equal(texts(placed), text);
        assert.deepEqual(placed.childNodes.map(({ tagName }) => tagName), [form === "PICTURE" ? "img" : "a"], "alone in its paragraph");
        holds(tree, `Before ${text} Behind`, program);
      }
    });

  test(`${program}: a pull quote, which would be said twice, shows nothing`, () => {
    const tree = shown(program, "text", "Before.\n\n[](quote:onions)\n\nBehind.");
    assert.deepEqual(words(texts(tree)), ["Before", "Behind"]);
  });
}

// Each row of the table "In the text of version 2" of bundle.md has a row here, by what is written there first.
const NOTATION = {
  "[^label]": [
    ["The strait is deep.[^1]\n\n[^1]: By the *chart* of 1998.", "The strait is deep By the chart of 1998"],
    ["해협은 깊다.[^가]\n\n[^가]: 1998년 *해도*에 따름.", "해협은 깊다 1998년 해도에 따름"],
    ["Deep.[^a] Wide.[^a]\n\n[^a]: One more.\n\n    Two.", "Deep Wide One more Two"],
  ],
  "Table: text": [
    ["Table: Votes by *island*\n\n| Island | Votes |\n| --- | ---: |\n| Yeoul | 12 |", "Table Votes by island Island Votes Yeoul 12"],
    ["표: 득표\n\n| 섬 | 표 |\n| --- | --- |\n| 여울 | 12 |", "표 득표 섬 표 여울 12"],
    ["Tableau : voix\n\n| Île | Voix |\n| --- | --- |\n| Yeoul | 12 |", "Tableau voix Île Voix Yeoul 12"],
    ["جدول: أصوات\n\n| جزيرة | أصوات |\n| --- | --- |\n| يول | 12 |", "جدول أصوات جزيرة أصوات يول 12"],
  ],
  "an empty corner": [["| | Yes | No |\n| --- | --- | --- |\n| Yeoul | 12 | 1 |", "Yes No Yeoul 12 1"]],
  "[mot](lang:fr)": [["They say [le *mot* juste](lang:fr) and [كلمة](lang:ar).", "They say le mot juste and كلمة"]],
  "m^2^": [["20 m^2^ of H~2~O, and x^n^ (a)^1^.", "20 m2 of H2O and xn a 1"]],
  "a last paragraph": [
    ["> We sail.\n>\n> — Seo Ha-rin, *captain*", "We sail Seo Ha rin captain"],
    ["> 우리는 떠난다.\n>\n> — 서하린", "우리는 떠난다 서하린"],
  ],
};

test("each notation of version 2 is tried", () => {
  const [, table] = read("src/bundle/bundle.md").split("**In the text of version 2**");
  const rows = [...table.split("\n\n")[1].matchAll(/^\| (?!written|---)`?([^|`]+)/gm)].map(([, written]) => written);
  assert.equal(rows.length, Object.keys(NOTATION).length);
  for (const written of rows) assert.ok(Object.keys(NOTATION).some((key) => written.startsWith(key)), written);
});

for (const program of Object.keys(programs))
  for (const [notation, sources] of Object.entries(NOTATION))
    test(`${program}: every word of it is there: ${notation}`, () => {
      for (const [source, expected] of sources) {
        holds(shown(program, "text", source), expected, program);
        holds(parseFragment(press.markdown(source)), notation === "Table: text" ? expected.split(" ").slice(1).join(" ") : expected, "here");
      }
    });

// "[^1]: Ibid." is a definition of CommonMark, too, whose address is the word. GFM knows it as the note that it is.
test("a note of a single word is an address elsewhere, and ours is a note", () => {
  const source = "Deep.[^1]\n\n[^1]: Ibid.";
  for (const program of Object.keys(programs)) {
    const [link] = [...elements(shown(program, "text", source))].filter(({ tagName }) => tagName === "a");
    assert.deepEqual([texts(link), attribute(link, "href")], ["^1", "Ibid."], program);
  }
  holds(parseFragment(press.markdown(source)), "Deep 1 Ibid", "here");
});

// The fields that are line Markdown show the same text here and there.
const LINE = "The *ferry* **leaves** `early`, [by the quay](https://paper.example/quay), [à midi](lang:fr), 20 m^2^ of H~2~O";
const PLAIN = "The ferry leaves early by the quay à midi 20 m2 of H2O";
const FIELDS = {
  standfirst: { standfirst: LINE },
  corrections: { corrections: [{ text: LINE }] },
  points: { points: [LINE] },
  quote: { quotes: { q: { text: LINE, source: "S" } } },
  figure: { figures: { q: { src: "a.webp", width: 4, height: 3, alt: "A pier. ", caption: LINE } } },
  media: { media: { q: { type: "video", title: "T", url: "/v", sources: [{ src: "v.mp4" }], caption: LINE } } },
  box: { boxes: { q: { title: LINE } } },
  update: { updates: { q: { title: LINE } } },
};

for (const [part, article] of Object.entries(FIELDS))
  test(`a text of one line reads the same elsewhere: ${part}`, () => {
    const story = press.open(bundle(article, { broadsheet: 2 }));
    const html = story.render(part, ["quote", "figure", "media", "box", "update"].includes(part) ? { id: "q" } : {});
    assert.match(html, /<em>ferry<\/em>/);
    holds(parseFragment(html), PLAIN, "here");
    for (const program of Object.keys(programs)) {
      const tree = shown(program, "line", LINE);
      holds(tree, PLAIN, program);
      const links = [...elements(tree)].filter(({ tagName }) => tagName === "a").map(texts);
      assert.deepEqual(links, ["by the quay", "à midi"], program);
    }
  });
