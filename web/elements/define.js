// How the elements get their names, their room and their stylesheet. Importing this file touches nothing.
import { BroadsheetArticle } from "./article.js";
import { BroadsheetElement } from "./element.js";

// Before the stylesheet is there the element already is a box that margins do not leave, and a story takes the room of
// a screen, so that nothing moves when it takes the place of the fallback. Whether `part` is the old name of the
// attribute or holds tokens for ::part, CSS cannot tell; fragment="story" can.
const room = (name, { furniture }) =>
  `@layer broadsheet{:where(${name}){display:flow-root}${furniture ? "" : `:where(${name}:is([fragment=story],:not([fragment],[part]))){min-block-size:100svb}`}}`;

function reserveRoom(name, element) {
  if (!document.adoptedStyleSheets) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(room(name, element));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Resolves on load or error, or when it takes too long: a plain story is better than none. */
function settled(link) {
  return new Promise((resolve) => {
    for (const type of ["load", "error"]) link.addEventListener(type, resolve);
    setTimeout(resolve, 3000);
  });
}

/** Adds the stylesheet, unless the page has a link to it, be it disabled. */
function addStylesheet() {
  if (!import.meta.url) return null;
  // This very expression is what bundlers look for; it must stay literal. (The classic build: classic-address.js.)
  const { href } = new URL("./broadsheet.css", import.meta.url);
  const bare = (address) => address.replace(/[?#].*/, "");
  const links = [...document.querySelectorAll('link[rel~="stylesheet"]')];
  const known = links.find((link) => bare(link.href) === bare(href));
  if (known) return known.sheet || known.disabled ? null : settled(known);
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  // Last, so that a layered reset of the page does not come after our layer.
  document.head.append(link);
  return settled(link);
}

const used = new Set();

/**
 * Defines an element under a name. A name that is taken is left alone.
 * @param {string} [name] another name than broadsheet-article
 * @param {typeof BroadsheetElement} [element] BroadsheetPart for the other one
 */
export function define(name = "broadsheet-article", element = BroadsheetArticle) {
  if (!globalThis.customElements) return;
  const known = customElements.get(name);
  if (known) {
    if (known.version !== element.version) console.warn(`<${name}> is defined already, by version ${known.version}.`);
    return;
  }
  BroadsheetElement.styles ??= addStylesheet();
  reserveRoom(name, element);
  // A class stands for one name only.
  customElements.define(name, used.has(element) ? class extends element {} : element);
  used.add(element);
}
