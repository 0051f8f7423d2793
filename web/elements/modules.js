// Chooses the WebAssembly module for an element: the smallest that has the part which the element shows, and the parts of
// the elements before it, since a module that is there serves them all. Nobody else has to know that there is more than one.
import { WHOLE } from "../module/address.js";
import { hasWhole, loadBeside } from "../module/press.js";
import { zoneOffsets } from "../module/zone.js";
import { valueOf } from "./properties.js";

// The names of the parts that each module adds, the smallest module first; web/build.mjs puts MODULE_PARTS here, from
// src/page/parts.def.
const PARTS = MODULE_PARTS.split("|").map((names) => names.split(" "));

// The languages that the modules before WORLD lack words or letters of; web/build.mjs puts MODULE_LANGUAGES here, from
// src/story/words/ and src/text/scripts.h.
const LANGUAGES = new RegExp(`(^| )(${MODULE_LANGUAGES})\\b`, "i");

// The places of modules that are asked for by more than a part.
const PAGE = 1; // has words of the paper's own
const RICH = WHOLE - 1; // has what a smaller one lacks: what version 2 of the format adds, and rare Markdown
const WORLD = RICH - 1; // has the scripts and languages of the world

let warm; // set by the first element
let most = 0; // the place of the largest module that an element wants

/** The place of the smallest module that has a part; -1: there is no such part. */
export const placeOfPart = (part) => PARTS.findIndex((names) => names.includes(part));

/** Notes what an element needs, before the first element chooses: its part, words of its own, and its language. */
export function wantPart(part, element) {
  const place = placeOfPart(part);
  const foreign = LANGUAGES.test(`${element.getAttribute("locale")} ${element.closest("[lang]")?.lang}`);
  const named = (globalThis.Document?.prototype ?? document).querySelector.call(document, 'link[rel=preload][href*=".rich.wasm"]'); // by the page's author
  most = Math.max(most, named && RICH, place < 0 ? WHOLE : place, foreign ? WORLD : element.getAttribute("strings") ? PAGE : 0);
}

/** The part that an element's attributes name. */
export function namedPart(element) {
  const { naming } = element.constructor;
  const old = naming === "part" && !element.getAttribute("fragment") && element.getAttribute(naming);
  if (old && placeOfPart(old) < 0) return "story";
  return valueOf(element, "fragment", naming) || "story";
}

/**
 * @param {Press | PromiseLike<Press> | null} own the press that the element's class is given
 * @returns {Promise<{ press: Press, small: boolean }>} small: what fails with this press is to be asked of the whole
 */
export async function choosePress(own) {
  if (own) return { press: await own, small: false };
  const place = hasWhole() ? WHOLE : most;
  // Whoever has but the whole beside the script needs no other.
  const coming = place < WHOLE && loadBeside(place).catch(() => null);
  warm ??= setTimeout(zoneOffsets, 0, "Asia/Seoul", []); // makes a formatter where there is no Temporal: the first takes long
  const small = await coming;
  return { press: small || (await loadBeside(WHOLE)), small: Boolean(small) };
}

/** The press of the larger module that is to be asked next; null: the whole is to be asked. */
export async function chooseRicher(press) {
  most = Math.max(most, RICH);
  const richer = await loadBeside(RICH).catch(() => null);
  return richer === press ? null : richer;
}
