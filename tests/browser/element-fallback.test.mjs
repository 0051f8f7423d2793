// What stands inside of an element may be a framework's: it stays where it is, hidden while the story is shown, whatever the
// framework does to it meanwhile.
import assert from "node:assert/strict";
import { test } from "node:test";
import { element, hold, html, press, run, settle, site } from "./element.mjs";
import { bundle, open, page } from "./harness.mjs";

const STORY = press.open(bundle()).render();
const CONTENT = '<!-- a --><p id="one">One, with a <a href="/one">link</a>.</p>loose text<form id="two"><input name="q"></form>';
const evaluate = (visit, work, argument) => visit.page.locator("broadsheet-article").evaluate(work, argument);

async function shown(t, content = CONTENT, attributes = 'src="story.json"') {
  const visit = await run(t, page(element(attributes, content)));
  await visit.state("ready");
  return visit;
}

test("the fallback is still there, and is not seen, not read, not reached and not found", async (t) => {
  const visit = await shown(t);
  assert.equal(await html(visit), STORY);
  for (const id of ["#one", "#one a", "#two input"]) assert.ok(await visit.page.locator(id).isHidden(), id);
  const text = await evaluate(visit, (node) => node.innerText);
  assert.doesNotMatch(text, /One|loose/);
  assert.doesNotMatch(await visit.page.locator("broadsheet-article").ariaSnapshot(), /One|loose|textbox/);
  const { focused, found } = await visit.page.evaluate(() => {
    document.querySelector("#one a").focus();
    return { focused: document.activeElement.localName, found: [globalThis.find("with a"), globalThis.find("loose")] };
  });
  assert.equal(focused, "body");
  assert.deepEqual(found, [false, false]);
  assert.deepEqual(await evaluate(visit, (node) => [...node.children].map((child) => child.hidden)), [true, true, false]);
});

test("it comes back as it was", async (t) => {
  const visit = await shown(t, `<p id="one" hidden>Hidden by its author.</p>${CONTENT}`);
  await evaluate(visit, (node) => (node.src = null));
  await visit.state("fallback");
  assert.equal(await evaluate(visit, (node) => node.innerHTML), `<p id="one" hidden="">Hidden by its author.</p>${CONTENT}`);
  assert.match(await evaluate(visit, (node) => node.innerText), /One, with a link\.\s+loose text/);
  assert.ok(await visit.page.locator("#two input").isVisible());
});

test("a fallback may have a data-part of its own, as components of other makers do", async (t) => {
  const visit = await shown(t, '<div id="one" data-part="root">Theirs</div>');
  assert.equal(await html(visit), STORY);
  assert.ok(await visit.page.locator("#one").isHidden());
  await evaluate(visit, (node) => (node.src = null));
  await visit.state("fallback");
  assert.equal(await evaluate(visit, (node) => node.innerHTML), '<div id="one" data-part="root">Theirs</div>');
});

test("whatever a framework does to its nodes, nothing throws, and the story stays", async (t) => {
  for (const [name, work] of Object.entries({
    remove: (node) => node.removeChild(node.querySelector("#one")),
    replace: (node) => node.replaceChild(document.createElement("b"), node.querySelector("#one")),
    insert: (node) => node.insertBefore(Object.assign(document.createElement("b"), { textContent: "new" }), node.querySelector("#two")),
    append: (node) => node.append("new text", document.createElement("b")),
    text: (node) => (node.childNodes[2].data = "other"),
    clear: (node) => (node.textContent = "all new"),
    empty: (node) => node.replaceChildren(),
    order: (node) => node.append(node.querySelector("#one")),
  })) {
    const visit = await shown(t);
    await evaluate(visit, work);
    await settle(visit, 50);
    assert.equal(await html(visit), STORY, name);
    assert.doesNotMatch(await evaluate(visit, (node) => node.innerText), /One|loose|new|other/, name);
    assert.equal((await visit.seen()).events.length, 1, name);
  }
});

test("what a framework adds while the story is shown comes back with the fallback", async (t) => {
  const visit = await shown(t, "loose text");
  await evaluate(visit, (node) => node.insertBefore(document.createElement("hr"), node.firstChild));
  await settle(visit, 50);
  await evaluate(visit, (node) => (node.src = null));
  await visit.state("fallback");
  assert.equal(await evaluate(visit, (node) => node.innerHTML), "<hr>loose text");
  await evaluate(visit, (node) => node.append(" and more"));
  await settle(visit, 50);
  assert.equal(await evaluate(visit, (node) => node.innerText), "loose text and more");
});

test("a story that is taken away is put back, and one that is moved elsewhere is not", async (t) => {
  const visit = await shown(t, "");
  await evaluate(visit, (node) => node.replaceChildren());
  await settle(visit, 50);
  assert.equal(await html(visit), STORY);
  await evaluate(visit, (node) => document.body.append(...node.childNodes));
  await settle(visit, 50);
  assert.equal(await html(visit), "");
});

test("no id of the fallback is taken, unless it is that of a part from the server", async (t) => {
  const visit = await shown(t, '<p id="bs-headline">Mine</p>');
  assert.deepEqual(await visit.page.evaluate(() => [...document.querySelectorAll("[id$=headline]")].map(({ id }) => id)), ["bs-headline", "bs2-headline"]);
  const other = await shown(t, press.open(bundle({ headline: "Before" })).render());
  assert.equal(await evaluate(other, (node) => node.innerHTML), STORY);
});

test("without a fallback there is no shadow root, and blanks and comments are none", async (t) => {
  const visit = await shown(t, "\n  <!-- framework -->\n");
  assert.equal(await evaluate(visit, (node) => node.shadowRoot), null);
});

test("a subclass with a shadow root of its own decides what is shown", async (t) => {
  const head = `<script type="module">
    import { BroadsheetArticle, define } from "/broadsheet/define.js";
    define("own-story", class extends BroadsheetArticle {
      constructor() { super(); this.attachShadow({ mode: "open" }).append("Own: ", document.createElement("slot")); }
    });
  </script>`;
  const visit = await run(t, page('<own-story src="story.json"><p id="one">One</p></own-story>', head));
  await visit.state("ready", "own-story");
  assert.ok(await visit.page.locator("#one").isHidden());
  assert.ok(await visit.page.locator("own-story h1").isVisible());
});

test("a copy of the element looks like it without a script, renders anew with one, and gives its fallback back", async (t) => {
  const visit = await shown(t, `<p id="one">One</p><p id="two" hidden>By its author</p>`);
  const copy = await evaluate(visit, (node) => node.outerHTML);
  const other = await run(t, page(copy, '<link rel="stylesheet" href="/broadsheet/broadsheet.css">'));
  assert.ok(await other.page.locator("h1").isVisible());
  assert.ok(await other.page.locator("#one").isHidden());

  const fresh = '[...document.querySelectorAll("broadsheet-article")].at(-1)';
  for (const attribute of ["src", "bundle"]) {
    const visit = await shown(t, `<p class="one">One</p><p class="two" hidden>By its author</p>`);
    if (attribute === "bundle") await evaluate(visit, async (node, text) => ((node.bundle = text), (node.src = null), await node.rendered), bundle());
    await evaluate(visit, (node) => node.after(node.cloneNode(true)));
    await settle(visit, 200);
    const look = () => visit.page.evaluate(`${fresh}.innerText`);
    assert.match(await look(), /^A story/, attribute);
    assert.doesNotMatch(await look(), /One/, attribute);
    await visit.page.evaluate(`${fresh}.src = "other.json"`);
    await visit.page.locator("h1", { hasText: "Another story" }).waitFor();
    assert.equal(await visit.page.evaluate(`${fresh}.querySelectorAll("h1").length`), 1, attribute);
    await visit.page.evaluate(`${fresh}.src = null`);
    await settle(visit, 100);
    assert.equal((await look()).trim(), "One", attribute);
    assert.equal(await visit.page.evaluate(`${fresh}.querySelector(".two").getAttribute("hidden")`), "", attribute);
  }
});

test("a control of the fallback is reached by no key, and is neither sent with a form around the element nor waited for", async (t) => {
  site.pages["/sent"] = page("sent", "");
  const content = '<input name="first" required autofocus><div><select name="second"><option>2</option></select><input name="third" form="else"></div>';
  const visit = await run(t, page(`<form id="around" action="/sent"><input id="start" name="mine" value="1">${element('src="story.json"', content)}<button>Send</button></form><form id="else"></form>`));
  await visit.state("ready");
  await visit.page.locator("#start").focus();
  await visit.page.keyboard.press("Tab");
  assert.equal(await visit.page.evaluate(() => document.activeElement.localName), "button");
  await visit.page.keyboard.press("Enter");
  await visit.page.waitForURL(/sent/);
  assert.equal(new URL(visit.page.url()).search, "?mine=1");
  await visit.page.goBack();
  await visit.state("ready");
  await evaluate(visit, (node) => (node.src = null));
  await visit.state("fallback");
  const owners = () => visit.page.evaluate(() => ["first", "second", "third"].map((name) => document.querySelector(`[name=${name}]`).form?.id));
  assert.deepEqual(await owners(), ["around", "around", "else"]);
  assert.equal(await evaluate(visit, (node) => node.innerHTML), content.replaceAll(/ (required|autofocus)/g, ' $1=""'));
});

// --- other ways to a bundle --------------------------------------------------------------------------

const json = bundle({ headline: "Given" });

test("the property bundle takes an object, text, bytes and a list of layers, before and after the element is defined", async (t) => {
  for (const [name, value] of Object.entries({
    object: (text) => JSON.parse(text),
    text: (text) => text,
    bytes: (text) => new TextEncoder().encode(text),
    buffer: (text) => new TextEncoder().encode(text).buffer,
    list: (text) => [{ site: { name: "Paper" } }, text],
  })) {
    const visit = await run(t, page(element("")));
    await visit.state("fallback");
    await visit.page.evaluate(`document.querySelector("broadsheet-article").bundle = (${value})(${JSON.stringify(json)})`);
    await visit.state("ready");
    assert.equal(await visit.page.locator("h1").textContent(), "Given", name);
    await evaluate(visit, (node) => (node.bundle = null));
    await visit.state("fallback");
  }
  // What a framework has for nothing is none, also beside src.
  for (const attributes of ["", 'src="story.json"']) {
    const visit = await run(t, page(element(attributes)));
    for (const nothing of ["", false, 0, [], undefined, null]) {
      const seen = await evaluate(visit, async (node, value) => ((node.bundle = value), [await node.rendered, node.bundle]), nothing);
      assert.deepEqual(seen, [attributes ? "ready" : "fallback", null], String(nothing));
    }
  }
  const early = `<script>document.querySelector("broadsheet-article").bundle = ${json}</script>`;
  const visit = await run(t, page(element("") + early));
  await visit.state("ready");
  assert.equal(await visit.page.locator("h1").textContent(), "Given");
});

test("the property goes over src, and a bundle inside over both; what is wrong names the property", async (t) => {
  const visit = await run(t, page(element('src="story.json"', '<script type="application/json">{"article":{"standfirst":"Inside"}}</script>')));
  await visit.state("ready");
  await evaluate(visit, (node) => (node.bundle = { article: { headline: "Given", standfirst: "Given" } }));
  await visit.page.locator("h1", { hasText: "Given" }).waitFor();
  assert.match(await html(visit), /Inside/);
  await evaluate(visit, (node) => (node.bundle = Promise.resolve({})));
  await visit.state("error");
  assert.match((await visit.seen()).events.at(-1).message, /^the property bundle: .*Promise.*await/);
});

test("a bundle inside that comes later, changes or goes is seen", async (t) => {
  const visit = await run(t, page(element("")));
  await visit.state("fallback");
  await evaluate(visit, (node, text) => {
    const script = Object.assign(document.createElement("script"), { type: "application/json", textContent: text });
    node.append(script);
  }, bundle({ headline: "First" }));
  await visit.page.locator("h1", { hasText: "First" }).waitFor();
  await evaluate(visit, (node, text) => (node.querySelector("script").firstChild.data = text), bundle({ headline: "Second" }));
  await visit.page.locator("h1", { hasText: "Second" }).waitFor();
  await evaluate(visit, (node, text) => (node.querySelector("script").textContent = text), bundle({ headline: "Third" }));
  await visit.page.locator("h1", { hasText: "Third" }).waitFor();
  await evaluate(visit, (node) => node.querySelector("script").remove());
  await visit.state("fallback");
  assert.equal((await visit.seen()).events.length, 3);
});

test("reload() asks the server again, also after an error, and tells how it went", async (t) => {
  site.pages["/changing.json"] = bundle({ headline: "Before" });
  const visit = await run(t, page(element('src="changing.json"')));
  await visit.state("ready");
  site.pages["/changing.json"] = bundle({ headline: "After" });
  assert.equal(await evaluate(visit, (node) => node.reload()), "ready");
  assert.equal(await visit.page.locator("h1").textContent(), "After");
  site.pages["/changing.json"] = "{";
  assert.match(await evaluate(visit, (node) => node.reload().catch(String)), /JSON|key/);
  site.pages["/changing.json"] = bundle({ headline: "At last" });
  assert.equal(await evaluate(visit, (node) => node.reload()), "ready");
  assert.equal(await visit.page.locator("h1").textContent(), "At last");
});

test("a story that never comes is an error after thirty seconds without a byte, and its fetch is aborted", async (t) => {
  hold("/never.json");
  const visit = await run(t, page(element('src="story.json"')));
  await visit.state("ready");
  await visit.page.clock.install();
  const failed = visit.page.waitForEvent("requestfailed");
  await evaluate(visit, (node) => void (node.src = "never.json"));
  while (site.count("/never.json") === 0) await settle(visit, 20);
  await visit.page.clock.runFor(29_000);
  assert.equal(await visit.page.locator("broadsheet-article").getAttribute("data-state"), "loading");
  await visit.page.clock.runFor(2_000);
  await visit.state("error");
  assert.match((await failed).url(), /never\.json$/);
  assert.match((await visit.seen()).events.at(-1).message, /never\.json.*30 seconds/);
});

test("now takes a Date or milliseconds, and signed-in=\"false\" is what a framework means by it", async (t) => {
  const visit = await run(t, page(element('src="story.json" signed-in="false"')));
  await visit.state("ready");
  const seen = await evaluate(visit, (node) => {
    node.now = new Date(Date.UTC(2026, 0, 1));
    const date = node.now;
    node.now = Date.UTC(2026, 0, 2);
    const before = node.signedIn;
    node.signedIn = "false";
    return [date, node.now, before, node.signedIn, node.hasAttribute("signed-in")];
  });
  assert.deepEqual(seen, ["2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z", false, false, false]);
});

test("on its author's machine the console tells errors once, and all diagnostics with the attribute debug", async (t) => {
  site.pages["/faulty.json"] = bundle({ nonsense: 1, related: { a: { headline: "A", url: "javascript:alert(1)" } } });
  const visit = await run(t, page(element('src="faulty.json"')));
  await visit.state("ready");
  const told = () => visit.console.filter((line) => /faulty\.json: [A-Z_]+ \//.test(line));
  while (!told().length) await settle(visit, 20); // the whole module comes for that
  assert.deepEqual(told().map((line) => line.split(" ").slice(0, 3).join(" ").replace(/http\S+\//, "")), ["error: faulty.json: URL_SCRIPT"]);
  // "false" is what a framework writes that knows no properties.
  await evaluate(visit, (node) => (node.setAttribute("debug", "false"), (node.src = "faulty.json?again"), node.rendered));
  while (!visit.console.some((line) => /again: /.test(line))) await settle(visit, 20);
  assert.deepEqual(visit.console.filter((line) => /KEY_UNKNOWN/.test(line)), []);
  await evaluate(visit, (node) => (node.setAttribute("debug", ""), (node.src = "faulty.json"), node.rendered));
  while (told().length < 2) await settle(visit, 20);
  assert.match(told()[1], /info: .*KEY_UNKNOWN \/article\/nonsense/);
});

test("no other page fetches console.js, and a page that cannot have it has nothing to tell", async (t) => {
  const asked = () => site.count("/broadsheet/console.js");
  const before = asked();
  site.pages["/told.html"] = page(element('src="faulty.json"'));
  const elsewhere = await open({ origin: site.origin.replace("localhost", "0.0.0.0") }, "/told.html");
  t.after(() => elsewhere.close());
  await elsewhere.state("ready");
  await settle(elsewhere, 700);
  assert.deepEqual([asked() - before, elsewhere.console, elsewhere.errors], [0, [], []]);

  site.pages["/untold/define.js"] = (await (await fetch(`${site.origin}/broadsheet/define.js`)).text()).replaceAll(/"\.\/(broadsheet[.\w]*(wasm|css))"/g, '"/broadsheet/$1"');
  const untold = await run(t, page(element('src="faulty.json" debug'), '<script type="module" src="/untold/define.js"></script>'));
  await untold.state("ready");
  await settle(untold, 700);
  assert.equal(site.count("/untold/console.js"), 1);
  assert.deepEqual([untold.console.filter((line) => !/404/.test(line)), untold.errors], [[], []]);
});
