// Reads the files of the command line. A file may be endless (a pipe, a device), so no more of it is read than is enough.
import { createReadStream } from "node:fs";
import process from "node:process";
import { BroadsheetError } from "../broadsheet.js";

const MARK = [0xef, 0xbb, 0xbf]; // the byte order mark of a file, which is no part of its text

/** The stream of a file; the first of it, or the error why there is none, comes when it is read. */
export const openInput = (file) => (file === "-" ? process.stdin : createReadStream(file));

async function readSome(file, enough) {
  const chunks = [];
  let size = 0;
  for await (const chunk of openInput(file)) {
    chunks.push(chunk.subarray(0, enough - size));
    size += chunks.at(-1).length;
    if (size === enough) break; // closes the stream
  }
  return Buffer.concat(chunks);
}

/** The contents of the files. For one that cannot be read, the error FILE is thrown, with its place in the list as layer. */
async function read(files, enough) {
  const contents = [];
  for (const [layer, file] of files.entries()) {
    try {
      contents.push(await readSome(file, enough));
    } catch (cause) {
      throw new BroadsheetError("FILE", cause.message, { layer, cause });
    }
  }
  return contents;
}

// The limit in bytes. The core itself refuses a file that is too large; to see that, it needs one byte more.
export const most = (press, limits, name) => (typeof limits[name] === "number" ? limits[name] : press.limits[name]);

export const readLayers = (press, limits, files) => read(files, most(press, limits, "bundleBytes") + 1);

export async function readMarkdown(press, limits, file) {
  const [text] = await read([file], MARK.length + most(press, limits, "bodyBytes") + 1);
  return MARK.every((byte, i) => text[i] === byte) ? text.subarray(MARK.length) : text;
}
