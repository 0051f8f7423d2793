// What Broadsheet makes of every hostile text there is: the goldens, our own texts and those of the corpora, and what
// fuzzing kept. HTML of whole documents begins with "<!DOCTYPE"; all else is a part, or Markdown.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { corpus, split } from "../fuzz/corpus.mjs";
import { goldens, renderGolden } from "../golden/cases.mjs";
import { full, schema, values } from "../node/full-bundle.mjs";
import { bundlesOf, dataOf, markdownsOf, misplacedOf } from "./xss-bundles.mjs";
import { vectors } from "./xss-vectors.mjs";

const SHARED = new URL("../../../shared/corpora/", import.meta.url);

// Texts that are hard to parse or to print twice, for a tree without the corpora.
const OWN = [
  "\n\nleading", "a\r\nb\rc", "a\0b", "&nbsp;\u00a0&amp;nbsp;", "<![CDATA[x]]>", "<!-- x --!>", "</p></div></article>x", "<pre>\n\nx</pre>",
  "<svg><style><img src=x onerror=alert(1)>", "<math><mtext><table><mglyph><style><!--</style>", "\"'`<>&", "\u202ea\u202cb", "a&#0;&#xD800;&#x80;b",
  "    \n\n\tx", "```\n\n\nx\n```", "<textarea>\n\nx", "- a\n\n  - b\n\n      c", "| a |\n| - |\n| `\\|` |", "<https://x.example/?a=1&b=2&copy=3>",
];

/** The texts of a corpus; of ours where there is none. */
function texts(file, least, text) {
  if (!existsSync(SHARED)) return [];
  const records = JSON.parse(readFileSync(new URL(file, SHARED)));
  assert.ok(records.length >= least, `only ${records.length} records in ${file}`);
  return records.map(text);
}

// At most some hundred of everything.
const few = (times) => Math.min(times, 200);
function small({ parts }) {
  return parts
    .map((part) => {
      if (Array.isArray(part)) return part[0].slice(0, 5000).repeat(few(part[1]));
      let text = "";
      for (let i = part.from; i < Math.min(part.to, part.from + 50); i++) text += part.pre.replace("{i}", i) + part.unit.repeat(i) + part.post;
      return text;
    })
    .join("");
}

/** What a call gives; nothing when the core refuses the input. */
export function given(call) {
  try {
    return [call()];
  } catch (error) {
    if (error.code) return [];
    throw error;
  }
}

function* bundles(press, name, layers, parts, options) {
  for (const story of given(() => press.open(layers, options))) {
    for (const part of parts) for (const html of given(() => story.render(part))) yield { name: `${name}: ${part}`, html };
    story.close();
  }
}

const data = dataOf({ ...full, _test: undefined }, [...values(full, schema)].slice(1));

/** Every output, as { name, html }. */
export function* outputs(press) {
  for (const golden of goldens()) yield { name: golden.title, html: Buffer.from(renderGolden(press, golden)).toString() };
  for (const { kind, payload } of vectors) {
    const name = `${kind} ${JSON.stringify(payload)}`;
    for (const markdown of markdownsOf(payload)) for (const html of given(() => press.markdown(markdown))) yield { name: `Markdown ${JSON.stringify(markdown)}`, html };
    // Of the ways in which a bundle can be hostile, the one that shows most of it as a whole page, and one as a story.
    for (const { way, bundle } of bundlesOf(payload, data)) {
      if (way === "chosen") yield* bundles(press, `${name} ${way}`, bundle, ["document"], { document: "page" });
      if (way === "after") yield* bundles(press, `${name} ${way}`, bundle, ["story"]);
    }
    for (const { way, bundle } of misplacedOf(payload, data)) {
      yield* bundles(press, `${name} ${way}`, bundle, ["document"], { document: "page" });
    }
  }
  const markdowns = [
    ...OWN,
    ...texts("html5lib-tree.json", 1796, ({ data: text }) => text),
    ...["commonmark-0.31.2.json", "gfm-extensions.json", "cmark-regression.json", "md4c-extensions.json"].flatMap((file) => texts(file, 20, ({ markdown }) => markdown)),
    ...texts("pathological.json", 154, small),
    ...corpus("markdown").map((input) => split(input).at(-1)),
  ];
  for (const [i, markdown] of markdowns.entries()) {
    const name = `Markdown ${i} ${JSON.stringify(String(markdown)).slice(0, 100)}`;
    for (const html of given(() => press.markdown(markdown))) yield { name, html };
    const bundle = { article: { id: "a", headline: String(markdown) || "x", body: String(markdown) } };
    yield* bundles(press, name, bundle, ["story"]);
  }
  for (const [i, input] of corpus("bundle").entries()) {
    const list = split(input);
    const layers = list.slice(list.findIndex((text, at) => at % 2 === 0 && text.length === 0) + 2);
    yield* bundles(press, `bundle ${i} of fuzzing`, layers, ["document", "page", "story"], { furniture: true });
  }
}
