// Frames of other sites, in three engines, under the lines of a policy that README prints for them: cards until the reader
// asks for one, and only of hosts that the page names.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { ENGINES, launch } from "./engines.mjs";
import { POLICY } from "./furniture.mjs";
import { serve, watch } from "./harness.mjs";

const press = await load();
const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const line = (kind) => new RegExp(`^\\| ${kind} \\| \`([^\`]+)\``, "m").exec(README)[1];
const HOST = /^frame-src https:\/\/(\S+)$/.exec(line("frames"))[1];
const headers = { "content-security-policy": [POLICY, line("video, audio"), line("frames")].join("; ") };

const frame = (n, more) => ({ type: "frame", title: `Clip ${n}`, provider: "Clips", url: `https://${HOST}/watch/${n}`, frame: `https://${HOST}/embed/${n}`, width: 16, height: 9, ...more });
/** A story with some media, one below the other: its part "body", or another. */
function body(media, part = "body", options = {}) {
  const ids = Object.keys(media);
  const article = { id: "a", headline: "H", language: "en", media, body: ids.map((id) => `[${id}](media:${id})`).join("\n\n") };
  const story = press.open({ broadsheet: 2, article, site: { url: "https://paper.example/" } }, options);
  const html = story.render(part);
  story.close();
  return html;
}

const site = await serve(
  {
    "/watch.js": `(${watch})(); addEventListener("error", (event) => seen.violations.push(event.message));`,
    "/allow.js": `import { install } from "/broadsheet/furniture.js"; globalThis.remove = install(document, { frames: ["${HOST.toUpperCase()}"] });`,
    "/own.js": 'import { install } from "/broadsheet/furniture.js"; install(document, { frames: ["localhost"] });',
    "/blank": { body: "<!DOCTYPE html><title>Blank</title>", type: "text/html" },
  },
  headers,
);
after(() => site.close());

const page = (content, scripts) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Test</title><script src="/watch.js"></script><link rel="stylesheet" href="/broadsheet/broadsheet.css">
   ${scripts.map((name) => `<script type="module" src="${name}"></script>`).join("")}</head><body>${content}</body></html>`;

const TWENTY = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`c${i}`, frame(i, { poster: "https://i.clips.example/still.webp" })]));
const OTHERS = {
  other: frame(1, { frame: `https://sub.${HOST}/embed` }),
  longer: frame(2, { frame: `https://${HOST}.evil.example/embed` }),
  good: frame(3, {}),
};

// All engines are there before the first test: a run whose tests have ended closes what they share.
const engines = await Promise.all(ENGINES.map(async (name) => [name, await launch(name)]));
after(() => Promise.all(engines.map(([, engine]) => engine.close())));

for (const [name, engine] of engines) {
  let pages = 0;

  async function until(work, ...args) {
    for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) if (await engine.evaluate(work, ...args)) return;
    assert.fail(`still not so after ten seconds: ${work} ${args}`);
  }
  async function visit(t, content, scripts, whole = page(content, scripts)) {
    const path = `/${name}${++pages}.html`;
    site.pages[path] = whole;
    await engine.goto(site.origin + path);
    await until(() => Boolean(document[Symbol.for("broadsheet.furniture")]));
    t.after(async () => assert.deepEqual(await engine.evaluate(() => seen.violations), []));
  }
  /** What the page has asked of other hosts, and the addresses of its frames. */
  const state = () =>
    engine.evaluate(() => ({
      asked: performance.getEntriesByType("resource").map((one) => one.name).filter((url) => new URL(url).origin !== location.origin),
      frames: [...document.querySelectorAll("iframe")].map((one) => one.getAttribute("src")),
      shown: [...document.querySelectorAll('[data-bs-action="frame-show"]')].filter((one) => !one.hidden).length,
      closable: [...document.querySelectorAll('[data-bs-action="frame-close"]')].filter((one) => !one.hidden).length,
      kept: localStorage.length + sessionStorage.length + document.cookie.length,
    }));

  test(`${name}: twenty frames ask nobody for anything until one is asked for`, async (t) => {
    await visit(t, body(TWENTY), ["/allow.js"]);
    await until(() => [...document.querySelectorAll('[data-bs-action="frame-show"]')].every((one) => !one.hidden));
    assert.deepEqual(await state(), { asked: [], frames: [], shown: 20, closable: 0, kept: 0 });

    const box = () => engine.evaluate(() => document.querySelector("[data-bs-frame]").getBoundingClientRect().height);
    const before = await box();
    await engine.click('[data-bs-action="frame-show"]');
    await until(() => document.activeElement.localName === "iframe");
    // The policy lets nothing else out, and nothing has been refused (visit): so the frame is all that is asked of others.
    const { asked, frames, shown, closable, kept } = await state();
    assert.deepEqual([frames, shown, closable, kept], [[`https://${HOST}/embed/0`], 19, 1, 0]);
    assert.ok(asked.length <= 1 && asked.every((url) => url === frames[0]), String(asked));
    assert.equal(await engine.evaluate(() => document.querySelectorAll('iframe, img, video, audio, object, embed, [src^="http"], link:not([rel="stylesheet"])').length), 1);
    assert.ok(Math.abs((await box()) - before) < 1, "the frame stands in the room that was kept");
    const attributes = await engine.evaluate(() => Object.fromEntries([...document.querySelector("iframe").attributes].map((one) => [one.name, one.value])));
    assert.deepEqual(attributes, {
      class: "bs-media__frame",
      title: "Clip 0",
      referrerpolicy: "strict-origin-when-cross-origin",
      sandbox: "allow-scripts allow-same-origin allow-popups allow-presentation",
      allow: "fullscreen; encrypted-media; picture-in-picture",
      loading: "lazy",
      src: `https://${HOST}/embed/0`,
    });

    await engine.click('[data-bs-action="frame-close"]:not([hidden])');
    assert.equal(await engine.evaluate(() => document.activeElement.dataset.bsAction), "frame-show");
    const again = await state();
    assert.deepEqual([again.frames, again.shown, again.closable, again.kept], [[], 20, 0, 0]);

    // The page anew, while a frame is shown: cards, and nobody is asked.
    await engine.click('[data-bs-action="frame-show"]');
    await engine.goto(await engine.evaluate(() => location.href));
    await until(() => [...document.querySelectorAll('[data-bs-action="frame-show"]')].filter((one) => !one.hidden).length === 20);
    assert.deepEqual(await state(), { asked: [], frames: [], shown: 20, closable: 0, kept: 0 });
  });

  test(`${name}: only what the page allows becomes a frame`, async (t) => {
    await visit(t, body(OTHERS), ["/allow.js"]);
    await until(() => [...document.querySelectorAll('[data-bs-action="frame-show"]')].some((one) => !one.hidden));
    assert.equal((await state()).shown, 1);
    // A script of the page may change what the cards say; what is said is judged again.
    for (const address of [`http://${HOST}/`, `https://${HOST}:8443/`, `https://a@${HOST}/`, "javascript:alert(1)", "data:text/html,x", "//x", "", `https://${HOST}./`, site.origin]) {
      const made = await engine.evaluate((value) => {
        const card = document.querySelectorAll("[data-bs-frame]")[2];
        card.dataset.bsFrame = value;
        card.querySelector('[data-bs-action="frame-show"]').click();
        return document.querySelectorAll("iframe").length;
      }, address);
      assert.equal(made, 0, address);
    }
    assert.deepEqual((await state()).asked, []);
  });

  test(`${name}: without a list there is no button; an attribute around the card is a list; the behaviours take all back`, async (t) => {
    await visit(t, `${body({ a: frame(1) })}<div frames="other.example, ${HOST}">${body({ b: frame(2) })}</div>`, ["/broadsheet/furniture.js"]);
    await until(() => [...document.querySelectorAll('[data-bs-action="frame-show"]')].some((one) => !one.hidden));
    assert.deepEqual(await engine.evaluate(() => [...document.querySelectorAll('[data-bs-action="frame-show"]')].map((one) => one.hidden)), [true, false]);
    await engine.click('[data-bs-action="frame-show"]:not([hidden])');
    assert.deepEqual((await state()).frames, [`https://${HOST}/embed/2`]);
    await engine.evaluate(() => document[Symbol.for("broadsheet.furniture")]());
    const { frames, shown, closable } = await state();
    assert.deepEqual([frames, shown, closable], [[], 0, 0]);
    assert.ok(await engine.evaluate(() => [...document.querySelectorAll("a")].every((one) => one.checkVisibility?.() ?? one.offsetParent)));
  });

  test(`${name}: a whole document names its hosts by the option`, async (t) => {
    const document = (options) => body(OTHERS, "document", options).replace("<head>", '<head><script src="/watch.js"></script><script type="module" src="/broadsheet/furniture.js"></script>');
    const shown = () => engine.evaluate(() => [...document.querySelectorAll('[data-bs-action="frame-show"]')].map((one) => !one.hidden));
    await visit(t, "", [], document({}));
    assert.deepEqual(await shown(), [false, false, false]);
    await visit(t, "", [], document({ frames: `other.example ${HOST.toUpperCase()} localhost` }));
    await until(() => [...document.querySelectorAll('[data-bs-action="frame-show"]')].some((one) => !one.hidden));
    assert.deepEqual(await shown(), [false, false, true]);
    assert.deepEqual(await state(), { asked: [], frames: [], shown: 1, closable: 0, kept: 0 });
    await engine.click('[data-bs-action="frame-show"]:not([hidden])');
    assert.deepEqual((await state()).frames, [`https://${HOST}/embed/3`]);
  });

  test(`${name}: a page's own host is never in a frame, even if the page names it`, async (t) => {
    await visit(t, body({ own: frame(1, { frame: "https://localhost/embed" }) }), ["/own.js"]);
    assert.equal((await state()).shown, 0);
    await engine.evaluate(() => document.querySelector('[data-bs-action="frame-show"]').click());
    assert.deepEqual((await state()).frames, []);
  });
}
