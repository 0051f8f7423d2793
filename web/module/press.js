// A loaded module: what opens stories and turns Markdown into HTML.
import { Boundary } from "./boundary.js";
import { guarded } from "./errors.js";
import { loadModule } from "./loader.js";
import { layerList, markdownBytes, optionTexts } from "./options.js";
import { Story } from "./story.js";

class Press {
  #boundary;
  #parts;
  #codes;

  constructor(loaded) {
    this.#boundary = new Boundary(loaded);
    const facts = this.#boundary.describe("version", "limit", "status");
    this.version = facts.version[0];
    this.limits = {};
    for (const [name, most] of facts.limit.map((fact) => fact.split("="))) this.limits[name] = Number(most);
    Object.freeze(this.limits);
    Object.freeze(this);
  }

  // Asked for when they are wanted: they are long lists, and most pages want neither.
  get parts() {
    return (this.#parts ??= Object.freeze(this.#boundary.describe("part").part));
  }

  get codes() {
    if (!this.#codes) {
      const { diagnostic, severity, message } = this.#boundary.describe("diagnostic", "severity", "message");
      const row = (code, i) => Object.freeze({ code, severity: severity[i], message: message[i] });
      this.#codes = Object.freeze(diagnostic.map(row));
    }
    return this.#codes;
  }

  /** Calls C with the options and the rest. C judges sizes: of what is too large it needs one byte more than the limit. */
  #call(name, options, limit, rest) {
    const reading = (code, read) => guarded(code, "what was passed in cannot be read", { pointer: "" }, read);
    const texts = reading("OPTION", () => optionTexts(options));
    const given = texts.indexOf(`/limits/${limit}`) + 1;
    const enough = Number(given ? texts[given] : this.limits[limit]) + 1;
    return this.#boundary[name]([...texts, ...reading("SHAPE", () => rest(enough))]);
  }

  // Functions that can be taken out: const { open, markdown } = press.
  /** Opens a story from a layer, or from several merged left to right. */
  open = (layers, options) => {
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
  };

  /** Markdown alone to safe HTML. */
  markdown = (markdown, options) =>
    this.#call("markdown", options, "bodyBytes", (enough) => [markdownBytes(markdown, enough)]);
}

async function start(source, options) {
  const loaded = await loadModule(source, { __proto__: null, ...options }.integrity);
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
