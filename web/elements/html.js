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
 * Puts HTML at the end of an element, in place of nodes of which some may have been taken away. Changes nothing if those that
 * are its children are that HTML already, as they are when the server rendered them.
 * @param {Element} element
 * @param {string} html of Story.render
 * @param {Element[]} nodes
 * @returns {Element[]} the children that are that HTML now
 */
export function replaceContent(element, html, nodes) {
  const children = [...element.childNodes];
  const there = nodes.filter((node) => children.includes(node));
  if (there.map((node) => node.outerHTML).join("") === html) return there;
  const content = parsed(html);
  const made = [...content.children];
  there.forEach((node) => element.removeChild(node));
  element.append(content);
  return made;
}
