// Broadsheet: a news article bundle in, the HTML of a newspaper page out. The same in browsers, Node and Workers.
import { Boundary } from "./boundary.js";
import { BroadsheetError, guarded } from "./errors.js";
import { loadModule } from "./loader.js";
import { layerList, markdownText, optionTexts } from "./options.js";
import { Story } from "./story.js";

export { BroadsheetError };

/** What C is given: the texts of the options, and the rest. */
const texts = (options, rest) =>
  guarded("SHAPE", "the arguments cannot be read", { pointer: "" }, () => [...optionTexts(options), ...rest()]);

class Press {
  #boundary;

  constructor(loaded) {
    this.#boundary = new Boundary(loaded);
    const facts = this.#boundary.describe();
    this.version = facts.version[0];
    this.parts = Object.freeze(facts.part);
    const limits = facts.limit.map((fact) => fact.split("=")).map(([name, most]) => [name, Number(most)]);
    this.limits = Object.freeze(Object.fromEntries(limits));
    Object.freeze(this);
  }

  /** Opens a story from a layer, or from several merged left to right. */
  open(layers, options) {
    let list;
    const bytes = () => {
      list = layerList(layers);
      // C judges the size; of a layer that is too large it needs no more than that to see it.
      const most = options?.limits?.bundleBytes ?? this.limits.bundleBytes;
      return list.map((layer) => layer.bytes.subarray(0, most + 1));
    };
    try {
      return new Story(this.#boundary.open(texts(options, bytes)));
    } catch (error) {
      // The text of an object was made here, so a place in it would mean nothing to the caller.
      if (list?.[error.layer]?.exact === false) error.offset = error.line = error.column = null;
      throw error;
    }
  }

  /** Markdown alone to safe HTML. */
  markdown(markdown, options) {
    return this.#boundary.markdown(texts(options, () => [markdownText(markdown)]));
  }
}

async function start(source, options) {
  const loaded = await loadModule(source, options?.integrity);
  const message = "this is not the WebAssembly module of this release";
  return guarded("LOAD", message, null, () => new Press(loaded));
}

let standard = null;

/**
 * Loads the WebAssembly module. Without arguments it is loaded once for all callers, from broadsheet.wasm next to
 * this script; a failed load is not remembered.
 */
export function load(source, options) {
  if (source !== undefined || options !== undefined) return start(source, options);
  standard ??= start().catch((error) => {
    standard = null;
    throw error;
  });
  return standard;
}
