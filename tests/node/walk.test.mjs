// The list of elements and attributes, src/output.json: every golden is on it, all of it is used, each rule is documented,
// and the walk that says so sees what is not on it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse, parseFragment } from "parse5";
import { load } from "../../dist/broadsheet.js";
import { goldens } from "../golden/cases.mjs";
import { LANGUAGES } from "./expected-words.mjs";
import { offences, parse5Reader, rules, withHole } from "../attack/walk.mjs";
import { advised } from "./advice.mjs";

const test = advised(`The list of all that a part may write, src/output.json, and what the goldens hold do not agree.
An element or attribute that is new and safe: add it to src/output.json, with a rule of src/output.md for its value, and to
the row of that rule in src/threats.md. What the list has and no golden shows: take it out, or add a golden that shows it
(tests/golden/PART/CASE.json, then node tests/golden/accept.mjs). A new rule: tests/attack/walk.mjs and src/output.md.`);

const read = (path) => readFileSync(new URL(`../../src/${path}`, import.meta.url), "utf8");
const list = JSON.parse(read("output.json"));
const press = await load();
const cases = goldens().filter(({ html }) => html?.length);
const used = new Set();

function walk(html, part, how = {}) {
  const whole = part === "document";
  const tree = (whole ? parse : parseFragment)(html);
  return offences(tree, { reader: parse5Reader, list, parts: press.parts, whole, ...how });
}

for (const { title, part, html, options } of cases) {
  test(`on the list: ${title}`, () => {
    const seen = (...what) => used.add(what.slice(0, 2).join(" "));
    assert.deepEqual(walk(html.toString(), part, { prefix: options?.idPrefix, seen }), []);
  });
}

// A part alone, for a paper in other words, and with its headline deeper in the page.
test("on the list: the goldens in each language of the words, and on each level of headings", () => {
  for (const { part, json, id, options } of cases) {
    for (let i = 0; i < Math.max(6, LANGUAGES.length); i++) {
      const story = press.open(json, { ...options, locale: LANGUAGES[i % LANGUAGES.length], headingBase: (i % 6) + 1, provenance: true });
      const html = story.render(part, id === undefined ? undefined : { id });
      story.close();
      const seen = (...what) => used.add(what.slice(0, 2).join(" "));
      assert.deepEqual(walk(html, part, { prefix: options?.idPrefix, seen }), []);
    }
  }
});

test("all of the list is used", () => {
  // What behaviours add is in no golden: tests/browser/xss.test.mjs.
  const listed = [list.parts, list.document].flatMap((group) =>
    Object.entries(group).flatMap(([element, attributes]) => ["", ...Object.keys(attributes)].map((name) => `${element} ${name}`)),
  );
  assert.deepEqual(listed.filter((one) => !used.has(one)), []);
});

test("a glyph is one path, and nothing else of SVG", () => {
  const glyphs = cases.flatMap(({ html }) => [...html.toString().matchAll(/<svg\b[^]*?<\/svg>/g)].map(([glyph]) => glyph));
  assert.ok(new Set(glyphs).size >= 10);
  for (const glyph of glyphs) assert.match(glyph, /^<svg class="bs-glyph" aria-hidden="true" width="20" height="20" viewBox="0 0 24 24"><path d="[^"<>&]+"><\/path><\/svg>$/);
});

test("every rule is documented, and no other", () => {
  const documented = [...read("output.md").matchAll(/^\| `([a-z]+)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(documented.sort(), [...rules].sort());
  const named = Object.values(list).flatMap((group) => Object.values(group).flatMap((attributes) => Object.values(attributes)));
  const missing = new Set(named.filter((rule) => typeof rule === "string"));
  assert.deepEqual([...missing].sort(), [...rules].sort());
});

test("with one hole in the list, be it any, the walk of the goldens fails", () => {
  const trees = cases.map(({ part, html, options }) => ({
    tree: (part === "document" ? parse : parseFragment)(html.toString()),
    how: { reader: parse5Reader, parts: press.parts, whole: part === "document", prefix: options?.idPrefix },
  }));
  const holds = (other) => trees.every(({ tree, how }) => offences(tree, { ...how, list: other }).length === 0);
  assert.ok(holds(list));
  // What only behaviours make, tests/browser/frames.test.mjs looks at.
  const elements = [list.parts, list.document].flatMap((group) => Object.keys(group));
  assert.deepEqual(elements.filter((element) => holds(withHole(list, element))), []);
  for (const [element, attribute] of [["a", "href"], ["img", "srcset"], ["div", "class"], ["section", "lang"]])
    assert.equal(holds(withHole(list, element, attribute)), false, `${element} ${attribute}`);
});

for (const [what, html] of Object.entries({
  "an element": "<p><blink>x</blink></p>",
  "an attribute": '<p class="bs-x" onclick="x">x</p>',
  "a style": '<p style="color: red">x</p>',
  "a foreign element": "<svg><a href='x'>x</a></svg>",
  "a template's content": "<template><p>x</p></template>",
  "a comment": "<p>x<!-- x --></p>",
  "a control character": "<p>a\u0001b</p>",
  "a script": "<script>alert(1)</script>",
  "a script of JSON outside of a document": '<script type="application/ld+json">{}</script>',
  "another class": '<p class="sidebar">x</p>',
  "an id without the prefix": '<h2 id="location">x</h2>',
  "an id twice": '<h2 id="bs-a">x</h2><h3 id="bs-a">x</h3>',
  "an id that is not there": '<section aria-labelledby="bs-a">x</section>',
  "a name": '<img name="body" src="x" alt="">',
  "a field in the place of a form's own": '<input type="search" name="attributes">',
  "much to keep in the browser": `<aside data-bs-notice="${"x".repeat(129)}">x</aside>`,
  "an address that runs": '<a href="javascript:alert(1)">x</a>',
  "an address in another spelling": '<a href="JaVa&Tab;script:alert(1)">x</a>',
  "an address with data": '<img src="data:image/svg+xml,x" alt="">',
  "a mail address for a picture": '<img src="mailto:a@b.example" alt="">',
  "a user name": '<a href="https://bank.example@evil.example/">x</a>',
  "a backslash": '<a href="/\\evil.example/">x</a>',
  "a second address in a srcset": '<img src="x" srcset="a 1w,javascript:x 2w" alt="">',
  "a language that is none": '<p lang="en&quot;x">x</p>',
  "a provenance of another form": '<p data-bs-provenance="0-2-0&amp;">x</p>',
  "another direction": '<p dir="auto">x</p>',
  "a role": '<p role="alert">x</p>',
})) {
  test(`the walk sees ${what}`, () => assert.notDeepEqual(walk(html, "story"), []));
}

test("the walk of a document sees a script that could end, and a policy in the head", () => {
  const page = (head) => `<!DOCTYPE html><html><head>${head}</head><body></body></html>`;
  const script = (json) => page(`<script type="application/ld+json">${json}</script>`);
  assert.deepEqual(walk(script('{"a":1}'), "document"), []);
  assert.notDeepEqual(walk(script('{"a":"<!--"}'), "document"), []);
  assert.notDeepEqual(walk(script("alert(1)"), "document"), []);
  assert.notDeepEqual(walk(page('<meta http-equiv="refresh" content="0">'), "document"), []);
  assert.notDeepEqual(walk(page('<base href="https://evil.example/">'), "document"), []);
});
