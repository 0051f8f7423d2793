// HTML of a server, and what a page sets while adopt.js, which knows it again, is on its way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPTS, adoptPage, element, rendered } from "./adopt-pages.mjs";
import { run, settle, site } from "./element.mjs";
import { bundle } from "./harness.mjs";

site.pages["/adopt.js"] = "";
site.pages["/another.json"] = bundle({ headline: "Another" });
site.pages["/paper.json"] = JSON.stringify({ site: { name: "Paper" } });
site.pages["/rare.json"] = bundle({ body: "| a | b |\n|---|---|\n| 1 | 2 |\n\n~~old~~" });

const inside = (layer) => `<script type="application/json">${layer}</script>`;
const scripts = (code, define = "define.js") => `${SCRIPTS.replace("define.js", define)}<script type="module">const article = document.querySelector("broadsheet-article"); ${code}</script>`;
const headline = (visit) => visit.page.evaluate(() => document.querySelector("h1")?.textContent);
const start = (t, content, code, head) => run(t, adoptPage(content, { scripts: scripts(code), head }));

for (const [what, [content, code, wanted]] of Object.entries({
  "another address": [element('src="story.json"'), 'article.src = "another.json"', "Another"],
  "a layer more": [element('src="story.json"'), 'article.site = "paper.json"', "A story"],
  "another bundle": [element('src="story.json"'), `article.bundle = ${site.pages["/another.json"]}`, "Another"],
  "a bundle inside": [element('src="story.json"'), `article.insertAdjacentHTML("afterbegin", ${JSON.stringify(inside('{"article":{"headline":"Another"}}')).replaceAll("</", "<\\/")})`, "Another"],
  "another text of the bundle inside": [element("", inside(bundle()) + rendered()), `article.querySelector("script").textContent = ${JSON.stringify(bundle({ headline: "Another" }))}`, "Another"],
  "an address in place of none": [element(""), 'article.src = "another.json"', "Another"],
})) {
  test(`${what}, set while adopt.js is on its way, is shown`, async (t) => {
    const from = site.requests.length;
    const visit = await start(t, content, code);
    await visit.state("ready");
    await settle(visit, 300);
    assert.equal(await headline(visit), wanted);
    assert.ok(site.requests.slice(from).some(({ path }) => path.endsWith(".wasm")), "it was rendered anew");
  });
}

test("no address any more: the fallback", async (t) => {
  const visit = await start(t, element('src="story.json"'), 'article.removeAttribute("src")');
  await visit.state("fallback");
});

test("the same layers, set meanwhile, are compared, and the HTML is taken over", async (t) => {
  const from = site.requests.length;
  const visit = await start(t, element('src="another.json"'), 'article.src = "story.json"');
  await visit.state("ready");
  await settle(visit, 300);
  const paths = site.requests.slice(from).map(({ path }) => path).filter((path) => /\.(json|wasm)$/.test(path));
  assert.deepEqual(paths, ["/story.json"]);
});

test("what has no layers gives way to some that come later", async (t) => {
  const visit = await start(t, element(""), 'await article.rendered; article.src = "another.json"');
  await visit.page.waitForFunction(() => document.querySelector("h1")?.textContent === "Another");
});

test("the story, asked for at once, is there", async (t) => {
  const visit = await start(t, element('src="story.json"'), "article.story; await article.rendered; globalThis.title = article.story?.title");
  await visit.page.waitForFunction(() => globalThis.title === "A story");
});

test("with debug, rare Markdown that is taken over has its stylesheet", async (t) => {
  const visit = await start(t, element('src="rare.json" debug', rendered(site.pages["/rare.json"])), "", "");
  await visit.state("ready");
  await visit.page.waitForFunction(() => getComputedStyle(document.querySelector(".bs-table table")).borderCollapse === "collapse");
});

for (const [what, answer] of Object.entries({
  "never answers": () => {},
  "is of another release": "export const other = 1;",
  throws: 'export const findMade = () => { throw new Error("x"); };',
})) {
  test(`where adopt.js ${what}, the element renders the story`, async (t) => {
    const folder = `/${what.replaceAll(" ", "-")}/`;
    const define = await (await fetch(`${site.origin}/broadsheet/define.js`)).text();
    site.pages[`${folder}define.js`] = define.replaceAll(/"\.\/(broadsheet[.\w]*(wasm|css))"/g, '"/broadsheet/$1"');
    site.pages[`${folder}adopt.js`] = answer;
    const from = site.requests.length;
    const visit = await run(t, adoptPage(element('src="story.json"'), { scripts: `<script type="module" src="${folder}define.js"></script>` }));
    await visit.page.waitForFunction(() => document.querySelector("broadsheet-article")?.dataset.state === "ready", null, { timeout: 30_000 });
    assert.equal(site.count(`${folder}adopt.js`), 1);
    assert.ok(site.requests.slice(from).some(({ path }) => path.endsWith(".wasm")));
  });
}
