// An open story: facts read once, parts rendered on demand.
import { number } from "./boundary.js";
import { BroadsheetError } from "./errors.js";
import { changeList, optionTexts, placed } from "./options.js";
import { zoneNames, zoneOffsets } from "./zone.js";

const DIAGNOSTIC = 12; // texts

/** A diagnostic. exact says of each layer whether the caller has its bytes: a place in JSON that was made here means nothing. */
function readDiagnostic(texts, exact) {
  const [code, severity, , pointer, message] = texts;
  const [layer, , , offset, line, column, ...range] = texts.slice(2).map(number);
  const place = exact[layer] ? { offset, line, column } : { offset: null, line: null, column: null };
  const within = range[2] && Object.freeze({ start: range[0], end: range[1], line: range[2], column: range[3] });
  return Object.freeze({ code, severity, layer, pointer, message, ...place, range: within });
}

/** Names the texts of broadsheet_wasm_info: the facts of a story, its time zone, the instants whose offsets C asks for. */
function readInfo(texts, exact) {
  let at = 0;
  const take = (count) => texts.slice(at, (at += count));
  const [id, title, language, direction, timeZone, zoneLocale, clockZone, count] = take(8);
  const instants = Array.from({ length: count }, () => {
    const [seconds, local] = take(2);
    return { seconds: Number(seconds), local: local === "1" };
  });
  const diagnostics = [];
  while (at < texts.length) diagnostics.push(readDiagnostic(take(DIAGNOSTIC), exact));
  return [{ id, title, language, direction, diagnostics: Object.freeze(diagnostics) }, timeZone, instants, zoneLocale, clockZone];
}

/** The stories whose diagnostics the whole has yet to find, and of each whether a small module saw an error. */
export const untold = new WeakMap();

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
        untold.set(this, facts.diagnostics.some(({ severity }) => severity === "error"));
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
  #answer(timeZone, instants, zoneLocale, clockZone) {
    const clocks = clockZone && zoneOffsets(clockZone, instants);
    if (clocks) instants = instants.map(({ seconds, local }, i) => ({ seconds: seconds - local * clocks[i] }));
    const offsets = zoneOffsets(timeZone, instants);
    if (offsets && instants.length === 0) return false; // an empty answer would say that the zone is not known
    const names = offsets && zoneLocale ? zoneNames(timeZone, instants, offsets, zoneLocale) : [];
    this.#handle.exchange("offsets", [...((offsets ?? clocks) || []).map((_, i) => (clocks ? [offsets?.[i], clocks[i]] : offsets[i]) + ""), ...names]);
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
    const texts = optionTexts(options);
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
    try {
      const what = changeList(change, this.#most);
      list = what.list;
      return new Story(this.#handle.update([what.kind, ...list.map(({ bytes }) => bytes)]), [], this.#most);
    } catch (error) {
      throw placed(error, list);
    }
  }

  #compare(after) {
    this.#whole();
    after.#whole();
    const [order, word, language, direction, ...texts] = this.#handle.exchange("compare", null, false, after.#handle);
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
