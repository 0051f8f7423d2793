// A sample of make attack in Chromium: hostile texts of our own as the elements and the live page show them, what they do
// where nobody stops them, and what is said when the list has a hole.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { attackIn, attackSite, controlSite, data, fireIn, list, rawIn, TELLING } from "../attack/xss-site.mjs";
import { own } from "../attack/xss-vectors.mjs";
import { withHole } from "../attack/walk.mjs";
import { launch } from "./engines.mjs";

const [engine, site, control] = [await launch("chromium"), await attackSite(), await controlSite()];
after(() => Promise.all([engine.close(), site.close(), control.close()]));

/** Some of each kind. */
const sample = own.filter((_, i) => i % 12 === 0).map(({ payload }) => payload);

test("nothing runs, asks, opens or leads away, and all is on the list", async () => {
  const { found } = await attackIn(engine, site, sample);
  assert.deepEqual([found, site.asked()], [[], []]);
});

const added = Object.entries(list.behaviours).flatMap(([element, attributes]) => Object.keys(attributes).map((name) => [element, name]));
for (const [element, attribute] of [["a", "href"], ["bdi"], ...added]) {
  test(`with a hole in the list it is seen: ${element} ${attribute ?? ""}`, async () => {
    const { found } = await attackIn(engine, site, sample.slice(0, 1), { list: withHole(list, element, attribute), apart: false });
    assert.ok(found.some((what) => what.includes(`<${element}`) && what.includes("is not on the list")));
  });
}

test("a text where none belongs is looked at", async () => {
  // As if the body were no place for one.
  const full = structuredClone({ ...data.full, article: { ...data.full.article, body: "b" } });
  const only = { full, strings: [], dictionaries: [], others: [{ way: "for a number", paths: [["article", "body"]] }] };
  const { found } = await attackIn(engine, site, ["~~x~~", "~~y~~"], { ...only, list: withHole(list, "del") });
  for (const text of ["~~x~~", "~~y~~"]) {
    for (const part of ["story", "document", "the element"]) {
      assert.ok(found.some((what) => what.startsWith(`"${text}" for a number in ${part}: <del`)), `${text} in ${part}`);
    }
  }
});

test("behaviours that took text for HTML would be seen", async () => {
  const { found: before } = await attackIn(engine, site, [sample[0]], { apart: false });
  const asHtml = "Object.defineProperty(Node.prototype, 'textContent', { set(text) { this.innerHTML = text; } });";
  site.pages["/attack/html.js"] = asHtml;
  const { body } = site.pages["/"];
  site.pages["/"].body = body.replace("<script", '<script src="/attack/html.js"></script><script');
  const { found } = await attackIn(engine, site, [sample[0]], { apart: false });
  site.pages["/"].body = body;
  assert.deepEqual(before, []);
  assert.ok(found.some((what) => what.includes("in the page that was used") && what.includes("is not on the list")));
});

test("a script that runs, a request and a link that leads elsewhere would be seen", async () => {
  await engine.goto(`${site.origin}/`);
  for (const html of TELLING) assert.notDeepEqual(await rawIn(engine, html), [], html);
  assert.deepEqual(await rawIn(engine, "<p>x</p>"), []);
  // A frame has functions of its own; its dialogs come to us.
  await rawIn(engine, "<iframe srcdoc='<script>alert(1)</script>'></iframe>");
  assert.equal(engine.prompts, 1);
});

test("the texts that run script where nobody stops them do", async () => {
  const live = own.filter((one) => one.live?.includes("c")).slice(0, 24); // as many as are shown at a time
  const ran = await fireIn(engine, control, live);
  assert.deepEqual(live.filter((one) => !ran.has(one)).map(({ payload }) => payload), []);
});
