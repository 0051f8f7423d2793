// make mutants: breaks one rule after the other in a copy and expects that a test says so.
//
//   node tests/mutants.mjs PROGRAM...      ONLY=text: only rules whose name or file holds it
//
// tests/mutants/list.mjs reads them: the rule, its file, a text that stands there once, and what replaces it. An entry
// whose text is not found fails, as do one of which nothing can be built and one that no test catches.
import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename } from "node:path";
import { attemptGlue } from "./mutants/glue.mjs";
import { faults, mutants } from "./mutants/list.mjs";
import { native } from "./mutants/native.mjs";

const programs = process.argv.slice(2).map((path) => basename(path));

/** Does something with each item, as many at once as there are processors; it knows which of them it is. */
async function inParallel(items, work) {
  const rest = [...items];
  const worker = async (_, room) => {
    for (let item; (item = rest.shift()) !== undefined; ) await work(item, room);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

rmSync("build/mutants", { recursive: true, force: true });
const start = performance.now();
const wrong = faults(mutants);
for (const fault of wrong) console.log(`not ok ${fault}`);
const chosen = mutants.filter(({ rule, file }) => `${rule} ${file}`.includes(process.env.ONLY ?? ""));
const attemptNative = await native(programs, inParallel);
const attempt = (mutant, room) => (mutant.file.startsWith("web/") ? attemptGlue : attemptNative)(mutant, room);
let caught = 0;
await inParallel(chosen, async (mutant, room) => {
  const by = await attempt(mutant, room).catch((error) => console.log(`not ok ${mutant.rule}: it cannot be built: ${error.stderr ?? error}`));
  if (by) caught++;
  if (by !== undefined) console.log(by ? `ok     ${mutant.rule} (${by})` : `not ok ${mutant.rule} (${mutant.file}): no test catches it`);
});
console.log(`${caught} of ${chosen.length} mutants caught in ${Math.round((performance.now() - start) / 1000)} s`);
process.exit(chosen.length > 0 && caught === chosen.length && wrong.length === 0 ? 0 : 1);
