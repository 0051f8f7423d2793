// Serves the examples, with dist/ at /broadsheet/; `make demo` runs it. PORT is the port; default: a free one.
//
// In a page, a comment <!-- render: FILE... --> is replaced by the story of those bundles, rendered at each request, as
// a server of yours would do it. A page that begins with <!-- document: FILE... --> becomes the whole page of those
// bundles; the rest of the file, stylesheet and scripts, goes into its head.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const examples = fileURLToPath(new URL(".", import.meta.url));
const dist = fileURLToPath(new URL("../dist/", import.meta.url));

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".ts": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".webm": "video/webm",
  ".vtt": "text/vtt; charset=utf-8",
};

// Headers that single pages get besides. Broadsheet promises to work under this strict policy.
const headers = {
  "csp.html": {
    "content-security-policy":
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
      "require-trusted-types-for 'script'; trusted-types broadsheet",
  },
};

let press;

/** The part of the story that the files make together. */
async function made(part, files, options) {
  press ??= import("../dist/broadsheet.js").then(({ load }) => load());
  const layers = await Promise.all(files.split(" ").map((name) => readFile(inside(examples, name))));
  const story = (await press).open(layers, { now: new Date(), ...options });
  try {
    return story.render(part);
  } finally {
    story.close();
  }
}

async function rendered(page) {
  const [, files, head] = /^<!-- document: ([^>]*?) -->\n([^]*)$/.exec(page) ?? [];
  if (files) return (await made("document", files, { document: "page" })).replace("</head>", () => `${head}</head>`);
  const pieces = page.split(/<!-- render: ([^>]*?) -->/);
  for (let i = 1; i < pieces.length; i += 2) pieces[i] = await made("story", pieces[i]);
  return pieces.join("");
}

/** The file of that name in a folder; throws when the name leads out of it. */
function inside(folder, name) {
  const file = join(folder, name);
  if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep) || file.includes("\0")) throw new URIError("outside");
  return file;
}

/** The response for an address: { status, type, headers, body }. */
async function answer(url) {
  let name, file;
  try {
    name = decodeURIComponent(new URL(url, "http://localhost").pathname).slice(1);
    if (name === "" || name.endsWith("/")) name += "index.html";
    if (name === "favicon.ico") name = "pictures/favicon.svg"; // what browsers ask every site for
    file = name.startsWith("broadsheet/") ? inside(dist, name.slice("broadsheet/".length)) : inside(examples, name);
  } catch {
    return { status: 400, body: "This is not an address here.\n" };
  }
  const type = types[extname(file)];
  let body;
  try {
    if (!type) throw Object.assign(new Error(), { code: "ENOENT" });
    body = await readFile(file);
  } catch (error) {
    if (!["ENOENT", "EISDIR", "ENOTDIR"].includes(error.code)) throw error;
    return { status: 404, body: "There is nothing here.\n" };
  }
  if (extname(file) === ".html") body = await rendered(body.toString());
  return { status: 200, type, headers: headers[name], body };
}

/** Starts the server; resolves to { address, close }. */
export async function serve(port = 0) {
  const server = createServer(async (request, response) => {
    let result;
    try {
      result = ["GET", "HEAD"].includes(request.method)
        ? await answer(request.url)
        : { status: 405, headers: { allow: "GET, HEAD" }, body: "" };
    } catch (error) {
      console.error(`${request.url}: ${error.message}`);
      result = { status: 500, body: "The server failed; its terminal says why.\n" };
    }
    const length = Buffer.byteLength(result.body);
    response.writeHead(result.status, {
      "content-type": result.type ?? "text/plain; charset=utf-8",
      "content-length": length,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...result.headers,
    });
    response.end(request.method === "HEAD" ? "" : result.body);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "localhost", resolve));
  const close = () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections()));
  return { address: `http://localhost:${server.address().port}/`, close };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const port = process.env.PORT || "0";
  try {
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new Error(`PORT is no port number: ${port}`);
    const { address } = await serve(Number(port));
    console.log(`${address}\nCtrl-C stops.`);
  } catch (error) {
    console.error(error.code === "EADDRINUSE" ? `Port ${port} is taken; set PORT to another, or leave it away.` : error.message);
    process.exitCode = 1;
  }
}
