// Writes the output of the command line: to a terminal or a pipe, or whole into a file.
import { chmodSync, lstatSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute } from "node:path";
import process from "node:process";

const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text for a terminal, with control and format characters escaped: they could move the cursor or turn the writing. */
export const printable = (text) => text.replace(UNSAFE, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);

const unit = (character, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;

/** JSON for a terminal, with the same characters escaped as JSON does. Line feeds stay: JSON has escaped those in texts. */
export const printableJson = (value) =>
  `${JSON.stringify(value, null, 2).replace(UNSAFE, (character) =>
    character === "\n" ? character : Array.from({ length: character.length }, (_, i) => unit(character, i)).join(""),
  )}\n`;

export const line = (stream, text) => stream.write(`${printable(text)}\n`);

const isLink = (file) => lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink();
const statOf = (file) => statSync(file, { bigint: true, throwIfNoEntry: false });

/** The file that a name leads to; undefined for "-", and where there is none: who reads or writes it then says why. */
function reached(file) {
  try {
    return file === "-" ? undefined : statOf(file);
  } catch {
    return undefined;
  }
}

/** Whether two names lead to the same file. */
export function isSame(one, other) {
  const [first, second] = [one, other].map(reached);
  return first !== undefined && first.dev === second?.dev && first.ino === second.ino;
}

/** Writes beside the file, then renames: others see the old content or the new, and a failure leaves the old. */
function replace(file, content, mode) {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, content, { flag: "wx", flush: true });
    if (mode !== undefined) chmodSync(beside, mode);
    renameSync(beside, file);
  } catch (error) {
    if (error.code !== "EEXIST") rmSync(beside, { force: true });
    throw error;
  }
}

/**
 * The file that a name leads to, where none is there yet. Each link stays a link. The paths are put together as they are:
 * only the kernel knows where ".." leads behind a link. It also has refused more than 40 links, in statOf().
 */
function lastOf(file) {
  let last = file;
  while (isLink(last)) {
    const to = readlinkSync(last);
    last = isAbsolute(to) ? to : `${dirname(last)}/${to}`;
  }
  return last;
}

function writeFile(file, content) {
  const stat = statOf(file);
  if (!stat) replace(lastOf(file), content);
  else if (stat.isFile()) replace(realpathSync(file), content, Number(stat.mode & 0o7777n)); // the file, not a symbolic link to it
  else writeFileSync(file, content); // a device or a pipe cannot be replaced
}

/** Writes to a file; to standard output if no file is given, or "-". */
export function write(file, content) {
  if (file === undefined || file === "-") return void process.stdout.write(content);
  try {
    writeFile(file, content);
  } catch (cause) {
    throw new Error(`${file} cannot be written: ${cause.code ?? cause.message}`, { cause });
  }
}
