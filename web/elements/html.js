// The one place where HTML enters a document, and the one Trusted Types policy.
const rules = { createHTML: (html) => html };
let policy = null;

function trusted(html) {
  policy ??= globalThis.trustedTypes?.createPolicy("broadsheet", rules) ?? rules;
  return policy.createHTML(html);
}

// DOM clobbering: a node here may be a form whose fields hide its own properties. Such a form is not ours, since our HTML
// has no fields of such names (src/bundle/form_names.def). Its properties may be read, but no method of it called.
const isBlank = (node) => node.nodeType === 3 && !node.data.trim();

/**
 * Replaces the content of an element by HTML, except for one child. Changes nothing if the content is that HTML already,
 * as it is when the server rendered it.
 * @param {Element} element
 * @param {string} html of Story.render
 * @param {Node | undefined} keep the child that stays
 * @returns {Node[] | null} the nodes that were replaced; null: nothing was changed
 */
export function replaceContent(element, html, keep) {
  const nodes = [...element.childNodes].filter((node) => node !== keep);
  const same = nodes.every((node) => node.nodeType === 1 || isBlank(node));
  if (same && [...element.children].map((child) => (child === keep ? "" : child.outerHTML)).join("") === html) {
    return null;
  }
  const template = document.createElement("template");
  template.innerHTML = trusted(html);
  nodes.forEach((node) => element.removeChild(node));
  element.append(template.content);
  return nodes;
}
