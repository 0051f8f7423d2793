// What each server of this folder answers: the page of a story, with the headers by which browsers and caches keep it.

/** The policy that a page of Broadsheet needs, which has no inline script and no inline style. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'";

const ALWAYS = { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY, "x-content-type-options": "nosniff" };
// A minute fresh; then a cache may send it once more while it asks for the next, and for a day while the server fails.
const KEPT = { "cache-control": "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400" };

const WORDS = { 404: "There is no such page here", 405: "Only GET and HEAD are answered here", 500: "The page cannot be shown just now" };

/** The page of a failure. It tells the reader nothing of the cause, and no cache keeps it. */
export function failure(status, headers = {}) {
  const body = new TextEncoder().encode(`<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>${WORDS[status]}</title><h1>${WORDS[status]}</h1></html>\n`);
  return { status, headers: { ...ALWAYS, "cache-control": "no-store", "content-length": String(body.length), ...headers }, body };
}

/** The page of a story as an answer. Its ETag comes from its bytes, so a page that did not change is not sent again. */
export async function page(press, layers, options) {
  const story = press.open(layers, { document: "page", stylesheet: "/broadsheet/broadsheet.css", ...options });
  let body;
  try {
    body = story.renderBytes("document");
  } finally {
    story.close();
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  const etag = `"${btoa(String.fromCharCode(...digest.subarray(0, 18)))}"`;
  return { status: 200, headers: { ...ALWAYS, ...KEPT, etag, "content-length": String(body.length) }, body };
}

/** The name in an address such as /summit; undefined: it has another form. */
export const nameIn = (path) => /^\/([\w-]{1,100})$/.exec(path)?.[1];

const isRead = (method) => method === "GET" || method === "HEAD";
const isSame = (header, etag) => header === "*" || header.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);

/** What of an answer is sent: nothing of it twice, and no body for HEAD. A proxy in front may compress it. */
export function sent(answer, method, ifNoneMatch) {
  const { status, headers, body } = answer;
  if (status === 200 && ifNoneMatch && isSame(ifNoneMatch, headers.etag)) {
    const { "content-type": type, "content-length": length, ...rest } = headers;
    return { status: 304, headers: rest, body: null };
  }
  return { status, headers, body: method === "HEAD" ? null : body };
}

/**
 * Answers a request: { method, path, ifNoneMatch }.
 * @param answerOf gives the answer for a name; null: there is no such story. What it throws is told on the console
 */
export async function answerTo({ method, path, ifNoneMatch }, answerOf) {
  if (!isRead(method)) return sent(failure(405, { allow: "GET, HEAD" }), method);
  try {
    const name = nameIn(path);
    return sent((name && (await answerOf(name))) || failure(404), method, ifNoneMatch);
  } catch (error) {
    console.error(`${path}: ${error.message}`);
    return sent(failure(500), method);
  }
}
