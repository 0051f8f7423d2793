// The elements in a page that is hostile to them, and servers that never stop.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { element, html, run, settle } from "./element.mjs";
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
  const visit = await run(t, page(element('src="story.json" id="a"') + element('src="other.json" id="b"') + element('src="story.json" part="headline" id="c"'), head));
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
