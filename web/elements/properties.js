// Attributes and their properties, also under the names of 0.1. These are read until 1.0 where the new attribute has no
// value, and the console says so, once for each.
const told = new Set();

function tell(old, name) {
  if (old !== name && !told.has(old)) console.warn(`Broadsheet 1.0 will not read "${old}", but "${name}".`);
  told.add(old);
}

export const attributeOf = (property) => property.replace(/[A-Z]/, "-$&").toLowerCase();

/** The value of an attribute, or the one under its old name, or "". */
export function valueOf(element, name, old) {
  const value = element.getAttribute(name);
  const before = !value && element.getAttribute(old);
  if (before) tell(old, name);
  return value || before || "";
}

/** A property that stands for its attribute, or for one that has another name now: text or null, or true and false. */
export function reflect(prototype, name, now = name) {
  const attribute = attributeOf(now);
  const old = attributeOf(name);
  const isFlag = name === "signedIn";
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      tell(name, now);
      return isFlag ? this.hasAttribute(attribute) : (this.getAttribute(attribute) ?? this.getAttribute(old));
    },
    set(value) {
      tell(name, now);
      if (old !== attribute) this.removeAttribute(old);
      if (isFlag) this.toggleAttribute(attribute, Boolean(value));
      else if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}
