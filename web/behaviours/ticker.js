// Moves the ticker: every few seconds a list that does not fit scrolls to the next headline, as the reader could scroll
// it by hand. It rests while the pointer or the focus is in it, while the page is hidden, and while it is paused; under
// prefers-reduced-motion it starts paused. Pausing and hiding are remembered (WCAG 2.2.2).
import { openTimer } from "./timer.js";

const TICKER = '[data-part="ticker"]';
const PAUSE = "ticker-pause";
const HIDE = "ticker-hide";
const LATER = "ticker-later";
const HOUR = 3_600_000;
const INTERVAL = 6000;

const listOf = (ticker) => ticker.querySelector("ol");

/** Whether a list can be scrolled along an axis. */
function overflows(list, size, axis) {
  const excess = list[`scroll${size}`] - list[`client${size}`];
  return excess > 1 && getComputedStyle(list)[`overflow${axis}`] !== "visible";
}
const isMoving = (list) => overflows(list, "Width", "X") || overflows(list, "Height", "Y");

/**
 * Scrolls a list to one of its items, or, without it, to the next headline that is not yet at the start edge; at the end of
 * the list, back to the first. The offsets are those of the layout: in columns WebKit (2.50) cuts what
 * getBoundingClientRect gives to the column, and does not scroll to what gets the focus.
 */
function scroll(list, behavior, wanted) {
  const across = overflows(list, "Width", "X");
  const [start, size] = across ? ["Left", "Width"] : ["Top", "Height"];
  const back = across && getComputedStyle(list).direction === "rtl";
  const edge = (item) => item[`offset${start}`] + back * item[`offset${size}`];
  const step = (item) => Math.abs(edge(item) - edge(list.firstElementChild));
  const here = Math.abs(list[`scroll${start}`]);
  const room = list[`client${size}`];
  const end = list[`scroll${size}`] - room;
  const steps = [...list.children].map(step).filter((place) => place > here + 1);
  const next = wanted ? step(wanted) : here >= end - 1 ? 0 : Math.min(...steps);
  if (wanted && next >= here - 1 && next + wanted[`offset${size}`] <= here + room + 1) return; // each of these is rounded
  list.scrollTo({ [start.toLowerCase()]: Math.min(end, next) * (back ? -1 : 1), behavior });
}

/** Sets a toggle button to on or off. Of its two labels it shows the one for its next action. */
function turn(button, on) {
  if (button.hasAttribute("data-bs-on") === on) return;
  [button.textContent, button.dataset.bsOther] = [button.dataset.bsOther, button.textContent];
  button.toggleAttribute("data-bs-on", on);
}

export function ticker(page) {
  const { root, window, signal, stores, listen, closest } = page;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  // true, or the end of the hours for which it is hidden, in milliseconds since 1970.
  function isHidden({ dataset: { bsHours: hours } }) {
    const choice = stores.lasting.get(HIDE);
    const left = choice - Date.now();
    return choice === true || (typeof choice === "number" && left > 0 && left <= hours * HOUR);
  }
  const isPaused = () => {
    const choice = stores.lasting.get(PAUSE);
    return typeof choice === "boolean" ? choice : calm.matches;
  };
  const all = () => [...root.querySelectorAll(TICKER)];

  function show(found, paused = isPaused(), hidden = isHidden(found)) {
    const list = listOf(found);
    const button = (action) => found.querySelector(`[data-bs-action="${action}"]`);
    list.hidden = hidden;
    if (button(LATER)) button(LATER).hidden = hidden;
    turn(button(HIDE), hidden);
    turn(button(PAUSE), paused);
    button(PAUSE).hidden = !isMoving(list);
    if (isMoving(list) && !paused) start();
  }
  const showAll = () => all().forEach((found) => show(found));

  const start = openTimer(page, () => INTERVAL, () => {
    const lists = isPaused() ? [] : all().map(listOf).filter(isMoving);
    for (const list of lists) if (!list.matches(":hover, :focus-within")) scroll(list, calm.matches ? "instant" : "smooth");
    return lists.length > 0;
  });

  const sizes = new window.ResizeObserver((entries) => entries.forEach(({ target }) => show(target.closest(TICKER))));
  calm.addEventListener("change", showAll, { signal });
  signal.addEventListener("abort", () => {
    sizes.disconnect();
    all().forEach((found) => show(found, false, false));
  });

  // Not where the pointer brings the focus: its button would be let go on another headline, and the click be lost.
  listen("focusin", ({ target }) => {
    const item = closest(target, `${TICKER} .bs-ticker__item`);
    if (item && target.matches(":focus-visible")) scroll(item.parentNode, "instant", item);
  });

  const choose = (name, choice) => {
    stores.lasting.set(name, choice);
    showAll();
  };
  return {
    actions: {
      // false ("playing") is stored only if the reader overrides prefers-reduced-motion; otherwise null, which follows
      // the media query.
      [PAUSE]: () => choose(PAUSE, !isPaused() || (calm.matches ? false : null)),
      [HIDE]: (control) => choose(HIDE, !isHidden(control.closest(TICKER))),
      [LATER](control) {
        const found = control.closest(TICKER);
        choose(HIDE, Date.now() + found.dataset.bsHours * HOUR);
        found.querySelector(`[data-bs-action="${HIDE}"]`).focus({ preventScroll: true }); // this control has gone
      },
    },
    found: {
      [TICKER](found) {
        const list = listOf(found);
        show(found);
        sizes.observe(list);
      },
      // Met behind its ticker, and shown by that.
      [`${TICKER} [data-bs-action="${LATER}"]`]: (control) => show(control.closest(TICKER)),
    },
  };
}
