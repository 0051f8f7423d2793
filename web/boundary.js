// The one file that sees pointers. src/wasm.h says what crosses and who frees it.
//
// Memory may move whenever C runs, so a view of it lives no longer than until the next call. A trap leaves an
// instance in an unknown state: it is marked dead and never called again.
import { BroadsheetError, guarded } from "./errors.js";

const orNull = (digits) => (digits === "-1" ? null : Number(digits));

/** Runs work inside of WebAssembly; what goes wrong there leaves as an error. */
const inside = (work) => guarded("MEMORY", "there is no memory left, or the WebAssembly instance stopped", null, work);

class Engine {
  #exports;
  #dead = false;

  constructor(instance) {
    this.#exports = instance.exports;
    if (!this.#exports.broadsheet_wasm_describe) throw new TypeError();
    this.#exports._initialize?.();
  }

  get dead() {
    return this.#dead;
  }

  #call(name, ...numbers) {
    if (this.#dead) return 0;
    try {
      return this.#exports[`broadsheet_wasm_${name}`](...numbers) >>> 0;
    } catch (cause) {
      this.#dead = true;
      throw cause;
    }
  }

  #alloc(size) {
    const address = size <= 0xffffffff ? this.#call("alloc", size) : 0;
    if (!address) throw new RangeError();
    return address;
  }

  free(address) {
    if (address) this.#call("free", address);
  }

  close(story) {
    this.#call("close", story);
  }

  /** One block: the list, then the bytes of its texts. */
  #write(texts) {
    const pieces = texts.map((text) => (typeof text === "string" ? new TextEncoder().encode(text) : text));
    const head = 4 + 8 * pieces.length;
    const block = this.#alloc(pieces.reduce((size, piece) => size + piece.length, head));
    const view = new DataView(this.#exports.memory.buffer);
    view.setUint32(block, pieces.length, true);
    let entry = block + 4;
    let at = block + head;
    for (const piece of pieces) {
      view.setUint32(entry, at, true);
      view.setUint32(entry + 4, piece.length, true);
      new Uint8Array(view.buffer, at, piece.length).set(piece);
      entry += 8;
      at += piece.length;
    }
    return block;
  }

  #read(reply, asBytes) {
    const view = new DataView(this.#exports.memory.buffer);
    const [status, story, count] = [0, 4, 8].map((at) => view.getUint32(reply + at, true));
    // Output is UTF-8; an error's pointer may be cut short anywhere.
    const decoder = new TextDecoder("utf-8", { fatal: status === 0, ignoreBOM: true });
    const texts = [];
    for (let entry = reply + 12; texts.length < count; entry += 8) {
      const bytes = new Uint8Array(view.buffer, view.getUint32(entry, true), view.getUint32(entry + 4, true));
      texts.push(asBytes && status === 0 ? bytes.slice() : decoder.decode(bytes));
    }
    if (!status) return { story, texts };
    const [layer, offset, line, column] = texts.slice(1).map(orNull);
    throw new BroadsheetError(texts[0], texts[6], { layer, offset, line, column, pointer: texts[5] });
  }

  /** Calls a function of wasm.h with a story or 0 and a list of texts or null: { story, texts }. */
  exchange(name, story, texts, asBytes = false) {
    return inside(() => {
      let request = 0;
      let reply = 0;
      try {
        if (texts) request = this.#write(texts);
        reply = this.#call(name, ...(story ? [story] : []), ...(texts ? [request] : []));
        if (!reply) throw new RangeError();
        return this.#read(reply, asBytes);
      } finally {
        this.free(reply);
        this.free(request);
      }
    });
  }
}

// The net for stories that nobody closed.
const registry =
  globalThis.FinalizationRegistry &&
  new FinalizationRegistry(({ engine, address }) => {
    try {
      engine.close(address);
    } catch {
      // The instance is dead now, and the next open gets another.
    }
  });

/** A story inside an instance; what a Story knows instead of an address. */
class Handle {
  #engine;
  #address;

  constructor(engine, address) {
    this.#engine = engine;
    this.#address = address;
    registry?.register(this, { engine, address }, this);
  }

  exchange(name, texts, asBytes) {
    if (this.#address && !this.#engine.dead) return this.#engine.exchange(name, this.#address, texts, asBytes).texts;
    throw new BroadsheetError("STATE", "the story is closed, or its WebAssembly instance stopped");
  }

  close() {
    const address = this.#address;
    this.#address = 0;
    registry?.unregister(this);
    if (address) inside(() => this.#engine.close(address));
  }
}

export class Boundary {
  #module;
  #engine;

  constructor({ module, instance }) {
    this.#module = module;
    this.#engine = new Engine(instance);
  }

  /** What C tells about itself: a list of values for each kind of broadsheet_describe. */
  describe() {
    const { texts } = this.#engine.exchange("describe", 0, null);
    const facts = Object.create(null);
    for (let i = 0; i + 1 < texts.length; i += 2) (facts[texts[i]] ??= []).push(texts[i + 1]);
    return facts;
  }

  #live() {
    if (this.#engine.dead) {
      this.#engine = inside(() => new Engine(new WebAssembly.Instance(this.#module, {})));
    }
    return this.#engine;
  }

  open(texts) {
    const engine = this.#live();
    return new Handle(engine, engine.exchange("open", 0, texts).story);
  }

  markdown(texts) {
    return this.#live().exchange("markdown", 0, texts).texts[0];
  }
}
