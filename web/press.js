// Broadsheet: a news article bundle in, the HTML of a newspaper page out. The same in browsers, Node and Workers.
import { Boundary } from "./boundary.js";
import { BroadsheetError, guarded } from "./errors.js";
import { loadModule } from "./loader.js";
import { layerList, markdownText, readOptions } from "./options.js";
import { Story } from "./story.js";

export { BroadsheetError };

class Press {
  #boundary;

  constructor(loaded) {
    this.#boundary = new Boundary(loaded);
    const facts = this.#boundary.describe();
    this.version = facts.version[0];
    this.parts = Object.freeze(facts.part);
    const limits = facts.limit.map((fact) => fact.split("=")).map(([name, most]) => [name, Number(most)]);
    this.limits = Object.freeze(Object.fromEntries(limits));
    // Functions that can be taken out: const { markdown } = press.
    this.open = this.open.bind(this);
    this.markdown = this.markdown.bind(this);
    Object.freeze(this);
  }

  /**
   * Calls C with pairs of texts, which are the options, an empty text and the rest; gives the pointer of a refused
   * limit the place where it stood. C judges sizes: of what is too large it needs one byte more than the limit.
   */
  #call(name, options, limit, rest) {
    const read = () => {
      const given = readOptions(options, name, this.limits);
      const most = Number(new Map(given).get(limit) ?? this.limits[limit]);
      return [...given.flat(), "", ...rest(most + 1)];
    };
    const texts = guarded("SHAPE", "what was passed in cannot be read", { pointer: "" }, read);
    try {
      return this.#boundary[name](texts);
    } catch (error) {
      const name = error.pointer?.slice(1);
      if (error.code === "SHAPE" && error.layer === null && name && Object.hasOwn(this.limits, name)) {
        error.pointer = `/limits/${name}`;
      }
      throw error;
    }
  }

  /** Opens a story from a layer, or from several merged left to right. */
  open(layers, options) {
    let list;
    const bytes = (enough) => {
      list = layerList(layers, enough);
      return list.map((layer) => layer.bytes);
    };
    try {
      return new Story(this.#call("open", options, "bundleBytes", bytes));
    } catch (error) {
      // The text of an object was made here, so a place in it would mean nothing to the caller.
      if (list?.[error.layer]?.exact === false) error.offset = error.line = error.column = null;
      throw error;
    }
  }

  /** Markdown alone to safe HTML. */
  markdown(markdown, options) {
    return this.#call("markdown", options, "bodyBytes", (enough) => [markdownText(markdown, enough)]);
  }
}

async function start(source, options) {
  const loaded = await loadModule(source, options?.integrity);
  const message = "this WebAssembly module is not Broadsheet's, or of another release";
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
