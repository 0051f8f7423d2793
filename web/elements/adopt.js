// HTML in an element that a server rendered with the option provenance. If it is what the element would render, the element
// takes it over as it stands: no module, no bundle, no node is touched. src/page/provenance.h says what is compared.
import { digestOf, digestOfLayers } from "../module/digest.js";
import { version } from "../module/version.js";
import { prototype, rendered } from "./fallback.js";
import { idOf, optionsOf } from "./properties.js";

const ATTRIBUTE = "data-bs-provenance";
const VERSION = version.replace(/\W/g, "-");

/** Whether there is HTML of a server that says what it was made from. */
export const hasProvenance = (element) => Boolean(element.querySelector(`:scope > [${ATTRIBUTE}]`));

/** The digest of what an element asks for, as C makes it (options_digest in src/story/options.c). */
function digestOfOptions(element, prefix) {
  const { locale, timeZone, now, headingBase, base, reader } = optionsOf(element, prefix);
  return digestOf([locale, timeZone, now, prefix, `${headingBase ?? 1}`, base, reader.signedIn && "signed-in", idOf(element)].map((text) => text || ""));
}

/** Whether nothing was cut off: as many elements as there were, and behind the last start tag the same text. What others added may stay. */
function isWhole(inside, nodes, elements, sum) {
  if (inside.length !== elements) return inside.length > elements;
  const range = document.createRange();
  range.setStart(inside[elements - 1], 0);
  range.setEndAfter(nodes.at(-1));
  let found = 0;
  for (const character of range.toString()) found = (Math.imul(found, 31) + character.codePointAt()) >>> 0;
  return found === sum;
}

/**
 * The HTML in an element that is what it would render, by its part and its options.
 * @param {Element} element
 * @param {string} part
 * @param {string} prefix of ids
 * @param {object | null | true} shown what was found before and is shown; null: the element shows what it has rendered itself;
 *   true: it shows nothing yet
 * @returns {{ nodes: Element[], part: string, made: string, digest: string, tags: string } | null} digest: of the layers
 *   that it was made from; tags: its elements with their classes, for moreFor()
 */
export function findMade(element, part, prefix, shown) {
  if (!shown || !hasProvenance(element)) return null;
  const made = digestOfOptions(element, prefix);
  if (shown !== true) return shown.made === made && shown.part === part ? shown : null;
  const nodes = rendered(element);
  const [root] = element.querySelectorAll(`:scope > [data-part="${CSS.escape(part)}"][${ATTRIBUTE}^="${VERSION}-${made}-"]`);
  const [, digest, ...counts] = /-(\w{16})-([0-9a-f]{8})-([0-9a-f]{8})$/.exec(root && prototype.getAttribute.call(root, ATTRIBUTE)) ?? [];
  const isThis = nodes[0] === root && nodes.every((node, i) => !i || node.className === "bs-cut");
  if (!digest || !isThis) return null;
  const inside = element.querySelectorAll(`:scope > [${ATTRIBUTE}], :scope > [${ATTRIBUTE}] *, :scope > [${ATTRIBUTE}] ~ .bs-cut`);
  if (!isWhole(inside, nodes, ...counts.map((count) => Number.parseInt(count, 16)))) return null;
  return { nodes, part, made, digest, tags: [...inside].map(({ localName, className }) => `<${localName} ${className} `).join("") };
}

/** Whether HTML that findMade() gave was made from these layers. */
export function isMadeOf(known, layers) {
  try {
    return known !== null && digestOfLayers(layers) === known.digest;
  } catch {
    return false; // press.open() says what is wrong
  }
}
