// The one file that sees pointers. src/wasm/wasm.h says what crosses and who frees it.
//
// Memory may move whenever C runs, so a view of it lives no longer than until the next call. A trap leaves an
// instance in an unknown state: it is marked dead and never called again.
import { BroadsheetError, guarded } from "./errors.js";

const STOPPED = "there is no memory left, or the WebAssembly instance stopped";

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

  /** A call whose answer is an address, which is 0 when there is no memory. */
  #get(name, ...numbers) {
    const address = this.call(name, ...numbers);
    if (!address) throw new BroadsheetError("MEMORY", STOPPED);
    return address;
  }

  get #memory() {
    return this.#exports.memory.buffer;
  }

  /** One block: the list, then the bytes of its texts. */
  #write(texts) {
    const pieces = texts.map((text) => (typeof text === "string" ? new TextEncoder().encode(text) : text));
    let offset = 4 + 8 * pieces.length;
    const size = pieces.reduce((sum, piece) => sum + piece.length, offset);
    const block = this.#get("alloc", Math.min(size, 0xffffffff)); // which there never is
    const numbers = [pieces.length];
    for (const piece of pieces) {
      numbers.push(block + offset, piece.length);
      new Uint8Array(this.#memory, block + offset).set(piece);
      offset += piece.length;
    }
    const view = new DataView(this.#memory);
    numbers.forEach((number, i) => view.setUint32(block + 4 * i, number, true));
    return block;
  }

  #read(reply, asBytes) {
    const view = new DataView(this.#memory);
    const number = (at) => view.getUint32(at, true);
    const status = number(reply);
    const texts = [];
    for (let entry = reply + 12; texts.length < number(reply + 8); entry += 8) {
      const bytes = new Uint8Array(this.#memory, number(entry), number(entry + 4));
      texts.push(asBytes && !status ? bytes.slice() : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
    }
    return { status, story: number(reply + 4), texts };
  }

  /** Calls a function of wasm.h with a story or 0 and a list of texts or null. */
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

// The net for stories that nobody closed.
const registry =
  globalThis.FinalizationRegistry &&
  new FinalizationRegistry(({ engine, address }) => {
    try {
      engine.call("close", address);
    } catch {
      // The instance is dead now, and the next open gets another.
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

  /** What C tells about itself: a list of values for each kind of broadsheet_describe. */
  describe() {
    const { texts } = this.#engine.exchange("describe", 0, null);
    const facts = Object.create(null);
    for (let i = 0; i + 1 < texts.length; i += 2) (facts[texts[i]] ??= []).push(texts[i + 1]);
    this.#statuses = facts.status;
    return facts;
  }

  #live() {
    if (this.#engine.dead) {
      const start = () => new Engine(new WebAssembly.Instance(this.#module, {}));
      this.#engine = guarded("MEMORY", STOPPED, null, start);
    }
    return this.#engine;
  }

  /** A story inside an instance: what a Story knows instead of an address. */
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

  /** A reply whose status is OK; any other leaves as an error. */
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
