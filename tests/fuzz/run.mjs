// make fuzz: every harness in turn for its share of the time, then what Node says of all inputs.
//
//   node tests/fuzz/run.mjs SECONDS PROGRAM...
//
// Inputs that reach something new go to build/fuzz/NAME/, those that break a promise to build/fuzz/found/.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { disagreements } from "./agree.mjs";
import { corpus, folder } from "./corpus.mjs";
import { dictionary, seeds } from "./seeds.mjs";

const [seconds, ...programs] = process.argv.slice(2);
// libFuzzer takes what is no number, or one that no int holds, for no end.
if (!/^[1-9]\d{0,8}$/.test(seconds)) {
  console.error(`SECONDS is a whole number from 1 to 999999999, not "${seconds}"`);
  process.exit(2);
}
const found = "build/fuzz/found";
// What a harness gets of the time, and how large its inputs grow.
const share = { bundle: [0.4, 16384], markdown: [0.2, 4096], upgrade: [0.1, 8192], json: [0.1, 4096], url: [0.1, 512], date: [0.1, 64] };

const files = (directory) => readdirSync(directory).length;

function write(directory, inputs) {
  mkdirSync(directory, { recursive: true });
  for (const input of inputs) writeFileSync(`${directory}/${createHash("sha1").update(input).digest("hex")}`, input);
}

/** Runs one harness; how many inputs it tried, and whether each kept its promises. */
function fuzz(program) {
  const name = basename(program).replace("fuzz_", "");
  const [part, size] = share[name];
  const grown = `build/fuzz/${name}`;
  write(grown, corpus(name));
  write(`build/fuzz/seeds/${name}`, seeds[name]());
  const time = Math.max(1, Math.round(Number(seconds) * part));
  const { status, stderr } = spawnSync(
    program,
    [
      `-max_total_time=${time}`, `-max_len=${size}`, "-timeout=10", "-rss_limit_mb=2048", "-use_value_profile=1", "-print_final_stats=1",
      "-dict=build/fuzz/dictionary", `-artifact_prefix=${found}/${name}-`, grown, `build/fuzz/seeds/${name}`,
    ],
    { encoding: "utf8", maxBuffer: 1 << 30 },
  );
  const executions = Number(/stat::number_of_executed_units:\s*(\d+)/.exec(stderr)?.[1] ?? 0);
  const good = status === 0 && executions > 0;
  if (!good) console.log(stderr.split("\n").slice(-60).join("\n"));
  console.log(`${good ? "ok    " : "not ok"} ${name.padEnd(10)} ${executions} executions in ${time} s, ${files(grown)} inputs kept`);
  return { name, grown, executions, good };
}

mkdirSync(found, { recursive: true });
writeFileSync("build/fuzz/dictionary", dictionary());
const runs = programs.map(fuzz);
const apart = runs.flatMap(({ name, grown }) => disagreements(name, folder(grown)).map((why) => `${name}: ${why}`));
for (const why of apart) console.log(`not ok ${why}`);
console.log(`${runs.reduce((sum, { executions }) => sum + executions, 0)} executions`);
process.exit(apart.length === 0 && runs.every(({ good }) => good) ? 0 : 1);
