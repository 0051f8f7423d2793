// upgrade: version 2 shows of its result what version 1 shows of the bundle, byte for byte.
//
//   UPGRADE_SEED=7 UPGRADE_COUNT=100000 node --test tests/node/upgrade.test.mjs
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import commonmark from "commonmark-spec";
import { load } from "../../dist/broadsheet.js";
import { file, folder, quiet, run } from "./command.mjs";
import { full } from "./full-bundle.mjs";
import { examples } from "./spec-file.mjs";

const press = await load();
const root = new URL("../../", import.meta.url);
const SHOWN = ["story", "page", "document"];
const NOW = "2026-06-01T12:00:00Z";

const opened = (layers) => press.open(layers, { now: NOW, furniture: true, document: "page", limits: { jsonDepth: 500 } });

/** What is shown of layers, and the diagnostics by severity and code. */
function shown(layers) {
  const story = opened(layers);
  const html = SHOWN.map((part) => story.render(part));
  const codes = story.diagnostics.map(({ severity, code }) => `${severity} ${code}`);
  story.close();
  return { html, codes };
}

/** Asserts that layers show the same in version 2, and have no error more. */
function same(layers, what) {
  const made = press.upgrade(layers);
  const [before, after] = [shown(layers), shown(made)];
  assert.deepEqual(after.html, before.html, what);
  const errors = ({ codes }) => codes.filter((code) => code.startsWith("error"));
  assert.ok(errors(after).length <= errors(before).length, `${what}: ${errors(after)}`);
  assert.deepEqual(press.upgrade(made), made, what);
  return made;
}

// --- what there is ------------------------------------------------------------------------------------

const isOld = (bundle) => !(Number(bundle?.broadsheet) >= 2);

/** The bundles of version 1 in a folder, as { name, text }. */
const bundles = (place) =>
  readdirSync(new URL(place, root), { recursive: true })
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ name: place + name, text: readFileSync(new URL(place + name, root), "utf8") }))
    .filter(({ text }) => {
      try {
        opened(text).close();
        return isOld(JSON.parse(text));
      } catch {
        return false; // the case of an error, or no bundle
      }
    });

test("each bundle of the examples and each golden of version 1 shows the same", () => {
  const all = [...bundles("examples/"), ...bundles("tests/golden/")];
  assert.ok(all.length > 400, `${all.length}`);
  for (const { name, text } of all) {
    assert.notEqual(same([text], name)[0], text);
  }
});

test("each example of CommonMark and of our own rules is a body that shows the same", () => {
  const rules = readdirSync(new URL("tests/spec/markdown/", root)).filter((name) => name.endsWith(".txt"));
  const all = [...commonmark.tests, ...rules.flatMap((name) => examples(new URL(`tests/spec/markdown/${name}`, root)))];
  const bodies = all.map(({ markdown }) => markdown.replaceAll("→", "\t")).filter((markdown) => markdown.trim());
  const refused = bodies.filter((body) => {
    try {
      same([JSON.stringify(story({ body }))], body);
      return false;
    } catch (error) {
      if (error.code !== "SHAPE") throw error;
      return true;
    }
  });
  // A footnote's definition within a span of code: no backslash is one there.
  assert.deepEqual(refused, ["[^1] [^2]\n\n[^1]: a\n    ```\n    b\n<!-- b -->\n[^2]: c\n    ```\n<!-- d -->\n    **e**\n"]);
  assert.ok(bodies.length > 850, `${bodies.length}`);
});

const story = (fields, more) => ({ article: { id: "1", headline: "Headline", body: "Body.", ...fields }, ...more });

// --- at random -----------------------------------------------------------------------------------------

const NOTATION = [
  ..."[^1]|[^a]|[^1]: |[^1]:|[\\^1]|[\\^1]: /y|[^1 ]|[x][^1]|[^a b]|[^a b]: /z|^2^|m^2^|H~2~O|~~x~~|1^er^|CO~2~를|{|}^2^".split("|"),
  ..."~|^|*|**|_|`|``|```|~~~|\\|&amp;|&#94;|!|(|)|[|]|: |:|— |— x|> |> — z\n|>\n|- |1. |    |  |\n|\n\n|\n|\n\n|\t|\r\n|\r".split("|"),
  ..."[mot](lang:fr)|[a](lang:)|[a](l&#97;ng:fr)|[a](lang\\:fr)|[](quote:x)|[s](slot:top)|[s](slot:no)|<slot:top>|<media:a>".split("|"),
  ..."[r][l]|[l]|[l]: lang:fr|[l]: <slot:top>|[m]|[m]: slot:top|[q](quiz:x)|![— f](figure:a)|![x](figure:a)|[r](related:r)|![^1](/a.png)".split("|"),
  ..."Table: |Table: a\n\n| Tableau\u00a0: |Tableau&nbsp;: v|Any words: |표： x|www.a.example|a@b.example|http://a.example/[^1]|http://a.example/x^2^y~2~|<http://a.example/m^2^>".split("|"),
  "| | b |\n|-|-|\n| c | d |\n", "Table: a\n\n| | b |\n|-|-|\n| c | d |\n", "|a|b|\n|-|-|\n||d|\n", "|", "| ", "|-|-|\n", "\n| <!-- --> | b |\n|-|-|\n",
  "<!-- x -->", "<!--", "-->", "<br>", "<b>", "# ", "---\n", "===\n", "- [x] ", "a", "x", "é", "한국", "東京", "1", "2",
  "—\u00a0y", "\u00a0", "\u2028", "\u0001", "\u200d", "\ufdd0", "\ufffc", "\ufeff", "\u0301",
];

/** Numbers from 0 to 1, the same for a seed. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

test("bundles at random, thick with the notation of version 2, show the same or are refused", (t) => {
  const seed = Number(process.env.UPGRADE_SEED ?? 14);
  const count = Number(process.env.UPGRADE_COUNT ?? 3000);
  const random = numbers(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const thick = () => Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(NOTATION)).join("");
  const maybe = (value) => (random() < 0.3 ? value() : undefined);
  const odd = () => pick([null, 1, "x", "wide", true, [], {}, { a: { text: "x" } }, [{ kind: "warning", text: "x" }]]);
  const keys = (names) => Object.fromEntries(names.split(" ").flatMap((name) => (random() < 0.15 ? [[name, odd()]] : [])));
  let [tried, refused] = [0, 0];
  for (let i = 0; i < count; i++) {
    const bundle = {
      broadsheet: pick([undefined, 1, null, "1", 0, 1.5, {}]),
      article: {
        id: "1", headline: "h", language: pick(["en", "ko", "ar"]), body: thick(), standfirst: maybe(thick), lead: pick(["a", "slot:top", "figure:a", "box:b", undefined]),
        figures: { a: { src: "/a.png", alt: "a", caption: thick(), credit: maybe(thick), ...keys("size url") } },
        related: { r: { headline: "r", url: "/r", ...keys("label") } },
        corrections: [{ date: "2026", text: thick(), ...keys("kind quiet") }],
        alternates: maybe(() => [{ language: "fr", url: "https://a.example/fr", ...keys("label hidden") }, {}]),
        authors: [{ name: "A", ...keys("credit bio place organization quiet"), role: maybe(() => "R"), email: maybe(() => pick(["a@b.example", "x", " "])), url: maybe(() => pick(["/a", "javascript:x"])) }],
        ...keys("status until expires byline media galleries quotes boxes live updates label series rating notices points more comments access"),
      },
      site: { url: "https://a.example/", slots: { top: { label: "x", advertiser: "y" } }, ...keys("ageDays inBody") },
      strings: maybe(() => ({ en: { table: "Any words" } })),
    };
    const layers = [JSON.stringify(bundle, null, pick([0, 1, 2]))];
    let made;
    try {
      opened(layers).close();
    } catch {
      continue; // a text that no version takes
    }
    tried++;
    try {
      made = press.upgrade(layers);
    } catch (error) {
      assert.equal(error.code, "SHAPE", layers[0]);
      refused++;
      continue;
    }
    assert.deepEqual(shown(made).html, shown(layers).html, `seed ${seed}: ${layers[0]}`);
    assert.deepEqual(press.upgrade(made), made);
  }
  t.diagnostic(`seed ${seed}: ${tried} bundles, ${refused} refused`);
  assert.ok(tried > count * 0.8 && refused < tried / 200, `${tried} ${refused}`);
});

// --- what is changed ------------------------------------------------------------------------------------

test("each key that version 1 does not know and version 2 does is moved away", () => {
  const { broadsheet, ...old } = full;
  assert.equal(broadsheet, 2);
  const unknown = (bundle) => opened(JSON.stringify(bundle)).diagnostics.filter(({ code }) => /^KEY_(UNKNOWN|VERSION)$/.test(code)).map(({ pointer }) => pointer);
  assert.ok(opened(JSON.stringify(old)).diagnostics.every(({ code }) => code !== "KEY_UNKNOWN"), "each is told as one of version 2");
  const pointers = unknown(old);
  assert.ok(pointers.length > 30, pointers.join(" "));
  const made = JSON.parse(press.upgrade(JSON.stringify(old)));
  assert.deepEqual(unknown(made), []);
  const at = (pointer) => pointer.split("/").slice(1, -1).reduce((value, key) => value[key.replaceAll("~1", "/").replaceAll("~0", "~")], made);
  for (const pointer of pointers) assert.ok(Object.hasOwn(at(pointer), `_${pointer.split("/").at(-1)}`), pointer);
  same([JSON.stringify(old)], "full");
});

test("an embargo of a bundle whose version cannot be read stays one", () => {
  for (const broadsheet of ["two", true, {}])
    for (const status of [{ status: "embargoed" }, { until: "2030-01-01T00:00:00Z" }, { status: "withdrawn" }, { status: "live", expires: "2020-01-01T00:00:00Z" }])
      assert.ok(!same([JSON.stringify({ ...story(status), broadsheet })], "unread")[0].includes("_"));
  assert.match(press.upgrade(JSON.stringify({ ...story({ status: "embargoed" }), broadsheet: 1 })), /"_status"/);
  assert.match(press.upgrade(JSON.stringify({ ...story({ status: "embargoed" }), broadsheet: -1 })), /"_status"/);
});

test("what is not changed keeps its bytes", () => {
  const layer = '\ufeff {\r\n\t"article" :{"id":1.50e1, "\\u0069d": "x" ,"m\\u0065dia":{}, "body":"\\u005b^1]\\/ \\ud83d\\ude00 m^2^"}, "broadsheet": 1.0, "a":[ ] } ';
  const made = '\ufeff {\r\n\t"article" :{"id":1.50e1, "\\u0069d": "x" ,"_m\\u0065dia":{}, "body":"\\u005b\\\\^1]\\/ \\ud83d\\ude00 m\\\\^2^"}, "broadsheet": 2, "a":[ ] } ';
  assert.equal(press.upgrade(layer), made);
});

for (const { line, markdown: layer, html: made, options } of examples(new URL("tests/spec/upgrade.txt", root))) {
  test(`tests/spec/upgrade.txt:${line}`, () => {
    if (options.includes("--refused")) {
      assert.throws(() => press.upgrade(layer), { code: "SHAPE", pointer: made.trim() });
      return;
    }
    assert.equal(press.upgrade(layer), made);
    assert.equal(press.upgrade(made), made);
  });
}

test("each layer is converted alone, and a list gives a list", () => {
  const layers = [story({ body: "m^2^" }), { site: { ageDays: 3 } }, '{"broadsheet":2}'];
  assert.deepEqual(press.upgrade(layers), layers.map((layer) => press.upgrade(layer)));
  assert.deepEqual(press.upgrade([]), []);
  same(layers.slice(0, 2), "layers");
});

test("the words of a layer of its own make no caption", () => {
  same([JSON.stringify(story({ body: "Talahanayan: a\n\n| b |\n|-|" })), '{"strings":{"en":{"table":"Talahanayan"}}}'], "words");
});

// --- what is refused --------------------------------------------------------------------------------------

test("a text that cannot be written so is refused, with its place", () => {
  const layer = JSON.stringify(story({ body: "x `a\n[^2]: c` d" }));
  assert.throws(() => press.upgrade(["{}", layer]), { code: "SHAPE", layer: 1, pointer: "/article/body", offset: layer.indexOf('"x `'), line: 1 });
});

test("what check refuses is refused in the same way", () => {
  for (const layer of ["", "{", "[1]", "1", "null", '"x"', '{"a":\u0001}', "[".repeat(1 << 20), '{"a":'.repeat(1 << 18), "{}{}", new Uint8Array([0x7b, 0xff, 0x7d])]) {
    const failure = (work) => {
      try {
        work();
      } catch ({ code, pointer, offset, line, column, reason }) {
        return { code, pointer, offset, line, column, reason };
      }
      return undefined;
    };
    const [one, other] = [failure(() => press.upgrade(layer)), failure(() => press.open(layer))];
    assert.ok(one);
    assert.deepEqual(one, other);
  }
  assert.throws(() => press.upgrade("{}", { now: "2026" }), { code: "OPTION", pointer: "/now" });
  assert.throws(() => press.upgrade("{}", { limits: { bundleBytes: 1 } }), { code: "LIMIT" });
  assert.throws(() => press.upgrade(JSON.stringify(story({ body: "> ".repeat(300) + "x" }))), { code: "LIMIT" });
});

test("hostile texts take time in proportion", () => {
  const big = (text, size = 100000) => text.repeat(Math.ceil(size / text.length));
  for (const body of [big("x^a"), big("[^1]: a\n"), big("[^1] m^2^ H~2~O "), big("[x](lang:fr) "), big("> a\n>\n> — b\n\n"), big("Table: a\n\n| | b |\n|-|-|\n\n"), big("[\\^1]: /x\n\n"), big("[l]: lang:fr\n\n"), big("[x](lang\\:fr) ", 10000)]) {
    const started = process.cpuUsage();
    same([JSON.stringify(story({ body }))], body.slice(0, 20));
    const { user, system } = process.cpuUsage(started);
    assert.ok(user + system < 10e6, `${body.slice(0, 20)}: ${(user + system) / 1e6} s`);
  }
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`f${i}`, { src: "a", alt: "b", caption: "*x*\r\n[^1]", ["_".repeat(i % 99) + "size"]: 1 }]));
  same([JSON.stringify(story({ figures: many }))], "figures");
});

// --- the command ------------------------------------------------------------------------------------------

test("the command upgrade writes a bundle, or bundles in their places", () => {
  const old = JSON.stringify(story({ body: "m^2^" }), null, 2);
  const made = press.upgrade(old);
  file("old.json", old);
  file("other.json", '{"site":{}}');
  assert.deepEqual(run(["upgrade", "old.json"]), quiet(made));
  assert.deepEqual(run(["upgrade", "-"], { input: old }), quiet(made));
  assert.deepEqual(run(["upgrade", "old.json", "-o", "new.json"]), quiet(""));
  const read = (name) => readFileSync(`${folder}/${name}`, "utf8");
  assert.equal(read("new.json"), made);
  assert.deepEqual(run(["upgrade", "old.json", "other.json", "--in-place"]), quiet(""));
  assert.deepEqual([read("old.json"), read("other.json")], [made, '{"broadsheet":2,"site":{}}']);
  assert.deepEqual(run(["upgrade", "old.json", "other.json", "--in-place"]), quiet(""));
  assert.deepEqual([read("old.json"), read("other.json")], [made, '{"broadsheet":2,"site":{}}']);
});

test("the command refuses what it cannot do, and writes nothing then", () => {
  file("good.json", '{"site":{}}');
  file("bad.json", "{");
  for (const [args, status, hint] of [
    [["good.json", "bad.json"], 2, /--in-place/],
    [["-", "--in-place"], 2, /standard input/],
    [["good.json", "--in-place", "-o", "x.json"], 2, /--in-place has no effect beside --output/],
    [["good.json", "--now", "2026"], 2, /upgrade takes no --now/],
    [["bad.json"], 3, /^bad\.json:1:2: error JSON /],
    [["missing.json"], 3, /^missing\.json: error FILE /],
    [["good.json", "bad.json", "--in-place"], 3, /^bad\.json:1:2: error JSON /],
  ]) {
    const { status: was, stdout, stderr } = run(["upgrade", ...args]);
    assert.deepEqual([was, stdout], [status, ""], args.join(" "));
    assert.match(stderr, hint);
  }
  assert.equal(readFileSync(`${folder}/good.json`, "utf8"), '{"site":{}}');
});
