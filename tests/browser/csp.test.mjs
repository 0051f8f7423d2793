// The strictest policy under which a page with a story works, and what happens under a stricter one.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { bundle, open, page, serve } from "./harness.mjs";

const STRICT = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types broadsheet",
];
const FALLBACK = "<p>What the server sent.</p>";
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';
const STORY = bundle({
  lead: "f1",
  figures: {
    f1: { src: "f1.svg", width: 4, height: 3, alt: "A picture", caption: "Caption", focus: { x: 0.2, y: 0.3 } },
  },
  body: "| a | b |\n|:-|-:|\n| 1 | 2 |\n\n- [ ] task\n\n<b style='color:red' onclick='x()'>raw</b>\n\n![](figure:f1)",
});

async function visitUnder(t, policy, content, head) {
  const reported = [];
  const headers = { "content-security-policy": policy.join("; ") };
  const site = await serve({ "/": page(content, head), "/story.json": STORY, "/f1.svg": PICTURE }, headers);
  const visit = await open(site, "/");
  visit.page.on(
    "console",
    (message) => /Content Security Policy|Trusted/i.test(message.text()) && reported.push(message.text()),
  );
  t.after(async () => {
    await visit.close();
    await site.close();
    assert.deepEqual([visit.offOrigin, visit.errors], [[], []]);
  });
  return { ...visit, reported };
}

const element = `<broadsheet-article src="story.json">${FALLBACK}</broadsheet-article>`;

for (const [build, head] of [
  ["module", '<script type="module" src="/broadsheet/define.js"></script>'],
  ["classic", '<script src="/broadsheet/broadsheet.classic.js"></script>'],
]) {
  test(`strict policy, ${build} build: the story is there, and nothing was violated`, async (t) => {
    const visit = await visitUnder(t, STRICT, element, head);
    await visit.state("ready");
    await visit.page.waitForLoadState("networkidle");
    assert.equal(await visit.page.locator("article h1").textContent(), "A story");
    assert.ok(await visit.page.evaluate(() => document.querySelector("img").complete));
    const { violations } = await visit.seen();
    assert.deepEqual([violations, visit.reported, visit.console], [[], [], []]);
  });
}

test("the policy's absence would show: a plain innerHTML is a violation there", async (t) => {
  const visit = await visitUnder(t, STRICT, element);
  await visit.state("ready");
  const refused = await visit.page.evaluate(() => {
    try {
      document.body.innerHTML = "<p>";
      return false;
    } catch {
      return true;
    }
  });
  assert.ok(refused);
  await visit.page.waitForFunction(() => globalThis.seen.violations.length === 1);
});

for (const [what, policy, code, hint] of [
  ["WebAssembly", STRICT.map((line) => line.replace(" 'wasm-unsafe-eval'", "")), "LOAD", /wasm-unsafe-eval/],
  [
    "the Trusted Types policy",
    STRICT.map((line) => line.replace("trusted-types broadsheet", "trusted-types other")),
    "LOAD",
    /broadsheet/,
  ],
]) {
  test(`a policy that refuses ${what}: the fallback stays and the error says why`, async (t) => {
    const visit = await visitUnder(t, policy, element);
    const article = await visit.state("error");
    assert.equal(await article.innerHTML(), FALLBACK);
    const [event] = (await visit.seen()).events;
    assert.equal(event.code, code);
    assert.match(event.message, hint);
  });
}
