// The one file that sees pointers. src/wasm/wasm.h says what crosses and who frees it.
//
// The memory may grow, and so move, whenever C runs: a view of it is good until the next call. A trap leaves an instance
// in an unknown state: it is marked dead and never called again.
import { BroadsheetError, guarded } from "./errors.js";

const STOPPED = "there is no memory left, or the WebAssembly instance stopped";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const wide = globalThis.Buffer?.prototype.ucs2Slice ? globalThis.Buffer.prototype : null; // in Node
const SHORT = 64; // bytes up to which #text() decodes by itself

class Engine {
  #exports;
  dead = false;

  constructor(instance) {
    this.#exports = instance.exports;
    if (!this.#exports.broadsheet_wasm_describe) throw new TypeError("broadsheet_wasm_describe is missing");
    this.#exports._initialize();
  }

  call(name, ...numbers) {
    try {
      return this.dead ? 0 : this.#exports[`broadsheet_wasm_${name}`](...numbers) >>> 0;
    } catch (cause) {
      this.dead = true;
      throw cause;
    }
  }

  /** A call that returns an address. C returns 0 when there is no memory left, which becomes the error MEMORY. */
  #get(name, ...numbers) {
    const address = this.call(name, ...numbers);
    if (!address) throw new BroadsheetError("MEMORY", STOPPED);
    return address;
  }

  get #memory() {
    return this.#exports.memory.buffer;
  }

  /** Writes a list of texts into one block of C's memory: the list itself, then the bytes. The caller frees the block. */
  #write(texts) {
    let offset = 4 + 8 * texts.length;
    const most = (text) => text.length * (typeof text === "string" ? 3 : 1); // a UTF-16 unit is at most 3 bytes of UTF-8
    const size = texts.reduce((sum, text) => sum + most(text), offset);
    const block = this.#get("alloc", Math.min(size, 0xffffffff)); // more than there is: alloc fails
    const bytes = new Uint8Array(this.#memory, block, size);
    const view = new DataView(this.#memory, block);
    view.setUint32(0, texts.length, true);
    texts.forEach((text, i) => {
      let { length } = text;
      if (typeof text === "string") length = encoder.encodeInto(text, bytes.subarray(offset)).written;
      else bytes.set(text, offset);
      view.setUint32(4 + 8 * i, block + offset, true);
      view.setUint32(8 + 8 * i, length, true);
      offset += length;
    });
    return block;
  }

  /**
   * The text of size bytes at an address. Node copies UTF-16 and ASCII, but takes far longer to decode UTF-8: there, C
   * turns a long text into UTF-16, or tells that it is ASCII (src/wasm/wide.c), if the module is one that can.
   */
  #text(at, size) {
    const block = wide && size > SHORT && this.#exports.broadsheet_wasm_wide ? this.call("wide", at, size) : 0;
    if (!block) return decoder.decode(new Uint8Array(this.#memory, at, size));
    try {
      const units = new DataView(this.#memory).getUint32(block, true);
      return units ? wide.ucs2Slice.call(new Uint8Array(this.#memory), block + 4, block + 4 + 2 * units) : wide.latin1Slice.call(new Uint8Array(this.#memory), at, at + size);
    } finally {
      this.call("free", block);
    }
  }

  #read(reply, asBytes) {
    const number = (at) => new DataView(this.#memory).getUint32(at, true); // a new view each time: #text() may call C
    const status = number(reply);
    const texts = [];
    for (let entry = reply + 12; texts.length < number(reply + 8); entry += 8) {
      const [at, size] = [number(entry), number(entry + 4)];
      texts.push(asBytes && !status ? new Uint8Array(this.#memory, at, size).slice() : this.#text(at, size));
    }
    return { status, story: number(reply + 4), texts };
  }

  /**
   * Calls a function of wasm.h, reads its reply and frees what was exchanged.
   * @param {string} name of the function, after broadsheet_wasm_
   * @param {number} story its address; 0: the function takes none
   * @param {(string | Uint8Array)[] | null} texts null: the function takes none
   * @param {boolean} [asBytes] whether the texts of the reply are copied as bytes, unless it is an error
   * @returns {{ status: number, story: number, texts: (string | Uint8Array)[] }}
   */
  exchange(name, story, texts, asBytes = false) {
    return guarded("MEMORY", STOPPED, null, () => {
      let request = 0;
      let reply = 0;
      try {
        if (texts) request = this.#write(texts);
        reply = this.#get(name, ...(story ? [story] : []), ...(texts ? [request] : []));
        return this.#read(reply, asBytes);
      } finally {
        for (const block of [reply, request]) if (block) this.call("free", block);
      }
    });
  }
}

// Closes stories that were garbage-collected before anybody closed them.
const registry =
  globalThis.FinalizationRegistry &&
  new FinalizationRegistry(({ engine, address }) => {
    try {
      engine.call("close", address);
    } catch {
      // The instance is dead now; the next open() starts another.
    }
  });

export class Boundary {
  #module;
  #engine;
  #statuses = [];

  constructor({ module, instance }) {
    this.#module = module;
    this.#engine = new Engine(instance);
  }

  /** The facts that C tells about itself: a list of values for each of these kinds of broadsheet_describe. */
  describe(...kinds) {
    const { texts } = this.#live().exchange("describe", 0, kinds);
    const facts = Object.create(null);
    for (let i = 0; i + 1 < texts.length; i += 2) (facts[texts[i]] ??= []).push(texts[i + 1]);
    this.#statuses = facts.status ?? this.#statuses;
    return facts;
  }

  #live() {
    if (this.#engine.dead) {
      const start = () => new Engine(new WebAssembly.Instance(this.#module, {}));
      this.#engine = guarded("MEMORY", STOPPED, null, start);
    }
    return this.#engine;
  }

  /** Opens a story. Its handle stands for the instance and the address, which a Story must not see. */
  open(texts) {
    const engine = this.#live();
    let address = this.judge(engine.exchange("open", 0, texts)).story;
    const handle = {
      exchange: (name, texts, asBytes) => {
        if (!address || engine.dead) {
          throw new BroadsheetError("STATE", address ? "its WebAssembly instance stopped" : "the story is closed");
        }
        return this.judge(engine.exchange(name, address, texts, asBytes)).texts;
      },
      close() {
        const story = address;
        address = 0;
        registry?.unregister(handle);
        if (story) guarded("MEMORY", STOPPED, null, () => engine.call("close", story));
      },
    };
    registry?.register(handle, { engine, address }, handle);
    return handle;
  }

  markdown(texts) {
    return this.judge(this.#live().exchange("markdown", 0, texts)).texts[0];
  }

  /** Returns a reply whose status is OK; throws any other as a BroadsheetError. */
  judge(reply) {
    if (reply.status === 0) return reply;
    const [layer, offset, line, column, pointer, message] = reply.texts;
    const number = (digits) => (digits === "-1" ? null : Number(digits));
    throw new BroadsheetError(this.#statuses[reply.status] ?? "STATE", message, {
      layer: number(layer),
      offset: number(offset),
      line: number(line),
      column: number(column),
      pointer,
    });
  }
}
