// The types of broadsheet.js. The build (web/types.mjs) makes names.d.ts from the module's tables, and bundle.d.ts from the
// schema.
import type { Bundle } from "./bundle.js";
import type { DiagnosticCode, ErrorCode, LimitName, Limits, PartName } from "./names.js";

export type { Article, Bundle, Figure, Lists, Site, Story as CompleteBundle, Words } from "./bundle.js";
export type { DiagnosticCode, ErrorCode, LimitName, Limits, PartName } from "./names.js";

export { BroadsheetArticle, BroadsheetElement, BroadsheetPart, define } from "./define.js";

/** The one error that Broadsheet throws, and that its promises reject with. */
export class BroadsheetError extends Error {
  constructor(
    code: ErrorCode,
    reason: string,
    where?: Partial<Pick<BroadsheetError, "layer" | "offset" | "line" | "column" | "pointer" | "operation">> & { cause?: unknown },
  );
  readonly name: "BroadsheetError";
  code: ErrorCode;
  /** The message without the place: what is wrong, and the remedy where there is one. Holds no text of the bundle. */
  reason: string;
  /** Index of the layer, from 0; null: the fault is in the options, or in no single layer. */
  layer: number | null;
  /** Place of the fault in the layer, in UTF-8 bytes from 0; null where it is not known, or the layer was an object. */
  offset: number | null;
  /** Line of the offset, from 1; null where it is not known. */
  line: number | null;
  /** Column of the offset, in code points from 1; null where it is not known. */
  column: number | null;
  /** JSON pointer (RFC 6901) into the layer, into the bundle that a patch is for, or to the option; null where there is none. */
  pointer: string | null;
  /** Index of the operation of a JSON Patch, from 0; null: it is about none. */
  operation: number | null;
}

/** A finding about the bundle or the options. The story is rendered all the same, without the value if that is at fault. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  /**
   * error: something lost or false for the reader; warning: something lost or odd now that a later version may allow;
   * information: nothing that the author meant to be seen has changed.
   */
  readonly severity: "error" | "warning" | "information";
  /** Index of the layer, from 0; null: the options. */
  readonly layer: number | null;
  /** JSON pointer (RFC 6901) into the layer, or to the option. */
  readonly pointer: string;
  /** In English; holds no text of the bundle. */
  readonly message: string;
  /** Where the value, or the part of it that `range` names, begins in the layer, in UTF-8 bytes from 0; null: the options, or the layer was an object. */
  readonly offset: number | null;
  /** Line of the offset, from 1; null with it. */
  readonly line: number | null;
  /** Column of the offset, in code points from 1; null with it. */
  readonly column: number | null;
  /** The part of the value's text that is meant; null: the value as a whole. */
  readonly range: DiagnosticRange | null;
}

/** A part of a text of the bundle. */
export interface DiagnosticRange {
  /** Its first byte in the text, as UTF-8, from 0. */
  readonly start: number;
  /** The byte behind its last. */
  readonly end: number;
  /** Line of its beginning in the text, from 1. */
  readonly line: number;
  /** Column of its beginning, in code points from 1. */
  readonly column: number;
}

export interface StoryOptions {
  /** The time of rendering: a Date, milliseconds since 1970 or ISO 8601. Absent: nothing that depends on it is shown. */
  now?: Date | number | string | undefined;
  /** IANA name of the time zone of all dates; default site.timeZone, else UTC. */
  timeZone?: string | undefined;
  /** BCP 47 tag of the language of the words around the story; default site.language, else article.language, else en. */
  locale?: string | undefined;
  /** Text before every id; default "bs-". */
  idPrefix?: string | undefined;
  /** Level of the headline, 1 to 6, as a number or its digits; default 1. */
  headingBase?: number | string | undefined;
  /**
   * The address that relative addresses become absolute with, those of pictures and links alike: of http or https, and
   * 512 bytes at most. Without it they stay as they are, relative to the document.
   */
  base?: string | undefined;
  /** Address of the stylesheet that the part "document" links to. */
  stylesheet?: string | undefined;
  /**
   * The hosts whose frames furniture.js may show in the part "document" when the reader asks for one, a space between two:
   * exact names, as "www.youtube-nocookie.com". Without it a frame is a link.
   */
  frames?: string | undefined;
  /** What the part "document" holds; default "story". */
  document?: "story" | "page" | undefined;
  /** What the page knows about its reader; signedIn decides what the part "account" shows. */
  reader?: { signedIn?: boolean | undefined } | undefined;
  /** Whether the bundle may lack its article; parts that show the story are "" then. Default false. */
  furniture?: boolean | undefined;
  /**
   * Whether the root of each part says what it was made from, in the attribute data-bs-provenance: the version, digests of
   * the options and of the layers (see Press.digest), and how much HTML there must be. An element of a page takes such HTML
   * over as it is. Default false.
   */
  provenance?: boolean | undefined;
  /** Limits that replace the defaults in Press.limits. */
  limits?: Limits | undefined;
}

export interface UpgradeOptions {
  limits?: Limits | undefined;
}

export interface MarkdownOptions {
  idPrefix?: string | undefined;
  headingBase?: number | string | undefined;
  base?: string | undefined;
  /** "commonmark": CommonMark alone, without the extensions of a story's body; default "broadsheet", with them. */
  dialect?: "broadsheet" | "commonmark" | undefined;
  /** The version of the format whose Markdown it is: that of a bundle's "broadsheet"; default the newest. */
  version?: 1 | 2 | undefined;
  /** Whether headings get an id; default true. */
  ids?: boolean | undefined;
  limits?: Limits | undefined;
}

/**
 * What one layer may give of an object that another one has: layers are merged key by key, so any key may be absent, and null
 * takes it away. Lists are whole.
 */
export type Partly<T> = unknown extends T ? T : T extends string | number | boolean | null | undefined | readonly unknown[] ? T : { readonly [K in keyof T]?: Partly<T[K]> | null | undefined };

/**
 * Text, its UTF-8 bytes, or an object that JSON can express: a Bundle, or what it gives to the layers before it. Parsed JSON of
 * unknown type is passed `as Bundle`.
 */
export type Layer = string | ArrayBufferLike | ArrayBufferView | Partly<Bundle>;

/**
 * What Story.update takes: layers, or a JSON Merge Patch (RFC 7396), which is the same as a layer, or a JSON Patch (RFC 6902)
 * as a list of operations, or the JSON text or bytes of it.
 */
export type Update = Layer | readonly Layer[] | { readonly merge: Layer } | { readonly patch: string | ArrayBufferLike | ArrayBufferView | readonly PatchOperation[] };

export type PatchOperation =
  | { op: "add" | "replace" | "test"; path: string; value: unknown }
  | { op: "remove"; path: string }
  | { op: "move" | "copy"; from: string; path: string };

/** A part whose HTML is another after an update, and the id where it takes one: render(part, { id }) gives the new HTML. */
export interface Change {
  readonly part: PartName;
  readonly id?: string;
}

export interface RenderOptions {
  /** Which figure, box, update, gallery, quote, related story, media, slot or ranked list. */
  id?: string | undefined;
}

/** An open story. It owns memory of the WebAssembly instance until close(). Its methods throw a BroadsheetError. */
export interface Story {
  /** The article's id; "" when the bundle has no article. */
  readonly id: string;
  /** The headline as plain text. */
  readonly title: string;
  /** BCP 47 tag; "" when the bundle does not say. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly diagnostics: readonly Diagnostic[];
  /**
   * The HTML of a part; "" when the story has no data for it.
   * @param part default "story"; the error PART is thrown for a name that is not in Press.parts
   */
  render(part?: PartName, options?: RenderOptions): string;
  /** The same HTML as UTF-8 bytes, in memory of the caller's own. */
  renderBytes(part?: PartName, options?: RenderOptions): Uint8Array;
  /**
   * Changes the story, as a whole or, where this throws, not at all. The layers are merged over its bundle, or the patch is
   * applied to it; null takes an entry away. Its options stay, and its diagnostics have no place in a layer afterwards.
   * @returns the parts whose HTML is another now
   */
  update(change: Update): readonly Change[];
  /** Frees the story's memory. Afterwards render throws the error STATE; another close() does nothing. */
  close(): void;
}

/** A Story for `using story = press.open(…)`, where the compiler's library knows Symbol.dispose. */
export type DisposableStory = Story &
  (SymbolConstructor extends { readonly dispose: infer Key extends symbol } ? { [K in Key]: () => void } : unknown);

/** A loaded WebAssembly module. */
export interface Press {
  /** The release of Broadsheet, such as "1.2.3". */
  readonly version: string;
  /** The names that Story.render knows. */
  readonly parts: readonly PartName[];
  /** The default of every limit. */
  readonly limits: Readonly<Record<LimitName, number>>;
  /** Every code that a diagnostic can have, once each, in the order of src/report/diagnostics.md. */
  readonly codes: readonly Pick<Diagnostic, "code" | "severity" | "message">[];
  // `this: void`: both work without the press, const { open, markdown } = press.
  /**
   * Opens a story from one layer, or from several merged left to right. The layers are copied; the caller keeps them.
   * Throws a BroadsheetError for text that is not JSON, and for an article without id, headline or body.
   */
  open(this: void, layers: Layer | readonly Layer[], options?: StoryOptions): DisposableStory;
  /**
   * The digest of layers, as the option provenance writes it: 16 hexadecimal digits. It is made of their bytes, without
   * opening a story, and tells versions apart; it is no measure of security. An object counts as its JSON.
   */
  digest(this: void, layers: Layer | readonly Layer[]): string;
  /**
   * A layer of version 1 of the format, or one that says no version, as one of version 2: JSON that shows the same, byte for
   * byte, and of which all else stands as it was written. A layer of version 2 comes back as it is. A list of layers gives a
   * list; each is converted alone. Throws a BroadsheetError as open() does, and SHAPE, with its pointer, for a text that cannot be
   * written so.
   */
  upgrade(this: void, layers: readonly Layer[], options?: UpgradeOptions): string[];
  upgrade(this: void, layer: Layer, options?: UpgradeOptions): string;
  /** The safe HTML of a Markdown text. */
  markdown(this: void, markdown: string | ArrayBuffer | ArrayBufferView, options?: MarkdownOptions): string;
}

/** A WebAssembly.Module, where the compiler's libraries know one, which those without DOM and Node do not. */
export type WasmModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : object;

/** Where the WebAssembly module may come from: an address, a URL, a Response, bytes, a module. */
export type Source =
  | string
  | { readonly href: string }
  | { readonly ok: boolean; arrayBuffer(): Promise<ArrayBuffer> }
  | ArrayBuffer
  | ArrayBufferView
  | WasmModule
  | { readonly default: Source | PromiseLike<Source> };

/**
 * Loads the WebAssembly module from the source; default: broadsheet.wasm next to the script. Called without arguments, it
 * loads the module once for all callers. Rejects with a BroadsheetError of the code LOAD.
 */
export function load(
  source?: Source | PromiseLike<Source>,
  options?: {
    /** The option `integrity` of fetch, for a module that is fetched. */
    integrity?: string | undefined;
  },
): Promise<Press>;

/**
 * The pieces of what `render("document")` gives: above the story, the story, below it. A server sends the first of a document
 * that it made without the story's body, and the others when it has the story; both rendered with the same options.
 */
export function splitDocument(html: string): [above: string, story: string, below: string];
