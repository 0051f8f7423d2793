// <broadsheet-article>: a story, or one part of it, as ordinary content of the page it stands in. And <broadsheet-part>:
// the same for any part of the page, for which no story is needed.
//
// What the page's author put inside is the fallback: it stays until the story is ready, and for good when that fails.
// Importing this file touches nothing, so a server may do it.
import { replaceContent } from "./html.js";
import { ElementError, aboutLayer, takeLayer } from "./layers.js";
import { afterParsing, isParsed, prefixes, scrollToHash } from "./page.js";
import { version } from "./version.js";

// By a dynamic import, so that the element is defined, and its room reserved, one fetch after the script tag was read.
const core = () => import("./broadsheet.js");

// Layers in the order in which they are merged; a bundle that stands inside comes last.
const LAYERS = ["site", "lists", "strings", "src"];
const OPTIONS = {
  locale: "locale",
  timeZone: "time-zone",
  idPrefix: "id-prefix",
  headingBase: "heading-base",
  now: "now",
};
const PROPERTIES = { ...OPTIONS, partId: "part-id" };
for (const name of LAYERS) PROPERTIES[name] = name;

/**
 * What failed, as a BroadsheetError. Beside those of the core it is a layer that did not come, or the page's own doing:
 * an address that is none, a Trusted Types policy that is refused.
 */
async function explain(cause) {
  const code = cause instanceof ElementError ? cause.code : "LOAD";
  try {
    const { BroadsheetError } = await core();
    if (cause instanceof BroadsheetError) return cause;
    return new BroadsheetError(code, cause.message, { cause, ...cause.where });
  } catch (missing) {
    return Object.assign(new Error(`broadsheet.js cannot be read: ${missing.message}`, { cause }), { code: "LOAD" });
  }
}

export class BroadsheetArticle extends (globalThis.HTMLElement ?? class {}) {
  static version = version;
  /** The attribute that names the part; whether it may do without a story. */
  static naming = "part";
  static furniture = false;
  /** A press, or a promise of one, in place of load(): for another address of the WebAssembly module. */
  static press = null;
  /** Settles when the stylesheet is there; define.js sets it. */
  static styles = null;

  static get observedAttributes() {
    return [this.naming, "signed-in", ...Object.values(PROPERTIES)];
  }

  #active = false;
  #queued = false;
  #run = null;
  #shares = [];
  #story = null;
  #prefix = null;
  #fallback = null; // the nodes whose place the story took
  #rendered = false;

  /** The open story, or null. It is closed when another takes its place or the element leaves the page. */
  get story() {
    return this.#story;
  }

  connectedCallback() {
    // A framework may have set properties before the class was known; they would hide the accessors.
    for (const name of [...Object.keys(PROPERTIES), "signedIn", this.constructor.naming]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (this.#active) return; // moved
    this.#active = true;
    this.#queue();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after && this.#active) this.#queue();
  }

  #queue() {
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.#active) this.#update();
    });
  }

  #stop() {
    this.#active = false;
    this.#run = null;
    this.#share([]);
    this.#keep(null);
    prefixes.free(this);
    if (this.dataset.state === "loading") this.dataset.state = "fallback";
  }

  /** Lets go of the layers used so far; afterwards, so that one used again is not fetched again. */
  #share(shares) {
    this.#shares.forEach((share) => share.release());
    this.#shares = shares;
  }

  #keep(story) {
    this.#story?.close();
    this.#story = story;
  }

  get #inline() {
    return [...this.children].find((child) => child.localName === "script" && child.type === "application/json");
  }

  #options() {
    const options = {};
    for (const [name, attribute] of Object.entries(OPTIONS)) options[name] = this.getAttribute(attribute) || undefined;
    options.idPrefix = this.#prefix;
    options.furniture = this.constructor.furniture;
    options.reader = { signedIn: this.hasAttribute("signed-in") };
    return options;
  }

  /** Nothing is named to be shown: what the page's author put inside comes back. */
  #clear() {
    this.#share([]);
    this.#keep(null);
    prefixes.free(this);
    if (this.#fallback) this.replaceChildren(...this.#fallback);
    this.#fallback = null;
    this.dataset.state = "fallback";
  }

  // An attribute without a value counts as absent.
  get #part() {
    return this.getAttribute(this.constructor.naming) || "story";
  }

  async #update() {
    const run = (this.#run = {}); // the last one wins
    const overtaken = () => this.#run !== run;
    const named = LAYERS.filter((name) => this.getAttribute(name));
    const enough = this.constructor.furniture ? named.length > 0 : named.includes("src");
    if (!enough && !isParsed(this)) await afterParsing(this);
    if (overtaken()) return;
    if (!enough && !this.#inline) {
      this.#clear();
      return;
    }
    this.dataset.state = "loading";
    this.#prefix = prefixes.take(this, this.#part); // now, so in the order of the page
    try {
      const press = Promise.resolve(this.constructor.press ?? core().then(({ load }) => load()));
      const layers = await this.#layers(named, press);
      await Promise.all([this.constructor.styles, isParsed(this) || afterParsing(this)]);
      if (!overtaken()) this.#show(await press, layers);
    } catch (cause) {
      const error = await explain(cause);
      if (!overtaken()) this.#fail(error);
    }
  }

  async #layers(named, press) {
    const most = press.then((ready) => ready.limits.bundleBytes);
    most.catch(() => {}); // Promise.all below reports it
    const addresses = named.map((name) => new URL(this.getAttribute(name), this.ownerDocument.baseURI).href);
    this.#share(addresses.map((address) => takeLayer(address, most)));
    const [, ...layers] = await Promise.all([press, ...this.#shares.map((share) => share.bytes)]);
    return layers;
  }

  #open(press, layers) {
    try {
      return press.open(layers, this.#options());
    } catch (error) {
      throw aboutLayer(error, this.#shares[error.layer]?.address ?? "the bundle inside", layers[error.layer]);
    }
  }

  #show(press, layers) {
    const part = this.#part;
    if (part === "document") throw new ElementError("PART", "a whole document cannot stand in an element");
    const inline = this.#inline;
    const story = this.#open(press, inline ? [...layers, inline.textContent] : layers);
    try {
      const replaced = replaceContent(this, story.render(part, { id: this.getAttribute("part-id") ?? "" }), inline);
      this.#fallback ??= replaced;
    } catch (error) {
      story.close();
      throw error;
    }
    this.#keep(story);
    this.dataset.state = "ready";
    if (!this.#rendered) scrollToHash(this);
    this.#rendered = true;
    this.#tell("broadsheet-render", Object.freeze({ part, diagnostics: story.diagnostics }));
  }

  #fail(error) {
    this.dataset.state = "error";
    // The page's author should see why the fallback stays; preventDefault() says that it is handled.
    if (this.#tell("broadsheet-error", error, true)) console.error(error);
  }

  #tell(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }
}

export class BroadsheetPart extends BroadsheetArticle {
  static naming = "name";
  static furniture = true;
}

function reflect(prototype, name, attribute) {
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(attribute);
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}

for (const [name, attribute] of Object.entries(PROPERTIES)) reflect(BroadsheetArticle.prototype, name, attribute);
reflect(BroadsheetPart.prototype, "name", "name");
Object.defineProperty(BroadsheetArticle.prototype, "signedIn", {
  configurable: true,
  enumerable: true,
  get() {
    return this.hasAttribute("signed-in");
  },
  set(value) {
    this.toggleAttribute("signed-in", Boolean(value));
  },
});
