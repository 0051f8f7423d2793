// Firefox and WebKit: what JavaScript adds to the page around a story, by pointer and by keyboard, under a strict policy.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ready, site, until, visitors } from "./engines-site.mjs";
import { furnished, golden } from "./furniture.mjs";

const action = (name) => `[data-bs-action="${name}"]`;

for (const { engine, visit: open } of await visitors()) {
  const it = (what, work) => test(`${engine.version}: ${what}`, work);
  async function visit(t, html, hash) {
    await open(t, furnished(html), hash);
    await ready(engine);
  }
  async function reload() {
    await engine.evaluate(() => location.href).then((url) => engine.goto(url.replace(/#.*/, "")));
    await ready(engine);
  }
  const text = (selector) => engine.evaluate((one) => document.querySelector(one).textContent, selector);
  const focus = (selector) => engine.evaluate((one) => document.querySelector(one).focus(), selector);
  const hasFocus = (selector) => engine.evaluate((one) => document.activeElement.matches(one), selector);
  const isHidden = (selector) => engine.evaluate((one) => document.querySelector(one).checkVisibility() === false, selector);
  const scale = () => engine.evaluate(() => document.documentElement.style.getPropertyValue("--broadsheet-text-scale"));

  it("the menu opens by Enter, and Escape closes it and gives the focus back", async (t) => {
    await visit(t, golden("masthead/full"));
    const isOpen = () => engine.evaluate(() => document.querySelector(".bs-menu").open);
    await focus(".bs-menu__button");
    await engine.press("Enter");
    assert.ok(await isOpen());
    const first = ".bs-section-tree a";
    await focus(first);
    await engine.press("Escape");
    assert.equal(await isOpen(), false);
    assert.ok(await hasFocus(".bs-menu__button"));
    await engine.click(".bs-menu__button");
    assert.ok(await isOpen());
    await engine.click("#after");
    assert.equal(await isOpen(), false);
  });

  it("sections fold without JavaScript's help, each by itself", async (t) => {
    await visit(t, golden("section-tree/full"));
    const states = () => engine.evaluate(() => [...document.querySelectorAll("details")].map((one) => one.open));
    const before = await states();
    await focus("summary");
    await engine.press("Enter");
    assert.deepEqual(await states(), [!before[0], ...before.slice(1)]);
  });

  it("the ticker moves, is paused and goes on, and that is remembered", async (t) => {
    await visit(t, golden("ticker/full"));
    const left = () => engine.evaluate(() => document.querySelector(".bs-ticker__list").scrollLeft);
    assert.equal(await text(action("ticker-pause")), "Pause");
    await until(engine, () => document.querySelector(".bs-ticker__list").scrollLeft > 200);
    await engine.click(action("ticker-pause"));
    assert.equal(await text(action("ticker-pause")), "Resume");
    await reload();
    assert.equal(await text(action("ticker-pause")), "Resume");
    await new Promise((resolve) => setTimeout(resolve, 6_500));
    assert.equal(await left(), 0);
    await engine.click(action("ticker-pause"));
    assert.equal(await text(action("ticker-pause")), "Pause");
    await engine.click(action("ticker-hide"));
    assert.ok(await isHidden(".bs-ticker__list"));
    await reload();
    assert.ok(await isHidden(".bs-ticker__list"));
  });

  it("in columns the ticker moves by a headline, and shows the one that has the focus", async (t) => {
    await visit(t, `<div class="columns">${golden("ticker/full")}</div>`);
    await engine.evaluate(() => Object.assign(document.querySelector(".columns").style, { columnCount: 2, width: "640px" }));
    const places = () =>
      engine.evaluate(() => {
        const list = document.querySelector(".bs-ticker__list");
        const items = [...list.children];
        return { here: list.scrollLeft, end: list.scrollWidth - list.clientWidth, room: list.clientWidth, steps: items.map((item) => item.offsetLeft - items[0].offsetLeft) };
      });
    await until(engine, () => document.querySelector(".bs-ticker__list").scrollLeft > 0);
    await new Promise((resolve) => setTimeout(resolve, 1_500)); // it moves smoothly
    const moved = await places();
    assert.ok(Math.abs(moved.here - Math.min(moved.steps[1], moved.end)) <= 1, JSON.stringify(moved));
    for (const place of [moved.steps.length - 1, 0, 2]) {
      await engine.evaluate((one) => document.querySelectorAll(".bs-ticker__list a")[one].focus(), place);
      const { here, end, room, steps } = await places();
      assert.ok(here <= Math.max(steps[place], 0) + 1 && Math.min(steps[place], end) < here + room, `${place}: ${JSON.stringify({ here, end, room, steps })}`);
    }
  });

  it("a gallery opens as a modal dialog, its keys step, Escape gives the focus back", async (t) => {
    await visit(t, golden("galleries/full"));
    const shown = () =>
      engine.evaluate(() => {
        const strip = document.querySelector(".bs-gallery__pictures").getBoundingClientRect();
        const inside = ({ left, right }) => left >= strip.left - 1 && right <= strip.right + 1;
        const items = [...document.querySelectorAll(".bs-gallery__item")];
        const seen = items.filter((item) => inside(item.getBoundingClientRect()));
        return seen.map((item) => item.querySelector(".bs-gallery__position").textContent).join();
      });
    await focus(action("gallery-open"));
    await engine.press("Enter");
    assert.ok(await engine.evaluate(() => document.querySelector("dialog").matches(":modal")));
    const seen = [await shown()];
    for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "Home", "End"]) {
      await engine.press(key);
      seen.push(await shown());
    }
    assert.deepEqual(seen, [1, 2, 3, 2, 1, 3].map((position) => `${position} of 3`));
    await engine.press("Escape");
    assert.ok(await isHidden("dialog"));
    assert.ok(await hasFocus(action("gallery-open")));
    await engine.click(action("gallery-open"));
    await engine.click(action("gallery-next"));
    assert.equal(await shown(), "2 of 3");
    await engine.click(action("gallery-close"));
    assert.ok(await isHidden("dialog"));
  });

  it("an address that leads to a picture opens its gallery there", async (t) => {
    await visit(t, golden("galleries/full"), "#bs-gallery_low-tide_2");
    await until(engine, () => document.querySelector("dialog").matches(":modal"));
  });

  it("a notice that is closed for a day stays closed, one that is closed in its tab too", async (t) => {
    for (const [control, storage] of [["notice-later", "localStorage"], ["notice-close", "sessionStorage"]]) {
      await visit(t, golden("notice/full"));
      assert.equal(await isHidden(".bs-notice__title"), false);
      await engine.click(action(control));
      assert.ok(await isHidden(".bs-notice__title"));
      assert.equal(await engine.evaluate((name) => globalThis[name].length, storage), 1);
      await reload();
      assert.ok(await isHidden(".bs-notice__title"));
    }
  });

  it("the text grows and shrinks, says so and is remembered", async (t) => {
    await visit(t, golden("tools/full"));
    await engine.click(action("font-up"));
    await focus(action("font-up"));
    await engine.press("Enter");
    assert.equal(await text("[role=status]"), "Text size: 125%");
    assert.equal(await scale(), "1.25");
    await reload();
    assert.equal(await scale(), "1.25");
    for (let i = 0; i < 3; i++) await engine.click(action("font-down"));
    assert.equal(await text("[role=status]"), "Text size: 90%");
  });

  it("the story's link is copied, and that is said", async (t) => {
    await visit(t, golden("share/full"));
    const links = await engine.evaluate(() => [...document.querySelectorAll(".bs-share__link")].map((link) => link.protocol));
    assert.deepEqual(new Set(links), new Set(["https:", "mailto:"]));
    await engine.click(action("share-link"));
    await until(engine, () => document.querySelector("[role=status]").textContent === "The link is copied.");
  });

  it("the clock of the date line writes what C writes", async (t) => {
    await visit(t, golden("date-line/full").replace(/>[^<]+<\/time>/, ">stale</time>"));
    assert.match(await text("time"), /^[A-Z][a-z]+day, [A-Z][a-z]+ \d{1,2}, 20\d\d, \d\d:\d\d$/);
  });

  it("nobody else was asked", () => {
    const missed = site.requests.filter(({ path }) => path.startsWith("/g/") && !site.pages[path]);
    assert.deepEqual(missed, []);
  });
}
