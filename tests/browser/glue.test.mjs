// The elements in a page that is hostile to them, and servers that never stop.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { element, html, run, settle, site } from "./element.mjs";
import { bundle, page } from "./harness.mjs";

const CHUNK = " ".repeat(1 << 16);

/** A server whose answer begins as a bundle does and never ends; tells how much was taken until the other side left. */
async function endless(t) {
  const heard = { sent: 0, asked: 0 };
  heard.left = new Promise((resolve) => {
    heard.server = createServer((request, response) => {
      heard.asked++;
      response.writeHead(200, { "content-type": "application/json", "access-control-allow-origin": "*" });
      const write = () => {
        if (response.destroyed) return;
        heard.sent += CHUNK.length;
        if (response.write(CHUNK)) next();
      };
      // Past the limit at the pace of a line, so that a busy machine does not count as a reader who goes on.
      const next = () => setTimeout(write, heard.sent < 8 << 20 ? 0 : 10);
      response.on("drain", next).on("close", resolve);
      write();
    });
  });
  await new Promise((resolve) => heard.server.listen(0, "127.0.0.1", resolve));
  after(() => (heard.server.closeAllConnections(), heard.server.close()));
  return { ...heard, address: `http://localhost:${heard.server.address().port}`, taken: () => heard.sent };
}

test("an answer without end and without a length is read as far as the limit", async (t) => {
  const { address, left, taken } = await endless(t);
  const visit = await run(t, page(element(`src="${address}/story.json"`)), { allow: [address] });
  await visit.state("error");
  const [{ code, message }] = (await visit.seen()).events;
  assert.equal(code, "LIMIT");
  assert.match(message, /^http:\/\/localhost:\d+\/story\.json/);
  await left;
  // 4 MB, and what buffers on the way hold.
  assert.ok(taken() < 24 << 20, `${taken()} bytes`);
  assert.equal(await html(visit), '<p id="fallback">What the server sent.</p>');
});

test("an answer that is being read is left when the element goes, or has another address", async (t) => {
  for (const work of ["remove()", "setAttribute('src', 'story.json')"]) {
    const slow = { asked: null };
    let closed;
    const gone = new Promise((resolve) => (closed = resolve));
    const asked = new Promise((resolve) => (slow.asked = resolve));
    const server = createServer((request, response) => {
      response.writeHead(200, { "content-type": "application/json", "access-control-allow-origin": "*" });
      response.write("{");
      response.on("close", closed);
      slow.asked();
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://localhost:${server.address().port}`;
    const visit = await run(t, page(element(`src="${address}/slow.json"`)), { allow: [address] });
    await asked;
    await settle(visit);
    await visit.page.evaluate(`document.querySelector("broadsheet-article").${work}`);
    await gone;
    assert.deepEqual((await visit.seen()).events.filter(({ type }) => type === "broadsheet-error"), []);
    server.closeAllConnections();
    server.close();
  }
});

test("one Trusted Types policy is made, however many elements there are, and no one is told of it", async (t) => {
  const watch = `<script>
    const made = [], create = TrustedTypePolicyFactory.prototype.createPolicy;
    TrustedTypePolicyFactory.prototype.createPolicy = function (name, rules) { const one = create.call(this, name, rules); made.push([name, one]); return one; };
  </script>`;
  const head = `${watch}<script type="module" src="/broadsheet/define.js"></script>`;
  const visit = await run(t, page(element('src="story.json" id="a"') + element('src="other.json" id="b"') + element('src="story.json" fragment="headline" id="c"'), head));
  for (const id of ["#a", "#b", "#c"]) await visit.state("ready", id);
  const found = await visit.page.evaluate(async () => {
    const modules = await Promise.all(["define", "broadsheet", "furniture"].map((name) => import(`/broadsheet/${name}.js`)));
    const holders = [globalThis, document, ...document.querySelectorAll("broadsheet-article"), customElements.get("broadsheet-article"), ...modules];
    const reach = holders.flatMap((one) => Reflect.ownKeys(one).filter((key) => { try { return one[key] === made[0][1]; } catch { return false; } }));
    return { names: made.map(([name]) => name), reach };
  });
  assert.deepEqual(found, { names: ["broadsheet"], reach: [] });
});

test("a page that has polluted Object.prototype, and ids that clobber, change no story", async (t) => {
  const clean = await run(t, page(element('src="story.json"')));
  await clean.state("ready");
  const expected = await html(clean);
  const poison = `<script>
    const fetching = { method: "POST", body: "x", headers: { x: "y" }, mode: "no-cors", signal: AbortSignal.abort(), redirect: "error", integrity: "sha256-x" };
    for (const [name, value] of Object.entries({ ...fetching, credentials: "include", part: "x", naming: "x", press: 1, locale: "ko", idPrefix: "x-", signedIn: true, limits: { bundleBytes: 1 }, is: "x", cause: 1 }))
      Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true, enumerable: false });
  </script>`;
  const clobber = '<form id="customElements" name="body"><input name="children"></form><img name="currentScript"><a id="trustedTypes" href="javascript:x"></a><a id="Broadsheet"></a>';
  const visit = await run(t, page(clobber + element('src="story.json" data-own=""'), `${poison}<script type="module" src="/broadsheet/define.js"></script>`));
  await visit.state("ready", "broadsheet-article[data-own]");
  assert.equal(await html(visit), expected);
});

const CLASSIC = '<script src="/broadsheet/broadsheet.classic.js"></script>';
const FIELDS = ["remove", "nodeType", "nextSibling", "parentNode", "data", "outerHTML", "localName", "type", "matches", "closest", "isConnected", "querySelectorAll"];
const form = (inside = "") => `<form style="padding: 9px">${FIELDS.map((name) => `<input name="${name}">`).join("")}${inside}</form>`;
const inline = `<script type="application/json">${bundle()}</script>`;

test("a form among what the page's author put inside goes and comes back, whatever its fields are named", async (t) => {
  const clean = await run(t, page(element('src="story.json"')));
  await clean.state("ready");
  const expected = await html(clean);
  const content = `<p>Before.</p>${form()}after`;
  for (const [attributes, kept] of [['src="story.json"', ""], ["", inline]]) {
    const visit = await run(t, page(element(attributes, content + kept)));
    const article = await visit.state("ready");
    assert.equal(await html(visit), expected);
    await article.evaluate((node) => {
      node.querySelector("script")?.remove();
      node.src = null;
      node.locale = "ko";
    });
    await visit.state("fallback");
    assert.equal(await html(visit), content);
  }
});

test("a form that a server rendered is replaced, whatever its fields are named", async (t) => {
  const other = form().replace("<form", '<form class="bs-search" data-part="search"');
  const visit = await run(t, page(element('src="story.json"', other)));
  const article = await visit.state("ready");
  assert.equal(await article.evaluate((node) => node.querySelectorAll(".bs-search").length), 0);
});

test("nor does a form around the element matter: the bundle inside is waited for", async (t) => {
  for (const name of ["nextSibling", "parentNode"]) {
    const visit = await run(t, page(`<form><input name="${name}">${element("", `<p>What the server sent.</p>${inline}`)}</form>`, CLASSIC));
    await visit.state("ready");
    assert.equal((await visit.seen()).events.length, 1);
  }
});

test("an image that is named as the script that runs is not asked for the module", async (t) => {
  const visit = await run(t, page(`<img name="currentScript" src="/planted/x.png" alt="">${CLASSIC}${element('src="story.json"')}`, ""));
  await visit.state("ready");
  assert.deepEqual(site.requests.filter(({ path }) => /^\/planted\/(?!x)/.test(path)), []);
});

test("an image that takes a function of the document from the element is an error that it tells, and no story half shown", async (t) => {
  const visit = await run(t, page(`<img name="querySelector" alt="">${element('src="story.json"')}`));
  await visit.state("error");
  assert.deepEqual((await visit.seen()).events.map(({ type, code }) => [type, code]), [["broadsheet-error", "LOAD"]]);
  assert.equal(await html(visit), '<p id="fallback">What the server sent.</p>');
});

test("forms of the page leave its furniture alone, whatever their fields are named", async (t) => {
  const visit = await run(t, page(form(), '<script type="module" src="/broadsheet/furniture.js"></script>'));
  await visit.page.waitForLoadState();
  const control = '<button type="button" data-bs-action="print" hidden>Print</button>';
  // One from the page's start, one that comes later, and with each what is ours.
  await visit.page.evaluate((more) => document.body.insertAdjacentHTML("beforeend", more), form(control) + control);
  await visit.page.waitForFunction(() => document.querySelectorAll("button:not([hidden])").length === 2);
  for (const one of await visit.page.locator("form").all()) await one.click({ position: { x: 2, y: 2 } });
  await visit.page.evaluate(() => {
    const one = document.querySelector("form");
    [one.tabIndex, one.id, location.hash] = [0, "form", "#form"];
    HTMLElement.prototype.focus.call(one);
  });
  await visit.page.keyboard.press("Escape");
});

test("hostile bundles leave the page's own prototypes and globals alone", async (t) => {
  const hostile = JSON.parse(bundle({ body: "# __proto__\n\n# constructor\n\n[x](#location)", tags: [{ label: "document" }] }));
  Object.defineProperty(hostile, "__proto__", { value: { polluted: true }, enumerable: true });
  const inside = `<script type="application/json">${JSON.stringify(hostile)}</script>`;
  const visit = await run(t, page(element("", inside)));
  await visit.state("ready");
  const told = await visit.page.evaluate(() => ({
    polluted: {}.polluted,
    own: [...document.querySelectorAll("broadsheet-article [id], broadsheet-article [name]")].map((one) => one.id || one.name),
    clobbered: ["__proto__", "constructor", "location", "headline"].filter((name) => window[name] instanceof Element),
  }));
  assert.equal(told.polluted, undefined);
  assert.deepEqual(told.clobbered, []);
  assert.ok(told.own.length >= 3 && told.own.every((id) => id.startsWith("bs-")));
});
