// What the tests of <broadsheet-article> share: a site with stories, and a visit that ends with the checks that every
// page must pass.
import assert from "node:assert/strict";
import { after } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { bundle, open, serve } from "./harness.mjs";

export const press = await load();
export const site = await serve({
  "/story.json": bundle(),
  "/other.json": bundle({ headline: "Another story" }),
  "/bad.json": "{ this is not JSON",
});
after(() => site.close());

/** Serves a story at a path, but not before the function that is returned was called. */
export function hold(path, article = {}) {
  let release;
  const after = new Promise((resolve) => (release = resolve));
  site.pages[path] = { body: bundle(article), after };
  return release;
}

export const FALLBACK = '<p id="fallback">What the server sent.</p>';
let pages = 0;

/** Serves a page of its own for one test and opens it; what must never happen is checked at its end. */
export async function run(t, html, options = {}) {
  const path = `/page${++pages}.html`;
  site.pages[path] = html;
  const visit = await open(site, path + (options.hash ?? ""), options);
  t.after(async () => {
    const { violations } = await visit.seen();
    await visit.close();
    assert.deepEqual([visit.offOrigin, visit.errors, violations], [[], [], []]);
  });
  return visit;
}

export const element = (attributes, content = FALLBACK) =>
  `<broadsheet-article ${attributes}>${content}</broadsheet-article>`;

/** What is shown of what stands inside of the element: all of it, unless a slot of the element takes some nodes alone. */
export const html = (visit, selector = "broadsheet-article") =>
  visit.page
    .locator(selector)
    .first()
    .evaluate((node) => {
      const slot = node.shadowRoot?.querySelector("slot");
      // Through the prototype, since a form's fields hide its own properties (DOM clobbering).
      const source = (one) => (one instanceof Element ? Reflect.get(Element.prototype, "outerHTML", one) : one.data);
      return slot ? slot.assignedNodes().map(source).join("") : node.innerHTML;
    });

/** Time in which something could happen that must not. */
export const settle = (visit, ms = 300) => visit.page.waitForTimeout(ms);
