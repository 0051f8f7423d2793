// Documents that are not a browser's, and scripts that take a page's content out and put it back.
import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { STORY, caseFolder, serveFolder, tool, visit } from "./lib.mjs";

/** A program that shows a story in a document which draws nothing, and prints how long the first element took. */
const program = (document, globals) => `${document}
for (const name of ${JSON.stringify(globals)}) Object.defineProperty(globalThis, name, { value: name === "window" ? window : window[name], configurable: true, writable: true });
window.document.body.innerHTML = "<broadsheet-article><p>Fallback</p></broadsheet-article>";
const from = performance.now();
await import("broadsheet/define");
const element = window.document.querySelector("broadsheet-article");
element.bundle = ${STORY};
const state = await element.rendered;
const took = performance.now() - from;
await new Promise((resolve) => setTimeout(resolve, 700));
console.log(JSON.stringify({ state, took, headline: element.querySelector("h1").textContent, links: window.document.querySelectorAll("link").length }));
process.exit();
`;
const GLOBALS = ["window", "document", "HTMLElement", "customElements", "MutationObserver", "CustomEvent", "Node", "Element", "location", "getComputedStyle", "scrollX", "scrollY"];

const without = (name, document) => ({
  name,
  host: name,
  async run(folder) {
    caseFolder(folder, name, { "main.mjs": program(document, GLOBALS) });
    const lines = tool(folder, `../cases/${name}/main.mjs`, [], folder).trim().split("\n");
    assert.equal(lines.length, 1, lines.join("\n"));
    const { state, took, headline, links } = JSON.parse(lines[0]);
    assert.deepEqual({ state, headline, links }, { state: "ready", headline: "A story", links: 0 });
    assert.ok(took < 2000, `${took} ms`);
    return `the first story after ${Math.round(took)} ms`;
  },
});

/** Opens a site of pages with a library beside the package, and looks; nothing may throw. */
async function withLibrary(folder, name, library, pages, look) {
  const path = caseFolder(folder, name, { ...pages, "story.json": STORY, "other.json": STORY.replace("A story", "Other") });
  cpSync(join(folder, "node_modules/broadsheet/dist"), join(path, "broadsheet"), { recursive: true });
  cpSync(join(folder, "node_modules", library), join(path, "library.js"));
  const server = await serveFolder(path);
  const seen = await visit(`${server.origin}/`);
  try {
    const evidence = await look(seen.page);
    assert.deepEqual([seen.errors, seen.foreign, seen.console], [[], [], []]);
    return evidence;
  } finally {
    await seen.close();
    server.close();
  }
}

const page = (body) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>App</title><script type="module" src="broadsheet/define.js"></script><script src="library.js"></script></head><body>${body}</body></html>`;
const story = (src) => `<broadsheet-article src="${src}"><p>Fallback</p></broadsheet-article>`;
const shows = (page, headline) => page.locator("h1.bs-headline:visible", { hasText: headline }).waitFor();

const JEST = {
  "package.json": '{ "private": true, "name": "app" }',
  "module.test.js": `const { load, BroadsheetError } = require("broadsheet");
test("a story", async () => {
  const press = await load();
  expect(press.open(${STORY}).render("headline")).toMatch(/A story/);
  expect(() => press.open("{")).toThrow(BroadsheetError);
});`,
  "element.test.js": `/** @jest-environment jsdom */
const { define } = require("broadsheet");
test("an element", async () => {
  define();
  document.body.innerHTML = "<broadsheet-article><p>Fallback</p></broadsheet-article>";
  const element = document.querySelector("broadsheet-article");
  element.bundle = ${STORY};
  expect(await element.rendered).toBe("ready");
  expect(element.querySelector("h1").textContent).toBe("A story");
});`,
};

export const jest = [
  {
    name: "Jest, CommonJS",
    host: "jest",
    async run(folder) {
      tool(folder, "jest/bin/jest.js", ["--rootDir", "."], caseFolder(folder, "jest", JEST), { NODE_ENV: "test" });
      return "load() and an element in jsdom, without configuration";
    },
  },
];

export const documents = [
  without("jsdom", 'import { JSDOM } from "jsdom";\nconst { window } = new JSDOM("", { url: "http://localhost/" });'),
  without("happy-dom", 'import { Window } from "happy-dom";\nconst window = new Window({ url: "http://localhost/" });'),
  {
    name: "Turbo",
    host: "@hotwired/turbo",
    run: (folder) =>
      withLibrary(folder, "turbo", "@hotwired/turbo/dist/turbo.es2017-umd.js", { "index.html": page(`${story("story.json")}<a href="other.html">Other</a>`), "other.html": page(`${story("other.json")}<a href="index.html">First</a>`) }, async (page) => {
        await shows(page, "A story");
        await page.evaluate(() => (globalThis.same = true));
        await page.locator("a", { hasText: /^Other$/ }).click();
        await shows(page, "Other");
        await page.goBack();
        await shows(page, "A story");
        await page.locator("a", { hasText: /^Other$/ }).click();
        await shows(page, "Other");
        // Turbo shows what it has kept of the page first, and then the page, whose story is on its way.
        await page.waitForFunction(() => !document.documentElement.hasAttribute("data-turbo-preview") && !document.body.innerText.includes("Fallback"));
        await shows(page, "Other");
        assert.equal(await page.locator("h1.bs-headline").count(), 1);
        assert.equal(await page.evaluate(() => globalThis.same), true, "Turbo has changed the page");
        return "there, back and there again: one story, nothing throws";
      }),
  },
  {
    name: "htmx",
    host: "htmx.org",
    run: (folder) =>
      withLibrary(folder, "htmx", "htmx.org/dist/htmx.min.js", { "index.html": page(`<main>${story("story.json")}</main><button hx-get="part.html" hx-target="main">Other</button>`), "part.html": story("other.json") }, async (page) => {
        await shows(page, "A story");
        await page.locator("button").click();
        await shows(page, "Other");
        assert.equal(await page.locator("h1.bs-headline").count(), 1);
        return "a story that htmx puts in place of another";
      }),
  },
];
