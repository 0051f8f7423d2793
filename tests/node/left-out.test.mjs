// Characters that are left out of a body, or become U+FFFD, are told where they stand, whatever they stand in: with the
// line, and with bytes that are those characters, or the reference or the link that holds them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";

const press = await load();
const LEFT_OUT = {
  "U+0000": "\0",
  "half of a pair": "\ud800",
  control: "\u0001",
  "C1 control": "\u0081",
  override: "\u202e",
  marks: `e${"\u0301".repeat(9)}`,
  noncharacter: "\uffff",
  "another noncharacter": "\ufdd0",
  tag: "\u{e0001}",
  deprecated: "\u206a",
  "reference to U+0000": "&#0;",
  "reference to half of a pair": "&#xD800;",
  "reference past the last character": "&#x110000;",
  "reference to a control": "&#1;",
  "reference to a noncharacter": "&#xffff;",
  "reference to an override": "&#x202e;",
};
const PLACES = {
  paragraph: "첫 줄\n\nx@y",
  emphasis: "\n\na **b@c** d",
  heading: "\n\n## x@y",
  cell: "| a |\n|-|\n| x@y |",
  link: "\n\n[x@y](/a)",
  title: '\n\n[x](/a "t@u")',
  "title of a definition": "[a] b\n\n[a]: /x 'q@r'",
  "alternative text": "\n\n![x@y](/a.png)",
  note: "a[^1]\n\n[^1]: x@y",
  item: "- z\n\n- x@y",
  quotation: "> a\n>\n> x@y",
  caption: "a\n\nTable: x@y\n\n|a|\n|-|\n",
  raised: "\n\nm^x@y^",
  language: "\n\n[x@y](lang:fr)",
  struck: "\n\n~~x@y~~",
  code: "\n\n`x@y`",
  fence: "\n```\nx@y\n```",
};

const toldOf = (field, value) => {
  const story = press.open({ broadsheet: 2, article: { id: "a", headline: "H", body: "b", [field]: value } });
  const told = story.diagnostics.filter(({ code }) => /^TEXT_(CONTROL|DIRECTION|MARKS|INVISIBLE|REPLACED)$/.test(code));
  story.close();
  return told;
};

for (const [place, markdown] of Object.entries(PLACES))
  test(`in a body: ${place}`, () => {
    for (const [name, characters] of Object.entries(LEFT_OUT)) {
      if ((place === "code" || place === "fence") && characters.startsWith("&")) continue;
      const body = markdown.replace("@", characters);
      const told = toldOf("body", body);
      assert.equal(told.length, 1, name);
      const [{ pointer, range }] = told;
      assert.equal(pointer, "/article/body");
      assert.ok(range, name);
      const text = body.replaceAll("\0", "\ufffd").toWellFormed();
      const bytes = Buffer.from(text);
      const part = bytes.subarray(range.start, range.end).toString();
      const expected = characters.startsWith("&") || place.startsWith("title") ? null : characters.replaceAll("\0", "\ufffd").toWellFormed();
      if (expected) assert.ok(part === expected || part === "\u0301", `${name}: ${JSON.stringify(part)}`);
      else if (place !== "title of a definition") assert.ok(part === "\u0301" || part.includes(characters.replaceAll("\0", "\ufffd").toWellFormed()), `${name}: ${JSON.stringify(part)}`);
      assert.equal(range.line, bytes.subarray(0, range.start).toString().split("\n").length, name);
    }
  });

test("in a text of one line, and in a plain one", () => {
  for (const field of ["headline", "standfirst"])
    for (const [name, characters] of Object.entries(LEFT_OUT)) {
      if (field === "headline" && characters.startsWith("&")) continue;
      const told = toldOf(field, `가 나${characters}다`);
      assert.equal(told.length, 1, `${field}: ${name}`);
      assert.equal(told[0].range?.start, characters === LEFT_OUT.marks ? 8 + 16 : 7, `${field}: ${name}`);
      assert.equal(told[0].range.line, 1);
    }
});

test("of an escape in a key the whole value is told", () => {
  const [told] = toldOf("a\0b", "c");
  assert.equal(told, undefined); // the key is not known, and is told as such
  const story = press.open('{"article":{"id":"a","headline":"H","body":"b","figures":{"a\\u0000":{"src":"/a.png","alt":""}}}}');
  const one = story.diagnostics.find(({ code }) => code === "TEXT_REPLACED");
  assert.equal(one.range, null);
  assert.match(one.pointer, /^\/article\/figures\/a/);
  story.close();
});
