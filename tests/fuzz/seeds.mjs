// Where fuzzing begins besides the inputs that were kept: the data of the other tests, and a dictionary of what means
// something in a bundle, from the schema and the lists of src/.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { goldens } from "../golden/cases.mjs";
import { examples } from "../node/spec-file.mjs";
import { joined } from "./corpus.mjs";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

/** Options as the boundary to JavaScript passes them on: pairs, and an empty text. */
const pairs = ({ reader, ...options } = {}) => [
  ...Object.entries(options).flatMap(([name, value]) => [name, String(value)]),
  ...(reader?.signedIn ? ["signedIn", "true"] : []),
  "",
];

function bundles() {
  const edition = ["en", "ko", "ar"].flatMap((language) => {
    const directory = new URL("examples/bundles/edition/", root);
    const files = readdirSync(directory, { recursive: true }).filter((file) => file.includes(language) && file.endsWith(".json"));
    return files.map((file) => joined(["", "", readFileSync(new URL(file, directory))]));
  });
  return [
    ...goldens().map(({ json, id, options }) => joined([...pairs(options), id ?? "", json])),
    joined(["", "", read("examples/bundles/minimal.json"), read("examples/bundles/site.json")]),
    joined(["furniture", "true", "", "", read("examples/bundles/site.json")]),
    ...edition,
  ];
}

function markdowns() {
  const specs = readdirSync(new URL("tests/spec/markdown/", root)).filter((file) => file.endsWith(".txt"));
  const own = specs.flatMap((file) => examples(new URL(`tests/spec/markdown/${file}`, root)).map(({ markdown }) => markdown));
  const bodies = goldens().map(({ bundle }) => bundle.article?.body).filter((body) => typeof body === "string");
  return [
    ...new Set([...own, ...bodies]).values(),
  ].flatMap((markdown, i) => [joined(["", markdown]), ...(i % 4 ? [] : [joined(["dialect", "commonmark", "", markdown])])]);
}

/** Layers of version 1: the goldens', each own Markdown as a body and as a line, and what the words of a layer change. */
function upgrades() {
  const specs = readdirSync(new URL("tests/spec/markdown/", root)).filter((file) => file.endsWith(".txt"));
  const own = specs.flatMap((file) => examples(new URL(`tests/spec/markdown/${file}`, root)).map(({ markdown }) => markdown));
  const story = (text, more = {}) => ({ article: { id: "a", headline: "h", body: text, standfirst: text, figures: { a: { src: "/a.png", alt: "a", caption: text } }, ...more } });
  // What version 1 does not know, where it would show something in version 2, and leads that would be something else.
  const unknown = { status: "withdrawn", label: { kind: "opinion" }, points: ["x"], rating: { value: 1 }, notices: [{ kind: "ai" }], media: { m: { type: "audio", url: "/m" } }, more: ["r"], related: { r: { headline: "r", url: "/r" } } };
  const kept = [
    { ...story("x", { lead: "slot:top" }), site: { slots: { top: { label: "x", advertiser: "y" } } } },
    story("x", { lead: "figure:a" }),
    story("x", unknown),
    story("x", { authors: [{ name: "N", role: "R", credit: "photo", bio: "b" }], corrections: [{ date: "2026", text: "*x*", kind: "update" }], alternates: [{ language: "fr", url: "https://a.example/" }] }),
    story("x `a\n[^2]: c` d"),
  ];
  const old = goldens().filter(({ bundle }) => !(bundle?.broadsheet >= 2));
  return [
    ...old.map(({ json, options }) => joined([...pairs(options), json])),
    ...[...own.map((markdown) => story(markdown)), ...kept].map((bundle) => joined(["", JSON.stringify(bundle)])),
  ];
}

function jsons() {
  const lines = read("tests/spec/json.txt").matchAll(/^[yn] (".*")$/gm);
  return [
    ...[...lines].map(([, text]) => Buffer.from(JSON.parse(text), "latin1")),
    ...goldens().filter((_, i) => i % 8 === 0).map(({ json }) => json),
  ];
}

/** The literals of a list of cases, without C's escapes. */
const literals = (path, pattern) =>
  [...read(path).matchAll(pattern)].filter(([, text]) => !/\\[^"\\]/.test(text)).map(([, text]) => Buffer.from(text.replace(/\\(.)/g, "$1")));

/** The corpora beside the project where it is developed; not part of it. */
function shared(name, pick) {
  const path = new URL(`../shared/corpora/${name}.json`, root);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).flatMap(pick) : [];
}

export const seeds = {
  bundle: bundles,
  markdown: () => [
    ...markdowns(),
    ...shared("commonmark-0.31.2", ({ markdown }) => [joined(["", markdown])]),
    ...shared("gfm-extensions", ({ markdown }) => [joined(["", markdown])]),
    ...shared("xss", ({ payload }) => [joined(["", payload])]),
  ],
  upgrade: upgrades,
  json: () => [...jsons(), ...shared("json-test-suite", ({ b64 }) => (b64 ? [Buffer.from(b64, "base64")] : []))],
  url: () => [
    ...literals("tests/c/url_cases.def", /^URL_CASE\("\w*", "((?:[^"\\]|\\.)*)"/gm),
    ...shared("xss", ({ kind, payload }) => (kind === "url" ? [Buffer.from(payload)] : [])),
  ],
  date: () => literals("tests/c/test_date.c", /TEXT\("((?:[^"\\]|\\.)*)"\)/g),
};

/** Every key and every listed value of the schema. */
function* schemaWords(value, key = "") {
  if (typeof value !== "object" || value === null) return;
  if (key === "properties") yield* Object.keys(value).map((name) => `"${name}":`);
  if (key === "enum") yield* value.map((item) => JSON.stringify(item));
  for (const [name, inner] of Object.entries(value)) yield* schemaWords(inner, name);
}

/** A libFuzzer dictionary. */
export function dictionary() {
  const keys = [...read("src/story/strings.def").matchAll(/^X\(\w+, ("[a-z-]+")/gm)].map(([, key]) => `${key}:`);
  const limits = [...read("src/report/limits.def").matchAll(/"(\w+)"/g)].map(([, name]) => `${name}\x1e9\x1e`);
  const options = [
    "now\x1e2024-02-29T12:00:00Z", "timeZone\x1eAsia/Seoul", "locale\x1eko", "locale\x1ear", "idPrefix\x1ex_", "document\x1epage",
    "furniture\x1etrue", "provenance\x1etrue", "signedIn\x1etrue", "headingBase\x1e6", "dialect\x1ecommonmark", "version\x1e1", "ids\x1efalse",
  ];
  const patterns = [...read("src/story/strings.def").matchAll(/\{[a-z-]+\}/g), ["{url}"], ["{title}"]].map(([placeholder]) => placeholder);
  const markdown = [
    "![", "](", "](figure:a)", "](related:a)", "](box:a)", "](media:a)", "](gallery:a)", "](quote:a)", "](slot:a)", "](lang:ar)", "[^", "[^1]", "[^1]: ", "]: ", "Table: ", "m^2^", "H~2~", "\\n> \u2014 ", "\\n\\n", "```", "~~", "**", "| - |", "- [x] ", "1. ", "> ", "# ", "<a@b.c>", "&#x6a;",
  ];
  const addresses = ["https://", "//", "javascript:", "mailto:", "tel:", "data:", "&NewLine;", "%2e", "../"];
  const characters = ["\\u0000", "\\ud800", "\\u202e", "\\u0301", "\u202e", "\u0301", "\ufeff", "\u2028", "\"", "'", "`", "</script>", "<!--", "<img src=x onerror=x>"];
  const values = ["action", "onclick", "attributes", "2024-02-29", "T10:35:60", "+09:00", "1e400", "null", "true", "[]", "{}"];
  const schema = [...schemaWords(JSON.parse(read("src/bundle/bundle.schema.json")))];
  const words = [...schema, ...keys, ...limits, "\x1e", ...options.map((pair) => `${pair}\x1e`), ...patterns, ...markdown, ...addresses, ...characters, ...values];
  const plain = (byte) => byte >= 0x20 && byte <= 0x7e && byte !== 0x22 && byte !== 0x5c;
  const escaped = (byte) => (plain(byte) ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`);
  return [...new Set(words)].map((word) => `"${[...Buffer.from(word)].map(escaped).join("")}"\n`).join("");
}
