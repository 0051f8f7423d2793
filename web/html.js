// The one place where HTML enters a document, and the one Trusted Types policy.
const rules = { createHTML: (text) => text };
let policy = null;

const isBlank = (node) => node.nodeType === 3 && !node.data.trim();

/**
 * Makes html the content of an element, beside one child that stays. Leaves the document alone when it holds that
 * content already, as it does when the server rendered it.
 */
export function replaceContent(element, html, keep) {
  const nodes = [...element.childNodes].filter((node) => node !== keep);
  const same = nodes.every((node) => node.nodeType === 1 || isBlank(node));
  if (same && nodes.map((node) => node.outerHTML ?? "").join("") === html) return;
  const template = document.createElement("template");
  policy ??= globalThis.trustedTypes?.createPolicy("broadsheet", rules) ?? rules;
  template.innerHTML = policy.createHTML(html);
  nodes.forEach((node) => node.remove());
  element.append(template.content);
}
