// The base class of both elements. It shows a part of a story, or of the page around it, as ordinary content in the
// light DOM.
//
// The content that the page's author put inside is the fallback: it stays until the story is ready, and for good if that
// fails. Importing this file changes nothing, so a server may import it.
import { BroadsheetError, messageOf } from "../module/errors.js";
import { load } from "../module/press.js";
import { version } from "../module/version.js";
import { tellDiagnostics } from "./console.js";
import { bundleInside, rendered, show } from "./fallback.js";
import { replaceContent } from "./html.js";
import { choosePress, chooseRicher, placeOfPart, wantPart } from "./modules.js";
import { nameLayer, takeLayer } from "./layers.js";
import { LAYERS, OPTIONS, PROPERTIES, addressOf, attributeOf, reflect, setAnew, showState, valueOf } from "./properties.js";
import { parsing, freePrefix, scrollToHash, takePrefix } from "./page.js";
import { addStylesheets } from "./stylesheet.js";

export class BroadsheetElement extends (globalThis.HTMLElement ?? class {}) {
  static version = version;
  static naming = "part";
  static furniture = false;
  /** A press, or a promise of one, in place of load(): for another address of the WebAssembly module. */
  static press = null;
  /** A promise that settles when the page's own copy of the stylesheet is there; null: each element brings ours. */
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
  #styles; // a promise that settles when the stylesheets for the part are there; null: nothing to wait for
  #shares = [];
  #story = null;
  #prefix;
  #shown = []; // the roots of the part that is shown
  #bundle = null;
  #text; // of the bundle inside
  #anew = false; // whether the layers are fetched again
  #watch; // sees what the page, or a framework, does to the content
  #internals;

  /** The open story, or null. It is closed when another takes its place or the element leaves the page. */
  get story() {
    return this.#story;
  }

  /** A layer, or a list of layers, as of press.open(): an object, text or bytes. Setting it renders. */
  get bundle() {
    return this.#bundle;
  }

  set bundle(layers) {
    this.#bundle = layers ?? null;
    if (this.#run) this.#queue();
  }

  /** Fetches the layers again, and shows what they are now. */
  reload() {
    this.#anew = true;
    if (this.#run) this.#queue();
    return this.#rendered;
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
    setAnew(this, [...PROPERTIES, "name", "bundle"]);
    if (this.#run) return this.#style(); // moved within the document, perhaps into another root, and keeps its story
    this.#watch ??= new MutationObserver(() => this.#look());
    this.#watch.observe(this, { childList: true });
    this.#queue();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.#run || this.isConnected) return;
      this.#run = null;
      this.#watch.disconnect();
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

  /** Looks at what changed inside: a bundle that came or changed is shown, a story that was taken away is put back. */
  #look() {
    if (!this.#run) return;
    const text = bundleInside(this)?.textContent;
    if (text !== this.#text && document.readyState !== "loading") this.#queue();
    if (this.#shown.some((node) => !node.isConnected)) this.append(...this.#shown);
    show(this, this.#shown.length ? this.#shown : null);
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
    showState(this, this.#state, state);
    this.#state = state;
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

  /** The part that the attributes name. */
  get #named() {
    const { naming } = this.constructor;
    const old = naming === "part" && !this.getAttribute("fragment") && this.getAttribute(naming);
    if (old && placeOfPart(old) < 0) return "story";
    return valueOf(this, "fragment", naming) || "story";
  }

  #choose() {
    this.#prefix = takePrefix(this, (this.#part = this.#named));
    this.#style();
  }

  #style() {
    this.#styles = this.constructor.styles ?? (this.isConnected ? addStylesheets(this.getRootNode(), this.#part) : null);
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
      const enough = this.#bundle || (this.constructor.furniture ? named.length > 0 : named.includes("src"));
      this.#choose(); // before the first wait, so that the id prefixes follow the order of the page
      if (!enough) await parsing(this);
      if (overtaken()) return;
      const inline = bundleInside(this);
      this.#text = inline?.textContent;
      if (inline) this.#watch.observe(inline, { childList: true, characterData: true, subtree: true });
      if (!enough && !inline) {
        this.#release();
        this.#giveBack();
        return;
      }
      this.#enter("loading");
      const addresses = named.map((name) => addressOf(this, name, this.getAttribute(name)));
      const own = this.constructor.press;
      const chosen = own ? Promise.resolve(own).then((press) => ({ press, small: false })) : choosePress();
      const anew = this.#anew;
      this.#anew = false;
      this.#share(addresses.map((address) => takeLayer(address, chosen, anew)));
      const [{ press, small }, ...layers] = await Promise.all([chosen, ...this.#shares.map((share) => share.bytes)]);
      this.#loaded = true;
      await Promise.all([this.#styles, parsing(this)]);
      if (overtaken()) return;
      if (this.#part === "document") throw new BroadsheetError("PART", "a whole document cannot stand in an element");
      if (this.#bundle) layers.push(...[this.#bundle].flat());
      if (bundleInside(this)) layers.push(bundleInside(this).textContent);
      let made = small ? this.#try(press, layers) : this.#make(press, layers);
      // What a small module does not show, a larger one shows, or the whole says why.
      const richer = made ? null : await chooseRicher(press, layers);
      if (richer) made = this.#try(richer, layers);
      made ??= this.#make(await load(), layers);
      if (overtaken()) made[0].close();
      else this.#show(...made);
    } catch (cause) {
      if (overtaken()) return;
      // Not yet a BroadsheetError: an invalid address, a Trusted Types policy that the page refuses.
      const error = cause instanceof BroadsheetError ? cause : new BroadsheetError("LOAD", messageOf(cause), { cause });
      this.#enter("error", error);
      // The console tells the page's author why the fallback stays, unless a listener called preventDefault().
      if (this.#tell("broadsheet-error", { error })) console.error(error);
    }
  }

  #layerName(layer) {
    const given = this.#shares.length + (this.#bundle ? [this.#bundle].flat().length : 0);
    return layer === null ? "options" : (this.#shares[layer]?.address ?? (layer < given ? "the property bundle" : "the bundle inside"));
  }

  #open(press, layers) {
    const { furniture } = this.constructor;
    const options = { furniture, reader: { signedIn: this.signedIn } };
    for (const name of OPTIONS) options[name] = this.getAttribute(attributeOf(name)) || undefined;
    options.idPrefix = this.#prefix;
    // "bundle": the address of the last bundle, which has the story; one inside the element has the document's.
    if (options.base) options.base = addressOf(this, "base", options.base === "bundle" ? (this.#shares.at(-1)?.address ?? "") : options.base);
    try {
      return press.open(layers, options);
    } catch (error) {
      nameLayer(error, this.#layerName(error.layer), layers[error.layer]);
      throw error;
    }
  }

  /** Nothing of ours is shown any more: the fallback comes back. */
  #giveBack() {
    replaceContent(this, "", this.#shown);
    this.#shown = [];
    show(this, null);
    this.#enter("fallback");
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

  #show(story, html) {
    try {
      if (html) this.#shown = replaceContent(this, html, this.#shown.length ? this.#shown : rendered(this));
    } catch (error) {
      story.close();
      throw error;
    }
    const first = !this.#story;
    this.#story?.close();
    this.#story = story;
    tellDiagnostics(this, story, (layer) => this.#layerName(layer)).catch(() => {}); // the whole module may not be had
    if (html) {
      show(this, this.#shown);
      if (first) scrollToHash(this);
      this.#enter("ready");
    } else this.#giveBack(); // the story has no data for the part
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
