// The lines of a file that may be endless, and the records that stand in them.
import { BroadsheetError } from "../broadsheet.js";

const [MARK, NAME] = [Buffer.of(0xef, 0xbb, 0xbf), Buffer.from('"layers"')];
const ID = Buffer.from('"id"');
const [FEED, QUOTE, SLASH] = [10, 34, 92];

const isBlank = (byte) => byte === 32 || byte === 9 || byte === 13;

/**
 * The lines that are not blank, as many at a time as one read brings: lists of { bytes, number, offset }. A line ends with a
 * line feed or the file, and is cut to as many bytes as are enough, so that one without end takes no memory. The file's byte
 * order mark is no part of its first line.
 * @param {AsyncIterable<Buffer>} chunks
 * @param {number} enough
 */
export async function* lineLists(chunks, enough) {
  let [pieces, size, number, offset, at] = [[], 0, 1, 0, 0];
  let list = [];
  const add = (piece) => {
    const room = enough + MARK.length - size;
    if (room > 0) pieces.push(piece.subarray(0, room));
    size += piece.length;
  };
  const end = () => {
    const whole = pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
    const mark = offset === 0 && MARK.equals(whole.subarray(0, MARK.length)) ? MARK.length : 0;
    const bytes = whole.subarray(mark, mark + enough);
    if (bytes.length === enough || !bytes.every(isBlank)) list.push({ bytes, number, offset: offset + mark });
    [pieces, size] = [[], 0];
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let feed; (feed = chunk.indexOf(FEED, from)) >= 0; from = feed + 1) {
      add(chunk.subarray(from, feed));
      end();
      number++;
      offset = at + feed + 1;
    }
    add(chunk.subarray(from));
    at += chunk.length;
    yield list;
    list = [];
  }
  end();
  yield list;
}

/** The place behind the string that begins at a quotation mark. */
function stringEnd(bytes, start) {
  for (let at = start; (at = bytes.indexOf(QUOTE, at + 1)) >= 0; ) {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === SLASH) slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return bytes.length;
}

/**
 * Where the entries of the list "layers" stand in an object of JSON: pairs of their first byte and the one behind their last;
 * and the number that its last "id" is, as it is written. Whether it is JSON is seen later, in the entries by C and around them
 * by the parser.
 */
function scanned(bytes) {
  const entries = [];
  let number = null;
  let [depth, start, isLayers, inside] = [0, 0, false, false];
  const close = (at) => {
    if (!inside || depth !== 2) return;
    while (isBlank(bytes[start])) start++;
    if (start < at) entries.push([start, at]);
    start = at + 1;
  };
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      const end = stringEnd(bytes, at);
      if (depth === 1) isLayers = NAME.equals(bytes.subarray(at, end));
      // No number that is given back as it is written is longer than this.
      if (depth === 1 && ID.equals(bytes.subarray(at, end))) number = /^[ \t\r]*:[ \t\r]*([-+.\w]+)/.exec(bytes.toString("latin1", end, end + 64))?.[1] ?? number;
      at = end - 1;
    } else if (byte === 91 || byte === 123) {
      depth++; // [ {
      if (depth === 2) [inside, start] = [isLayers && byte === 91, at + 1];
    } else if (byte === 93 || byte === 125) {
      close(at); // ] }
      depth--;
    } else if (byte === 44) {
      close(at);
    }
  }
  return { entries, number };
}

const refused = (reason, pointer = "") => new BroadsheetError("SHAPE", reason, { pointer });
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function parsed(pieces) {
  try {
    return JSON.parse(strict.decode(Buffer.concat(pieces)));
  } catch (cause) {
    throw new BroadsheetError("JSON", "the record is not JSON", { pointer: "", cause });
  }
}

/**
 * Reads a record, { "id", "layers", "options" }. The bytes of the layers go to C as they are: only what stands around them is
 * parsed here.
 * @returns {{ id?: string | number, layers: { bytes: Buffer, at: number, column: number, pointer: string }[], options: object }}
 *   of a layer also the place in the line: bytes and code points before it, and its pointer
 */
export function readRecord(bytes) {
  const { entries, number } = scanned(bytes);
  const ends = [0, ...entries.map(([, end]) => end)];
  const starts = [...entries.map(([start]) => start), bytes.length];
  const record = parsed(starts.flatMap((start, i) => [...(i ? [Buffer.from("0")] : []), bytes.subarray(ends[i], start)]));
  if (!isObject(record)) throw refused("a record is an object with id, layers and options");
  const stranger = Object.keys(record).find((key) => !["id", "layers", "options"].includes(key));
  if (stranger !== undefined) throw refused("a record has id, layers and options, and no other key", `/${stranger.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  const { id, layers, options } = record;
  if (!Array.isArray(layers) || layers.length !== entries.length || !layers.length) throw refused("the layers of a record are a list of bundles, given once", "/layers");
  if (id !== undefined && id !== null && !["string", "number"].includes(typeof id)) throw refused("the id of a record is a text or a number", "/id");
  // The parser rounds 12345678901234567890 and makes 1.10 into 1.1: who looks for the record by its id would not find it.
  if (typeof id === "number" && String(id) !== number) throw refused("the number is not given back as it is written; an id of such digits stands in quotation marks", "/id");
  if (options !== undefined && options !== null && !isObject(options)) throw refused("the options of a record stand in an object", "/options");
  let [from, column] = [0, 0];
  const placed = entries.map(([at, end], i) => {
    column += [...decoder.decode(bytes.subarray(from, at))].length;
    from = at;
    return { bytes: bytes.subarray(at, end), at, column, pointer: `/layers/${i}` };
  });
  return { id: id ?? undefined, layers: placed, options: options ?? {} };
}
