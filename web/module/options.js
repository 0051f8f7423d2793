// What callers pass in, as texts for the boundary. Options are read by own property, and cross with their type; which
// names and values there are is C's to say (OPTION, with the pointer /NAME).
import { BroadsheetError, guarded } from "./errors.js";
import { tag, toBytes } from "./loader.js";

const LAYER = "a layer is text, bytes or an object that JSON can express";
const shape = (message, where) => new BroadsheetError("SHAPE", message, where);
const isRecord = (value) => typeof value === "object" && value !== null;

/** A text behind a quotation mark, a number or boolean bare; of anything else a text that C takes for no value. */
function optionText(value, pointer) {
  // An invalid Date gives null.
  if (pointer === "/now" && (typeof value === "number" || tag(value) === "Date")) return `"${new Date(value).toJSON()}`;
  if (typeof value === "string") return `"${value}`;
  return /^[bn]/.test(typeof value) ? String(value) : "";
}

/** Adds the JSON pointer and the value of each option; limits and reader hold options themselves. */
function addOptions(texts, inside, options) {
  if (!isRecord(options) || Array.isArray(options)) throw new BroadsheetError("OPTION", "options stand in an object", { pointer: inside });
  for (const [name, value] of Object.entries(options)) {
    const pointer = `${inside}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (value === undefined) continue;
    if (/^\/(limits|reader)$/.test(pointer)) addOptions(texts, pointer, value);
    else texts.push(pointer, optionText(value, pointer));
  }
}

/** The options of a call as pairs of texts, and the empty text that ends them. */
export function optionTexts(options) {
  const texts = [];
  addOptions(texts, "", options ?? {});
  return [...texts, ""];
}

const LONG = 1 << 18;

/**
 * Text or bytes, no more than are enough; nothing of any other value. Text is encoded where it goes, for which three
 * bytes a unit are set aside; long text is encoded here, which takes no more than it needs.
 */
function bytesOf(value, enough) {
  if (typeof value === "string") {
    const text = value.slice(0, enough);
    return text.length > LONG ? new TextEncoder().encode(text).subarray(0, enough) : text;
  }
  return toBytes(value)?.subarray(0, enough);
}

/** One layer as { bytes, exact }; exact when offsets in the bytes mean something to the caller. */
function layerBytes(value, layer, enough) {
  const bytes = bytesOf(value, enough);
  if (bytes !== undefined) return { bytes, exact: true };
  const where = { layer, pointer: "" };
  const json = guarded("SHAPE", LAYER, where, () => isRecord(value) && JSON.stringify(value));
  if (!json) throw shape(LAYER, where);
  return { bytes: bytesOf(json, enough), exact: false };
}

/** A layer or an array of layers; of each no more bytes than are enough. */
export function layerList(layers, enough) {
  const list = Array.isArray(layers) ? Array.from(layers) : [layers];
  return list.map((value, layer) => layerBytes(value, layer, enough));
}

/** Text or bytes, no more than are enough. */
export function markdownBytes(value, enough) {
  const bytes = bytesOf(value, enough);
  if (bytes === undefined) throw shape("Markdown is text or bytes");
  return bytes;
}
