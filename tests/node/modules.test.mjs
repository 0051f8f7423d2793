// The small modules of src/wasm/modules.def: each gives the bytes that the whole gives, or fails. What fails is the little
// that a small module is meant to lack.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";
import { entityNames } from "../../src/text/entities.mjs";
import { modules } from "../../src/wasm/modules.mjs";
import { order, reordered } from "../../src/wasm/order.mjs";
import { languages } from "../../web/languages.mjs";
import { partsByModule } from "../../web/parts.mjs";
import { goldens, renderGolden } from "../golden/cases.mjs";
import { bundle } from "./bundle.mjs";

const bytes = (file) => readFileSync(new URL(`../../dist/${file}`, import.meta.url));
const whole = await load();
const cases = goldens();
const small = modules.slice(0, -1);
const [story] = small;
const RARE = "&NotEqualTilde; and &zwnj;";

// Rare Markdown, which the modules before that of RICH lack (src/base/module.h), and what only looks like it.
const RARE_MARKDOWN = {
  "a table": ["| a | b |\n|---|---|\n| 1 | 2 |", "a|b\n:-|-:", "> a\n> -|-\n", "One\n| a |\n|-|\n", "- a\n  |-|", "a\n- | -"],
  "a fenced block": ["```\na\n```", "~~~ js\na", "> ```\n> a", "- a\n\n  ```\n  b", "a\n```\nb"],
  "an indented block": ["    a", "a\n\n\tb", "- a\n\n      b", "1.      a", ">     a"],
  "a task": ["- [x] a", "1. [ ] a", "* [X]\ta"],
  "struck out": ["~~a~~", "a ~~b", "가~~나~~다"],
  "a definition": ["[a]: /b\n\n[a]", "[a]\n\n[a]: https://b.example \"c\"", "[^1]: a", "> [a]: /b", "a\n[b]: /c"],
  "a link to a heading": ["# a\n\n[b](#a)", "[b](<#c>)", "> [b](#%61 \"t\")"],
  "a title": ["[a](/b \"c\")", "![a](/b 'c')", "a [b](</c>\n(d)) e", "> [a](b\n> \"c\")", "- [a](b\n  \"c\")"],
  "an address in angle brackets": ["<https://a.example>", "a <b:>", "<me@a.example> b", "<mailto:me@a.example>", "한<x+y:z>"],
  "a date that begins a line": ["1. 17. a", "> 3. 1. b", "- 12) 3. c", "1. a\n2. 3. b"],
  "numbers that do not ascend": ["1. a\n3. b", "5. a\n5. b", "2) a\n1) b", "- 1. a\n  4. b"],
  "a comment": ["a<!-- b -->c", "<!-- a -->", "- <!--\n- a", "> a\n> <!-- b -->"],
  "front matter": ["---\na: b\n---\n\nc", "+++\na = 1\n+++\n\nb"],
  "a rare character": ["a\u0001b", "a\u007f", "a\u0085b", "a\u2028b", "a\u2029b", "a\ufdd0b", "a\ufffcb", "*\ufffc*", "\ufeffa", "a\u0090"],
};
const LOOKS_RARE = /\d[.)] +\d+[.)]|\]\([^)]*(?:\s|\\n)(?:\\"|['(])|<[^ <>]*[:@][^ <>]*>|\]\(<?#|&[A-Za-z]|~~|```|<!--|\]:|\[[ x]\]|-\||\\n {4}|"body": "---|"broadsheet": 2|[\u2028\ufdd0\ufffc]|\\u00/; // in the JSON of a golden
// What the modules before WORLD lack beside: words of some languages, letters of rare scripts (src/text/scripts.h).
const WORLD = modules.findIndex(({ name }) => name === "WORLD");
const FOREIGN = ["ar", "fr"];
const RARE_LETTER = /[\u200e\u200f\u2066-\u2069\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe\u0590-\u10ff\u1200-\u1dff\u2c00-\u2dff\ua4d0-\ua95f\ua980-\uabff\u{10000}-\u{1efff}]/u;
const LACKED_BEFORE_WORLD = `${LOOKS_RARE.source}|"direction": "rtl"|"language": "(?:ar|fr|he|fa|ur|yi|iw)\\b|${RARE_LETTER.source}`;
const LACKED_BY_STORY = `${LACKED_BEFORE_WORLD}|"strings"`; // words of the paper's own
const COMMON_MARKDOWN = [
  "a | b", "10~20 a", "가~나 *다*", "- a\n\n  b\n- c", "a\n    b", "`a` ``b`` `|-|`", "[a] [b](/c) [d][e]", "a [b]\n\n[c](/d): e", "# a\n\n---\n\nb",
  "a\n===\n\nb\n---", "a<br>b < c: d > e", "<b> c@d.example</b>", "<a:b c>", "[a]( /b ) [c](</d>)", "[a]() (\"b\")", "1. a\n2. b\n   - c", "1. a\n1. b\n1. c", "7) a\n8) b", "3.1. a", "1. 2", "![a](/b.png)", "> *a* **가**나", "a\u00a0b\u3000c", "a**(가)**나 **“한국”**은 a*₩1*b", "😀️ \u200d", "\\~\\`\\[a\\]", "[x] a b".replace("[x]", "[xy]"),
];

// Of which texts are made by chance, the rare ones last.
const PIECES = ["a", "word", "한국", "은", "。", " ", "  ", "\n", "\n\n", "\n\n", "*", "**", "_", "__", "~", "`", "``", "[", "]", "(", "](http://a.example/)", "](/b \"t\")", "![a](/p.png)", "> ", "- ", "+ ", "* ", "1. ", "2) ", "17. ", "# ", "===", "---", "***", "\\", "&amp;", "&copy;", "<", ">", "<br>", "http://a.example/x_y", "https://한국.kr/길", "www.a.example", "me@a.example", "<http://c.example>", "|", ".", "\"", "’", "\t", "    ", "  \n", "1", "é", "א", "\u3000", "\ufe0f", "[x](#)", "\r\n", "~~", "```", "<!--", "-->", "[x]: /y", "- [x] ", "|-", "\u0001", "\u2028", "\ufdd0", "\ufffc", "+++", "key: v"];

/** JSON without its escapes of what is beyond ASCII. */
const unescaped = (json) => String(json).replace(/\\u([0-9a-f]{4})/gi, (_, digits) => String.fromCharCode(parseInt(digits, 16)));

/** What render gives, or null when the call fails. */
function attempt(work) {
  try {
    return work();
  } catch (error) {
    assert.equal(error.name, "BroadsheetError");
    return null;
  }
}

test("languages of rare scripts are known by their tags", () => {
  for (const language of languages.filter((tag) => !/^(ar|fr)$/.test(tag))) {
    const { script } = new Intl.Locale(language).maximize();
    assert.match(script, /^(Arab|Aran|Hebr|Syrc|Thaa|Ethi|Beng|Tibt|Cher|Deva|Gujr|Geor|Khmr|Knda|Laoo|Mlym|Mymr|Orya|Guru|Olck|Sinh|Taml|Telu|Thai|Mtei)$/, language);
  }
  assert.ok(languages.includes("ar") && languages.includes("fr") && languages.includes("hi") && !languages.includes("ko"));
});

test("the order of functions has each once, and stands in the text in place of the other", () => {
  const places = order(bytes(story.file));
  assert.ok(places.length > 200);
  assert.deepEqual([...places].sort((a, b) => a - b), [...places.keys()]);
  const text = "(module\n (func $0\n  a\n )\n (func $1\n )\n (func $2 (result i32)\n  c\n )\n ;; end\n)\n";
  assert.equal(reordered(text, [2, 0, 1]), "(module\n (func $2 (result i32)\n  c\n )\n (func $0\n  a\n )\n (func $1\n )\n ;; end\n)\n");
  assert.throws(() => reordered(text, [1, 0]), /3 functions in the text, 2 in the module/);
});

test("the table has the whole last, with all exports", async () => {
  assert.equal(modules.at(-1).file, "broadsheet.wasm");
  for (const { file, exports } of modules) {
    const module = await WebAssembly.compile(bytes(file));
    assert.deepEqual(WebAssembly.Module.imports(module), []);
    const given = WebAssembly.Module.exports(module).map(({ name }) => name);
    assert.deepEqual(given.filter((name) => name.startsWith("broadsheet_")).sort(), [...exports].sort());
  }
});

for (const [place, { name, file }] of small.entries()) {
  const press = await load(bytes(file));
  const has = partsByModule.slice(0, place + 1).flat();
  const hasRare = name === "RICH";
  const hasWorld = place >= WORLD;
  const lacked = hasRare ? /&[A-Za-z]/ : hasWorld ? LOOKS_RARE : RegExp(name === story.name ? LACKED_BY_STORY : LACKED_BEFORE_WORLD, "u");

  for (const one of cases) {
    test(`${name}: ${one.title}`, () => {
      const got = attempt(() => Buffer.from(renderGolden(press, one)));
      if (got) assert.equal(got.toString(), one.html.toString());
      if (!has.includes(one.part)) return assert.equal(got, null);
      // What it has, it renders, but where the body has a rare entity or rare Markdown, or what the modules before WORLD lack
      // beside; and what version 2 of the format has added, in the module for that. Only servers ask what HTML was made from.
      if (!got && !one.options?.provenance) assert.match(`${one.json} ${unescaped(one.json)} "language": "${one.options?.locale}"`, lacked);
    });
  }

  test(`${name} tells that there are diagnostics wherever the whole has errors`, () => {
    for (const one of cases) {
      const opened = attempt(() => press.open(one.json, one.options));
      if (!opened) continue;
      const right = whole.open(one.json, one.options);
      for (const fact of ["title", "language", "direction"]) assert.equal(opened[fact], right[fact]);
      // It does not look for all that is to be told; who asks, asks the whole.
      if (right.diagnostics.some(({ severity }) => severity === "error")) assert.notEqual(opened.diagnostics.length, 0, one.title);
      // The story's module also says so of what it does not read, since that could hold something.
      else if (name !== story.name && !right.diagnostics.length) assert.equal(opened.diagnostics.length, 0, one.title);
      opened.close();
      right.close();
    }
  });

  test(`${name} has the common entities, and fails for each other`, () => {
    const common = new Set(entityNames(hasWorld ? "common" : "few"));
    for (const entity of entityNames("all")) {
      const made = attempt(() => press.open(bundle({ body: `It is {&${entity};}.` })));
      assert.equal(Boolean(made), common.has(entity), entity);
      if (!made) continue;
      const right = whole.open(bundle({ body: `It is {&${entity};}.` }));
      assert.equal(made.render("body"), right.render("body"));
      right.close();
      made.close();
    }
    assert.equal(attempt(() => press.open(bundle({ body: RARE }))), null);
  });

  test(`${name} compares the labels of links as the whole does, or fails`, () => {
    let made = 0;
    const characters = [[0x21, 0x17f], [0x370, 0x58f], [0x600, 0x610], [0x10a0, 0x10a8], [0x2010, 0x2020], [0x2126, 0x212b], [0xac00, 0xac08], [0xa640, 0xa648]];
    for (const [first, last] of characters) {
      for (let c = first; c <= last; c++) {
        const letter = String.fromCharCode(c);
        const layer = bundle({ body: `[x${letter.toLowerCase()}y] *${letter}*a\n\n[x${letter}y]: https://a.example/` });
        const opened = attempt(() => press.open(layer));
        if (!opened) continue;
        made++;
        const right = whole.open(layer);
        assert.equal(opened.render("body"), right.render("body"), c.toString(16));
        opened.close();
        right.close();
      }
    }
    if (hasRare) assert.ok(made > 250, `${made} were rendered`);
    else assert.equal(made, 0);
  });

  test(`${name} ${hasRare ? "has" : "lacks"} rare Markdown, and has all other`, () => {
    const same = (body) => {
      const opened = attempt(() => press.open(bundle({ body })));
      if (!opened) return false;
      const right = whole.open(bundle({ body }));
      assert.equal(opened.render("body"), right.render("body"), body);
      opened.close();
      right.close();
      return true;
    };
    for (const [what, bodies] of Object.entries(RARE_MARKDOWN)) for (const body of bodies) assert.equal(same(body), hasRare, `${what}: ${body}`);
    for (const body of COMMON_MARKDOWN) assert.ok(same(body), body);
    let seed = 1;
    const random = (n) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % n;
    let made = 0;
    for (let i = 0; i < 3000; i++) {
      let body = "";
      for (let count = 1 + random(i % 4 ? 12 : 40); count; count--) body += PIECES[(random(2 ** 20) >> 4) % (i % 2 ? PIECES.length : PIECES.indexOf("~~"))];
      made += same(body);
    }
    assert.ok(made > 1000, `${made} were rendered`);
  });

  test(`${name} speaks each language${hasWorld ? "" : " but those of which it has no words"}`, () => {
    for (const locale of ["en", "ko", "xx", ...FOREIGN]) {
      if (!hasWorld && FOREIGN.includes(locale)) {
        assert.equal(attempt(() => press.open(bundle(), { locale })), null);
        continue;
      }
      const layers = bundle({ corrections: [{ text: "A word.", date: "2026-01-02" }], tags: [{ label: "Boats" }], modified: "2026-03-04T05:06:00+09:00" });
      const [made, right] = [press, whole].map((one) => one.open(layers, { locale, now: "2026-05-06T07:08:00Z" }));
      assert.equal(made.render("story"), right.render("story"));
      made.close();
      right.close();
    }
  });

  test(`${name} judges each character as the whole does, or has no letter of its script`, () => {
    let made = 0;
    for (let first = 0xa0; first < 0x21000; first += 32) {
      const letters = Array.from({ length: 32 }, (_, i) => String.fromCodePoint(first + i)).filter((letter) => letter.isWellFormed());
      const body = letters.map((letter) => `a*${letter}x*b a**x${letter}**b q${letter.repeat(10)}`).join("\n\n");
      const opened = attempt(() => press.open(bundle({ body })));
      const rare = LOOKS_RARE.test(letters.join("")) || letters.some((letter) => /^[\x80-\x9f\ufdd0-\ufdef\ufff9-\uffff\u{1fffe}\u{1ffff}\ufeff]$/u.test(letter));
      if (!opened) assert.ok(rare || (!hasWorld && RARE_LETTER.test(letters.join(""))), first.toString(16));
      if (!opened) continue;
      const right = whole.open(bundle({ body }));
      assert.equal(opened.render("body"), right.render("body"), first.toString(16));
      opened.close();
      right.close();
      made++;
    }
    assert.ok(made > (hasWorld ? 4000 : 1800), `${made} were rendered`);
  });

  test(`${name} shows each character in a plain text as the whole does, or has none of its script there`, () => {
    const hasLabels = name !== story.name; // of scripts in use
    let made = 0;
    for (let first = 0xa0; first < 0x21000; first += 32) {
      const letters = Array.from({ length: 32 }, (_, i) => String.fromCodePoint(first + i)).filter((letter) => letter.isWellFormed());
      if (!letters.length) continue;
      const layer = bundle({ headline: letters.map((letter) => `a${letter}x${letter.repeat(10)}`).join(" "), kicker: letters.join(""), body: "Fine." });
      const opened = attempt(() => press.open(layer));
      const headline = opened && attempt(() => opened.render("headline") + opened.render("kicker"));
      const rare = RARE_LETTER.test(letters.join("")) && !(hasLabels && first < 0x1800);
      if (headline === null) assert.ok(rare && !hasWorld, first.toString(16));
      else {
        const right = whole.open(layer);
        assert.equal(headline, right.render("headline") + right.render("kicker"), first.toString(16));
        right.close();
        made++;
      }
      opened?.close();
    }
    assert.ok(made > (hasWorld ? 4100 : hasLabels ? 1980 : 1800), `${made} were rendered`);
  });

  if (has.includes("search"))
    test(`${name} ${hasWorld ? "knows the names" : "ends at most names"} that a form has of its own, and takes others`, () => {
      const search = (one, parameter) => {
        const opened = attempt(() => one.open(bundle({}, { site: { search: { action: "/search", parameter } } })));
        const made = opened && opened.render("search");
        opened?.close();
        return made;
      };
      for (const [, kind, taken] of readFileSync(new URL("../../src/bundle/form_names.def", import.meta.url), "utf8").matchAll(/(START|NAME)\("(\w+)"\)/g)) {
        assert.equal(search(press, taken), hasWorld || kind === "START" ? search(whole, taken) : null, taken);
        for (const other of [`${taken}x`, taken.slice(0, -1)]) assert.ok([search(whole, other), null].includes(search(press, other)), other);
      }
      for (const common of ["q", "query", "search", "keyword", "k", "s", "searchText", "searchWord", "kwd", "term", "word", "text", "input", "content"])
        assert.equal(search(press, common), search(whole, common), common);
    });

  test(`${name} fails where the whole fails`, () => {
    for (const layer of ["{", "[]", "{}", '{"article":{"id":"1"}}', "\xFF", `{"article":{"id":"1","headline":"h","body":"${"a".repeat(1 << 22)}"}}`]) {
      assert.equal(attempt(() => whole.open(layer)), null);
      assert.equal(attempt(() => press.open(layer)), null);
    }
    assert.equal(attempt(() => press.open(bundle(), { now: "yesterday" })), null);
    assert.equal(attempt(() => press.open(bundle()).render("no-such-part")), null);
  });
}
