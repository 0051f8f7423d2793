// The types of furniture.js.

/**
 * Makes the controls in a document, a shadow root or an element work, those that are there now and those that come later:
 * printing, text size, ticker, notices, sharing, galleries, frames, clock and menu. Importing "broadsheet/furniture" calls it for
 * the page's document, which is the default.
 *
 * `frames` are the hosts whose frames may be shown when the reader asks for one, as "www.youtube-nocookie.com": exact hosts,
 * by https. None is, unless it is named here, in the attribute `frames` of an element of ours, or in the option `frames` of
 * a whole document. What a bundle says changes nothing of it.
 *
 * A second call for the same root adds its `frames`, and returns the same function. Clicks are heard by a listener on the
 * root; a listener of the page that called preventDefault() before is obeyed.
 * @returns a function that takes everything back: listeners and timers end, and controls that need them are hidden again.
 */
export function install(root?: Document | ShadowRoot | Element, options?: { frames?: readonly string[] | undefined }): () => void;
