// The classic build: its API is a global, in a page, in a Worker, and when it came twice.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { element, run, site } from "./element.mjs";
import { launch, page } from "./harness.mjs";

const script = '<script src="/broadsheet/broadsheet.classic.js"></script>';
const NAMES = ["BroadsheetArticle", "BroadsheetElement", "BroadsheetError", "BroadsheetPart", "define", "load"];

test("in a page", async (t) => {
  const visit = await run(t, page(element('src="story.json"'), script));
  await visit.state("ready");
  const [names, frozen, html, code, same] = await visit.page.evaluate(async () => {
    const { Broadsheet } = globalThis;
    const press = await Broadsheet.load();
    const error = await Broadsheet.load(5).catch((thrown) => thrown);
    const isOurs = document.querySelector("broadsheet-article") instanceof Broadsheet.BroadsheetArticle;
    return [
      Object.keys(Broadsheet).sort(),
      Object.isFrozen(Broadsheet),
      press.markdown("*hi*"),
      error instanceof Broadsheet.BroadsheetError && error.code,
      isOurs,
    ];
  });
  assert.deepEqual([names, frozen, html, code, same], [NAMES, true, "<p><em>hi</em></p>\n", "LOAD", true]);
});

test("included twice, the first one stays", async (t) => {
  const keep = "<script>globalThis.first = Broadsheet</script>";
  const visit = await run(t, page(element('src="story.json"'), script + keep + script));
  await visit.state("ready");
  assert.ok(await visit.page.evaluate(() => globalThis.first.load && globalThis.first === globalThis.Broadsheet));
  assert.equal((await visit.seen()).events.length, 1);
  assert.deepEqual(visit.console, []);
});

test("in a classic Worker", async (t) => {
  site.pages["/worker.js"] = `
    importScripts("/broadsheet/broadsheet.classic.js");
    Broadsheet.load("/broadsheet/broadsheet.wasm").then((press) => postMessage(press.markdown("*hi*")));`;
  const visit = await run(t, page("", ""));
  const answer = await visit.page.evaluate(
    () =>
      new Promise((resolve) => {
        const worker = new Worker("/worker.js");
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => resolve(message);
      }),
  );
  assert.equal(answer, "<p><em>hi</em></p>\n");
});

test("on a page of a file, the error says what helps there", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(fileURLToPath(new URL("../../dist", import.meta.url)), join(folder, "broadsheet"), { recursive: true });
  const inside = '<script type="application/json">{"article":{"id":"1","headline":"H","body":"B"}}</script>';
  writeFileSync(join(folder, "page.html"), page(element("", `<p>Fallback</p>${inside}`), '<script src="broadsheet/broadsheet.classic.js"></script>'));
  const context = await (await launch()).newContext();
  t.after(() => context.close());
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(join(folder, "page.html")).href);
  await tab.locator('[data-state="error"]').waitFor();
  const message = await tab.evaluate(() => document.querySelector("broadsheet-article").rendered.catch((error) => error.message));
  assert.match(message, /serve its folder over HTTP/);
  assert.doesNotMatch(message, /bundle|Next/);
});
