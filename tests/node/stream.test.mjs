// A page that is sent down to the story before the story is there: examples/stream.mjs over HTTP, and the pieces of documents.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import test from "node:test";
import { parse } from "parse5";
import { load, splitDocument } from "../../dist/broadsheet.js";
import { answer } from "../../examples/stream.mjs";
import { goldens } from "../golden/cases.mjs";
import { offences, parse5Reader } from "../attack/walk.mjs";

const press = await load();
const root = new URL("../../", import.meta.url);
const summit = readFileSync(new URL("examples/bundles/summit.json", root));
const list = JSON.parse(readFileSync(new URL("src/output.json", root)));
const KNOWN = { id: "summit", headline: "Four nations agree <&>", language: "en" };

/** Serves one answer, and gives what has come of it whenever some of it came. */
async function visit(t, bundle) {
  const server = createServer((_, response) => void answer(response, KNOWN, bundle));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.closeAllConnections(), server.close()));
  const got = { text: "", come: null, ended: null };
  let come;
  got.come = new Promise((resolve) => (come = resolve));
  got.ended = new Promise((resolve, reject) => {
    request(server.address(), (response) => {
      response.setEncoding("utf8");
      response.on("data", (text) => ((got.text += text), come()));
      response.on("end", resolve).on("error", reject);
    }).on("error", reject).end();
  });
  return got;
}

test("the head and all above the story come before the story is given; the rest when it is", async (t) => {
  let give;
  const got = await visit(t, new Promise((resolve) => (give = resolve)));
  await got.come;
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.match(got.text, /^<!DOCTYPE html><html [^>]*><head>[^]*<title>Four nations agree &lt;&amp;&gt;[^]*<link rel="stylesheet" href="broadsheet\/broadsheet\.css">[^]*<\/head>/);
  for (const part of ["skip-links", "masthead", "navigation"]) assert.ok(got.text.includes(`data-part="${part}"`), part);
  assert.match(got.text, /<main [^>]*>\n$/);
  assert.doesNotMatch(got.text, /bs-story|bs-body/);
  give(summit);
  await got.ended;
  assert.ok(got.text.includes('data-part="body"') && got.text.endsWith("</body></html>"));
  assert.deepEqual(offences(parse(got.text), { reader: parse5Reader, list, parts: press.parts, whole: true }), []);
});

test("a story that does not come leaves a whole page", async (t) => {
  const failed = Promise.reject(new Error("no story"));
  failed.catch(() => {}); // the server waits for it later
  const got = await visit(t, failed);
  await got.ended;
  assert.match(got.text, /<p>The story cannot be shown now\.<\/p>\n?[^]*<\/main>[^]*<\/html>$/);
});

test("the pieces of a document make it up, and the story is one element", () => {
  let seen = 0;
  for (const { json, options, title } of goldens()) {
    for (const document of ["story", "page"]) {
      let html;
      try {
        html = press.open(json, { ...options, document, provenance: document === "page" }).render("document");
      } catch {
        continue; // it holds no story
      }
      if (!html.includes('<article class="bs-story"')) continue; // under an embargo there is none
      const [above, story, below] = splitDocument(html);
      assert.equal(above + story + below, html, title);
      assert.match(above, /<main[^>]*>\n$/, title);
      assert.match(story, /^<article class="bs-story"[^]*<\/article>$/, title);
      assert.equal(story.split("<article class=\"bs-story\"").length, 2, title); // live updates are articles in it
      assert.match(below, /^\n[^]*<\/main>[^]*<\/html>$/, title);
      seen++;
    }
  }
  assert.ok(seen > 400);
  assert.deepEqual(splitDocument("<p>"), ["<p>", "", ""]);
  for (const wrong of [null, undefined, new Uint8Array(3)]) assert.throws(() => splitDocument(wrong), { name: "BroadsheetError", code: "OPTION" });
});
