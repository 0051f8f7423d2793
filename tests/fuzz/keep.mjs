// Makes tests/fuzz/corpus anew: the fewest and shortest of the inputs found (build/fuzz/NAME/), kept before, or of the
// other tests, that together reach all the code which they reach. How often each reaches it does not count.
//
//   node tests/fuzz/keep.mjs build/bin/fuzz_NAME...
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { folder, keep } from "./corpus.mjs";

// Of upgrade the short ones are enough: what it renders is what bundle renders.
const MOST = { upgrade: 300 };

for (const program of process.argv.slice(2)) {
  const name = basename(program).replace("fuzz_", "");
  const smallest = `build/fuzz/smallest/${name}`;
  rmSync(smallest, { recursive: true, force: true });
  mkdirSync(smallest, { recursive: true });
  const from = [`build/fuzz/${name}`, `build/fuzz/seeds/${name}`].filter(existsSync);
  const { status, stderr } = spawnSync(program, ["-merge=1", "-use_counters=0", `-max_len=${MOST[name] ?? 8192}`, smallest, ...from], { encoding: "utf8", maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`${program}: ${stderr.slice(-2000)}`);
  const inputs = folder(smallest);
  keep(name, inputs);
  console.log(`${name}: ${inputs.length} inputs, ${inputs.reduce((sum, input) => sum + input.length, 0)} bytes`);
}
