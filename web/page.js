// What an element needs to know of the page around it.

/** Whether the parser is done with an element: nothing more will be put into it. */
export function isParsed(element) {
  if (element.ownerDocument.readyState !== "loading") return true;
  for (let node = element; node; node = node.parentNode) if (node.nextSibling) return true;
  return false;
}

export function afterParsing(element) {
  return new Promise((resolve) => {
    element.ownerDocument.addEventListener("DOMContentLoaded", resolve, { once: true });
  });
}

// Whose ids there are: those of the headings are the body's, those of the main landmark the page's.
const OF_STORY = ["headline", "body", "corrections", "tags"];
const OF_PAGE = [...OF_STORY, "galleries", "more-by-author", "navigation", "ranked-list", "page"];

/** Whose ids are in a part: its own, none, or those of the parts inside. */
export function idWriters(part) {
  if (part === "story") return OF_STORY;
  if (part === "page" || part === "document") return OF_PAGE;
  return OF_PAGE.includes(part) ? [part] : [];
}

/** Which of them writes an id, told without its prefix. */
export function idWriter(id) {
  if (id === "main") return "page";
  if (id === "site_navigation") return "navigation";
  if (id.startsWith("gallery_")) return "galleries";
  if (id.startsWith("ranked_")) return "ranked-list";
  return OF_PAGE.includes(id) ? id : "body";
}

const claims = new Map(); // element: { prefix, writers }

function isFree(prefix, element, writers) {
  const clashes = (writer) => writers.includes(writer);
  for (const [other, claim] of claims) {
    if (other !== element && claim.prefix === prefix && claim.writers.some(clashes)) return false;
  }
  const root = element.getRootNode();
  if (root.querySelector(`[id-prefix="${prefix}"]`)) return false;
  const nodes = [...root.querySelectorAll(`[id^="${prefix}"]`)];
  // What the server rendered into the element keeps its ids.
  if (nodes.some((node) => element.contains(node))) return true;
  return !nodes.some(({ id }) => clashes(idWriter(id.slice(prefix.length))));
}

/**
 * Id prefixes, so that several stories on a page do not clash: "bs-", then "bs2-", "bs3-" and so on. Parts that have
 * no ids in common may have the same one, so that links into a story work when its parts are placed one by one.
 */
export const prefixes = {
  /** The prefix for a part in an element: its attribute, or one that is free. It stays until the part is another. */
  take(element, part) {
    const given = element.getAttribute("id-prefix");
    const writers = idWriters(part);
    const known = claims.get(element);
    if (!given && known?.writers.join() === writers.join()) return known.prefix;
    claims.delete(element);
    if (given) return given;
    let number = 1;
    let prefix = "bs-";
    while (!isFree(prefix, element, writers)) prefix = `bs${++number}-`;
    claims.set(element, { prefix, writers });
    return prefix;
  },
  free(element) {
    claims.delete(element);
  },
};

/**
 * Browsers go to the fragment of the address when the page is parsed and never again, so content that comes later
 * goes there itself, unless the reader has moved on.
 */
export function scrollToHash(element) {
  const { location, scrollX, scrollY } = element.ownerDocument.defaultView;
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // A stray % is part of the id.
  }
  const target = id && element.ownerDocument.getElementById(id);
  if (target && element.contains(target) && scrollX === 0 && scrollY === 0) target.scrollIntoView();
}
