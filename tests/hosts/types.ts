/// <reference path="../../dist/broadsheet.classic.d.ts" />
// Uses every declaration of dist/*.d.ts as a user would, and marks what must not compile. Never run.
import { BroadsheetError, load, splitDocument } from "../../dist/broadsheet.js";
import type {
  Article,
  Bundle,
  CompleteBundle,
  Diagnostic,
  DiagnosticCode,
  DiagnosticRange,
  ErrorCode,
  Layer,
  LimitName,
  Limits,
  MarkdownOptions,
  PartName,
  Press,
  Source,
  Story,
  StoryOptions,
} from "../../dist/broadsheet.js";
import * as elements from "../../dist/broadsheet.js";
import { BroadsheetArticle, BroadsheetElement, BroadsheetPart, define } from "../../dist/define.js";
import type { BroadsheetErrorEvent, BroadsheetRenderEvent, BroadsheetState } from "../../dist/define.js";

// load: every kind of source, and promises of them.
const bytes = new Uint8Array(8);
const module = new WebAssembly.Module(bytes);
const sources: Source[] = [
  "x.wasm",
  new URL("https://example.org/x.wasm"),
  bytes,
  bytes.buffer,
  module,
  new Response(),
  { default: module },
  { default: "x" },
];
const press: Press = await load();
await Promise.all(sources.map((source) => load(source)));
await load(fetch("x.wasm"));
await load(
  import("node:fs").then(({ readFileSync }) => readFileSync("x.wasm")),
  { integrity: "sha384-x" },
);

const version: string = press.version;
const parts: readonly PartName[] = press.parts;
const most: number = press.limits.bundleBytes;
const codes: string[] = press.codes.map(({ code, severity, message }) => {
  const exact: "error" | "warning" | "information" = severity;
  return [code, exact, message].join();
});
// @ts-expect-error the list is frozen
press.parts.push("mine");

// open: every kind of layer and option.
const limits: Limits = {
  bundleBytes: 1,
  jsonDepth: 1,
  jsonNodes: 1,
  bodyBytes: 1,
  markdownDepth: 1,
  tableCells: 1,
  links: 1,
  listItems: 1,
  outputBytes: 1,
  diagnostics: 1,
};
const options: StoryOptions = {
  now: new Date(),
  timeZone: "UTC",
  locale: "ko",
  idPrefix: "x-",
  headingBase: 2,
  base: "https://x.example/",
  stylesheet: "x.css",
  frames: "x.example y.example",
  document: "page",
  reader: { signedIn: true },
  furniture: true,
  provenance: true,
  limits,
};
// @ts-expect-error a document holds a story or a page
press.open("{}", { document: "book" });
const layer: Layer = { broadsheet: 1 };
press.open("{}", { now: "2026-01-01" });
press.open([bytes, "{}", layer, bytes.buffer], { now: 0 });
// @ts-expect-error an option that does not exist
press.open("{}", { timezone: "UTC" });
// @ts-expect-error a number is no layer
press.open(5);
press.open(new SharedArrayBuffer(1));
press.open([]);

// open: what is forgotten to be awaited, and objects that are not JSON, do not compile; nor inside of an array.
const story = { article: { id: "1", headline: "H", body: "B" } };
// @ts-expect-error a promise
press.open(fetch("story.json"));
// @ts-expect-error a promise of text
press.open(fetch("story.json").then((response) => response.text()));
// @ts-expect-error a promise of a bundle
press.open(Promise.resolve(story));
// @ts-expect-error a Response
press.open(new Response());
// @ts-expect-error a Blob
press.open(new Blob([]));
// @ts-expect-error a stream
press.open(new ReadableStream());
// @ts-expect-error a Map
press.open(new Map([["article", {}]]));
// @ts-expect-error a URL
press.open(new URL("https://example.org/story.json"));
// @ts-expect-error a function
press.open(() => "{}");
// @ts-expect-error a promise among layers
press.open(["{}", fetch("story.json")]);
// @ts-expect-error a Response among layers
press.open([new Response(), "{}"]);
// @ts-expect-error a promise inside of a bundle
press.open({ article: Promise.resolve({}) });

// The bundle: made of the schema.
press.open(story);
press.open([{ site: { name: "The Paper", sections: [{ id: "a", label: "A", children: [{ id: "b", label: "B" }] }] } }, story]);
const article: Article = { id: "1", kicker: null, _note: { any: ["thing"] }, standfirst: undefined, figures: { quay: { src: "a.jpg" } } };
const bundle: Bundle = { broadsheet: 1, article, site: null, strings: { ko: { tags: "주제어" } }, _source: 5 };
const complete: CompleteBundle = { ...bundle, article: { id: "1", headline: "H", body: "B" } };
const headline: string = complete.article.headline;
// @ts-expect-error a key misspelt
press.open({ article: { id: "1", headlin: "H" } });
// @ts-expect-error a key misspelt, in a list
const misspelt: Bundle = { article: { authors: [{ name: "A", rol: "Editor" }] } };
// @ts-expect-error another type
const mistyped: Bundle = { article: { figures: { quay: { src: "a.jpg", width: "640" } } } };
// What a later version of the format may know compiles, as does JSON whose texts are any.
const unlisted: Bundle = { broadsheet: 2, article: { direction: "up" } };
// @ts-expect-error without what a figure needs
const lacking: Bundle = { article: { figures: { quay: { alt: "" } } } };
// A layer may give some keys to an object of another one.
press.open([{ article: { figures: { quay: { src: "a.webp", alt: "" } } } }, { article: { figures: { quay: { caption: "New" } }, comments: { count: 13 } } }]);
press.open(story).update({ merge: { article: { figures: { quay: { caption: "New" }, boat: null } } } });
press.open([story, { lists: { ranked: { top: { items: [{ headline: "B" }] } } } }]);
// @ts-expect-error a key that is none
press.open([story, { article: { figures: { quay: { captoin: "New" } } } }]);
// @ts-expect-error a list is whole, and so are its items
press.open([story, { lists: { ranked: { top: { items: [{ url: "/b" }] } } } }]);
// @ts-expect-error without its body
const incomplete: CompleteBundle = { article: { id: "1", headline: "H" } };
// Parsed JSON: whoever knows that it is a bundle says so.
const parsed: unknown = JSON.parse("{}");
press.open(parsed as Bundle);
// @ts-expect-error whoever does not, must
press.open(parsed);

// Names: what is known is offered, what a later release adds is taken.
const known: PartName = "headline";
const later: [PartName, DiagnosticCode, ErrorCode] = ["a-part-to-come", "A_CODE_TO_COME", "AN_ERROR_TO_COME"];
const limit: LimitName = "bodyBytes";
// @ts-expect-error limits are what a caller sets, so an unknown one is a mistake
const noLimit: Limits = { bodybytes: 1 };

const { open, markdown: convert } = press;
open("{}");
convert("*hi*");

function read(story: Story): string {
  const bare: Uint8Array = story.renderBytes("document");
  const facts: string[] = [
    story.id,
    story.title,
    story.language,
    story.direction,
    story.render(),
    story.render("figure", { id: "f1" }),
    story.render(known),
  ];
  const severities = story.diagnostics.map(({ code, severity, layer: index, pointer, message, offset, line, column, range }: Diagnostic) => {
    const exact: "error" | "warning" | "information" = severity;
    const part: DiagnosticRange | null = range;
    const place = [offset, line, column].map((value: number | null) => (value ?? 0).toFixed());
    return [code, exact, (index ?? 0).toFixed(), pointer, message, ...place, part?.start, part?.end, part?.line, part?.column].join();
  });
  // @ts-expect-error facts cannot be changed
  story.title = "mine";
  story.close();
  return [bare.length, ...facts, ...severities].join();
}

{
  using opened = press.open(layer, options);
  read(opened);
}

const digests: string[] = [press.digest(layer), press.digest([bytes, "{}"])];
const [above, inner, below]: [string, string, string] = splitDocument(digests.join());
console.log(above + inner + below);
// @ts-expect-error a promise is no layer
press.digest(fetch("x.json"));

const upgraded: string = press.upgrade(layer) + press.upgrade([bytes, "{}"], { limits }).join();
// @ts-expect-error upgrade takes no time
press.upgrade(upgraded, { now: "2026-01-01" });

const markdown: MarkdownOptions = { dialect: "commonmark", ids: false, headingBase: 1, idPrefix: "x-", limits };
const html: string = press.markdown("*hi*", markdown) + press.markdown(bytes, { dialect: "broadsheet" });
// @ts-expect-error there is no such dialect
press.markdown(bytes, { dialect: "gfm" });

try {
  press.open("{");
} catch (error) {
  if (error instanceof BroadsheetError) {
    const code: ErrorCode = error.code;
    const where: (number | null)[] = [error.layer, error.offset, error.line, error.column];
    console.log(code, where, error.pointer?.length, error.message, error.cause);
  }
}
new BroadsheetError("LOAD", "message", { cause: 1 });

// The element.
define();
define("my-story");
define("my-list", BroadsheetPart);
const element = document.createElement("broadsheet-article");
const same: BroadsheetArticle = element;
element.src = "story.json";
element.signedIn = true;
const list: BroadsheetPart = document.createElement("broadsheet-part");
list.fragment = "ranked-list";
list.fragmentId = "top";
list.name = list.partId = element.partId; // until 1.0
// @ts-expect-error only the other one had a name
element.name = "ticker";
element.part.add("card");
const base: BroadsheetElement = list;
// @ts-expect-error neither element is the other
const other: BroadsheetPart = element;
// @ts-expect-error the base is none of them
new BroadsheetElement();
const outcome: "ready" | "fallback" = await list.rendered;
for (const name of [
  "site",
  "lists",
  "strings",
  "locale",
  "timeZone",
  "fragment",
  "fragmentId",
  "idPrefix",
  "headingBase",
  "now",
  "frames",
] as const)
  element[name] = null;
element.addEventListener("broadsheet-render", ({ detail }: BroadsheetRenderEvent) =>
  console.log(detail.part, detail.adopted === true, detail.diagnostics.length),
);
document.addEventListener("broadsheet-error", (event) => {
  const { detail }: BroadsheetErrorEvent = event;
  console.log(detail.error.code, detail.error.message);
  event.preventDefault();
});
const state = element.dataset.state as BroadsheetState | undefined;
BroadsheetElement.press = BroadsheetArticle.press = load("x.wasm");
class Mine extends BroadsheetArticle {
  #internals = this.attachInternals();
  get states(): CustomStateSet {
    return this.#internals.states;
  }
}

// The classic build.
Broadsheet.define("my-other-story");
const classic: Promise<Press> = Broadsheet.load();
console.log(element.story?.title, Broadsheet.BroadsheetError === BroadsheetError);

export { base, classic, headline, html, codes, incomplete, lacking, later, limit, Mine, misspelt, mistyped, most, noLimit, other, outcome, parts, read, same, state, unlisted, version };

// The element's own properties.
const given: BroadsheetArticle = document.createElement("broadsheet-article");
given.bundle = story;
given.bundle = [bytes, "{}", story];
given.bundle = null;
given.now = new Date();
const again: Promise<"ready" | "fallback"> = given.reload();
// @ts-expect-error a promise
given.bundle = fetch("story.json");
const reason: string = new BroadsheetError("SHAPE", "why").reason;

// broadsheet.js has the elements as well, and they are the same.
const sameClasses: [typeof BroadsheetArticle, typeof BroadsheetElement, typeof BroadsheetPart, typeof define] = [elements.BroadsheetArticle, elements.BroadsheetElement, elements.BroadsheetPart, elements.define];
elements.define("my-third-story", sameClasses[0]);
const internals: ElementInternals = given.attachInternals();
const wide: number = given.getBoundingClientRect().width + internals.states.size;
// The classic script's name is a property of the global object, too.
const named: typeof Broadsheet = globalThis.Broadsheet;
named.define();

// What one call gives, another takes: an id that is absent may be undefined.
const live: Story = press.open(story);
for (const { part, id } of live.update({ merge: layer })) live.render(part, { id });
const absent = { timeZone: undefined, limits: undefined, reader: undefined };
live.update(press.upgrade(layer, absent));
press.open(story, { ...absent, reader: { signedIn: undefined }, limits: { bundleBytes: undefined } });
press.markdown("*hi*", { limits: undefined, version: undefined });
await load("x.wasm", { integrity: undefined });
console.log(wide);
