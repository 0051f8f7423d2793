// Offsets from UTC: C asks, Intl answers. Expected values are written down from the zones' history.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/broadsheet.js";
import { bundle } from "./bundle.mjs";

const press = await load();
const rich = await load(readFileSync(new URL("../../dist/broadsheet.rich.wasm", import.meta.url))); // what an element asks for it

/** The datetime attribute of a published date in a zone. */
function machine(published, timeZone) {
  const html = press.open(bundle({ published }), { timeZone }).render("dates");
  return /datetime="([^"]+)"/.exec(html)?.[1];
}

for (const [zone, published, expected, why] of [
  ["UTC", "2023-02-04T10:35:00Z", "2023-02-04T10:35Z", "UTC needs no answer"],
  ["Asia/Seoul", "2023-02-04T01:35:00Z", "2023-02-04T10:35+09:00", "an instant"],
  ["Asia/Seoul", "2023-02-04T10:35", "2023-02-04T10:35+09:00", "a local date"],
  ["Asia/Seoul", "1988-07-01T12:00", "1988-07-01T12:00+10:00", "a summer time long gone"],
  ["Asia/Kathmandu", "2023-02-04T00:00:00Z", "2023-02-04T05:45+05:45", "a quarter of an hour"],
  ["America/St_Johns", "2023-02-04T00:00:00Z", "2023-02-03T20:30-03:30", "half an hour, to the west"],
  ["Pacific/Kiritimati", "2023-02-04T12:00:00Z", "2023-02-05T02:00+14:00", "the east end"],
  ["Pacific/Pago_Pago", "2023-02-04T12:00:00Z", "2023-02-04T01:00-11:00", "the west end"],
  ["America/New_York", "2024-03-10T06:59:59Z", "2024-03-10T01:59:59-05:00", "the second before summer time"],
  ["America/New_York", "2024-03-10T07:00:00Z", "2024-03-10T03:00-04:00", "the first second of summer time"],
  [
    "America/New_York",
    "2024-03-10T02:30",
    "2024-03-10T02:30-05:00",
    "a clock reading in the gap: the offset before it",
  ],
  ["America/New_York", "2024-11-03T01:30", "2024-11-03T01:30-04:00", "one that comes twice: the earlier"],
  ["America/New_York", "2024-11-03T05:30:00Z", "2024-11-03T01:30-04:00", "the first of the two"],
  ["America/New_York", "2024-11-03T06:30:00Z", "2024-11-03T01:30-05:00", "the second of the two"],
  ["America/New_York", "2024-11-03T02:00", "2024-11-03T02:00-05:00", "the first reading after the overlap"],
  ["Australia/Lord_Howe", "2024-04-07T01:45", "2024-04-07T01:45+11:00", "an overlap of half an hour"],
  ["Pacific/Apia", "2011-12-30T12:00", "2011-12-30T12:00-10:00", "a day that was left out"],
  ["Pacific/Apia", "2011-12-31T12:00", "2011-12-31T12:00+14:00", "the day after it"],
  ["Asia/Seoul", "0099-06-01T00:00", "0099-06-01T00:00+08:27", "a year below 100, before standard time"],
]) {
  test(`${zone} ${published}: ${why}`, () => assert.equal(machine(published, zone), expected));
}

// The clock of the site, and the zone of the option: the same instant, wherever it is shown.
for (const [clock, published, zone, expected, why] of [
  ["Asia/Seoul", "2026-01-17T09:30:00", "America/New_York", "2026-01-16T19:30-05:00", "the evening before"],
  ["Asia/Seoul", "2026-01-17T09:30:00", "UTC", "2026-01-17T00:30Z", "UTC"],
  ["UTC", "2026-07-17T09:30:00", "America/New_York", "2026-07-17T05:30-04:00", "from UTC"],
  ["America/New_York", "2024-03-10T03:30", "Asia/Seoul", "2024-03-10T16:30+09:00", "behind the gap of the site's clock"],
  ["Asia/Seoul", "2024-03-10T15:59", "America/New_York", "2024-03-10T01:59-05:00", "before the gap of the zone's"],
  ["Asia/Seoul", "2024-03-10T16:00", "America/New_York", "2024-03-10T03:00-04:00", "behind it"],
  ["Asia/Seoul", "2026-01-17T09:30:00+01:00", "America/New_York", "2026-01-17T03:30-05:00", "a date with an offset"],
  ["Asia/Seoul", "2026-01-17", "America/New_York", "2026-01-17", "a day alone"],
  ["Asia/Nowhere", "2026-01-17T09:30:00", "America/New_York", "2026-01-17T04:30-05:00", "a clock that the host does not know is UTC"],
])
  test(`${published} by the clock of ${clock}, in ${zone}: ${why}`, () => {
    const said = { ...bundle({ published }), site: { timeZone: clock, url: "https://p.example/" } };
    const story = press.open(said, { timeZone: zone, document: "story" });
    assert.equal(rich.open(said, { timeZone: zone }).render("dates"), story.render("dates"));
    assert.equal(/<time datetime="([^"]+)"/.exec(story.render("dates"))[1], expected);
    assert.ok(story.render("document").includes(`"datePublished":"${expected}"`));
    story.close();
  });

test("a zone of the option that is none leaves the site's clock", () => {
  const story = press.open({ ...bundle({ published: "2026-01-17T09:30" }), site: { timeZone: "Asia/Seoul" } }, { timeZone: "Asia/Seul" });
  assert.match(story.render("dates"), /datetime="2026-01-17T00:30Z"/);
  assert.ok(story.diagnostics.some(({ code }) => code === "ZONE_OPTION_UNKNOWN"));
});

// Before standard time offsets have seconds, which a datetime attribute cannot hold: C cuts them off, and the clock
// that it shows is at most that minute away from the zone's.
for (const [zone, published, why] of [
  ["Europe/London", "0001-01-02T00:00:00Z", "the first year"],
  ["Asia/Seoul", "0099-12-31T20:00:00Z", "a year below 100"],
  ["Asia/Seoul", "1582-10-10T00:00:00Z", "a day that the Julian calendar lacks"],
  ["America/New_York", "1883-11-18T16:00:00Z", "the day on which standard time began"],
  ["Asia/Seoul", "9999-12-30T23:59:00Z", "the last year"],
]) {
  test(`${zone} ${published}: the clock of ${why}`, () => {
    const fields = {
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      hourCycle: "h23",
    };
    const parts = new Intl.DateTimeFormat("en-US", { ...fields, timeZone: zone }).formatToParts(new Date(published));
    const { year, month, day, hour, minute } = Object.fromEntries(
      parts.map(({ type, value }) => [type, Number(value)]),
    );
    const value = machine(published, zone);
    const [, ...shown] = /^(\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(value).map(Number);
    // 400 years later the calendar is the same, and Date.UTC has no exception for the years below 100.
    const time = ([y, m, d, h, min]) => Date.UTC(y + 400, m - 1, d, h, min);
    assert.ok(Math.abs(time(shown) - time([year, month, day, hour, minute])) <= 60_000, value);
  });
}

for (const zone of ["Mars/Olympus", "", "+09:00", "-0500", "Asia/Seoul\0", "../etc/passwd"]) {
  test(`a zone that is none, ${JSON.stringify(zone)}: UTC is shown, and it is reported`, () => {
    const site = { timeZone: zone };
    const story = press.open({ ...bundle({ published: "2023-02-04T01:35:00Z" }), site });
    assert.match(story.render("dates"), /2023-02-04T01:35Z/);
    if (zone)
      assert.ok(
        story.diagnostics.some(({ code, pointer }) => /^ZONE_(FORM|UNKNOWN)$/.test(code) && pointer === "/site/timeZone"),
        "reported",
      );
  });
}

test("an unknown zone is reported also where no date needs it", () => {
  const story = press.open({ ...bundle(), site: { timeZone: "Mars/Olympus" } });
  assert.deepEqual(
    story.diagnostics.map(({ code }) => code),
    ["ZONE_UNKNOWN"],
  );
});

test("many spellings of a zone name do no harm", () => {
  const name = "asia/seoul";
  for (let i = 0; i < 100; i++) {
    const spelled = [...name].map((letter, at) => ((i >> (at % 7)) & 1 ? letter.toUpperCase() : letter)).join("");
    assert.equal(machine("2023-02-04T10:35", spelled), "2023-02-04T10:35+09:00");
  }
});

test("all dates of a story are answered", () => {
  const layer = bundle({
    published: "2024-03-10T06:59:00Z",
    modified: "2024-03-10T07:00:00Z",
    corrections: [
      { date: "2024-11-03T05:30:00Z", text: "One" },
      { date: "2024-11-03T06:30:00Z", text: "Two" },
    ],
  });
  const html = press.open(layer, { timeZone: "America/New_York" }).render();
  const found = [...html.matchAll(/datetime="([^"]+)"/g)].map(([, value]) => value);
  assert.deepEqual(found, [
    "2024-03-10T01:59-05:00",
    "2024-03-10T03:00-04:00",
    "2024-11-03T01:30-04:00",
    "2024-11-03T01:30-05:00",
  ]);
});

/** What a date is shown as by a pattern. */
function shownBy(pattern, published, timeZone, locale = "en") {
  const strings = { [locale]: { "date-time": pattern } };
  const html = press.open({ ...bundle({ published }), strings }, { timeZone, locale }).render("dates");
  return />([^<>]*)<\/time>/.exec(html)[1];
}

test("the commonest stamp in Korea can be said: two digits each", () => {
  assert.equal(shownBy("{year}-{month-2}-{day-2} {hour}:{minute}", "2023-02-04T01:35:00Z", "Asia/Seoul", "ko"), "2023-02-04 10:35");
});

test("the zone is named as the host names it in the words' language, at each instant; where it has no name, by its offset", () => {
  const named = (published, zone, locale) => shownBy("{year} {zone}", published, zone, locale);
  assert.equal(named("2023-02-04T01:35:00Z", "America/New_York"), "2023 EST");
  assert.equal(named("2023-07-04T01:35:00Z", "America/New_York"), "2023 EDT");
  assert.equal(named("2023-07-03T21:35", "America/New_York"), "2023 EDT");
  assert.equal(named("2023-02-04T01:35:00Z", "Asia/Seoul"), "2023 GMT+9");
  assert.equal(named("2023-02-04T01:35:00Z", "Asia/Kathmandu"), "2023 GMT+5:45");
  assert.equal(named("2023-02-04T01:35:00Z", "America/St_Johns", "qaa"), "2023 GMT-3:30");
  assert.equal(named("2023-02-04T01:35:00Z", "Asia/Seoul", "en-a"), "2023 GMT+9");
  assert.equal(named("2023-02-04T01:35:00Z", "UTC"), "2023 UTC");
  assert.equal(named("2023-02-04T01:35:00Z", "Mars/Olympus"), "2023 UTC");
  assert.equal(named("2023-02-04T01:35:00Z", "Asia/Seoul", "fr"), "2023 UTC+9");
  assert.match(named("2023-02-04T01:35:00Z", "Asia/Seoul", "ar"), /9/);
});
