// How large the pictures of a body are drawn: each in its own shape, and no higher than its line where it stands in one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { open, serve } from "./harness.mjs";

const press = await load();
const picture = (width, height) => ({ body: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%"/></svg>`, type: "image/svg+xml" });
const BODY = `![tall](/tall.svg)

Take the ![icon](/icon.svg) boat, and the ![photo](/photo.svg) one.

## Heading ![icon](/icon.svg)

- ![item](/photo.svg)

| a | b |
|---|---|
| ![cell](/icon.svg) | c |

![one](/photo.svg)
![two](/photo.svg)

![figure](figure:f)

![figure](figure:g)`;
const figures = { f: { src: "/tall.svg", alt: "without sizes" }, g: { src: "/tall.svg", width: 720, height: 3600, alt: "with sizes" } };

test("a picture has its own shape, and in a line no more than the line", async (t) => {
  const story = press.open({ article: { id: "1", headline: "H", language: "en", body: BODY, figures, lead: "f" } }, { stylesheet: "/broadsheet/broadsheet.css" });
  const site = await serve({ "/page.html": story.render("document").replaceAll('loading="lazy"', ""), "/tall.svg": picture(720, 3600), "/icon.svg": picture(24, 24), "/photo.svg": picture(600, 400) });
  story.close();
  const visit = await open(site, "/page.html", { viewport: { width: 1000, height: 800 } });
  t.after(async () => {
    await visit.close();
    site.close();
  });
  await visit.page.waitForLoadState("load");
  const boxes = await visit.page.locator(".bs-body img").evaluateAll((images) => images.map((image) => [image.alt, image.getBoundingClientRect().width, image.getBoundingClientRect().height, image.closest(".bs-body").getBoundingClientRect().width]));
  for (const [alt, width, height, column] of boxes) {
    if (alt === "tall" || alt === "without sizes") assert.ok(Math.abs(height / width - 5) < 0.05 && width > 0.9 * column, `${alt}: ${width} × ${height}`);
    else if (alt === "icon" || alt === "cell") assert.ok(width === height && width <= 24.5 && width >= 20, `${alt}: ${width} × ${height}`);
    else if (alt === "photo" || alt === "item") assert.ok(height <= 36 && Math.abs(width / height - 1.5) < 0.05, `${alt}: ${width} × ${height}`);
    else if (alt === "one" || alt === "two") assert.ok(width > 0.9 * column && Math.abs(width / height - 1.5) < 0.05, `${alt}: ${width} × ${height}`);
  }
  assert.equal(boxes.length, 10);
  assert.equal(await visit.page.locator(".bs-whole").getAttribute("href"), "/tall.svg", "what is cut can be reached");
  assert.equal(await visit.page.locator(".bs-lead-figure img").evaluate((image) => getComputedStyle(image).objectFit), "contain");
});
