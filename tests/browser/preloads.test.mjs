// The preload lines of README and the examples: they name what the element fetches, all of it, and nothing comes twice.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { launchChromium } from "../bench/chromium.mjs";
import { preloads, serve } from "../bench/site.mjs";

const folder = new URL("../../examples/", import.meta.url);
const examples = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => /\.(html|css|js)$/.test(name))
    .map((name) => [`/${name}`, readFileSync(new URL(name, folder))]),
);
const made = Object.keys(examples).filter((path) => String(examples[path]).includes('src="broadsheet/define.js"'));

let site, chromium;
before(async () => ([site, chromium] = await Promise.all([serve(examples), launchChromium()])));
after(() => Promise.all([site?.close(), chromium?.close()]));

/** What a page asked for until all its elements showed their parts. */
async function asked(path) {
  const tab = await chromium.tab();
  site.asked.length = 0;
  await tab.send("Page.navigate", { url: site.origin + path });
  const ready = `(() => {
    const elements = [...document.querySelectorAll("broadsheet-article, broadsheet-part")];
    return document.readyState === "complete" && elements.length > 0 && elements.every(({ dataset }) => dataset.state === "ready");
  })()`;
  for (let tries = 0; ; tries++) {
    const { result } = await tab.send("Runtime.evaluate", { expression: ready });
    if (result.value === true) break;
    assert.ok(tries < 200, `${path} shows its parts`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await tab.close();
  return [...site.asked];
}

for (const path of made) {
  test(`${path}: it names all that its elements fetch, and nothing comes twice`, async () => {
    const html = String(examples[path]);
    const named = [...html.matchAll(/<link rel="preload" as="fetch" crossorigin href="([^"]+)">/g)].map(([, href]) => `/${href}`);
    const paths = await asked(path);
    assert.deepEqual(paths.filter((one, i) => paths.indexOf(one) !== i), []);
    assert.deepEqual([...named].sort(), paths.filter((one) => /\.(json|wasm)$/.test(one)).sort());
    const styles = paths.filter((one) => /^\/broadsheet\/.*\.css$/.test(one));
    if (!path.startsWith("/resets")) for (const style of styles) assert.ok(html.includes(`<link rel="stylesheet" href="${style.slice(1)}">`), style);
  });
}

test("README's lines name what the element fetches", async () => {
  const lines = preloads().join("\n");
  const paths = await asked("/index.html");
  const needed = paths.filter((path) => /^\/(broadsheet|bundles)\//.test(path) && !/\/(define|console)\.js$/.test(path)); // console.js for the author alone
  for (const path of needed) assert.ok(lines.includes(`href="${path.slice(1)}"`), path);
  assert.equal(lines.split("\n").length, needed.length);
});
