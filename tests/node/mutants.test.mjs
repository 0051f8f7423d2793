// The list of mutants: each can be made of the sources as they are, and no rule of the threat model and no limit is
// without one. That each is caught is what make mutants says.
import assert from "node:assert/strict";
import test from "node:test";
import { faults, mutants, places } from "../mutants/list.mjs";

test("every mutant can be made, and every row of the threat model and every limit has one", () => {
  assert.deepEqual(faults(mutants), []);
});

test("a mutant less, a text that is gone and a place that is none would be seen", () => {
  for (const place of places) assert.notDeepEqual(faults(mutants.filter((one) => one.place !== place)), [], place);
  const [first, ...rest] = mutants;
  for (const change of [{ find: "no such text" }, { find: "e" }, { replace: first.find }, { place: "nowhere" }, { rule: rest[0].rule }, { test: "x" }])
    assert.notDeepEqual(faults([{ ...first, ...change }, ...rest]), [], JSON.stringify(change));
});
