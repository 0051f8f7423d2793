// Manners of pages: how they name the script, what stands around the element, how readers come and go. What went wrong once,
// or was right and is to stay so: one file, since each needs a page of its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { element, html, press, run, settle, site } from "./element.mjs";
import { bundle, open, page, serve } from "./harness.mjs";

const STORY = press.open(bundle()).render();
const script = '<script type="module" src="/broadsheet/define.js"></script>';

/** Waits for a line of the console, and returns all of them. */
async function told(visit, pattern) {
  while (!visit.console.some((line) => pattern.test(line))) await settle(visit, 20);
  return visit.console;
}

// --- what went wrong once -----------------------------------------------------------------------------

test("a module that never comes is an error after a while, with its address", async (t) => {
  site.pages["/stuck/define.js"] = await (await fetch(`${site.origin}/broadsheet/define.js`)).text();
  for (const name of ["story", "page", "rich", ""]) site.pages[`/stuck/broadsheet.${name ? `${name}.` : ""}wasm`] = { body: "", after: new Promise(() => {}) };
  const hurry = "<script>{ const { timeout } = AbortSignal; AbortSignal.timeout = (time) => timeout.call(AbortSignal, time / 1000); }</script>";
  const visit = await run(t, page(element('src="story.json"'), `${hurry}<link rel="stylesheet" href="/broadsheet/broadsheet.css"><script type="module" src="/stuck/define.js"></script>`));
  await visit.state("error");
  assert.match((await visit.seen()).events[0].message, /^WebAssembly module at http:\S+\/stuck\/broadsheet\.wasm: .*timed? ?out/);
  assert.match(await html(visit), /What the server sent/);
});

test("what another system exports is told with its address", async (t) => {
  site.pages["/post.json"] = JSON.stringify({ id: 5, title: { rendered: "A" }, content: { rendered: "<p>B</p>" } });
  const visit = await run(t, page(element('src="post.json"')));
  await visit.state("error");
  assert.match((await visit.seen()).events[0].message, /^http:\S+\/post\.json: .*WordPress/);
});

test("an attribute of the other element is told, and so is a story without a stylesheet; each once, and nowhere else", async (t) => {
  const wrong = `${element('src="story.json" name="headline"').repeat(2)}<broadsheet-part src="story.json" part="headline"></broadsheet-part>`;
  const visit = await run(t, page(wrong));
  const lines = await told(visit, /broadsheet-part/);
  await settle(visit, 600);
  assert.deepEqual(lines.sort(), ["article", "part"].map((one, i) => `warning: <broadsheet-${one}> does not read "${["name", "part"][i]}": did you mean fragment="headline"?`));

  // A bundler has made a script of the stylesheet.
  site.pages["/webpack/broadsheet.story.css"] = { body: 'export default "a.css";', type: "text/css" };
  site.pages["/webpack/define.js"] = (await (await fetch(`${site.origin}/broadsheet/define.js`)).text()).replaceAll(/"\.\/(broadsheet[.\w]*wasm)"/g, '"/broadsheet/$1"');
  site.pages["/webpack/console.js"] = await (await fetch(`${site.origin}/broadsheet/console.js`)).text();
  const bare = await run(t, page(element('src="story.json"'), '<script type="module" src="/webpack/define.js"></script>'));
  assert.match((await told(bare, /stylesheet/)).join(), /^warning: The story has no stylesheet: import "broadsheet\/broadsheet\.css"$/);

  // Other values, and a page that wants no stylesheet, are nobody's oversight.
  const off = `<link rel="stylesheet" href="/broadsheet/broadsheet.css" disabled>${script}`;
  for (const content of [element('src="story.json" name="me" part="card"'), element('src="story.json" fragment="headline" name="body"')]) {
    const fine = await run(t, page(content, off));
    await fine.state("ready");
    await settle(fine, 700);
    assert.deepEqual(fine.console, []);
  }
});

test("names of properties that a server wrote as attributes are read, and give way to a property", async (t) => {
  site.pages["/dated.json"] = bundle({ published: "2026-01-17T20:30:00Z", figures: { f1: { src: "f1.png", width: 4, height: 3, alt: "One" } } });
  const visit = await run(t, page(element('src="dated.json" timeZone="Asia/Seoul" idPrefix="own-" headingBase="3"')));
  await visit.state("ready");
  assert.equal(await html(visit), press.open(site.pages["/dated.json"], { timeZone: "Asia/Seoul", idPrefix: "own-", headingBase: 3 }).render());
  const seen = await visit.page.evaluate(async () => {
    const one = document.querySelector("broadsheet-article");
    const before = one.timeZone;
    one.timeZone = null;
    await one.rendered;
    return [before, one.timeZone, one.getAttribute("timezone")];
  });
  assert.deepEqual(seen, ["Asia/Seoul", null, null]);
  const figure = await run(t, page(element('src="dated.json" fragment="figure" fragmentId="f1"')));
  await figure.state("ready");
  assert.match(await html(figure), /alt="One"/);
  const account = await run(t, page('<broadsheet-part fragment="account" site="/account.json" signedIn=""></broadsheet-part>'));
  site.pages["/account.json"] = JSON.stringify({ site: { name: "P", account: { login: "/in", logout: "/out" } } });
  assert.equal(await account.page.locator("broadsheet-part").evaluate((one) => one.signedIn), true);
});

test("a part for which the story has no data keeps the fallback, and says so", async (t) => {
  const visit = await run(t, page(element('src="story.json" fragment="kicker"')));
  await visit.state("fallback");
  assert.match(await html(visit), /What the server sent/);
  const { events } = await visit.seen();
  assert.deepEqual(events.map(({ type, part }) => [type, part]), [["broadsheet-render", "kicker"]]);
});

// --- what was right -----------------------------------------------------------------------------------

test("an import map, a folder below, a base, an integrity: the story is there", async (t) => {
  const digest = Buffer.from(await crypto.subtle.digest("SHA-384", await (await fetch(`${site.origin}/broadsheet/define.js`)).arrayBuffer())).toString("base64");
  const heads = {
    map: '<script type="importmap">{ "imports": { "broadsheet/": "/broadsheet/" } }</script><script type="module">import "broadsheet/define.js";</script>',
    integrity: `<script type="module" src="/broadsheet/define.js" integrity="sha384-${digest}"></script>`,
    inside: '<base href="/deep/er/"><script type="module" src="/broadsheet/define.js"></script>',
    late: '<script>addEventListener("load", () => import("/broadsheet/define.js"))</script>',
  };
  site.pages["/deep/er/story.json"] = bundle();
  for (const [name, head] of Object.entries(heads)) {
    const visit = await run(t, page(element('src="story.json"'), head));
    await visit.state("ready");
    assert.equal(await html(visit), STORY, name);
    const styled = () => getComputedStyle(document.querySelector(".bs-story")).getPropertyValue("--_u") !== "";
    assert.ok(await visit.page.evaluate(styled), name);
  }
});

test("a nonce with strict-dynamic is enough for the script, a nonce for the style is not needed", async (t) => {
  const policy = "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types broadsheet";
  const strict = await serve({ "/story.json": bundle(), "/": page(element('src="story.json"'), '<script type="module" nonce="abc" src="/broadsheet/define.js"></script>') }, { "content-security-policy": policy });
  const visit = await open(strict, "/");
  t.after(() => visit.close().then(() => strict.close()));
  await visit.state("ready");
  assert.equal(await html(visit), STORY);
  assert.deepEqual([(await visit.seen()).violations, visit.console, visit.errors], [[], [], []]);
});

test("a module that is served with any type, or with none that is known, compiles", async (t) => {
  for (const type of ["application/octet-stream", "text/plain", "application/wasm; charset=utf-8"]) {
    const folder = `/${type.replace(/\W/g, "")}`;
    site.pages[`${folder}/define.js`] = await (await fetch(`${site.origin}/broadsheet/define.js`)).text();
    site.pages[`${folder}/broadsheet.story.wasm`] = { body: Buffer.from(await (await fetch(`${site.origin}/broadsheet/broadsheet.story.wasm`)).arrayBuffer()), type };
    const visit = await run(t, page(element('src="story.json"'), `<link rel="stylesheet" href="/broadsheet/broadsheet.css"><script type="module" src="${folder}/define.js"></script>`));
    await visit.state("ready");
    assert.equal(await html(visit), STORY, type);
  }
});

test("fifty elements on a page ask for one module, one stylesheet and each story once", async (t) => {
  const from = site.requests.length;
  for (let i = 0; i < 50; i++) site.pages[`/many${i}.json`] = bundle({ headline: `Story ${i}` });
  const visit = await run(t, page(Array.from({ length: 50 }, (_, i) => element(`src="many${i}.json"`)).join("")));
  await visit.page.waitForFunction(() => document.querySelectorAll('[data-state="ready"]').length === 50);
  const asked = site.requests.slice(from + 1).map(({ path }) => path).filter((path) => path !== "/favicon.ico");
  assert.deepEqual(asked.filter((path, i) => asked.indexOf(path) !== i), []);
  assert.deepEqual(asked.filter((path) => !path.startsWith("/many")).sort(), ["/broadsheet/broadsheet.story.css", "/broadsheet/broadsheet.story.wasm", "/broadsheet/console.js", "/broadsheet/define.js"]);
  const ids = await visit.page.evaluate(() => [...document.querySelectorAll("[id^=bs]")].map(({ id }) => id));
  assert.equal(ids.length, new Set(ids).size);
});

test("a reader who comes back finds the story as it was, from the browser's memory of the page", async (t) => {
  site.pages["/leave.html"] = page("elsewhere", "");
  const visit = await run(t, page(element('src="story.json"') + '<a href="/leave.html">leave</a>'));
  await visit.state("ready");
  await visit.page.locator("a", { hasText: "leave" }).click();
  await visit.page.waitForURL(/leave/);
  await visit.page.goBack();
  await visit.state("ready");
  assert.equal(await html(visit), STORY);
});

test("a service worker renders, and an element works offline from its store", async (t) => {
  site.pages["/worker.js"] = {
    type: "text/javascript",
    body: `import { load } from "/broadsheet/broadsheet.js";
      const FILES = ["/offline.html", "/story.json", "/broadsheet/define.js", "/broadsheet/broadsheet.story.wasm", "/broadsheet/broadsheet.story.css"];
      addEventListener("install", (event) => event.waitUntil(caches.open("v1").then((store) => store.addAll(FILES)).then(() => skipWaiting())));
      addEventListener("activate", (event) => event.waitUntil(clients.claim()));
      addEventListener("fetch", (event) => event.respondWith((async () => {
        if (!event.request.url.endsWith("/rendered.html")) return (await caches.match(event.request)) ?? fetch(event.request);
        const press = await load(fetch("/broadsheet/broadsheet.wasm"));
        return new Response(press.open(await (await caches.match("/story.json")).text()).render("document"), { headers: { "content-type": "text/html" } });
      })()));`,
  };
  site.pages["/offline.html"] = page(element('src="story.json"'));
  const visit = await run(t, page("", ""));
  await visit.page.evaluate(async () => {
    await navigator.serviceWorker.register("/worker.js", { type: "module" });
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
  });
  await visit.page.goto(`${site.origin}/rendered.html`);
  assert.equal(await visit.page.locator("h1").textContent(), "A story");
  await visit.page.context().setOffline(true);
  await visit.page.goto(`${site.origin}/offline.html`);
  await visit.state("ready");
  assert.equal(await html(visit), STORY);
});

test("a module Worker renders", async (t) => {
  site.pages["/thread.js"] = { type: "text/javascript", body: 'import { load } from "/broadsheet/broadsheet.js"; onmessage = async ({ data }) => postMessage((await load()).open(data).render());' };
  const visit = await run(t, page("", ""));
  const rendered = await visit.page.evaluate((text) => new Promise((resolve) => {
    const worker = new Worker("/thread.js", { type: "module" });
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(text);
  }), bundle());
  assert.equal(rendered, STORY);
});
