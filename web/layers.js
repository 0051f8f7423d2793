// Layers by address. One that several elements name is fetched once for as long as one of them uses it.
const shared = new Map();

/** What goes wrong outside of the core; the element makes a BroadsheetError of it. */
export class ElementError extends Error {
  constructor(code, message, { cause, offset } = {}) {
    super(message, { cause });
    this.code = code;
    this.offset = offset;
  }
}

const unread = (address, what, cause) => new ElementError("LOAD", `${address} cannot be read: ${what}`, { cause });

/** Reads a body, and stops as soon as it is larger than the core would take. */
async function readBody(response, most, address) {
  const chunks = [];
  let size = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      reader.cancel().catch(() => {});
      throw new ElementError("LIMIT", `${address} is larger than ${most} bytes`, { offset: most });
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

async function fetchLayer(address, most, signal) {
  try {
    const response = await fetch(address, { credentials: "same-origin", signal });
    if (!response.ok) throw unread(address, `status ${response.status}`);
    return await readBody(response, await most, address);
  } catch (cause) {
    throw cause instanceof ElementError ? cause : unread(address, cause.message, cause);
  }
}

/**
 * Takes a share in the layer at an address.
 * @param {string} address absolute
 * @param {Promise<number>} most the size in bytes at which reading stops
 * @returns {{ bytes: Promise<Uint8Array>, release: () => void }} the fetch is aborted when the last share is released
 */
export function takeLayer(address, most) {
  let entry = shared.get(address);
  if (!entry) {
    const abort = new AbortController();
    entry = { users: 0, abort, bytes: fetchLayer(address, most, abort.signal) };
    shared.set(address, entry);
    // A failure is not kept, so that the next who asks tries again.
    entry.bytes.catch(() => forget(address, entry));
  }
  entry.users++;
  let held = true;
  return {
    bytes: entry.bytes,
    release() {
      if (!held) return;
      held = false;
      if (--entry.users > 0) return;
      entry.abort.abort();
      forget(address, entry);
    },
  };
}

function forget(address, entry) {
  if (shared.get(address) === entry) shared.delete(address);
}
