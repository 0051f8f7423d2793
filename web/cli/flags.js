// The tables of the commands, flags and exit statuses. Parsing, the help and the man page are made from them. Importing
// this file runs nothing.
//
// A flag for an option of the module has the option's name in kebab-case.

export const COMMANDS = {
  render: { operands: "FILE...", text: "the HTML of a story" },
  check: { operands: "FILE...", text: "what is wrong with a bundle" },
  markdown: { operands: "FILE", text: "the HTML of a Markdown text" },
  upgrade: { operands: "FILE...", text: "a bundle of version 1 as one of version 2" },
};

export const OPERANDS = 'FILE is a bundle (JSON); several are merged from left to right. "-" is standard input.';

const RENDER = ["render"];
const CHECK = ["check"];
const MARKDOWN = ["markdown"];
const BUNDLES = ["render", "check"];
const HTML = ["render", "markdown"];
const SHOWN = ["render", "check", "markdown"];
const UPGRADE = ["upgrade"];
const ALL = ["render", "check", "markdown", "upgrade"];
const NDJSON = [["ndjson", true]];
const DOCUMENT = [["part", "document"]];

/**
 * name      behind two hyphens; short: behind one
 * type      "text" (with a value), "switch" (without), "pairs" (NAME=NUMBER, may be given for several names)
 * value     the word that stands for the value in the help
 * option    path of the module's option; absent: the command line's own
 * to        what a switch sets the option to; absent: true
 * commands  the commands that take the flag
 * needs     [flag, value] pairs (true: of a switch), one of which must be given: without them the flag would have no effect
 * unless    a flag beside which this one would have no effect
 * was       its name in an earlier release
 */
export const FLAGS = [
  { name: "part", type: "text", value: "NAME", commands: RENDER, text: 'another part than "story"; "document" is a whole page' },
  { name: "id", type: "text", value: "ID", commands: RENDER, text: "which figure, box, update, gallery, quote, related, media, slot or ranked-list" },
  { name: "ndjson", type: "switch", commands: RENDER, text: "the last FILE has a bundle a line, over those before; a record of JSON a line comes out" },
  { name: "records", type: "switch", commands: RENDER, needs: NDJSON, text: 'a line is { "id", "layers": [bundle...], "options" }' },
  { name: "base", type: "text", value: "ADDRESS", option: "base", commands: SHOWN, text: "what relative addresses become absolute with" },
  {
    name: "stylesheet",
    was: "css",
    type: "text",
    value: "ADDRESS",
    option: "stylesheet",
    commands: RENDER,
    needs: DOCUMENT,
    text: "the stylesheet that a document links to",
  },
  {
    name: "document",
    type: "text",
    value: "WHAT",
    option: "document",
    commands: RENDER,
    needs: DOCUMENT,
    text: 'what a document holds: "story" or "page"',
  },
  {
    name: "frames",
    type: "text",
    value: "HOSTS",
    option: "frames",
    commands: RENDER,
    needs: DOCUMENT,
    text: "the hosts whose frames a document's script may show, a space between two",
  },
  {
    name: "signed-in",
    type: "switch",
    option: "reader/signedIn",
    commands: RENDER,
    needs: [["part", "account"], ["part", "masthead"], ["part", "page"], ["document", "page"]],
    text: "the reader is signed in",
  },
  { name: "now", type: "text", value: "TIME", option: "now", commands: BUNDLES, text: "the time of rendering, ISO 8601" },
  { name: "time-zone", type: "text", value: "ZONE", option: "timeZone", commands: BUNDLES, text: "IANA name, over the site's" },
  { name: "locale", type: "text", value: "TAG", option: "locale", commands: BUNDLES, text: "the language of the words around the story" },
  { name: "furniture", type: "switch", option: "furniture", commands: BUNDLES, text: "the bundle may lack its story" },
  { name: "provenance", type: "switch", option: "provenance", commands: RENDER, text: "the HTML says what it was made from, for an element to take over" },
  {
    name: "id-prefix",
    type: "text",
    value: "PREFIX",
    option: "idPrefix",
    commands: HTML,
    text: 'before every id, "bs-" if not given',
  },
  {
    name: "heading-base",
    type: "text",
    value: "N",
    option: "headingBase",
    commands: HTML,
    text: "the level of the highest heading, 1 if not given",
  },
  {
    name: "dialect",
    type: "text",
    value: "NAME",
    option: "dialect",
    commands: MARKDOWN,
    text: '"commonmark", without extensions, or "broadsheet"',
  },
  {
    name: "markdown-version",
    type: "text",
    value: "N",
    option: "version",
    commands: MARKDOWN,
    text: "as in a bundle of this version of the format; 2 if not given",
  },
  { name: "no-ids", type: "switch", option: "ids", to: false, commands: MARKDOWN, text: "headings get no id; footnotes keep theirs" },
  { name: "json", type: "switch", commands: CHECK, unless: "sarif", text: "the report as JSON" },
  { name: "sarif", type: "switch", commands: CHECK, unless: "json", text: "the report as SARIF 2.1.0" },
  {
    name: "limit",
    type: "pairs",
    value: "NAME=NUMBER",
    option: "limits",
    commands: ALL,
    text: "an upper bound, such as bodyBytes=65536; may be given for several names",
  },
  { name: "in-place", type: "switch", commands: UPGRADE, unless: "output", text: "each FILE becomes what it is in version 2; without it there is one FILE" },
  { name: "output", short: "o", type: "text", value: "FILE", commands: ALL, text: 'written whole or not at all; "-" is standard output' },
  { name: "help", short: "h", type: "switch", commands: ALL, text: "this text" },
  { name: "version", type: "switch", commands: ALL, text: "the version" },
];

/** The limits that a command takes; absent: all of them. */
export const LIMITS = { markdown: ["bodyBytes", "markdownDepth", "tableCells", "links", "outputBytes"] };

/** [limit, flag, value]: limits that have no effect beside this value of the flag. */
export const LIMITS_UNLESS = [["tableCells", "dialect", "commonmark"]];

export const STATUSES = [
  [0, "rendered, checked or converted, without a diagnostic that is an error"],
  [1, "rendered or checked, with such a diagnostic"],
  [2, "wrong usage"],
  [3, "not rendered, checked or converted: a file or a bundle cannot be read, or the output cannot be written"],
];
