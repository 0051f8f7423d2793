// Defines <broadsheet-article> and brings its stylesheet: the one script tag that a page needs.
import { BroadsheetArticle } from "./element.js";

export { BroadsheetArticle };

// In the classic build import.meta.url is undefined; there the script element knows the address, but only now.
const script = globalThis.document?.currentScript?.src;

function stylesheetAddress() {
  // This very expression is what bundlers look for; it must stay literal.
  if (import.meta.url) return new URL("./broadsheet.css", import.meta.url).href;
  return script ? new URL("./broadsheet.css", script).href : null;
}

// Before the stylesheet is there the element already is a box that margins do not leave, and takes the room of a
// screen, so that nothing moves when the story takes the place of the fallback.
const room = (name) =>
  `@layer broadsheet{:where(${name}){display:flow-root}:where(${name}:not([part])){min-block-size:100svb}}`;

function reserveRoom(name) {
  if (!document.adoptedStyleSheets) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(room(name));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Resolves on load or error, or when it takes too long: a plain story is better than none. */
function settled(link) {
  return new Promise((resolve) => {
    for (const type of ["load", "error"]) link.addEventListener(type, resolve, { once: true });
    setTimeout(resolve, 3000);
  });
}

/** Adds the stylesheet, unless the page has a link to it, be it disabled. */
function addStylesheet() {
  const href = stylesheetAddress();
  if (!href) return null;
  const links = [...document.querySelectorAll('link[rel~="stylesheet"]')];
  const known = links.find((link) => link.href.replace(/[?#].*/, "") === href.replace(/[?#].*/, ""));
  if (known) return known.sheet || known.disabled ? null : settled(known);
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  // Last, so that a layered reset of the page does not come after our layer.
  document.head.append(link);
  return settled(link);
}

let used = false;

/**
 * Defines the element under a name. A name that is taken is left alone.
 * @param {string} [name] another name than broadsheet-article
 */
export function define(name = "broadsheet-article") {
  if (!globalThis.customElements) return;
  const known = customElements.get(name);
  if (known) {
    if (known.version !== BroadsheetArticle.version) {
      console.warn(
        `<${name}> is defined already, by ${known.version ? `Broadsheet ${known.version}` : "something else"}.`,
      );
    }
    return;
  }
  BroadsheetArticle.styles ??= addStylesheet();
  reserveRoom(name);
  // A class stands for one name only.
  customElements.define(name, used ? class extends BroadsheetArticle {} : BroadsheetArticle);
  used = true;
}

define();
