// What the console tells the page's author of a story that is shown: its diagnostics. Loaded where author.js says that somebody
// reads them. It shares no module with define.js, so what it needs of that is given to it.
const told = new Set();

function tellOnce(line, level = "warn") {
  if (!told.has(line)) console[level](line);
  told.add(line);
}

/** Tells what the page's author may have meant otherwise: an attribute of the other element, a story without a stylesheet, a copy of it that cannot be had. */
function tellOversights(element, { placeOfPart }) {
  const { naming, styles } = element.constructor;
  styles?.catch((error) => tellOnce(`BroadsheetElement.styles: ${error}`));
  const wrong = naming === "part" ? "name" : "part";
  const value = element.getAttribute(wrong);
  if (value && !element.getAttribute("fragment") && placeOfPart(value) >= 0) tellOnce(`<${element.localName}> does not read "${wrong}": did you mean fragment="${value}"?`);
  const root = element.querySelector(':scope > [data-part][class^="bs-"]');
  const off = [...element.getRootNode().querySelectorAll("link")].some((link) => link.disabled);
  // In a document that is not drawn, as that of jsdom, no stylesheet ever loads.
  if (document.getAnimations && root?.isConnected && !styles && !off && !getComputedStyle(root).getPropertyValue("--_u")) tellOnce('The story has no stylesheet: import "broadsheet/broadsheet.css"');
}

/**
 * Tells the diagnostics of a story, each once, however often the story is rendered.
 * @param {Element} element
 * @param {Story} story that the element shows
 * @param {(layer: number | null) => string} nameOf the name of a layer, for the message
 * @param {boolean} all whether all are told, or errors alone
 * @param {object} tools of author.js
 */
export async function tellDiagnostics(element, story, nameOf, all, tools) {
  const { load, untold } = tools;
  setTimeout(tellOversights, 500, element, tools); // the reader's work comes first
  if (untold.has(story)) {
    if (!all && !untold.get(story)) return;
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
