// Writes the expected bytes of cases that have none yet, for a person to read and to commit; with names, of those
// cases anew. Tests never write.
//
//   node tests/golden/accept.mjs [PART/CASE...]
import { writeFileSync } from "node:fs";
import { load } from "../../dist/broadsheet.js";
import { goldens, renderGolden } from "./cases.mjs";

const wanted = process.argv.slice(2);
const all = goldens();
const unknown = wanted.filter((title) => !all.some((one) => one.title === title));
if (unknown.length) {
  console.error(`there is no case ${unknown.join(", ")}`);
  process.exit(1);
}

const press = await load();
const chosen = all.filter((one) => (wanted.length ? wanted.includes(one.title) : one.html === null));
for (const one of chosen) {
  writeFileSync(`${one.path}.html`, renderGolden(press, one));
  console.log(`written: ${one.path}.html`);
}
if (chosen.length) console.log("Read every line of these files before you commit them: from now on they are right.");
