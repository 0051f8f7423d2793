// Specifications in prose, in the format of CommonMark's and md4c's: fenced examples hold
// the Markdown, the HTML and, after a third dot, options.
import { readFileSync } from "node:fs";

const EXAMPLE = /^( *)(`{32}) example\n([^]*?)^ *\2$/gm;

/** The examples of a file: [{ line, section, markdown, html, options }]. */
export function examples(file) {
  const source = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  return [...source.matchAll(EXAMPLE)].map(({ index, 1: indent, 3: body }) => {
    const before = source.slice(0, index);
    const lines = body.split("\n").map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    const [markdown, html, options = ""] = lines.join("\n").split(/^\.\n/m);
    return {
      line: before.split("\n").length,
      section: before.match(/^#+ .*$/gm)?.at(-1)?.replace(/^#+ /, "") ?? "",
      markdown: markdown.replaceAll("→", "\t"),
      html: html.replaceAll("→", "\t"),
      options: options.split(/\s+/).filter(Boolean),
    };
  });
}
