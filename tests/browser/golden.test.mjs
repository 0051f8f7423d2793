// The goldens on the third host: in Chromium, all on one page.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { goldens } from "../golden/cases.mjs";
import { open, serve } from "./harness.mjs";

const cases = goldens();
const site = await serve({ "/": '<!DOCTYPE html><html lang="en"><head><title>Goldens</title><link rel="icon" href="data:,"></head></html>' });
const visit = await open(site, "/");
after(async () => {
  await visit.close();
  await site.close();
});

// Bytes cross as Latin-1 text, byte for byte.
const rendered = await visit.page.evaluate(
  async (list) => {
    const { load } = await import("/broadsheet/broadsheet.js");
    const press = await load();
    return list.map(({ part, json, id, options }) => {
      try {
        const story = press.open(json, options);
        const bytes = story.renderBytes(part, id === undefined ? undefined : { id });
        story.close();
        return { html: Array.from(bytes, (byte) => String.fromCharCode(byte)).join("") };
      } catch (error) {
        return { error: String(error) };
      }
    });
  },
  cases.map(({ part, json, id, options }) => ({ part, json: json.toString(), id, options })),
);

test("the page ran without errors and asked nobody else", () => {
  assert.deepEqual([visit.errors, visit.console, visit.offOrigin], [[], [], []]);
  assert.equal(rendered.length, cases.length);
});

for (const [i, { title, html }] of cases.entries()) {
  test(`Chromium: ${title}`, () => {
    assert.ok(html, "nobody has accepted what this case gives: node tests/golden/accept.mjs");
    assert.equal(rendered[i].error, undefined);
    const got = Buffer.from(rendered[i].html, "latin1");
    if (!got.equals(html)) assert.equal(got.toString(), html.toString());
  });
}
