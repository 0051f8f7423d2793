// What a piece of work costs grows only where somebody sees it. Instructions and calls are counted, not timed: every
// machine counts the same. After a change that is meant, node tests/budgets/instructions.mjs --write and
// node tests/budgets/boundary.mjs --write.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as boundary from "../budgets/boundary.mjs";
import * as instructions from "../budgets/instructions.mjs";

const counts = instructions.count();

test("the instructions of our C stay within 2 % of what was reached", () => {
  const budgets = instructions.budgets();
  assert.deepEqual(Object.keys(counts), Object.keys(budgets));
  const over = Object.entries(counts).filter(([work, now]) => now > budgets[work] * instructions.LEEWAY);
  assert.deepEqual(over.map(([work, now]) => `${work}: ${now}, more than ${budgets[work]}`), []);
  for (const [work, now] of Object.entries(counts)) assert.ok(now > 10_000, `${work}: callgrind counted`);
});

test("the pass before md4c takes less than an eighth of what Markdown takes", () => {
  const passes = Object.keys(counts).filter((work) => work.endsWith(instructions.PASS));
  assert.equal(passes.length, 3);
  for (const work of passes) {
    const all = counts[work.slice(0, -`: ${instructions.PASS}`.length)];
    assert.ok(counts[work] > 1000 && counts[work] < all / 8, `${work}: ${counts[work]} of ${all}`);
  }
});

for (const host of boundary.HOSTS) {
  test(`the boundary in ${host} takes no more calls, and copies no more bytes, than it did`, async () => {
    const [counts, budgets] = [await boundary.count(host), boundary.budgets()[host]];
    assert.deepEqual(Object.keys(counts), Object.keys(budgets));
    for (const [work, { calls, bytes }] of Object.entries(counts)) {
      assert.ok(calls >= 1, `${work}: calls were counted`);
      assert.ok(calls <= budgets[work].calls, `${work}: ${calls} calls, more than ${budgets[work].calls}`);
      assert.ok(bytes <= budgets[work].bytes * instructions.LEEWAY, `${work}: ${bytes} bytes, more than ${budgets[work].bytes}`);
    }
  });
}
