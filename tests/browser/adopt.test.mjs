// HTML of a server that says what it was made from: its element takes it over as it stands, and nothing is fetched for it,
// until something is asked of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WATCH, adoptPage, element, fetched, part, rendered } from "./adopt-pages.mjs";
import { run, settle, site } from "./element.mjs";
import { bundle } from "./harness.mjs";

site.pages["/adopt.js"] = WATCH;

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

test("define.js fetches adopt.js for it alone, and renders the story where that cannot be had", async (t) => {
  const asked = () => site.count("/broadsheet/adopt.js");
  const before = asked();
  const plain = await start(t, element('src="story.json"', ""));
  await plain.state("ready");
  assert.equal(asked(), before);
  const taken = await start(t, element('src="story.json"'));
  await taken.state("ready");
  assert.equal(asked(), before + 1);

  site.pages["/alone/define.js"] = (await (await fetch(`${site.origin}/broadsheet/define.js`)).text()).replaceAll(/"\.\/(broadsheet[.\w]*(wasm|css))"/g, '"/broadsheet/$1"');
  const alone = await start(t, element('src="story.json"'), { scripts: '<script type="module" src="/alone/define.js"></script>' });
  await alone.state("ready");
  assert.equal(site.count("/alone/adopt.js"), 1);
  const [one] = await told(alone);
  assert.equal(one.adopted, false);
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
  await visit.page.waitForFunction(() => globalThis.details?.length === 4);
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

// --- frameworks, and what else is done to elements ---------------------------------------------

test("its owner gives it other HTML of the server: that is taken over, and what has no provenance is not", async (t) => {
  const visit = await start(t, element('src="story.json"'));
  await visit.state("ready");
  const give = (html, src) => visit.page.evaluate(([text, address]) => {
    const one = document.querySelector("broadsheet-article");
    one.src = address; // as a framework does, which sets attributes and content in one go
    one.innerHTML = text;
    return new Promise((resolve) => setTimeout(resolve, 100)).then(() => one.rendered);
  }, [html, src]);
  await give(rendered(bundle({ headline: "Next" })), "next.json");
  assert.equal(await visit.page.locator("h1").innerText(), "Next");
  assert.deepEqual((await told(visit)).map(({ adopted }) => adopted), [true, true]);
  assert.ok(!visit.fetched().some((path) => path.endsWith(".wasm")));
  await give("<p>Nothing</p>", "story.json");
  await visit.page.locator("h1", { hasText: "A story" }).waitFor();
  assert.deepEqual((await told(visit)).map(({ adopted }) => adopted), [true, true, false]);
});

test("moved it stays, removed and put back it is taken over again, and a change meanwhile is not forgotten", async (t) => {
  const visit = await start(t, `${element('src="story.json"')}<main></main>`);
  await visit.state("ready");
  const states = await visit.page.evaluate(async () => {
    const one = document.querySelector("broadsheet-article");
    const root = one.firstElementChild;
    document.querySelector("main").append(one);
    await one.rendered;
    const seen = [details.length];
    one.remove();
    await new Promise((resolve) => setTimeout(resolve));
    document.body.append(one);
    seen.push(await one.rendered, details.length, one.firstElementChild === root);
    return seen;
  });
  assert.deepEqual(states, [1, "ready", 2, true]);
  await untouched(visit);
  await visit.page.evaluate(async () => {
    const one = document.querySelector("broadsheet-article");
    one.remove();
    await new Promise((resolve) => setTimeout(resolve));
    one.src = "other.json";
    document.body.append(one);
    await one.rendered;
  });
  assert.equal(await visit.page.locator("h1").innerText(), "Another story");
});

test("when src goes, so does the claim to the HTML, and another src is not shown by it", async (t) => {
  const visit = await start(t, element('src="story.json"'));
  await visit.state("ready");
  const states = await visit.page.evaluate(async () => {
    const one = document.querySelector("broadsheet-article");
    one.removeAttribute("src");
    const seen = [await one.rendered];
    one.src = "other.json";
    return [...seen, await one.rendered, one.querySelector("h1").textContent];
  });
  assert.deepEqual(states, ["fallback", "ready", "Another story"]);
});

test("a clone is taken over beside an original of another prefix, and has ids of its own beside one of the same", async (t) => {
  const visit = await start(t, element('src="story.json"'));
  await visit.state("ready");
  const [first, ids] = await visit.page.evaluate(async () => {
    const one = document.querySelector("broadsheet-article");
    const clone = one.cloneNode(true);
    one.replaceWith(clone);
    await new Promise((resolve) => setTimeout(resolve));
    await clone.rendered;
    const first = details.map(({ adopted }) => adopted);
    const other = clone.cloneNode(true);
    document.body.append(other);
    await other.rendered;
    return [first, [...document.querySelectorAll("h1")].map(({ id }) => id)];
  });
  assert.deepEqual([first, ids], [[true, true], ["bs-headline", "bs2-headline"]]);
});

test("HTML that comes in the place of the element is taken over, in whatever order the page's script changes them", async (t) => {
  const visit = await start(t, `<div>${element('src="story.json"')}</div>`);
  await visit.state("ready");
  for (const change of ["div.innerHTML = html", "div.insertAdjacentHTML('beforeend', html); old.remove()", "old.insertAdjacentHTML('beforebegin', html); old.remove()"]) {
    await visit.page.evaluate(`{ const div = document.querySelector("div"); const old = div.firstChild; const html = ${JSON.stringify(element('src="story.json"'))}; ${change} }`);
    await settle(visit, 100);
  }
  assert.deepEqual(visit.fetched(), []);
  assert.deepEqual((await told(visit)).map(({ adopted }) => adopted), [true, true, true, true]);
  assert.equal(await visit.page.locator("h1").getAttribute("id"), "bs-headline");
});

test("two elements, whose server gave each its prefix", async (t) => {
  const visit = await start(t, element('src="story.json"') + element('src="story.json"', rendered(bundle(), { idPrefix: "bs2-" })));
  await visit.page.waitForFunction(() => globalThis.details?.length === 2);
  await untouched(visit);
  assert.deepEqual((await told(visit)).map(({ adopted }) => adopted), [true, true]);
});

test("an element that names no bundle takes over what is there, and keeps it", async (t) => {
  const visit = await start(t, element(""));
  await visit.state("ready");
  assert.deepEqual(await visit.page.evaluate(async () => {
    const one = document.querySelector("broadsheet-article");
    return [await one.reload(), one.story, await one.rendered, one.querySelectorAll("h1").length];
  }), ["ready", null, "ready", 1]);
  await untouched(visit);
});

test("a bundle that the page has already is compared, and one inside that changes is shown", async (t) => {
  const visit = await start(t, element("", rendered()), { scripts: `<script type="module">
    document.querySelector("broadsheet-article").bundle = ${JSON.stringify(bundle())};
    await import("/broadsheet/define.js");
  </script>` });
  await visit.state("ready");
  await untouched(visit);
  const inline = await start(t, element("", `<script type="application/json">${bundle()}</script>${rendered()}`));
  await inline.state("ready");
  await untouched(inline);
  await inline.page.evaluate((text) => (document.querySelector("[type='application/json']").textContent = text), bundle({ headline: "Changed" }));
  await inline.page.locator("h1", { hasText: "Changed" }).waitFor();
});

test("with the attribute debug the story is opened, and the HTML stays", async (t) => {
  const visit = await start(t, element('src="story.json" debug'));
  await visit.state("ready");
  await visit.page.waitForFunction(() => globalThis.details?.length === 1);
  assert.ok(visit.fetched().some((path) => path.endsWith(".wasm")));
  assert.deepEqual(await changes(visit), []);
});

test("behaviours work in it, and a list that was cut keeps its note", async (t) => {
  const site1 = { name: "Paper", notice: { id: "n", title: "Now", body: "Text" } };
  const tags = Array.from({ length: 4 }, (_, i) => ({ label: `Tag ${i}` }));
  const cut = rendered(bundle({ tags }), { limits: { listItems: 2 } }, "tags");
  assert.match(cut, /bs-cut/);
  const notice = rendered([bundle(), { site: site1 }], {}, "notice");
  const visit = await start(t, element('id="n" fragment="notice" src="story.json" site="site.json"', notice) + element('id="t" fragment="tags" src="story.json"', cut));
  await visit.page.waitForFunction(() => globalThis.details?.length === 2);
  assert.deepEqual(visit.fetched(), []);
  assert.deepEqual((await told(visit)).map(({ adopted }) => adopted), [true, true]);
  assert.equal(await visit.page.locator(".bs-cut").isVisible(), true);
  await visit.page.locator('[data-bs-action="notice-close"]').click();
  assert.ok(await visit.page.locator(".bs-notice__title").isHidden());
});

// --- pages ---------------------------------------------------------------------------------------

test("a page that was saved and is opened again, behaviours and all", async (t) => {
  const visit = await start(t, element('src="story.json"'));
  await visit.state("ready");
  await settle(visit, 100);
  const saved = await visit.page.content();
  const from = site.requests.length;
  const again = await run(t, saved);
  await again.page.waitForFunction(() => globalThis.details?.length === 1);
  await settle(again, 200);
  assert.deepEqual([fetched(site, from), await changes(again), await told(again)], [[], [], [ADOPTED]]);
});

test("a page that comes back from the cache of the browser", async (t) => {
  const visit = await start(t, element('src="story.json"'));
  await visit.state("ready");
  const url = visit.page.url();
  await visit.page.goto(`${site.origin}/story.json`);
  const from = site.requests.length;
  await visit.page.goBack();
  assert.equal(visit.page.url(), url);
  await visit.state("ready");
  await settle(visit, 200);
  assert.deepEqual([fetched(site, from), await changes(visit)], [[], []]);
});

test("a script that runs before the story is parsed waits for it, all of it", async (t) => {
  const { createServer } = await import("node:http");
  const whole = rendered(bundle({ body: "Word. ".repeat(200) }));
  const asked = [];
  const server = createServer(async (request, response) => {
    asked.push(request.url);
    if (request.url !== "/") return void response.writeHead(404).end();
    const pause = () => new Promise((resolve) => setTimeout(resolve, 250));
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.write(`<!DOCTYPE html><html lang="en"><head><title>x</title><link rel="stylesheet" href="${site.origin}/broadsheet/broadsheet.css"><script src="${site.origin}/adopt.js"></script><script src="${site.origin}/broadsheet/broadsheet.classic.js"></script></head><body><p>Above</p><broadsheet-article src="story.json">\n`);
    await pause();
    response.write(whole.slice(0, 300));
    await pause();
    response.write(whole.slice(300, -30));
    await pause();
    response.end(`${whole.slice(-30)}</broadsheet-article><p>Below</p></body></html>`);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.closeAllConnections(), server.close()));
  const visit = await run(t, "", { allow: [site.origin, `http://localhost:${server.address().port}`] });
  await visit.page.goto(`http://localhost:${server.address().port}/`);
  await visit.state("ready");
  assert.deepEqual(await told(visit), [ADOPTED]);
  assert.ok(!asked.includes("/story.json"));
});
