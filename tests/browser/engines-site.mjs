// Pages for the tests that run the same in Firefox and WebKit: one engine a file, one site under a strict policy.
import assert from "node:assert/strict";
import { after } from "node:test";
import { launch } from "./engines.mjs";
import { POLICY, STANDARD } from "./furniture.mjs";
import { serve, watch } from "./harness.mjs";

export const site = await serve(
  { ...STANDARD, "/watch.js": `(${watch})(); addEventListener("error", (event) => seen.violations.push(event.message));` },
  { "content-security-policy": POLICY },
);

/** Waits for something in the page to be true. */
export async function until(engine, work, ...args) {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    if (await engine.evaluate(work, ...args)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`still not so after ten seconds: ${work} ${args}`);
}

/** Whether the behaviours are there. */
export const ready = (engine) => until(engine, () => Boolean(document[Symbol.for("broadsheet.furniture")]));

/** Waits for the state of the element that a selector finds, and gives what is shown of what stands inside. */
export async function content(engine, selector = "broadsheet-article", state = "ready") {
  await until(engine, (one, wanted) => document.querySelector(one)?.dataset.state === wanted, selector, state);
  return engine.evaluate((one) => {
    const element = document.querySelector(one);
    const slot = element.shadowRoot?.querySelector("slot");
    return slot ? slot.assignedNodes().map((node) => node.outerHTML ?? node.data).join("") : element.innerHTML;
  }, selector);
}

/** An engine, closed after the file's last test, and a way to open pages in it. */
async function visitor(name) {
  const engine = await launch(name);
  after(() => engine.close());
  let pages = 0;

  /** Opens a page of its own for one test, with nothing remembered; nothing may have been violated at its end. */
  async function visit(t, html, hash = "") {
    const path = `/${name}${++pages}.html`;
    site.pages[path] = html.replace("<head>", '<head><script src="/watch.js"></script>');
    await engine.goto(`${site.origin}/blank`);
    await engine.evaluate(() => (localStorage.clear(), sessionStorage.clear()));
    await engine.goto(site.origin + path + hash);
    t.after(async () => assert.deepEqual(await engine.evaluate(() => seen.violations), []));
  }
  return { name, engine, visit };
}

/** One for each; all before the first test, since node ends a file when no test is left. */
export const visitors = (names = ["firefox", "webkit"]) => Promise.all(names.map(visitor));

after(() => site.close());
