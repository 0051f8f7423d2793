// <broadsheet-article>: a story, or one part of it.
import { BroadsheetElement } from "./element.js";

export class BroadsheetArticle extends BroadsheetElement {}
