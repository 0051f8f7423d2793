// What stands inside of an element besides the story: its author's fallback, which may be a framework's. A framework keeps
// hold of its nodes, and throws when one is gone, so all of them stay where they are. While the story is shown they are
// hidden in two ways. A shadow root takes the story's nodes alone into its slot: a browser draws nothing else then, no text
// and no node that comes later, reads it to nobody and finds nothing in it. And each element of them is `hidden`, for those
// who read the document without drawing it, such as a browser's reader view. Without a fallback there is neither.
//
// Through the prototypes, since a form's fields hide the form's own properties (DOM clobbering).
export const { prototype } = globalThis.Element ?? {};
const slots = new WeakMap(); // element: the slot of its shadow root, or null where a subclass has made that
const HIDDEN = "fallback"; // the value of hidden on what was hidden here: a copy of the element has it too
const CONTROLS = "button, fieldset, input, object, output, select, textarea";

/** The attribute by which HTML of a server says what it was made from. */
export const ATTRIBUTE = "data-bs-provenance";

/** Whether nothing of a child is seen: a comment, white space, a script. */
export const isBlank = (node) => node.nodeType === 8 || (node.nodeType === 3 && !node.data.trim()) || node.localName === "script";

/** The script that holds a bundle inside of an element; undefined: there is none. */
export const bundleInside = (element) => [...element.children].find((child) => child.localName === "script" && child.type === "application/json");

/**
 * The roots of parts that stand in an element, and the note behind one of which a list was cut: what a server, or the element itself, rendered there. Other makers' components
 * have a data-part too, so the class counts, as in the stylesheet.
 */
export const rendered = (element) => [...element.querySelectorAll(':scope > [data-part][class^="bs-"], :scope > [data-part] ~ .bs-cut')];

/** Whether a node stands in such a part. */
export const inPart = (element, node) => rendered(element).some((root) => Node.prototype.contains.call(root, node));

/** The slot by which an element hides its fallback, made when there is something to hide for the first time. */
function slotOf(element, nodes) {
  if (slots.has(element) || !nodes || [...element.childNodes].every((node) => nodes.includes(node) || isBlank(node))) return slots.get(element);
  let slot = null;
  try {
    slot = element.attachShadow({ mode: "open", slotAssignment: "manual" }).appendChild(document.createElement("slot"));
  } catch {
    // A subclass has a shadow root of its own, and decides what is shown.
  }
  slots.set(element, slot);
  return slot;
}

/**
 * Sets an attribute that a node lacks, or takes the same value away again.
 * @returns {boolean} whether the node has changed
 */
function toggle(node, name, value, on) {
  const now = prototype.getAttribute.call(node, name);
  if (now !== (on ? null : value)) return false;
  if (on) prototype.setAttribute.call(node, name, value);
  else prototype.removeAttribute.call(node, name);
  return true;
}

/**
 * Shows some children of an element, and hides all others. Controls that are hidden belong to no form around the element:
 * it neither sends them nor waits until they are filled in.
 * @param {Element} element
 * @param {Element[] | null} nodes null: all are shown, but what the original of a copied element hid stays hidden beside the
 *   copy of its story
 */
export function show(element, nodes) {
  slotOf(element, nodes)?.assign?.(...(nodes ?? [...element.childNodes].filter((node) => node.nodeType !== 8)));
  const copied = !nodes && rendered(element).length > 0;
  for (const node of element.children) {
    const hides = Boolean(nodes) && !nodes.includes(node) && !isBlank(node);
    if (!hides && copied) continue;
    if (!toggle(node, "hidden", HIDDEN, hides) || !prototype.closest.call(element, "form")) continue;
    for (const control of [node, ...prototype.querySelectorAll.call(node, CONTROLS)]) {
      if (prototype.matches.call(control, CONTROLS)) toggle(control, "form", "", hides);
    }
  }
}
