// Where the HTML comes from, and who else is on the page: elements, later content, a second copy of the module.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bundle } from "./harness.mjs";
import { control, furnished, furnishedSite, golden, scale } from "./furniture.mjs";

const { site, visit } = await furnishedSite();
const STORY = JSON.stringify({ ...JSON.parse(bundle()), site: { notice: { id: "n", title: "News" } } });

test("controls work in what an element rendered, and in what a page put in later", async (t) => {
  site.pages["/notice.json"] = STORY;
  const element = '<broadsheet-article fragment="notice" src="/notice.json"></broadsheet-article>';
  const page = await visit(t, furnished(element, { scripts: ["furniture.js", "define.js"] }));
  const notices = page.locator(".bs-notice");
  await page.locator('broadsheet-article[data-state="ready"]').waitFor();
  await control(page, "notice-close").waitFor();
  await page.evaluate(() => {
    const copy = document.querySelector(".bs-notice").cloneNode(true);
    copy.dataset.bsNotice = "later";
    copy.querySelectorAll("button").forEach((button) => (button.hidden = true));
    document.body.append(copy);
  });
  await notices.nth(1).locator("[data-bs-action=notice-close]").click();
  assert.ok(await notices.nth(0).locator(".bs-notice__title").isVisible());
  assert.ok(await notices.nth(1).locator(".bs-notice__title").isHidden());
  await control(page, "notice-close").click();
  assert.ok(await notices.nth(0).locator(".bs-notice__title").isHidden());
});

const markNotice = (page) =>
  page.addInitScript(() => addEventListener("DOMContentLoaded", () => (document.querySelector(".bs-notice").mark = 1)));
const markOf = (page) => page.evaluate(() => document.querySelector(".bs-notice").mark);

/** A page whose server rendered the notice inside of its element already. */
async function rendered(scripts) {
  const { load } = await import("../../dist/broadsheet.js");
  const html = (await load()).open(STORY).render("notice");
  return furnished(`<broadsheet-article fragment="notice" src="/slow.json">${html}</broadsheet-article>`, { scripts });
}

for (const scripts of [["define.js", "furniture.js"], ["furniture.js", "define.js"]]) {
  test(`what the server sent inside an element stays, with its controls: ${scripts.join(" before ")}`, async (t) => {
    site.pages["/slow.json"] = { body: STORY, delay: 400 };
    const page = await visit(t, await rendered(scripts), { prepare: markNotice });
    await page.locator('broadsheet-article[data-state="ready"]').waitFor();
    await control(page, "notice-close").waitFor();
    assert.equal(await markOf(page), 1);
  });
}

test("what the server sent inside an element works when the element never comes", async (t) => {
  const page = await visit(t, await rendered(["furniture.js"]));
  await control(page, "notice-close").click();
  assert.ok(await page.locator(".bs-notice__title").isHidden());
});

test("one place is served once, be the module there twice, and lets go of everything", async (t) => {
  const twice = furnished(golden("ticker/full", "tools/full"), { scripts: ["furniture.js", "furniture.js?again"] });
  const page = await visit(t, twice);
  await control(page, "ticker-hide").click();
  assert.ok(await page.locator(".bs-ticker__list").isHidden());
  await control(page, "font-up").click();
  assert.equal(await scale(page), "1.1");
  await page.evaluate(async () => {
    const { install } = await import("/broadsheet/furniture.js");
    const uninstall = install();
    if (uninstall !== install(document)) throw new Error("installed twice");
    uninstall();
  });
  assert.equal(await scale(page), "");
  assert.ok(await page.locator(".bs-ticker__list").isVisible());
  assert.equal(await page.locator("button:visible").count(), 0);
  await control(page, "font-up").evaluate((button) => button.click());
  assert.equal(await scale(page), "");
});

test("who calls preventDefault() before is obeyed, and nothing else is touched", async (t) => {
  const foreign = '<button data-bs-action="constructor" hidden>Not ours</button>';
  const page = await visit(t, furnished(golden("notice/full") + foreign));
  await page.locator(".bs-notice").evaluate((notice) => notice.addEventListener("click", (event) => event.preventDefault()));
  await control(page, "notice-close").click();
  assert.ok(await page.locator(".bs-notice__title").isVisible());
  assert.ok(await control(page, "constructor").isHidden());
});

test("without a document, importing does nothing", async () => {
  const before = Object.keys(globalThis).length;
  const { install } = await import("../../dist/furniture.js");
  assert.equal(typeof install, "function");
  assert.equal(Object.keys(globalThis).length, before);
});

test("on a phone a notice can be closed whatever is in it, and lies over nothing then", async (t) => {
  const body = `<p class="bs-notice__text">${"Long. ".repeat(200)}</p>`;
  const beside = (notice) => `<div class="bs-page" data-part="page"><div class="bs-page__beside">${notice}</div></div>`;
  site.pages["/reset.css"] = "*::before { content: none }";
  const sheet = ["broadsheet/broadsheet", "reset"].map((name) => `<link rel="stylesheet" href="/${name}.css">`).join("");
  for (const [name, html] of Object.entries({
    picture: golden("notice/picture").replace(/src="[^"]*"/, 'src="/g/high.webp" width="1200" height="2400"'),
    text: golden("notice/full").replace('<div class="bs-notice__controls">', `${body}<div class="bs-notice__controls">`),
  })) {
    const page = await visit(t, furnished(sheet + beside(html)), { viewport: { width: 360, height: 740 } });
    const close = control(page, "notice-close");
    await close.waitFor();
    const { y, height } = await close.boundingBox();
    assert.ok(y > 0.6 * 740 && y + height <= 740, `${name}: its control is in sight, at ${y}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name);
    await close.click();
    const closed = page.locator(".bs-notice");
    assert.equal(await closed.evaluate((node) => getComputedStyle(node).position), "static", name);
    assert.ok((await closed.boundingBox()).height < 60, `${name}: a strip`);
    const strip = await closed.evaluate((node) => [getComputedStyle(node, "::before").content, node.getAttribute("aria-label")]);
    assert.equal(strip[0], `"${strip[1]}" / ""`);
    assert.equal(await page.locator(".bs-page").evaluate((node) => getComputedStyle(node).paddingBottom), "0px", name);
  }
});
