// A server of Node's alone, which Deno runs too:
//
//   STORIES=bundles/ PORT=8000 node node.mjs
//   deno run --allow-net --allow-env --allow-read node.mjs
//
// It answers /NAME with the page of NAME.json over site.json of the folder STORIES, rendered for each request.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { load } from "broadsheet";
import { answerTo, page, sent } from "./answer.mjs";
import { layersOf } from "./layers.mjs";

const stories = pathToFileURL(`${process.env.STORIES ?? "."}/`);
const dist = new URL(".", import.meta.resolve("broadsheet/broadsheet.css"));
const TYPES = { css: "text/css", js: "text/javascript", wasm: "application/wasm", webp: "image/webp", svg: "image/svg+xml" };

/** A file of the folder pictures/ beside the bundles, or of the package. */
async function asset(path) {
  const [, folder, name, ending] = /^\/(broadsheet|pictures)\/([\w-][\w.-]*\.(\w+))$/.exec(path) ?? [];
  if (!TYPES[ending]) return null;
  const body = await readFile(new URL(name, folder === "pictures" ? new URL("pictures/", stories) : dist)).catch(() => null);
  return body && { status: 200, headers: { "content-type": TYPES[ending], "content-length": String(body.length), "cache-control": "public, max-age=3600", "x-content-type-options": "nosniff" }, body };
}

const press = await load();
const server = createServer(async (request, response) => {
  const [path] = request.url.split("?");
  const { method } = request;
  const file = method === "GET" || method === "HEAD" ? await asset(path) : null;
  const { status, headers, body } = file
    ? sent(file, method)
    : await answerTo({ method, path, ifNoneMatch: request.headers["if-none-match"] }, async (name) => {
        const layers = await layersOf(stories, name);
        return layers && page(press, layers);
      });
  response.writeHead(status, headers).end(body);
});
server.listen(process.env.PORT ?? 0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/NAME`));
