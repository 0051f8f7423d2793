// A document in pieces, for a server that sends the first before it has the story.
import { BroadsheetError } from "./errors.js";

const START = '<article class="bs-story"';
const END = "</article>";

/**
 * The pieces of what render("document") gives: above the story, the story, below it. No text of a bundle holds a "<", so the
 * tags are where the story begins and ends. Pieces of two documents fit together if both were rendered with the same options.
 * @param {string} html
 * @returns {[above: string, story: string, below: string]}
 */
export function splitDocument(html) {
  if (typeof html !== "string") throw new BroadsheetError("OPTION", "splitDocument takes the HTML of the part document as a string");
  const start = html.indexOf(START);
  const end = html.lastIndexOf(END) + END.length;
  return start < 0 ? [html, "", ""] : [html.slice(0, start), html.slice(start, end), html.slice(end)];
}
