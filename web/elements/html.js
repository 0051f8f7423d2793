// The one place where HTML enters a document, and the one Trusted Types policy.
const rules = { createHTML: (html) => html };
let policy = null;

function trusted(html) {
  policy ??= globalThis.trustedTypes?.createPolicy("broadsheet", rules) ?? rules;
  return policy.createHTML(html);
}

// A node here may be a form whose fields stand in the place of its own properties. Then it is no content of ours, which
// has no such names (src/bundle/form_names.def); but nothing may be called on it.
const isBlank = (node) => node.nodeType === 3 && !node.data.trim();

/**
 * Makes html the content of an element, beside one child that stays. Leaves the document alone when it holds that
 * content already, as it does when the server rendered it.
 * @returns {Node[] | null} what stood there before; null: it was left alone
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
