// Which WebAssembly module an element loads: the smallest that has its part, a larger one for what that lacks. What it
// shows and tells is the whole's, byte for byte.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { modules } from "../../src/wasm/modules.mjs";
import { element, html, press, run, site } from "./element.mjs";
import { bundle } from "./harness.mjs";

const file = (name) => readFileSync(new URL(`../../examples/bundles/${name}.json`, import.meta.url), "utf8");
const page = (body, head = '<script type="module" src="/broadsheet/define.js"></script>') => `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const part = (attributes) => `<broadsheet-part ${attributes}></broadsheet-part>`;

for (const name of ["summit", "site", "haenyeo", "site-ko", "edition/site-en", "edition/lists-en"]) site.pages[`/${name}.json`] = file(name);
site.pages["/rare.json"] = bundle({ body: "A rare sign: &NotEqualTilde; and a common one: &copy;." });
site.pages["/table.json"] = bundle({ body: "| a | b |\n|---|---|\n| 1 | 2 |" });
site.pages["/faulty.json"] = bundle({ headlin: "x", tags: ["a tag is an object"], body: "Fine." });
beforeEach(() => (site.requests.length = 0));

const STORY = ["broadsheet.story.wasm"];
const PAGE = ["broadsheet.page.wasm"];
const WORLD = ["broadsheet.world.wasm"];
const RICH = ["broadsheet.rich.wasm"];
const WHOLE = ["broadsheet.wasm"];

/** The files of modules that were fetched, in the order of the table. */
const fetched = () => modules.map(({ file }) => file).filter((file) => site.count(`/broadsheet/${file}`));
const once = () => modules.forEach(({ file }) => assert.ok(site.count(`/broadsheet/${file}`) <= 1, `${file} was fetched twice`));

/** Opens a page and waits until all its elements are ready. */
async function visit(t, body, head) {
  const seen = await run(t, page(body, head));
  await seen.page.evaluate(async () => {
    const nodes = [...document.querySelectorAll("broadsheet-article, broadsheet-part")];
    await Promise.all(nodes.map(async (node) => (await customElements.whenDefined(node.localName), node.rendered)));
  });
  once();
  return seen;
}

/** The same part from the whole module. */
function right(layers, name, options, id) {
  const story = press.open(layers, options);
  const made = { html: story.render(name, id), diagnostics: story.diagnostics };
  story.close();
  return made;
}

test("a story takes the story's module alone, in each language", async (t) => {
  for (const [paper, story] of [["site", "summit"], ["site-ko", "haenyeo"]]) {
    site.requests.length = 0;
    const seen = await visit(t, element(`site="${paper}.json" src="${story}.json"`));
    assert.deepEqual(fetched(), STORY);
    assert.equal(await html(seen), right([file(paper), file(story)], "story").html);
  }
});

test("a language that the smaller modules have no words of, or no letters, takes the module WORLD at once", async (t) => {
  site.pages["/fr.json"] = bundle({ language: "fr" });
  site.pages["/hi.json"] = bundle({ headline: "पुल", body: "यह **पुल**।" });
  for (const [attributes, around, story] of [['locale="fr"', "", "fr"], ["", "FR-ca", "fr"], ["", "hi", "hi"]]) {
    site.requests.length = 0;
    const seen = await visit(t, `<div lang="${around}">${element(`src="${story}.json" ${attributes}`)}</div>`);
    assert.deepEqual(fetched(), WORLD, `${attributes} ${around}`);
    assert.equal(await html(seen), right(site.pages[`/${story}.json`], "story", attributes ? { locale: "fr" } : {}).html);
  }
});

test("a page of such a language takes that module alone; a link to an edition in one wants none", async (t) => {
  site.pages["/links.json"] = JSON.stringify({ site: { name: "Daily", footer: [{ label: "عربي", url: "/ar", language: "ar" }, { label: "ไทย", url: "/th" }] } });
  const layers = [site.pages["/links.json"], site.pages["/story.json"]];
  for (const [language, modules] of [["ar", WORLD], ["en", PAGE]]) {
    site.requests.length = 0;
    const seen = await visit(t, `<div lang="${language}">${element(`fragment="page" locale="${language}" site="links.json" src="story.json"`)}</div>`);
    assert.deepEqual(fetched(), modules, language);
    assert.equal(await html(seen), right(layers, "page", { locale: language }).html);
  }
});

test("words of the paper's own take the page's module, in a language of the world that module", async (t) => {
  const words = { corrections: "What we got wrong" };
  site.pages["/words.json"] = JSON.stringify({ strings: { en: words, fr: words } });
  site.pages["/own.json"] = bundle({ corrections: [{ text: "A word.", date: "2026-01-02" }] });
  for (const [locale, modules] of [["en", PAGE], ["fr", WORLD]]) {
    site.requests.length = 0;
    const seen = await visit(t, element(`src="own.json" strings="words.json" locale="${locale}"`));
    assert.deepEqual(fetched(), modules, locale);
    assert.ok((await html(seen)).includes("What we got wrong"));
  }
});

test("where nothing says the language, the story's module is asked first, then the module RICH", async (t) => {
  const seen = await visit(t, element('src="hi.json"'));
  assert.deepEqual(fetched(), [...STORY, ...RICH]);
  assert.equal(await html(seen), right(site.pages["/hi.json"], "story").html);
});

test("parts of a story do so too", async (t) => {
  const seen = await visit(t, element('site="site.json" src="summit.json" fragment="headline"') + element('site="site.json" src="summit.json" fragment="byline"'));
  assert.deepEqual(fetched(), STORY);
  assert.equal(await html(seen), right([file("site"), file("summit")], "headline").html);
});

test("a page, or a part of one beside a story, takes the page's module alone", async (t) => {
  const bundles = 'site="edition/site-en.json" lists="edition/lists-en.json"';
  const layers = [file("edition/site-en"), file("edition/lists-en"), file("summit")];
  const seen = await visit(t, element(`fragment="page" ${bundles} src="summit.json"`));
  assert.deepEqual(fetched(), PAGE);
  assert.equal(await html(seen), right(layers, "page").html);
  site.requests.length = 0;
  await visit(t, element('site="site.json" src="summit.json"') + part(`fragment="ranked-list" fragment-id="top" ${bundles}`));
  assert.deepEqual(fetched(), PAGE);
});

test("a part that comes later takes the module that it needs", async (t) => {
  const seen = await visit(t, element('src="story.json"'));
  await seen.page.evaluate(async () => {
    const later = document.createElement("broadsheet-part");
    Object.assign(later, { fragment: "quick-links", site: "edition/site-en.json" });
    document.body.append(later);
    await later.rendered;
    const story = document.createElement("broadsheet-article");
    story.src = "other.json";
    document.body.append(story);
    await story.rendered;
  });
  assert.deepEqual(fetched(), [...STORY, ...PAGE]);
  once();
});

test("rare Markdown brings the module RICH, which serves the elements behind it", async (t) => {
  const seen = await visit(t, element('src="table.json"') + element('src="story.json" fragment="headline"'));
  assert.deepEqual(fetched(), [...STORY, ...RICH]);
  assert.equal(await html(seen), right(site.pages["/table.json"], "story").html);
});

test("a rare entity brings the whole, and the right character", async (t) => {
  const seen = await visit(t, element('src="rare.json"') + element('src="rare.json" fragment="headline"'));
  assert.deepEqual(fetched(), [...STORY, ...RICH, ...WHOLE]);
  assert.equal(await html(seen), right(site.pages["/rare.json"], "story").html);
});

test("a bundle that cannot be shown has the error of the whole", async (t) => {
  const seen = await run(t, page(element('src="bad.json"')));
  await seen.state("error");
  const { code, where, message } = (await seen.seen()).events.at(-1);
  assert.deepEqual(fetched(), [...STORY, ...RICH, ...WHOLE]);
  assert.throws(
    () => press.open(site.pages["/bad.json"]),
    (error) => {
      assert.equal(code, error.code);
      for (const field of ["layer", "offset", "line", "column", "pointer"]) assert.equal(where[field], error[field], field);
      return message.endsWith(`bad.json: ${error.message}`);
    },
  );
});

test("who has loaded the whole, or gives a press, loads nothing else", async (t) => {
  const loads = '<script type="module">import { load } from "/broadsheet/broadsheet.js"; await load(); await import("/broadsheet/define.js");</script>';
  await visit(t, element('src="story.json"'), loads);
  assert.deepEqual(fetched(), WHOLE);
  site.requests.length = 0;
  const gives = '<script type="module">import { BroadsheetElement, load } from "/broadsheet/broadsheet.js"; BroadsheetElement.press = load("/broadsheet/broadsheet.page.wasm"); await import("/broadsheet/define.js");</script>';
  await visit(t, element('src="story.json"'), gives);
  assert.deepEqual(fetched(), PAGE);
});

test("without a small module beside the script the whole does all", async (t) => {
  site.pages["/alone/define.js"] = { body: readFileSync(new URL("../../dist/define.js", import.meta.url)), type: "text/javascript" };
  for (const name of ["broadsheet.js", "broadsheet.wasm", "broadsheet.css"]) site.pages[`/alone/${name}`] = { body: readFileSync(new URL(`../../dist/${name}`, import.meta.url)), type: { js: "text/javascript", wasm: "application/wasm", css: "text/css" }[name.split(".").at(-1)] };
  const seen = await run(t, page(element('src="story.json"'), '<script type="module" src="/alone/define.js"></script>'), { missing: true });
  await seen.state("ready");
  assert.equal(site.count("/alone/broadsheet.wasm"), 1);
  seen.errors.length = 0; // the file that is not there
});

test("the story of an element does all that a story does", async (t) => {
  const seen = await visit(t, element('site="edition/site-en.json" src="summit.json"'));
  const layers = [file("edition/site-en"), file("summit")];
  const got = await seen.page.evaluate(() => {
    const { story } = document.querySelector("broadsheet-article");
    let refused = null;
    try {
      story.render("nowhere");
    } catch ({ code }) {
      refused = code;
    }
    return { headline: story.render("headline"), masthead: story.render("masthead"), bytes: new TextDecoder().decode(story.renderBytes("document")), diagnostics: story.diagnostics, title: story.title, refused };
  });
  for (const [key, name] of [["headline", "headline"], ["masthead", "masthead"], ["bytes", "document"]]) assert.equal(got[key], right(layers, name).html);
  assert.deepEqual(got.diagnostics, right(layers, "story").diagnostics);
  assert.equal(got.refused, "PART");
  once();
});

test("the diagnostics of an element are those of the whole", async (t) => {
  const seen = await visit(t, element('src="faulty.json"'));
  assert.equal(await html(seen), right(site.pages["/faulty.json"], "story").html);
  const got = await seen.page.evaluate(() => document.querySelector("broadsheet-article").story.diagnostics);
  const expected = right(site.pages["/faulty.json"], "story").diagnostics;
  assert.ok(expected.length > 1);
  assert.deepEqual(got, expected);
});
