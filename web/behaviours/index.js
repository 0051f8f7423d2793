// Installs the behaviours on a document: one set of listeners, whatever it holds now or gets later.
//
// A behaviour is a function that takes the page (below) and returns
//   actions  by the name that stands in data-bs-action: what a click on that control does
//   found    by selector: what to do with each such element, once it is there; more than once does no harm
// The HTML is the C core's. Controls that need JavaScript have the attribute hidden there; it goes when they are found.
import { clock } from "./clock.js";
import { fontSize } from "./font-size.js";
import { gallery } from "./gallery.js";
import { menu } from "./menu.js";
import { notice } from "./notice.js";
import { print } from "./print.js";
import { share } from "./share.js";
import { openStores } from "./store.js";
import { ticker } from "./ticker.js";

const BEHAVIOURS = [clock, fontSize, gallery, menu, notice, print, share, ticker];

// Kept on the place itself: a page may hold two copies of this module, and twice toggled is not toggled.
const INSTALLED = Symbol.for("broadsheet.furniture");

const CONTROL = "[data-bs-action]";
// An element that is about to render compares first what is there with what it has: nothing is touched until then. Its
// own script may come after this one; when the page is loaded and it did not, what the server sent is all there will be.
const LOADING = '[data-state="loading"]';
const COMING = `${LOADING}, broadsheet-article:not(:defined), broadsheet-part:not(:defined)`;
// The address of a link with a modifier is opened elsewhere, as everywhere on the web.
const isForBrowser = (control, event) =>
  control.localName === "a" && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/** @returns {() => void} takes everything back */
export function install(root = globalThis.document) {
  if (root[INSTALLED]) return root[INSTALLED];
  const controller = new AbortController();
  const { signal } = controller;
  const document = root.ownerDocument ?? root;
  const window = document.defaultView;
  const page = { root, document, window, signal, stores: openStores(window) };
  // Any node of the page may be a form whose fields stand in the place of its own properties ("matches", "closest"), so
  // what is not known to be ours is asked through the prototypes.
  const { matches, closest, querySelectorAll } = window.Element.prototype;
  const property = (node, name) => Reflect.get(window.Node.prototype, name, node);
  const isElement = (node) => property(node, "nodeType") === 1;
  /** The nearest element of a selector that holds a node, or is it. */
  page.closest = (node, selector) => (isElement(node) ? closest.call(node, selector) : null);
  /** Listens on the place, until everything is taken back. */
  page.listen = (type, act, options) => root.addEventListener(type, act, { signal, ...options });

  const actions = new Map();
  const finders = [[CONTROL, (control) => actions.has(control.dataset.bsAction) && (control.hidden = false)]];
  for (const behaviour of BEHAVIOURS) {
    const { actions: own = {}, found = {} } = behaviour(page);
    for (const entry of Object.entries(own)) actions.set(...entry);
    finders.push(...Object.entries(found));
  }
  const any = finders.map(([selector]) => selector).join();

  function meet(element) {
    if (element.closest(document.readyState === "complete" ? LOADING : COMING)) return;
    for (const [selector, find] of finders) if (element.matches(selector)) find(element);
  }

  function search(within) {
    if (!isElement(within)) return within.querySelectorAll(any).forEach(meet);
    if (matches.call(within, any)) meet(within);
    querySelectorAll.call(within, any).forEach(meet);
  }

  page.listen("click", (event) => {
    const control = !event.defaultPrevented && page.closest(event.target, CONTROL);
    const act = control && !isForBrowser(control, event) && actions.get(control.dataset.bsAction);
    if (!act) return;
    event.preventDefault();
    act(control);
  });
  for (const type of ["broadsheet-render", "broadsheet-error"]) page.listen(type, ({ target }) => search(target));
  const observer = new window.MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (isElement(node) && property(node, "isConnected")) search(node);
    }
  });
  observer.observe(root, { childList: true, subtree: true });
  window.addEventListener("load", () => search(root), { signal });
  search(root);

  return (root[INSTALLED] = () => {
    delete root[INSTALLED];
    observer.disconnect();
    controller.abort();
    for (const control of root.querySelectorAll(`button${CONTROL}`)) {
      if (actions.has(control.dataset.bsAction)) control.hidden = true;
    }
  });
}
