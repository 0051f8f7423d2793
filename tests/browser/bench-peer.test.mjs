// The pages of the bench: the peer's shows what ours shows, and our preload lines fetch nothing twice.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { launchChromium } from "../bench/chromium.mjs";
import { sameShown } from "../bench/shown.mjs";
import { serve } from "../bench/site.mjs";
import { STORY } from "../budgets/inputs.mjs";

let site, chromium, want;
before(async () => {
  [site, chromium] = await Promise.all([serve(), launchChromium()]);
  want = (await load()).open(STORY).render();
});
after(() => Promise.all([site?.close(), chromium?.close()]));

async function visit(name) {
  const tab = await chromium.tab();
  const { url, shown } = site.visit(name);
  site.asked.length = 0;
  await tab.send("Page.navigate", { url });
  const { html, time } = await shown;
  await tab.close();
  return { html, time, asked: [...site.asked] };
}

for (const name of ["peer", "peer with preloads", "ours", "ours with preloads"]) {
  test(`${name}: it shows the story's texts, pictures and links, and signals its first frame`, async () => {
    const { html, time, asked } = await visit(name);
    sameShown(html, want, name);
    assert.ok(time > 0);
    assert.deepEqual(asked.filter((path, i) => asked.indexOf(path) !== i), [], "nothing is fetched twice");
    const bundles = asked.filter((path) => path.endsWith(".json"));
    assert.deepEqual(bundles.sort(), ["/bundles/site.json", "/bundles/summit.json"]);
  });
}
