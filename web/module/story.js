// An open story: facts read once, parts rendered on demand.
import { BroadsheetError, guarded } from "./errors.js";
import { changeList, optionTexts, placed } from "./options.js";
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

/** The stories in which a small module saw an error, and those whose diagnostics the whole has yet to find. */
export const faulty = new WeakSet();
export const untold = new WeakSet();

const FACTS = ["id", "title", "language", "direction", "diagnostics"];

/**
 * Compares two stories. Both are in the whole module afterwards.
 * @returns {{ order: number, said: object, changes: { part: string, id?: string }[] }} order: 1 where the second is newer by
 *   its date, -1 where it is older, 0 where they do not say; said: the word for an update, its language and direction
 */
export let compare;

/** The story that an update makes of one, which stays as it is. */
export let follow;

export class Story {
  #handle;
  #again;
  #facts;
  #most;

  static {
    compare = (before, after) => before.#compare(after);
    follow = (story, change) => story.#follow(change);
  }

  /**
   * Called by press.open. The story owns the handle.
   * @param {boolean[]} exact whether the caller has the bytes of each layer
   * @param {number} most as many bytes of an update are enough
   * @param {(() => Story) | false} [again] opens the story in the whole module; false: it is opened there
   */
  constructor(handle, exact, most, again) {
    this.#handle = handle;
    this.#most = most;
    this.#again = again;
    try {
      let [facts, ...asked] = readInfo(handle.exchange("info"), exact);
      if (this.#answer(...asked)) [facts] = readInfo(handle.exchange("info"), exact);
      // A small module does not look for all that is to be told, and knows of what it saw only whether it is an error.
      if (again) {
        let told;
        if (facts.diagnostics.some(({ severity }) => severity === "error")) faulty.add(this);
        untold.add(this);
        Object.defineProperty(facts, "diagnostics", { get: () => (told ??= this.#ask((story) => story.diagnostics, again)) });
      }
      this.#facts = facts;
      for (const name of FACTS) Object.defineProperty(this, name, { enumerable: true, get: () => this.#facts[name] });
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

  /** Opens the story in the whole module, if it is in a small one, which can neither change nor compare stories. */
  #whole() {
    if (this.#again) this.#become(this.#again());
  }

  /** Takes the place of a story, which is nobody else's. */
  #become(story) {
    this.#handle.close();
    this.#handle = story.#handle;
    this.#facts = story.#facts;
    this.#again = false;
    untold.delete(this);
  }

  #follow(change) {
    this.#whole();
    let list;
    const read = () => changeList(change, this.#most);
    try {
      const what = guarded("SHAPE", "what was passed in cannot be read", { pointer: "" }, read);
      list = what.list;
      return new Story(this.#handle.update([what.kind, ...list.map(({ bytes }) => bytes)]), [], this.#most);
    } catch (error) {
      throw placed(error, list);
    }
  }

  #compare(after) {
    this.#whole();
    after.#whole();
    const [order, word, language, direction, ...texts] = this.#handle.compare(after.#handle);
    const changes = [];
    for (let i = 0; i < texts.length; i += 2) changes.push(Object.freeze(texts[i + 1] ? { part: texts[i], id: texts[i + 1] } : { part: texts[i] }));
    return { order: Number(order), said: { word, language, direction }, changes: Object.freeze(changes) };
  }

  /** Changes the story by layers, or by { merge } or { patch }, and returns the parts whose HTML is another now. */
  update(change) {
    const story = this.#follow(change);
    try {
      const { changes } = this.#compare(story);
      this.#become(story);
      return changes;
    } catch (error) {
      story.close();
      throw error;
    }
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
