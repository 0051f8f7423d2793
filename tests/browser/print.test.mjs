// What print adds to a story: the addresses of its links, each once and whole.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { open, serve } from "./harness.mjs";

const press = await load();
const BODY = `[own](https://x.example/a) [https://x.example/b](https://x.example/b) [x.example/c](https://x.example/c)
<https://x.example/d> [https://x.example/e/](https://x.example/e) [relative](/f) [deeper](g?h=1&i=2) [place](#end)
[mail](mailto:a@b.example) [call](tel:+82-2-555-0100) [other](//y.example/j) [https://x.example/k](https://x.example/l)
[https://x.example/k?a=1&b=2](https://x.example/k?a=1&b=2) [https://x.example/항구](https://x.example/항구) [](https://x.example/m)

[r](related:r)

# End`;
const PRINTED = [
  "https://x.example/a", "", "", "", "", "https://p.example/f", "https://p.example/news/g?h=1&i=2", "", "", "", "https://y.example/j", "https://x.example/l", "", "", "",
  "https://p.example/r",
];

/** A story as a page, in print. */
async function onPaper(t, layers) {
  const story = press.open(layers, { stylesheet: "/broadsheet/broadsheet.css" });
  const site = await serve({ "/page.html": story.render("document") });
  story.close();
  const visit = await open(site, "/page.html");
  t.after(async () => {
    await visit.close();
    site.close();
  });
  await visit.page.emulateMedia({ media: "print" });
  return visit.page;
}

/** What is drawn behind each link of the body, in print. */
async function printed(t, layers) {
  const page = await onPaper(t, layers);
  return page.locator(".bs-body a").evaluateAll((links) => links.map((link) => getComputedStyle(link, "::after").content.replace(/^none$/, "").replace(/^" <|>"$/g, "")));
}

const article = { id: "1", headline: "H", body: BODY, related: { r: { headline: "R", url: "/r" } } };

test("an address is printed once, and whole", async (t) => {
  assert.deepEqual(await printed(t, { article: { ...article, url: "/news/story.html" }, site: { url: "https://p.example/" } }), PRINTED);
});

test("what a relative address leads to is not known without a base, and not printed", async (t) => {
  assert.deepEqual(await printed(t, { article }), PRINTED.map((address) => (/p\.example|y\.example/.test(address) ? "" : address)));
});

test("the pictures of a viewer stand where the text does", async (t) => {
  const figures = Object.fromEntries(["a", "b"].map((id) => [id, { src: `/${id}.webp`, width: 960, height: 640, alt: id }]));
  const viewer = { id: "1", language: "en", headline: "H", body: "Text.\n\n[](gallery:g)", figures, galleries: { g: { label: "Two", layout: "viewer", figures: ["a", "b"] } } };
  const page = await onPaper(t, { broadsheet: 2, article: viewer });
  const [text, ...pictures] = await page.locator(".bs-body > p, .bs-body dialog .bs-picture").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  assert.deepEqual(pictures, [text, text]);
});
