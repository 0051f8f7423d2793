// Fetches layers by their addresses. A layer that several elements name is fetched once, and kept as long as one of them
// uses it.
import { BroadsheetError, messageOf } from "../module/errors.js";
import { isMarkup } from "../module/loader.js";

const shared = new Map();

/**
 * Adds to an error of the core the address of its layer, and whether HTML came from there instead of a bundle. What all
 * layers together lack, the last one should have.
 */
export function nameLayer(error, layers, nameOf) {
  const layer = error.layer ?? (error.code === "SHAPE" ? layers.length - 1 : null);
  if (layer === null) return;
  const markup = error.code === "JSON" && typeof layers[layer] !== "string" && isMarkup(layers[layer]);
  error.message = `${nameOf(layer)}: ${markup ? "HTML or XML came instead of a bundle" : error.message}`;
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

const PATIENCE = 30_000; // milliseconds without a byte after which an answer is taken for lost

// Options of fetch have no prototype, here and in loader.js, so that nothing on a page's Object.prototype is an option.
async function fetchLayer(address, chosen, abort, cache) {
  let failed = ["LOAD"];
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(new Error(`nothing came for ${PATIENCE / 1000} seconds`)), PATIENCE);
  };
  try {
    wait();
    const response = await fetch(address, { __proto__: null, signal: abort.signal, cache });
    if (!response.ok) throw new Error(`status ${response.status}`);
    // The layer may be another element's, whose module loads, so a press that fails fails its own element alone.
    const most = await chosen.then(({ press }) => press.limits.bundleBytes).catch(() => 1 << 22);
    const chunks = [];
    let size = 0;
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      wait();
      if (done) return joined(chunks, size);
      chunks.push(value);
      size += value.length;
      if (size <= most) continue;
      // The core would refuse a layer of this size, so reading stops.
      failed = ["LIMIT", most];
      throw new Error(`it is larger than ${most} bytes`);
    }
  } catch (cause) {
    abort.abort();
    throw new BroadsheetError(failed[0], `${address} cannot be read: ${messageOf(cause)}`, { cause, offset: failed[1] });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Takes a share in the layer at an address.
 * @param {string} address absolute
 * @param {Promise<{ press: Press } | void>} chosen whose limit bundleBytes says where reading stops; without one the standard
 * @param {boolean} anew whether it is fetched again, and the server asked whether it has changed
 * @returns {{ address: string, bytes: Promise<Uint8Array>, release: () => void }} bytes rejects with a BroadsheetError
 *   (LOAD or LIMIT); release must be called once, and the last release of a layer aborts its fetch
 */
export function takeLayer(address, chosen, anew) {
  let entry = anew ? null : shared.get(address);
  const forget = () => shared.get(address) === entry && shared.delete(address);
  if (!entry) {
    const abort = new AbortController();
    entry = { users: 0, abort, bytes: fetchLayer(address, chosen, abort, anew ? "no-cache" : "default") };
    shared.set(address, entry);
    // A failed fetch is forgotten, so that the next element that names the address tries again.
    entry.bytes.catch(forget);
  }
  entry.users++;
  return {
    address,
    bytes: entry.bytes,
    release() {
      if (--entry.users) return;
      entry.abort.abort();
      forget();
    },
  };
}
