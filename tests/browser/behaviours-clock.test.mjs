// The date line's clock: it writes what C writes, and ticks on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { furnished, furnishedSite, golden, see, stopClock } from "./furniture.mjs";

const { visit } = await furnishedSite();
const HOUR = 3_600_000;
const at = (time) => ({ prepare: (page) => stopClock(page, time) });

const CLOCKS = ["full", "korean", "arabic", "arabic-words-on-an-english-story", "another-day-in-the-zone", "zone-not-known"];
for (const name of CLOCKS) {
  test(`the clock writes what C writes: date-line/${name}`, async (t) => {
    const html = golden(`date-line/${name}`);
    const stale = html.replace(/datetime="[^"]*"/, 'datetime="2001-01-01T00:00Z"').replace(/>[^<]+<\/time>/, ">stale</time>");
    const [, time] = /datetime="([^"]*)"/.exec(html);
    const page = await visit(t, furnished(stale), at(time));
    assert.equal(await page.locator("p").evaluate((line) => line.outerHTML), html);
  });
}

test("the clock ticks each minute, over midnight and over a change of summer time, and not unseen", async (t) => {
  const html = golden("date-line/full").replace("Asia/Seoul", "Europe/Berlin");
  const page = await visit(t, furnished(html), at("2025-10-25T21:59:50Z"));
  const look = () => page.locator("time").evaluate((time) => [time.textContent, time.dateTime]);
  assert.deepEqual(await look(), ["Saturday, October 25, 2025, 23:59", "2025-10-25T23:59+02:00"]);
  await page.clock.runFor(11_000);
  assert.deepEqual(await look(), ["Sunday, October 26, 2025, 00:00", "2025-10-26T00:00+02:00"]);
  await page.clock.runFor(3 * HOUR);
  assert.deepEqual(await look(), ["Sunday, October 26, 2025, 02:00", "2025-10-26T02:00+01:00"]);
  await see(page, false);
  await page.clock.runFor(5 * 60_000);
  assert.equal((await look())[1], "2025-10-26T02:00+01:00");
  await see(page, true);
  assert.equal((await look())[1], "2025-10-26T02:05+01:00");
});

test("a pattern's name that every object has stands for nothing, as in C", async (t) => {
  const html = golden("date-line/full").replace(/data-bs-pattern="[^"]*"/, 'data-bs-pattern="{year}{constructor}{toString}{__proto__}."');
  assert.ok(html.includes("{constructor}"));
  const page = await visit(t, furnished(html), at("2025-10-25T12:00:00Z"));
  assert.equal(await page.locator("time").textContent(), "2025.");
});

test("a zone that the browser does not know: what the server wrote stays", async (t) => {
  const html = golden("date-line/full").replace("Asia/Seoul", "Mars/Olympus");
  const page = await visit(t, furnished(html));
  assert.equal(await page.locator("p").evaluate((line) => line.outerHTML), html);
});
