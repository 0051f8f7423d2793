// Chromium and a server for it, shared by the tests of this folder.
//
//   const site = await serve({ "/page.html": "<!DOCTYPE html>…", "/late.json": { body, after: 500 } });
//   const visit = await open(site, "/page.html");      visit.page is playwright's
//   await visit.close(); await site.close();
//
// Beside its own pages a site serves dist/ as /broadsheet/ and examples/ as /examples/. Every visit keeps what must
// stay empty: requests to other origins, violations of a policy, errors that nobody caught.
import { chromium } from "playwright-core";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { ARGUMENTS } from "./arguments.mjs";

const folder = (name) => fileURLToPath(new URL(`../../${name}/`, import.meta.url));
const FOLDERS = { "/broadsheet/": folder("dist"), "/examples/": folder("examples") };
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".wasm": "application/wasm",
  ".webm": "video/webm",
  ".vtt": "text/vtt",
};

let browser = null;
after(async () => (await browser)?.close());

/** The browser of this test file; closed after its last test. */
export function launch() {
  browser ??= chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGUMENTS });
  return browser;
}

function find(pages, path) {
  const page = pages[path];
  if (page !== undefined) return typeof page === "string" || Buffer.isBuffer(page) ? { body: page } : page;
  if (path === "/favicon.ico") return { status: 204, body: "" };
  const [prefix, root] = Object.entries(FOLDERS).find(([start]) => path.startsWith(start)) ?? [];
  const file = prefix && root + path.slice(prefix.length);
  if (!file || file.includes("..") || !existsSync(file) || !statSync(file).isFile())
    return { status: 404, body: "not found" };
  return { body: readFileSync(file) };
}

/**
 * A server on a free port of localhost.
 * @param {object} pages by path: text, bytes, or { body, type, status, headers, after }, the last one a promise or
 *   milliseconds to wait for, or a function that answers a request; may be changed while it runs
 * @param {object} [headers] sent with everything
 */
export async function serve(pages, headers = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    requests.push({ path, method: request.method, headers: request.headers });
    if (typeof pages[path] === "function") return pages[path](request, response);
    const { body, type, status = 200, headers: own, after: wait } = find(pages, path);
    await (typeof wait === "number" ? new Promise((resolve) => setTimeout(resolve, wait)) : wait);
    const contentType = type ?? TYPES[extname(path)] ?? (path.endsWith("/") ? TYPES[".html"] : "text/plain");
    response.writeHead(status, { "content-type": contentType, "cache-control": "no-store", ...headers, ...own });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    pages,
    requests,
    /** How often a path was asked for. */
    count: (path) => requests.filter((request) => request.path === path).length,
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}

/** Watches for policy violations and layout shifts, and keeps the element's events; runs in the page before all else. */
export function watch() {
  const seen = { violations: [], events: [], shift: 0 };
  globalThis.seen = seen;
  addEventListener("securitypolicyviolation", (event) => {
    seen.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
  for (const type of ["broadsheet-render", "broadsheet-error"]) {
    addEventListener(type, ({ target, detail }) => {
      const { part, error = {} } = detail; // not diagnostics: who reads them asks the whole module
      const { code, message, layer, offset, line, column, pointer, cause } = error;
      seen.events.push({
        type,
        id: target.id,
        code,
        message,
        where: code && { layer, offset, line, column, pointer, cause: cause?.name },
        part,
        frozen: Object.isFrozen(detail),
      });
    });
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}

/**
 * Opens a page of a site in a fresh context.
 * @param {object} [options] of playwright's newContext; allow: other origins that may be asked
 */
export async function open(site, path, { allow = [], ...options } = {}) {
  const context = await (await launch()).newContext({ viewport: { width: 1000, height: 700 }, ...options });
  const page = await context.newPage();
  const visit = { page, offOrigin: [], errors: [], console: [] };
  const known = (url) => [site.origin, ...allow, "data:", "blob:", "about:"].some((start) => url.startsWith(start));
  page.on("request", (request) => known(request.url()) || visit.offOrigin.push(request.url()));
  page.on("pageerror", (error) => visit.errors.push(String(error)));
  page.on("console", (message) => visit.console.push(`${message.type()}: ${message.text()}`));
  await page.addInitScript(watch);
  /** The violations, events and layout shift that the page has seen so far. */
  visit.seen = () => page.evaluate(() => globalThis.seen);
  /** Waits until the element of that selector has the state, and returns the element. */
  visit.state = async (state, selector = "broadsheet-article") => {
    const element = page.locator(`${selector}[data-state="${state}"]`);
    await element.waitFor({ state: "attached", timeout: 10_000 });
    return element;
  };
  visit.close = () => context.close();
  await page.goto(site.origin + path, { waitUntil: "commit" });
  return visit;
}

/** A small story; what is passed is laid over its article. */
export function bundle(article = {}) {
  const standard = {
    id: "a1",
    language: "en",
    headline: "A story",
    body: "First paragraph.\n\n## A heading\n\nLast paragraph.",
  };
  return JSON.stringify({ broadsheet: 1, article: { ...standard, ...article } });
}

/** A page with the script tag and some content. */
export const page = (content, head = '<script type="module" src="/broadsheet/define.js"></script>') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Test</title>${head}</head><body>${content}</body></html>`;
