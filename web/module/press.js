// A loaded module: opens stories, and turns Markdown into HTML.
import { Boundary } from "./boundary.js";
import { WHOLE, standard } from "./address.js";
import { digestOfLayers } from "./digest.js";
import { BroadsheetError, guarded } from "./errors.js";
import { loadModule } from "./loader.js";
import { layerList, markdownBytes, optionTexts, placed } from "./options.js";
import { Story } from "./story.js";

class Press {
  #boundary;
  #parts;
  #codes;
  #small;

  /** small: the module is one of the small ones, whose stories ask the whole for what it lacks. */
  constructor(loaded, small = false) {
    this.#boundary = new Boundary(loaded);
    this.#small = small;
    const facts = this.#boundary.describe("version", "limit", "status");
    this.version = facts.version[0];
    this.limits = {};
    for (const [name, most] of facts.limit.map((fact) => fact.split("="))) this.limits[name] = Number(most);
    Object.freeze(this.limits);
    Object.freeze(this);
  }

  // Both lists are long, and most pages want neither, so C is asked when somebody wants one.
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

  /**
   * Calls C with the options and the rest, which rest() cuts to as many bytes as are enough: one more than the limit, by
   * which C sees that a text is too large.
   */
  #call(name, options, limit, rest) {
    const reading = (code, read) => guarded(code, "what was passed in cannot be read", { pointer: "" }, read);
    const texts = reading("OPTION", () => optionTexts(options));
    const given = texts.indexOf(`/limits/${limit}`) + 1;
    const enough = Number(given ? texts[given] : this.limits[limit]) + 1;
    return this.#boundary[name]([...texts, ...reading("SHAPE", () => rest(enough))]);
  }

  // Arrow functions, so that they work without the press: const { open, markdown } = press.
  /** Opens a story from a layer, or from several merged left to right. */
  open = (layers, options) => {
    let list;
    let most;
    const bytes = (enough) => {
      most = enough;
      list = layerList(layers, enough);
      return list.map((layer) => layer.bytes);
    };
    try {
      const again = this.#small && (() => wholeNow().open(layers, options));
      const handle = this.#call("open", options, "bundleBytes", bytes);
      return new Story(handle, list.map((layer) => layer.exact), most, again);
    } catch (error) {
      throw placed(error, list);
    }
  };

  /** The digest of layers, as the option provenance writes it. */
  digest = (layers) => guarded("SHAPE", "what was passed in cannot be read", { pointer: "" }, () => digestOfLayers(layers));

  /**
   * A layer of version 1 of the format as one of version 2, which shows the same; of a list of layers, the list. A layer of
   * version 2 comes back as it is.
   */
  upgrade = (layers, options) => {
    let list;
    const bytes = (enough) => (list = layerList(layers, enough)).map((layer) => layer.bytes);
    try {
      const made = this.#call("upgrade", options, "bundleBytes", bytes);
      return Array.isArray(layers) ? made : made[0];
    } catch (error) {
      throw placed(error, list);
    }
  };

  /** The safe HTML of a Markdown text. */
  markdown = (markdown, options) =>
    this.#call("markdown", options, "bodyBytes", (enough) => [markdownBytes(markdown, enough)]);
}

async function start(source, options, place) {
  const loaded = await loadModule(source, { __proto__: null, ...options }.integrity, place);
  const message = "this is not the WebAssembly module of this release";
  return guarded("LOAD", message, null, () => new Press(loaded, place < WHOLE));
}

const beside = []; // the promises of the presses of the modules beside this script, by their places
let whole = null; // the press of the whole, once it is there

/** Whether the whole module beside this script is there or on its way. */
export const hasWhole = () => Boolean(beside[WHOLE]);

/** Loads a module beside this script, once for all callers; after a failure the next call tries again. */
export function loadBeside(place) {
  beside[place] ??= start(undefined, undefined, place).then(
    (press) => (place === WHOLE ? (whole ??= press) : press),
    (error) => {
      beside[place] = null;
      throw error;
    },
  );
  return beside[place];
}

/**
 * The press of the whole module, before this returns: a story that a small module opened was asked for what that module
 * lacks, and answers at once as any other story does. If nobody has loaded the whole, the page's thread waits for it.
 */
function wholeNow() {
  return (whole ??= guarded("LOAD", "the whole WebAssembly module cannot be had at once: await load() before", null, () => {
    const request = new XMLHttpRequest();
    request.open("GET", standard(WHOLE), false);
    request.overrideMimeType("text/plain; charset=x-user-defined"); // a byte for each character
    request.send();
    const module = new WebAssembly.Module(Uint8Array.from(request.responseText, (character) => character.charCodeAt()));
    const press = new Press({ module, instance: new WebAssembly.Instance(module, {}) });
    beside[WHOLE] = Promise.resolve(press);
    return press;
  }));
}

/**
 * Loads the WebAssembly module. Called without arguments, it loads broadsheet.wasm next to this script, once for all
 * callers; after a failure the next call tries again.
 */
export function load(source, options) {
  return source !== undefined || options !== undefined ? start(source, options) : loadBeside(WHOLE);
}
