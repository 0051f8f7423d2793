// The one place where HTML enters a document, and the one Trusted Types policy.
const rules = { createHTML: (html) => html };
let policy = null;

function trusted(html) {
  policy ??= globalThis.trustedTypes?.createPolicy("broadsheet", rules) ?? rules;
  return policy.createHTML(html);
}

/** The nodes of HTML of Story.render. */
export function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = trusted(html);
  return template.content;
}

/**
 * Puts HTML at the end of an element, in place of nodes that are its children. Changes nothing if those nodes are that HTML
 * already, as they are when the server rendered them.
 * @param {Element} element
 * @param {string} html of Story.render
 * @param {Element[]} nodes
 * @returns {Element[]} the children that are that HTML now
 */
export function replaceContent(element, html, nodes) {
  if (nodes.map((node) => node.outerHTML).join("") === html) return nodes;
  const content = parsed(html);
  const made = [...content.children];
  const there = [...element.childNodes];
  nodes.forEach((node) => there.includes(node) && element.removeChild(node));
  element.append(content);
  return made;
}
