// The page around an element: whether it is parsed, which id prefixes are free, which id its address names.
import { inPart, isBlank, prototype } from "./fallback.js";
import { valueOf } from "./properties.js";

/** A promise that resolves once the parser will add nothing more to an element; null when that is so already. */
export function parsing(element) {
  if (document.readyState !== "loading") return null;
  // Through the prototype, since a form's fields hide the form's own properties (DOM clobbering).
  const next = (name, node) => Reflect.get(Node.prototype, name, node);
  for (let node = element; node; node = next("parentNode", node)) if (next("nextSibling", node)) return null;
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
}

/** A promise that resolves once the parser has put content into an element, or will put none; null when that is so already. */
export function begun(element) {
  const isBegun = () => [...element.childNodes].some((node) => !isBlank(node));
  const parsed = isBegun() ? null : parsing(element);
  if (!parsed) return null;
  let watch;
  return new Promise((resolve) => {
    watch = new MutationObserver(() => (isBegun() || !parsing(element)) && resolve());
    watch.observe(document, { childList: true, subtree: true });
    parsed.then(resolve);
  }).finally(() => watch.disconnect());
}

/**
 * The parts whose ids are in the HTML of a part: for the story and the page those of the parts inside, else its own.
 * web/build.mjs puts PART_IDS here, from src/page/parts.def: elements take their prefixes in the order of the page, before
 * the module is loaded and could tell.
 */
export function idWriters(part) {
  if (part === "story") return PART_IDS.story;
  return part === "page" ? [...PART_IDS.story, ...PART_IDS.page] : [part];
}

const claims = new Map(); // element: { prefix, part }

function isFree(prefix, element, part) {
  const writers = idWriters(part);
  // What has left the document gives its prefix back in a moment: whatever comes in its place may have it now.
  const others = [...claims].filter(([other]) => other !== element && other.isConnected);
  if (others.some(([, claim]) => claim.prefix === prefix && idWriters(claim.part).some((w) => writers.includes(w)))) {
    return false;
  }
  const root = element.getRootNode();
  if (root.querySelector(`[id-prefix="${prefix}"]`)) return false;
  const nodes = [...root.querySelectorAll(`[id^="${prefix}"]`)];
  // Ids in a part inside of this element are those that the server rendered into it, and stay. Elsewhere, and in a
  // fallback, they may be anybody's.
  if (nodes.some((node) => inPart(element, node))) return true;
  const later = (node) => {
    const made = prototype.closest.call(node, "* > [data-bs-provenance]"); // for an element that may come later than this one
    return made?.parentNode.localName.includes("-") && !idWriters(made.dataset.part).some((writer) => writers.includes(writer));
  };
  return nodes.every((node) => later(node) || others.some(([other]) => inPart(other, node)));
}

/**
 * The id prefix for a part in an element: the one in its attribute, else the first free one of "bs-", "bs2-", "bs3-" and
 * so on. Parts without ids in common may have the same prefix, so that links into a story work when its parts are placed
 * one by one. An element keeps its prefix until it shows another part.
 */
export function takePrefix(element, part) {
  const given = valueOf(element, "id-prefix");
  const known = claims.get(element);
  if (!given && known?.part === part) return known.prefix;
  claims.delete(element);
  if (given) return given;
  let number = 1;
  let prefix = "bs-";
  while (!isFree(prefix, element, part)) prefix = `bs${++number}-`;
  claims.set(element, { prefix, part });
  return prefix;
}

export function freePrefix(element) {
  claims.delete(element);
}

/**
 * Scrolls to the element that the fragment of the page's address names, if the reader has not scrolled yet. Browsers do
 * so when the page is parsed, and never again for content that comes later.
 */
export function scrollToHash(element) {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // A stray % is part of the id.
  }
  const target = id && element.querySelector(`#${CSS.escape(id)}`);
  if (target && !scrollX && !scrollY) target.scrollIntoView();
}
