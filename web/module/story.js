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
  const [id, title, language, direction, timeZone, zoneLocale, count] = [next(), next(), next(), next(), next(), next(), Number(next())];
  const instants = Array.from({ length: count }, () => ({ seconds: Number(next()), local: next() === "1" }));
  const diagnostics = [];
  while (at < texts.length) diagnostics.push(readDiagnostic(next, exact));
  return [{ id, title, language, direction, diagnostics: Object.freeze(diagnostics) }, timeZone, instants, zoneLocale];
}

/** The stories in which a small module saw an error. */
export const faulty = new WeakSet();

export class Story {
  #handle;
  #again;

  /**
   * Called by press.open. The story owns the handle.
   * @param {boolean[]} exact whether the caller has the bytes of each layer
   * @param {(() => Story) | false} [again] opens the story in the whole module; false: it is opened there
   */
  constructor(handle, exact, again) {
    this.#handle = handle;
    this.#again = again;
    try {
      let [facts, ...asked] = readInfo(handle.exchange("info"), exact);
      if (this.#answer(...asked)) [facts] = readInfo(handle.exchange("info"), exact);
      Object.assign(this, facts);
      // A small module does not look for all that is to be told, and knows of what it saw only whether it is an error.
      if (again) {
        let told;
        if (facts.diagnostics.some(({ severity }) => severity === "error")) faulty.add(this);
        Object.defineProperty(this, "diagnostics", { get: () => (told ??= this.#ask((story) => story.diagnostics, again)) });
      }
      Object.freeze(this);
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

  /** What the whole module answers. */
  #ask(question, again) {
    const story = again();
    try {
      return question(story);
    } finally {
      story.close();
    }
  }

  #part(part, options, asBytes) {
    if (typeof part !== "string") throw new BroadsheetError("PART", "the name of a part is a string");
    const texts = guarded("OPTION", "what was passed in cannot be read", { pointer: "" }, () => optionTexts(options));
    try {
      return this.#handle.exchange("render", [...texts, part], asBytes)[0];
    } catch (error) {
      if (!this.#again) throw error;
      return this.#ask((story) => (asBytes ? story.renderBytes(part, options) : story.render(part, options)), this.#again);
    }
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
    this.#again = false;
    this.#handle.close();
  }

  [Symbol.dispose ?? Symbol("dispose")]() {
    this.close();
  }
}
