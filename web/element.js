// <broadsheet-article>: a story, or one part of it, as ordinary content of the page it stands in. And <broadsheet-part>:
// the same for any part of the page, for which no story is needed.
//
// What the page's author put inside is the fallback: it stays until the story is ready, and for good when that fails.
// Importing this file touches nothing, so a server may do it.
import { replaceContent } from "./html.js";
import { ElementError, takeLayer } from "./layers.js";
import { parsed, prefixes, scrollToHash } from "./page.js";
import { version } from "./version.js";

// By a dynamic import, so that the element is defined, and its room reserved, one fetch after the script tag was read.
const core = () => import("./broadsheet.js");

// Layers in the order in which they are merged; a bundle that stands inside comes last.
const LAYERS = ["site", "lists", "strings", "src"];
const OPTIONS = ["locale", "timeZone", "idPrefix", "headingBase", "now"];
// Each property reflects the attribute of its name in kebab-case.
const PROPERTIES = [...LAYERS, ...OPTIONS, "partId", "signedIn"];
const kebab = (name) => name.replace(/[A-Z]/, "-$&").toLowerCase();

/**
 * What failed, as a BroadsheetError. Beside those of the core it is a layer that did not come, or the page's own doing:
 * an address that is none, a Trusted Types policy that is refused.
 */
async function explain(cause) {
  const code = cause instanceof ElementError ? cause.code : "LOAD";
  try {
    const { BroadsheetError } = await core();
    if (cause instanceof BroadsheetError) return cause;
    return new BroadsheetError(code, cause.message, { offset: cause.offset, cause });
  } catch (missing) {
    return Object.assign(new Error(`broadsheet.js cannot be read: ${missing.message}`), { code });
  }
}

export class BroadsheetArticle extends (globalThis.HTMLElement ?? class {}) {
  static version = version;
  /** A press, or a promise of one, in place of load(): for another address of the WebAssembly module. */
  static press = null;
  /** Settles when the stylesheet is there; define.js sets it. */
  static styles = null;
  /** The attribute that names the part; whether it may do without a story. */
  static naming = "part";
  static furniture = false;

  static get observedAttributes() {
    return [this.naming, ...PROPERTIES.map(kebab)];
  }

  #run = null; // of several the last one wins; null: not in use
  #shares = [];
  #story = null;
  #prefix = null;
  #rendered = false;

  /** The open story, or null. It is closed when another takes its place or the element leaves the page. */
  get story() {
    return this.#story;
  }

  connectedCallback() {
    // A framework may have set properties before the class was known; they would hide the accessors.
    for (const name of [...PROPERTIES, "name"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (!this.#run) this.#queue(); // else it was moved
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after && this.#run) this.#queue();
  }

  #queue() {
    const run = (this.#run = {});
    queueMicrotask(() => this.#update(run));
  }

  #stop() {
    this.#run = null;
    this.#share([]);
    this.#keep(null);
    prefixes.free(this.#prefix);
    this.#prefix = null;
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

  async #update(run) {
    const overtaken = () => this.#run !== run;
    const { press, styles, furniture } = this.constructor;
    const named = LAYERS.filter((name) => this.hasAttribute(name));
    const enough = furniture ? named.length : this.hasAttribute("src");
    if (!overtaken() && !enough) await parsed(this);
    if (overtaken()) return;
    if (!enough && !this.#inline) {
      this.#share([]);
      this.dataset.state = "fallback";
      return;
    }
    this.dataset.state = "loading";
    if (!this.hasAttribute("id-prefix")) this.#prefix ??= prefixes.take(); // now, so in the order of the page
    try {
      const ready = Promise.resolve(press ?? core().then(({ load }) => load()));
      const layers = await this.#layers(named, ready);
      await Promise.all([styles, parsed(this)]);
      if (!overtaken()) this.#show(await ready, layers);
    } catch (cause) {
      const error = await explain(cause);
      if (!overtaken()) this.#fail(error);
    }
  }

  async #layers(named, press) {
    const addresses = named.map((name) => new URL(this[name], this.baseURI).href);
    this.#share(addresses.map((address) => takeLayer(address, press)));
    const [, ...layers] = await Promise.all([press, ...this.#shares.map((share) => share.bytes)]);
    return layers;
  }

  #show(press, layers) {
    const { naming, furniture } = this.constructor;
    const part = this.getAttribute(naming) ?? "story";
    if (part === "document") throw new ElementError("PART", "a document cannot stand in an element");
    const options = { furniture, reader: { signedIn: this.signedIn } };
    for (const name of OPTIONS) options[name] = this[name] ?? undefined;
    options.idPrefix ??= this.#prefix;
    const inline = this.#inline;
    const story = press.open(inline ? [...layers, inline.textContent] : layers, options);
    try {
      replaceContent(this, story.render(part, { id: this.partId ?? "" }), inline);
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

function reflect({ prototype }, name) {
  const attribute = kebab(name);
  const isFlag = name === "signedIn";
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

for (const name of PROPERTIES) reflect(BroadsheetArticle, name);
reflect(BroadsheetPart, "name");
