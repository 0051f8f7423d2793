// <broadsheet-part> in Chromium: any part of the page, anywhere, with or without a story.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FALLBACK, hold, html, press, run, settle, site } from "./element.mjs";
import { bundle, page } from "./harness.mjs";

const items = [{ rank: 1, headline: "First", url: "/1" }, { rank: 2, headline: "Second", url: "/2" }];
const lists = { lists: { ranked: { top: { label: "Most read", items }, shared: { label: "Most shared", items: [items[1]] } } } };
const paper = {
  site: {
    name: "Paper",
    url: "https://paper.example/",
    language: "ar",
    navigation: [{ label: "Home", url: "/" }],
    account: { login: "/login", logout: "/logout" },
  },
};
site.pages["/lists.json"] = JSON.stringify(lists);
site.pages["/paper.json"] = JSON.stringify(paper);

const part = (attributes, content = FALLBACK) => `<broadsheet-part ${attributes}>${content}</broadsheet-part>`;
const whole = (layers, name, options, id) => press.open(layers, { furniture: true, ...options }).render(name, { id });

test("lists alone give a ranked list, and its markup is that of Node", async (t) => {
  const visit = await run(t, page(part('fragment="ranked-list" fragment-id="top" lists="lists.json"')));
  await visit.state("ready", "broadsheet-part");
  assert.equal(await html(visit, "broadsheet-part"), whole(lists, "ranked-list", {}, "top"));
  assert.match(await html(visit, "broadsheet-part"), /Most read.*First.*Second/s);
  const [event, ...more] = (await visit.seen()).events;
  assert.deepEqual([event.type, event.part, more], ["broadsheet-render", "ranked-list", []]);
});

test("what stands inside stays until the part is ready, and for good when there is nothing to show it from", async (t) => {
  const release = hold("/held-lists.json");
  const visit = await run(t, page(part('id="held" fragment="headline" src="held-lists.json"') + part('id="idle" fragment="masthead"')));
  await visit.state("loading", "#held");
  await visit.state("fallback", "#idle");
  assert.equal(await html(visit, "#held"), FALLBACK);
  release();
  await visit.state("ready", "#held");
  assert.match(await html(visit, "#held"), /^<h1 [^>]*>A story<\/h1>$/);
  assert.equal(await html(visit, "#idle"), FALLBACK);
});

test("what shows the story has no data without one, and what stands inside stays; a story that is not whole is an error", async (t) => {
  site.pages["/half.json"] = JSON.stringify({ article: { id: "a", headline: "H" } });
  const visit = await run(t, page(part('id="none" fragment="story" site="paper.json"') + part('id="half" fragment="tools" src="half.json"')));
  await visit.state("fallback", "#none");
  assert.equal(await html(visit, "#none"), FALLBACK);
  await visit.state("error", "#half");
  assert.equal(await html(visit, "#half"), FALLBACK);
  assert.deepEqual((await visit.seen()).events.map(({ type, code }) => [type, code]).sort(), [
    ["broadsheet-error", "SHAPE"],
    ["broadsheet-render", undefined],
  ]);
});

test("a part that does not exist, and the one that is a document", async (t) => {
  const visit = await run(t, page(["nonsense", "document"].map((name) => part(`fragment="${name}" site="paper.json"`)).join("")));
  await visit.page.waitForFunction(() => globalThis.seen.events.length === 2);
  assert.deepEqual((await visit.seen()).events.map(({ code }) => code), ["PART", "PART"]);
});

test("a layer inside, without src, and the attributes' options", async (t) => {
  const inline = `<script type="application/json">${JSON.stringify(lists)}</script>`;
  const visit = await run(t, page(part('fragment="ranked-list" fragment-id="shared" site="paper.json" heading-base="3" id-prefix="x-"', inline)));
  await visit.state("ready", "broadsheet-part");
  const wanted = whole([paper, lists], "ranked-list", { headingBase: 3, idPrefix: "x-" }, "shared");
  assert.equal((await html(visit, "broadsheet-part")).replace(inline, ""), wanted);
  assert.match(wanted, /^<section [^>]*lang="ar" dir="rtl"[^>]*>\n<h4 [^>]*id="x-ranked_shared"/);
});

test("a property for each attribute; set before the class was known they count", async (t) => {
  const early = "<script>Object.assign(document.querySelector('broadsheet-part'), { fragment: 'account', site: 'paper.json', signedIn: true })</script>";
  const visit = await run(t, page(part("") + early));
  await visit.state("ready", "broadsheet-part");
  assert.equal(await html(visit, "broadsheet-part"), whole(paper, "account", { reader: { signedIn: true } }));
  const [signedIn, attribute] = await visit.page.evaluate(() => {
    const element = document.querySelector("broadsheet-part");
    return [element.signedIn, element.getAttribute("signed-in")];
  });
  assert.deepEqual([signedIn, attribute], [true, ""]);
  await visit.page.evaluate(() => (document.querySelector("broadsheet-part").signedIn = false));
  await visit.page.waitForFunction(() => globalThis.seen.events.length === 2);
  assert.equal(await html(visit, "broadsheet-part"), whole(paper, "account"));
  await visit.page.evaluate(() => (document.querySelector("broadsheet-part").fragment = "navigation"));
  await visit.page.locator("broadsheet-part > nav").waitFor({ state: "attached" });
});

test("a layer that several elements name, articles and parts, is fetched once", async (t) => {
  const paths = ["/once-site.json", "/once-lists.json", "/once-story.json"];
  const bodies = [JSON.stringify(paper), JSON.stringify(lists), bundle()];
  paths.forEach((path, i) => (site.pages[path] = { body: bodies[i], after: 100 }));
  const both = 'site="once-site.json" lists="once-lists.json"';
  const visit = await run(
    t,
    page(
      part(`fragment="ranked-list" fragment-id="top" ${both}`) +
        part(`fragment="ranked-list" fragment-id="shared" ${both}`) +
        part('fragment="masthead" site="once-site.json"') +
        `<broadsheet-article ${both} src="once-story.json"></broadsheet-article>` +
        part(`fragment="share" ${both} src="once-story.json"`),
    ),
  );
  await visit.page.waitForFunction(() => globalThis.seen.events.length === 5);
  assert.deepEqual(paths.map((path) => site.count(path)), [1, 1, 1]);
  // One that comes while another still uses the layer does not fetch it either.
  await visit.page.evaluate(() => {
    const late = document.createElement("broadsheet-part");
    Object.assign(late, { fragment: "ranked-list", fragmentId: "top", lists: "once-lists.json" });
    document.body.append(late);
  });
  await visit.page.waitForFunction(() => globalThis.seen.events.length === 6);
  assert.equal(site.count("/once-lists.json"), 1);
  const ids = await visit.page.evaluate(() => [...document.querySelectorAll("[data-part] [id]")].map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length, ids.join());
});

test("the layer's last user gone, its fetch is aborted, and asked for again it is fetched again", async (t) => {
  const release = hold("/aborted.json");
  const visit = await run(t, page(part('fragment="headline" src="aborted.json"').repeat(2)));
  const failed = visit.page.waitForEvent("requestfailed");
  while (site.count("/aborted.json") === 0) await settle(visit, 20);
  await visit.page.evaluate(() => document.querySelector("broadsheet-part").remove());
  await settle(visit, 100);
  await visit.page.evaluate(() => document.querySelector("broadsheet-part").remove());
  assert.match((await failed).url(), /aborted\.json$/);
  release();
  await visit.page.evaluate(() => {
    document.body.innerHTML = '<broadsheet-part fragment="headline" src="aborted.json"></broadsheet-part>';
  });
  await visit.state("ready", "broadsheet-part");
  assert.equal(site.count("/aborted.json"), 2);
});

test("content that the server rendered is adopted as it stands", async (t) => {
  const rendered = whole(lists, "ranked-list", {}, "top");
  const mark = "<script>document.querySelector('[data-part]').mark = 1</script>";
  const visit = await run(t, page(part('fragment="ranked-list" fragment-id="top" lists="lists.json"', rendered) + mark));
  await visit.state("ready", "broadsheet-part");
  assert.equal(await visit.page.evaluate(() => document.querySelector("[data-part]").mark), 1);
});

test("the element can have another name; the classic script defines it too", async (t) => {
  const script = `<script type="module">
    import { BroadsheetArticle, BroadsheetElement, BroadsheetPart, define } from "/broadsheet/define.js";
    define("my-part", BroadsheetPart);
    document.querySelector("my-part").isPart = document.querySelector("my-part") instanceof BroadsheetPart;
    globalThis.base = [BroadsheetArticle, BroadsheetPart].map((one) => Object.getPrototypeOf(one) === BroadsheetElement);
  </script>`;
  const visit = await run(t, page(`<my-part fragment="ranked-list" fragment-id="top" lists="lists.json"></my-part>${script}`));
  await visit.state("ready", "my-part");
  assert.deepEqual(await visit.page.evaluate(() => [document.querySelector("my-part").isPart, ...globalThis.base]), [true, true, true]);
  const classic = '<script src="/broadsheet/broadsheet.classic.js"></script>';
  const other = await run(t, page(part('fragment="ranked-list" fragment-id="top" lists="lists.json"'), classic));
  await other.state("ready", "broadsheet-part");
  assert.equal(await other.page.evaluate(() => Broadsheet.BroadsheetPart === customElements.get("broadsheet-part")), true);
});
