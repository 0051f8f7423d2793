// Broadsheet: a news article bundle in, the HTML of a newspaper page out. The same in browsers, Node and Workers.
//
// Importing this file changes nothing in the page; define.js defines the elements. Their classes are in this file, since
// in one file all weighs less, and shares one module, one instance and one BroadsheetError with the page's own import.
export { BroadsheetError } from "./module/errors.js";
export { load } from "./module/press.js";
export { BroadsheetElement } from "./elements/element.js";
export { BroadsheetArticle } from "./elements/article.js";
export { BroadsheetPart } from "./elements/part.js";
export { define } from "./elements/define.js";
