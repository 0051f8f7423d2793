// What the console tells the page's author of a story that is shown: its diagnostics.
import { load } from "../module/press.js";
import { faulty, untold } from "../module/story.js";

const told = new Set();

/** Whether the page is at its author's own machine, where nobody else reads the console. */
const isHome = () => location.protocol === "file:" || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.+\.localhost)$/.test(location.hostname);

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
  if (untold.has(story)) {
    if (!all && !faulty.has(story)) return;
    await new Promise((resolve) => setTimeout(resolve, 500)); // the page's own questions come first
    if (element.story !== story) return;
    await load(); // else the page's thread would wait for it
  }
  if (element.story !== story) return;
  for (const { code, severity, layer, pointer, message } of story.diagnostics) {
    const line = `${nameOf(layer)}: ${code} ${pointer} ${message}`;
    if (told.has(line) || !(all || severity === "error")) continue;
    told.add(line);
    console[{ error: "error", warning: "warn" }[severity] ?? "info"](line);
  }
}
