// The one file that sees pointers. src/wasm/wasm.h says what crosses and who frees it.
//
// The memory may grow, and so move, whenever C runs, so the views of it are looked at behind each call that gives an
// address. A trap leaves an instance in an unknown state: it is marked dead and never called again.
import { BroadsheetError, guarded } from "./errors.js";
import { STRINGS, wide } from "./program.js";

const STOPPED = "there is no memory left, or the WebAssembly instance stopped";

/** Runs work in which an instance may trap. */
const running = (work) => guarded("MEMORY", STOPPED, null, work);

/** A number of C, which writes -1 for none: null. */
export const number = (digits) => (digits < 0 ? null : Number(digits));

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const UTF16 = 2 ** 31; // in the size of a text
const ASCII = 2 ** 30;

class Engine {
  #calls = { __proto__: null };
  #memory;
  #wide; // whether C takes UTF-16 and gives it, or ASCII
  #bytes = new Uint8Array();
  #view;
  dead = false;

  constructor({ exports }) {
    this.#memory = exports.memory;
    for (const [name, call] of Object.entries(exports)) this.#calls[name.replace("broadsheet_wasm_", "")] = call;
    if (!this.#calls.describe) throw new TypeError("broadsheet_wasm_describe is missing");
    if (wide) this.#wide = this.#calls.markdown;
    exports._initialize();
  }

  /** Calls a function with one number or two; one that takes fewer ignores the rest. */
  call(name, first, second) {
    try {
      return this.dead ? 0 : this.#calls[name](first, second) >>> 0;
    } catch (cause) {
      this.dead = true;
      throw cause;
    }
  }

  /** A call that returns an address. C returns 0 when there is no memory left, which becomes the error MEMORY. */
  #get(name, first, second) {
    const address = this.call(name, first, second);
    if (!address) throw new BroadsheetError("MEMORY", STOPPED);
    if (!this.#bytes.length) { // none yet, or the memory grew and took its buffer away
      const { buffer } = this.#memory;
      this.#bytes = new Uint8Array(buffer);
      this.#view = new DataView(buffer);
    }
    return address;
  }

  /** Writes a list of texts into one block of C's memory: the list itself, then the texts. The caller frees the block. */
  #write(texts, asBytes) {
    const list = 8 + 8 * texts.length;
    let size = list;
    // A UTF-16 unit is at most three bytes of UTF-8; a text begins at an even address.
    for (const text of texts) size += text.length * (typeof text === "string" ? 3 : 1) + 2;
    const block = this.#get("alloc", Math.min(size, UTF16)); // more than there is: alloc fails
    const [bytes, view] = [this.#bytes, this.#view];
    const known = STRINGS && texts.every((text) => typeof text === "string") ? STRINGS : 0;
    view.setUint32(block, (wide && this.#wide && !asBytes ? 1 : 0) | known, true);
    view.setUint32(block + 4, texts.length, true);
    let at = block + list;
    let entry = block;
    for (const text of texts) {
      let { length } = text;
      let end = at + length;
      if (typeof text !== "string") {
        bytes.set(text, at);
      } else if (!length) {
        // nothing to write: a call would cost more than a short text does
      } else if (wide && this.#wide) {
        wide.ucs2Write.call(bytes, text, end + (length & 1), 2 * length);
        end += 2 * length + 1;
        length += UTF16;
      } else {
        length = encoder.encodeInto(text, bytes.subarray(at)).written;
        end = at + length;
      }
      entry += 8;
      view.setUint32(entry, at, true);
      view.setUint32(entry + 4, length, true);
      at = end + (end & 1);
    }
    return block;
  }

  #text(at, size) {
    const bytes = this.#bytes;
    if (wide && size >= UTF16) return wide.ucs2Slice.call(bytes, at, at + 2 * (size - UTF16));
    const end = at + (size % ASCII);
    return wide && size >= ASCII ? wide.latin1Slice.call(bytes, at, end) : decoder.decode(bytes.subarray(at, end));
  }

  #read(reply, asBytes) {
    const number = (at) => this.#view.getUint32(at, true);
    const status = number(reply);
    const texts = [];
    for (let entry = reply + 12; texts.length < number(reply + 8); entry += 8) {
      const [at, size] = [number(entry), number(entry + 4)];
      texts.push(asBytes && !status ? this.#bytes.slice(at, at + size) : this.#text(at, size));
    }
    return { status, story: number(reply + 4), texts };
  }

  /**
   * Calls a function of wasm.h, reads its reply and frees what was exchanged.
   * @param {string} name of the function, after broadsheet_wasm_
   * @param {number} story its address; 0: the function takes none
   * @param {(string | Uint8Array)[] | null} texts null: the function takes none
   * @param {boolean} [asBytes] whether the texts of the reply are copied as bytes, unless it is an error
   * @param {number} [other] the address of another story, for a function that takes two
   * @returns {{ status: number, story: number, texts: (string | Uint8Array)[] }}
   */
  exchange(name, story, texts, asBytes = false, other = 0) {
    return running(() => {
      let request = 0;
      let reply = 0;
      try {
        if (texts) request = this.#write(texts, asBytes);
        reply = this.#get(name, story || request, story && (other || request));
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
      this.#engine = running(() => new Engine(new WebAssembly.Instance(this.#module, {})));
    }
    return this.#engine;
  }

  /** Opens a story. */
  open(texts) {
    return this.#keep(this.#live(), "open", 0, texts);
  }

  /** The handle of the story in a reply. It stands for the instance and the address, which a Story must not see. */
  #keep(engine, ...asked) {
    let address = this.judge(engine.exchange(...asked)).story;
    const there = () => {
      if (address && !engine.dead) return address;
      throw new BroadsheetError("STATE", address ? "its WebAssembly instance stopped" : "the story is closed");
    };
    const handle = {
      /** other: the handle of another story, for a function that takes two. */
      exchange: (name, texts, asBytes, other) => this.judge(engine.exchange(name, there(), texts, asBytes, other?.within(engine))).texts,
      /** The handle of the story that an update makes of this one. */
      update: (texts) => this.#keep(engine, "update", there(), texts),
      within(other) {
        if (other === engine) return there();
        throw new BroadsheetError("STATE", "the stories are in two WebAssembly instances");
      },
      close() {
        const story = address;
        address = 0;
        registry?.unregister(handle);
        if (story) running(() => engine.call("close", story));
      },
    };
    registry?.register(handle, { engine, address }, handle);
    return handle;
  }

  /** Calls a function that takes no story, and returns the texts of its reply. */
  ask(name, texts) {
    return this.judge(this.#live().exchange(name, 0, texts)).texts;
  }

  /** Returns a reply whose status is OK; throws any other as a BroadsheetError. */
  judge(reply) {
    if (reply.status === 0) return reply;
    const [layer, offset, line, column, , , operation] = reply.texts.map(number);
    const [pointer, message] = reply.texts.slice(4);
    throw new BroadsheetError(this.#statuses[reply.status] ?? "STATE", message, { layer, offset, line, column, pointer, operation });
  }
}
