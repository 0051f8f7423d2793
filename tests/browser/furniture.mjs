// Pages with furniture for the tests of its behaviours: goldens, as a server would send them, under a strict policy.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after } from "node:test";
import { open, serve } from "./harness.mjs";

export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types broadsheet",
].join("; ");

// What the behaviours build on, and no more: a strip of headlines, a strip of pictures, hidden things that stay hidden.
const LAYOUT = `
  [hidden] { display: none !important }
  .tall { height: 200vh }
  .unready { display: none }
  .bs-ticker__list { display: flex; gap: 1rem; overflow-x: auto; max-width: 20rem; padding: 0 1rem; margin: 0 }
  .bs-ticker__item { flex: none; width: 15rem }
  .wide .bs-ticker__list { display: block; max-width: none }
  .bs-gallery { width: 80vw; height: 80vh }
  .bs-gallery:not([open]):has(:target) { display: block }
  .bs-gallery__pictures { display: flex; overflow-x: auto; scroll-snap-type: x mandatory; margin: 0; padding: 0 }
  .bs-gallery__item { flex: none; width: 100%; scroll-snap-align: start }
  .bs-gallery img { width: 100px; height: 100px }
`;
const PICTURE = { body: '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>', type: "image/svg+xml" };
const PICTURES = ["tide-cover", "high", "tide-1", "tide-1-480", "tide-2", "tide-3", "1", "2"];
export const STANDARD = {
  "/layout.css": LAYOUT,
  "/blank": { body: "<!DOCTYPE html><title>Blank</title>", type: "text/html" },
  "/logo.svg": PICTURE,
  "/icons/weather.svg": PICTURE,
  ...Object.fromEntries(PICTURES.map((name) => [`/g/${name}.webp`, PICTURE])),
};

const read = (title) => readFileSync(new URL(`../golden/${title}.html`, import.meta.url), "utf8");

/** Goldens by "PART/CASE", one after the other. */
export const golden = (...titles) => titles.map(read).join("\n");

/** A page around some HTML. */
export const furnished = (content, { body = "", scripts = ["furniture.js"], styles = "/layout.css" } = {}) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Test</title><link rel="stylesheet" href="${styles}">
   ${scripts.map((name) => `<script type="module" src="/broadsheet/${name}"></script>`).join("")}</head>
   <body class="${body}"><a id="before" href="#">Before</a>${content}<a id="after" href="#">After</a></body></html>`;

/** A site of such pages; it is closed after the file's last test. */
export async function furnishedSite(headers = {}) {
  const site = await serve({ ...STANDARD }, { "content-security-policy": POLICY, ...headers });
  after(() => site.close());
  let pages = 0;

  /** Waits until the behaviours are there. */
  const ready = (page) => page.waitForFunction(() => document[Symbol.for("broadsheet.furniture")]);

  /**
   * Serves a page of its own for one test and opens it; what must never happen is checked at its end.
   * options.prepare(page) runs before the page is loaded; the others are the harness's.
   */
  async function visit(t, html, { prepare, hash = "", ...options } = {}) {
    const path = `/page${++pages}.html`;
    site.pages[path] = html;
    const opened = await open(site, "/blank", options);
    await prepare?.(opened.page);
    await opened.page.goto(site.origin + path + hash);
    t.after(async () => {
      const { violations } = await opened.seen();
      await opened.close();
      assert.deepEqual([opened.offOrigin, opened.errors, violations], [[], [], []]);
    });
    await ready(opened.page);
    return opened.page;
  }
  return { site, visit, ready };
}

/** A control, by the action that it is for. */
export const control = (page, action) => page.locator(`[data-bs-action="${action}"]`).first();

/** Stops a page's clock at a time: only page.clock.runFor() moves it. To be called before the page is loaded. */
export async function stopClock(page, time = "2025-10-01T12:00:00Z") {
  await page.clock.install({ time: new Date(time).getTime() - 3_600_000 }); // it runs until the next line
  await page.clock.pauseAt(new Date(time));
}

/** The reader's text size, as the stylesheet gets it. */
export const scale = (page) =>
  page.evaluate(() => document.documentElement.style.getPropertyValue("--broadsheet-text-scale"));

/** Lets a page be seen, or not, as when the reader goes to another tab. */
export const see = (page, seen) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, !seen);
