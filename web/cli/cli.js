#!/usr/bin/env node
// The command line: HTML to standard output, diagnostics to standard error. Exit status 0; 1 for an error or a
// diagnostic of that severity; 2 for wrong usage.
import { createReadStream } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { BroadsheetError, load } from "../broadsheet.js";

const HELP = `Usage: broadsheet render FILE...   the HTML of a story
       broadsheet check FILE...    what is wrong with a bundle
       broadsheet markdown FILE    the HTML of a Markdown text

FILE is a bundle (JSON); several are merged from left to right. "-" is standard input.

render:
  --part NAME         another part than "story"; "document" is a whole page
  --id ID             which one, where a part needs it
  --css HREF          the stylesheet that the document links to
  --document WHAT     what the document holds: "story" or "page"
  --signed-in         the reader is signed in
render and check:
  --now TIME          the time of rendering, ISO 8601
  --time-zone ZONE    over the one of the site
  --locale LOCALE     the language of the words around the story
  --furniture         the bundle may lack its story
render and markdown:
  --id-prefix PREFIX  before every id, "bs-" if not given
  --heading-base N    the level of the highest heading, 1 if not given

  --help, --version
`;

// Option on the command line: [its path in the module's options, the commands that take it].
const OPTIONS = {
  part: [null, "render"],
  id: [null, "render"],
  css: ["stylesheet", "render"],
  document: ["document", "render"],
  "signed-in": ["reader/signedIn", "render"],
  now: ["now", "render", "check"],
  "time-zone": ["timeZone", "render", "check"],
  locale: ["locale", "render", "check"],
  furniture: ["furniture", "render", "check"],
  "id-prefix": ["idPrefix", "render", "markdown"],
  "heading-base": ["headingBase", "render", "markdown"],
};
const FLAGS = ["signed-in", "furniture"]; // the others have a value
const MARK = [0xef, 0xbb, 0xbf]; // a file's byte order mark is no text
const COMMANDS = { render, check, markdown };

class UsageError extends Error {}

/** Text for a terminal: nothing in it moves the cursor or turns the direction of writing. */
function printable(text) {
  const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
  return text.replace(unsafe, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);
}

const line = (stream, text) => stream.write(`${printable(text)}\n`);

/** The bytes of a file, which may have no end: no more than are enough. */
async function readSome(file, enough) {
  const bytes = Buffer.alloc(enough);
  let size = 0;
  for await (const chunk of file === "-" ? process.stdin : createReadStream(file)) {
    size += chunk.copy(bytes, size);
    if (size === enough) break; // which closes it
  }
  return bytes.subarray(0, size);
}

async function read(files, enough) {
  if (files.filter((file) => file === "-").length > 1) throw new UsageError("standard input can be read only once");
  const contents = [];
  for (const file of files) contents.push(await readSome(file, enough));
  return contents;
}

// The core says what is too large, and needs one byte more than the limit for it.
const readLayers = ({ limits }, files) => read(files, limits.bundleBytes + 1);

const nameOf = (file) => (file === "-" ? "standard input" : file);

/** A failure of the module, said about the file it was found in, or all; an option that it refuses is wrong usage. */
function tell(error, files, options, stream) {
  const place = error.pointer ? ` ${error.pointer}` : "";
  if (error.layer === null && Object.hasOwn(options, error.pointer?.slice(1) ?? "")) {
    const [flag] = Object.entries(OPTIONS).find(([, [name]]) => name === error.pointer.slice(1));
    throw new UsageError(`--${flag}: ${error.message}`);
  }
  const file = (error.layer === null ? files : [files[error.layer]]).map(nameOf).join(", ");
  const position = error.line === null ? "" : `:${error.line}:${error.column}`;
  line(stream, `${file}${position}: error ${error.code}${place} ${error.message}`);
}

function list(story, files, stream) {
  for (const { layer, severity, code, pointer, message } of story.diagnostics) {
    const file = layer === null ? "options" : nameOf(files[layer]);
    line(stream, `${file}: ${severity} ${code} ${pointer} ${message}`);
  }
  return story.diagnostics.some(({ severity }) => severity === "error") ? 1 : 0;
}

async function render(press, files, options, values) {
  const part = values.part ?? "story";
  if (!press.parts.includes(part))
    throw new UsageError(`there is no part "${part}"; parts are: ${press.parts.join(" ")}`);
  const story = press.open(await readLayers(press, files), options);
  const html = story.renderBytes(part, { id: values.id ?? "" });
  process.stdout.write(html);
  if (html.length === 0) line(process.stderr, `the part "${part}" has nothing to show`);
  return list(story, files, process.stderr);
}

async function check(press, files, options) {
  return list(press.open(await readLayers(press, files), options), files, process.stdout);
}

async function markdown(press, files, options) {
  if (files.length > 1) throw new UsageError("markdown takes one FILE");
  const [text] = await read(files, MARK.length + press.limits.bodyBytes + 1);
  const hasMark = MARK.every((byte, i) => text[i] === byte);
  process.stdout.write(press.markdown(hasMark ? text.subarray(MARK.length) : text, options));
  return 0;
}

function parse(args) {
  const flags = { help: { type: "boolean", short: "h" }, version: { type: "boolean" } };
  for (const name of Object.keys(OPTIONS)) flags[name] = { type: FLAGS.includes(name) ? "boolean" : "string" };
  try {
    return parseArgs({ args, options: flags, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(cause.message, { cause });
  }
}

/** The module's options out of the command line's. */
function moduleOptions(command, values) {
  const options = {};
  for (const [flag, value] of Object.entries(values)) {
    const [name, ...commands] = OPTIONS[flag];
    if (!commands.includes(command)) throw new UsageError(`${command} takes no --${flag}`);
    const [first, second] = name?.split("/") ?? [];
    if (second) options[first] = { [second]: value };
    else if (first) options[first] = value;
  }
  return options;
}

async function main(args) {
  const { values, positionals } = parse(args);
  const [command, ...files] = positionals;
  if (values.help) return void process.stdout.write(HELP);
  if (values.version) return void process.stdout.write(`${(await load()).version}\n`);
  if (!command) throw new UsageError("a command is missing");
  if (!Object.hasOwn(COMMANDS, command)) throw new UsageError(`there is no command "${command}"`);
  if (files.length === 0) throw new UsageError(`${command} needs a FILE; "-" is standard input`);
  const options = moduleOptions(command, values);
  const press = await load();
  try {
    return await COMMANDS[command](press, files, options, values);
  } catch (error) {
    if (!(error instanceof BroadsheetError)) throw error;
    tell(error, files, options, command === "check" ? process.stdout : process.stderr);
    return 1;
  }
}

// A reader that has seen enough (head, less) closes the pipe; that is no error of ours.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") line(process.stderr, `broadsheet: ${error.message}`);
  process.exit(error.code === "EPIPE" ? undefined : 1);
});
process.stderr.on("error", () => {}); // there is nobody to tell

try {
  process.exitCode = (await main(process.argv.slice(2))) ?? 0;
} catch (error) {
  line(process.stderr, `broadsheet: ${error.message}`);
  if (error instanceof UsageError) process.stderr.write('Try "broadsheet --help".\n');
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
