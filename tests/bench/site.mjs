// The pages that the browser rows visit, and their server: brotli, max-age, one address for the pages' own signals.
import { build } from "esbuild";
import { createServer } from "node:http";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { load } from "../../dist/broadsheet.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const here = fileURLToPath(new URL("./", import.meta.url));

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".svg": "image/svg+xml",
};

/** A script with all that it imports, minified as a page ships it. */
export async function bundled(path) {
  const { outputFiles } = await build({
    entryPoints: [join(here, path)],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    write: false,
    logLevel: "warning",
  });
  return outputFiles[0].contents;
}

// Each page tells by itself when the first frame with the story is there: the second frame after the event begins when the
// first was drawn. It says what it shows, without a fallback that is hidden, so that no visit counts that showed something else.
const signal = (event) => `<script>
      addEventListener("${event}", ({ target }) => requestAnimationFrame(() => requestAnimationFrame(() => {
        const body = JSON.stringify({ visit: location.search.slice(1), time: performance.now(), html: [...target.childNodes].filter((node) => !node.hidden).map((node) => node.outerHTML ?? node.data).join("") });
        fetch("/signal", { method: "POST", body });
      })));
    </script>`;

const page = (head, body) => `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">
    <title>Four nations agree to answer one another’s distress calls</title>
    ${head.join("\n    ")}
  </head>
  <body>
    ${body}
  </body>
</html>
`;

const FALLBACK = '<p><a href="story.html">Four nations agree to answer one another’s distress calls</a></p>';
const OURS = `<broadsheet-article site="bundles/site.json" src="bundles/summit.json">${FALLBACK}</broadsheet-article>`;
const PEER = `<div id="story" data-site="bundles/site.json" data-src="bundles/summit.json">${FALLBACK}</div>`;
const EDITION = `<broadsheet-article fragment="page" site="bundles/edition/site-en.json" lists="bundles/edition/lists-en.json" src="bundles/summit.json">${FALLBACK}</broadsheet-article>`;
const SCRIPT = '<script type="module" src="broadsheet/define.js"></script>';
const layer = (name) => `<link rel="preload" as="fetch" crossorigin href="bundles/${name}.json">`;

// The lines for a story that the browser renders, as README prints them: the stylesheet, then the others.
const lines = /```html\n(<link rel="stylesheet"[^]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8"))?.[1];
if (!lines) throw new Error("README has no preload lines");
const common = lines.trim().split("\n").filter((line) => !/story\.json|<script/.test(line));
const [stylesheet] = common; // the peer's page links to it too, since it has our markup

/** README's lines, for the bundles of the story that is measured. */
export const preloads = () => [...common, layer("site"), layer("summit")];

export const PAGES = {
  ours: page([signal("broadsheet-render"), SCRIPT], OURS),
  "ours with preloads": page([signal("broadsheet-render"), ...preloads(), SCRIPT], OURS),
  peer: page([signal("shown"), stylesheet, '<script type="module" src="peer.js"></script>'], PEER),
  "peer with preloads": page([signal("shown"), stylesheet, layer("site"), layer("summit"), '<script type="module" src="peer.js"></script>'], PEER),
  edition: page([signal("broadsheet-render"), '<script type="module" src="broadsheet/furniture.js"></script>', SCRIPT], EDITION),
  empty: page([signal("shown"), '<script type="module">document.querySelector("#story").dispatchEvent(new CustomEvent("shown", { bubbles: true }))</script>'], PEER),
};

/** What a server renders into the element: with it, the page needs no line for a module. */
async function served() {
  const read = (name) => readFileSync(join(root, "examples/bundles", name));
  const story = (await load()).open([read("site.json"), read("summit.json")], { provenance: true });
  const content = OURS.replace(FALLBACK, () => story.render());
  story.close();
  const furniture = SCRIPT.replace("define", "furniture");
  return { server: page([stylesheet], content), adopted: page([stylesheet, furniture, SCRIPT], content) };
}

/** The address of a page of PAGES. */
export const pathOf = (name) => `/${name.replaceAll(" ", "-")}.html`;

function folder(files, prefix, path) {
  for (const name of readdirSync(path, { recursive: true })) {
    const file = join(path, name);
    if (statSync(file).isFile() && TYPES[extname(name)]) files.set(prefix + name, readFileSync(file));
  }
}

// A page that is isolated from others has a clock of 5 microseconds, in place of 100.
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

/**
 * The host of the pages where a reader is measured: at localhost, the elements take whoever looks at the page for its
 * author, and fetch what tells an author of faults. Chromium of the bench knows it.
 */
export const READER = "reader.test";

/**
 * Starts the server. visit(name) gives { url, shown }: shown is a promise of what the page signals. asked has the path of
 * each request. host: of the addresses that visit() gives, but for the isolated page, which only localhost can be without TLS.
 */
export async function serve(more = {}, host = "localhost") {
  const files = new Map();
  folder(files, "/broadsheet/", join(root, "dist"));
  folder(files, "/bundles/", join(root, "examples/bundles"));
  folder(files, "/pictures/", join(root, "examples/pictures"));
  for (const [name, text] of Object.entries({ ...PAGES, ...(await served()) })) files.set(pathOf(name), Buffer.from(text));
  files.set("/peer.js", await bundled("peer/client.js"));
  for (const [path, content] of Object.entries(more)) files.set(path, content);
  const packed = new Map();
  const pack = (path, encoding) => {
    const key = `${encoding} ${path}`;
    if (!packed.has(key)) packed.set(key, encoding === "br" ? brotliCompressSync(files.get(path)) : gzipSync(files.get(path), { level: 9 }));
    return packed.get(key);
  };
  for (const path of files.keys()) if (/\.(html|js|css|json|wasm|svg)$/.test(path)) pack(path, "br");

  const visits = new Map();
  const asked = [];
  let last = 0;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (request.method === "POST") {
      let text = "";
      for await (const piece of request.setEncoding("utf8")) text += piece;
      response.writeHead(204).end();
      const told = JSON.parse(text);
      visits.get(told.visit)?.(told);
      return;
    }
    asked.push(pathname);
    const content = files.get(pathname);
    if (!content) return void response.writeHead(404, { "content-type": "text/plain" }).end("not here");
    const accepted = request.headers["accept-encoding"] ?? "";
    const encoding = /webp$/.test(pathname) ? null : ["br", "gzip"].find((name) => accepted.includes(name));
    const body = encoding ? pack(pathname, encoding) : content;
    response.writeHead(200, {
      "content-type": TYPES[extname(pathname)],
      "content-length": body.length,
      "cache-control": pathname.endsWith(".html") ? "no-cache" : "max-age=86400",
      vary: "accept-encoding",
      ...(pathname === "/markdown.html" && ISOLATED),
      ...(encoding && { "content-encoding": encoding }),
    });
    response.end(body);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://localhost:${server.address().port}`;
  const addressOf = (name) => {
    const url = new URL(pathOf(name), origin);
    if (name !== "markdown") url.hostname = host;
    return url.href;
  };
  return {
    origin,
    addressOf,
    files,
    asked,
    sizeOf: (path) => pack(path, "br").length,
    visit(name, within = 60_000) {
      const id = String(++last);
      const shown = new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${name} signalled nothing`)), within);
        visits.set(id, (told) => (clearTimeout(timer), visits.delete(id), resolve(told)));
      });
      return { url: `${addressOf(name)}?${id}`, shown };
    },
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}
