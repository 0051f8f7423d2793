// What budgets and bench measure: the summit story, the edition around it, and three Markdown texts.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
export const bundle = (name) => readFileSync(new URL(`../../examples/bundles/${name}.json`, import.meta.url));

export const STORY = ["site", "summit"].map(bundle);
export const PAGE = ["edition/site-en", "edition/lists-en", "summit"].map(bundle);
export const NOW = "2025-11-07T12:00:00+09:00";

// md4x takes the head of spec.txt for front matter that ends where a line of hyphens comes, and leaves out a tenth of the
// document; and of an HTML comment we show the text. So the document is measured without both.
const spec = readFileSync(require.resolve("commonmark-spec/spec.txt"), "utf8")
  .replace(/^---\n[^]*?\n\.\.\.\n/, "")
  .replace("<!-- END TESTS -->\n", "");
export const MARKDOWN = {
  spec,
  story: JSON.parse(bundle("summit")).article.body,
  korean: JSON.parse(bundle("haenyeo")).article.body,
};
