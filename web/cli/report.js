// Writes the diagnostics of a bundle as lines of text, as JSON or as SARIF.
//
// A finding is { code, severity, file, pointer, message, line, column, offset, range }. file is null for the options, and where
// no single file is to blame; line, column and offset, in the file, are undefined where they are not known. range is
// undefined where the finding is about a value as a whole.
import { excerpt } from "./excerpt.js";
import { sarifLog } from "./sarif.js";
import { printable, printableJson } from "./write.js";

/** The version of the JSON below. A field that is added leaves it as it is; one that changes or goes changes it. */
const VERSION = 1;

const finding = ({ code, severity, layer, pointer, message, line, column, offset, range }, files) => ({
  code,
  severity,
  file: layer === null ? null : files[layer],
  pointer: pointer ?? "",
  message,
  line: line ?? undefined,
  column: column ?? undefined,
  offset: offset ?? undefined,
  range: range ?? undefined,
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

function textLine({ code, severity, file, pointer, message, line, column, range }, elsewhere) {
  const position = [line, column].filter((number) => number !== undefined).map((number) => `:${number}`).join("");
  const place = file === null ? elsewhere : `${nameOf(file)}${position}`;
  const within = range ? `${pointer}:${range.line}:${range.column}` : pointer;
  return printable(`${place}: ${[severity, code, within, message].filter(Boolean).join(" ")}`);
}

/**
 * A line for each finding. An error for which no single file is to blame names all of them. With the contents of the files,
 * the line of the bundle follows, with a caret under the place.
 */
function text({ files, findings, error }, contents = []) {
  const lines = (one, elsewhere) => [textLine(one, elsewhere), ...excerpt(contents[files.indexOf(one.file)], one)];
  const all = findings.flatMap((one) => lines(one, "options"));
  if (error) all.push(...lines(error, files.map(nameOf).join(", ")));
  return all.map((one) => `${one}\n`).join("");
}

function json({ files, findings, error }) {
  const { severity, ...rest } = error ?? {};
  return printableJson({ version: VERSION, files, diagnostics: findings, error: error && rest });
}

export const FORMATS = { text, json, sarif: (told) => printableJson(sarifLog(told)) };
