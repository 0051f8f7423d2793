import type { BroadsheetError, Diagnostic, Press, Story } from "./broadsheet.js";

/** `broadsheet-render`: the part is in the page. */
export interface BroadsheetRenderEvent extends CustomEvent<{
  readonly part: string;
  readonly diagnostics: readonly Diagnostic[];
}> {
  readonly type: "broadsheet-render";
}

/** `broadsheet-error`: the fallback stays. preventDefault() keeps it out of the console. */
export interface BroadsheetErrorEvent extends CustomEvent<{ readonly error: BroadsheetError }> {
  readonly type: "broadsheet-error";
}

/** `error` after a `src` that cannot be had, also while the last story is still shown; `fallback` when it is removed. */
export type BroadsheetState = "fallback" | "loading" | "ready" | "error";

/**
 * The base of both elements. Each property but story and rendered reflects the attribute of that name, in kebab-case; an
 * empty attribute counts as absent.
 */
export abstract class BroadsheetElement extends HTMLElement {
  static readonly version: string;
  /** A press, or a promise of one, in place of load(): for another address of the WebAssembly module. */
  static press: Press | PromiseLike<Press> | null;
  /** Settles when the stylesheet is there. */
  static styles: Promise<unknown> | null;
  /** The open story, or null. */
  readonly story: Story | null;
  /**
   * A promise of the rendering that is due, or of the last one. It resolves to "ready" when the element shows what its
   * attributes name, and to "fallback" when they name nothing or the element left the document first. It rejects with
   * the error when what they name cannot be shown. Attributes that change before it ends are waited for as well; those
   * that change later are the matter of another promise. Before the element first enters a document it is "fallback".
   */
  readonly rendered: Promise<"ready" | "fallback">;
  /** The one ElementInternals of the element, as often as it is asked for. The states in it that have our names are ours. */
  attachInternals(): ElementInternals;
  /** The name of the part to show. */
  fragment: string | null;
  /** Which figure, related story, ranked list or slot. */
  fragmentId: string | null;
  /** @deprecated Gone in 1.0: fragmentId. */
  partId: string | null;
  src: string | null;
  site: string | null;
  lists: string | null;
  strings: string | null;
  locale: string | null;
  timeZone: string | null;
  idPrefix: string | null;
  headingBase: string | null;
  now: string | null;
  /** Whether the reader is signed in: what the part "account" shows. */
  signedIn: boolean;
}

/** `<broadsheet-article>`: a story, or one part of it. */
export class BroadsheetArticle extends BroadsheetElement {}

/** `<broadsheet-part>`: any part of the page, for which no story is needed. */
export class BroadsheetPart extends BroadsheetElement {
  /** @deprecated Gone in 1.0: fragment. */
  name: string | null;
}

/** Defines an element under a name, unless the name is taken; default "broadsheet-article" and BroadsheetArticle. */
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
  }
}
