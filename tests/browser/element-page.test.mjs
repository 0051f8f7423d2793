// <broadsheet-article> and the page around it: other definitions, stories, origins and sheets; nothing moves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FALLBACK, element, hold, html, press, run, settle, site } from "./element.mjs";
import { bundle, page, serve } from "./harness.mjs";

test("defining twice changes nothing, and says so only when it was another release", async (t) => {
  const twice =
    '<script type="module" src="/broadsheet/define.js"></script><script type="module" src="/broadsheet/define.js?again"></script>';
  const visit = await run(
    t,
    page(element('src="story.json"'), `${twice}<script src="/broadsheet/broadsheet.classic.js"></script>`),
  );
  await visit.state("ready");
  assert.deepEqual(visit.console, []);
  assert.equal(await visit.page.locator("link[rel=stylesheet]").count(), 1);
  const foreign = '<script>customElements.define("broadsheet-article", class extends HTMLElement {})</script>';
  const other = await run(
    t,
    page(element('src="story.json"'), `${foreign}<script type="module" src="/broadsheet/define.js"></script>`),
  );
  await other.page.waitForLoadState("load");
  assert.equal(other.console.length, 1);
  assert.match(other.console[0], /^warning: <broadsheet-article> is defined already/);
  assert.equal(await html(other), FALLBACK);
});

test("the element can have another name", async (t) => {
  const script =
    '<script type="module">import { define } from "/broadsheet/define.js"; define("my-story"); define("my-story");</script>';
  const visit = await run(t, page(`<my-story src="story.json">${FALLBACK}</my-story>${script}`));
  await visit.state("ready", "my-story");
  assert.equal(await visit.page.locator("my-story").evaluate((node) => getComputedStyle(node).display), "flow-root");
});

test("an element that its page hides stays hidden", async (t) => {
  for (const sheet of ["", '<link rel="stylesheet" href="/broadsheet/broadsheet.css">']) {
    const visit = await run(t, page(element('src="story.json" hidden'), sheet + '<script type="module" src="/broadsheet/define.js"></script>'));
    const node = await visit.state("ready");
    assert.ok(await node.isHidden());
    await node.evaluate((one) => (one.hidden = false));
    assert.equal(await node.evaluate((one) => getComputedStyle(one).display), "flow-root");
  }
});

test("an element that its page hides until it is found shows nothing and takes no room", async (t) => {
  for (const sheet of ["", '<link rel="stylesheet" href="/broadsheet/broadsheet.css">']) {
    const visit = await run(t, page(element('src="story.json" hidden="until-found"'), sheet + '<script type="module" src="/broadsheet/define.js"></script>'));
    const node = await visit.state("ready");
    const seen = () => node.evaluate((one) => [one.offsetHeight > 0, one.querySelector("h1").checkVisibility()]);
    assert.deepEqual(await seen(), [false, false]);
    await node.evaluate((one) => (one.hidden = false));
    assert.deepEqual(await seen(), [true, true]);
  }
});

test("an address in the hash is gone to once the story is there", async (t) => {
  const body = `${"Text. ".repeat(3000)}\n\n## Ünïcode heading`;
  site.pages["/long.json"] = { body: bundle({ body }), after: 300 };
  const id = /<h2 id="([^"]+)"/.exec(press.open(bundle({ body })).render())[1];
  const visit = await run(t, page(element('src="long.json"')), { hash: `#${encodeURIComponent(id)}` });
  await visit.state("ready");
  assert.ok(
    await visit.page.evaluate((name) => Math.abs(document.getElementById(name).getBoundingClientRect().top) < 700, id),
  );
  assert.ok((await visit.page.evaluate(() => scrollY)) > 700);
  // Once only: the reader is not called back.
  await visit.page.evaluate(() => {
    scrollTo(0, 0);
    document.querySelector("broadsheet-article").locale = "ko";
  });
  await visit.page.waitForFunction(() => globalThis.seen.events.length === 2);
  assert.equal(await visit.page.evaluate(() => scrollY), 0);
  const odd = await run(t, page(element('src="long.json"')), { hash: "#1%E0%A4%A" });
  await odd.state("ready");
  assert.equal(await odd.page.evaluate(() => scrollY), 0);
});

test("several stories on a page have ids of their own, and a layer is fetched once", async (t) => {
  site.pages["/shared.json"] = { body: bundle(), after: 100 };
  const prefixed = element('src="shared.json" id-prefix="mine-"');
  const visit = await run(t, page(element('src="shared.json"').repeat(3) + prefixed));
  await visit.page.waitForFunction(() => globalThis.seen.events.length === 4);
  const ids = await visit.page.evaluate(() => [...document.querySelectorAll("[data-part] [id]")].map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length);
  for (const prefix of ["bs-", "bs2-", "bs3-", "mine-"])
    assert.ok(ids.includes(`${prefix}headline`), `${prefix} in ${ids}`);
  assert.equal(site.count("/shared.json"), 1);
});

/** The ids in the page that begin like ours, in its order, once all of its elements have rendered. */
async function idsOf(t, content, elements) {
  const visit = await run(t, page(content));
  await visit.page.waitForFunction((count) => globalThis.seen.events.length === count, elements);
  return visit.page.evaluate(() => [...document.querySelectorAll('[id^="bs"]')].map(({ id }) => id));
}

test("an id that the page has already is not written again", async (t) => {
  const server = `<main>${press.open(bundle()).render()}</main>`;
  const twice = ["bs-headline", "bs-a-heading", "bs2-headline", "bs2-a-heading"];
  assert.deepEqual(await idsOf(t, server + element('src="story.json"'), 1), twice);
  assert.deepEqual(await idsOf(t, element('src="story.json"') + server, 1), [...twice.slice(2), ...twice.slice(0, 2)]);
  // Two that the server rendered alike: the first stays as it stands.
  const rendered = press.open(bundle()).render();
  assert.deepEqual(await idsOf(t, element('src="story.json"', rendered).repeat(2), 2), twice);
  // A prefix that the page gives is left to the element that has it, wherever it stands.
  const given = element('src="story.json" id-prefix="bs-"');
  assert.deepEqual(await idsOf(t, given + element('src="story.json"'), 2), twice);
  assert.deepEqual(await idsOf(t, element('src="story.json"') + given, 2), [...twice.slice(2), ...twice.slice(0, 2)]);
});

test("parts placed one by one have the ids of the story", async (t) => {
  site.pages["/tagged.json"] = bundle({ tags: [{ label: "Ferry" }], authors: [{ name: "Seo" }] });
  const part = (name) => element(`src="tagged.json" fragment="${name}"`);
  const parts = ["byline", "byline", "headline", "tags", "body"].map(part).join("");
  assert.deepEqual(await idsOf(t, parts, 5), ["bs-headline", "bs-tags", "bs-a-heading"]);
  assert.deepEqual(await idsOf(t, part("headline") + element('src="tagged.json"'), 2), ["bs-headline", "bs2-headline", "bs2-a-heading", "bs2-tags"]);
  assert.deepEqual(await idsOf(t, part("byline") + element('src="story.json"'), 2), ["bs-headline", "bs-a-heading"]);
  // Of what the page has beside them, nobody knows which other ids of a story are to come.
  assert.deepEqual(await idsOf(t, '<h1 id="bs-headline">Mine</h1>' + part("body"), 1), ["bs-headline", "bs2-a-heading"]);
});

test("an element whose part changes has no other's ids", async (t) => {
  const visit = await run(t, page(element('id="x" src="story.json" fragment="headline"') + element('src="story.json" fragment="body"')));
  await visit.page.waitForFunction(() => globalThis.seen.events.length === 2);
  await visit.page.evaluate(() => document.querySelector("#x").setAttribute("fragment", "story"));
  await visit.page.locator("#bs2-headline").waitFor();
  await visit.page.evaluate(() => document.querySelector("#x").setAttribute("fragment", "headline"));
  await visit.page.locator("#bs-headline").waitFor();
});

test("content that the server rendered is adopted as it stands", async (t) => {
  const rendered = press.open(bundle()).render();
  const mark = "<script>document.querySelector('[data-part=story]').mark = 1</script>";
  const inline = `<script type="application/json">${bundle()}</script>`;
  for (const content of [element('src="adopted.json"', rendered), element("", `\n${inline}\n${rendered}\n`)]) {
    site.pages["/adopted.json"] = { body: bundle(), after: 100 };
    const visit = await run(t, page(content + mark));
    await visit.state("ready");
    assert.equal(await visit.page.evaluate(() => document.querySelector("[data-part=story]").mark), 1);
    assert.equal((await visit.seen()).events.length, 1);
  }
});

test("another origin works where it allows it, without credentials", async (t) => {
  const other = await serve({
    "/story.json": { body: bundle(), headers: { "access-control-allow-origin": site.origin } },
    "/closed.json": bundle(),
  });
  t.after(() => other.close());
  const host = other.origin.replace("localhost", "127.0.0.1");
  const visit = await run(
    t,
    page(element(`id="open" src="${host}/story.json"`) + element(`id="closed" src="${host}/closed.json"`)),
    { allow: [host] },
  );
  await visit.page.context().addCookies([{ name: "secret", value: "1", url: host }]);
  await visit.state("ready", "#open");
  await visit.state("error", "#closed");
  await visit.page.reload();
  await visit.state("ready", "#open");
  assert.ok(other.requests.length >= 3);
  assert.ok(other.requests.every(({ headers }) => headers.cookie === undefined));
});

test("the copies in define.js and broadsheet.js are one for the page, in whatever order it loads them", async (t) => {
  const imports = ["/broadsheet/define.js", "/broadsheet/broadsheet.js"];
  for (const order of [imports, [...imports].reverse()]) {
    const before = site.count("/broadsheet/broadsheet.wasm");
    const script = `<script type="module">
      const [a, b] = [await import("${order[0]}"), await import("${order[1]}")];
      const { load, BroadsheetError } = await import("/broadsheet/broadsheet.js");
      const error = await load().then((press) => press.open("no JSON")).catch((error) => error);
      globalThis.same = [a.BroadsheetArticle === b.BroadsheetArticle, a.define === b.define, error instanceof BroadsheetError];
      globalThis.defined = customElements.get("broadsheet-article") === a.BroadsheetArticle;
    </script>`;
    const visit = await run(t, page(element('src="story.json"'), script));
    await visit.state("ready");
    await visit.page.waitForFunction(() => globalThis.defined !== undefined);
    assert.deepEqual(await visit.page.evaluate(() => [...globalThis.same, globalThis.defined]), [true, true, true, true]);
    assert.equal(site.count("/broadsheet/broadsheet.wasm"), before + 1, "the module is fetched once");
  }
});

test("a stylesheet that the page has linked itself is not added again, and may be switched off", async (t) => {
  const script = '<script type="module" src="/broadsheet/define.js"></script>';
  for (const state of ["", " disabled"]) {
    const visit = await run(
      t,
      page(
        element('src="story.json"'),
        `<link rel="stylesheet" href="/broadsheet/broadsheet.css?v=1"${state}>${script}`,
      ),
    );
    await visit.state("ready");
    assert.equal(await visit.page.locator("link[rel=stylesheet]").count(), 1);
  }
});

test("a stylesheet that never comes does not keep the story back for good", async (t) => {
  for (const name of ["define.js", "broadsheet.js", "broadsheet.wasm"]) {
    site.pages[`/bare/${name}`] = Buffer.from(await (await fetch(`${site.origin}/broadsheet/${name}`)).arrayBuffer());
  }
  const visit = await run(
    t,
    page(element('src="story.json"'), '<script type="module" src="/bare/define.js"></script>'),
  );
  await visit.state("ready");
});

// A module script does not hold the first paint back by itself, so a page that wants no shift at all says
// blocking="render", or links the stylesheet, or takes the classic build.
for (const [how, head] of [
  ["a module that blocks rendering", '<script type="module" blocking="render" src="/broadsheet/define.js"></script>'],
  ["a classic script", '<script src="/broadsheet/broadsheet.classic.js"></script>'],
  [
    "a link and a module",
    '<link rel="stylesheet" href="/broadsheet/broadsheet.css"><script type="module" src="/broadsheet/define.js"></script>',
  ],
]) {
  test(`nothing moves, a footer below and a bundle two seconds late: ${how}`, async (t) => {
    site.pages["/two-seconds.json"] = { body: bundle({ body: "It is higher than the screen.\n\n".repeat(80) }), after: 2000 };
    const visit = await run(
      t,
      page(`<header>Top</header>${element('src="two-seconds.json"')}<footer>Below</footer>`, head),
    );
    await visit.state("ready");
    await settle(visit, 500);
    assert.equal((await visit.seen()).shift, 0);
  });
}

test("a shift would be seen: without the room for the story the footer moves", async (t) => {
  const head =
    '<style>broadsheet-article { min-height: 0 !important }</style><script src="/broadsheet/broadsheet.classic.js"></script>';
  const release = hold("/held.json");
  const visit = await run(t, page(`${element('src="held.json"')}<footer>Below</footer>`, head));
  await visit.state("loading");
  await settle(visit);
  release();
  await visit.state("ready");
  await visit.page.waitForFunction(() => globalThis.seen.shift > 0);
});

test("a short story has no gap below it, on paper either, and a frame that is as high as its content stays so", async (t) => {
  const brief = element('src="story.json"');
  const visit = await run(t, page(`${brief}${brief}<footer>Below</footer>`, '<script type="module" src="/broadsheet/define.js"></script>'));
  await visit.page.waitForFunction(() => [...document.querySelectorAll("broadsheet-article")].every((one) => one.dataset.state === "ready"));
  const gaps = () => visit.page.evaluate(() => [...document.querySelectorAll("broadsheet-article")].map((one) => one.getBoundingClientRect().bottom - one.querySelector(".bs-story").getBoundingClientRect().bottom));
  assert.deepEqual(await gaps(), [0, 0]);
  await visit.page.emulateMedia({ media: "print" });
  assert.deepEqual(await gaps(), [0, 0]);
  site.pages["/frame.html"] = page(brief, '<script type="module" src="/broadsheet/define.js"></script>');
  const framed = await run(t, '<!DOCTYPE html><iframe src="/frame.html" style="width: 100%; height: 300px"></iframe>');
  await framed.page.waitForFunction(() => document.querySelector("iframe").contentDocument?.querySelector("[data-state=ready]"));
  const grown = await framed.page.evaluate(async () => {
    const frame = document.querySelector("iframe");
    const heights = [];
    for (let i = 0; i < 5; i++) {
      frame.style.height = `${frame.contentDocument.documentElement.getBoundingClientRect().height}px`;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      heights.push(frame.clientHeight);
    }
    return heights;
  });
  assert.equal(new Set(grown.slice(1)).size, 1, grown.join(", "));
});
