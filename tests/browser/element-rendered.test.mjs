// What a script and a stylesheet learn of an element: the promise of its rendering, and its state.
import assert from "node:assert/strict";
import { test } from "node:test";
import { element, hold, run, settle, site } from "./element.mjs";
import { page } from "./harness.mjs";

/** What a promise of rendering comes to: its value, the code of its error, or "pending". */
const outcomes = `<script>
  const first = () => document.querySelector("broadsheet-article");
  const outcome = (promise) => Promise.race([
    promise.catch(({ name, code }) => name + " " + code),
    new Promise((resolve) => setTimeout(resolve, 400, "pending")),
  ]);
</script>`;
const script = '<script type="module" src="/broadsheet/define.js"></script>';
const start = (t, content) => run(t, page(content, outcomes + script));

test("it resolves when the story is shown, after the event, and stays so", async (t) => {
  const visit = await start(t, element('src="story.json"'));
  const seen = await visit.page.evaluate(async () => {
    await customElements.whenDefined("broadsheet-article");
    const { rendered } = first();
    const state = await outcome(rendered);
    return [state, first().querySelector("h1").textContent, seen.events.length, first().rendered === rendered];
  });
  assert.deepEqual(seen, ["ready", "A story", 1, true]);
});

test("it resolves when there is nothing to show", async (t) => {
  const visit = await start(t, element("") + element('src="story.json"'));
  await visit.state("ready");
  const seen = await visit.page.evaluate(async () => {
    const states = [await outcome(first().rendered)];
    first().src = "story.json";
    await null; // the attribute's callback came before
    states.push(await outcome(first().rendered));
    first().src = null;
    states.push(await outcome(first().rendered));
    return states;
  });
  assert.deepEqual(seen, ["fallback", "ready", "fallback"]);
});

test("attributes that change meanwhile are waited for", async (t) => {
  const release = hold("/held.json", { headline: "Too late" });
  const visit = await start(t, element('src="held.json"'));
  await visit.state("loading");
  const seen = await visit.page.evaluate(async () => {
    const { rendered } = first();
    first().src = "other.json";
    const same = first().rendered === rendered;
    const shown = rendered.then(() => first().querySelector("h1").textContent);
    const states = [await outcome(rendered), await shown];
    first().locale = "ko";
    return [same, ...states, first().rendered === rendered];
  });
  assert.deepEqual(seen, [true, "ready", "Another story", false]);
  release();
});

test("it rejects with the error, and is no unhandled rejection when nobody asked", async (t) => {
  const visit = await start(t, element('src="bad.json"'));
  await visit.state("error");
  await settle(visit, 100); // run() finds errors that nobody caught
  const seen = await visit.page.evaluate(async () => {
    const [same, error] = await new Promise((resolve) => {
      addEventListener("broadsheet-error", ({ detail }) => first().rendered.catch((thrown) => resolve([thrown === detail.error, Object.isFrozen(detail)])));
      first().src = "missing.json";
    });
    const states = [await outcome(first().rendered)];
    first().src = "story.json";
    return [same, error, ...states, await outcome(first().rendered)];
  });
  assert.deepEqual(seen, [true, true, "BroadsheetError LOAD", "ready"]);
});

test("removed before, the element ends it as a fallback; moved, it does not", async (t) => {
  const release = hold("/held.json");
  const visit = await start(t, `${element('src="held.json"')}<main></main>`);
  await visit.state("loading");
  const seen = await visit.page.evaluate(async () => {
    const article = first();
    const { rendered } = article;
    document.querySelector("main").append(article);
    const moved = await outcome(rendered);
    article.remove();
    const states = [moved, await outcome(rendered), await outcome(article.rendered)];
    const fresh = document.createElement("broadsheet-article");
    fresh.src = "story.json";
    states.push(await outcome(fresh.rendered));
    document.body.append(fresh, article);
    return [...states, await outcome(fresh.rendered), await outcome(article.rendered)];
  });
  assert.deepEqual(seen, ["pending", "fallback", "fallback", "fallback", "ready", "pending"]);
  release();
});

const STATES = ["fallback", "loading", "ready", "error"];
const states = (visit) => visit.page.evaluate((all) => all.filter((state) => document.querySelector("broadsheet-article").matches(`:state(${state})`)), STATES);

test("CSS knows the state", async (t) => {
  const release = hold("/held.json");
  const visit = await start(t, element(""));
  for (const [src, state] of [[null, "fallback"], ["held.json", "loading"], ["story.json", "ready"], ["bad.json", "error"], [null, "fallback"]]) {
    await visit.page.evaluate((value) => (first().src = value), src);
    await visit.state(state);
    assert.deepEqual(await states(visit), [state]);
  }
  release();
});

test("a subclass has the element's internals too, and its own states stay", async (t) => {
  const mine = `<script type="module">
    import { BroadsheetArticle, define } from "/broadsheet/define.js";
    define("my-story", class extends BroadsheetArticle {
      constructor() {
        super();
        this.attachInternals().states.add("mine");
      }
      connectedCallback() {
        super.connectedCallback();
        this.attachInternals().role = "region";
      }
    });
  </script>`;
  const visit = await start(t, `<my-story src="story.json"></my-story>${mine}`);
  await visit.state("ready", "my-story");
  assert.equal(await visit.page.locator("my-story:state(ready):state(mine)").count(), 1);
});

for (const [what, engine] of [
  ["no internals", "delete HTMLElement.prototype.attachInternals"],
  ["no states", "delete ElementInternals.prototype.states"],
  ["states with two hyphens only", 'CustomStateSet.prototype.add = () => { throw new DOMException("", "SyntaxError"); }'],
]) {
  test(`an engine that knows ${what} shows the story all the same`, async (t) => {
    const visit = await run(t, page(element('src="story.json"'), `<script>${engine}</script>${script}`));
    await visit.state("ready");
    assert.deepEqual(visit.console, []);
    assert.deepEqual(await states(visit), []);
  });
}

test("BroadsheetElement.press serves both elements, BroadsheetArticle.press articles alone", async (t) => {
  site.pages["/paper.json"] = JSON.stringify({ site: { name: "Paper" } });
  const both = element('src="story.json"') + '<broadsheet-part fragment="masthead" site="paper.json"></broadsheet-part>';
  for (const [name, codes] of [["BroadsheetElement", ["LOAD", "LOAD"]], ["BroadsheetArticle", [undefined, "LOAD"]]]) {
    const visit = await run(t, page(both, `<script type="module">
      import { load, ${name} } from "/broadsheet/broadsheet.js";
      ${name}.press = load("/nowhere.wasm");
      ${name}.press.catch(() => import("/broadsheet/define.js"));
    </script>`));
    await visit.page.waitForFunction(() => globalThis.seen?.events.length === 2);
    assert.deepEqual((await visit.seen()).events.map(({ code }) => code).sort(), [...codes].sort());
  }
});
