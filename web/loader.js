// From whatever a host has to a WebAssembly.Module.
//
// Nothing here runs before load() is called: Workers know no import.meta.url, and Node has no document. Values
// may come from another realm (jsdom, vm, frames), so they are told apart by their tags, never by instanceof.
import { BroadsheetError } from "./errors.js";

const REMEDY =
  "Put broadsheet.wasm of the same release next to the script, or give load() its address, its bytes or a WebAssembly.Module";

// In the classic build import.meta.url is undefined; there the script element knows the address, but only now.
const script = globalThis.document?.currentScript?.src;

const tag = (value) => Object.prototype.toString.call(value).slice(8, -1);

export const isBytes = (value) => ArrayBuffer.isView(value) || /^(Shared)?ArrayBuffer$/.test(tag(value));

export const toBytes = (value) =>
  ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : new Uint8Array(value);

function loadError(what, { address, response, cause } = {}) {
  const type = response?.headers?.get("content-type") || "none";
  const place = address ? ` at ${address}` : "";
  const answer = response ? ` (status ${response.status}, content type ${type})` : "";
  return new BroadsheetError("LOAD", `WebAssembly module${place}: ${what}${answer}. ${REMEDY}.`, { cause });
}

function defaultAddress() {
  // This very expression is what bundlers look for; it must stay literal.
  if (import.meta.url) return new URL("./broadsheet.wasm", import.meta.url);
  if (script) return new URL("./broadsheet.wasm", script);
  throw loadError("this host does not tell a script its own address");
}

function absolute(address) {
  const { document, location, process } = globalThis;
  const base = document?.baseURI ?? location?.href ?? process?.getBuiltinModule?.("node:url").pathToFileURL("./").href;
  try {
    return new URL(address, base);
  } catch (cause) {
    throw loadError("this is no address", { address, cause });
  }
}

async function readAddress(address, integrity) {
  const files = address.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs/promises");
  let response;
  try {
    if (files) return checked(await files.readFile(address), { address });
    response = await fetch(address, { credentials: "same-origin", ...(integrity ? { integrity } : {}) });
  } catch (cause) {
    throw cause instanceof BroadsheetError
      ? cause
      : loadError(`it cannot be read: ${cause.message}`, { address, cause });
  }
  return readResponse(response, address);
}

async function readResponse(response, address = response.url) {
  if (!response.ok) throw loadError("the server has no such file", { address, response });
  let bytes;
  try {
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw loadError(`it cannot be read: ${cause.message}`, { address, response, cause });
  }
  return checked(bytes, { address, response });
}

// A server that answers every address with its front page is the commonest fault; the engine's own words for it
// ("expected magic word 00 61 73 6d") help nobody.
function checked(bytes, where) {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0x61 && c === 0x73 && d === 0x6d) return bytes;
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  throw loadError(start.startsWith("<") ? "HTML came instead of it" : "what came is not WebAssembly", where);
}

async function readSource(source, integrity) {
  if (source === undefined || source === null) return readAddress(defaultAddress(), integrity);
  if (typeof source === "string") return readAddress(absolute(source), integrity);
  if (tag(source) === "WebAssembly.Module") return source;
  if (isBytes(source)) return checked(toBytes(source));
  if (typeof source.arrayBuffer === "function" && typeof source.ok === "boolean") return readResponse(source);
  if (typeof source.href === "string") return readAddress(absolute(source.href), integrity);
  throw loadError("load() was given something of another kind");
}

/**
 * Compiles the module and makes its first instance.
 * @param source a URL, string, Response, bytes, WebAssembly.Module, { default: one of these }, a promise of one, or
 *   nothing: broadsheet.wasm next to this script
 * @param {string} [integrity] as in fetch, for what is fetched
 * @returns {Promise<{ module: WebAssembly.Module, instance: WebAssembly.Instance }>}
 */
export async function loadModule(source, integrity) {
  if (!globalThis.WebAssembly) throw new BroadsheetError("LOAD", "This host has no WebAssembly.");
  let given;
  try {
    given = await source;
    // import * as wasm from "./broadsheet.wasm" gives a namespace, and CommonJS may have wrapped it once more.
    for (let depth = 0; depth < 2 && given?.default; depth++) given = await given.default;
  } catch (cause) {
    throw loadError(`the promise given to load() failed: ${cause?.message}`, { cause });
  }
  const code = await readSource(given, integrity);
  try {
    const module = isBytes(code) ? await WebAssembly.compile(code) : code;
    return { module, instance: await WebAssembly.instantiate(module, {}) };
  } catch (cause) {
    const hint = "a Content-Security-Policy must allow 'wasm-unsafe-eval', and Workers take only a WebAssembly.Module";
    throw loadError(`the host refuses it: ${cause.message} (${hint})`, { cause });
  }
}
