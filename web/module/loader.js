// Compiles the WebAssembly module that was found, and says what went wrong.
//
// Nothing here runs before load() is called, since some Workers have no import.meta.url, and Node has no document. Values
// may come from another realm (jsdom, vm, frames), so they are told apart by their tags, never by instanceof.
import { BroadsheetError, messageOf } from "./errors.js";
import { builtin, orElse, remedyFor } from "./program.js";

const HINT = ` (is it a module? A Content-Security-Policy must allow 'wasm-unsafe-eval'${orElse("; Workers take a WebAssembly.Module")})`;
const REMEDY = `Put broadsheet.wasm of this release next to the script${orElse(", pass it to load(), or import broadsheet/inline")}`;
const PATIENCE = 120_000; // milliseconds after which a module that was asked for is taken for lost

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
 * Asks for the module at an address, which is noted in seen, for the message of a failure.
 * @param {URL} address
 * @param {string} [integrity] the option of fetch
 * @returns {Promise<Response | Uint8Array>}
 */
export function fetchModule(address, seen, integrity) {
  seen.address = address;
  if (builtin && address.protocol === "file:") return builtin("node:fs/promises").readFile(address);
  return fetch(address, { __proto__: null, integrity, signal: AbortSignal.timeout?.(PATIENCE) });
}

/**
 * The module of a Response, compiled while it arrives, so that the browser keeps the code for the next visit; or, where the
 * type is not that of a module, the bytes.
 */
async function readModule(response, seen) {
  seen.response = response;
  if (!response.ok) throw new Error("it cannot be read");
  const type = response.headers?.get("content-type");
  if (type?.toLowerCase() === "application/wasm" && WebAssembly.compileStreaming) {
    seen.hint = HINT;
    return WebAssembly.compileStreaming(response);
  }
  return new Uint8Array(await response.arrayBuffer());
}

// The commonest fault is a web page in place of the module. The engine's words for it ("expected magic word 00 61 73 6d")
// help nobody.
function checked(bytes) {
  if (bytes.subarray(0, 4).join() === "0,97,115,109") return bytes;
  throw new Error(`${isMarkup(bytes) ? "HTML" : "something else"} came`);
}

/**
 * Compiles a module and makes its first instance.
 * @param {(seen: object) => Response | Uint8Array | WebAssembly.Module | Promise} find called before this returns, so that the
 *   request goes out before the caller's next one
 * @param {boolean} own whether it is a module beside this script
 * @returns {Promise<{ module: WebAssembly.Module, instance: WebAssembly.Instance }>} rejects with a BroadsheetError LOAD
 */
export async function loadModule(find, own) {
  const seen = { hint: "" };
  try {
    let code = await find(seen);
    if (code.arrayBuffer) code = await readModule(code, seen);
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
    throw new BroadsheetError("LOAD", `WebAssembly module${place}: ${messageOf(cause)}${answer}${hint}. ${(own && remedyFor(address)) || REMEDY}.`, { cause });
  }
}
