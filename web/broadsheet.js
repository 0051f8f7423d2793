// Broadsheet: a news article bundle in, the HTML of a newspaper page out. The same in browsers, Node and Workers.
//
// Importing this file changes nothing in the page; define.js defines the elements.
import { presses } from "./elements/once.js";
import { loadOver } from "./module/load.js";
import { shared } from "./module/shared.js";

export { splitDocument } from "./module/split.js";
export { BroadsheetArticle, BroadsheetElement, BroadsheetPart, define } from "./elements/once.js";
export { BroadsheetError } from "./module/errors.js";
export const load = shared("load", loadOver(presses));
