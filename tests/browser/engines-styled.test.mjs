// Three engines, with our stylesheet: what a behaviour scrolls stands where the stylesheet has it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES } from "./engines.mjs";
import { ready, until, visitors } from "./engines-site.mjs";
import { furnished, golden } from "./furniture.mjs";

const action = (name) => `[data-bs-action="${name}"]`;
const SCALES = [1, 2.5];

for (const { engine, visit: open } of await visitors(ENGINES)) {
  const it = (what, work) => test(`${engine.version}: ${what}`, work);
  async function visit(t, html, hash) {
    await open(t, furnished(html, { styles: "/broadsheet/broadsheet.css" }), hash);
    await ready(engine);
  }
  const pause = () => new Promise((resolve) => setTimeout(resolve, 300)); // what scrolls smoothly has begun, or ended

  for (const scale of SCALES)
    it(`each step in a gallery shows the next picture, and its link has the focus: text x ${scale}`, async (t) => {
      await visit(t, golden("galleries/full"));
      await engine.evaluate((one) => document.documentElement.style.setProperty("--broadsheet-text-scale", one), scale);
      const seen = () =>
        engine.evaluate(() => {
          const strip = document.querySelector(".bs-gallery__pictures");
          const { left, right } = strip.getBoundingClientRect();
          const items = [...strip.children];
          const shown = items.findIndex((item) => Math.abs(item.getBoundingClientRect().left - left) < 2 && item.getBoundingClientRect().right <= right + 2);
          const focus = document.activeElement.getBoundingClientRect();
          const inSight = focus.top >= -1 && focus.bottom <= innerHeight + 1 && focus.left >= -1 && focus.right <= innerWidth + 1;
          return [shown, items.findIndex((item) => item.contains(document.activeElement)), inSight].join();
        });
      await engine.evaluate((one) => document.querySelector(one).focus(), action("gallery-open"));
      await engine.press("Enter");
      await pause();
      const shown = [await seen()];
      for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "End", "Home", "Enter", "Enter"]) {
        await engine.press(key);
        await pause();
        shown.push(await seen());
      }
      assert.deepEqual(shown, [0, 1, 2, 1, 0, 2, 0, 1, 2].map((place) => `${place},${place},true`));
    });

  it("a click on any headline of the ticker that is seen is a click on it, at each width", async (t) => {
    await visit(t, `<div id="column">${golden("ticker/full")}</div>`);
    await engine.evaluate(() => addEventListener("click", (event) => (event.preventDefault(), (globalThis.clicked = event.target.closest("li")))));
    const lost = [];
    for (let width = 700; width < 712; width++) {
      await engine.evaluate((one) => (document.querySelector("#column").style.width = `${one}px`), width);
      for (const place of [1, 3, 5]) { // of the row above: over the lower one lies the scrollbar of WebKitGTK
        const selector = `.bs-ticker__item:nth-child(${place}) a`;
        await engine.evaluate((one) => {
          globalThis.clicked = null;
          document.activeElement.blur();
          const list = document.querySelector(".bs-ticker__list");
          const room = list.clientWidth / 2; // a headline on a half of which the list ends can be clicked, too
          list.scrollTo({ left: document.querySelector(one).offsetLeft - list.firstElementChild.offsetLeft - room, behavior: "instant" });
        }, selector);
        await engine.click(selector);
        if (!(await engine.evaluate((one) => clicked === document.querySelector(one).closest("li"), selector))) lost.push([width, place]);
      }
    }
    assert.deepEqual(lost, []);
  });

  it("Tab leads through the ticker, and each headline that it comes to is seen", async (t) => {
    await visit(t, `<div id="column">${golden("ticker/full")}</div>`);
    await engine.evaluate(() => {
      document.querySelector("#column").style.width = "420px";
      document.querySelector("#before").focus();
    });
    const seen = [];
    for (let i = 0; i < 26; i++) {
      await engine.press("Tab");
      seen.push(
        await engine.evaluate(() => {
          const list = document.querySelector(".bs-ticker__list");
          if (document.activeElement === list) return `the list, at ${list.scrollLeft}`;
          if (!list.contains(document.activeElement)) return "";
          const [link, box] = [document.activeElement, list].map((one) => one.getBoundingClientRect());
          return link.left >= box.left - 1 && link.left < box.right ? document.activeElement.textContent : `not seen: ${document.activeElement.textContent}`;
        }),
      );
    }
    const headlines = await engine.evaluate(() => [...document.querySelectorAll(".bs-ticker__list a")].map((link) => link.textContent));
    assert.deepEqual([...new Set(seen)].filter((one) => one && one !== "the list, at 0"), headlines);
  });
}
