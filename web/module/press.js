// A loaded module, which opens stories. load() gives it what else a press has: load.js.
import { Boundary } from "./boundary.js";
import { WHOLE, standard } from "./address.js";
import { guarded } from "./errors.js";
import { fetchModule, loadModule, toBytes } from "./loader.js";
import { layerList, optionTexts, placed } from "./options.js";
import { Story } from "./story.js";

/** What load.js needs of a press: its boundary, and how options and layers become texts. */
export let reach;

class Press {
  #boundary;
  #small;

  /** small: the module is one of the small ones, whose stories ask the whole for what it lacks. */
  constructor(loaded, small = false) {
    this.#boundary = new Boundary(loaded);
    this.#small = small;
    const facts = this.#boundary.describe("version", "limit", "status");
    this.version = facts.version[0];
    const limits = facts.limit.map((fact) => fact.split("=")).map(([name, most]) => [name, Number(most)]);
    this.limits = Object.freeze(Object.fromEntries(limits));
  }

  static {
    reach = (press) => ({ boundary: press.#boundary, textsOf: press.#textsOf, read: press.#read });
  }

  /**
   * The options and the rest as texts for C. rest() cuts each to as many bytes as are enough: one more than the limit, by
   * which C sees that a text is too large.
   */
  #textsOf = (options, limit, rest) => {
    const texts = optionTexts(options);
    const given = texts.indexOf(`/limits/${limit}`) + 1;
    return texts.concat(rest(Number(given ? texts[given] : this.limits[limit]) + 1));
  };

  /**
   * Works with a layer, or with several.
   * @param {(texts: (string | Uint8Array)[], exact: boolean[], enough: number) => T} work texts: for C, with the options;
   *   exact: whether the caller has the bytes of each layer; enough: as many bytes of a layer are enough
   * @returns {T}
   */
  #read = (layers, options, work) => {
    let list;
    let most;
    try {
      const texts = this.#textsOf(options, "bundleBytes", (enough) => (list = layerList(layers, (most = enough))).map(({ bytes }) => bytes));
      return work(texts, list.map(({ exact }) => exact), most);
    } catch (error) {
      throw placed(error, list);
    }
  };

  // An arrow function, so that it works without the press: const { open } = press.
  /** Opens a story from a layer, or from several merged left to right. */
  open = (layers, options) =>
    this.#read(layers, options, (texts, exact, enough) => {
      const again = this.#small && (() => wholeNow().open(layers, options));
      return new Story(this.#boundary.open(texts), exact, enough, again);
    });
}

/** The press of a module, as loadModule() finds it. */
export async function start(find, own, small) {
  const loaded = await loadModule(find, own);
  return guarded("LOAD", "this is not the WebAssembly module of this release", null, () => new Press(loaded, small));
}

const beside = []; // the promises of the presses of the modules beside this script, by their places
let whole = null; // the press of the whole, once it is there

/** Whether the whole module beside this script is there or on its way. */
export const hasWhole = () => Boolean(beside[WHOLE]);

/** What there is of a module beside this script: its bytes in inline.js, else what comes from its address. */
function fetchBeside(place, seen) {
  const there = standard(place);
  return toBytes(there) ?? fetchModule(there, seen);
}

/** Loads a module beside this script, once for all callers; after a failure the next call tries again. */
export function loadBeside(place) {
  beside[place] ??= start((seen) => fetchBeside(place, seen), true, place < WHOLE).then(
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

/** Loads the whole module beside this script. */
export const loadWhole = () => loadBeside(WHOLE);
