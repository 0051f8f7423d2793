// Fetches layers by their addresses. A layer that several elements name is fetched once, and kept as long as one of them
// uses it.
import { BroadsheetError, messageOf } from "../module/errors.js";

const shared = new Map();

/** The addresses of which refresh.js may have shown a newer version than the browser's cache has: it asks the server. */
export const living = new Set();

/**
 * Adds to an error of the core the address of its layer. What all layers together lack, the last one should have.
 */
export function nameLayer(error, layers, nameOf) {
  const layer = error.layer ?? (error.code === "SHAPE" ? layers.length - 1 : null);
  if (layer === null) return;
  error.message = `${nameOf(layer)}: ${error.message}`;
}

/** The chunks as one; a Blob would do the same, and wait for a process of the browser. */
function joined(chunks, size) {
  if (chunks.length === 1) return chunks[0];
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * The bytes of an answer.
 * @param {Response} response
 * @param {number} most reading stops where there are more
 * @param {() => void} wait called whenever some came
 */
export async function readAll(response, most, wait) {
  if (!response.ok) throw new Error(`status ${response.status}`);
  const chunks = [];
  let size = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    wait();
    if (done) return joined(chunks, size);
    chunks.push(value);
    size += value.length;
    // The core would refuse a layer of this size.
    if (size > most) throw Object.assign(new Error(`it is larger than ${most} bytes`), { most });
  }
}

export const PATIENCE = 30_000; // milliseconds without a byte after which an answer is taken for lost

// Options of fetch have no prototype, here and in loader.js, so that nothing on a page's Object.prototype is an option.
async function fetchLayer(address, chosen, abort, cache) {
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(new Error(`nothing came for ${PATIENCE / 1000} seconds`)), PATIENCE);
  };
  try {
    wait();
    const response = await fetch(address, { __proto__: null, signal: abort.signal, cache });
    // The layer may be another element's, whose module loads, so a press that fails fails its own element alone.
    const most = await chosen.then(({ press }) => press.limits.bundleBytes).catch(() => 1 << 22);
    return await readAll(response, most, wait);
  } catch (cause) {
    abort.abort();
    const { most } = Object(cause);
    throw new BroadsheetError(most ? "LIMIT" : "LOAD", `${address} cannot be read: ${messageOf(cause)}`, { cause, offset: most });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Takes a share in the layer at an address.
 * @param {string} address absolute
 * @param {Promise<{ press: Press } | void>} chosen whose limit bundleBytes says where reading stops; without one the standard
 * @param {boolean} anew whether it is fetched again, and the server asked whether it has changed
 * @returns {{ bytes: Promise<Uint8Array>, release: () => void }} bytes rejects with a BroadsheetError
 *   (LOAD or LIMIT); release must be called once, and the last release of a layer aborts its fetch
 */
export function takeLayer(address, chosen, anew) {
  let entry = anew ? null : shared.get(address);
  const forget = () => shared.get(address) === entry && shared.delete(address);
  if (!entry) {
    const abort = new AbortController();
    entry = { users: 0, abort, bytes: fetchLayer(address, chosen, abort, anew || living.has(address) ? "no-cache" : "default") };
    shared.set(address, entry);
    // A failed fetch is forgotten, so that the next element that names the address tries again.
    entry.bytes.catch(forget);
  }
  entry.users++;
  return {
    bytes: entry.bytes,
    release() {
      if (--entry.users) return;
      entry.abort.abort();
      forget();
    },
  };
}

/** Puts newer bytes of a layer in the place of those that are kept. */
export function renewLayer(address, bytes) {
  const entry = shared.get(address);
  if (entry) entry.bytes = Promise.resolve(bytes);
}
