/// <reference path="../../dist/broadsheet.classic.d.ts" />
// Uses every declaration of dist/*.d.ts as a user would, and marks what must not compile. Never run.
import { BroadsheetError, load } from "../../dist/broadsheet.js";
import type {
  Diagnostic,
  ErrorCode,
  Layer,
  Limits,
  MarkdownOptions,
  Press,
  Source,
  Story,
  StoryOptions,
} from "../../dist/broadsheet.js";
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
const parts: readonly string[] = press.parts;
const most: number = press.limits.bundleBytes;
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
  stylesheet: "x.css",
  document: "page",
  reader: { signedIn: true },
  furniture: true,
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

const { open, markdown: convert } = press;
open("{}");
convert("*hi*");

function read(story: Story): string {
  const bare: Uint8Array = story.renderBytes("document");
  const facts: string[] = [
    story.title,
    story.language,
    story.direction,
    story.render(),
    story.render("figure", { id: "f1" }),
  ];
  const severities = story.diagnostics.map(({ code, severity, layer: index, pointer, message }: Diagnostic) => {
    const exact: "error" | "warning" | "information" = severity;
    return [code, exact, (index ?? 0).toFixed(), pointer, message].join();
  });
  // @ts-expect-error facts cannot be changed
  story.title = "mine";
  story.close();
  return [bare.length, ...facts, ...severities].join();
}

{
  using story = press.open(layer, options);
  read(story);
}

const markdown: MarkdownOptions = { dialect: "commonmark", ids: false, headingBase: 1, idPrefix: "x-", limits };
const html: string = press.markdown("*hi*", markdown) + press.markdown(bytes);

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
const article = document.createElement("broadsheet-article");
const same: BroadsheetArticle = article;
article.src = "story.json";
article.signedIn = true;
const list: BroadsheetPart = document.createElement("broadsheet-part");
list.fragment = "ranked-list";
list.fragmentId = "top";
list.name = list.partId = article.partId; // until 1.0
// @ts-expect-error only the other one had a name
article.name = "ticker";
article.part.add("card");
const base: BroadsheetElement = list;
// @ts-expect-error neither element is the other
const other: BroadsheetPart = article;
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
] as const)
  article[name] = null;
article.addEventListener("broadsheet-render", ({ detail }: BroadsheetRenderEvent) =>
  console.log(detail.part, detail.diagnostics.length),
);
document.addEventListener("broadsheet-error", (event) => {
  const { detail }: BroadsheetErrorEvent = event;
  console.log(detail.error.code, detail.error.message);
  event.preventDefault();
});
const state = article.dataset.state as BroadsheetState | undefined;
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
console.log(article.story?.title, Broadsheet.BroadsheetError === BroadsheetError);

export { base, classic, html, Mine, most, other, outcome, parts, read, same, state, version };
