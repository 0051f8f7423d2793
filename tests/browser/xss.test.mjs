// A sample of make attack in Chromium: hostile texts of our own as the elements and the live page show them, what they do
// where nobody stops them, and what is said when the list has a hole.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { attackIn, attackSite, controlSite, fireIn, list } from "../attack/xss-site.mjs";
import { own } from "../attack/xss-vectors.mjs";
import { withHole } from "../attack/walk.mjs";
import { launch } from "./engines.mjs";

const [engine, site, control] = [await launch("chromium"), await attackSite(), await controlSite()];
after(() => Promise.all([engine.close(), site.close(), control.close()]));

/** Some of each kind. */
const sample = own.filter((_, i) => i % 12 === 0).map(({ payload }) => payload);

test("nothing runs, asks, opens or leads away, and all is on the list", async () => {
  assert.deepEqual(await attackIn(engine, site, sample).then(({ found }) => found), []);
  assert.deepEqual(site.asked(), []);
});

for (const [element, attribute] of [["a", "href"], ["bdi"]]) {
  test(`with a hole in the list it is seen: ${element} ${attribute ?? ""}`, async () => {
    const { found } = await attackIn(engine, site, sample.slice(0, 1), { list: withHole(list, element, attribute), apart: [] });
    assert.ok(found.some((what) => what.includes(`<${element}`) && what.includes("is not on the list")));
  });
}

test("a script that runs, a request and a link that leads elsewhere would be seen", async () => {
  await engine.goto(`${site.origin}/`);
  const happened = [
    "<img src=x onerror='document.title = 1'>",
    "<img src=x onerror='alert(1)'>",
    "<a href='javascript:void 0'>x</a>",
    "<a href='data:text/html,x'>x</a>",
    "<video src='https://evil.example/'></video>",
    "<style>p { color: red }</style>",
    "<svg><a xlink:href='javascript:alert(1)'></a></svg>",
  ];
  for (const html of happened) {
    const seen = await engine.evaluate(async (one) => {
      while (!globalThis.insertRaw) await new Promise((resolve) => setTimeout(resolve, 20));
      return globalThis.insertRaw(one);
    }, html);
    assert.notDeepEqual(seen, [], html);
  }
  assert.deepEqual(await engine.evaluate(() => globalThis.insertRaw("<p>x</p>")), []);
  // A frame has functions of its own; its dialogs come to us.
  await engine.evaluate(() => globalThis.insertRaw("<iframe srcdoc='<script>alert(1)</script>'></iframe>"));
  assert.equal(engine.prompts, 1);
});

test("the texts that run script where nobody stops them do", async () => {
  const live = own.filter((one) => one.live?.includes("c")).slice(0, 24); // as many as are shown at a time
  const ran = await fireIn(engine, control, live);
  assert.deepEqual(live.filter((one) => !ran.has(one)).map(({ payload }) => payload), []);
});
