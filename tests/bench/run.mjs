// make bench: everything that table.mjs lists, in one run. Prints it, and writes build/bench.json; a run of some rows
// alone writes build/bench-only.json, so that it does not take the place of a whole one.
//
//   ROUNDS=n    rounds of a row that is measured in turns; default 21
//   ONLY=text   only rows whose name or description has the text
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromiumRows } from "./chromium-rows.mjs";
import { engineRows } from "./engine-rows.mjs";
import { nodeRows } from "./node-rows.mjs";
import { sizeRows } from "./size-rows.mjs";
import { median, quantile, ratio, verdict } from "./statistics.mjs";
import { ROWS } from "./table.mjs";

const rounds = Number(process.env.ROUNDS || 21);
const only = process.env.ONLY ?? "";
if (!(rounds >= 1)) throw new Error(`ROUNDS is no number: ${process.env.ROUNDS}`);
const chosen = (name) => `${name} ${ROWS[name].what}`.includes(only);

const figure = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(1));

/** Samples or a value as a row of build/bench.json. */
function judged(name, { ours, peer, empty, value }) {
  const { what, unit = "ratio", must = null, aim = null } = ROWS[name];
  const spread = (list) => ({ median: median(list), low: quantile(list, 0.1), high: quantile(list, 0.9), rounds: list.length });
  const result = value === undefined ? ratio(ours, peer) : { value, low: value, high: value };
  return {
    name,
    what,
    unit,
    ...result,
    must,
    aim,
    verdict: { must: verdict(result, must ?? undefined), aim: verdict(result, aim ?? undefined) },
    ...(ours && { ours: spread(ours), peer: spread(peer) }),
    ...(empty && { empty: spread(empty) }),
  };
}

function print(row) {
  const spread = row.low === row.high ? "" : `${figure(row.low)}–${figure(row.high)}`;
  const target = (name) => (row[name] === null ? "" : `${name} ${figure(row[name])} ${row.verdict[name]}`);
  const samples = row.ours ? `${figure(row.ours.median)} (${figure(row.ours.low)}–${figure(row.ours.high)}) ÷ ${figure(row.peer.median)} (${figure(row.peer.low)}–${figure(row.peer.high)})` : "";
  const cells = [figure(row.value).padStart(7), spread.padEnd(11), target("must").padEnd(18), target("aim").padEnd(18), row.name.padEnd(22), samples];
  console.log(cells.join(" ").trimEnd());
}

const system = {
  processor: cpus()[0]?.model ?? "",
  cores: cpus().length,
  node: process.version,
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
};
const found = [];
console.log(`${rounds} rounds: median, where it lies in nine of ten repetitions, targets; median (10 % to 90 %) of ours ÷ the peer's`);
for (const rows of [sizeRows, nodeRows, chromiumRows, engineRows]) {
  for await (const [name, samples] of rows(chosen, rounds)) {
    if (!chosen(name)) continue;
    found.push(judged(name, samples));
    print(found.at(-1));
  }
}
if (found.length === 0) throw new Error(`no row has ${JSON.stringify(only)} in its name or description`);
const path = fileURLToPath(new URL(`../../build/bench${only ? "-only" : ""}.json`, import.meta.url));
mkdirSync(fileURLToPath(new URL("../../build", import.meta.url)), { recursive: true });
writeFileSync(path, `${JSON.stringify({ rounds, only, system, rows: found }, null, 2)}\n`);
console.log(`\nbuild/bench${only ? "-only" : ""}.json has the same. Microseconds of CPU in Node's rows, microseconds of Markdown in Chromium, else milliseconds.`);
