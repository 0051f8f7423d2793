// The entry of the classic build, for pages that cannot use modules: broadsheet.js and define.js together, as the
// global Broadsheet.
import { BroadsheetError, load } from "./broadsheet.js";
import { BroadsheetArticle, BroadsheetElement, BroadsheetPart, define } from "./define.js";

globalThis.Broadsheet ??= Object.freeze({ BroadsheetArticle, BroadsheetElement, BroadsheetError, BroadsheetPart, define, load });
