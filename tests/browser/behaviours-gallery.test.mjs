// The viewer of a gallery, by pointer and by address; keyboard.test.mjs has it by keyboard.
import assert from "node:assert/strict";
import { test } from "node:test";
import { control, furnished, furnishedSite, golden } from "./furniture.mjs";

const { visit } = await furnishedSite();
const GALLERY = furnished(golden("galleries/full"));
const isModal = (page) => page.locator("dialog").evaluate((dialog) => dialog.matches(":modal"));
/** The position that is in view. */
const position = (page) =>
  page.evaluate(() => {
    const strip = document.querySelector(".bs-gallery__pictures").getBoundingClientRect();
    const inside = ({ left, right }) => left >= strip.left - 1 && right <= strip.right + 1;
    const items = [...document.querySelectorAll(".bs-gallery__item")];
    const seen = items.filter((item) => inside(item.getBoundingClientRect()));
    return seen.map((item) => item.querySelector(".bs-gallery__position").textContent).join();
  });

test("a cover opens the viewer as a modal dialog, its links step, its close gives the focus back", async (t) => {
  const page = await visit(t, GALLERY);
  const cover = control(page, "gallery-open");
  await cover.click();
  assert.ok(await isModal(page));
  assert.equal(await position(page), "1 of 3");
  await page.locator('[data-bs-action="gallery-next"]').first().click();
  assert.equal(await position(page), "2 of 3");
  await page.locator('[data-bs-action="gallery-prev"]').first().click();
  assert.equal(await position(page), "1 of 3");
  await control(page, "gallery-close").click();
  await page.locator("dialog").waitFor({ state: "hidden" });
  assert.ok(await cover.evaluate((link) => link === document.activeElement));
  assert.equal(new URL(page.url()).hash, "");
});

test("an address that leads to a picture opens its gallery there, and closing it leads away", async (t) => {
  const page = await visit(t, GALLERY, { hash: "#bs-gallery_low-tide_2" });
  await page.waitForFunction(() => document.querySelector("dialog")?.open);
  assert.ok(await isModal(page));
  assert.equal(await position(page), "2 of 3");
  await control(page, "gallery-close").click();
  await page.locator("dialog").waitFor({ state: "hidden" });
  assert.equal(new URL(page.url()).hash, "#bs-galleries");
  assert.ok(await control(page, "gallery-open").evaluate((link) => link === document.activeElement));
  await page.evaluate(() => (location.hash = "#bs-gallery_low-tide_3"));
  await page.waitForFunction(() => document.querySelector("dialog")?.open);
  assert.equal(await position(page), "3 of 3");
  await page.goBack();
  await page.waitForFunction(() => !document.querySelector("dialog")?.open);
});

test("a page that shows itself only once it is loaded opens the picture of its address then, and one that never does leads away", async (t) => {
  const late = furnished(golden("galleries/full"), { body: "unready" });
  const show = (page) => page.addInitScript(() => addEventListener("load", () => document.body.classList.remove("unready")));
  const page = await visit(t, late, { hash: "#bs-gallery_low-tide_2", prepare: show });
  assert.ok(await isModal(page));
  assert.equal(await position(page), "2 of 3");
  await control(page, "gallery-close").click();
  await page.waitForURL(/#bs-galleries$/);
  await page.locator("dialog").waitFor({ state: "hidden" });
  const never = await visit(t, late, { hash: "#bs-gallery_low-tide_2" });
  await never.waitForURL(/#bs-galleries$/);
  assert.equal(await isModal(never), false);
});

test("a cover opened in a new tab stays a link", async (t) => {
  const page = await visit(t, GALLERY);
  const opening = page.context().waitForEvent("page");
  await control(page, "gallery-open").click({ modifiers: ["Control"] });
  const tab = await opening;
  await tab.waitForURL(/#bs-gallery_low-tide_1$/);
  assert.equal(await isModal(page), false);
});

test("who swiped steps from the picture in view", async (t) => {
  const page = await visit(t, GALLERY);
  await control(page, "gallery-open").click();
  const strip = page.locator(".bs-gallery__pictures");
  await strip.evaluate((list) => list.scrollTo({ left: list.clientWidth, behavior: "instant" }));
  await page.keyboard.press("ArrowRight");
  assert.equal(await position(page), "3 of 3");
});

test("a gallery in a place that is not shown makes no modal dialog that nobody sees", async (t) => {
  const page = await visit(t, furnished(`<div id="place">${golden("galleries/full")}</div>`));
  await page.evaluate(() => {
    document.querySelector("#place").style.display = "none";
    location.hash = "#bs-gallery_low-tide_2";
  });
  await page.waitForFunction(() => location.hash === "#bs-galleries"); // closing it leads away
  assert.equal(await isModal(page), false);
  await page.locator("#after").click({ timeout: 5000 });
});
