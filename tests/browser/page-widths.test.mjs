// The whole page at nine widths, in four languages, with names, headlines and menus of all lengths: what is to be in one
// row is, the story has its first screen, and nothing is cut. page-widths.mjs says what is measured.
//
//   PAGES=all node --test tests/browser/page-widths.test.mjs     all pages, not a choice of them (`make pages`)
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { FACTORS, all, documentOf, emptiness, heightOf, measure, pairwise } from "./page-widths.mjs";
import { launch, serve } from "./harness.mjs";

const site = await serve({});
after(() => site.close());
const pages = process.env.PAGES === "all" ? all() : pairwise();

/** Two pages at a time: one is loaded while the other is measured. */
async function visitor() {
  const context = await (await launch()).newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  return async (one) => {
    const title = Object.values(one).join("-");
    const path = `/examples/page-${title}.html`;
    site.pages[path] = documentOf(one);
    await page.setViewportSize({ width: one.width, height: heightOf(one.width) });
    await page.goto(site.origin + path);
    delete site.pages[path];
    const found = await page.evaluate(measure, one);
    if (one.width >= 1280) {
      const empty = await page.evaluate(emptiness);
      if (empty > 0.5) found.push(`${Math.round(empty * 100)} % of the side column is empty`);
    }
    return found.map((text) => `${title}: ${text}`);
  };
}

test("each two values of two factors stand together on a page", () => {
  const names = Object.keys(FACTORS);
  for (const a of names) for (const b of names) if (a < b) for (const x of FACTORS[a]) for (const y of FACTORS[b]) assert.ok(pages.some((one) => one[a] === x && one[b] === y), `${a}=${x} ${b}=${y}`);
});

test(`${pages.length} pages are as a reader wants them`, async () => {
  const found = [];
  const rest = [...pages];
  await Promise.all(
    [0, 1].map(async () => {
      const visit = await visitor();
      for (let one; (one = rest.pop()); ) found.push(...(await visit(one)));
    }),
  );
  assert.deepEqual(found, []);
});
