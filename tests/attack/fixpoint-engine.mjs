// Nothing to mutate: an engine writes back every output as it is, from a template and from a live element; and two
// sanitisers, allowed what src/output.json lists, change nothing in it. One file of tests for each engine, since reading
// it all takes each of them minutes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { launch } from "../browser/engines.mjs";
import { serve } from "../browser/harness.mjs";
import { outputs } from "./fixpoint-outputs.mjs";

const read = (address) => readFileSync(address, "utf8");
const listed = JSON.parse(read(new URL("../../src/output.json", import.meta.url)));
const PAGE = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Test</title></head><body><main></main></body></html>`;
// Nothing of the outputs is fetched. The page's own script is a file.
const headers = { "content-security-policy": "default-src 'none'; script-src 'self'" };
const site = await serve({
  "/": { body: PAGE.replace("</head>", '<script src="/purify.js"></script><script src="/page.js"></script></head>'), headers },
  "/purify.js": read(createRequire(import.meta.url).resolve("dompurify/dist/purify.min.js")),
  "/page.js": `
    const { parts } = ${JSON.stringify(listed)};
    const names = Object.keys(parts);
    const attributes = [...new Set(Object.values(parts).flatMap(Object.keys))];
    const place = () => document.querySelector("main");
    const again = {
      document: (html) => "<!DOCTYPE html>" + new DOMParser().parseFromString(html, "text/html").documentElement.outerHTML,
      template(html) {
        const template = document.createElement("template");
        template.innerHTML = html;
        return template.innerHTML;
      },
      live: (html) => ((place().innerHTML = html), place().innerHTML),
      // SAFE_FOR_XML drops every attribute whose text holds "</script>" or the like, for output that is used as XML.
      DOMPurify: (html) => DOMPurify.sanitize(html, { ALLOWED_TAGS: names, ALLOWED_ATTR: attributes, SAFE_FOR_XML: false }),
      setHTML(html) {
        const space = { svg: "http://www.w3.org/2000/svg", path: "http://www.w3.org/2000/svg" };
        const elements = names.map((name) => ({ name, ...(space[name] && { namespace: space[name] }), attributes: Object.keys(parts[name]) }));
        // With dataAttributes, which is true by default, no list may name one.
        place().setHTML(html, { sanitizer: new Sanitizer({ elements, attributes: [], comments: false, dataAttributes: false }) });
        return place().innerHTML;
      },
    };
    // DOMPurify trims the value of every attribute, and does no more.
    function trimmed(html) {
      const template = document.createElement("template");
      template.innerHTML = html;
      for (const { attributes } of template.content.querySelectorAll("*")) for (const one of attributes) one.value = one.value.trim();
      return template.innerHTML;
    }
    const wanted = (html, how) => (how === "DOMPurify" ? trimmed(html) : html);
    const changed = (list, how) => list.flatMap((html, i) => (again[how](html) === wanted(html, how) ? [] : [i]));`,
});
after(() => site.close());

const press = await load();
const known = new Map();
for (const { name, html } of outputs(press)) known.set(html, name);
const isDocument = (html) => html.startsWith("<!DOCTYPE");
const documents = [...known.keys()].filter(isDocument);
const fragments = [...known.keys()].filter((html) => !isDocument(html));

/** The names of the outputs that come back as something else. */
async function changed(engine, list, how) {
  const found = [];
  for (let i = 0, end; i < list.length && found.length < 10; i = end) {
    let size = 0;
    for (end = i; end < list.length && size < 2_000_000; end++) size += list[end].length;
    const indices = await engine.evaluate((some, way) => changed(some, way), list.slice(i, end), how);
    found.push(...indices.map((index) => known.get(list[i + index]) ?? list[i + index]));
  }
  return found;
}

/** Everything, in the engine of a name; t is the test. */
export async function fixpoint(name, t) {
  const engine = await launch(name);
  t.after(() => engine.close());
  await engine.goto(`${site.origin}/`);
  assert.ok(documents.length > 100 && fragments.length > 2000, `${documents.length} documents, ${fragments.length} fragments`);
  // The comparison sees what is no fixpoint.
  const mutants = ["<p>a<p>b", "<a title='x'></a>", "<p><div></div></p>", "a\u00a0b"];
  for (const how of ["template", "live"]) assert.deepEqual(await changed(engine, mutants, how), mutants);
  assert.deepEqual(await changed(engine, documents, "document"), []);
  for (const how of ["template", "live"]) assert.deepEqual(await changed(engine, fragments, how), [], how);
  // WebKit has no setHTML.
  const sanitizers = name === "webkit" ? ["DOMPurify"] : ["DOMPurify", "setHTML"];
  for (const how of sanitizers) {
    const hostile = ['<p onclick="x">a</p>', '<a href="javascript:x">a</a>', "<p><math></math></p>", '<img src="x" style="x">'];
    assert.deepEqual(await changed(engine, hostile, how), hostile);
    assert.deepEqual(await changed(engine, fragments, how), [], how);
  }
}
