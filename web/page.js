// What an element needs to know of the page around it.

function isParsed(element) {
  if (document.readyState !== "loading") return true;
  for (let node = element; node; node = node.parentNode) if (node.nextSibling) return true;
  return false;
}

/** Waits until the parser is done with an element: nothing more will be put into it. */
export async function parsed(element) {
  if (isParsed(element)) return;
  await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
}

const taken = new Set();

/** Id prefixes, so that several stories on a page do not clash: "bs-", then "bs2-", "bs3-" and so on. */
export const prefixes = {
  take() {
    let number = 1;
    let prefix = "bs-";
    while (taken.has(prefix)) prefix = `bs${++number}-`;
    taken.add(prefix);
    return prefix;
  },
  free(prefix) {
    taken.delete(prefix);
  },
};

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
  const target = id && document.getElementById(id);
  if (target && element.contains(target) && !scrollX && !scrollY) target.scrollIntoView();
}
