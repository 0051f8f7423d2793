// The elements, once in a page. define.js and broadsheet.js each hold them, so that a page with one script tag waits for one
// file. The copy of a release that comes first serves the others, so that a page has one module, one instance and one
// BroadsheetError whichever of them it loads, and in whatever order. load() stands in broadsheet.js alone, which makes it of
// the presses that are here.
import { loadWhole, reach, start } from "../module/press.js";
import { shared } from "../module/shared.js";
import { BroadsheetArticle as Article } from "./article.js";
import { define as own } from "./define.js";
import { BroadsheetElement as Element } from "./element.js";
import { BroadsheetPart as Part } from "./part.js";

const all = Object.freeze([Element, Article, Part, own, { loadWhole, reach, start }]);
const [BroadsheetElement, BroadsheetArticle, BroadsheetPart, define, presses] = shared("elements", all);

export { BroadsheetArticle, BroadsheetElement, BroadsheetPart, define, presses };
