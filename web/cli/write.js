// What the command line writes: to a terminal or a pipe, or whole into a file.
import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import process from "node:process";

const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text for a terminal: nothing in it moves the cursor or turns the direction of writing. */
export const printable = (text) => text.replace(UNSAFE, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);

const unit = (character, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;

/** The same for JSON, in JSON's own spelling. A line feed is layout: one in a text is escaped already. */
export const printableJson = (value) =>
  `${JSON.stringify(value, null, 2).replace(UNSAFE, (character) =>
    character === "\n" ? character : Array.from({ length: character.length }, (_, i) => unit(character, i)).join(""),
  )}\n`;

export const line = (stream, text) => stream.write(`${printable(text)}\n`);

const statOf = (file) => statSync(file, { bigint: true, throwIfNoEntry: false });

/** Whether both names are of one file. */
export function isSame(one, other) {
  const [first, second] = [one, other].map((file) => (file === "-" ? undefined : statOf(file)));
  return first !== undefined && first.dev === second?.dev && first.ino === second.ino;
}

/** Beside the file, then under its name: a reader sees the old content or the new, and a failure leaves the old. */
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

function writeFile(file, content) {
  const stat = statOf(file);
  if (!stat) replace(file, content);
  else if (stat.isFile()) replace(realpathSync(file), content, Number(stat.mode & 0o7777n)); // not over a link to it
  else writeFileSync(file, content); // a device or a pipe cannot be replaced
}

/** Writes to a file, or to standard output where there is none or it is "-". */
export function write(file, content) {
  if (file === undefined || file === "-") return void process.stdout.write(content);
  try {
    writeFile(file, content);
  } catch (cause) {
    throw new Error(`${file} cannot be written: ${cause.code ?? cause.message}`, { cause });
  }
}
