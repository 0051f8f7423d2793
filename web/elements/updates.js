// New live updates come into a page without moving what is read: they wait behind a button, which says how many there are, and
// stand there when the reader asks for them. Who hears the page is told once, politely.
const LIST = ".bs-updates__list > li > article[id]";
const BUTTON = ':scope [data-bs-action="updates-show"]';

const idsIn = (root) => [...root.querySelectorAll(LIST)].map(({ id }) => id);
const itemsOf = (root, ids) => [...root.querySelectorAll(LIST)].filter(({ id }) => ids.has(id)).map((one) => one.parentNode);
const eventsOf = (root, ids) => [...root.querySelectorAll(".bs-updates__key li")].filter((one) => ids.has(one.querySelector("a")?.getAttribute("href")?.slice(1)));

/** How many there are, in the words of the button: its text says it of one, its attributes of the other plurals. */
function countIn(button, one, count) {
  const language = button.closest("[lang]")?.lang || "en";
  let plural = "other";
  try {
    plural = new Intl.PluralRules(language).select(count);
  } catch {
    // the tag is none that the browser knows
  }
  const word = count === 1 ? one : button.getAttribute(count === 2 ? "data-bs-two" : `data-bs-${plural}`) || button.getAttribute("data-bs-other") || one;
  return word.replace("{count}", String(count));
}

/** Whether the reader has come to the list, or is below it: then nothing may be put into it. */
const isReached = (list) => list.getBoundingClientRect().top < innerHeight;

/**
 * Takes the new updates out of sight in a rendering that is about to be shown, unless the reader has not come to them.
 * @param {Element} element which shows the story
 * @param {DocumentFragment} after the rendering
 * @returns {(() => { word: string, language: string, direction: string } | null)} to be called once it is shown
 */
export function hold(element, after) {
  const known = new Set(idsIn(element));
  const fresh = new Set(idsIn(after).filter((id) => !known.has(id)));
  const list = element.querySelector(".bs-updates__list");
  const button = after.querySelector(BUTTON.replace(":scope ", ""));
  const waiting = () => new Set(idsIn(element).filter((id) => element.querySelector(`#${CSS.escape(id)}`).parentNode.hidden));
  const reveal = (ids) => [...itemsOf(element, ids), ...eventsOf(element, ids)].forEach((node) => (node.hidden = false));
  // No more are to come, so that there is no button any more: what waits comes in.
  if (!button) return () => void reveal(waiting());
  const one = button.textContent;
  const holds = list && fresh.size > 0 && isReached(list);
  if (holds) for (const node of [...itemsOf(after, fresh), ...eventsOf(after, fresh)]) node.hidden = true;
  return () => {
    const shown = element.querySelector(BUTTON);
    if (!shown || !known.size) return null;
    const count = waiting().size; // those, too, that have waited before; some may have been taken away
    shown.hidden = count === 0;
    shown.textContent = count ? countIn(shown, one, count) : one;
    shown.onclick = () => {
      const ids = waiting();
      const [first] = itemsOf(element, ids);
      reveal(ids);
      shown.hidden = true;
      shown.textContent = one;
      const update = first?.querySelector("article");
      if (!update) return;
      update.tabIndex = -1;
      update.focus({ preventScroll: true });
      update.scrollIntoView({ block: "nearest" });
    };
    const { direction } = getComputedStyle(shown);
    return fresh.size ? { language: shown.closest("[lang]")?.lang ?? "", direction, word: countIn(shown, one, fresh.size) } : null;
  };
}
