// Everything that the entries export, once in a page. define.js and broadsheet.js each hold all of it, so that a page with
// one script tag waits for one file. The copy of a release that comes first serves the others, so that a page has one
// module, one instance and one BroadsheetError whichever of them it loads, and in whatever order.
import { BroadsheetError } from "../module/errors.js";
import { load } from "../module/press.js";
import { version } from "../module/version.js";
import { BroadsheetArticle } from "./article.js";
import { define } from "./define.js";
import { BroadsheetElement } from "./element.js";
import { BroadsheetPart } from "./part.js";

const own = { BroadsheetError, load, BroadsheetElement, BroadsheetArticle, BroadsheetPart, define };

function shared() {
  const key = Symbol.for(`broadsheet ${version}`);
  if (!globalThis.customElements) return own; // no page, in which there is one file alone
  if (!globalThis[key]) Object.defineProperty(globalThis, key, { value: Object.freeze(own) });
  return globalThis[key];
}

const once = shared();
export { once };
