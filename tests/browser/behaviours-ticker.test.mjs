// The ticker: how it moves, and what stops it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { control, furnished, furnishedSite, golden, see, stopClock } from "./furniture.mjs";

const { visit, ready } = await furnishedSite();
const TICKER = furnished(golden("ticker/full"));
const left = (page) => page.locator(".bs-ticker__list").evaluate((list) => list.scrollLeft);
const tick = async (page) => {
  await page.clock.runFor(6000);
  await page.waitForTimeout(50);
};
/** Without smooth scrolling, so that one look tells; reduced motion would pause. */
const instantly = async (page) => {
  await stopClock(page);
  await page.addInitScript(() => {
    const { scrollTo } = Element.prototype;
    Element.prototype.scrollTo = function (options) {
      globalThis.behaviors = [...(globalThis.behaviors ?? []), options.behavior];
      return scrollTo.call(this, { ...options, behavior: "instant" });
    };
  });
};

test("a ticker whose list fits does not move, and has nothing to pause", async (t) => {
  const page = await visit(t, furnished(golden("ticker/full"), { body: "wide" }), { prepare: instantly });
  assert.ok(await control(page, "ticker-pause").isHidden());
  assert.ok(await control(page, "ticker-hide").isVisible());
  await page.evaluate(() => document.body.classList.remove("wide"));
  await control(page, "ticker-pause").waitFor({ state: "visible" });
});

test("a ticker goes on by a headline at a time, to the end and back to the first", async (t) => {
  const page = await visit(t, TICKER, { prepare: instantly });
  await page.mouse.move(900, 600);
  const end = await page.locator(".bs-ticker__list").evaluate((list) => list.scrollWidth - list.clientWidth);
  const seen = [await left(page)];
  do {
    await tick(page);
    seen.push(await left(page));
  } while (seen.at(-1) !== 0 && seen.length < 40);
  const items = await page.locator(".bs-ticker__item").count();
  assert.deepEqual(seen.slice(0, 3), [0, 256, 512]);
  assert.equal(seen.at(-2), end);
  assert.equal(seen.length, items + 1);
  assert.deepEqual(new Set(await page.evaluate(() => globalThis.behaviors)), new Set(["smooth"]));
});

test("from right to left the ticker goes to the left", async (t) => {
  const html = `<div dir="rtl">${golden("ticker/full").replaceAll('dir="ltr"', "")}</div>`;
  const page = await visit(t, furnished(html), { prepare: instantly });
  await page.mouse.move(900, 600);
  await tick(page);
  assert.equal(await left(page), -256);
});

test("a ticker rests under the pointer and the focus, and while the page is not seen", async (t) => {
  const page = await visit(t, TICKER, { prepare: instantly });
  await page.locator(".bs-ticker__list").hover();
  await tick(page);
  assert.equal(await left(page), 0);
  await page.mouse.move(900, 600);
  await page.locator(".bs-ticker__item a").first().focus();
  await tick(page);
  assert.equal(await left(page), 0);
  await page.locator("#before").focus();
  await see(page, false);
  await tick(page);
  assert.equal(await left(page), 0);
  await see(page, true);
  assert.equal(await left(page), 256);
  await tick(page);
  assert.equal(await left(page), 512);
});

test("a ticker is paused and goes on, with a label for each, and that is remembered", async (t) => {
  const page = await visit(t, TICKER, { prepare: instantly });
  const pause = control(page, "ticker-pause");
  assert.equal(await pause.textContent(), "Pause");
  await pause.click();
  await page.mouse.move(900, 600);
  assert.equal(await pause.textContent(), "Resume");
  await tick(page);
  assert.equal(await left(page), 0);
  await page.reload();
  await ready(page);
  assert.equal(await pause.textContent(), "Resume");
  await tick(page);
  assert.equal(await left(page), 0);
  await pause.click();
  await page.mouse.move(900, 600);
  assert.equal(await pause.textContent(), "Pause");
  await tick(page);
  assert.equal(await left(page), 256);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.waitForFunction(() => document.querySelector("[data-bs-action=ticker-pause]")?.textContent === "Resume");
});

test("who wishes for less motion finds the ticker paused; resumed, it jumps", async (t) => {
  const page = await visit(t, TICKER, { prepare: instantly, reducedMotion: "reduce" });
  const pause = control(page, "ticker-pause");
  assert.equal(await pause.textContent(), "Resume");
  await tick(page);
  assert.equal(await left(page), 0);
  await pause.click();
  await page.mouse.move(900, 600);
  await tick(page);
  assert.equal(await left(page), 256);
  assert.deepEqual(await page.evaluate(() => globalThis.behaviors), ["instant"]);
});

test("a ticker is hidden and shown again, and that is remembered", async (t) => {
  const page = await visit(t, TICKER, { prepare: instantly });
  const [hide, list] = [control(page, "ticker-hide"), page.locator(".bs-ticker__list")];
  await hide.click();
  assert.equal(await hide.textContent(), "Show headlines");
  assert.ok(await list.isHidden());
  assert.ok(await control(page, "ticker-pause").isHidden());
  await page.reload();
  await ready(page);
  assert.ok(await list.isHidden());
  await hide.click();
  assert.equal(await hide.textContent(), "Hide headlines");
  assert.ok(await list.isVisible());
  assert.ok(await control(page, "ticker-pause").isVisible());
});

test("a ticker is hidden for the paper's hours, or shown again before they are over", async (t) => {
  const page = await visit(t, furnished(golden("ticker/hours")), { prepare: stopClock });
  const list = page.locator(".bs-ticker__list");
  await control(page, "ticker-later").focus();
  await page.keyboard.press("Enter");
  assert.ok(await list.isHidden());
  assert.ok(await control(page, "ticker-later").isHidden());
  assert.equal(await page.evaluate(() => document.activeElement.dataset.bsAction), "ticker-hide");
  assert.equal(await control(page, "ticker-hide").textContent(), "Show headlines");
  for (const [hours, hidden] of [[23, true], [2, false]]) {
    await page.clock.fastForward(hours * 3_600_000);
    const now = await page.evaluate(() => Date.now());
    const tab = await page.context().newPage();
    await stopClock(tab, now);
    await tab.goto(page.url());
    await ready(tab);
    assert.equal(await tab.locator(".bs-ticker__list").isHidden(), hidden, `${hours}`);
    assert.equal(await control(tab, "ticker-later").isHidden(), hidden);
    await tab.close();
  }
  await page.reload();
  await ready(page);
  await control(page, "ticker-later").click();
  await control(page, "ticker-hide").click();
  assert.ok(await list.isVisible());
  await page.evaluate(() => localStorage.setItem("broadsheet-ticker-hide", String(Date.now() + 1e10)));
  await page.reload();
  await ready(page);
  assert.ok(await list.isVisible(), "the reader's clock was wrong at the time");
});
