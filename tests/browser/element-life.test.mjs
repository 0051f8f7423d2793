// <broadsheet-article> that is moved, removed or changed while it works.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FALLBACK, element, hold, run, settle, site } from "./element.mjs";
import { bundle, page } from "./harness.mjs";

async function until(condition) {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

test("moving the element fetches and renders nothing again", async (t) => {
  const visit = await run(t, page(`${element('src="story.json"')}<main></main>`));
  await visit.state("ready");
  const before = site.count("/story.json");
  await visit.page.evaluate(() => {
    const article = document.querySelector("broadsheet-article");
    article.firstElementChild.dataset.mark = "kept";
    document.querySelector("main").append(article);
  });
  await settle(visit);
  assert.equal(await visit.page.locator("main > broadsheet-article > [data-mark=kept]").count(), 1);
  assert.equal(site.count("/story.json"), before);
  assert.equal((await visit.seen()).events.length, 1);
  assert.ok(await visit.page.evaluate(() => document.querySelector("broadsheet-article").story.render("headline")));
});

test("removed while loading, it stays as it was and the fetch is aborted", async (t) => {
  const release = hold("/held.json");
  const visit = await run(t, page(element('src="held.json"')));
  const failed = visit.page.waitForEvent("requestfailed");
  await until(() => site.count("/held.json") === 1);
  await visit.page.evaluate(() => {
    globalThis.removed = document.querySelector("broadsheet-article");
    globalThis.removed.remove();
  });
  assert.match((await failed).url(), /held\.json$/);
  release();
  await settle(visit);
  const state = await visit.page.evaluate(() => [
    globalThis.removed.innerHTML,
    globalThis.removed.dataset.state,
    globalThis.removed.story,
  ]);
  assert.deepEqual(state, [FALLBACK, "fallback", null]);
  assert.deepEqual((await visit.seen()).events, []);
  // Put back, it starts anew.
  await visit.page.evaluate(() => document.body.append(globalThis.removed));
  await visit.state("ready");
});

test("removed after rendering, it closes its story; put back, it renders again", async (t) => {
  const visit = await run(t, page(element('src="story.json"')));
  await visit.state("ready");
  const code = await visit.page.evaluate(async () => {
    const article = document.querySelector("broadsheet-article");
    const { story } = article;
    article.remove();
    await Promise.resolve().then(() => {});
    try {
      story.render();
    } catch (error) {
      document.body.append(article);
      return error.code;
    }
  });
  assert.equal(code, "STATE");
  await visit.page.waitForFunction(() => globalThis.seen.events.length === 2);
  assert.ok(await visit.page.evaluate(() => document.querySelector("broadsheet-article").story));
});

test("of several addresses in a row the last one wins, whichever comes first", async (t) => {
  const releases = ["/first.json", "/second.json"].map((path) => hold(path, { headline: "Too late" }));
  const visit = await run(t, page(element('src="first.json"')));
  await until(() => site.count("/first.json") === 1);
  await visit.page.evaluate(() => (document.querySelector("broadsheet-article").src = "second.json"));
  await until(() => site.count("/second.json") === 1);
  await visit.page.evaluate(() => {
    const article = document.querySelector("broadsheet-article");
    article.src = "bad.json";
    article.src = "other.json";
  });
  await visit.state("ready");
  releases.forEach((release) => release());
  await settle(visit);
  assert.equal(await visit.page.locator("h1").textContent(), "Another story");
  assert.deepEqual(
    (await visit.seen()).events.map(({ type }) => type),
    ["broadsheet-render"],
  );
});

for (const [what, content] of [
  ["an address", ""],
  ["a bundle inside, and its", `<script type="application/json">${bundle()}</script>`],
]) {
  test(`when ${what} is taken away, the fallback comes back, the very nodes`, async (t) => {
    const visit = await run(t, page(element(content ? "" : 'src="story.json"', FALLBACK + content)));
    const article = await visit.state("ready");
    await article.evaluate((node) => (globalThis.story = node.story));
    await article.evaluate((node) => (node.locale = "ko"));
    await visit.page.waitForFunction(() => globalThis.seen.events.length === 2);
    await article.evaluate((node) => {
      node.querySelector("script")?.remove();
      node.src = null;
      node.locale = "en";
    });
    const after = await visit.state("fallback");
    assert.equal(await after.innerHTML(), FALLBACK);
    assert.equal(await after.evaluate((node) => node.story), null);
    await after.evaluate((node) => {
      node.firstElementChild.dataset.mark = "kept";
      node.src = "other.json";
    });
    await visit.state("ready");
    await after.or(article).first().evaluate((node) => (node.src = null));
    assert.equal(await (await visit.state("fallback")).locator("[data-mark=kept]").count(), 1);
  });
}

test("a changed address shows the other story", async (t) => {
  const visit = await run(t, page(element('src="story.json"')));
  await visit.state("ready");
  await visit.page.evaluate(() => document.querySelector("broadsheet-article").setAttribute("src", "other.json"));
  await visit.page.getByRole("heading", { name: "Another story" }).waitFor();
});

test("a story that was taken away while the element was out of the document is shown again", async (t) => {
  for (const [what, take, address] of [
    ["all of its content", (node) => (node.innerHTML = "<p>New fallback</p>"), null],
    ["all of its content, and the bundle cannot be had", (node) => (node.innerHTML = "<p>New fallback</p>"), "nowhere.json"],
    ["the story alone", (node) => node.querySelector("article").remove(), null],
    ["the story, into another place", (node) => document.body.append(node.querySelector("article")), null],
  ]) {
    const visit = await run(t, page(element('src="story.json"')));
    await visit.state("ready");
    const seen = await visit.page.evaluate(`(async () => {
      const node = document.querySelector("broadsheet-article");
      node.remove();
      await new Promise((resolve) => setTimeout(resolve));
      (${take})(node);
      if (${JSON.stringify(address)}) node.src = ${JSON.stringify(address)};
      document.body.prepend(node);
      await node.rendered.catch(() => {});
      return [node.dataset.state, node.querySelectorAll("article").length, node.querySelector("article")?.assignedSlot !== null, node.innerText.slice(0, 7)];
    })()`);
    assert.deepEqual(seen, [address ? "error" : "ready", 1, true, "A story"], what);
  }
});
