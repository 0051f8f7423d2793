// Writes the man page of the command from the text of its --help, so that both say the same.
//
//   node web/cli/man.mjs >dist/broadsheet.1
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const { version } = JSON.parse(readFileSync(path("../../package.json"), "utf8"));
const help = execFileSync(process.execPath, [path("../../dist/cli.js"), "--help"], { encoding: "utf8" }).trimEnd();

/** Lines of text in roff, which leaves them as they are. */
const lines = (text) =>
  [".nf", ...text.split("\n").map((line) => line.replaceAll("\\", "\\e").replaceAll("-", "\\-").replace(/^[.']/, "\\&$&")), ".fi"].join("\n");

const [usage, ...rest] = help.split("\n\n");
process.stdout.write(`.TH BROADSHEET 1 "" "Broadsheet ${version}" "Commands"
.SH NAME
broadsheet \\- turns news article bundles into the HTML of a newspaper page
.SH SYNOPSIS
${lines(usage.replace(/^Usage: /, "       ").replaceAll(/^ {7}/gm, ""))}
.SH DESCRIPTION
${lines(rest.join("\n\n"))}
.SH SEE ALSO
.BR broadsheet (3)
`);
