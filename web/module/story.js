// An open story: facts read once, parts rendered on demand.
import { BroadsheetError, guarded } from "./errors.js";
import { optionTexts } from "./options.js";
import { zoneOffsets } from "./zone.js";

/** Names the texts of broadsheet_wasm_info: the facts of a story, its time zone, the instants whose offsets C asks for. */
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
  return [{ title, language, direction, diagnostics: Object.freeze(diagnostics) }, timeZone, instants];
}

export class Story {
  #handle;
  #again;

  /**
   * Called by press.open. The story owns the handle.
   * @param {(() => Story) | false} [again] opens the story in the whole module; false: it is opened there
   */
  constructor(handle, again) {
    this.#handle = handle;
    this.#again = again;
    try {
      let [facts, ...asked] = readInfo(handle.exchange("info"));
      if (this.#answer(...asked)) [facts] = readInfo(handle.exchange("info"));
      Object.assign(this, facts);
      // A small module tells of diagnostics only that there are some.
      if (again && facts.diagnostics.length) {
        let told;
        Object.defineProperty(this, "diagnostics", { get: () => (told ??= this.#ask((story) => story.diagnostics, again)) });
      }
      Object.freeze(this);
    } catch (error) {
      handle.close();
      throw error;
    }
  }

  /** Tells C the offsets that it asks for; returns false when it asks for none. */
  #answer(timeZone, instants) {
    const offsets = zoneOffsets(timeZone, instants);
    if (offsets && instants.length === 0) return false; // an empty answer would say that the zone is not known
    this.#handle.exchange("offsets", (offsets ?? []).map(String));
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
