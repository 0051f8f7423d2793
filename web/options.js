// What callers pass in, as texts for the boundary. Options are read by own property and by type; which names and
// values exist is C's to say, so a name unknown to it is refused there (SHAPE, with the pointer /NAME).
import { BroadsheetError } from "./errors.js";
import { isBytes, toBytes } from "./loader.js";

const shape = (message, where) => new BroadsheetError("SHAPE", message, where);
const tag = (value) => Object.prototype.toString.call(value);
const isRecord = (value) => typeof value === "object" && value !== null;

function optionText(name, value) {
  const pointer = `/${name}`;
  if (name === "now" && (tag(value) === "[object Date]" || typeof value === "number")) {
    const time = new Date(value);
    if (Number.isNaN(time.getTime())) throw shape("the date is not valid", { pointer });
    return time.toISOString();
  }
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  if (Number.isSafeInteger(value)) return String(value);
  throw shape("the option has the wrong type", { pointer });
}

/**
 * Pairs of texts and the empty text that ends them.
 * @param {object} [options]
 * @param {object} limits whose keys are the names that stand in options.limits
 */
export function optionTexts(options, limits) {
  const texts = [];
  if (options !== undefined && options !== null) {
    if (!isRecord(options)) throw shape("the options are not an object", { pointer: "" });
    for (const name of Object.keys(options)) {
      const value = options[name];
      if (value === undefined) continue;
      if (name === "limits") texts.push(...limitTexts(value, limits));
      else if (name === "reader") texts.push(...readerTexts(value));
      else if (name === "" || name === "signedIn" || Object.hasOwn(limits, name))
        throw shape("the option is not known", { pointer: `/${name}` });
      else texts.push(name, optionText(name, value));
    }
  }
  texts.push("");
  return texts;
}

// What the page knows about its reader: reader.signedIn, which C calls signedIn.
function readerTexts(reader) {
  if (!isRecord(reader)) throw shape("the reader is not an object", { pointer: "/reader" });
  return Object.keys(reader).flatMap((name) => {
    const value = reader[name];
    if (value === undefined) return [];
    if (name !== "signedIn") throw shape("the option is not known", { pointer: `/reader/${name}` });
    if (typeof value !== "boolean") throw shape("signedIn is true or false", { pointer: "/reader/signedIn" });
    return [name, String(value)];
  });
}

function limitTexts(values, limits) {
  if (!isRecord(values)) throw shape("the limits are not an object", { pointer: "/limits" });
  return Object.keys(values).flatMap((name) => {
    const value = values[name];
    if (value === undefined) return [];
    if (!Object.hasOwn(limits, name)) throw shape("the limit is not known", { pointer: `/limits/${name}` });
    if (typeof value !== "number") throw shape("the limit is not a number", { pointer: `/limits/${name}` });
    return [name, optionText(`limits/${name}`, value)];
  });
}

/** One layer as { bytes, exact }; exact when offsets in the bytes mean something to the caller. */
function layerBytes(value, layer) {
  if (isBytes(value)) return { bytes: toBytes(value), exact: true };
  if (typeof value === "string") return { bytes: new TextEncoder().encode(value), exact: true };
  if (isRecord(value)) {
    let json;
    try {
      json = JSON.stringify(value);
    } catch (cause) {
      throw shape("the object cannot be written as JSON", { layer, pointer: "", cause });
    }
    if (typeof json === "string") return { bytes: new TextEncoder().encode(json), exact: false };
  }
  throw shape("a layer is text, bytes or an object", { layer, pointer: "" });
}

/** A layer or an array of layers. */
export function layerList(layers) {
  return Array.isArray(layers) ? Array.from(layers, layerBytes) : [layerBytes(layers, 0)];
}

/** Text or its UTF-8 bytes. */
export function markdownText(value) {
  if (typeof value === "string") return value;
  if (isBytes(value)) return toBytes(value);
  throw shape("Markdown is text or bytes", {});
}
