// Defines <broadsheet-article> and <broadsheet-part> and brings their stylesheet: the one script tag that a page needs.
import { BroadsheetArticle, BroadsheetElement, BroadsheetPart, define } from "./elements/once.js";

export { BroadsheetArticle, BroadsheetElement, BroadsheetPart, define };

define();
define("broadsheet-part", BroadsheetPart);
