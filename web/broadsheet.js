// Broadsheet: a news article bundle in, the HTML of a newspaper page out. The same in browsers, Node and Workers.
//
// Importing it does nothing yet. The elements stand here, for define.js to define: in one file they weigh less, and
// share one module, one instance and one BroadsheetError with the page's own import.
export { BroadsheetArticle, BroadsheetPart } from "./elements/element.js";
export { BroadsheetError } from "./module/errors.js";
export { load } from "./module/press.js";
