// Writes report/diagnostics.md: the codes of diagnostics, out of report/diagnostics.def.
//
//     node src/report/diagnostics.mjs > src/report/diagnostics.md
import { readFileSync } from "node:fs";

const HEAD = `<!-- Made by src/report/diagnostics.mjs; not edited by hand. -->
# Diagnostics

What can be wrong in a bundle, by its code. A code is kept: programs may compare it. The severity and the message of a code may change, and later versions may have more codes; \`press.codes\` lists those of the version at hand.

- An **error** is something lost or false for the reader that no later version of the format could allow.
- A **warning** is something lost or odd now that a later version may allow.
- **Information** changes nothing that the author meant to be seen.

Of a list of diagnostics that is too long, the last item is \`DIAGNOSTICS_TOO_MANY\` with the severity of the gravest one left out. Of the body, the message begins with a number where one link, picture or placement is meant: \`3: \` is the third.
`;

/** The table in the order of the file: { group } or { code, severity, message, reason }. */
export function diagnostics() {
  const lines = readFileSync(new URL("diagnostics.def", import.meta.url), "utf8").replace(/^\/\*[^]*?\*\/\n/, "").split("\n");
  const rows = [];
  let reason = null;
  for (const line of lines.filter(Boolean)) {
    const group = /^\/\* --- (.+) --- \*\/$/.exec(line);
    const note = /^\/\* ([A-Z].+) \*\/$/.exec(line);
    const row = /^X\(([A-Z_]+), (ERROR|WARNING|INFORMATION), "([^"\\|]+)"\)$/.exec(line);
    if (group) rows.push({ group: group[1] });
    else if (row) rows.push({ code: row[1], severity: row[2].toLowerCase(), message: row[3], reason });
    else if (!note) throw new Error(`not a row of diagnostics.def: ${line}`);
    reason = note ? note[1] : null;
  }
  return rows;
}

/** The text of report/diagnostics.md. */
export function document() {
  let text = HEAD;
  for (const { group, code, severity, message, reason } of diagnostics()) {
    if (group) text += `\n## ${group}\n\n| code | severity | message |\n| --- | --- | --- |\n`;
    else text += `| \`${code}\` | ${reason ? `**${severity}**` : severity} | ${message}${reason ? `. *${reason}*` : ""} |\n`;
  }
  return text;
}

if (import.meta.url === `file://${process.argv[1]}`) process.stdout.write(document());
