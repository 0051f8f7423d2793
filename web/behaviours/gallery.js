// Opens the viewer of a gallery as a modal dialog. Without JavaScript its links lead to the ids of the pictures, and CSS
// shows the dialog that holds the :target; the pictures stand in a strip that the reader swipes or scrolls.
const VIEWER = "dialog.bs-gallery";
const ITEM = ".bs-gallery__item";
const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/** The id in the page's address. :target does not tell: it ignores elements that came after the page was parsed. */
function wantedId({ location }) {
  const id = location.hash.slice(1);
  try {
    return decodeURIComponent(id);
  } catch {
    return id; // a stray % is part of the id
  }
}

const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];
const itemsOf = (viewer) => [...viewer.querySelectorAll(ITEM)];

/** The index of the picture in view: the one nearest to the middle of the viewer. */
function inView(viewer) {
  const [x, y] = middle(viewer.getBoundingClientRect());
  const distances = itemsOf(viewer).map((item) => {
    const [itemX, itemY] = middle(item.getBoundingClientRect());
    return Math.hypot(itemX - x, itemY - y);
  });
  return distances.indexOf(Math.min(...distances));
}

const isSeen = (viewer) => viewer.checkVisibility?.() ?? viewer.getClientRects().length > 0;

/**
 * Brings a picture into view and focuses its link in the same direction, so that a reader who presses Enter again goes
 * on through the gallery.
 */
function show(item, direction) {
  const wanted = direction < 0 ? "gallery-prev" : "gallery-next";
  const link =
    item.querySelector(`[data-bs-action="${wanted}"]`) ??
    item.querySelector("[data-bs-action]") ??
    item.closest(VIEWER).querySelector('[data-bs-action="gallery-close"]');
  item.scrollIntoView({ block: "nearest", inline: "start", behavior: "instant" });
  // A screen reader says beside the link where the reader is now: "2 of 5", and the picture.
  link.ariaDescribedByElements = [...item.querySelectorAll(".bs-gallery__position, figure")];
  // This scrolls to the link where large text makes a picture and its words higher than the screen. A second
  // scrollIntoView() would lead Firefox (140) a picture too far: it adds the strip's offset of before.
  link.focus();
}

function move(viewer, from, by) {
  const items = itemsOf(viewer);
  const to = Math.min(Math.max(from + by, 0), items.length - 1);
  if (to !== from) show(items[to], to - from);
}

export function gallery({ root, document, window, signal, listen, closest }) {
  const openers = new WeakMap();
  const early = new WeakSet(); // viewers that nobody saw, in a page that may show itself only once it is loaded
  const byId = (place, id) => id && place.querySelector(`#${CSS.escape(id)}`);
  const figureOf = (link) => byId(root, link.getAttribute("href").slice(1));
  const coverOf = (viewer) =>
    [...root.querySelectorAll('[data-bs-action="gallery-open"]')].find((link) => viewer.contains(figureOf(link)));
  const targetIn = (place) => byId(place, wantedId(window));

  function open(figure, opener) {
    const viewer = figure && figure.closest(VIEWER);
    if (!viewer) return;
    if (!viewer.open) {
      openers.set(viewer, opener);
      viewer.showModal();
      // In a place that is not displayed, a modal dialog would be invisible and still make the whole page inert.
      if (!isSeen(viewer)) {
        if (document.readyState !== "complete") early.add(viewer);
        return viewer.close();
      }
    }
    show(figure.closest(ITEM) ?? itemsOf(viewer)[0], 1);
  }

  // The address has changed. If it names a picture, its viewer opens; else viewers close that an address had opened.
  function follow() {
    const target = targetIn(root);
    if (target && closest(target, VIEWER)) return open(target);
    for (const viewer of root.querySelectorAll(`${VIEWER}[open]`)) if (!openers.get(viewer)) viewer.close();
  }
  // A page that shows itself only once it is loaded has hidden the viewer until then.
  for (const type of ["hashchange", "load"]) window.addEventListener(type, follow, { signal });

  listen(
    "close", // does not bubble, so the root listens in the capture phase
    ({ target: viewer }) => {
      if (!viewer.matches?.(VIEWER) || early.delete(viewer)) return; // until the page is loaded
      if (targetIn(viewer)) {
        // While a picture in it is the :target, CSS shows the dialog, closed or not: the address must lead elsewhere.
        const away = viewer.querySelector('[data-bs-action="gallery-close"]').getAttribute("href");
        window.location.replace(window.location.href.replace(/#.*/, "") + away);
      }
      (openers.get(viewer) ?? coverOf(viewer))?.focus();
    },
    { capture: true },
  );

  listen("keydown", (event) => {
    const viewer = closest(event.target, VIEWER);
    const step = viewer && Object.hasOwn(STEPS, event.key) && STEPS[event.key];
    if (!step || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const mirrored = Number.isFinite(step) && getComputedStyle(viewer).direction === "rtl";
    move(viewer, inView(viewer), mirrored ? -step : step);
  });

  const step = (by) => (link) => {
    const viewer = link.closest(VIEWER);
    move(viewer, itemsOf(viewer).indexOf(link.closest(ITEM)), by);
  };
  return {
    actions: {
      "gallery-open": (link) => open(figureOf(link), link),
      "gallery-close": (link) => link.closest(VIEWER).close(),
      "gallery-prev": step(-1),
      "gallery-next": step(1),
    },
    found: { [VIEWER]: (viewer) => open(targetIn(viewer)) },
  };
}
