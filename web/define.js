// Defines <broadsheet-article> and <broadsheet-part> and brings their stylesheet: the one script tag that a page needs.
import { once } from "./elements/once.js";

export const { BroadsheetArticle, BroadsheetElement, BroadsheetPart, define } = once;

define();
define("broadsheet-part", BroadsheetPart);
