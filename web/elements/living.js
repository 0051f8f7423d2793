// Whether an element's story is kept fresh, and what does so: refresh.js, which only a page fetches that asks for it.
import { loadWhole } from "../module/press.js";
import { compare, follow } from "../module/story.js";
import { bundleInside } from "./fallback.js";
import { parsed } from "./html.js";
import { PATIENCE, living, nameLayer, readAll, renewLayer } from "./layers.js";
import { LAYERS, addressOf, idOf, optionsOf, tell } from "./properties.js";

/** The addresses of an element's layers. */
export const addressesOf = (element) => LAYERS.flatMap((name) => (element.getAttribute(name) ? [addressOf(element, name, element.getAttribute(name))] : []));

/** The layers of an element: those of its addresses, of its property, and inside of it. */
export const layersOf = (element, fetched) => [...fetched, ...[element.bundle ?? [], bundleInside(element)?.textContent ?? []].flat()];

const TOOLS = { load: loadWhole, compare, follow, living, nameLayer, parsed, PATIENCE, readAll, renewLayer, idOf, layersOf, optionsOf, tell };
const isLiving = (element) => element.isConnected && (element.getAttribute("live") || Number(element.getAttribute("refresh")) > 0);

/**
 * Keeps the story of an element fresh, or stops that, as the attributes ask for.
 * @param {Element} element which has shown something
 * @param {Promise<object> | null} life what this gave before
 * @param {Uint8Array[] | null} bytes of the layers that have addresses; null: they are not known
 * @param {number} asked when they were asked for, by performance.now()
 * @param {string[] | null} addresses of those layers, where their bytes are known: the attributes may name others meanwhile
 * @param {object} hooks what the element lets refresh.js do with it
 * @returns {Promise<object> | null} what refresh.js has for the element
 */
export function live(element, life, bytes, asked, addresses, hooks) {
  if (isLiving(element)) {
    life ??= import("./refresh.js").then(({ keep }) => keep(element, { ...hooks, ...TOOLS, own: () => element.constructor.press }));
    life.then((one) => one.shown(addresses ?? addressesOf(element), bytes, asked)).catch((error) => console.error(error));
    return life;
  }
  life?.then((one) => one.end()).catch(() => {});
  return null;
}
