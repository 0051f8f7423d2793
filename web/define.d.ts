// The types of define.js: the elements and their events.
import type { BroadsheetError, Change, Diagnostic, Layer, Press, Story } from "./broadsheet.js";

// Where the compiler's libraries know no document, as in Node, the declarations stand as well. These add nothing to those of DOM.
declare global {
  interface CustomEvent<T = any> {}
  interface ElementInternals {}
}
declare const Base: typeof globalThis extends { HTMLElement: infer Type extends abstract new () => object } ? Type : abstract new () => object;
export {}; // else Base would be exported

/** `broadsheet-render`: the element shows the part, or its fallback, if the story has no data for the part. */
export interface BroadsheetRenderEvent extends CustomEvent<{
  readonly part: string;
  /** Whether the element has taken over what a server rendered, as it stands. Then there are no diagnostics yet. */
  readonly adopted: boolean;
  readonly diagnostics: readonly Diagnostic[];
}> {
  readonly type: "broadsheet-render";
}

/**
 * `broadsheet-error`: nothing new can be shown; the fallback or the last story stays. preventDefault() keeps the error out
 * of the console.
 */
export interface BroadsheetErrorEvent extends CustomEvent<{ readonly error: BroadsheetError }> {
  readonly type: "broadsheet-error";
}

/** `broadsheet-update`: an element with `refresh` or `live` shows a newer version of its part. */
export interface BroadsheetUpdateEvent extends CustomEvent<{
  readonly part: string;
  /** The parts of the story whose HTML is another now, also those that the element does not show. */
  readonly changes: readonly Change[];
}> {
  readonly type: "broadsheet-update";
}

/**
 * The value of `data-state`, and the CSS `:state()`. It is `error` when the bundle or the module cannot be had or rendered,
 * even while the last story is still shown, and `fallback` when the attributes name nothing, or a part for which the story
 * has no data.
 */
export type BroadsheetState = "fallback" | "loading" | "ready" | "error";

/**
 * The base of both elements. Each property but story, bundle and rendered reflects the attribute of that name in
 * kebab-case. An empty attribute counts as absent, except for signed-in and debug, of which "false" does. With the attribute
 * `debug` the console tells all diagnostics of the story; without it errors alone, and only on a page of localhost or of a
 * file.
 *
 * The children that the page's author or a framework gave the element stay its children. While a part is shown they have
 * the attribute `hidden`, and a shadow root leaves them out of what is drawn, read and found.
 */
export abstract class BroadsheetElement extends Base {
  static readonly version: string;
  /** A press, or a promise of one, in place of load(): for another address of the WebAssembly module. */
  static press: Press | PromiseLike<Press> | null;
  /** A promise that settles when the page's own copy of the stylesheet is there, or cannot be had: then the story is shown without it. null: each element brings ours. */
  static styles: Promise<unknown> | null;
  /**
   * The open story, or null. The element owns it, and closes it when another replaces it or the element leaves the page. An
   * element that took over what a server rendered has none: asking for it begins to open it, and `rendered` says when it is
   * there.
   */
  readonly story: Story | null;
  /**
   * A layer, or layers, as press.open() takes them: merged after those of the attributes, before a bundle inside the
   * element. null: none, and so are "", false and []. It is read whenever the element renders; an object that changes is
   * set again.
   */
  get bundle(): Layer | readonly Layer[] | null;
  set bundle(layers: Layer | readonly Layer[] | null | undefined);
  /**
   * Fetches the layers again, asking the server whether they have changed, and shows them. Returns `rendered`. What was taken
   * over from a server stays, without a module, if the layers are those that it was made from.
   */
  reload(): Promise<"ready" | "fallback">;
  /**
   * A promise of the rendering that is due, or of the last one if none is.
   * - It resolves to "ready" when the element shows the part that its attributes name.
   * - It resolves to "fallback" when the attributes name nothing, or a part for which the story has no data, or when the
   *   element leaves the document first. An element
   *   that was never in a document has a promise that is resolved to "fallback".
   * - It rejects with a BroadsheetError when the part cannot be shown.
   *
   * If attributes change before it settles, it settles with the last of the changes; a later change makes a new promise.
   */
  readonly rendered: Promise<"ready" | "fallback">;
  /**
   * Returns the element's one ElementInternals, on each call the same. The states "fallback", "loading", "ready" and "error"
   * in it belong to this class.
   */
  attachInternals(): ElementInternals;
  /** The name of the part to show; absent: "story". */
  fragment: string | null;
  /** Which figure, box, update, gallery, quote, related story, media, slot or ranked list. */
  fragmentId: string | null;
  /** @deprecated Use fragmentId; 1.0 will not have partId. */
  partId: string | null;
  /** Address of the bundle with the story, merged last; src, site, lists and strings are relative to the page's base. */
  src: string | null;
  /** Address of the bundle of the site, merged first. */
  site: string | null;
  /** Address of the bundle of lists, merged second. */
  lists: string | null;
  /** Address of the bundle of words, merged third. */
  strings: string | null;
  /** BCP 47 tag of the language of the words around the story. As in StoryOptions, like the next ones. */
  locale: string | null;
  /** IANA name of the time zone of all dates. */
  timeZone: string | null;
  /** Absent: the first of "bs-", "bs2-", … whose ids are not in the page yet. */
  idPrefix: string | null;
  /** Level of the headline, 1 to 6. */
  headingBase: string | null;
  /** The time of rendering, in ISO 8601; a Date, or milliseconds since 1970, may be set. */
  get now(): string | null;
  set now(time: string | number | Date | null | undefined);
  /**
   * What the relative addresses of the bundles are relative to: an address, or "bundle" for that of the bundle with the
   * story (src). Absent: the document.
   */
  base: string | null;
  /**
   * Seconds after which the server is asked again whether the bundles have changed: ten at least, and up to a quarter more, so
   * that not all readers ask at once. A newer version is shown in place; what is alike in both is not touched.
   */
  get refresh(): string | null;
  set refresh(seconds: string | number | null | undefined);
  /** Address of a stream (EventSource) by which a server pushes changes. */
  live: string | null;
  /** Whether the reader is signed in: what the part "account" shows. */
  signedIn: boolean;
  /**
   * The hosts whose frames furniture.js may show in this element when the reader asks for one, a space between two:
   * "www.youtube-nocookie.com". Absent: none, but for those that install() was given.
   */
  frames: string | null;
}

/** `<broadsheet-article>`: a story, or one part of it. */
export class BroadsheetArticle extends BroadsheetElement {}

/** `<broadsheet-part>`: any part of the page, for which no story is needed. */
export class BroadsheetPart extends BroadsheetElement {
  /** @deprecated Use fragment; 1.0 will not have name. */
  name: string | null;
}

/**
 * Defines a custom element, and adds the stylesheet to the page. If the name is defined already, that definition stays.
 * @param name default "broadsheet-article"
 * @param element default BroadsheetArticle
 */
export function define(name?: string, element?: typeof BroadsheetArticle | typeof BroadsheetPart): void;

declare global {
  interface HTMLElementTagNameMap {
    "broadsheet-article": BroadsheetArticle;
    "broadsheet-part": BroadsheetPart;
  }
  // The events bubble, so the document and the window know them too.
  interface GlobalEventHandlersEventMap {
    "broadsheet-render": BroadsheetRenderEvent;
    "broadsheet-error": BroadsheetErrorEvent;
    "broadsheet-update": BroadsheetUpdateEvent;
  }
}
