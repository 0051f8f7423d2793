// The base class of both elements. It shows a part of a story, or of the page around it, as ordinary content in the
// light DOM.
//
// What the page's author put inside is the fallback: it stays until the story is ready, and for good if that fails.
import { BroadsheetError, messageOf } from "../module/errors.js";
import { version } from "../module/version.js";
import { tellAuthor } from "./author.js";
import { bundleInside, rendered, show } from "./fallback.js";
import { replaceContent } from "./html.js";
import { choosePress, namedPart, wantPart } from "./modules.js";
import { takeLayer } from "./layers.js";
import { addressesOf, layersOf, live } from "./living.js";
import { LAYERS, PROPERTIES, attributeOf, idOf, isOn, optionsOf, reflect, setAnew, showState, tell, tellRendering } from "./properties.js";
import { findMade, hasProvenance } from "./provenance.js";
import { begun, freePrefix, parsing, scrollToHash, takePrefix } from "./page.js";
import { renderPart } from "./render.js";
import { addStylesheets, moreFor, reserveRoom } from "./stylesheet.js";

export class BroadsheetElement extends (globalThis.HTMLElement ?? class {}) {
  static version = version;
  static naming = "part";
  static furniture = false;
  /** A press, or a promise of one, in place of load(): for another address of the WebAssembly module. */
  static press = null;
  /** A promise that settles when the page's own copy of the stylesheet is there, or cannot be had; null: each element brings ours. */
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
  #more = null; // the stylesheets that what is shown needs beside those of its part
  #styles; // a promise that settles when the stylesheets for the part are there; null: nothing to wait for
  #shares = [];
  #story = null;
  #prefix;
  #shown = []; // the roots of the part that is shown
  #adopted = null; // what findMade() gave, as long as that is shown
  #isStale = false; // whether HTML of a server in here is of other attributes
  #late = null; // until something is shown: whether anything was set meanwhile, so that HTML of a server may be of other layers
  #asked = false; // whether somebody asked for the story of it
  #bundle = null;
  #text; // of the bundle inside
  #anew = false; // whether the layers are fetched again
  #watch; // sees what the page, or a framework, does to the content
  #internals;
  #life = null; // a promise of what keeps the story fresh: living.js

  /** The open story, or null. It is closed when another takes its place or the element leaves the page. */
  get story() {
    const opens = this.#adopted && !this.#asked;
    if (this.#adopted || this.#late !== null) this.#asked = true;
    if (opens) this.#queue();
    return this.#story;
  }

  /** A layer, or a list of layers, as of press.open(): an object, text or bytes. Setting it renders. */
  get bundle() {
    return this.#bundle;
  }

  set bundle(layers) {
    this.#bundle = (Array.isArray(layers) ? layers.length : layers) ? layers : null; // what frameworks have for nothing: "", false, []
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
    if (!hasProvenance(this)) reserveRoom(this.localName, this.constructor);
    if (this.#run) return this.#look(), this.#style(); // moved within the document, perhaps into another root, and keeps its story
    (this.#watch ??= new MutationObserver(() => this.#look())).observe(this, { childList: true });
    this.#queue();
    this.#look();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.#run || this.isConnected) return;
      this.#run = this.#late = null;
      this.#watch.disconnect(), this.#live();
      this.#release(), this.#disown();
      if (this.#settle) this.#enter("fallback");
    });
  }

  /** Addresses are relative to the document. */
  adoptedCallback() {
    if (this.#run && !this.#adopted) this.#queue();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (!this.#run) return void (before === null || (this.#isStale = true));
    // `part` may hold tokens for ::part: a change counts only if it names another part, and not without a module.
    if (name === "part" && (namedPart(this) === this.#part || !(this.#settle || this.#loaded))) return;
    this.#queue();
  }

  /** Looks at what changed inside: a bundle that came or changed is shown, a story that was taken away is put back. */
  #look() {
    if (!this.#run || !this.isConnected) return; // out of the document nothing stays: WebKit would ask for ever
    const text = bundleInside(this)?.textContent;
    if (text !== this.#text && document.readyState !== "loading") this.#queue();
    if (this.#shown.some((node) => !node.isConnected)) {
      if (this.#adopted) return this.#disown(), this.#queue(); // its owner has other HTML there
      this.append(...this.#shown);
    }
    show(this, this.#shown.length ? this.#shown : null);
  }

  #queue() {
    if (!this.#settle) {
      this.#rendered = new Promise((resolve) => (this.#settle = resolve));
      this.#rendered.catch(() => {}); // no "unhandled rejection" where nobody awaits it
    }
    if (!this.constructor.press) wantPart(namedPart(this), this);
    if (this.#late !== null) this.#late = true;
    const run = (this.#run = {});
    // One update for all attributes that a script sets together.
    queueMicrotask(() => this.#update(() => this.#run !== run));
  }

  /** Enters a state, as data-state and :state(). Every state but "loading" settles the promise of the rendering. */
  #enter(state, error) {
    showState(this, this.#state, state);
    this.#state = state;
    if (state !== "loading") [this.#late, this.#settle] = [null, this.#settle?.(error ? Promise.reject(error) : state)];
  }

  /** What was taken over is not ours any more. */
  #disown() {
    if (this.#adopted) this.#shown = [];
    [this.#adopted, this.#asked] = [null, false];
  }

  #release() {
    this.#share([]);
    freePrefix(this);
    this.#story = this.#story?.close() ?? null;
  }

  /** Replaces the shares in layers. The new ones were taken before, so a layer in both is not fetched again. */
  #share(shares) {
    this.#shares.forEach((share) => share.release());
    this.#shares = shares;
  }

  #style(html) {
    this.#more = html ? moreFor(html) : this.#more;
    return (this.#styles = this.constructor.styles?.catch(() => {}) ?? (this.isConnected ? addStylesheets(this.getRootNode(), this.#part, this.#more) : null));
  }

  /**
   * Shows what the attributes name.
   * @param {() => boolean} overtaken whether a newer update was queued or the element left the document; asked after each
   *   wait, so that this update stops then
   */
  async #update(overtaken) {
    let [asked, bytes] = [0, null];
    try {
      if (overtaken()) return;
      const named = LAYERS.filter((name) => this.getAttribute(name));
      const enough = this.#bundle || (this.constructor.furniture ? named.length > 0 : named.includes("src"));
      this.#prefix = takePrefix(this, (this.#part = namedPart(this))); // before the first wait: prefixes follow the order of the page
      if (this.#adopted && !this.#shown.every((node) => node.isConnected)) this.#disown();
      const first = !this.#shown.length;
      if (first) this.#late ??= false;
      const wait = first && begun(this);
      if (wait) this.#style(), await wait;
      if (!enough || (first && hasProvenance(this))) await parsing(this);
      const inline = bundleInside(this);
      this.#text = inline?.textContent;
      if (inline) this.#watch.observe(inline, { childList: true, characterData: true, subtree: true });
      const known = await findMade(this, this.#part, this.#prefix, first ? !this.#isStale : this.#adopted);
      if (overtaken()) return;
      const opens = this.#asked || isOn(this.getAttribute("debug"));
      const bare = !enough && !inline; // then there is no more to be had
      if (known && (first ? !this.#late && (bare || !(opens || this.#anew || this.#bundle)) : known.bare && bare)) return this.#adopt({ ...known, bare });
      if (bare) {
        this.#disown(), this.#release();
        this.#isStale = true;
        return this.#style(), this.#giveBack(), this.#live();
      }
      this.#enter("loading");
      asked = performance.now();
      const [addresses, anew] = [addressesOf(this), this.#anew];
      this.#anew = false;
      // With a server's HTML there, the module waits until the layers turn out to be others.
      const waits = known && !opens && (anew || first);
      const choose = () => choosePress(this.constructor.press);
      const chosen = waits ? Promise.resolve() : choose();
      this.#share(addresses.map((address) => takeLayer(address, chosen, anew)));
      this.#style(); // behind the requests for what takes longer
      [, ...bytes] = await Promise.all([chosen, ...this.#shares.map((share) => share.bytes)]);
      await Promise.all([!waits && this.#styles, parsing(this)]);
      if (overtaken()) return;
      const layers = layersOf(this, bytes);
      const keep = known?.isMadeOf(layers) ? known : null;
      if (waits && keep) return this.#adopt(keep, bytes, asked, addresses);
      const loaded = await (waits ? choose() : chosen);
      this.#loaded = true;
      await this.#styles;
      if (overtaken()) return;
      if (this.#part === "document") throw new BroadsheetError("PART", "a whole document cannot stand in an element");
      const names = [...addresses, ...[this.#bundle ?? []].flat().map(() => "the property bundle"), "the bundle inside"];
      const nameOf = (layer) => (layer === null ? "options" : names[layer]);
      const made = await renderPart(loaded, layers, { options: optionsOf(this, this.#prefix), part: this.#part, id: idOf(this), nameOf, keep });
      const { story, html } = (await this.#life)?.renewed(made, anew, this.#part, idOf(this)) ?? made;
      if (html ?? keep) await this.#style(html ?? keep.tags);
      if (overtaken()) return story?.close();
      story ? this.#show(story, html, keep) : this.#enter("ready"); // null: what is shown is newer
      this.#live(bytes, asked, addresses);
      if (story) await tellAuthor(this, story, nameOf).catch(() => {}); // the whole module may not be had
    } catch (cause) {
      if (overtaken()) return;
      this.#live(null, asked);
      // Else an invalid address, or a Trusted Types policy that the page refuses.
      const error = cause instanceof BroadsheetError ? cause : new BroadsheetError("LOAD", messageOf(cause), { cause });
      this.#enter("error", error);
      addEventListener("pageshow", ({ persisted }) => persisted && !overtaken() && this.#queue(), { once: true }); // WebKit cancels the requests of a page that is left, and may keep it
      // The console tells the page's author why the fallback stays, unless a listener called preventDefault().
      if (tell(this, "broadsheet-error", { error })) console.error(error);
    }
  }

  /** Nothing of ours is shown any more: the fallback comes back. */
  #giveBack() {
    replaceContent(this, "", this.#shown);
    this.#shown = [];
    show(this, null);
    this.#enter("fallback");
  }

  /** Keeps the story fresh from here on, where the attributes ask for that. bytes: of the layers, when they were asked for, and where. */
  #live(bytes = null, asked = 0, addresses = null) {
    this.#life = live(this, this.#life, bytes, asked, addresses, {
      rests: () => this.#run && !this.#settle,
      shown: () => ({ story: this.#story, adopted: this.#adopted, part: this.#part, prefix: this.#prefix }),
      show: (story, html, replace) => (this.#style(html), this.#show(story, html, null, replace)),
      keep: (story) => (this.#story?.close(), (this.#story = story), this.#enter("ready")),
    });
  }

  /** Shows HTML of a server as it stands. */
  #adopt(known, ...shown) {
    this.#share([]);
    [this.#adopted, this.#shown] = [known, known.nodes];
    this.#style(known.tags);
    this.#anew = false;
    show(this, this.#shown);
    this.#enter("ready");
    tellRendering(this, this.#part, true, this.#story);
    this.#live(...shown);
  }

  #show(story, html, keep, replace) {
    try {
      [this.#adopted, this.#shown] = [keep, keep?.nodes ?? this.#shown];
      if (html) this.#shown = replace?.(this, html, this.#shown) ?? replaceContent(this, html, this.#shown.length ? this.#shown : rendered(this));
    } catch (error) {
      story.close();
      throw error;
    }
    const first = !this.#story;
    this.#story?.close();
    this.#story = story;
    if (html || keep) {
      show(this, this.#shown);
      if (first && html && !replace) scrollToHash(this);
      this.#enter("ready");
    } else this.#giveBack(); // the story has no data for the part
    tellRendering(this, this.#part, false, story);
  }
}

for (const name of PROPERTIES) reflect(BroadsheetElement.prototype, name);
reflect(BroadsheetElement.prototype, "partId", "fragmentId");
