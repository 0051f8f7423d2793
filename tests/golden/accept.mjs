// Writes the expected bytes of cases that have none yet, for a person to read and to commit; with names, of those
// cases anew; with --changed, of those whose bytes are no longer what they give. Tests never write.
//
//   node tests/golden/accept.mjs [--changed | PART/CASE...]
import { writeFileSync } from "node:fs";
import { load } from "../../dist/broadsheet.js";
import { goldens, renderGolden } from "./cases.mjs";

const wanted = process.argv.slice(2);
const all = goldens();
const changed = wanted.join() === "--changed";
const unknown = changed ? [] : wanted.filter((title) => !all.some((one) => one.title === title));
if (unknown.length) {
  console.error(`there is no case ${unknown.join(", ")}`);
  process.exit(1);
}

const press = await load();

function isChosen({ title, html }, bytes) {
  if (changed) return html !== null && !html.equals(bytes);
  return wanted.length ? wanted.includes(title) : html === null;
}

let count = 0;
for (const one of all) {
  const bytes = renderGolden(press, one);
  if (!isChosen(one, bytes)) continue;
  writeFileSync(`${one.path}.html`, bytes);
  console.log(`written: ${one.path}.html`);
  count++;
}
if (count && changed) console.log(`${count} of ${all.length} cases changed. Read every line of git diff tests/golden before you commit: from now on it is right.`);
else if (count) console.log("Read every line of these files before you commit them: from now on they are right.");
else if (changed) console.log("No case changed.");
