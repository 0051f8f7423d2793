// Frameworks, with the package as it is packed: the element among nodes that a framework makes, changes and takes away.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { STORY, caseFolder, serveFolder, shownIn, tool, visit } from "./lib.mjs";

// Each application takes the same steps, as globalThis.app: change() changes the fallback's child, drop() takes it away,
// give(bundle) sets the property bundle, unmount() ends. It counts the render events.
const APPS = {
  "React 19": {
    host: "react",
    main: `import { createElement as h, useState } from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import "broadsheet/define";
const app = (globalThis.app = { renders: 0 });
function App() {
  const [{ n, bundle }, set] = useState({ n: 0, bundle: null });
  const to = (more) => flushSync(() => set((state) => ({ ...state, ...more })));
  Object.assign(app, { change: () => to({ n: n + 1 }), drop: () => to({ n: -1 }), give: (bundle) => to({ bundle }) });
  return h("main", null, h("broadsheet-article",
    { src: bundle ? undefined : "./story.json", bundle, now: new Date(0), signedIn: false, timeZone: "Asia/Seoul", "onbroadsheet-render": () => app.renders++ },
    n < 0 ? null : n % 2 ? h("b", { key: "b" }, "Fallback " + n) : h("p", { key: "p" }, "Fallback " + n)), h("footer", null, "n=" + n));
}
const root = createRoot(document.querySelector("#app"));
root.render(h(App));
app.unmount = () => root.unmount();`,
  },
  "Vue 3": {
    host: "vue",
    main: `import { createApp, h, nextTick, reactive } from "vue/dist/vue.runtime.esm-bundler.js";
import "broadsheet/define";
const app = (globalThis.app = { renders: 0 });
const state = reactive({ n: 0, bundle: null });
const to = (more) => (Object.assign(state, more), nextTick());
const vue = createApp({
  render: () => h("main", null, [h("broadsheet-article",
    { src: state.bundle ? null : "./story.json", bundle: state.bundle, now: new Date(0), signedIn: false, timeZone: "Asia/Seoul", onBroadsheetRender: () => app.renders++ },
    state.n < 0 ? [] : [state.n % 2 ? h("b", { key: "b" }, "Fallback " + state.n) : h("p", { key: "p" }, "Fallback " + state.n)]), h("footer", null, "n=" + state.n)]),
});
vue.mount("#app");
Object.assign(app, { change: () => to({ n: state.n + 1 }), drop: () => to({ n: -1 }), give: (bundle) => to({ bundle }), unmount: () => vue.unmount() });`,
  },
  "Svelte 5": {
    host: "svelte",
    component: `<script>
  let { app } = $props();
  let n = $state(0);
  let bundle = $state.raw(null);
  Object.assign(app, { change: () => (n += 1), drop: () => (n = -1), give: (one) => (bundle = one) });
</script>
<main>
  <broadsheet-article src={bundle ? null : "./story.json"} {bundle} now={new Date(0)} signedIn={false} timeZone="Asia/Seoul" onbroadsheet-render={() => app.renders++}>
    {#if n >= 0}{#if n % 2}<b>Fallback {n}</b>{:else}<p>Fallback {n}</p>{/if}{/if}
  </broadsheet-article>
  <footer>n={n}</footer>
</main>`,
    main: `import "broadsheet/define";
import { flushSync, mount, unmount } from "svelte";
import App from "./App.js";
const app = (globalThis.app = { renders: 0 });
const one = mount(App, { target: document.querySelector("#app"), props: { app } });
for (const name of ["change", "drop", "give"]) { const step = app[name]; app[name] = (...given) => flushSync(() => step(...given)); }
app.unmount = () => unmount(one);`,
  },
  "Lit 3": {
    host: "lit",
    main: `import { html, nothing, render } from "lit";
import { keyed } from "lit/directives/keyed.js";
import "broadsheet/define";
const app = (globalThis.app = { renders: 0 });
const state = { n: 0, bundle: null };
const target = document.querySelector("#app");
const view = () => html\`<main><broadsheet-article src=\${state.bundle ? "" : "./story.json"} .bundle=\${state.bundle} .now=\${new Date(0)} ?signed-in=\${false} .timeZone=\${"Asia/Seoul"} @broadsheet-render=\${() => app.renders++}>\${
  state.n < 0 ? nothing : keyed(state.n, state.n % 2 ? html\`<b>Fallback \${state.n}</b>\` : html\`<p>Fallback \${state.n}</p>\`)}</broadsheet-article><footer>n=\${state.n}</footer></main>\`;
const to = (more) => (Object.assign(state, more), render(view(), target));
to({});
Object.assign(app, { change: () => to({ n: state.n + 1 }), drop: () => to({ n: -1 }), give: (bundle) => to({ bundle }), unmount: () => render(nothing, target) });`,
  },
};

const GIVEN = JSON.parse(STORY.replace("A story", "Given"));

/** Takes the steps, and looks after each at what is shown. */
export async function steps(page, main = "#app main") {
  const article = page.locator("broadsheet-article");
  const shown = () => article.evaluate((node) => node.innerText);
  await page.locator('broadsheet-article[data-state="ready"]').waitFor({ state: "attached" });
  const story = await shown();
  assert.match(story, /A story/);
  assert.doesNotMatch(story, /Fallback/);
  const { now, signedIn, timeZone } = await article.evaluate(({ now, signedIn, timeZone }) => ({ now, signedIn, timeZone }));
  assert.deepEqual({ now, signedIn, timeZone }, { now: "1970-01-01T00:00:00.000Z", signedIn: false, timeZone: "Asia/Seoul" });
  for (const [step, count] of [["change", "n=1"], ["change", "n=2"], ["drop", "n=-1"], ["change", "n=0"]]) {
    await page.evaluate((name) => globalThis.app[name](), step);
    await page.locator("footer", { hasText: count }).waitFor();
    await page.waitForTimeout(30);
    assert.equal(await shown(), story, `${step}: the story stays`);
  }
  const before = await page.evaluate(() => globalThis.app.renders);
  assert.ok(before >= 1, "the event is heard");
  await page.evaluate((bundle) => globalThis.app.give(bundle), GIVEN);
  await page.locator("h1", { hasText: "Given" }).waitFor();
  await page.evaluate(() => globalThis.app.give(null));
  await page.locator("h1", { hasText: "A story" }).waitFor();
  await page.evaluate(() => globalThis.app.change());
  await page.locator("footer", { hasText: "n=1" }).waitFor();
  await page.evaluate(() => globalThis.app.unmount());
  await page.locator(main).waitFor({ state: "detached" });
}

const SVELTE = `const { compile } = await import("svelte/compiler");
const { readFileSync, readdirSync, writeFileSync } = await import("node:fs");
for (const file of readdirSync(".").filter((name) => name.endsWith(".svelte")))
  writeFileSync(file.replace(".svelte", ".js"), compile(readFileSync(file, "utf8"), { generate: "client" }).js.code);`;
const DEFINES = { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" };

/** Bundles main.js and the files beside it, opens the page and looks; nothing may throw, nothing be asked elsewhere. */
async function inPage(folder, name, files, look) {
  const html = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>App</title><div id="app"></div><script type="module" src="./dist/main.js"></script></html>';
  const path = caseFolder(folder, name, { ...files, "story.json": STORY, "index.html": html });
  execFileSync(process.execPath, ["--input-type=module", "-e", SVELTE], { cwd: path, stdio: "pipe" });
  const defines = Object.entries(DEFINES).map(([key, value]) => `--define:${key}=${value}`);
  tool(folder, "esbuild/bin/esbuild", ["main.js", "--bundle", "--format=esm", "--outdir=dist", "--conditions=browser", "--jsx=automatic", ...defines], path);
  const dist = join(folder, "node_modules/broadsheet/dist");
  for (const file of readdirSync(dist).filter((one) => /\.(wasm|css)$/.test(one))) cpSync(join(dist, file), join(path, "dist", file));
  const server = await serveFolder(path);
  const seen = await visit(`${server.origin}/`);
  try {
    const evidence = await look(seen);
    assert.deepEqual([seen.errors, seen.foreign], [[], []]);
    return evidence;
  } catch (error) {
    throw new Error(`${error.message} ${seen.errors.join(" | ")} ${seen.console.join(" | ")}`);
  } finally {
    await seen.close();
    server.close();
  }
}

const client = ([name, { host, main, component }]) => ({
  name: `${name}, in the browser`,
  host,
  run: (folder) =>
    inPage(folder, name, { "main.js": main, ...(component && { "App.svelte": component }) }, async ({ page }) => {
      await steps(page);
      return "properties, events, a fallback that changes, unmounting: nothing throws, the story stays";
    }),
});

// --- what web/frameworks.md shows ----------------------------------------------------------------------

const BUNDLE = `const bundle = ${STORY};\nconst onShown = () => (globalThis.shown = true);\nconst target = document.querySelector("#app");\n`;
const MOUNT = {
  "React 19": `import { createElement } from "react";\nimport { createRoot } from "react-dom/client";\nimport { Story } from "./story.jsx";\n${BUNDLE}createRoot(target).render(createElement(Story, { bundle, onShown }));`,
  "Vue 3": `import { createApp, h } from "vue/dist/vue.esm-bundler.js";\nimport Story from "./story.js";\n${BUNDLE}const app = createApp(() => h(Story, { bundle, onShown }));\napp.config.compilerOptions.isCustomElement = (tag) => tag.startsWith("broadsheet-");\napp.mount(target);`,
  "Svelte 5": `import { mount } from "svelte";\nimport Story from "./Story.js";\n${BUNDLE}mount(Story, { target, props: { bundle, onShown } });`,
  "Lit 3": `import { render } from "lit";\nimport { story } from "./story.js";\n${BUNDLE}render(story(bundle, onShown), target);`,
};

const shown = ([name, main]) => ({
  name: `${name}, as the document shows`,
  host: APPS[name].host,
  run: (folder) =>
    inPage(folder, `${name} shown`, { "main.js": main, ...shownIn(name) }, async ({ page }) => {
      await page.locator("h1", { hasText: "A story" }).waitFor();
      assert.equal(await page.evaluate(() => globalThis.shown), true, "the event is heard");
      assert.equal(await page.locator("broadsheet-article").evaluate((node) => node.getAttribute("time-zone")), "Asia/Seoul");
      return "the story is shown";
    }),
});

// --- a server's HTML, where the story is shown before the framework hydrates --------------------------

// Each module exports app(): the same on the server and in the browser; what it shows has the fallback as its child.
const HYDRATED = {
  "React 19": {
    app: `import { createElement as h, useState } from "react";
export function App() {
  const [n, set] = useState(0);
  return h("main", null, h("broadsheet-article", { src: "./story.json", "time-zone": "Asia/Seoul", suppressHydrationWarning: true, dangerouslySetInnerHTML: { __html: "<p>Fallback</p>" } }), h("button", { onClick: () => set(n + 1) }, "n=" + n));
}`,
    server: 'import { renderToString } from "react-dom/server";\nimport { createElement } from "react";\nimport { App } from "./app.js";\nconsole.log(renderToString(createElement(App)));',
    browser: 'import { hydrateRoot } from "react-dom/client";\nimport { createElement } from "react";\nimport { App } from "./app.js";\nexport const hydrate = (target) => { const root = hydrateRoot(target, createElement(App)); return () => root.unmount(); };',
  },
  "Vue 3": {
    app: `import { h, ref } from "vue";
export const App = { setup() { const n = ref(0); return () => h("main", null, [h("broadsheet-article", { src: "./story.json", "time-zone": "Asia/Seoul", "data-allow-mismatch": "", innerHTML: "<p>Fallback</p>" }), h("button", { onClick: () => n.value++ }, "n=" + n.value)]); } };`,
    server: 'import { renderToString } from "@vue/server-renderer";\nimport { createSSRApp } from "vue";\nimport { App } from "./app.js";\nconsole.log(await renderToString(createSSRApp(App)));',
    browser: 'import { createSSRApp } from "vue";\nimport { App } from "./app.js";\nexport const hydrate = (target) => { const app = createSSRApp(App); app.mount(target); return () => app.unmount(); };',
  },
  "Svelte 5": {
    late: true, // it allows no node that it has not made, and defines the elements once it has hydrated
    svelte: `<script>import { onMount } from "svelte"; let n = $state(0); onMount(() => void import("broadsheet/define"));</script>
<main><broadsheet-article src="./story.json" time-zone="Asia/Seoul"><p>Fallback</p></broadsheet-article><button onclick={() => n++}>n={n}</button></main>`,
    server: 'import { render } from "svelte/server";\nimport App from "./App.server.js";\nconsole.log(render(App).body);',
    browser: 'import { hydrate as start, unmount } from "svelte";\nimport App from "./App.js";\nexport const hydrate = (target) => { const app = start(App, { target }); return () => unmount(app); };',
  },
};
const SERVER_SVELTE = `const { compile } = await import("svelte/compiler");
const { readFileSync, writeFileSync } = await import("node:fs");
writeFileSync("App.server.js", compile(readFileSync("App.svelte", "utf8"), { generate: "server" }).js.code);`;

const hydrated = ([name, { late, app, svelte, server, browser }]) => ({
  name: `${name}, hydrating ${late ? "before the story" : "around a story"}`,
  host: APPS[name].host,
  async run(folder) {
    const files = { "server.mjs": server, "browser.js": browser, ...(app && { "app.js": app }), ...(svelte && { "App.svelte": svelte }) };
    const path = caseFolder(folder, `${name} server`, files);
    if (svelte) execFileSync(process.execPath, ["--input-type=module", "-e", SERVER_SVELTE], { cwd: path, stdio: "pipe" });
    const html = tool(folder, relative(join(folder, "node_modules"), join(path, "server.mjs")), [], path).trim();
    assert.match(html, /time-zone="Asia\/Seoul".*Fallback/);
    const main = `${late ? "" : 'import "broadsheet/define";'}\nimport { hydrate } from "./browser.js";\nconst target = document.querySelector("#app");\ntarget.innerHTML = ${JSON.stringify(html)};
const element = document.querySelector("broadsheet-article");\nawait element.rendered;\nconst end = ${late} && hydrate(target);\nawait customElements.whenDefined("broadsheet-article");\nawait element.rendered;
globalThis.story = document.querySelector("h1");\nglobalThis.end = end || hydrate(target);`;
    return inPage(folder, `${name} hydrated`, { ...files, "main.js": main }, async ({ page, console }) => {
      await page.waitForFunction(() => globalThis.end);
      for (const n of ["n=1", "n=2"]) {
        await page.locator("button").click();
        await page.locator("button", { hasText: n }).waitFor();
      }
      assert.equal(await page.evaluate(() => globalThis.story.isConnected && document.querySelectorAll("h1").length), 1, "the story stays");
      assert.doesNotMatch(await page.locator("main").evaluate((node) => node.innerText), /Fallback/);
      assert.deepEqual(console, []);
      await page.evaluate(() => globalThis.end());
      await page.locator("#app main").waitFor({ state: "detached" });
      return "the story stays, nothing is told";
    });
  },
});

// --- the same with a story that the server rendered, which the element takes over before the framework hydrates ---------

const adopted = ([name, { app, server, browser }]) => ({
  name: `${name}, hydrating what the element took over`,
  host: APPS[name].host,
  async run(folder) {
    const { load } = await import("../../dist/broadsheet.js");
    const story = (await load()).open(STORY, { provenance: true, timeZone: "Asia/Seoul" });
    const files = { "server.mjs": server, "browser.js": browser, "app.js": app.replace('"<p>Fallback</p>"', () => JSON.stringify(story.render())) };
    story.close();
    const path = caseFolder(folder, `${name} story`, files);
    const html = tool(folder, relative(join(folder, "node_modules"), join(path, "server.mjs")), [], path).trim();
    assert.match(html, /data-bs-provenance=/);
    const main = `import "broadsheet/define";\nimport { hydrate } from "./browser.js";\nconst target = document.querySelector("#app");\ntarget.innerHTML = ${JSON.stringify(html)};
const element = document.querySelector("broadsheet-article");\nconst changes = (globalThis.changes = []);\nelement.addEventListener("broadsheet-render", ({ detail }) => (globalThis.adopted = detail.adopted));
new MutationObserver((records) => changes.push(...records.filter(({ target }) => target !== element).map(({ type }) => type))).observe(element, { attributes: true, childList: true, characterData: true, subtree: true });
await element.rendered;\nglobalThis.end = hydrate(target);`;
    return inPage(folder, `${name} took over`, { ...files, "main.js": main }, async ({ page, console }) => {
      await page.waitForFunction(() => globalThis.end);
      await page.locator("button").click();
      await page.locator("button", { hasText: "n=1" }).waitFor();
      assert.deepEqual(await page.evaluate(() => [globalThis.adopted, globalThis.changes, performance.getEntriesByType("resource").filter(({ name }) => /\.(wasm|json)$/.test(name)).length]), [true, [], 0]);
      assert.deepEqual(console, []);
      await page.evaluate(() => globalThis.end());
      await page.locator("#app main").waitFor({ state: "detached" });
      return "no node is touched, no module is loaded, nothing is told";
    });
  },
});

export const frameworks = [...Object.entries(APPS).map(client), ...Object.entries(MOUNT).map(shown), ...Object.entries(HYDRATED).map(hydrated), ...Object.entries(HYDRATED).filter(([, { app }]) => app).map(adopted)];
