// An open story: facts read once, parts rendered on demand.
import { BroadsheetError, guarded } from "./errors.js";
import { zoneOffsets } from "./zone.js";

/** The texts of broadsheet_wasm_info, named. */
function readInfo(texts) {
  let at = 0;
  const next = () => texts[at++];
  const [title, language, direction, timeZone, count] = [next(), next(), next(), next(), Number(next())];
  const instants = Array.from({ length: count }, () => ({ seconds: Number(next()), local: next() === "1" }));
  const diagnostics = [];
  while (at < texts.length) {
    const [code, severity, layer, pointer, message] = [next(), next(), next(), next(), next()];
    diagnostics.push(Object.freeze({ code, severity, layer: layer === "-1" ? null : Number(layer), pointer, message }));
  }
  return { title, language, direction, timeZone, instants, diagnostics: Object.freeze(diagnostics) };
}

export class Story {
  #handle;
  #info;

  /** Made by press.open, and owns the handle. */
  constructor(handle) {
    this.#handle = handle;
    try {
      this.#info = readInfo(handle.exchange("info"));
      if (this.#answer()) this.#info = readInfo(handle.exchange("info"));
    } catch (error) {
      handle.close();
      throw error;
    }
  }

  /** Tells C the offsets it asks for; false when it asks for none. */
  #answer() {
    const { timeZone, instants } = this.#info;
    const offsets = zoneOffsets(timeZone, instants);
    if (offsets && instants.length === 0) return false; // an empty answer would say that the zone is not known
    this.#handle.exchange("offsets", (offsets ?? []).map(String));
    return true;
  }

  /** The headline as plain text. */
  get title() {
    return this.#info.title;
  }

  /** A BCP 47 tag, or "" when the bundle does not say. */
  get language() {
    return this.#info.language;
  }

  get direction() {
    return this.#info.direction;
  }

  get diagnostics() {
    return this.#info.diagnostics;
  }

  #part(part, options, asBytes) {
    if (typeof part !== "string") throw new BroadsheetError("PART", "the name of a part is a string");
    const own = () =>
      options !== null && typeof options === "object" && Object.hasOwn(options, "id") ? options.id : undefined;
    const id = guarded("SHAPE", "the options cannot be read", { pointer: "" }, own);
    if (id !== undefined && typeof id !== "string") {
      throw new BroadsheetError("SHAPE", "the id is not a string", { pointer: "/id" });
    }
    return this.#handle.exchange("render", [part, id ?? ""], asBytes)[0];
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
