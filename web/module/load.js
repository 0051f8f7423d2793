// load(), which a program calls, and what its press has beyond stories. The elements need neither, so define.js has none of it.
//
// In a page the presses may be another copy's (elements/once.js), so nothing here reaches into one but by what that gives.
import { WHOLE, standard } from "./address.js";
import { digestOf } from "./digest.js";
import { fetchModule, tag, toBytes } from "./loader.js";
import { layerList, markdownBytes } from "./options.js";
import { builtin } from "./program.js";

/**
 * What load() was given, as loadModule() takes it.
 * @param source a URL, string, Response, bytes, WebAssembly.Module, { default: one of these }, a promise of one, or
 *   nothing: the whole module next to this script
 * @param {string} [integrity] the option of fetch, for a module that is fetched
 */
async function find(source, integrity, seen) {
  let code = (source && (await source)) ?? standard(WHOLE);
  // import * as wasm from "./broadsheet.wasm" gives a namespace, and CommonJS may have wrapped it once more.
  for (let depth = 0; depth < 2 && code && Object.hasOwn(code, "default"); depth++) code = await code.default;
  if (tag(code) === "WebAssembly.Module" || (code?.arrayBuffer && "ok" in code)) return code;
  const bytes = toBytes(code);
  if (bytes) return bytes;
  const href = code.href ?? code;
  if (typeof href !== "string") throw new Error("load() takes a URL, Response, bytes, WebAssembly.Module or promise");
  const { document, location } = globalThis;
  const base = document?.baseURI ?? location?.href ?? builtin?.("node:url").pathToFileURL("./").href;
  seen.address = href;
  return fetchModule(new URL(href, base), seen, integrity);
}

/** Gives a press the rest of what it has. The lists are long, and most programs want neither, so C is asked when somebody wants one. */
function complete(press, reach) {
  if (Object.isFrozen(press)) return press;
  const { boundary, textsOf, read } = reach(press);
  let parts;
  let codes;
  const listCodes = () => {
    const { diagnostic, severity, message } = boundary.describe("diagnostic", "severity", "message");
    return Object.freeze(diagnostic.map((code, i) => Object.freeze({ code, severity: severity[i], message: message[i] })));
  };
  Object.defineProperties(press, {
    parts: { get: () => (parts ??= Object.freeze(boundary.describe("part").part)) },
    codes: { get: () => (codes ??= listCodes()) },
  });
  /** The digest of layers, as the option provenance writes it. */
  press.digest = (layers) => digestOf(layerList(layers).map(({ bytes }) => bytes));
  /**
   * A layer of version 1 of the format as one of version 2, which shows the same; of a list of layers, the list. A layer of
   * version 2 comes back as it is.
   */
  press.upgrade = (layers, options) =>
    read(layers, options, (texts) => {
      const made = boundary.ask("upgrade", texts);
      return Array.isArray(layers) ? made : made[0];
    });
  /** The safe HTML of a Markdown text. */
  press.markdown = (markdown, options) => boundary.ask("markdown", textsOf(options, "bodyBytes", (enough) => [markdownBytes(markdown, enough)]))[0];
  return Object.freeze(press);
}

/**
 * load() over the presses of a copy. Called without arguments, it loads broadsheet.wasm next to the script, once for all
 * callers; after a failure the next call tries again.
 * @param {object} presses of elements/once.js
 */
export function loadOver({ loadWhole, reach, start }) {
  const finish = (press) => complete(press, reach);
  let last = null; // what loadWhole() gave, and the promise that was made of it
  let whole;
  return function load(source, options) {
    if (source !== undefined || options !== undefined) return start((seen) => find(source, { __proto__: null, ...options }.integrity, seen), !source).then(finish);
    const loading = loadWhole();
    if (loading !== last) [last, whole] = [loading, loading.then(finish)];
    return whole;
  };
}
