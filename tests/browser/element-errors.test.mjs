// <broadsheet-article> when something goes wrong: the fallback stays, and the event says why.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FALLBACK, element, html, press, run, site } from "./element.mjs";
import { bundle, page } from "./harness.mjs";

/** The element must keep its fallback and say why. */
async function failing(t, attributes, head) {
  const visit = await run(t, page(element(attributes), head));
  await visit.state("error");
  assert.equal(await html(visit), FALLBACK);
  assert.ok(await visit.page.locator("#fallback").isVisible());
  const { events } = await visit.seen();
  assert.deepEqual(
    events.map(({ type }) => type),
    ["broadsheet-error"],
  );
  assert.ok(
    visit.console.some((line) => line.startsWith("error: ") && line.includes(events[0].message)),
    "the console tells",
  );
  return events[0];
}

test("a bundle that cannot be fetched", async (t) => {
  const { code, message } = await failing(t, 'src="missing.json"');
  assert.equal(code, "LOAD");
  assert.match(message, /http:\/\/localhost:\d+\/missing\.json.*404/);
});

test("an address that is none", async (t) => {
  for (const attributes of ['src="http://["', 'src="story.json" base="http://["']) {
    const { code, message } = await failing(t, attributes);
    assert.equal(code, "LOAD");
    assert.match(message, /^the attribute (src|base) is no address: http:\/\/\[$/);
  }
});

test("a bundle that is not JSON", async (t) => {
  const { code, message, where } = await failing(t, 'src="bad.json"');
  assert.deepEqual([code, where], ["JSON", { layer: 0, offset: 2, line: 1, column: 3, pointer: "", cause: undefined }]);
  assert.match(message, /^http:\/\/localhost:\d+\/bad\.json: /);
});

test("of several layers the bad one is named", async (t) => {
  site.pages["/list.json"] = "[]";
  const list = await failing(t, 'src="story.json" site="list.json"');
  assert.deepEqual([list.code, list.where.layer], ["SHAPE", 0]);
  assert.match(list.message, /^http:\/\/localhost:\d+\/list\.json: /);
  const visit = await run(t, page(element('site="story.json"', '<script type="application/json">{</script>')));
  await visit.state("error");
  assert.match((await visit.seen()).events[0].message, /^the bundle inside: /);
});

test("HTML in place of a bundle", async (t) => {
  site.pages["/page.json"] = page("the front page");
  const { code, message } = await failing(t, 'src="page.json"');
  assert.equal(code, "JSON");
  assert.match(message, /^http:\/\/localhost:\d+\/page\.json: HTML or XML came instead/);
});

test("a bundle that is too large is not read to its end", async (t) => {
  site.pages["/large.json"] = " ".repeat(5 << 20);
  assert.equal((await failing(t, 'src="large.json"')).code, "LIMIT");
});

test("a part that does not exist, and the one that is a whole page", async (t) => {
  assert.equal((await failing(t, 'src="story.json" fragment="nonsense"')).code, "PART");
  assert.equal((await failing(t, 'src="story.json" fragment="document"')).code, "PART");
});

test("HTML in place of the WebAssembly module: the error names address, status and remedy", async (t) => {
  const script = '<script type="module" src="/moved/define.js"></script>';
  for (const name of ["define.js", "broadsheet.js", "broadsheet.css"]) {
    site.pages[`/moved/${name}`] = await (await fetch(`${site.origin}/broadsheet/${name}`)).text();
  }
  site.pages["/moved/broadsheet.wasm"] = { body: page("the front page"), type: "text/html" };
  const { code, message } = await failing(t, 'src="story.json"', script);
  assert.equal(code, "LOAD");
  assert.match(message, /http:\/\/localhost:\d+\/moved\/broadsheet\.wasm/);
  assert.match(message, /HTML/);
  assert.match(message, /status 200, text\/html/);
  assert.match(message, /Put broadsheet\.wasm/);
});

test("what is thrown need not be an error", async (t) => {
  const unreadable = '{ get message() { throw this; }, toString: null }';
  const things = { undefined: "undefined", null: "null", '"as text"': "as text", "{ message: 5 }": "5", [unreadable]: "it cannot be read why" };
  for (const [thing, words] of Object.entries(things)) {
    const press = `<script type="module">
      import { BroadsheetArticle } from "/broadsheet/broadsheet.js";
      BroadsheetArticle.press = Promise.reject(${thing});
      BroadsheetArticle.press.catch(() => import("/broadsheet/define.js"));
    </script>`;
    for (const attributes of ['src="story.json"', 'src="story.json" site="other.json"']) {
      const { code, message } = await failing(t, attributes, press);
      assert.deepEqual([code, message.endsWith(words)], ["LOAD", true], message);
    }
    const fetching = `<script>fetch = () => Promise.reject(${thing})</script><script type="module" src="/broadsheet/define.js"></script>`;
    const { code, message } = await failing(t, 'src="story.json"', fetching);
    assert.equal(code, "LOAD");
    assert.match(message, /^(?:http:\/\/localhost:\d+\/story\.json cannot be read|WebAssembly module at http:\S+broadsheet\.wasm): /);
    assert.ok(message.includes(`: ${words}`), message);
  }
});

test("the script without stylesheet and module beside it: what the page's author put inside stays", async (t) => {
  site.pages["/lonely/define.js"] = await (await fetch(`${site.origin}/broadsheet/define.js`)).text();
  const visit = await run(t, page(element('src="story.json"', "the fallback"), '<script type="module" src="/lonely/define.js"></script>'));
  const lonely = await visit.state("error");
  assert.match(await lonely.innerText(), /the fallback/);
});

test("another address of the module can be given", async (t) => {
  site.pages["/elsewhere.bin"] = Buffer.from(
    await (await fetch(`${site.origin}/broadsheet/broadsheet.wasm`)).arrayBuffer(),
  );
  const before = site.count("/broadsheet/broadsheet.wasm");
  const script = `<script type="module">
    import { load } from "/broadsheet/broadsheet.js";
    import { BroadsheetArticle } from "/broadsheet/define.js";
    BroadsheetArticle.press = load("/elsewhere.bin");
  </script>`;
  const visit = await run(t, page(element('src="story.json"'), script));
  await visit.state("ready");
  assert.equal(site.count("/elsewhere.bin"), 1);
  assert.equal(site.count("/broadsheet/broadsheet.wasm"), before);
});

test("after an error the element stays usable, and a good story stays on screen", async (t) => {
  const visit = await run(t, page(element('src="bad.json"')));
  await visit.state("error");
  await visit.page.evaluate(() => (document.querySelector("broadsheet-article").src = "story.json"));
  await visit.state("ready");
  await visit.page.evaluate(() => (document.querySelector("broadsheet-article").src = "bad.json"));
  await visit.state("error");
  assert.equal(await html(visit), press.open(bundle()).render());
});

test("preventDefault on the error event keeps it out of the console", async (t) => {
  const quiet = '<script>addEventListener("broadsheet-error", (event) => event.preventDefault())</script>';
  const visit = await run(t, page(quiet + element('src="bad.json"')));
  await visit.state("error");
  assert.deepEqual(visit.console, []);
});

test("a trap is an error event, and the next story renders", async (t) => {
  const head = `<script>
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => (globalThis.instance = await instantiate(...given));
  </script><script type="module" src="/broadsheet/define.js"></script>`;
  const visit = await run(
    t,
    page(element('id="first" src="story.json"') + element('id="second" src="other.json"'), head),
  );
  await visit.state("ready", "#first");
  await visit.state("ready", "#second");
  await visit.page.evaluate(() => {
    new Uint8Array(globalThis.instance.exports.memory.buffer).fill(0xff);
    document.querySelector("#first").fragment = "headline";
  });
  await visit.state("error", "#first");
  assert.equal((await visit.seen()).events.at(-1).code, "MEMORY");
  await visit.page.evaluate(() => (document.querySelector("#second").fragment = "headline"));
  await visit.page.locator("#second > h1").waitFor();
});
