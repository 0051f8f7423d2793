// <broadsheet-article>: a story, or one part of it, as ordinary content of the page it stands in. And <broadsheet-part>:
// the same for any part of the page, for which no story is needed.
//
// What the page's author put inside is the fallback: it stays until the story is ready, and for good when that fails.
// Importing this file touches nothing, so a server may do it.
import { BroadsheetError, messageOf } from "../module/errors.js";
import { replaceContent } from "./html.js";
import { nameLayer, takeLayer } from "./layers.js";
import { parsing, freePrefix, scrollToHash, takePrefix } from "./page.js";
import { load } from "../module/press.js";
import { version } from "../module/version.js";

// Layers in the order in which they are merged; a bundle that stands inside comes last.
const LAYERS = ["site", "lists", "strings", "src"];
const OPTIONS = ["locale", "timeZone", "idPrefix", "headingBase", "now"];
const PROPERTIES = [...LAYERS, ...OPTIONS, "partId", "signedIn"];

const attributeOf = (property) => property.replace(/[A-Z]/, "-$&").toLowerCase();

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
    return [this.naming, ...PROPERTIES.map(attributeOf)];
  }

  #active = false;
  #run = null; // the latest order to show what the attributes name
  #shares = [];
  #story = null;
  #prefix = null;
  #fallback = null; // the nodes whose place the story took

  /** The open story, or null. It is closed when another takes its place or the element leaves the page. */
  get story() {
    return this.#story;
  }

  connectedCallback() {
    // A framework may have set properties before the class was known; they would hide the accessors.
    for (const name of [...PROPERTIES, this.constructor.naming]) {
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
    const run = (this.#run = {});
    // Once for all attributes that are set together.
    queueMicrotask(() => this.#update(() => !this.#active || this.#run !== run));
  }

  #stop() {
    this.#active = false;
    this.#release();
    if (this.dataset.state === "loading") this.dataset.state = "fallback";
  }

  #release() {
    this.#share([]);
    this.#keep(null);
    freePrefix(this);
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
    for (const name of OPTIONS) options[name] = this.getAttribute(attributeOf(name)) || undefined;
    options.idPrefix = this.#prefix;
    options.furniture = this.constructor.furniture;
    options.reader = { signedIn: this.signedIn };
    return options;
  }

  /** Nothing is named to be shown: what the page's author put inside comes back. */
  #clear() {
    this.#release();
    if (this.#fallback) this.replaceChildren(...this.#fallback);
    this.#fallback = null;
    this.dataset.state = "fallback";
  }

  // An attribute without a value counts as absent.
  get #part() {
    return this.getAttribute(this.constructor.naming) || "story";
  }

  /** Overtaken: another order came, or the element went. */
  async #update(overtaken) {
    if (overtaken()) return;
    try {
      const named = LAYERS.filter((name) => this.getAttribute(name));
      const enough = this.constructor.furniture ? named.length > 0 : named.includes("src");
      this.#prefix = takePrefix(this, this.#part); // now, so in the order of the page
      if (!enough) await parsing(this);
      if (overtaken()) return;
      if (!enough && !this.#inline) {
        this.#clear();
        return;
      }
      this.dataset.state = "loading";
      const [press, ...layers] = await this.#load(named);
      await Promise.all([this.constructor.styles, parsing(this)]);
      if (!overtaken()) this.#show(press, layers);
    } catch (cause) {
      if (overtaken()) return;
      // Beside errors of the core and of layers: an address that is none, a Trusted Types policy that is refused.
      const error = cause instanceof BroadsheetError ? cause : new BroadsheetError("LOAD", messageOf(cause), { cause });
      this.dataset.state = "error";
      // The page's author should see why the fallback stays; preventDefault() says that it is handled.
      if (this.#tell("broadsheet-error", error, true)) console.error(error);
    }
  }

  /** The press and the layers. */
  #load(named) {
    const addresses = named.map((name) => new URL(this.getAttribute(name), this.baseURI).href);
    const press = Promise.resolve(this.constructor.press ?? load());
    this.#share(addresses.map((address) => takeLayer(address, press)));
    return Promise.all([press, ...this.#shares.map((share) => share.bytes)]);
  }

  #open(press, layers) {
    try {
      return press.open(layers, this.#options());
    } catch (error) {
      nameLayer(error, this.#shares[error.layer]?.address ?? "the bundle inside", layers[error.layer]);
      throw error;
    }
  }

  #show(press, layers) {
    const part = this.#part;
    if (part === "document") throw new BroadsheetError("PART", "a whole document cannot stand in an element");
    const inline = this.#inline;
    const story = this.#open(press, inline ? [...layers, inline.textContent] : layers);
    try {
      const replaced = replaceContent(this, story.render(part, { id: this.getAttribute("part-id") ?? "" }), inline);
      this.#fallback ??= replaced;
    } catch (error) {
      story.close();
      throw error;
    }
    if (!this.#story) scrollToHash(this);
    this.#keep(story);
    this.dataset.state = "ready";
    this.#tell("broadsheet-render", Object.freeze({ part, diagnostics: story.diagnostics }));
  }

  #tell(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }
}

export class BroadsheetPart extends BroadsheetArticle {
  static naming = "name";
  static furniture = true;
}

/** A property that stands for its attribute, as text or null, or as true and false. */
function reflect(prototype, name, isFlag) {
  const attribute = attributeOf(name);
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return isFlag ? this.hasAttribute(attribute) : this.getAttribute(attribute);
    },
    set(value) {
      if (isFlag) this.toggleAttribute(attribute, Boolean(value));
      else if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}

for (const name of PROPERTIES) reflect(BroadsheetArticle.prototype, name, name === "signedIn");
reflect(BroadsheetPart.prototype, "name");
