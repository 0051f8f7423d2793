// An open story: facts read once, parts rendered on demand.
import { guarded } from "./errors.js";
import { zoneOffsets } from "./zone.js";

/** The texts of broadsheet_wasm_info, named. */
function readInfo(texts) {
  let at = 0;
  const next = (count) => texts.slice(at, (at += count));
  const [title, language, direction, timeZone, count] = next(5);
  const instants = Array.from({ length: count }, () => {
    const [seconds, local] = next(2);
    return { seconds: Number(seconds), local: local === "1" };
  });
  const diagnostics = [];
  while (at < texts.length) {
    const [code, severity, layer, pointer, message] = next(5);
    diagnostics.push(Object.freeze({ code, severity, layer: layer === "-1" ? null : Number(layer), pointer, message }));
  }
  return { timeZone, instants, facts: { title, language, direction, diagnostics: Object.freeze(diagnostics) } };
}

/** Tells C the offsets it asks for, and reads what it says then. */
function answered(handle) {
  const read = () => readInfo(handle.exchange("info"));
  const info = read();
  const offsets = zoneOffsets(info.timeZone, info.instants);
  if (offsets && !info.instants.length) return info; // an empty answer would say that the zone is not known
  handle.exchange("offsets", (offsets ?? []).map(String));
  return read();
}

// Its facts are properties: title, the headline as plain text; language, a BCP 47 tag or "" when the bundle does not
// say; direction; diagnostics.
export class Story {
  #handle;

  /** Made by press.open, and owns the handle. */
  constructor(handle) {
    this.#handle = handle;
    try {
      Object.freeze(Object.assign(this, answered(handle).facts));
    } catch (error) {
      handle.close();
      throw error;
    }
  }

  #part(part, options, asBytes) {
    const id = guarded("SHAPE", "the id is not a string", { pointer: "/id" }, () => {
      const own = (options && Object.hasOwn(options, "id") ? options.id : undefined) ?? "";
      if (typeof own === "string") return own;
      throw new TypeError(typeof own);
    });
    // No part has no name.
    return this.#handle.exchange("render", [typeof part === "string" ? part : "", id], asBytes)[0];
  }

  /** The HTML of a part; "" when the story has no data for it. */
  render(part = "story", options = undefined) {
    return this.#part(part, options, false);
  }

  /** The same as UTF-8 bytes. */
  renderBytes(part = "story", options = undefined) {
    return this.#part(part, options, true);
  }

  /** Frees the story's memory. May be called twice. */
  close() {
    this.#handle.close();
  }

  [Symbol.dispose ?? Symbol("dispose")]() {
    this.close();
  }
}
