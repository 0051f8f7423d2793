// Defines the elements. Importing this file changes nothing in the page.
import { BroadsheetArticle } from "./article.js";
import { BroadsheetElement } from "./element.js";

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
  // A class can be defined under one name only; each further name gets a subclass.
  customElements.define(name, used.has(element) ? class extends element {} : element);
  used.add(element);
}
