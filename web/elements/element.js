// The base of both elements: a part of a story, or of the page around it, as ordinary content of the page it stands in.
//
// What the page's author put inside is the fallback: it stays until the story is ready, and for good when that fails.
// Importing this file touches nothing, so a server may do it.
import { BroadsheetError, messageOf } from "../module/errors.js";
import { load } from "../module/press.js";
import { version } from "../module/version.js";
import { replaceContent } from "./html.js";
import { nameLayer, takeLayer } from "./layers.js";
import { attributeOf, reflect, valueOf } from "./properties.js";
import { parsing, freePrefix, scrollToHash, takePrefix } from "./page.js";

// Layers in the order in which they are merged; a bundle that stands inside comes last.
const LAYERS = ["site", "lists", "strings", "src"];
const OPTIONS = ["locale", "timeZone", "idPrefix", "headingBase", "now"];
const PROPERTIES = [...LAYERS, ...OPTIONS, "fragment", "fragmentId", "partId", "signedIn"];

export class BroadsheetElement extends (globalThis.HTMLElement ?? class {}) {
  static version = version;
  /** A press, or a promise of one, in place of load(): for another address of the WebAssembly module. */
  static press = null;
  /** Settles when the stylesheet is there; define.js sets it. */
  static styles = null;

  static get observedAttributes() {
    return [this.naming, ...PROPERTIES.map(attributeOf)];
  }

  #run; // the latest order to show what the attributes name; none: outside of a document
  #rendered = Promise.resolve("fallback");
  #settle; // ends #rendered, while it is pending
  #parts; // the names of all parts, once the module is loaded
  #part; // the name of the one to show
  #state; // the one that CSS knows
  #shares = [];
  #story = null;
  #prefix;
  #fallback; // the nodes whose place the story took
  #internals;

  /** The open story, or null. It is closed when another takes its place or the element leaves the page. */
  get story() {
    return this.#story;
  }

  /** A promise of the next rendering, or of the last one when no other is due: define.d.ts says how it ends. */
  get rendered() {
    return this.#rendered;
  }

  /** The platform hands them out once; so that the states here take nothing from a subclass, it gets the same. */
  attachInternals() {
    return (this.#internals ??= super.attachInternals());
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
      if (!this.#run || this.isConnected) return;
      this.#run = null;
      this.#release();
      if (this.#settle) this.#enter("fallback");
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#run) return;
    // Tokens for ::part come and go. As long as the parts are not known, the run that waits for them will look.
    if (name === "part" && (!this.#parts || this.#named === this.#part)) return;
    this.#queue();
  }

  #queue() {
    if (!this.#settle) {
      this.#rendered = new Promise((resolve) => (this.#settle = resolve));
      this.#rendered.catch(() => {}); // nobody needs to ask
    }
    const run = (this.#run = {});
    // Once for all attributes that are set together.
    queueMicrotask(() => this.#update(() => this.#run !== run));
  }

  /** The state, as an attribute and for CSS. All but "loading" end a rendering. */
  #enter(state, error) {
    this.dataset.state = state;
    try {
      const { states } = this.attachInternals();
      states.delete(this.#state);
      states.add((this.#state = state));
    } catch {
      // Not before Chrome 125, Firefox 126 and Safari 17.4.
    }
    if (state !== "loading") this.#settle = this.#settle(error ? Promise.reject(error) : state);
  }

  #release() {
    this.#share([]);
    this.#story?.close();
    this.#story = null;
    freePrefix(this);
  }

  /** Lets go of the layers used so far; afterwards, so that one used again is not fetched again. */
  #share(shares) {
    this.#shares.forEach((share) => share.release());
    this.#shares = shares;
  }

  get #inline() {
    return [...this.children].find((child) => child.localName === "script" && child.type === "application/json");
  }

  /** The part that the attributes name; undefined: only the list of parts can tell. */
  get #named() {
    const { naming } = this.constructor;
    const old = naming === "part" && !this.getAttribute("fragment") && this.getAttribute(naming);
    if (old && !this.#parts?.includes(old)) return this.#parts && "story";
    return valueOf(this, "fragment", naming) || "story";
  }

  #choose() {
    const part = (this.#part = this.#named);
    if (part) this.#prefix = takePrefix(this, part);
  }

  /** Overtaken: another order came, or the element went. */
  async #update(overtaken) {
    try {
      if (overtaken()) return;
      const named = LAYERS.filter((name) => this.getAttribute(name));
      const enough = this.constructor.furniture ? named.length > 0 : named.includes("src");
      this.#choose(); // now, so in the order of the page
      if (!enough) await parsing(this);
      if (overtaken()) return;
      if (!enough && !this.#inline) {
        // Nothing is named to be shown: what the page's author put inside comes back.
        this.#release();
        if (this.#fallback) this.replaceChildren(...this.#fallback);
        this.#fallback = null;
        this.#enter("fallback");
        return;
      }
      this.#enter("loading");
      const addresses = named.map((name) => new URL(this.getAttribute(name), this.baseURI).href);
      const press = this.#load(overtaken);
      this.#share(addresses.map((address) => takeLayer(address, press)));
      const all = await Promise.all([press, ...this.#shares.map((share) => share.bytes)]);
      await Promise.all([this.constructor.styles, parsing(this)]);
      if (!overtaken()) this.#show(...all);
    } catch (cause) {
      if (overtaken()) return;
      // Beside errors of the core and of layers: an address that is none, a Trusted Types policy that is refused.
      const error = cause instanceof BroadsheetError ? cause : new BroadsheetError("LOAD", messageOf(cause), { cause });
      this.#enter("error", error);
      // The page's author should see why the fallback stays; preventDefault() says that it is handled.
      if (this.#tell("broadsheet-error", { error })) console.error(error);
    }
  }

  /** The press, and with it the list of parts. */
  async #load(overtaken) {
    const press = await (this.constructor.press ?? load());
    this.#parts = press.parts;
    if (!overtaken()) this.#choose();
    return press;
  }

  #open(press, layers) {
    const { furniture } = this.constructor;
    const options = { furniture, reader: { signedIn: this.signedIn } };
    for (const name of OPTIONS) options[name] = this.getAttribute(attributeOf(name)) || undefined;
    options.idPrefix = this.#prefix;
    try {
      return press.open(layers, options);
    } catch (error) {
      nameLayer(error, this.#shares[error.layer]?.address ?? "the bundle inside", layers[error.layer]);
      throw error;
    }
  }

  #show(press, ...layers) {
    const part = this.#part;
    if (part === "document") throw new BroadsheetError("PART", "a whole document cannot stand in an element");
    const inline = this.#inline;
    const story = this.#open(press, inline ? [...layers, inline.textContent] : layers);
    try {
      const html = story.render(part, { id: valueOf(this, "fragment-id", "part-id") });
      const replaced = replaceContent(this, html, inline);
      this.#fallback ??= replaced;
    } catch (error) {
      story.close();
      throw error;
    }
    if (!this.#story) scrollToHash(this);
    this.#story?.close();
    this.#story = story;
    this.#enter("ready");
    this.#tell("broadsheet-render", { part, diagnostics: story.diagnostics });
  }

  #tell(type, detail) {
    Object.freeze(detail);
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: Boolean(detail.error) }));
  }
}

for (const name of PROPERTIES) reflect(BroadsheetElement.prototype, name);
reflect(BroadsheetElement.prototype, "partId", "fragmentId");
