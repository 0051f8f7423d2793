// Turns what callers pass in, layers and options, into texts for the boundary. Only own properties are options, and each
// value crosses with its type. C alone knows the names and values, and refuses others (OPTION, with the pointer /NAME).
import { BroadsheetError, guarded } from "./errors.js";
import { tag, toBytes } from "./loader.js";

/** Reads what a caller passed in, which may throw. */
const reading = (code, work) => guarded(code, "what was passed in cannot be read", { pointer: "" }, work);

const LAYER = "a layer is text, bytes or an object that JSON can express";

/**
 * What a value is that cannot be a layer or Markdown, for the message: the name of its type, and what to do where it has yet
 * to be waited for. An object of the web (a Response, a Blob, a Map) has no own members, so JSON would make {} of it.
 */
function kindOf(value) {
  const kind = typeof value?.then === "function" ? "Promise" : value === null ? "null" : isRecord(value) ? tag(value) : typeof value;
  return `, not ${kind}${/^(Promise|Response|Request|Blob|File|ReadableStream)$/.test(kind) ? "; await it, or its text()" : ""}`;
}
const shape = (message, where) => new BroadsheetError("SHAPE", message, where);
const isRecord = (value) => typeof value === "object" && value !== null;

/** A string with a quotation mark before it, a number or boolean as it is; anything else as "", a value that C refuses. */
function optionText(value, pointer) {
  // An invalid Date becomes "null, which C refuses as a date.
  if (pointer === "/now" && (typeof value === "number" || tag(value) === "Date")) return `"${new Date(value).toJSON()}`;
  if (typeof value === "string") return `"${value}`;
  return /^[bn]/.test(typeof value) ? String(value) : "";
}

/** Adds the JSON pointer and the value of each option to texts. The options limits and reader hold options themselves. */
function addOptions(texts, inside, options) {
  if (!/^(Object|Module)$/.test(tag(options))) throw new BroadsheetError("OPTION", "options stand in an object" + kindOf(options), { pointer: inside });
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
  if (options !== undefined && options !== null) reading("OPTION", () => addOptions(texts, "", options));
  texts.push("");
  return texts;
}

const LONG = 1 << 18; // UTF-16 units from which a text is encoded here

/**
 * Text or bytes, cut to as many as are enough; undefined for any other value. The boundary encodes a text in place, and
 * sets three bytes aside for each UTF-16 unit; a long text is encoded here, so that it takes no more room than it needs.
 */
function bytesOf(value, enough) {
  if (typeof value === "string") {
    const text = value.slice(0, enough);
    return text.length > LONG ? new TextEncoder().encode(text).subarray(0, enough) : text;
  }
  return toBytes(value)?.subarray(0, enough);
}

/** Whether JSON can express a value as it is meant: an object with members of its own, a list, or what converts itself. */
const isJson = (value) => isRecord(value) && typeof value.then !== "function" && (/^(Object|Array)$/.test(tag(value)) || typeof value.toJSON === "function");

/** One layer as { bytes, exact }: its text or bytes, and whether the caller has them, so that offsets mean something. */
function layerBytes(value, layer, enough) {
  const bytes = bytesOf(value, enough);
  if (bytes !== undefined) return { bytes, exact: true };
  const where = { layer, pointer: "" };
  const json = guarded("SHAPE", LAYER, where, () => isJson(value) && JSON.stringify(value));
  if (!json) throw shape(LAYER + kindOf(value), where);
  return { bytes: bytesOf(json, enough), exact: false };
}

/** A layer or an array of layers as a list of { bytes, exact }, each cut to as many bytes as are enough. */
export function layerList(layers, enough) {
  return reading("SHAPE", () => (Array.isArray(layers) ? Array.from(layers) : [layers]).map((value, layer) => layerBytes(value, layer, enough)));
}

/** An error about one of these layers. The JSON text of an object was made here: a place in it would mean nothing to the caller. */
export function placed(error, list) {
  const { code, reason, layer, pointer, operation, cause } = error;
  return list?.[layer]?.exact === false ? new BroadsheetError(code, reason, { layer, pointer, operation, cause }) : error;
}

/** What Story.update takes, as { kind, list }: layers, or an object with the one member "merge" or "patch". */
export function changeList(change, enough) {
  return reading("SHAPE", () => {
    const [kind, ...more] = isRecord(change) && tag(change) === "Object" ? Object.keys(change) : [];
    const isPatch = (kind === "merge" || kind === "patch") && !more.length;
    return isPatch ? { kind, list: layerList([change[kind]], enough) } : { kind: "merge", list: layerList(change, enough) };
  });
}

/** Markdown as text or bytes, cut to as many as are enough. */
export function markdownBytes(value, enough) {
  return reading("SHAPE", () => {
    const bytes = bytesOf(value, enough);
    if (bytes === undefined) throw shape("Markdown is text or bytes" + kindOf(value));
    return bytes;
  });
}
