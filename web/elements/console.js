// What the console tells the page's author of a story that is shown: its diagnostics.
import { load } from "../module/press.js";
import { faulty, untold } from "../module/story.js";
import { rendered } from "./fallback.js";
import { placeOfPart } from "./modules.js";
import { valueOf } from "./properties.js";
import { draws } from "./stylesheet.js";

const told = new Set();

/** Whether the page is at its author's own machine, where nobody else reads the console. */
const isHome = () => location.protocol === "file:" || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.+\.localhost)$/.test(location.hostname);

function tellOnce(line, level = "warn") {
  if (!told.has(line)) console[level](line);
  told.add(line);
}

/** Tells what the page's author may have meant otherwise: an attribute of the other element, a story without a stylesheet. */
function tellOversights(element) {
  const { naming, styles } = element.constructor;
  const wrong = naming === "part" ? "name" : "part";
  const value = element.getAttribute(wrong);
  if (value && !valueOf(element, "fragment") && placeOfPart(value) >= 0) tellOnce(`<${element.localName}> does not read "${wrong}": did you mean fragment="${value}"?`);
  const [root] = rendered(element);
  const off = [...element.getRootNode().querySelectorAll("link")].some((link) => link.disabled);
  if (draws() && root?.isConnected && !styles && !off && !getComputedStyle(root).getPropertyValue("--_u")) tellOnce('The story has no stylesheet: import "broadsheet/broadsheet.css"');
}

/**
 * Tells errors where the page is at its author's own machine; with the attribute debug all diagnostics, anywhere. Each is
 * told once, however often the story is rendered.
 * @param {Element} element
 * @param {Story} story that the element shows
 * @param {(layer: number | null) => string} nameOf the name of a layer, for the message
 */
export async function tellDiagnostics(element, story, nameOf) {
  const all = element.hasAttribute("debug");
  if (!all && !isHome()) return;
  setTimeout(tellOversights, 500, element); // the reader's work comes first
  if (untold.has(story)) {
    if (!all && !faulty.has(story)) return;
    await new Promise((resolve) => setTimeout(resolve, 500)); // the page's own questions come first
    if (element.story !== story) return;
    await load(); // else the page's thread would wait for it
  }
  if (element.story !== story) return;
  for (const { code, severity, layer, pointer, message } of story.diagnostics) {
    const line = `${nameOf(layer)}: ${code} ${pointer} ${message}`;
    if (all || severity === "error") tellOnce(line, { error: "error", warning: "warn" }[severity] ?? "info");
  }
}
