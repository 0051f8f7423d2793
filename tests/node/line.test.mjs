// Line Markdown: what the body would make of the same text in a paragraph, and never a block, a picture or a placement.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { load } from "../../dist/broadsheet.js";
import { bundle } from "./bundle.mjs";

const press = await load();
const sentences = JSON.parse(readFileSync(new URL("../spec/sentences.json", import.meta.url), "utf8"));

function made(article, part) {
  const story = press.open(bundle(article, { broadsheet: 2 }));
  const html = story.render(part).replace(/^<\w+[^>]*>\n?|\n?<\/\w+>$/g, "");
  const { diagnostics } = story;
  story.close();
  return { html, diagnostics };
}
const line = (standfirst, more) => made({ standfirst, ...more }, "standfirst");
const paragraph = (body, more) => made({ body, ...more }, "body").html;

test("a sentence is what the body makes of it", () => {
  let compared = 0;
  for (const { language, markdown } of sentences) {
    const [, inside] = /^<p(?: dir="\w+")?>([^]*)<\/p>$/.exec(paragraph(markdown, { language })) ?? [];
    if (inside === undefined || /<(img|p|ul|ol)\b/.test(inside) || /^\s*$/m.test(markdown) || /[\u2066-\u2069]/.test(inside)) continue;
    assert.equal(line(markdown, { language }).html, inside, markdown);
    compared++;
  }
  assert.ok(compared > 400, String(compared));
});

const BLOCKS = ["# a", "a\n===", "a\n---", "---", "***", "- a", "+ a", "* a", "1. a", "1) a\n2) b", "> a", "    a", "\ta", "```\na\n```", "~~~ a", "| a | b |\n| - | - |\n| c | d |", "[a]: /b", "[a]: <b> 'c'\n[a]", "<div>\na\n</div>", "- [ ] a", "---\ntitle: a\n---\nb", "<!--\na\n-->", "a\n\nb"];

test("no text begins a block, alone or below another line", () => {
  for (const block of BLOCKS)
    for (const text of [block, `x\n${block}`, `x\n\n${block}\n\ny`, `*${block}*`, `\r\n ${block}`]) {
      const { html } = line(text);
      assert.doesNotMatch(html, /<(?!\/?(em|strong|code|del|a|br)\b)/, JSON.stringify(text));
      assert.doesNotMatch(html, /[\ufdd0-\ufdef\u00a0]|&nbsp;/, JSON.stringify(text));
    }
});

test("pictures show their text, and are told of; placements are none", () => {
  const seen = line("![a *b*](c.webp) [d](figure:e) ![](f.webp)");
  assert.equal(seen.html, "a b d ");
  assert.deepEqual(seen.diagnostics.map(({ code }) => code), ["LINE_PICTURE", "URL_SCHEME", "LINE_PICTURE"]);
});

test("a no-break space at the start of a line stays", () => assert.equal(line("*a*\n\u00a0*b*").html, "<em>a</em>\n&nbsp;<em>b</em>"));

test("machines get the text without its markup", () => {
  const story = press.open(bundle({ standfirst: "Two *crews* and `one` [boat](/x) &amp; more&#x202E;." }, { broadsheet: 2 }));
  assert.match(story.render("document"), /<meta name="description" content="Two crews and one boat &amp; more\.">/);
  assert.match(story.render("document"), /"description": ?"Two crews and one boat \\u0026 more\."/);
});

test("a text without markup is what the body makes of it", () => {
  for (const text of ["3 * 4", "* a", "a *", "_ b _", "9:30", "a: b", "R & D &", "@ home", "a@ b", "@name", "5~6", "~", "ww", "www", "w.w", "a & b", "50 % : 20", "*", "_", "\u2028x"])
    assert.equal(line(`x ${text}`).html, paragraph(`x ${text}`).replace(/^<p>|<\/p>$/g, ""), text);
});

test("in version 1 a text is plain", () => assert.equal(press.open(bundle({ standfirst: "*a*" })).render("standfirst").includes("<em>"), false));
