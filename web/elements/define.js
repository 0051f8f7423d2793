// Defines the elements, reserves their room and adds their stylesheet. Importing this file changes nothing in the page.
import { BroadsheetArticle } from "./article.js";
import { BroadsheetElement } from "./element.js";

// The rules for an element until the stylesheet is there: it is a box that keeps the margins of its content inside, and
// for a story as high as the screen, so that nothing moves when the story replaces the fallback. CSS cannot tell whether
// `part` is the old name of `fragment` or holds tokens for ::part; fragment="story" says so.
const room = (name, { furniture }) =>
  `@layer broadsheet{:where(${name}){display:flow-root}${furniture ? "" : `:where(${name}:is([fragment=story],:not([fragment],[part]))){min-block-size:100svb}`}}`;

function reserveRoom(name, element) {
  if (!document.adoptedStyleSheets) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(room(name, element));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** A promise that resolves on load, on error, or after three seconds: an unstyled story is better than none. */
function settled(link) {
  return new Promise((resolve) => {
    for (const type of ["load", "error"]) link.addEventListener(type, resolve);
    setTimeout(resolve, 3000);
  });
}

/**
 * Adds the stylesheet, unless the page links to it already, even by a disabled link.
 * @returns {Promise<unknown> | null} settles when the stylesheet is there; null: there is nothing to wait for
 */
function addStylesheet() {
  if (!import.meta.url) return null;
  // Bundlers look for this very expression, so it must stay as it is. (In the classic build: classic-address.js.)
  const { href } = new URL("./broadsheet.css", import.meta.url);
  const bare = (address) => address.replace(/[?#].*/, "");
  const links = [...document.querySelectorAll('link[rel~="stylesheet"]')];
  const known = links.find((link) => bare(link.href) === bare(href));
  if (known) return known.sheet || known.disabled ? null : settled(known);
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  // First in the head: of two cascade layers the later one wins, and that is the page's.
  document.head.prepend(link);
  return settled(link);
}

const used = new Set();

/**
 * Defines a custom element. If the name is defined already, that definition stays.
 * @param {string} [name] default broadsheet-article
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
  // A class can be defined under one name only; each further name gets a subclass.
  customElements.define(name, used.has(element) ? class extends element {} : element);
  used.add(element);
}
