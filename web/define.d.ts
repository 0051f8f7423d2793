import type { BroadsheetError, Diagnostic, Press, Story } from "./broadsheet.js";

/** `broadsheet-render`: the part is in the page. */
export interface BroadsheetRenderEvent extends CustomEvent<{
  readonly part: string;
  readonly diagnostics: readonly Diagnostic[];
}> {
  readonly type: "broadsheet-render";
}

/** `broadsheet-error`: the fallback stays. preventDefault() keeps it out of the console. */
export interface BroadsheetErrorEvent extends CustomEvent<BroadsheetError> {
  readonly type: "broadsheet-error";
}

/** `error` after a `src` that cannot be had, also while the last story is still shown; `fallback` when it is removed. */
export type BroadsheetState = "fallback" | "loading" | "ready" | "error";

/**
 * `<broadsheet-article>`. Each property but story and part reflects the attribute of that name, in kebab-case; an
 * empty attribute counts as absent.
 */
export class BroadsheetArticle extends HTMLElement {
  static readonly version: string;
  /** A press, or a promise of one, in place of load(): for another address of the WebAssembly module. */
  static press: Press | PromiseLike<Press> | null;
  /** Settles when the stylesheet is there. */
  static styles: Promise<unknown> | null;
  /** The open story, or null. */
  readonly story: Story | null;
  src: string | null;
  site: string | null;
  lists: string | null;
  strings: string | null;
  locale: string | null;
  timeZone: string | null;
  partId: string | null;
  idPrefix: string | null;
  headingBase: string | null;
  now: string | null;
  /** Whether the reader is signed in: what the part "account" shows. */
  signedIn: boolean;
}

/** `<broadsheet-part>`: the part that name says, for which no story is needed. */
export class BroadsheetPart extends BroadsheetArticle {
  name: string | null;
}

/** Defines an element under a name, unless the name is taken; default "broadsheet-article" and BroadsheetArticle. */
export function define(name?: string, element?: typeof BroadsheetArticle): void;

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
