// Offsets from UTC are the same by Temporal, where the engine has it, and by Intl: of instants and of readings of a
// clock, also in the gaps and overlaps of summer time, and before there was standard time.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bundle, open, page, serve } from "./harness.mjs";

/** In the page: the dates of stories in many zones, as they are written. */
async function datesOf(zones) {
  const { load } = await import("/broadsheet/broadsheet.js");
  const press = await load();
  const day = 86_400_000;
  const times = Array.from({ length: 60 }, (_, i) => new Date(Date.UTC(1850, 0, 1) + i * 1163 * day + i * 3_723_000).toISOString().slice(0, 16));
  const turns = ["2024-03-10T02:30", "2024-11-03T01:30", "2024-03-31T02:30", "2024-10-27T02:30", "2024-04-07T01:45", "2011-12-30T12:00", "1988-05-08T02:30"];
  const rendered = zones.flatMap((timeZone) =>
    [...times, ...turns].flatMap((time) =>
      [time, `${time}Z`].map((published) => {
        const story = press.open({ article: { id: "1", headline: "H", body: "B", published } }, { timeZone });
        const html = story.render("dates");
        story.close();
        return `${timeZone} ${published} ${html}`;
      }),
    ),
  );
  return { rendered, temporal: typeof Temporal };
}

const ZONES = ["Asia/Seoul", "America/New_York", "Europe/London", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Monrovia", "Asia/Kathmandu", "America/St_Johns", "Europe/Dublin", "Africa/Casablanca", "Nowhere/Land"];

test("Temporal and Intl give the same dates", async (t) => {
  const server = await serve({ "/": "<!doctype html><title>zones</title>" });
  t.after(() => server.close());
  const answers = [];
  for (const without of [false, true]) {
    const visit = await open(server, "/");
    t.after(() => visit.close());
    await visit.page.waitForLoadState();
    if (without) await visit.page.evaluate(() => delete globalThis.Temporal);
    answers.push(await visit.page.evaluate(datesOf, ZONES));
  }
  const [temporal, intl] = answers;
  assert.equal(intl.temporal, "undefined");
  assert.equal(temporal.temporal, "object", "this engine has no Temporal, so nothing was compared");
  assert.equal(new Set(intl.rendered).size, ZONES.length * 67 * 2);
  assert.deepEqual(temporal.rendered, intl.rendered);
});

test("without Temporal an element makes the first formatter while its module is on its way, else none", async (t) => {
  let come;
  const server = await serve({
    "/": page('<broadsheet-article src="/story.json" time-zone="America/New_York"></broadsheet-article>').replace("<head>", '<head><script src="/early.js"></script>'),
    "/story.json": bundle({ published: "2026-01-17T10:00:00Z" }),
    "/broadsheet/broadsheet.story.wasm": { body: readFileSync(new URL("../../dist/broadsheet.story.wasm", import.meta.url)), type: "application/wasm", after: new Promise((resolve) => (come = resolve)) },
  });
  t.after(() => server.close());
  for (const without of [true, false]) {
    const count = `globalThis.made = 0; Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, { construct: (...given) => (made++, Reflect.construct(...given)) });`;
    server.pages["/early.js"] = count + (without ? "delete globalThis.Temporal;" : "");
    const visit = await open(server, "/");
    t.after(() => visit.close());
    if (without) {
      await visit.page.waitForFunction(() => globalThis.made === 1);
      assert.equal(await visit.page.evaluate(() => document.querySelector("time")), null);
      come();
    }
    await visit.page.waitForSelector("time");
    assert.equal(await visit.page.evaluate(() => made), without ? 2 : 0);
  }
});
