// Attributes and the properties that reflect them, also under their names of 0.1. An old name is read until 1.0, where the
// new attribute has no value; the console says so, once for each name.
import { tag } from "../module/loader.js";

// The attributes that hold addresses of layers, in the order of merging. The property bundle comes after them, and a bundle
// inside the element last.
export const LAYERS = ["site", "lists", "strings", "src"];
export const OPTIONS = ["locale", "timeZone", "idPrefix", "headingBase", "now", "base"];
export const PROPERTIES = [...LAYERS, ...OPTIONS, "fragment", "fragmentId", "partId", "signedIn", "refresh", "live", "frames"];

const told = new Set();

function rename(old, name) {
  if (old !== name && !told.has(old)) console.warn(`Broadsheet: "${old}" is "${name}" now; 1.0 reads that alone.`);
  told.add(old);
}

export const attributeOf = (property) => property.replace(/[A-Z]/, "-$&").toLowerCase();

/**
 * The value of an attribute, else the value under its old name, else "". A framework on a server may write the name of the
 * property as an attribute, which HTML reads in small letters: timezone for time-zone.
 */
export function valueOf(element, name, old) {
  const value = element.getAttribute(name) || element.getAttribute(name.replace("-", ""));
  const before = !value && old && element.getAttribute(old);
  if (before) rename(old, name);
  return value || before || "";
}

/** Whether the value of an attribute says yes, as "" does; "false" is what a framework writes that knows no properties. */
export const isOn = (value) => (value ?? "false") !== "false";

/** Which figure, list and so on an element shows. */
export const idOf = (element) => valueOf(element, "fragment-id", "part-id");

/** An address in an attribute, made absolute; the error says which attribute holds none. */
export function addressOf(element, name, value) {
  try {
    return new URL(value, element.baseURI).href;
  } catch (cause) {
    throw new TypeError(`the attribute ${name} is no address: ${value}`, { cause });
  }
}

/**
 * The options of press.open() for an element.
 * @param {string} idPrefix that it has taken
 */
export function optionsOf(element, idPrefix) {
  const options = { furniture: element.constructor.furniture, reader: { signedIn: element.signedIn } };
  for (const name of OPTIONS) options[name] = valueOf(element, attributeOf(name)) || undefined;
  options.idPrefix = idPrefix;
  if (options.base === "bundle") {
    // The address of the last bundle, which has the story; one inside the element has the document's.
    const last = LAYERS.findLast((name) => element.getAttribute(name));
    options.base = addressOf(element, last, last ? element.getAttribute(last) : "");
  } else if (options.base) options.base = addressOf(element, "base", options.base);
  return options;
}

/**
 * Defines a property that reflects an attribute: text or null, and a boolean for signedIn.
 * @param {object} prototype
 * @param {string} name of the property
 * @param {string} [now] its new name, if name is of 0.1
 */
export function reflect(prototype, name, now = name) {
  const attribute = attributeOf(now);
  const old = attributeOf(name);
  const isFlag = name === "signedIn";
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      rename(name, now);
      const value = this.getAttribute(attribute) ?? this.getAttribute(old) ?? this.getAttribute(now);
      return isFlag ? isOn(value) : value;
    },
    set(value) {
      rename(name, now);
      for (const other of [old, now]) if (other !== attribute) this.removeAttribute(other);
      if (isFlag) this.toggleAttribute(attribute, Boolean(value) && value !== "false");
      else if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, tag(value) === "Date" || (name === "now" && typeof value === "number") ? new Date(value).toJSON() : value);
    },
  });
}

/** Sets those properties anew that a framework set before the element was defined, since they hide the accessors. */
export function setAnew(element, names) {
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}

/** Dispatches an event. Returns false when a listener of one that can be cancelled did so. */
export function tell(element, type, detail) {
  Object.freeze(detail);
  return element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: Boolean(detail.error) }));
}

/** Tells that an element shows a part. story: null where it has taken over a server's HTML. */
export function tellRendering(element, part, adopted, story) {
  tell(element, "broadsheet-render", { part, adopted, get diagnostics() { return story?.diagnostics ?? []; } }); // prettier-ignore
}

/** Shows a state in place of another, as data-state and :state(). */
export function showState(element, before, state) {
  if (element.dataset.state !== state) element.dataset.state = state;
  try {
    const { states } = element.attachInternals();
    states.delete(before);
    states.add(state);
  } catch {
    // Browsers before Chrome 125, Firefox 126 and Safari 17.4 have no states: data-state must do.
  }
}
