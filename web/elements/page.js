// What an element needs to know of the page around it.

/** A promise that the parser is done with an element, so that nothing more will be put into it; null when it is. */
export function parsing(element) {
  if (document.readyState !== "loading") return null;
  // Through the prototype: a form has fields in the place of its own properties.
  const next = (name, node) => Reflect.get(Node.prototype, name, node);
  for (let node = element; node; node = next("parentNode", node)) if (next("nextSibling", node)) return null;
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
}

/**
 * The parts whose ids are in a part: of the story and the page those of the parts inside, else its own. PART_IDS is
 * put in its place by web/build.mjs, out of src/page/parts.def: prefixes are given in the order of the page, before the
 * module is there to tell.
 */
export function idWriters(part) {
  if (part === "story") return PART_IDS.story;
  return part === "page" ? [...PART_IDS.story, ...PART_IDS.page] : [part];
}

const claims = new Map(); // element: { prefix, part }

function isFree(prefix, element, part) {
  const writers = idWriters(part);
  const others = [...claims].filter(([other]) => other !== element);
  if (others.some(([, claim]) => claim.prefix === prefix && idWriters(claim.part).some((w) => writers.includes(w)))) {
    return false;
  }
  const root = element.getRootNode();
  if (root.querySelector(`[id-prefix="${prefix}"]`)) return false;
  const nodes = [...root.querySelectorAll(`[id^="${prefix}"]`)];
  // What the server rendered into the element keeps its ids; what it rendered elsewhere may be anything.
  if (nodes.some((node) => element.contains(node))) return true;
  return nodes.every((node) => others.some(([other]) => other.contains(node)));
}

/**
 * The id prefix for a part in an element: that of its attribute, or one that is free: "bs-", then "bs2-", "bs3-" and so
 * on. Parts that have no ids in common may have the same one, so that links into a story work when its parts are
 * placed one by one. It stays until the part is another.
 */
export function takePrefix(element, part) {
  const given = element.getAttribute("id-prefix");
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
 * Browsers go to the fragment of the address when the page is parsed and never again, so content that comes later
 * goes there itself, unless the reader has moved on.
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
