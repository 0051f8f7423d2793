// <broadsheet-article> in Chromium: what it shows, and what its attributes and children say.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FALLBACK, element, hold, html, press, run, site } from "./element.mjs";
import { bundle, page } from "./harness.mjs";

test("one script tag shows the story, and its markup is that of Node", async (t) => {
  const visit = await run(t, page(element('src="story.json"')));
  await visit.state("ready");
  assert.equal(await html(visit), press.open(bundle()).render());
  assert.ok(
    await visit.page.evaluate(() => [...document.styleSheets].some((sheet) => sheet.href?.endsWith("/broadsheet.story.css"))),
  );
  const [event, ...more] = (await visit.seen()).events;
  assert.deepEqual(
    [event.type, event.part, event.frozen, more],
    ["broadsheet-render", "story", true, []],
  );
});

test("the fallback stays, unhidden, until the story is ready", async (t) => {
  const release = hold("/held.json");
  const visit = await run(t, page(element('src="held.json"')));
  await visit.state("loading");
  assert.ok(await visit.page.locator("#fallback").isVisible());
  release();
  await visit.state("ready");
  assert.ok(await visit.page.locator("#fallback").isHidden());
});

test("without anything to show the state is fallback", async (t) => {
  const visit = await run(t, page(element("")));
  await visit.state("fallback");
  assert.equal(await html(visit), FALLBACK);
});

test("without scripting the fallback is the content", async (t) => {
  const visit = await run(t, page(element('src="story.json"')), { javaScriptEnabled: false });
  assert.ok(await visit.page.locator("#fallback").isVisible());
});

test("a bundle inside the element, for a module and for a classic script in the head", async (t) => {
  const inline = `<script type="application/json">${bundle({ headline: "Inside &amp; out" })}</script>`;
  for (const head of [undefined, '<script src="/broadsheet/broadsheet.classic.js"></script>']) {
    const visit = await run(t, page(element("", `${FALLBACK}\n${inline}`), head));
    await visit.state("ready");
    assert.equal(await visit.page.locator("h1").textContent(), "Inside &amp; out");
    assert.ok(await visit.page.locator("#fallback").isHidden());
    // It stays, so that a change of attributes has something to render.
    await visit.page.evaluate(() => document.querySelector("broadsheet-article").setAttribute("fragment", "headline"));
    await visit.page.locator("broadsheet-article > h1").waitFor();
    assert.equal(await visit.page.locator("broadsheet-article > script").count(), 1);
  }
});

test("a classic script in the head renders a page that is still being parsed only once it is parsed", async (t) => {
  const content = `${element('src="story.json"', `${FALLBACK}<script src="/slow.js"></script><p id="rest">The rest of it.</p>`)}`;
  site.pages["/slow.js"] = { body: "", after: 800 };
  const visit = await run(t, page(content, '<script src="/broadsheet/broadsheet.classic.js"></script>'));
  await visit.state("ready");
  assert.equal(await html(visit), press.open(bundle()).render());
});

test("layers are merged: the site first, the article last, a bundle inside after it", async (t) => {
  site.pages["/site.json"] = JSON.stringify({ site: { language: "ko", name: "Site" } });
  site.pages["/strings.json"] = JSON.stringify({ strings: { ko: { posted: "등록" } } });
  const inline = `<script type="application/json">{"article":{"headline":"Inside"}}</script>`;
  site.pages["/dated.json"] = bundle({ published: "2023-02-04T10:35:00+09:00" });
  const visit = await run(
    t,
    page(element('src="dated.json" site="site.json" strings="strings.json" time-zone="Asia/Seoul"', inline)),
  );
  await visit.state("ready");
  assert.equal(await visit.page.locator("h1").textContent(), "Inside");
  assert.match(await visit.page.locator("[data-part=dates]").textContent(), /등록.*2023년 2월 4일 10:35/);
});

test("parts, ids and options come from attributes and from properties", async (t) => {
  site.pages["/figures.json"] = bundle({
    figures: {
      f1: { src: "f1.png", width: 4, height: 3, alt: "One" },
      f2: { src: "f2.png", width: 4, height: 3, alt: "Two" },
    },
  });
  const visit = await run(t, page(element('src="figures.json" fragment="figure" fragment-id="f2"')));
  await visit.state("ready");
  assert.equal(await visit.page.locator("img").getAttribute("alt"), "Two");
  await visit.page.evaluate(() => Object.assign(document.querySelector("broadsheet-article"), { fragmentId: "f1" }));
  await visit.page.locator("img[alt=One]").waitFor({ state: "attached" });
  await visit.page.evaluate(() => {
    const article = document.querySelector("broadsheet-article");
    article.fragment = "headline";
    article.headingBase = 3;
    article.idPrefix = "x-";
  });
  assert.equal(await visit.page.locator("broadsheet-article > h3").getAttribute("id"), "x-headline");
  assert.equal(await visit.page.evaluate(() => document.querySelector("broadsheet-article").headingBase), "3");
  assert.equal(site.count("/figures.json"), 1, "a change of options fetches nothing again");
});

test("base says what relative addresses are relative to: an address, the bundle, or else the page", async (t) => {
  site.pages["/far/away/story.json"] = bundle({ body: "[b](b.html) [c](#c)" });
  const of = (visit) => visit.page.locator(".bs-body a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const visit = await run(t, page(element('src="/far/away/story.json" base="bundle"')));
  await visit.state("ready");
  const origin = new URL(visit.page.url()).origin;
  assert.deepEqual(await of(visit), [`${origin}/far/away/b.html`, "#c"]);
  for (const [base, expected] of [["https://x.example/y/", "https://x.example/y/b.html"], ["/z/", `${origin}/z/b.html`], [null, "b.html"]]) {
    await visit.page.evaluate((to) => {
      const node = document.querySelector("broadsheet-article");
      node.base = to;
      return node.rendered;
    }, base);
    await visit.page.waitForTimeout(300);
    assert.deepEqual(await of(visit), [expected, "#c"]);
  }
});

test("an attribute without a value counts as absent", async (t) => {
  const names = ["site", "lists", "strings", "fragment", "fragment-id", "part", "part-id", "locale", "time-zone", "now", "id-prefix", "heading-base", "base"];
  const empty = names.map((name) => `${name}=""`).join(" ");
  const visit = await run(t, page(element(`src="story.json" ${empty}`) + element('id="none" src=""')));
  await visit.state("ready");
  assert.equal(await html(visit), press.open(bundle()).render());
  await visit.state("fallback", "#none");
});

test("properties set before the class was known count", async (t) => {
  const early = '<script>document.querySelector("broadsheet-article").src = "other.json"</script>';
  const visit = await run(t, page(element("") + early));
  await visit.state("ready");
  assert.equal(await visit.page.locator("h1").textContent(), "Another story");
});
