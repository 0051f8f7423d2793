// Broadsheet: a news article bundle in, the HTML of a newspaper page out. The same in browsers, Node and Workers.
//
// Importing this file changes nothing in the page; define.js defines the elements.
import { once } from "./elements/once.js";

export { splitDocument } from "./module/split.js";
export const { BroadsheetError, load, BroadsheetElement, BroadsheetArticle, BroadsheetPart, define } = once;
