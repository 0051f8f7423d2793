// Texts are looked at sixteen bytes at a time: what stands at any place of a step is seen all the same, in the JSON gate,
// in what the reader of bundles takes out, and in the survey of Markdown.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";

const press = await load();
const LETTERS = { Latin: "abcdefghi klmnop rstuvwxyz ABCDEFGHI KLMNOP", Korean: "가나다라 마바사아자 차카타파하 거너더러머 버서" };
const PLACES = Array.from({ length: 24 }, (_, i) => i);
const put = (text, at, what) => text.slice(0, at) + what + text.slice(at);
const article = (more) => JSON.stringify({ article: { id: "1", headline: "H", body: "B", ...more } });

function opened(layer, part) {
  const story = press.open(layer);
  const seen = { html: story.render(part), codes: story.diagnostics.map(({ code }) => code) };
  story.close();
  return seen;
}

for (const [script, letters] of Object.entries(LETTERS)) {
  test(`a control character is refused at each place of a string: ${script}`, () => {
    for (const at of PLACES)
      for (const control of ["\u0000", "\u0001", "\u001f", "\n"]) {
        const layer = put(article({ kicker: letters }), article({ kicker: letters }).indexOf(letters) + at, control);
        const error = assert.throws(() => press.open(layer), ({ code, offset }) => code === "JSON" && offset === Buffer.byteLength(layer.slice(0, layer.indexOf(control))));
        assert.equal(error, undefined);
      }
  });

  test(`a quotation mark ends a string, and a backslash escapes, at each place: ${script}`, () => {
    for (const at of PLACES) {
      assert.match(opened(article({ kicker: put(letters, at, '"\\') }), "kicker").html, new RegExp(put(letters, at, '"\\\\\\\\').replaceAll("\\\\\\\\", "\\\\")));
      assert.throws(() => press.open(article({ kicker: letters }).replace(letters, put(letters, at, '"'))), { code: "JSON" });
    }
  });

  test(`controls and overrides are taken out at each place, and told: ${script}`, () => {
    const whole = { kicker: opened(article({ kicker: letters }), "kicker").html, body: opened(article({ body: letters }), "body").html };
    for (const at of PLACES)
      for (const [what, code] of [["\u0007", "TEXT_CONTROL"], ["\u007f", "TEXT_CONTROL"], ["\u0086", "TEXT_CONTROL"], ["\u202e", "TEXT_DIRECTION"]])
        for (const field of ["kicker", "body"]) {
          const { html, codes } = opened(article({ [field]: put(letters, at, what) }), field);
          assert.equal(html, whole[field], `${field} ${at} ${JSON.stringify(what)}`);
          assert.ok(codes.includes(code), `${field} ${at} ${codes}`);
        }
  });

  test(`what ends a line is white space at each place: ${script}`, () => {
    for (const at of PLACES)
      for (const what of ["\u000b", "\u000c", "\u0085", "\u2028", "\u2029"])
        for (const field of ["kicker", "body"]) {
          const { html, codes } = opened(article({ [field]: `a${put(letters, at, what)}b` }), field);
          assert.equal(html, opened(article({ [field]: `a${put(letters, at, " ")}b` }), field).html, `${field} ${at} ${JSON.stringify(what)}`);
          assert.deepEqual(codes, [], `${field} ${at}`);
        }
  });

  test(`a definition counts as a link at each place of a line: ${script}`, () => {
    for (const at of PLACES) {
      const source = `${put(letters, at, "]:")}\n\n${letters}`;
      assert.equal(typeof press.markdown(source, { limits: { links: 1 } }), "string");
      assert.throws(() => press.markdown(`${source}${source}`, { limits: { links: 1 } }), { code: "LIMIT" });
    }
  });
}
