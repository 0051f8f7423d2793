// The date line's clock: it writes what C writes, and ticks on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { furnished, furnishedSite, golden, see, stopClock } from "./furniture.mjs";

const { visit } = await furnishedSite();
const HOUR = 3_600_000;
const at = (time) => ({ prepare: (page) => stopClock(page, time) });

const CLOCKS = ["full", "korean", "arabic", "arabic-words-on-an-english-story", "another-day-in-the-zone", "zone-not-known", "two-digits-and-zone", "zone-not-known-named"];
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

test("the zone is named in the words' language, anew with summer time; without such a language, by its offset", async (t) => {
  const html = golden("date-line/two-digits-and-zone").replace("Asia/Seoul", "America/New_York");
  const seen = async (line, time) => (await visit(t, furnished(line), at(time))).locator("time").textContent();
  assert.equal(await seen(html, "2025-01-05T12:00:00Z"), "2025-01-05 07:00 EST");
  assert.equal(await seen(html, "2025-07-05T12:00:00Z"), "2025-07-05 08:00 EDT");
  const other = html.replace('lang="en"', 'lang="qaa"');
  assert.equal(await seen(other, "2025-07-05T12:00:00Z"), "2025-07-05 08:00 GMT-4");
  assert.equal(await seen(other.replace("America/New_York", "Asia/Kathmandu"), "2025-07-05T12:00:00Z"), "2025-07-05 17:45 GMT+5:45");
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
