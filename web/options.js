// What callers pass in, as texts for the boundary. Options are read by own property; whether a value of the right type
// is a good one is C's to say (SHAPE, with the pointer /NAME).
import { BroadsheetError } from "./errors.js";
import { isBytes, toBytes } from "./loader.js";

const shape = (message, where) => new BroadsheetError("SHAPE", message, where);
const isRecord = (value) => typeof value === "object" && value !== null;
const isDate = (value) => Object.prototype.toString.call(value) === "[object Date]";
const isText = (value) => typeof value === "string";

// Types: [what it is called, whether a value has it, its text if that is not String's].
const TEXT = ["text", isText];
const NUMBER = ["a whole number", Number.isSafeInteger];
const LEVEL = ["a whole number", (value) => Number.isSafeInteger(value) || (isText(value) && /^\d+$/.test(value))];
const FLAG = ["true or false", (value) => typeof value === "boolean"];
const TIME = [
  "a valid Date, milliseconds or ISO 8601",
  (value) => isText(value) || ((isDate(value) || typeof value === "number") && !Number.isNaN(new Date(value).getTime())),
  (value) => (isText(value) ? value : new Date(value).toISOString()),
];
const LIMITS = [];
const READER = [];

// Option: [its type, the calls that take it].
const OPTIONS = {
  now: [TIME, "open"],
  timeZone: [TEXT, "open"],
  locale: [TEXT, "open"],
  stylesheet: [TEXT, "open"],
  document: [TEXT, "open"],
  furniture: [FLAG, "open"],
  reader: [READER, "open"],
  idPrefix: [TEXT, "open", "markdown"],
  headingBase: [LEVEL, "open", "markdown"],
  limits: [LIMITS, "open", "markdown"],
  dialect: [TEXT, "markdown"],
  ids: [FLAG, "markdown"],
  id: [TEXT, "render"],
};

function entries(values, pointer) {
  if (!isRecord(values) || Array.isArray(values)) throw shape("options stand in an object", { pointer });
  return Object.entries(values).filter(([, value]) => value !== undefined);
}

function optionText([what, fits, text = String], value, pointer) {
  if (!fits(value)) throw shape(`the option is not ${what}`, { pointer });
  return text(value);
}

/** What the page knows about its reader: reader.signedIn, which C calls signedIn. */
function readReader(reader, pointer) {
  return entries(reader, pointer).map(([name, value]) => {
    const place = `${pointer}/${name}`;
    if (name !== "signedIn") throw shape("nothing of that name is known of a reader", { pointer: place });
    return [name, optionText(FLAG, value, place)];
  });
}

/**
 * The options of a call as pairs of texts; limits without the object they stand in.
 * @param {object} [options]
 * @param {string} call open, markdown or render
 * @param {object} [limits] whose keys are the names that stand in options.limits
 */
export function readOptions(options, call, limits) {
  return entries(options ?? {}, "").flatMap(([name, value]) => {
    const pointer = `/${name}`;
    const [type, ...calls] = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : [];
    if (!calls.includes(call)) throw shape(`${call} takes no such option`, { pointer });
    if (type === READER) return readReader(value, pointer);
    if (type !== LIMITS) return [[name, optionText(type, value, pointer)]];
    return entries(value, pointer).map(([limit, most]) => {
      const place = `/limits/${limit}`;
      if (!Object.hasOwn(limits, limit)) throw shape("there is no such limit", { pointer: place });
      return [limit, optionText(NUMBER, most, place)];
    });
  });
}

/** As many bytes as are enough, and the rest of a character that ends behind them. */
function head(bytes, enough) {
  let end = enough;
  while (end < enough + 3 && (bytes[end] & 0xc0) === 0x80) end++;
  return bytes.subarray(0, end);
}

/** The same of a text, whose rest is not even encoded. */
const encode = (text, enough) => head(new TextEncoder().encode(text.slice(0, enough)), enough);

/** One layer as { bytes, exact }; exact when offsets in the bytes mean something to the caller. */
function layerBytes(value, layer, enough) {
  if (isBytes(value)) return { bytes: head(toBytes(value), enough), exact: true };
  if (isText(value)) return { bytes: encode(value, enough), exact: true };
  if (isRecord(value)) {
    let json;
    try {
      json = JSON.stringify(value);
    } catch (cause) {
      throw shape("the object cannot be written as JSON", { layer, pointer: "", cause });
    }
    if (isText(json)) return { bytes: encode(json, enough), exact: false };
  }
  throw shape("a layer is text, bytes or an object", { layer, pointer: "" });
}

/** A layer or an array of layers; of each no more bytes than are enough. */
export function layerList(layers, enough) {
  const list = Array.isArray(layers) ? Array.from(layers) : [layers];
  return list.map((value, layer) => layerBytes(value, layer, enough));
}

/** Text or its UTF-8 bytes, no more than are enough. */
export function markdownText(value, enough) {
  if (isText(value)) return encode(value, enough);
  if (isBytes(value)) return head(toBytes(value), enough);
  throw shape("Markdown is text or bytes", {});
}
