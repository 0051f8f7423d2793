// A report as SARIF 2.1.0 (OASIS), which editors and code hosts show beside the lines.
import { isAbsolute, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

const LEVELS = { error: "error", warning: "warning", information: "note" };
const NO_FINDING = ["FILE", "MEMORY"]; // the check itself failed; the bundle may be sound

/** A file's address: relative if the file is in the current folder, else absolute. */
function uriOf(file) {
  const path = relative(".", file);
  if (path.split(sep)[0] === ".." || isAbsolute(path)) return pathToFileURL(file).href;
  return path.split(sep).map(encodeURIComponent).join("/");
}

function locationOf(file, { pointer, line, column, offset }) {
  const location = {};
  if (file !== null && file !== "-") {
    location.physicalLocation = { artifactLocation: { uri: uriOf(file) } };
    if (line !== undefined) location.physicalLocation.region = { startLine: line, startColumn: column, byteOffset: offset };
  }
  if (pointer) location.logicalLocations = [{ name: pointer.split("/").at(-1), fullyQualifiedName: pointer }];
  return location;
}

/** The locations of a finding. If no single file is to blame, the first file is its location, the others are related ones. */
function places(one, files) {
  const [first, ...others] = files.map((file) => locationOf(file, one));
  const related = others.map((location, id) => ({ id, ...location }));
  return { ...(Object.keys(first).length && { locations: [first] }), ...(related.length && { relatedLocations: related }) };
}

/** The rule of a code: described where the module lists the code; the codes of failures have a name only. */
function ruleOf(id, codes) {
  const known = codes.find(({ code }) => code === id);
  return { id, ...(known && { shortDescription: { text: known.message }, defaultConfiguration: { level: LEVELS[known.severity] } }) };
}

export function sarifLog({ version, known, files, findings, error }) {
  const failed = error && NO_FINDING.includes(error.code);
  const shown = error && !failed ? [...findings, error] : findings;
  const codes = [...new Set(shown.map(({ code }) => code))];
  const where = (one) => places(one, one === error && one.file === null ? files : [one.file]);
  const results = shown.map((one) => ({
    ruleId: one.code,
    ruleIndex: codes.indexOf(one.code),
    level: LEVELS[one.severity],
    message: { text: one.message },
    ...where(one),
    ...(one.range && { properties: { text: one.range } }),
  }));
  const notification = () => ({ descriptor: { id: error.code }, level: "error", message: { text: error.message }, ...where(error) });
  const invocation = { executionSuccessful: !failed, ...(failed && { toolExecutionNotifications: [notification()] }) };
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Broadsheet", version, semanticVersion: version, rules: codes.map((id) => ruleOf(id, known)) } },
        invocations: [invocation],
        columnKind: "unicodeCodePoints",
        results,
      },
    ],
  };
}
