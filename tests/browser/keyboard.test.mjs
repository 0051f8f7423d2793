// The furniture by keyboard alone: reached by Tab, worked by Enter, Space, arrows and Escape. No test here uses a pointer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { control, furnished, furnishedSite, golden } from "./furniture.mjs";

const { visit } = await furnishedSite();

/** Tab, until the element has the focus. */
async function tabTo(page, locator) {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press("Tab");
    if (await hasFocus(locator)) return;
  }
  assert.fail(`the Tab key does not reach ${locator}`);
}
const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);
/** Whether an element is wholly inside of what can be seen of it. */
const inView = (locator) =>
  locator.evaluate((element) => {
    const [{ left, right }, strip] = [element, element.closest("ol")].map((one) => one.getBoundingClientRect());
    return left >= strip.left - 1 && right <= strip.right + 1;
  });

test("menu: opens by Enter, Tab leads through it, Escape closes it and goes back, and so does leaving", async (t) => {
  const page = await visit(t, furnished(golden("masthead/full")));
  const [menu, button] = [page.locator(".bs-menu"), page.locator(".bs-menu__button")];
  const isOpen = () => menu.evaluate((details) => details.open);
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  assert.ok(await isOpen());
  await tabTo(page, page.locator(".bs-section-tree a").first());
  const expander = page.locator(".bs-section-tree__expander").first();
  await tabTo(page, expander);
  await page.keyboard.press("Enter");
  assert.equal(await expander.evaluate((summary) => summary.parentElement.open), false);
  assert.ok(await isOpen(), "a section closes without the menu");
  await page.keyboard.press("Escape");
  assert.equal(await isOpen(), false);
  assert.ok(await hasFocus(button));
  await page.keyboard.press("Space");
  assert.ok(await isOpen());
  await tabTo(page, page.locator(".bs-search__field"));
  assert.equal(await isOpen(), false);
});

test("ticker: paused, resumed, hidden and shown, the focus staying on the button", async (t) => {
  const page = await visit(t, furnished(golden("ticker/full")));
  const [pause, hide, list] = [control(page, "ticker-pause"), control(page, "ticker-hide"), page.locator(".bs-ticker__list")];
  await tabTo(page, pause);
  await page.keyboard.press("Enter");
  assert.equal(await pause.textContent(), "Resume");
  await page.keyboard.press("Space");
  assert.equal(await pause.textContent(), "Pause");
  await tabTo(page, hide);
  await page.keyboard.press("Enter");
  assert.ok(await list.isHidden());
  assert.ok(await hasFocus(hide));
  await page.keyboard.press("Enter");
  assert.ok(await list.isVisible());
  const last = page.locator(".bs-ticker__item a").last();
  await tabTo(page, last);
  assert.ok(await inView(last));
});

test("gallery: arrows, Home, End and the links step; Escape and the close link go back to the cover", async (t) => {
  const page = await visit(t, furnished(`${golden("galleries/full")}<div class="tall"></div>`));
  const [cover, viewer] = [control(page, "gallery-open"), page.locator("dialog")];
  const items = page.locator(".bs-gallery__item");
  const shown = async () => {
    const seen = [];
    for (const item of await items.all()) {
      if (await inView(item)) seen.push(await item.locator(".bs-gallery__position").textContent());
    }
    return seen.join();
  };
  await tabTo(page, cover);
  await page.keyboard.press("Enter");
  assert.ok(await viewer.evaluate((dialog) => dialog.matches(":modal")));
  assert.equal(await shown(), "1 of 3");
  const keys = ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "Home", "ArrowLeft", "End", "Home", "Enter", "Enter"];
  const seen = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    seen.push(Number((await shown())[0]));
  }
  assert.deepEqual(seen, [2, 3, 3, 2, 1, 1, 3, 1, 2, 3]);
  const focused = page.locator("dialog :focus");
  assert.equal(await focused.textContent(), "Previous picture");
  assert.ok(await inView(focused));
  const { description } = await describe(page);
  assert.match(description, /^3 of 3/);
  await page.keyboard.press("Escape");
  assert.ok(await viewer.isHidden());
  assert.ok(await hasFocus(cover));
  await page.keyboard.press("Enter");
  await tabTo(page, control(page, "gallery-close"));
  await page.keyboard.press("Enter");
  assert.ok(await viewer.isHidden());
  assert.ok(await hasFocus(cover));
});

test("gallery from right to left: the left arrow goes on", async (t) => {
  const page = await visit(t, furnished(golden("galleries/arabic")));
  await tabTo(page, control(page, "gallery-open"));
  await page.keyboard.press("Enter");
  const second = page.locator(".bs-gallery__item").nth(1);
  await page.keyboard.press("ArrowLeft");
  assert.ok(await inView(second));
  await page.keyboard.press("ArrowRight");
  assert.ok(await inView(page.locator(".bs-gallery__item").first()));
  assert.equal(await inView(second), false);
});

for (const action of ["notice-close", "notice-later"]) {
  test(`notice: ${action}, and Tab goes on after it`, async (t) => {
    const page = await visit(t, furnished(golden("notice/full")));
    await tabTo(page, control(page, action));
    await page.keyboard.press("Enter");
    assert.ok(await page.locator(".bs-notice__title").isHidden());
    assert.ok(await hasFocus(control(page, "notice-open")));
    await page.keyboard.press("Tab");
    assert.ok(await hasFocus(page.locator("#after")));
  });
}

test("font size: larger and smaller, said by the status, the focus staying also at the last step", async (t) => {
  const page = await visit(t, furnished(golden("tools/full")));
  const [up, down, status] = [control(page, "font-up"), control(page, "font-down"), page.locator("[role=status]")];
  await tabTo(page, down);
  await page.keyboard.press("Enter");
  assert.equal(await status.textContent(), "Text size: 90%");
  await tabTo(page, up);
  for (let i = 0; i < 10; i++) await page.keyboard.press("Space");
  assert.equal(await status.textContent(), "Text size: 250%");
  assert.ok(await hasFocus(up));
});

test("share: every network is reached, and the link is copied and said", async (t) => {
  const page = await visit(t, furnished(golden("share/full")), { permissions: ["clipboard-read", "clipboard-write"] });
  for (const link of await page.locator(".bs-share__link").all()) await tabTo(page, link);
  await tabTo(page, control(page, "share-link"));
  await page.keyboard.press("Enter");
  const status = page.locator("[role=status]");
  await page.waitForFunction(() => document.querySelector("[role=status]")?.textContent);
  assert.equal(await status.textContent(), "The link is copied.");
  assert.ok(await hasFocus(control(page, "share-link")));
});

/** What assistive technology gets for the element that has the focus. */
async function describe(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const isFocused = ({ properties = [] }) => properties.some(({ name, value }) => name === "focused" && value.value);
  const focused = nodes.filter(isFocused).at(-1);
  return { name: focused.name?.value, description: focused.description?.value ?? "" };
}
