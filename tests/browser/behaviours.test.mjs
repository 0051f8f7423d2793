// What JavaScript adds to the page around a story, over goldens as a server would send them. Every page stands under a
// strict Content Security Policy, and none may violate it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { control, furnished, furnishedSite, golden, scale, stopClock } from "./furniture.mjs";

const { visit, ready } = await furnishedSite();
const HOUR = 3_600_000;
const NOTICE = furnished(golden("notice/full"));

const status = (page) => page.locator("[role=status]").textContent();

const withoutClipboard = (page) =>
  page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined }));
const withoutShare = (page) =>
  page.addInitScript(() => Object.defineProperty(Navigator.prototype, "share", { value: undefined }));

/** The same page in another tab, which shares what is lasting. */
async function otherTab(page) {
  const tab = await page.context().newPage();
  await stopClock(tab, await page.evaluate(() => Date.now()));
  await tab.goto(page.url());
  await ready(tab);
  return tab;
}

test("controls that need JavaScript are shown, and only those that can work here", async (t) => {
  const page = await visit(t, furnished(golden("tools/full", "share/full", "notice/full")), {
    prepare: withoutShare,
  });
  for (const action of ["print", "font-up", "font-down", "share-link", "notice-close", "notice-later"]) {
    assert.ok(await control(page, action).isVisible(), action);
  }
  assert.ok(await control(page, "share-system").isHidden());
});

test("print prints the page", async (t) => {
  const page = await visit(t, furnished(golden("tools/full")), {
    prepare: (page) =>
      page.addInitScript(() => {
        globalThis.printed = 0;
        globalThis.print = () => globalThis.printed++;
      }),
  });
  await control(page, "print").click();
  assert.equal(await page.evaluate(() => globalThis.printed), 1);
});

test("the text grows to 250 % and shrinks to 90 %, says so and is remembered", async (t) => {
  const page = await visit(t, furnished(golden("tools/full")));
  const [up, down] = [control(page, "font-up"), control(page, "font-down")];
  assert.equal(await scale(page), "");
  const said = [];
  for (let i = 0; i < 7; i++) {
    await up.click({ force: true }); // the last time, it is disabled
    said.push(await status(page));
  }
  assert.deepEqual(said, [110, 125, 150, 175, 200, 250, 250].map((percent) => `Text size: ${percent}%`));
  assert.equal(await scale(page), "2.5");
  assert.deepEqual([await up.getAttribute("aria-disabled"), await down.getAttribute("aria-disabled")], ["true", null]);
  await page.reload();
  await ready(page);
  assert.equal(await scale(page), "2.5");
  assert.equal(await up.getAttribute("aria-disabled"), "true");
  for (let i = 0; i < 8; i++) await down.click({ force: true });
  assert.equal(await status(page), "Text size: 90%");
  assert.deepEqual([await up.getAttribute("aria-disabled"), await down.getAttribute("aria-disabled")], [null, "true"]);
  await up.click();
  assert.equal(await scale(page), "");
});

for (const stored of ['"large"', "112", "{", "null"]) {
  test(`a text size that nobody chose here is none: ${stored}`, async (t) => {
    const page = await visit(t, furnished(golden("tools/full")), {
      prepare: (page) => page.addInitScript((text) => localStorage.setItem("broadsheet-text-size", text), stored),
    });
    assert.equal(await scale(page), "");
    await control(page, "font-up").click();
    assert.equal(await scale(page), "1.1");
  });
}

test("a notice that is closed stays so in its tab, and only there", async (t) => {
  const page = await visit(t, NOTICE, { prepare: stopClock });
  await control(page, "notice-close").click();
  assert.ok(await page.locator(".bs-notice__title").isHidden());
  await page.reload();
  await ready(page);
  assert.ok(await page.locator(".bs-notice__title").isHidden());
  const tab = await otherTab(page);
  assert.ok(await tab.locator(".bs-notice__title").isVisible());
});

test("a notice closed for 24 hours comes back after them; one with another id was never gone", async (t) => {
  const page = await visit(t, NOTICE, { prepare: stopClock });
  await control(page, "notice-later").click();
  assert.ok(await page.locator(".bs-notice__title").isHidden());
  const tab = await otherTab(page);
  assert.ok(await tab.locator(".bs-notice__title").isHidden());
  await tab.evaluate((html) => {
    const other = document.querySelector(".bs-notice").cloneNode(true);
    other.dataset.bsNotice = "another";
    document.body.append(other);
  });
  assert.ok(await tab.locator("[data-bs-notice=another] .bs-notice__title").isVisible());
  for (const [hours, there] of [[23, false], [2, true]]) {
    await tab.clock.fastForward(hours * HOUR);
    const later = await otherTab(tab);
    assert.equal(await later.locator(".bs-notice__title").isVisible(), there);
  }
});

test("a notice closed while the reader's clock was a year ahead is not gone for a year", async (t) => {
  const page = await visit(t, NOTICE, {
    async prepare(page) {
      await stopClock(page);
      const entry = JSON.stringify([null, "rubbish", { 0: "storm-2025-10" }, ["storm-2025-10", Date.parse("2026-10-01T12:00:00Z")]]);
      await page.addInitScript((text) => localStorage.setItem("broadsheet-notices", text), entry);
    },
  });
  assert.ok(await page.locator(".bs-notice__title").isVisible());
});

test("a notice that was closed can be opened again, and the controls take turns", async (t) => {
  const page = await visit(t, furnished(golden("notice/picture")), { prepare: stopClock });
  const shown = () => page.evaluate(() => [...document.querySelectorAll(".bs-notice button:not([hidden])")].map((button) => button.dataset.bsAction));
  const parts = () => page.evaluate(() => [...document.querySelectorAll(".bs-notice > :not([hidden])")].map((part) => part.className));
  const focused = () => page.evaluate(() => document.activeElement.dataset.bsAction);
  const [all, controls] = [await parts(), ["bs-notice__controls"]];
  assert.equal(all.length, 6);
  for (const close of ["notice-close", "notice-later"]) {
    assert.deepEqual(await shown(), ["notice-later", "notice-close"]);
    await control(page, close).focus();
    await page.keyboard.press("Enter");
    assert.deepEqual([await shown(), await parts(), await focused()], [["notice-open"], controls, "notice-open"]);
    await page.reload();
    await ready(page);
    assert.deepEqual([await shown(), await parts()], [["notice-open"], controls], "it is closed, and can be opened");
    await control(page, "notice-open").focus();
    await page.keyboard.press("Enter");
    assert.deepEqual([await parts(), await focused()], [all, "notice-close"]);
    const tab = await otherTab(page);
    assert.ok(await tab.locator(".bs-notice__title").isVisible(), "nothing of it stays");
  }
});

test("of the notices that were closed the last 50 are kept", async (t) => {
  const page = await visit(t, NOTICE, {
    async prepare(page) {
      await stopClock(page);
      await page.addInitScript(() => {
        const ids = Array.from({ length: 60 }, (_, i) => `n${i}`);
        sessionStorage.setItem("broadsheet-notices", JSON.stringify(ids));
        localStorage.setItem("broadsheet-notices", JSON.stringify(ids.map((id) => [id, Date.now() + 1000])));
      });
    },
  });
  const kept = (area) => page.evaluate((name) => JSON.parse(window[name].getItem("broadsheet-notices")).map(String), area);
  for (const action of ["notice-close", "notice-later"]) {
    await control(page, action).evaluate((button) => (button.hidden = false));
    await control(page, action).click();
  }
  const session = await kept("sessionStorage");
  assert.deepEqual([session.length, session[0], session.at(-1)], [50, "n11", "storm-2025-10"]);
  const lasting = await kept("localStorage");
  assert.deepEqual([lasting.length, lasting[0].split(",")[0], lasting.at(-1).split(",")[0]], [50, "n11", "storm-2025-10"]);
});

test("the link is copied, with and without navigator.clipboard, and the page says so", async (t) => {
  for (const withClipboard of [true, false]) {
    const page = await visit(t, furnished(`${golden("share/full")}<textarea></textarea>`), {
      permissions: withClipboard ? ["clipboard-read", "clipboard-write"] : [],
      prepare: withClipboard ? undefined : withoutClipboard,
    });
    await control(page, "share-link").click();
    await page.waitForFunction(() => document.querySelector("[role=status]")?.textContent);
    assert.equal(await status(page), "The link is copied.");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.bsAction), "share-link");
    await page.locator("textarea").focus();
    await page.keyboard.press("Control+V");
    const address = await control(page, "share-link").getAttribute("data-bs-url");
    assert.equal(await page.locator("textarea").inputValue(), address);
    assert.equal(await page.locator("textarea").count(), 1);
  }
});

test("a link that cannot be copied: the page says that too", async (t) => {
  const page = await visit(t, furnished(golden("share/full")), {
    prepare: (page) =>
      page.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
        Document.prototype.execCommand = () => false;
      }),
  });
  await control(page, "share-link").click();
  await page.waitForFunction(() => document.querySelector("[role=status]")?.textContent);
  assert.equal(await status(page), "The link could not be copied.");
});

test("the system's sheet gets title and address, and closing it is no error", async (t) => {
  const page = await visit(t, furnished(golden("share/full")), {
    prepare: (page) =>
      page.addInitScript(() => {
        Navigator.prototype.share = (data) => ((globalThis.shared = data), Promise.reject(new DOMException("", "AbortError")));
      }),
  });
  const button = control(page, "share-system");
  await button.click();
  const [title, url] = [await button.getAttribute("data-bs-title"), await button.getAttribute("data-bs-url")];
  assert.ok(title && url);
  assert.deepEqual(await page.evaluate(() => globalThis.shared), { title, url });
});

// A sandboxed document has no origin, and so no storage: reading window.localStorage throws there.
const sandbox = await furnishedSite({ "content-security-policy": "sandbox allow-scripts", "access-control-allow-origin": "*" });

test("where storage is refused, choices hold as long as the page is open", async (t) => {
  const page = await sandbox.visit(t, furnished(golden("notice/full", "tools/full", "ticker/full")));
  const refused = await page.evaluate(() => {
    try {
      return !localStorage;
    } catch (error) {
      return error.name;
    }
  });
  assert.equal(refused, "SecurityError");
  await control(page, "font-up").click();
  await control(page, "font-up").click();
  assert.equal(await scale(page), "1.25");
  await control(page, "ticker-pause").click();
  assert.equal(await control(page, "ticker-pause").textContent(), "Resume");
  await control(page, "notice-later").click();
  assert.ok(await page.locator(".bs-notice__title").isHidden());
  await page.reload();
  await sandbox.ready(page);
  assert.ok(await page.locator(".bs-notice__title").isVisible());
  await control(page, "notice-close").click();
  assert.ok(await page.locator(".bs-notice__title").isHidden());
});
