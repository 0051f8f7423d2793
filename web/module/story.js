// An open story: facts read once, parts rendered on demand.
import { BroadsheetError, guarded } from "./errors.js";
import { optionTexts } from "./options.js";
import { zoneNames, zoneOffsets } from "./zone.js";

/** A diagnostic. exact says of each layer whether the caller has its bytes: a place in JSON that was made here means nothing. */
function readDiagnostic(next, exact) {
  const number = () => {
    const value = Number(next());
    return value < 0 ? null : value;
  };
  const [code, severity, layer, pointer, message] = [next(), next(), number(), next(), next()];
  const [offset, line, column] = [number(), number(), number()].map((value) => (exact[layer] ? value : null));
  const range = Object.freeze({ start: number(), end: number(), line: number(), column: number() });
  return Object.freeze({ code, severity, layer, pointer, message, offset, line, column, range: range.line && range });
}

/** Names the texts of broadsheet_wasm_info: the facts of a story, its time zone, the instants whose offsets C asks for. */
function readInfo(texts, exact) {
  let at = 0;
  const next = () => texts[at++];
  const [title, language, direction, timeZone, zoneLocale, count] = [next(), next(), next(), next(), next(), Number(next())];
  const instants = Array.from({ length: count }, () => ({ seconds: Number(next()), local: next() === "1" }));
  const diagnostics = [];
  while (at < texts.length) diagnostics.push(readDiagnostic(next, exact));
  return [{ title, language, direction, diagnostics: Object.freeze(diagnostics) }, timeZone, instants, zoneLocale];
}

export class Story {
  #handle;

  /** Called by press.open. The story owns the handle. */
  constructor(handle, exact) {
    this.#handle = handle;
    try {
      let [facts, ...asked] = readInfo(handle.exchange("info"), exact);
      if (this.#answer(...asked)) [facts] = readInfo(handle.exchange("info"), exact);
      Object.freeze(Object.assign(this, facts));
    } catch (error) {
      handle.close();
      throw error;
    }
  }

  /** Tells C the offsets that it asks for, and names of the zone if it shows them; returns false when it asks for none. */
  #answer(timeZone, instants, zoneLocale) {
    const offsets = zoneOffsets(timeZone, instants);
    if (offsets && instants.length === 0) return false; // an empty answer would say that the zone is not known
    const names = offsets && zoneLocale ? zoneNames(timeZone, instants, offsets, zoneLocale) : [];
    this.#handle.exchange("offsets", [...(offsets ?? []).map(String), ...names]);
    return true;
  }

  #part(part, options, asBytes) {
    if (typeof part !== "string") throw new BroadsheetError("PART", "the name of a part is a string");
    const texts = guarded("OPTION", "what was passed in cannot be read", { pointer: "" }, () => optionTexts(options));
    return this.#handle.exchange("render", [...texts, part], asBytes)[0];
  }

  /** The HTML of a part; "" when the story has no data for it. */
  render(part = "story", options) {
    return this.#part(part, options, false);
  }

  /** The same HTML as UTF-8 bytes. */
  renderBytes(part = "story", options) {
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
