// The base class of both elements. It shows a part of a story, or of the page around it, as ordinary content in the
// light DOM.
//
// The content that the page's author put inside is the fallback: it stays until the story is ready, and for good if that
// fails. Importing this file changes nothing, so a server may import it.
import { BroadsheetError, messageOf } from "../module/errors.js";
import { load } from "../module/press.js";
import { version } from "../module/version.js";
import { replaceContent } from "./html.js";
import { choosePress, placeOfPart, wantPart } from "./modules.js";
import { nameLayer, takeLayer } from "./layers.js";
import { attributeOf, reflect, valueOf } from "./properties.js";
import { parsing, freePrefix, scrollToHash, takePrefix } from "./page.js";

// The attributes that hold addresses of layers, in the order of merging. A bundle inside the element comes last.
const LAYERS = ["site", "lists", "strings", "src"];
const OPTIONS = ["locale", "timeZone", "idPrefix", "headingBase", "now"];
const PROPERTIES = [...LAYERS, ...OPTIONS, "fragment", "fragmentId", "partId", "signedIn"];

export class BroadsheetElement extends (globalThis.HTMLElement ?? class {}) {
  static version = version;
  static naming = "part";
  static furniture = false;
  /** A press, or a promise of one, in place of load(): for another address of the WebAssembly module. */
  static press = null;
  /** A promise that settles when the stylesheet is there, or null; define.js sets it. */
  static styles = null;

  static get observedAttributes() {
    return [this.naming, ...PROPERTIES.map(attributeOf)];
  }

  #run; // identifies the latest update, so that an older one sees that it was overtaken; null outside of a document
  #rendered = Promise.resolve("fallback");
  #settle; // resolves #rendered; undefined once it has settled
  #part; // the name of the part to show
  #loaded = false; // whether there was a press
  #state; // the state that CSS knows, by :state()
  #shares = [];
  #story = null;
  #prefix;
  #fallback; // the nodes that the story replaced
  #internals;

  /** The open story, or null. It is closed when another takes its place or the element leaves the page. */
  get story() {
    return this.#story;
  }

  /** A promise of the next rendering, or of the last one when no other is due: define.d.ts says how it ends. */
  get rendered() {
    return this.#rendered;
  }

  /** The platform gives ElementInternals once only. This class needs them, and a subclass may: both get the same ones. */
  attachInternals() {
    return (this.#internals ??= super.attachInternals());
  }

  connectedCallback() {
    // Properties that a framework set before the element was defined would hide the accessors: they are set anew.
    for (const name of [...PROPERTIES, "name"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (!this.#run) this.#queue(); // else the element was moved within the document, and keeps its story
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.#run || this.isConnected) return;
      this.#run = null;
      this.#release();
      if (this.#settle) this.#enter("fallback");
    });
  }

  /** Addresses are relative to the document. */
  adoptedCallback() {
    if (this.#run) this.#queue();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#run) return;
    // `part` may hold tokens for ::part, which change often: a change counts only if it names another part, and not
    // where the module could not be had.
    if (name === "part" && (this.#named === this.#part || !(this.#settle || this.#loaded))) return;
    this.#queue();
  }

  #queue() {
    if (!this.#settle) {
      this.#rendered = new Promise((resolve) => (this.#settle = resolve));
      this.#rendered.catch(() => {}); // no "unhandled rejection" where nobody awaits it
    }
    if (!this.constructor.press) wantPart(this.#named, this.getAttribute("strings"));
    const run = (this.#run = {});
    // One update for all attributes that a script sets together.
    queueMicrotask(() => this.#update(() => this.#run !== run));
  }

  /** Enters a state, as data-state and :state(). Every state but "loading" settles the promise of the rendering. */
  #enter(state, error) {
    this.dataset.state = state;
    try {
      const { states } = this.attachInternals();
      states.delete(this.#state);
      states.add((this.#state = state));
    } catch {
      // Browsers before Chrome 125, Firefox 126 and Safari 17.4 have no states: data-state must do.
    }
    if (state !== "loading") this.#settle = this.#settle(error ? Promise.reject(error) : state);
  }

  #release() {
    this.#share([]);
    this.#story?.close();
    this.#story = null;
    freePrefix(this);
  }

  /** Replaces the shares in layers. The new ones were taken before, so a layer in both is not fetched again. */
  #share(shares) {
    this.#shares.forEach((share) => share.release());
    this.#shares = shares;
  }

  get #inline() {
    return [...this.children].find((child) => child.localName === "script" && child.type === "application/json");
  }

  /** The part that the attributes name. */
  get #named() {
    const { naming } = this.constructor;
    const old = naming === "part" && !this.getAttribute("fragment") && this.getAttribute(naming);
    if (old && placeOfPart(old) < 0) return "story";
    return valueOf(this, "fragment", naming) || "story";
  }

  /**
   * Shows what the attributes name.
   * @param {() => boolean} overtaken whether a newer update was queued or the element left the document; asked after each
   *   wait, so that this update stops then
   */
  async #update(overtaken) {
    try {
      if (overtaken()) return;
      const named = LAYERS.filter((name) => this.getAttribute(name));
      const enough = this.constructor.furniture ? named.length > 0 : named.includes("src");
      // Before the first wait, so that the id prefixes follow the order of the page.
      this.#prefix = takePrefix(this, (this.#part = this.#named));
      if (!enough) await parsing(this);
      if (overtaken()) return;
      if (!enough && !this.#inline) {
        // The attributes name nothing to show: the fallback comes back.
        this.#release();
        if (this.#fallback) this.replaceChildren(...this.#fallback);
        this.#fallback = null;
        this.#enter("fallback");
        return;
      }
      this.#enter("loading");
      const addresses = named.map((name) => new URL(this.getAttribute(name), this.baseURI).href);
      const own = this.constructor.press;
      const chosen = own ? Promise.resolve(own).then((press) => ({ press, small: false })) : choosePress();
      this.#share(addresses.map((address) => takeLayer(address, chosen)));
      const [{ press, small }, ...layers] = await Promise.all([chosen, ...this.#shares.map((share) => share.bytes)]);
      this.#loaded = true;
      await Promise.all([this.constructor.styles, parsing(this)]);
      if (overtaken()) return;
      if (this.#part === "document") throw new BroadsheetError("PART", "a whole document cannot stand in an element");
      const inline = this.#inline;
      if (inline) layers.push(inline.textContent);
      const done = small ? this.#try(press, layers) : this.#make(press, layers);
      // What a small module does not show, the whole shows or says why.
      const made = done ?? this.#make(await load(), layers);
      if (overtaken()) made[0].close();
      else this.#show(...made, inline);
    } catch (cause) {
      if (overtaken()) return;
      // Not yet a BroadsheetError: an invalid address, a Trusted Types policy that the page refuses.
      const error = cause instanceof BroadsheetError ? cause : new BroadsheetError("LOAD", messageOf(cause), { cause });
      this.#enter("error", error);
      // The console tells the page's author why the fallback stays, unless a listener called preventDefault().
      if (this.#tell("broadsheet-error", { error })) console.error(error);
    }
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

  /** Opens the story and renders the part. */
  #make(press, layers) {
    const story = this.#open(press, layers);
    try {
      return [story, story.render(this.#part, { id: valueOf(this, "fragment-id", "part-id") })];
    } catch (error) {
      story.close();
      throw error;
    }
  }

  /** The same with a small module; null where the whole is to be asked. Memory would not be enough there either. */
  #try(press, layers) {
    try {
      return this.#make(press, layers);
    } catch (error) {
      if (error.code === "MEMORY") throw error;
      return null;
    }
  }

  #show(story, html, inline) {
    try {
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
    this.#tell("broadsheet-render", {
      part: this.#part,
      get diagnostics() {
        return story.diagnostics;
      },
    });
  }

  #tell(type, detail) {
    Object.freeze(detail);
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: Boolean(detail.error) }));
  }
}

for (const name of PROPERTIES) reflect(BroadsheetElement.prototype, name);
reflect(BroadsheetElement.prototype, "partId", "fragmentId");
