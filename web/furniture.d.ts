/**
 * Lets the controls work that stand in a document, a shadow root or an element, now or later: printing, text size, ticker,
 * notices, sharing, galleries, clock and menu. Importing "broadsheet/furniture" does so for the page's document.
 *
 * A place is served once, however often this is called. Everything is done by listeners on that place; one of the page's
 * own that calls preventDefault() before is obeyed.
 * @returns takes everything back: listeners and timers end, and controls that need them are hidden again.
 */
export function install(root?: Document | ShadowRoot | Element): () => void;
