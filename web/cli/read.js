// What the command line reads. A file may have no end: of each no more is read than is enough.
import { createReadStream } from "node:fs";
import process from "node:process";
import { BroadsheetError } from "../broadsheet.js";

const MARK = [0xef, 0xbb, 0xbf]; // a file's byte order mark is no text

async function readSome(file, enough) {
  const chunks = [];
  let size = 0;
  for await (const chunk of file === "-" ? process.stdin : createReadStream(file)) {
    chunks.push(chunk.subarray(0, enough - size));
    size += chunks.at(-1).length;
    if (size === enough) break; // which closes it
  }
  return Buffer.concat(chunks);
}

/** The contents of the files. One that cannot be read is the error FILE, with its place in the list as layer. */
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

// The core says what is too large, and needs one byte more than the limit for it.
const most = (press, limits, name) => (typeof limits[name] === "number" ? limits[name] : press.limits[name]);

export const readLayers = (press, limits, files) => read(files, most(press, limits, "bundleBytes") + 1);

export async function readMarkdown(press, limits, file) {
  const [text] = await read([file], MARK.length + most(press, limits, "bodyBytes") + 1);
  return MARK.every((byte, i) => text[i] === byte) ? text.subarray(MARK.length) : text;
}
