// Three engines: an element that is changed and taken out of the page at once lets it go on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES } from "./engines.mjs";
import { content, site, visitors } from "./engines-site.mjs";
import { bundle, page } from "./harness.mjs";

site.pages["/one.json"] = bundle();
site.pages["/removed.html"] = page('<div><broadsheet-article src="/one.json"><p>Fallback</p></broadsheet-article></div>', '<script type="module" src="/broadsheet/define.js"></script>');

const WAYS = {
  "emptied and removed": (element) => (element.replaceChildren(), element.remove()),
  "something appended, and removed": (element) => (element.append(" "), element.remove()),
  "something appended, and its parent removed": (element) => (element.append(document.createElement("p")), element.parentNode.remove()),
  "the fallback removed, and then itself": (element) => (element.querySelector("p").remove(), element.remove()),
  "removed, and then the fallback": (element) => (element.remove(), element.querySelector("p").remove()),
};

const all = await visitors(ENGINES);
for (const { engine } of all)
  for (const [way, work] of Object.entries(WAYS))
    test(`${engine.version}: ${way}`, async () => {
      await engine.goto(`${site.origin}/removed.html`);
      assert.match(await content(engine), /A story/);
      const goesOn = engine.evaluate(`() => { const element = document.querySelector("broadsheet-article"); (${work})(element); return new Promise((resolve) => setTimeout(resolve, 50, element.isConnected)); }`);
      const late = new Promise((resolve) => setTimeout(resolve, 10_000, "nothing runs in the page any more").unref());
      assert.equal(await Promise.race([goesOn, late]), false);
    });

for (const { engine } of all)
  test(`${engine.version}: emptied, removed and put back by what runs between, it has its story`, async () => {
    await engine.goto(`${site.origin}/removed.html`);
    await content(engine);
    await engine.evaluate(() => {
      const element = document.querySelector("broadsheet-article");
      const place = element.parentNode;
      element.querySelector(".bs-story").remove();
      queueMicrotask(() => place.append(element)); // after the element was told of its content, before of its removal
      element.remove();
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.match(await content(engine), /A story/);
  });
