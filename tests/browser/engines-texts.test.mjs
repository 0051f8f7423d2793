// Three engines: a text at which an engine that wraps lines prettily ends the page does no harm in ours.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { ENGINES, launch } from "./engines.mjs";
import { bundle, page, serve } from "./harness.mjs";

const TEXT = `<div id="68"><doc xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:html="http://www.w3.org/1999/xhtml">
    <html:style /><x xlink:href="javascript:alert(68)" xlink:type="simple">XXX</x>
</doc>//["'\`-->]]>]</div>`;
const quotes = { q: { text: `We had run _out_ of onions.${TEXT}` } };
const json = JSON.parse(bundle({ body: `One.\n\n[q](quote:q)\n\n${TEXT.replaceAll("\n    ", "\n")}`, quotes }));
const html = (await load()).open(JSON.stringify({ ...json, broadsheet: 2, site: { name: "Paper", navigation: [{ label: "World", url: "/world" }] } })).render("page");
assert.match(html, /We had run <em>out<\/em> of onions\./);

const site = await serve({ "/": { body: page(html, '<link rel="stylesheet" href="/broadsheet/broadsheet.css">'), type: "text/html" } });
after(() => site.close());

for (const name of ENGINES) {
  test(`${name}: lines are wrapped prettily where that ends no page`, async (t) => {
    const engine = await launch(name);
    t.after(() => engine.close());
    await engine.goto(`${site.origin}/`);
    const wraps = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))).then(() => [...document.querySelectorAll(".bs-body p")].map((one) => getComputedStyle(one).textWrapStyle ?? getComputedStyle(one).textWrap));
    const found = await engine.evaluate(wraps);
    assert.ok(found.length > 2);
    assert.deepEqual([...new Set(found)], [name === "webkit" ? "auto" : name === "chromium" ? "pretty" : found[0]]);
  });
}
