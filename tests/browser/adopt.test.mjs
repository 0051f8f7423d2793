// HTML of a server that says what it was made from: its element takes it over as it stands, and nothing is fetched for it,
// until something is asked of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { adoptPage, element, fetched, part, rendered } from "./adopt-pages.mjs";
import { run, settle, site } from "./element.mjs";
import { bundle } from "./harness.mjs";

const start = async (t, content, options) => {
  const from = site.requests.length;
  const visit = await run(t, adoptPage(content, options));
  visit.fetched = () => fetched(site, from);
  return visit;
};
const told = (visit) => visit.page.evaluate(() => details);
const changes = (visit) => visit.page.evaluate(() => noted());
const ADOPTED = { id: "", adopted: true, part: "story", diagnostics: 0 };

/** Nothing was fetched, and no node touched, for a while. */
async function untouched(visit) {
  await settle(visit, 300);
  assert.deepEqual([visit.fetched(), await changes(visit)], [[], []]);
}

test("it is taken over as it stands: no module, no bundle, no node touched", async (t) => {
  const visit = await start(t, element('src="story.json"'));
  await visit.state("ready");
  await untouched(visit);
  assert.deepEqual(await told(visit), [ADOPTED]);
  assert.equal(await visit.page.evaluate(() => document.querySelector("broadsheet-article").rendered), "ready");
});

test("with each option that its attributes name", async (t) => {
  site.pages["/lists.json"] = JSON.stringify({ lists: { ranked: { top: { label: "Most read", items: [{ headline: "First", url: "/1" }] } } } });
  const now = "2026-01-17T09:30:00.000Z";
  const options = { locale: "ko", timeZone: "Asia/Seoul", now: new Date(now), headingBase: 3, idPrefix: "x-", base: new URL("/folder/story.json", site.origin).href };
  const attributes = `locale="ko" time-zone="Asia/Seoul" now="${now}" heading-base="3" id-prefix="x-" base="bundle" src="/folder/story.json"`;
  const list = rendered(site.pages["/lists.json"], {}, "ranked-list", "top");
  const account = rendered({ site: { account: { logout: "/out" } } }, { reader: { signedIn: true } }, "account");
  const content = [
    element(attributes, rendered(bundle(), options)),
    element('id="headline" fragment="headline" src="story.json"', `\n  ${rendered(bundle(), {}, "headline")}\n`),
    part('id="list" fragment="ranked-list" fragment-id="top" lists="lists.json"', list),
    part('id="account" fragment="account" site="site.json" signed-in', account),
  ];
  assert.ok(account && list);
  const visit = await start(t, content.join(""));
  await visit.page.waitForFunction(() => details.length === 4);
  await untouched(visit);
  assert.deepEqual((await told(visit)).map(({ adopted }) => adopted), [true, true, true, true]);
});

for (const [what, content] of Object.entries({
  "another part": element('src="story.json"', rendered(bundle(), {}, "headline")),
  "another locale": element('src="story.json" locale="ko"'),
  "another level": element('src="story.json" heading-base="2"'),
  "another prefix": element('src="story.json" id-prefix="y-"'),
  "another time": element('src="story.json" now="2026-01-17T09:30:00Z"'),
  "an address to be relative to": element('src="story.json" base="https://a.example/"'),
  "a reader": element('src="story.json" signed-in'),
  "an id": element('src="story.json" fragment-id="x"'),
  "no provenance": element('src="story.json"', rendered(bundle(), { provenance: false })),
})) {
  test(`not what the element would show: ${what}`, async (t) => {
    const visit = await start(t, content);
    await visit.state("ready");
    assert.ok(visit.fetched().includes("/story.json"));
    assert.deepEqual((await told(visit)).map(({ adopted }) => adopted), [false]);
    assert.equal(await visit.page.locator("[data-bs-provenance]").count(), 0);
  });
}

const html = rendered();
const [, VALUE] = /data-bs-provenance="([^"]*)"/.exec(html);
const withValue = (value) => element('src="story.json"', html.replace(VALUE, value));

for (const [what, content] of Object.entries({
  "no value": withValue(""),
  "another version": withValue(VALUE.replace("0", "9")),
  "another form": withValue(VALUE.slice(0, -1)),
  "more behind it": withValue(`${VALUE}-00000000`),
  "a quote and a bracket": withValue(`${VALUE}&quot;]`),
  "letters that are no digits": withValue(VALUE.replace(/.$/, "x")),
  "more elements than there are": withValue(VALUE.replace(/\w{8}(?=-\w{8}$)/, "ffffffff")),
  "it deeper inside": element('src="story.json"', `<div>${html}</div>`),
  "a form whose fields hide what is asked": element('src="story.json"', `<form class="bs-story" data-part="story" data-bs-provenance="${VALUE}"><input name="getAttribute"><input name="className"></form>`),
  "two stories": element('src="story.json"', html + html),
  "a part of a name that ends a selector": `${element('src="story.json" fragment="&quot;] *, [x=&quot;"')}${element('src="story.json"', "")}`,
})) {
  test(`what no server wrote is not taken over, and stops nothing: ${what}`, async (t) => {
    const visit = await start(t, content);
    await visit.state("ready", "broadsheet-article:last-of-type");
    assert.ok(visit.fetched().includes("/story.json"));
    assert.equal((await told(visit)).some(({ adopted }) => adopted), false);
  });
}

test("HTML that was cut off anywhere is not taken for the whole", async (t) => {
  const whole = rendered(bundle({ body: "One &amp; only.\n\nTwo *three* four&nbsp;& five.", rights: "All <rights> & more" }));
  const cuts = [];
  for (let end = whole.indexOf(">") + 1; end < whole.length - "</article>".length; end += 7) cuts.push(end);
  for (let end = whole.length - 60; end < whole.length - "</article>".length; end++) cuts.push(end);
  site.pages["/cut.json"] = JSON.stringify({});
  const visit = await start(t, "");
  const results = await visit.page.evaluate(async ([texts]) => {
    await customElements.whenDefined("broadsheet-article");
    const adopted = [];
    for (const text of texts) {
      const element = document.createElement("broadsheet-article");
      element.innerHTML = text;
      element.src = "cut.json";
      const event = new Promise((resolve) => ["broadsheet-render", "broadsheet-error"].forEach((type) => element.addEventListener(type, resolve, { once: true })));
      document.body.append(element);
      adopted.push((await event).detail.adopted ?? false);
      element.remove();
      await null;
    }
    return adopted;
  }, [[whole, ...cuts.map((end) => whole.slice(0, end))]]);
  assert.deepEqual([results[0], cuts.filter((_, i) => results[i + 1]).map((end) => whole.slice(0, end).slice(-40))], [true, []]);
});

for (const [what, ask] of Object.entries({
  "another src": (one) => (one.src = "other.json"),
  "the story": (one) => one.story,
  "a bundle": (one) => (one.bundle = JSON.stringify({ article: { id: "b", headline: "B", body: "B" } })),
})) {
  test(`the module comes when it is asked for ${what}`, async (t) => {
    const visit = await start(t, element('src="story.json"'));
    await visit.state("ready");
    await untouched(visit);
    const [before, after] = await visit.page.evaluate(async (source) => {
      const one = document.querySelector("broadsheet-article");
      const before = one.querySelector("h1");
      (0, eval)(`(${source})`)(one);
      await one.rendered;
      return [before.isConnected, one.story?.title];
    }, String(ask));
    assert.ok(visit.fetched().some((path) => path.endsWith(".wasm")));
    assert.deepEqual([before, after], { "another src": [false, "Another story"], "the story": [true, "A story"], "a bundle": [false, "B"] }[what]);
  });
}

test("a reload fetches the layers, and the module only when they are others", async (t) => {
  site.pages["/reloaded.json"] = bundle();
  const visit = await start(t, element('src="reloaded.json"'));
  await visit.state("ready");
  const reload = () => visit.page.evaluate(() => document.querySelector("broadsheet-article").reload());
  assert.equal(await reload(), "ready");
  assert.deepEqual([visit.fetched(), await changes(visit)], [["/reloaded.json"], []]);
  assert.deepEqual(await told(visit), [ADOPTED, ADOPTED]);
  site.pages["/reloaded.json"] = bundle({ headline: "New" });
  assert.equal(await reload(), "ready");
  assert.equal(await visit.page.locator("h1").innerText(), "New");
  assert.ok(visit.fetched().includes("/broadsheet/broadsheet.story.wasm"));
});
