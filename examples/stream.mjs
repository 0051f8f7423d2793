// A server that sends a page down to the story at once, and the story when it comes.
//
//   make dist && node examples/stream.mjs      PORT=n; default 8000
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { load, splitDocument } from "../dist/broadsheet.js";

const press = await load();
const read = (name) => readFile(new URL(`bundles/${name}.json`, import.meta.url));
const around = await Promise.all(["edition/site-en", "edition/lists-en"].map(read));

/** The pieces of the document that layers make. */
function pieces(layers, options) {
  const story = press.open([...around, ...layers], options);
  try {
    return splitDocument(story.render("document"));
  } finally {
    story.close();
  }
}

/**
 * Answers with a page.
 * @param {import("node:http").ServerResponse} response
 * @param {object} known what a list of stories says of this one: id and headline, and what else the head shall say
 * @param {Promise<Uint8Array>} bundle the story
 */
export async function answer(response, known, bundle) {
  const options = { document: "page", stylesheet: "broadsheet/broadsheet.css", now: new Date() };
  const [above, , end] = pieces([{ article: { ...known, body: "" } }], options);
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.write(above); // the reader sees the paper's head, and the browser fetches the stylesheet
  try {
    const [, story, below] = pieces([await bundle], options);
    response.end(story + below);
  } catch {
    response.end(`<p>The story cannot be shown now.</p>${end}`);
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const slowly = async () => (await new Promise((resolve) => setTimeout(resolve, 2000)), read("summit"));
  const known = { id: "summit", headline: "Four nations agree to answer one another’s distress calls", language: "en" };
  const server = createServer(async ({ url }, response) => {
    if (url === "/") return answer(response, known, slowly());
    const file = new URL(`.${url.replace(/^\/broadsheet\//, "/../dist/")}`, import.meta.url);
    const bytes = /^\/(broadsheet|pictures)\/[\w./-]+$/.test(url) && !url.includes("..") && (await readFile(file).catch(() => null));
    response.writeHead(bytes ? 200 : 404, { "content-type": url.endsWith(".css") ? "text/css" : "application/octet-stream" }).end(bytes || "not here");
  });
  server.listen(process.env.PORT ?? 8000, () => console.log(`http://localhost:${server.address().port}/`));
}
