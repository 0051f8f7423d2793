// Three engines: a text at which an engine that wraps lines prettily ends the page does no harm in ours.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { ENGINES, launch } from "./engines.mjs";
import { page, serve } from "./harness.mjs";

// What a text of the attack corpus leaves of a page at which WebKitGTK 2.50.6 ends; a shorter one does not.
const html = `<div class="bs-page" data-part="page" dir="ltr">
<div class="bs-page__columns">
<main class="bs-page__main" id="bs-main" tabindex="-1">
<div class="bs-body" data-part="body">
<figure class="bs-quote" data-part="quote">
<blockquote class="bs-quote__text"><p>We had run <em>out</em> of onions.&lt;div id="68"&gt;&lt;doc xmlns:xlink="<a class="bs-bare" rel="noopener" href="http://www.w3.org/1999/xlink">http://www.w3.org/1999/xlink</a>" xmlns:html="<a class="bs-bare" rel="noopener" href="http://www.w3.org/1999/xhtml">http://www.w3.org/1999/xhtml</a>"&gt;
&lt;html:style /&gt;&lt;x xlink:href="javascript:alert(68)" xlink:type="simple"&gt;WWW&lt;/x&gt;
&lt;/doc&gt;//["'\`--&gt;]]&gt;]&lt;/div&gt;</p></blockquote>
</figure>
</div>
</main>
<div class="bs-page__beside">
</div>
</div>
</div>`;

const site = await serve({ "/": { body: page(html, '<link rel="stylesheet" href="/broadsheet/broadsheet.css">'), type: "text/html" } });
after(() => site.close());

for (const name of ENGINES) {
  test(`${name}: lines are wrapped prettily where that ends no page`, async (t) => {
    const engine = await launch(name);
    t.after(() => engine.close());
    await engine.goto(`${site.origin}/`);
    const wraps = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))).then(() => [...document.querySelectorAll(".bs-body p")].map((one) => getComputedStyle(one).textWrapStyle ?? getComputedStyle(one).textWrap));
    const found = await engine.evaluate(wraps);
    assert.equal(found.length, 1);
    assert.deepEqual([...new Set(found)], [name === "webkit" ? "auto" : name === "chromium" ? "pretty" : found[0]]);
  });
}
