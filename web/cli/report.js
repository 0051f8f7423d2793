// The diagnostics of a bundle, as lines of text, as JSON or as SARIF.
//
// A finding is { code, severity, file, pointer, message, line, column }: file is null for the options and for what no
// one file is to blame for; line and column are undefined where they are not known.
import { sarifLog } from "./sarif.js";
import { printable, printableJson } from "./write.js";

/** Of the JSON below. Fields may be added to it; one that changes or goes makes another version. */
const VERSION = 1;

const finding = ({ code, severity, layer, pointer, message, line, column }, files) => ({
  code,
  severity,
  file: layer === null ? null : files[layer],
  pointer: pointer ?? "",
  message,
  line: line ?? undefined,
  column: column ?? undefined,
});

/**
 * @param {{ version: string, codes: readonly object[] }} press
 * @param {string[]} files
 * @param {object[]} diagnostics of the story
 * @param {BroadsheetError} [error] for which there is none
 */
export const report = ({ version, codes }, files, diagnostics, error) => ({
  version,
  known: codes,
  files,
  findings: diagnostics.map((one) => finding(one, files)),
  error: error && finding({ ...error, layer: files.length === 1 ? 0 : error.layer, severity: "error", message: error.message }, files),
});

const nameOf = (file) => (file === "-" ? "standard input" : file);

function textLine({ code, severity, file, pointer, message, line, column }, elsewhere) {
  const position = line === undefined ? "" : `:${line}:${column}`;
  const place = file === null ? elsewhere : `${nameOf(file)}${position}`;
  return printable(`${place}: ${[severity, code, pointer, message].filter(Boolean).join(" ")}`);
}

/** A line for each finding; what no one file is to blame for is said about all of them. */
function text({ files, findings, error }) {
  const lines = findings.map((one) => textLine(one, "options"));
  if (error) lines.push(textLine(error, files.map(nameOf).join(", ")));
  return lines.map((one) => `${one}\n`).join("");
}

function json({ files, findings, error }) {
  const { severity, ...rest } = error ?? {};
  return printableJson({ version: VERSION, files, diagnostics: findings, error: error && rest });
}

export const FORMATS = { text, json, sarif: (told) => printableJson(sarifLog(told)) };
