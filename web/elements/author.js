// Whether the console tells the page's author something of a story, and what does so: console.js, which no other page fetches.
import { loadWhole } from "../module/press.js";
import { untold } from "../module/story.js";
import { placeOfPart } from "./modules.js";
import { isOn } from "./properties.js";

const TOOLS = { load: loadWhole, untold, placeOfPart };

/** Whether the page is at its author's own machine, where nobody else reads the console. */
const isHome = () => location.protocol === "file:" || /^((.+\.)?localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname);

/**
 * Tells what there is to tell of a story, errors where the page is at its author's own machine, and all with the attribute
 * debug. It rejects where console.js, or the whole module, cannot be had.
 * @param {Element} element
 * @param {Story} story that the element shows
 * @param {(layer: number | null) => string} nameOf the name of a layer, for the message
 */
export async function tellAuthor(element, story, nameOf) {
  const all = isOn(element.getAttribute("debug"));
  if (all || isHome()) await (await import("./console.js")).tellDiagnostics(element, story, nameOf, all, TOOLS);
}
