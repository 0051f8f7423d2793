#!/usr/bin/env node
// The command line: writes HTML or a report to standard output or a file, and messages to standard error. flags.js has
// the flags and the exit statuses.
import process from "node:process";
import takesId from "../../src/page/parts.def";
import { BroadsheetError, load } from "../broadsheet.js";
import { renderLines } from "./ndjson.js";
import { readLayers, readMarkdown } from "./read.js";
import { FORMATS, report } from "./report.js";
import { UsageError, flagOf, help, limitsOf, nearest, parse } from "./usage.js";
import { isSame, line, write } from "./write.js";

/** The part to render. Throws a UsageError for a name that the module does not know, and for an --id without effect. */
function partOf(press, values) {
  const part = values.get("part") ?? "story";
  if (!press.parts.includes(part)) {
    throw new UsageError(`there is no part "${part}"; the nearest is ${nearest(part, press.parts)}; parts are: ${press.parts.join(" ")}`);
  }
  if (values.has("id") && !takesId.includes(part)) {
    throw new UsageError(`--id has no effect on the part "${part}"; it belongs to --part ${takesId.join(", ")}`);
  }
  return part;
}

const statusOf = (diagnostics) => (diagnostics.some(({ severity }) => severity === "error") ? 1 : 0);

async function render(press, call) {
  const { files, options, values } = call;
  const part = partOf(press, values);
  if (values.has("ndjson")) return renderLines(press, call, part);
  const story = press.open(await readLayers(press, options.limits, files), options);
  const html = story.renderBytes(part, values.has("id") ? { id: values.get("id") } : undefined);
  write(values.get("output"), html);
  if (html.length === 0) {
    const of = takesId.includes(part) ? (values.has("id") ? " of this id" : ", since --id does not say which one") : "";
    line(process.stderr, `the part "${part}" has nothing to show${of}`);
  }
  process.stderr.write(FORMATS.text(report(press, files, story.diagnostics)));
  return statusOf(story.diagnostics);
}

const formatOf = (values) => ["json", "sarif"].find((name) => values.has(name)) ?? "text";

async function check(press, call) {
  const { files, options, values } = call;
  call.contents = await readLayers(press, options.limits, files);
  const { diagnostics } = press.open(call.contents, options);
  write(values.get("output"), FORMATS[formatOf(values)](report(press, files, diagnostics), call.contents));
  return statusOf(diagnostics);
}

async function markdown(press, { files, options, values }) {
  const text = await readMarkdown(press, options.limits, files[0]);
  write(values.get("output"), press.markdown(text, options));
  return 0;
}

/** Files are no layers here: each is a bundle, or a layer, and is converted alone. */
async function upgrade(press, { files, options, values }) {
  const inPlace = values.has("in-place");
  if (files.length > 1 && !inPlace) throw new UsageError("upgrade takes one FILE, or several with --in-place");
  if (inPlace && files.includes("-")) throw new UsageError("standard input has no place: --in-place needs files");
  const made = press.upgrade(await readLayers(press, options.limits, files), options);
  for (const [i, file] of files.entries()) write(inPlace ? file : values.get("output"), made[i]);
  return 0;
}

const RUN = { render, check, markdown, upgrade };

/**
 * Tells a failure: for the command check as its report, else on standard error. An option that the module refuses is
 * wrong usage.
 * @returns the exit status
 */
function tell(error, press, { command, files, values, contents }) {
  const flag = error.layer === null && error.pointer ? flagOf(error.pointer, values) : undefined;
  if (flag) throw new UsageError(`${flag}: ${error.reason}`);
  const told = report(press, files, [], error);
  if (command === "check") write(values.get("output"), FORMATS[formatOf(values)](told, contents));
  else process.stderr.write(FORMATS.text(told));
  return 3;
}

async function main(args) {
  const call = parse(args);
  const { command, files, values, options } = call;
  if (values.has("help")) return void process.stdout.write(help());
  const press = await load();
  if (values.has("version")) return void process.stdout.write(`${press.version}\n`);
  if (files.some((file) => isSame(file, values.get("output") ?? "-"))) throw new UsageError("--output is one of the files that are read");
  options.limits = limitsOf(command, values, Object.keys(press.limits));
  try {
    return await RUN[command](press, call);
  } catch (error) {
    if (!(error instanceof BroadsheetError)) throw error;
    return tell(error, press, call);
  }
}

// head and less close the pipe when they have read enough. That is no error: the exit status is still that of the work.
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") return;
  line(process.stderr, `broadsheet: ${error.message}`);
  process.exit(3);
});
process.stderr.on("error", () => {}); // there is nobody to tell

try {
  process.exitCode = (await main(process.argv.slice(2))) ?? 0;
} catch (error) {
  line(process.stderr, `broadsheet: ${error.message}`);
  if (error instanceof UsageError) process.stderr.write('Try "broadsheet --help".\n');
  process.exitCode = error instanceof UsageError ? 2 : 3;
}
