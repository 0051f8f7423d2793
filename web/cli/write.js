// Writes the output of the command line: to a terminal or a pipe, or whole into a file.
import { closeSync, fchmodSync, fsyncSync, lstatSync, openSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, write as writeSome, writeFileSync } from "node:fs";
import { dirname, isAbsolute } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text for a terminal, with control and format characters escaped: they could move the cursor or turn the writing. */
export const printable = (text) => text.replace(UNSAFE, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);

const unit = (character, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;

/** JSON for a terminal, with the same characters escaped as JSON does. Line feeds stay: JSON has escaped those in texts. */
const asJson = (value, indent) =>
  `${JSON.stringify(value, null, indent).replace(UNSAFE, (character) =>
    character === "\n" ? character : Array.from({ length: character.length }, (_, i) => unit(character, i)).join(""),
  )}\n`;

export const printableJson = (value) => asJson(value, 2);

/** The same in one line, in which no reader sees the end of a line: some end one at U+2028 too. */
export const printableLine = (value) => asJson(value);

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

/**
 * Opens what a name leads to for writing: { fd, keep, drop }. A file is written beside it, and keep() puts that in its place:
 * others see the old content or the new. drop() leaves the old, unless it was kept.
 */
function openFile(file) {
  const stat = statOf(file);
  if (stat && !stat.isFile()) {
    const fd = openSync(file, "w"); // a device or a pipe cannot be replaced
    return { fd, keep() {}, drop: () => closeSync(fd) };
  }
  const target = stat ? realpathSync(file) : lastOf(file); // the file, not a symbolic link to it
  const beside = `${target}.${process.pid}.tmp`;
  const fd = openSync(beside, "wx");
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(fd);
    isOpen = false;
  };
  const keep = () => {
    fsyncSync(fd);
    if (stat) fchmodSync(fd, Number(stat.mode & 0o7777n));
    close();
    renameSync(beside, target);
  };
  const drop = () => {
    close();
    rmSync(beside, { force: true }); // which is no longer there once it was kept
  };
  return { fd, keep, drop };
}

const unwritten = (file, cause) => new Error(`${file} cannot be written: ${cause.code ?? cause.message}`, { cause });

/** Runs work on a file; an error names it. */
function told(file, work) {
  try {
    return work();
  } catch (cause) {
    throw unwritten(file, cause);
  }
}

/** Writes to a file; to standard output if no file is given, or "-". */
export function write(file, content) {
  if (file === undefined || file === "-") return void process.stdout.write(content);
  told(file, () => {
    const { fd, keep, drop } = openFile(file);
    try {
      writeFileSync(fd, content);
      keep();
    } finally {
      drop();
    }
  });
}

const ENOUGH = 1 << 16; // characters that are written at once
const writeBytes = promisify(writeSome);

/**
 * Opens a file, or standard output, for text that comes piece by piece. write() and flush() resolve when the rest may come, so
 * that a slow reader slows the work; nothing is kept back behind flush(). The process hears signals meanwhile.
 */
export function openOutput(file) {
  const isFile = file !== undefined && file !== "-";
  const { fd, keep, drop } = isFile ? told(file, () => openFile(file)) : { fd: 1, keep() {}, drop() {} };
  const one = async (bytes) => {
    try {
      return (await writeBytes(fd, bytes)).bytesWritten;
    } catch (error) {
      if (error.code !== "EAGAIN") throw isFile ? unwritten(file, error) : error;
      await wait(5); // a pipe that takes nothing just now, and does not wait
      return 0;
    }
  };
  let text = "";
  const flush = async () => {
    const bytes = Buffer.from(text);
    text = "";
    for (let at = 0; at < bytes.length; ) at += await one(bytes.subarray(at));
  };
  const add = (more) => ((text += more).length < ENOUGH ? undefined : flush());
  return { write: add, flush, keep: () => told(file, keep), drop };
}
