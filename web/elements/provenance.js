// Whether HTML in an element says what it was made from. What compares that with the element is adopt.js, which a page with one
// script tag fetches where there is such HTML, and no other page.
import { layerList } from "../module/options.js";
import { findMade as compare } from "./adopt.js";
import { ATTRIBUTE } from "./fallback.js";
import { idOf, optionsOf } from "./properties.js";

const TOOLS = { layerList, idOf, optionsOf };

/** Whether there is HTML of a server that says what it was made from. */
export const hasProvenance = (element) => Boolean(element.querySelector(`:scope > [${ATTRIBUTE}]`));

/**
 * What findMade() of adopt.js finds, or null: nothing is there, or adopt.js cannot be had. Then the element renders the story itself.
 * @param {Element} element
 * @param {string} part
 * @param {string} prefix of ids
 * @param {object | boolean | null} shown what was found before and is shown; true: nothing is shown yet; else what the element has
 *   rendered is shown, or HTML for other attributes is there
 */
export const findMade = async (element, part, prefix, shown) => (shown && hasProvenance(element) ? compare(element, part, prefix, shown, TOOLS) : null);
