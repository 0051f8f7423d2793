// Pages whose stories are kept fresh, addresses that answer by ETag, and streams. Time is the test's own: what a page waits
// for passes at once.
import assert from "node:assert/strict";
import { run, site } from "./element.mjs";
import { page } from "./harness.mjs";

export const define = '<script type="module" src="/broadsheet/define.js"></script>';
export const at = (minute) => `2026-01-17T10:${String(minute).padStart(2, "0")}:00Z`;
let number = 0;

/** An address that answers by ETag; its body, status and so on may be changed, and what was asked of it is kept. */
export function served(body) {
  const path = `/fresh${++number}.json`;
  const served = { path, body, status: 200, after: null, headers: {}, asked: [] };
  site.pages[path] = async (request, response) => {
    const etag = `"${served.body.length}-${Buffer.from(served.body).reduce((sum, byte) => (sum * 31 + byte) >>> 0, 7)}"`;
    const same = request.headers["if-none-match"] === etag;
    const answer = [served.status !== 200 ? served.status : same ? 304 : 200, { "content-type": "application/json", etag, ...served.headers }, served.body];
    served.asked.push({ status: answer[0], match: request.headers["if-none-match"] });
    await served.after;
    response.writeHead(answer[0], answer[1]).end(answer[0] === 304 ? undefined : answer[2]);
  };
  return served;
}

/** A stream of events: say(event, data, id) pushes one to all who listen. */
export function streamed() {
  const path = `/stream${++number}`;
  const stream = { path, opened: [], listeners: new Set(), refuse: false };
  site.pages[path] = (request, response) => {
    stream.opened.push({ query: new URL(request.url, "http://localhost").search, id: request.headers["last-event-id"] });
    if (stream.refuse) return response.writeHead(503).end();
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": hello\n\n");
    stream.listeners.add(response);
    request.on("close", () => stream.listeners.delete(response));
  };
  stream.say = (event, data, id) => {
    const text = typeof data === "string" ? data : JSON.stringify(data);
    for (const one of stream.listeners) one.write(`${id ? `id: ${id}\n` : ""}${event ? `event: ${event}\n` : ""}data: ${text}\n\n`);
  };
  /** Waits until somebody listens. */
  stream.listened = async (visit) => {
    for (let i = 0; !stream.listeners.size && i < 50; i++) await visit.pass(0.1);
    assert.ok(stream.listeners.size, "nobody listens");
  };
  stream.cut = () => stream.listeners.forEach((one) => one.end());
  return stream;
}

export const tag = (attributes) => `<broadsheet-article ${attributes}></broadsheet-article>`;

/** What the page sees of changes, and a switch for its visibility. */
export const seeing = `<script>
  Math.random = () => 0.5;
  const changes = [], updates = [];
  let shown = "visible";
  Object.defineProperty(document, "visibilityState", { get: () => shown });
  const see = (state) => { shown = state; document.dispatchEvent(new Event("visibilitychange")); };
  const observe = () => new MutationObserver((all) => changes.push(...all.map(({ type, target }) => type + " " + target.nodeName))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  addEventListener("broadsheet-update", ({ target, detail }) => updates.push({ id: target.id, part: detail.part, changes: detail.changes.map(({ part, id }) => part + (id ? ":" + id : "")) }));
  const article = () => document.querySelector("broadsheet-article");
</script>`;

/** Starts a page whose clock the test turns. */
export async function start(t, content, head = seeing + define) {
  const visit = await run(t, '<!DOCTYPE html><title>Clock</title>');
  await visit.page.clock.install();
  site.pages["/clocked.html"] = page(content, head);
  await visit.page.goto(`${site.origin}/clocked.html`);
  await visit.page.locator('broadsheet-article[data-state="ready"]').first().waitFor();
  visit.pass = async (seconds) => {
    await visit.page.clock.runFor(seconds * 1000);
    await new Promise((resolve) => setTimeout(resolve, 150));
  };
  visit.until = async (check) => {
    for (let i = 0; i < 200; i++) {
      if (await visit.page.evaluate(check)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.fail(`never: ${check}`);
  };
  visit.text = (selector = "broadsheet-article h1") => visit.page.locator(selector).first().textContent();
  return visit;
}

/** Lets time pass until the address was asked so often. */
export async function askedAgain(visit, source, times, step = 1) {
  let seconds = 0;
  for (; source.asked.length < times && seconds < 2000; seconds += step) {
    await visit.page.clock.runFor(step * 1000);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await new Promise((resolve) => setTimeout(resolve, 150));
  return seconds;
}
