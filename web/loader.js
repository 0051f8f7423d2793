// From whatever a host has to a WebAssembly.Module.
//
// Nothing here runs before load() is called: Workers know no import.meta.url, and Node has no document. Values
// may come from another realm (jsdom, vm, frames), so they are told apart by their tags, never by instanceof.
import { BroadsheetError } from "./errors.js";

const REMEDY = "Put broadsheet.wasm of the same release next to the script, or pass it to load()";

// In the classic build import.meta.url is undefined; there the script element knows the address, but only now.
const script = globalThis.document?.currentScript?.src;

export const tag = (value) => Object.prototype.toString.call(value).slice(8, -1);

export const isBytes = (value) => ArrayBuffer.isView(value) || /^(Shared)?ArrayBuffer$/.test(tag(value));

export const toBytes = (value) =>
  ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : new Uint8Array(value);

function loadError(what, { address, response, cause } = {}) {
  const place = address ? ` at ${address}` : "";
  const type = response?.headers?.get("content-type") || "none";
  const answer = response ? ` (status ${response.status}, content type ${type})` : "";
  return new BroadsheetError("LOAD", `WebAssembly module${place}: ${what}${answer}. ${REMEDY}.`, { cause });
}

/** Waits for what the host may refuse. */
async function reading(promise, where) {
  try {
    return await promise;
  } catch (cause) {
    throw loadError(`it cannot be read: ${cause?.message}`, { ...where, cause });
  }
}

function defaultAddress() {
  // This very expression is what bundlers look for; it must stay literal.
  if (import.meta.url) return new URL("./broadsheet.wasm", import.meta.url);
  if (script) return new URL("./broadsheet.wasm", script);
  throw loadError("its address is not known");
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
  if (files) return checked(await reading(files.readFile(address), { address }), { address });
  return readResponse(await reading(fetch(address, { credentials: "same-origin", integrity }), { address }), address);
}

async function readResponse(response, address = response.url) {
  const where = { address, response };
  if (!response.ok) throw loadError("it cannot be read", where);
  return checked(new Uint8Array(await reading(response.arrayBuffer(), where)), where);
}

// A server that answers every address with its front page is the commonest fault; the engine's own words for it
// ("expected magic word 00 61 73 6d") help nobody.
function checked(bytes, where) {
  const start = new TextDecoder().decode(bytes.subarray(0, 64));
  if (start.startsWith("\0asm")) return bytes;
  throw loadError(`${/^\s*</.test(start) ? "HTML" : "something else"} came`, where);
}

async function readSource(source, integrity) {
  const address = source ?? defaultAddress();
  if (typeof address === "string") return readAddress(absolute(address), integrity);
  if (tag(source) === "WebAssembly.Module") return source;
  if (isBytes(source)) return checked(toBytes(source));
  if (source?.arrayBuffer && "ok" in source) return readResponse(source);
  if (typeof address.href === "string") return readAddress(absolute(address.href), integrity);
  throw loadError("load() takes no such thing");
}

/**
 * Compiles the module and makes its first instance.
 * @param source a URL, string, Response, bytes, WebAssembly.Module, { default: one of these }, a promise of one, or
 *   nothing: broadsheet.wasm next to this script
 * @param {string} [integrity] as in fetch, for what is fetched
 * @returns {Promise<{ module: WebAssembly.Module, instance: WebAssembly.Instance }>}
 */
export async function loadModule(source, integrity) {
  // import * as wasm from "./broadsheet.wasm" gives a namespace, and CommonJS may have wrapped it once more.
  const unwrap = async () => {
    let given = await source;
    for (let depth = 0; depth < 2 && given?.default; depth++) given = await given.default;
    return given;
  };
  const code = await readSource(await reading(unwrap()), integrity);
  try {
    const module = isBytes(code) ? await WebAssembly.compile(code) : code;
    return { module, instance: await WebAssembly.instantiate(module, {}) };
  } catch (cause) {
    const hint = "a Content-Security-Policy must allow 'wasm-unsafe-eval', Workers take a WebAssembly.Module alone";
    throw loadError(`the host refuses it: ${cause.message} (${hint})`, { cause });
  }
}
