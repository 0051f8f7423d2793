// The stylesheets that an element brings: which, where they stand, and into which root. All under a strict policy.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { POLICY } from "./furniture.mjs";
import { bundle, open, page, serve } from "./harness.mjs";

const EDITION = 'site="/examples/bundles/edition/site-en.json" lists="/examples/bundles/edition/lists-en.json"';
const whole = readFileSync(new URL("../../dist/broadsheet.css", import.meta.url));
const site = await serve(
  {
    "/story.json": bundle(),
    "/author.css": ".bs-headline { color: rgb(1, 2, 3) } @layer mine { .bs-body p { margin-block: 77px } }",
    "/reset.css": "* { margin: 0; padding: 0 } h1 { font-size: 8px }",
    "/empty.html": "<!DOCTYPE html><title>Empty</title>",
    "/make.js": `
      /** An element in a new shadow root of a host, which is put into a node. */
      globalThis.put = (into, attributes, before = "") => {
        const host = document.createElement("div");
        into.append(host);
        const root = host.attachShadow({ mode: "open" });
        for (const href of before.split(" ").filter(Boolean)) root.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
        const element = document.createElement("broadsheet-article");
        for (const name in attributes) element.setAttribute(name, attributes[name]);
        root.append(element);
        return element;
      };
      globalThis.sheets = (root) => [...root.querySelectorAll("link[rel=stylesheet]")].map((link) => new URL(link.href).pathname.split("/").pop());
      globalThis.look = (element, selector = ".bs-headline") => {
        const { fontSize, color, marginTop, fontWeight } = getComputedStyle(element.querySelector(selector));
        return [fontSize, color, marginTop, fontWeight];
      };`,
  },
  { "content-security-policy": `${POLICY}; frame-src 'self'` },
);
after(() => site.close());
let pages = 0;
const HEAD = '<script src="/make.js"></script><script type="module" src="/broadsheet/define.js"></script>';

async function run(t, content, head = "") {
  const path = `/page${++pages}.html`;
  site.pages[path] = page(content, head + HEAD);
  const from = site.requests.length;
  const visit = await open(site, path);
  t.after(async () => {
    const { violations } = await visit.seen();
    await visit.close();
    assert.deepEqual([visit.offOrigin, visit.errors, violations], [[], [], []]);
  });
  await visit.page.waitForFunction(() => customElements.get("broadsheet-article"));
  visit.asked = () => site.requests.slice(from).map(({ path }) => path.split("/").pop()).filter((name) => name.endsWith(".css"));
  visit.sheets = () => visit.page.evaluate(() => [...document.head.children].filter((one) => one.rel === "stylesheet").map((one) => new URL(one.href).pathname.split("/").pop()));
  return visit;
}
const element = (attributes) => `<broadsheet-article ${attributes}></broadsheet-article>`;

test("a story brings its own stylesheet alone, and it stands before the page's", async (t) => {
  const visit = await run(t, element('id="a" src="story.json"') + element('id="b" src="story.json" fragment="headline"'), '<link rel="stylesheet" href="author.css">');
  await visit.state("ready", "#a");
  await visit.state("ready", "#b");
  await visit.page.waitForLoadState("networkidle");
  assert.deepEqual(await visit.sheets(), ["broadsheet.story.css", "author.css"]);
  assert.deepEqual(visit.asked().sort(), ["author.css", "broadsheet.story.css"]);
  assert.ok(await visit.page.evaluate(() => document.head.firstChild.href.endsWith("/broadsheet.story.css")));
  const [, color] = await visit.page.evaluate(() => look(document.querySelector("broadsheet-article")));
  assert.equal(color, "rgb(1, 2, 3)");
  assert.equal((await visit.page.evaluate(() => look(document.querySelector("broadsheet-article"), ".bs-body p")))[2], "77px");
});

test("a page brings the page's as well, after the story's; so does an element that turns to furniture", async (t) => {
  const visit = await run(t, element('src="story.json"'), '<link rel="stylesheet" href="author.css">');
  await visit.state("ready");
  await visit.page.evaluate((site) => {
    const one = document.querySelector("broadsheet-article");
    one.setAttribute("site", site);
    one.setAttribute("fragment", "page");
  }, "/examples/bundles/edition/site-en.json");
  await visit.page.waitForFunction(() => document.querySelector(".bs-masthead"));
  assert.deepEqual(await visit.sheets(), ["broadsheet.story.css", "broadsheet.page.css", "author.css"]);
  const other = await run(t, `<broadsheet-part fragment="masthead" ${EDITION}></broadsheet-part>`);
  await other.state("ready", "broadsheet-part");
  assert.deepEqual(await other.sheets(), ["broadsheet.story.css", "broadsheet.page.css"]);
  assert.equal(await other.page.evaluate(() => getComputedStyle(document.querySelector(".bs-masthead")).display), "flex");
});

test("rare Markdown brings the sheet with its rules, also where a server rendered it", async (t) => {
  const press = await load();
  for (const [body, selector] of [["| a |\n|---|\n| b |", "td"], ["- [x] a", ".bs-task__mark"], ["```\na\n```", "pre"], ["~~a~~", "del"]]) {
    const layer = bundle({ body });
    site.pages["/rare.json"] = layer;
    const story = press.open(layer, { provenance: true });
    for (const html of ["", story.render()]) {
      const visit = await run(t, `<broadsheet-article src="rare.json">${html}</broadsheet-article>`);
      await visit.state("ready");
      await visit.page.waitForFunction(() => document.querySelector('link[href$=".rich.css"]')?.sheet);
      assert.deepEqual(await visit.sheets(), ["broadsheet.story.css", "broadsheet.rich.css"], selector);
      assert.equal(await visit.page.locator(selector).count(), 1);
    }
    story.close();
  }
});

test("a story in a shadow root looks as it does in the document, whatever resets the root has", async (t) => {
  const visit = await run(t, element('src="story.json"'));
  await visit.state("ready");
  const looks = await visit.page.evaluate(async () => {
    const outside = document.querySelector("broadsheet-article");
    const inside = put(document.body, { src: "story.json" }, "reset.css");
    const nested = put(inside.getRootNode(), { src: "story.json" });
    const twin = inside.cloneNode();
    inside.after(twin);
    await Promise.all([inside.rendered, nested.rendered, twin.rendered]);
    return { looks: [outside, inside, nested, twin].map((one) => look(one)), sheets: [inside, nested].map((one) => sheets(one.getRootNode())) };
  });
  for (const one of looks.looks) assert.deepEqual(one, looks.looks[0]);
  assert.notEqual(looks.looks[0][0], "32px"); // of an h1 without a stylesheet
  assert.deepEqual(looks.sheets, [["broadsheet.story.css", "reset.css"], ["broadsheet.story.css"]]);
});

test("in a shadow root the author's rules and later layers win, and furniture brings the page's stylesheet", async (t) => {
  const visit = await run(t, "");
  const found = await visit.page.evaluate(async (site) => {
    const story = put(document.body, { src: "story.json" }, "author.css");
    const masthead = put(document.body, { src: "story.json", site, fragment: "masthead" });
    await Promise.all([story.rendered, masthead.rendered]);
    return [look(story)[1], look(story, ".bs-body p")[2], getComputedStyle(masthead.querySelector(".bs-masthead")).display, sheets(masthead.getRootNode()), sheets(document)];
  }, "/examples/bundles/edition/site-en.json");
  assert.deepEqual(found, ["rgb(1, 2, 3)", "77px", "flex", ["broadsheet.story.css", "broadsheet.page.css"], []]);
});

test("an element that moves takes its look along: into a root, another root, a frame's document", async (t) => {
  const visit = await run(t, `${element('src="story.json"')}<iframe src="/empty.html"></iframe>`);
  await visit.state("ready");
  const looks = await visit.page.evaluate(async () => {
    const one = document.querySelector("broadsheet-article");
    const styled = async () => {
      await one.rendered;
      for (let tries = 0; tries < 100; tries++) {
        if ([...one.getRootNode().querySelectorAll("link")].every((link) => link.sheet)) break;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return look(one);
    };
    const seen = [await styled()];
    for (let i = 0; i < 2; i++) {
      const host = document.createElement("div");
      document.body.append(host);
      host.attachShadow({ mode: "open" }).append(one);
      seen.push(await styled(), sheets(one.getRootNode()));
    }
    const { contentDocument } = document.querySelector("iframe");
    contentDocument.body.append(one);
    seen.push(await styled(), sheets(contentDocument), one.dataset.state);
    return seen;
  });
  const [first, second, sheetsOfSecond, third, sheetsOfThird, framed, sheetsOfFrame, state] = looks;
  assert.deepEqual([second, third, [framed[1], framed[3]]], [first, first, [first[1], first[3]]]);
  assert.deepEqual([sheetsOfSecond, sheetsOfThird, sheetsOfFrame, state], [...Array(3).fill(["broadsheet.story.css"]), "ready"]);
});

test("an element that is moved before it looks at its attributes brings no more than others", async (t) => {
  const visit = await run(t, "<main></main>");
  const sheets = await visit.page.evaluate(async () => {
    const one = document.createElement("broadsheet-article");
    one.setAttribute("src", "story.json");
    document.body.append(one);
    document.querySelector("main").append(one);
    await one.rendered;
    return globalThis.sheets(document);
  });
  assert.deepEqual(sheets, ["broadsheet.story.css"]);
});

test("an element that leaves at once gets no stylesheet inside", async (t) => {
  const visit = await run(t, "");
  const html = await visit.page.evaluate(async () => {
    const one = document.createElement("broadsheet-article");
    one.setAttribute("src", "story.json");
    document.body.append(one);
    one.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return one.innerHTML;
  });
  assert.equal(html, "");
});

test("what the page brought itself is not brought again: the whole, a theme, a copy of its own", async (t) => {
  site.pages["/copy.css"] = whole;
  for (const href of ["/broadsheet/broadsheet.css", "/broadsheet/broadsheet.css?v=2", "/broadsheet/themes/metro.css"]) {
    const visit = await run(t, element('src="story.json"') + `<broadsheet-part fragment="masthead" ${EDITION}></broadsheet-part>`, `<link rel="stylesheet" href="${href}">`);
    await visit.state("ready");
    await visit.state("ready", "broadsheet-part");
    assert.equal((await visit.sheets()).length, 1, href);
  }
  const own = `<script type="module">
    import { BroadsheetElement } from "/broadsheet/broadsheet.js";
    BroadsheetElement.styles = Promise.resolve();
  </script>`;
  site.pages["/own.js"] = { body: own.replace(/<\/?script[^>]*>/g, ""), type: "text/javascript" };
  const visit = await run(t, element('src="story.json"'), '<link rel="stylesheet" href="/copy.css"><script type="module" src="/own.js"></script>');
  await visit.state("ready");
  assert.deepEqual(await visit.sheets(), ["copy.css"]);
});

test("where the page's own copy cannot be had, the story is shown without it, and its author is told", async (t) => {
  site.pages["/lost.js"] = 'import { BroadsheetElement } from "/broadsheet/broadsheet.js"; BroadsheetElement.styles = Promise.reject(new Error("no such file"));';
  const visit = await run(t, element('src="story.json"'), '<script type="module" src="/lost.js"></script>');
  await visit.state("ready");
  assert.equal(await visit.page.locator("h1").textContent(), "A story");
  assert.deepEqual(await visit.sheets(), []);
  while (!visit.console.length) await visit.page.waitForTimeout(20);
  assert.deepEqual(visit.console, ["warning: BroadsheetElement.styles: Error: no such file"]);
});
