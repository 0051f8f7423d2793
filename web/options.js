// What callers pass in, as texts for the boundary. Options are read by own property and by type; which names and
// values exist is C's to say, so a name unknown to it is refused there (SHAPE, with the pointer /NAME).
import { BroadsheetError, guarded } from "./errors.js";
import { isBytes, tag, toBytes } from "./loader.js";

const INVALID = "the options are not valid";
const LAYER = "a layer is text, bytes or an object that JSON can express";
const shape = (message, where) => new BroadsheetError("SHAPE", message, where);
const isRecord = (value) => typeof value === "object" && value !== null;
const encode = (text) => new TextEncoder().encode(text);

function optionText(pointer, value, inside) {
  if (pointer === "/now" && (tag(value) === "Date" || typeof value === "number")) {
    return guarded("SHAPE", INVALID, { pointer }, () => new Date(value).toISOString());
  }
  if (typeof value === "boolean" || Number.isSafeInteger(value) || (typeof value === "string" && !inside)) return String(value);
  throw shape(INVALID, { pointer });
}

/** Adds name and value of each option; what stands in limits and reader, which hold no text, by its path. */
function addOptions(texts, inside, options) {
  if (!isRecord(options)) throw shape(INVALID, { pointer: inside });
  for (const name of Object.keys(options)) {
    const value = options[name];
    const pointer = `${inside}/${name}`;
    if (value === undefined) continue;
    if (/^\/(limits|reader)$/.test(pointer)) addOptions(texts, pointer, value);
    else if (/^$|\//.test(name)) throw shape(INVALID, { pointer });
    else texts.push(pointer.slice(1), optionText(pointer, value, inside));
  }
}

/** Pairs of texts and the empty text that ends them. */
export function optionTexts(options) {
  const texts = [];
  addOptions(texts, "", options ?? {});
  return [...texts, ""];
}

/** One layer as { bytes, exact }; exact when offsets in the bytes mean something to the caller. */
function layerBytes(value, layer) {
  if (isBytes(value)) return { bytes: toBytes(value), exact: true };
  if (typeof value === "string") return { bytes: encode(value), exact: true };
  const where = { layer, pointer: "" };
  const write = () => isRecord(value) && JSON.stringify(value);
  const json = guarded("SHAPE", LAYER, where, write);
  if (json) return { bytes: encode(json), exact: false };
  throw shape(LAYER, where);
}

/** A layer or an array of layers. */
export function layerList(layers) {
  return Array.isArray(layers) ? Array.from(layers, layerBytes) : [layerBytes(layers, 0)];
}

/** Text or its UTF-8 bytes. */
export function markdownText(value) {
  if (typeof value === "string") return value;
  if (isBytes(value)) return toBytes(value);
  throw shape("Markdown is text or bytes");
}
