// Compiles the WebAssembly module from whatever a host has: an address, a Response, bytes or a module.
//
// Nothing here runs before load() is called, since some Workers have no import.meta.url, and Node has no document. Values
// may come from another realm (jsdom, vm, frames), so they are told apart by their tags, never by instanceof.
import { WHOLE, standard } from "./address.js";
import { BroadsheetError, messageOf } from "./errors.js";

const HINT = " (is it a module? A Content-Security-Policy must allow 'wasm-unsafe-eval'; Workers take a WebAssembly.Module)";
const REMEDY = "Put broadsheet.wasm of this release next to the script, pass it to load(), or import broadsheet/inline";
const PATIENCE = 120_000; // milliseconds after which a module that was asked for is taken for lost

/** What helps where a bundler has moved the script away from its files; own: the caller named no other address. */
function remedy(address, own) {
  if (own && /\/\.vite\//.test(address)) return 'In vite.config.js: optimizeDeps: { exclude: ["broadsheet"] }';
  if (own && address?.protocol === "file:") return 'On a server, leave the package out of the bundle (Next.js: serverExternalPackages: ["broadsheet"]; Vite: ssr.external), or import broadsheet/inline';
  return REMEDY;
}

/** Whether bytes are a web page, as from a server that answers every address with its front page. */
const isMarkup = (bytes) => /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 64)));

/** The name of a value's built-in type, such as "Date", in any realm. */
export const tag = (value) => Object.prototype.toString.call(value).slice(8, -1);

/** A view of the bytes of a buffer, or of a view into one; null: the value is neither. */
export function toBytes(value) {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return /^(Shared)?ArrayBuffer$/.test(tag(value)) ? new Uint8Array(value) : null;
}

/**
 * The module at an address or of a Response, compiled while it arrives, so that the browser keeps the code for the next
 * visit; or, where the type is not that of a module, the bytes. Address and Response are noted in seen, for the message
 * of a failure.
 */
async function fetchModule(source, integrity, seen) {
  if (source?.arrayBuffer && "ok" in source) {
    seen.response = source;
  } else {
    const href = source.href ?? source;
    if (typeof href !== "string") throw new Error("load() takes a URL, Response, bytes, WebAssembly.Module or promise");
    const { document, location, process } = globalThis;
    const node = process?.getBuiltinModule;
    const base = document?.baseURI ?? location?.href ?? node?.("node:url").pathToFileURL("./").href;
    seen.address = href;
    seen.address = new URL(href, base);
    if (node && seen.address.protocol === "file:") return node("node:fs/promises").readFile(seen.address);
    seen.response = await fetch(seen.address, { __proto__: null, integrity, signal: AbortSignal.timeout?.(PATIENCE) });
  }
  if (!seen.response.ok) throw new Error("it cannot be read");
  const type = seen.response.headers?.get("content-type");
  if (type?.toLowerCase() === "application/wasm" && WebAssembly.compileStreaming) {
    seen.hint = HINT;
    return WebAssembly.compileStreaming(seen.response);
  }
  return new Uint8Array(await seen.response.arrayBuffer());
}

// The commonest fault is a web page in place of the module. The engine's words for it ("expected magic word 00 61 73 6d")
// help nobody.
function checked(bytes) {
  if (bytes.subarray(0, 4).join() === "0,97,115,109") return bytes;
  throw new Error(`${isMarkup(bytes) ? "HTML" : "something else"} came`);
}

/**
 * Compiles the module and makes its first instance.
 * @param source a URL, string, Response, bytes, WebAssembly.Module, { default: one of these }, a promise of one, or
 *   nothing: a module next to this script
 * @param {string} [integrity] the option of fetch, for a module that is fetched
 * @param {number} [place] which module next to this script
 * @returns {Promise<{ module: WebAssembly.Module, instance: WebAssembly.Instance }>} rejects with a BroadsheetError LOAD
 */
export async function loadModule(source, integrity, place = WHOLE) {
  const seen = { hint: "" };
  try {
    let code = (source && (await source)) ?? standard(place); // nothing to wait for: the request goes out before the caller's next one
    // import * as wasm from "./broadsheet.wasm" gives a namespace, and CommonJS may have wrapped it once more.
    for (let depth = 0; depth < 2 && code && Object.hasOwn(code, "default"); depth++) code = await code.default;
    if (tag(code) !== "WebAssembly.Module") code = toBytes(code) ?? (await fetchModule(code, integrity, seen));
    if (tag(code) !== "WebAssembly.Module") {
      checked(code);
      seen.hint = HINT;
      code = await WebAssembly.compile(code);
    }
    return { module: code, instance: await WebAssembly.instantiate(code, {}) };
  } catch (cause) {
    const { response, address = response?.url, hint } = seen;
    const place = address ? ` at ${address}` : "";
    const answer = response ? ` (status ${response.status}, ${response.headers?.get("content-type")})` : "";
    throw new BroadsheetError("LOAD", `WebAssembly module${place}: ${messageOf(cause)}${answer}${hint}. ${remedy(address, !source)}.`, { cause });
  }
}
