// Installs the behaviours on a root (a document, a shadow root or an element): one set of listeners, for the controls
// in it now and for those that come later.
//
// A behaviour is a function that takes the page (below) and returns
//   actions  by the name in data-bs-action: called with the control that is clicked
//   found    by CSS selector: called with each matching element in the root; a second call for one must do no harm
// The C core writes the HTML. There, controls that need JavaScript have the attribute hidden; it is removed here.
import { clock } from "./clock.js";
import { fontSize } from "./font-size.js";
import { frame } from "./frame.js";
import { gallery } from "./gallery.js";
import { menu } from "./menu.js";
import { notice } from "./notice.js";
import { print } from "./print.js";
import { share } from "./share.js";
import { openStores } from "./store.js";
import { ticker } from "./ticker.js";

const BEHAVIOURS = [clock, fontSize, frame, gallery, menu, notice, print, share, ticker];

// A property of the root itself, since a page may load two copies of this module: two sets of listeners would toggle a
// control twice, and it would stay as it was.
const INSTALLED = Symbol.for("broadsheet.furniture");

const CONTROL = "[data-bs-action]";
// An element of ours compares the HTML that the server put into it with its own, and keeps it if both are the same. So
// nothing inside is changed while the element is loading, or is not defined yet: its script may come after this one. If
// it is still undefined once the page is loaded, its script will not come, and the server's HTML is served as it is.
const LOADING = '[data-state="loading"]';
const COMING = `${LOADING}, broadsheet-article:not(:defined), broadsheet-part:not(:defined)`;
// With a modifier key, the browser opens a link in another tab or window, as everywhere on the web.
const isForBrowser = (control, event) =>
  control.localName === "a" && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/**
 * Installs the behaviours, once for each root: a second call returns the function that the first one returned.
 * @param {Document | ShadowRoot | Element} [root]
 * @param {{ frames?: string[] }} [options] hosts that frames may show, here and in a second call
 * @returns {() => void} removes them: listeners, observer and timers end, and controls that need them are hidden again
 */
export function install(root = globalThis.document, { frames = [] } = {}) {
  if (root[INSTALLED]) {
    root[INSTALLED].allow?.(frames); // not of a copy of an earlier version
    return root[INSTALLED];
  }
  const controller = new AbortController();
  const { signal } = controller;
  const document = root.ownerDocument ?? root;
  const window = document.defaultView;
  const hosts = new Set();
  const page = { root, document, window, signal, hosts, stores: openStores(window) };
  // DOM clobbering: a form's fields hide the form's own properties of the same names ("matches", "closest"). Any node of
  // the page may be such a form, so nodes that may not be ours are read through the prototypes.
  const { matches, closest, querySelectorAll } = window.Element.prototype;
  const property = (node, name) => Reflect.get(window.Node.prototype, name, node);
  const isElement = (node) => property(node, "nodeType") === 1;
  /** node.closest(selector); null for a node that is no element. */
  page.closest = (node, selector) => (isElement(node) ? closest.call(node, selector) : null);
  /** Listens on the root until the behaviours are removed. */
  page.listen = (type, act, options) => root.addEventListener(type, act, { signal, ...options });

  const actions = new Map();
  const finders = [[CONTROL, (control) => actions.has(control.dataset.bsAction) && (control.hidden = false)]];
  for (const behaviour of BEHAVIOURS) {
    const { actions: own = {}, found = {} } = behaviour(page);
    for (const entry of Object.entries(own)) actions.set(...entry);
    finders.push(...Object.entries(found));
  }
  const any = finders.map(([selector]) => selector).join();
  const later = new Set(); // what is met once the page is loaded, unless its element renders before
  function meet(element) {
    const isLoaded = document.readyState === "complete";
    later.delete(element);
    if (element.closest(isLoaded ? LOADING : COMING)) return void (isLoaded || later.add(element));
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
  window.addEventListener("load", () => later.forEach(meet), { signal });

  root[INSTALLED] = () => {
    delete root[INSTALLED];
    observer.disconnect();
    controller.abort();
    for (const control of root.querySelectorAll(`button${CONTROL}`)) {
      if (actions.has(control.dataset.bsAction)) control.hidden = true;
    }
  };
  root[INSTALLED].allow = (more) => {
    for (const host of more) hosts.add(String(host).toLowerCase());
    search(root);
  };
  root[INSTALLED].allow(frames);
  return root[INSTALLED];
}
