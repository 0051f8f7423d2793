// Layers by address. One that several elements name is fetched once for as long as one of them uses it.
const shared = new Map();

/** What goes wrong outside of the core; the element makes a BroadsheetError of it. */
export class ElementError extends Error {
  constructor(code, message, more) {
    super(message, more);
    Object.assign(this, more, { code });
  }
}

async function fetchLayer(address, press, abort) {
  let code = "LOAD";
  let offset;
  try {
    const response = await fetch(address, { credentials: "same-origin", signal: abort.signal });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const most = (await press).limits.bundleBytes;
    const chunks = [];
    let size = 0;
    for (const reader = response.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
      chunks.push(value);
      size += value.length;
      if (size <= most) continue;
      // The core would not take it, so the rest need not come.
      code = "LIMIT";
      offset = most;
      throw new Error(`it is larger than ${most} bytes`);
    }
  } catch (cause) {
    abort.abort();
    throw new ElementError(code, `${address} cannot be read: ${cause.message}`, { cause, offset });
  }
}

/**
 * Takes a share in the layer at an address.
 * @param {string} address absolute
 * @param {Promise<import("./broadsheet.d.ts").Press>} press whose limit says where reading stops
 * @returns {{ bytes: Promise<Uint8Array>, release: () => void }} the fetch is aborted when the last share is released;
 *   release may be called once
 */
export function takeLayer(address, press) {
  let entry = shared.get(address);
  const forget = () => shared.get(address) === entry && shared.delete(address);
  if (!entry) {
    const abort = new AbortController();
    entry = { users: 0, abort, bytes: fetchLayer(address, press, abort) };
    shared.set(address, entry);
    // A failure is not kept, so that the next who asks tries again.
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
