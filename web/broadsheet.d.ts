// names.d.ts and bundle.d.ts are made by the build, of the tables and the schema.
import type { Bundle } from "./bundle.js";
import type { DiagnosticCode, ErrorCode, Limits, PartName } from "./names.js";

export type { Article, Bundle, Figure, Lists, Site, Story as CompleteBundle, Words } from "./bundle.js";
export type { DiagnosticCode, ErrorCode, LimitName, Limits, PartName } from "./names.js";

/** The only error that is thrown. */
export class BroadsheetError extends Error {
  constructor(
    code: ErrorCode,
    message: string,
    where?: Partial<Pick<BroadsheetError, "layer" | "offset" | "line" | "column" | "pointer">> & { cause?: unknown },
  );
  readonly name: "BroadsheetError";
  code: ErrorCode;
  /** Index of the layer; null: the options, or no layer. */
  layer: number | null;
  /** In UTF-8 bytes; null where there is none, and for a layer that was an object. */
  offset: number | null;
  /** Of the offset, from 1. */
  line: number | null;
  /** Of the offset, from 1, in code points. */
  column: number | null;
  /** JSON pointer (RFC 6901) into the layer, or to the option. */
  pointer: string | null;
}

/** Something in a bundle that is wrong, and was degraded. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: "error" | "warning" | "information";
  /** Index of the layer; null: the options. */
  readonly layer: number | null;
  readonly pointer: string;
  readonly message: string;
}

export interface StoryOptions {
  /** A Date, milliseconds since 1970 or ISO 8601. Absent: nothing that depends on it is shown. */
  now?: Date | number | string;
  /** IANA name; over site.timeZone, over UTC. */
  timeZone?: string;
  /** BCP 47 tag of the UI words; over site.language, over article.language, over en. */
  locale?: string;
  /** Before every id; default "bs-". */
  idPrefix?: string;
  /** Level of the headline, 1 to 6, as a number or its digits; default 1. */
  headingBase?: number | string;
  /** Address of the stylesheet that the part "document" links to. */
  stylesheet?: string;
  /** What the part "document" holds; default "story". */
  document?: "story" | "page";
  /** What the page knows about its reader; signedIn decides what the part "account" shows. */
  reader?: { signedIn?: boolean };
  /** The bundle may lack its article; what shows the story gives "" then. */
  furniture?: boolean;
  limits?: Limits;
}

export interface MarkdownOptions {
  idPrefix?: string;
  headingBase?: number | string;
  /** CommonMark alone, without extensions. */
  dialect?: "commonmark";
  /** Whether headings get an id; default true. */
  ids?: boolean;
  limits?: Limits;
}

/** Text, its UTF-8 bytes, or an object that JSON can express: parsed JSON of unknown type is passed `as Bundle`. */
export type Layer = string | ArrayBufferLike | ArrayBufferView | Bundle;

export interface RenderOptions {
  /** Which figure, related story, ranked list or slot. */
  id?: string;
}

export interface Story {
  /** The headline as plain text. */
  readonly title: string;
  /** BCP 47 tag; "" when the bundle does not say. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly diagnostics: readonly Diagnostic[];
  /** HTML; "" when the story has no data for the part, which is "story" if not given. */
  render(part?: PartName, options?: RenderOptions): string;
  /** The same as UTF-8 bytes. */
  renderBytes(part?: PartName, options?: RenderOptions): Uint8Array;
  /** Frees the story's memory; the story cannot be used any more. May be called twice. */
  close(): void;
}

/** A Story for `using story = press.open(…)`, where the compiler's library knows Symbol.dispose. */
export type DisposableStory = Story &
  (SymbolConstructor extends { readonly dispose: infer Key extends symbol } ? { [K in Key]: () => void } : unknown);

export interface Press {
  readonly version: string;
  /** The names that Story.render knows. */
  readonly parts: readonly PartName[];
  /** The defaults. */
  readonly limits: Readonly<Required<Limits>>;
  /** What a diagnostic can be: every code, once, as src/report/diagnostics.md lists them. */
  readonly codes: readonly Pick<Diagnostic, "code" | "severity" | "message">[];
  // `this: void`: both may be taken out, const { open, markdown } = press.
  /** Opens a story from one layer, or from several merged left to right. */
  open(this: void, layers: Layer | readonly Layer[], options?: StoryOptions): DisposableStory;
  /** Markdown alone to safe HTML. */
  markdown(this: void, markdown: string | ArrayBuffer | ArrayBufferView, options?: MarkdownOptions): string;
}

/** Where the WebAssembly module may come from. */
export type Source =
  | string
  | URL
  | Response
  | ArrayBuffer
  | ArrayBufferView
  | WebAssembly.Module
  | { readonly default: Source | PromiseLike<Source> };

/**
 * Loads the WebAssembly module: from the source, or from broadsheet.wasm next to the script. Without arguments it is
 * loaded once for all callers.
 */
export function load(
  source?: Source | PromiseLike<Source>,
  options?: {
    /** As in fetch, for what is fetched. */
    integrity?: string;
  },
): Promise<Press>;
