// Runs in a browser's page: hostile texts as a page shows them that stops nobody, each in a frame of its own, and which of
// them ran script there. Without this nobody would know that the attack could see anything.

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const CLICKED = "a, area, button, input, summary";

/** Every event that something in a document waits for, and a click on all that takes one. */
function use(page) {
  const { Event, MouseEvent } = page.defaultView;
  const click = (element) => element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  for (const element of page.querySelectorAll("*")) {
    for (const { name } of Array.from(Object.getOwnPropertyDescriptor(Element.prototype, "attributes").get.call(element))) {
      if (/^on/i.test(name)) element.dispatchEvent(new Event(name.slice(2).toLowerCase(), { bubbles: true, cancelable: true }));
    }
  }
  for (const element of page.querySelectorAll(CLICKED)) click(element);
}

/**
 * Shows texts and uses them.
 * @param {string[]} htmls
 * @param {string[] | null} addresses of the same as documents of their own; null: they are put in by innerHTML
 * @returns {Promise<number[]>} the indices of those that ran
 */
async function fire(htmls, addresses) {
  const ran = new Set();
  const frames = htmls.map((_, i) => Object.assign(document.createElement("iframe"), { src: addresses?.[i] ?? "/frame" }));
  // The canaries of every frame, also of another origin, tell us; the frame is one of ours or inside of one.
  const hear = ({ data, source }) => {
    if (data !== "canary") return;
    for (let view = source; view && view !== window; view = view.parent === view ? null : view.parent) {
      const index = frames.findIndex(({ contentWindow }) => contentWindow === view);
      if (index >= 0) ran.add(index);
    }
  };
  addEventListener("message", hear);
  const loaded = frames.map((frame) => Promise.race([new Promise((resolve) => (frame.onload = resolve)), wait(20_000)]));
  document.body.replaceChildren(...frames);
  await Promise.all(loaded);
  if (!addresses) frames.forEach((frame, i) => (frame.contentDocument.body.innerHTML = htmls[i]));
  await wait(300);
  for (const { contentDocument } of frames) {
    try {
      if (contentDocument) use(contentDocument);
    } catch {
      // the text has broken its document
    }
  }
  for (let tries = 0; tries < 12 && ran.size < frames.length; tries++) await wait(250);
  removeEventListener("message", hear);
  document.body.replaceChildren();
  return [...ran];
}
globalThis.fire = fire;
