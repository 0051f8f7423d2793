// Writes the diagnostics of a bundle as lines of text, as JSON or as SARIF.
//
// A finding is { code, severity, file, pointer, message, line, column }. file is null for the options, and where no single
// file is to blame; line and column are undefined where they are not known.
import { sarifLog } from "./sarif.js";
import { printable, printableJson } from "./write.js";

/** The version of the JSON below. A field that is added leaves it as it is; one that changes or goes changes it. */
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
 * The report that FORMATS write.
 * @param {{ version: string, codes: readonly object[] }} press
 * @param {string[]} files
 * @param {object[]} diagnostics of the story
 * @param {BroadsheetError} [error] the reason why there is no story
 */
export const report = ({ version, codes }, files, diagnostics, error) => ({
  version,
  known: codes,
  files,
  findings: diagnostics.map((one) => finding(one, files)),
  error: error && finding({ ...error, layer: files.length === 1 ? 0 : error.layer, severity: "error", message: error.reason }, files),
});

const nameOf = (file) => (file === "-" ? "standard input" : file);

function textLine({ code, severity, file, pointer, message, line, column }, elsewhere) {
  const position = line === undefined ? "" : `:${line}:${column}`;
  const place = file === null ? elsewhere : `${nameOf(file)}${position}`;
  return printable(`${place}: ${[severity, code, pointer, message].filter(Boolean).join(" ")}`);
}

/** A line for each finding. An error for which no single file is to blame names all of them. */
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
