// HTML in an element that a server rendered with the option provenance. If it is what the element would render, the element
// takes it over as it stands: no module, no bundle, no node is touched. include/broadsheet.h says what is compared. Loaded where
// provenance.js finds such HTML; there it shares no state with define.js, so what it needs of that is given to it.
import { digestOf } from "../module/digest.js";
import { version } from "../module/version.js";
import { ATTRIBUTE, prototype, rendered } from "./fallback.js";

const VERSION = version.replace(/\W/g, "-");

/** The digest of what an element asks for, as C makes it (options_digest in src/story/options.c). */
function digestOfOptions(element, prefix, { idOf, optionsOf }) {
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

/** Whether layers have a digest. */
function isMadeOf(digest, layers, { layerList }) {
  try {
    return digestOf(layerList(layers).map(({ bytes }) => bytes)) === digest;
  } catch {
    return false; // press.open() says what is wrong
  }
}

/**
 * The HTML in an element that is what it would render, by its part and its options.
 * @param {Element} element
 * @param {string} part
 * @param {string} prefix of ids
 * @param {object | true} shown what was found before and is shown; true: the element shows nothing yet
 * @param {object} tools of provenance.js
 * @returns {{ nodes: Element[], part: string, made: string, tags: string, isMadeOf: (layers: Layer[]) => boolean } | null}
 *   tags: its elements with their classes, for moreFor()
 */
export function findMade(element, part, prefix, shown, tools) {
  const made = digestOfOptions(element, prefix, tools);
  if (shown !== true) return shown.made === made && shown.part === part ? shown : null;
  const nodes = rendered(element);
  const [root] = element.querySelectorAll(`:scope > [data-part="${CSS.escape(part)}"][${ATTRIBUTE}^="${VERSION}-${made}-"]`);
  const [, digest, ...counts] = /-(\w{16})-([0-9a-f]{8})-([0-9a-f]{8})$/.exec(root && prototype.getAttribute.call(root, ATTRIBUTE)) ?? [];
  const isThis = nodes[0] === root && nodes.every((node, i) => !i || node.className === "bs-cut");
  if (!digest || !isThis) return null;
  const inside = element.querySelectorAll(`:scope > [${ATTRIBUTE}], :scope > [${ATTRIBUTE}] *, :scope > [${ATTRIBUTE}] ~ .bs-cut`);
  if (!isWhole(inside, nodes, ...counts.map((count) => Number.parseInt(count, 16)))) return null;
  return { nodes, part, made, isMadeOf: (layers) => isMadeOf(digest, layers, tools), tags: [...inside].map(({ localName, className }) => `<${localName} ${className} `).join("") };
}
