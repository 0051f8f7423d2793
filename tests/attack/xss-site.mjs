// The page in which hostile texts are shown to a browser, the server that it comes from, and what is shown.
import { readFileSync } from "node:fs";
import { marked } from "marked";
import { serve } from "../browser/harness.mjs";
import { full, schema, values } from "../node/full-bundle.mjs";
import { dataOf } from "./xss-bundles.mjs";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
export const list = JSON.parse(read("../../src/output.json"));

// What the words of the interface need to be shown, beside what the schema's bundle has.
const whole = structuredClone({ ...full, _test: undefined });
whole.article.body += "\n\n- [x] Done\n- [ ] Open\n\n| a |\n|---|\n| b |";
// All that a body can place.
const PLACED = { media: "media", boxes: "box", galleries: "gallery", quotes: "quote", slots: "slot" };
for (const [map, kind] of Object.entries(PLACED)) for (const id of Object.keys(whole.article[map] ?? whole.site[map])) whole.article.body += `\n\n[${id}](${kind}:${id})`;
whole.article.authors.push({ name: "Bae Soyun" });
whole.site.share.push("x", "whatsapp", "reddit", "mail", "system");

/** Every place of the bundle, with its schema; and what xss-bundles.mjs makes bundles of. */
export const places = [...values(whole, schema)].slice(1);
export const data = dataOf(whole, places);

// The host's page is as careless as can be: any script may run. It is told of each that is not a file of its own.
const REFUSED = "default-src 'none'; script-src * 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' data: blob:; style-src 'self'; connect-src 'self'; frame-src 'self'";
const REPORTED = "script-src 'self' 'wasm-unsafe-eval' 'report-sample'";
const headers = { "content-security-policy": REFUSED, "content-security-policy-report-only": REPORTED };

const FILES = ["xss-page.mjs", "xss-watch.mjs", "xss-use.mjs", "xss-bundles.mjs", "walk.mjs"];
const page = (script) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Attack</title>
<script type="module" src="/attack/${script}"></script></head><body></body></html>`;

/** The site; asked() are the requests that nobody but something hostile can have made. */
export async function attackSite() {
  const files = FILES.map((name) => [`/attack/${name}`, read(name)]);
  const pages = { "/": { body: page("xss-page.mjs"), headers }, ...Object.fromEntries(files) };
  const site = await serve(pages);
  const own = (path) => path === "/" || path === "/favicon.ico" || /^\/(attack|broadsheet)\//.test(path);
  return { ...site, asked: () => site.requests.map(({ path }) => path).filter((path) => !own(path)) };
}

/** Calls a function of the page, when its script is there. */
const call = (engine, name, ...args) =>
  engine.evaluate(
    async (name, args) => {
      while (!globalThis[name]) await new Promise((resolve) => setTimeout(resolve, 20));
      return globalThis[name](...args);
    },
    name,
    args,
  );

const AT_ONCE = 8;
/** How many texts one engine is given: it grows with what it has seen. */
export const IN_AN_ENGINE = 160;

/**
 * Some texts in an engine.
 * @param {object} [how] overrides what the page's attack() is given
 * @returns what was found, how much was rendered, and what behaviours added
 */
export async function attackIn(engine, site, payloads, how = {}) {
  const result = { found: [], renders: 0, added: new Set() };
  await engine.goto(`${site.origin}/`);
  for (let i = 0; i < payloads.length && result.found.length < 50; i += AT_ONCE) {
    const { found, renders, added } = await call(engine, "attack", payloads.slice(i, i + AT_ONCE), { ...data, list, apart: true, ...how });
    result.found.push(...found);
    result.renders += renders;
    for (const one of added) result.added.add(one);
  }
  if (engine.prompts) result.found.push(`${engine.prompts} dialogs were opened`);
  return result;
}

// Positive controls -------------------------------------------------------------------------

/** What the page tells of, when nobody made it safe: a script, a request, a dialog, a link that leads elsewhere. */
export const TELLING = [
  "<img src=x onerror='document.title = 1'>",
  "<img src=x onerror='alert(1)'>",
  "<a href='javascript:void 0'>x</a>",
  "<a href='data:text/html,x'>x</a>",
  "<video src='https://evil.example/'></video>",
  "<style>p { color: red }</style>",
  "<svg><a xlink:href='javascript:alert(1)'></a></svg>",
];

/** What happened when a text was put into the page as it is; the page is that of attackIn. */
export const rawIn = (engine, html) => call(engine, "insertRaw", html);

const CANARIES = `for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = () => void top.postMessage("canary", "*");`;

// How a text gets into a page that stops nobody.
const RAW = {
  html: (v) => v,
  md: (v) => marked.parse(v),
  url: (v) => `<a href="${escape(v)}">x</a><img src="${escape(v)}"><iframe src="${escape(v)}"></iframe>`,
  text: (v) => `<p>${v}</p><p title="${v}">x</p>`,
};
const escape = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** A site for them, with nothing that stops anybody. */
export async function controlSite() {
  return serve({
    "/": { body: page("xss-control.mjs"), type: "text/html" },
    "/attack/xss-control.mjs": read("xss-control.mjs"),
    "/frame": { body: "<!DOCTYPE html><html><head></head><body></body></html>", type: "text/html; charset=utf-8" },
  });
}

/** Those of the records that run script in an engine: put in by innerHTML, or as a document of their own. */
export async function fireIn(engine, site, records) {
  await engine.init(CANARIES);
  const htmls = records.map(({ kind, payload }) => RAW[kind](payload));
  const addresses = htmls.map((_, i) => `/raw/${i}`);
  htmls.forEach((html, i) => {
    site.pages[addresses[i]] = { body: `<!DOCTYPE html><html><head></head><body>${html}</body></html>`, type: "text/html; charset=utf-8" };
  });
  const ran = new Set();
  for (const asDocuments of [false, true]) {
    for (let i = 0; i < htmls.length; i += 24) {
      await engine.goto(`${site.origin}/`); // a new page: what the last ones did to it is gone
      const some = [i, i + 24];
      const fired = await call(engine, "fire", htmls.slice(...some), asDocuments ? addresses.slice(...some) : null);
      for (const index of fired) ran.add(records[i + index]);
    }
  }
  return ran;
}
