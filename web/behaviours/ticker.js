// The ticker moves where its list does not fit: there it goes on by a headline every few seconds, as the reader could by
// scrolling. It rests under the pointer and the focus, while the page is not seen, and when it was paused; a reader who
// wishes for less motion finds it paused. Pausing and hiding are remembered (WCAG 2.2.2).
import { openTimer } from "./timer.js";

const TICKER = '[data-part="ticker"]';
const PAUSE = "ticker-pause";
const HIDE = "ticker-hide";
const INTERVAL = 6000;

const listOf = (ticker) => ticker.querySelector("ol");

/** Whether a list can be scrolled along an axis. */
function overflows(list, size, axis) {
  const excess = list[`scroll${size}`] - list[`client${size}`];
  return excess > 1 && getComputedStyle(list)[`overflow${axis}`] !== "visible";
}
const isMoving = (list) => overflows(list, "Width", "X") || overflows(list, "Height", "Y");

/** To the next headline that does not yet stand at the start; from the end back to the first. */
function advance(list, behavior) {
  const across = overflows(list, "Width", "X");
  const side = !across ? "top" : getComputedStyle(list).direction === "rtl" ? "right" : "left";
  const edges = [...list.children].map((item) => item.getBoundingClientRect()[side]);
  const steps = edges.map((edge) => Math.abs(edge - edges[0]));
  const here = Math.abs(across ? list.scrollLeft : list.scrollTop);
  const end = across ? list.scrollWidth - list.clientWidth : list.scrollHeight - list.clientHeight;
  const next = here >= end - 1 ? 0 : Math.min(end, ...steps.filter((step) => step > here + 1));
  list.scrollTo({ [across ? "left" : "top"]: side === "right" ? -next : next, behavior });
}

/** A button has two labels, and shows the one for what it will do. */
function turn(button, on) {
  if (button.hasAttribute("data-bs-on") === on) return;
  [button.textContent, button.dataset.bsOther] = [button.dataset.bsOther, button.textContent];
  button.toggleAttribute("data-bs-on", on);
}

export function ticker(page) {
  const { root, window, signal, stores } = page;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const isHidden = () => stores.lasting.get(HIDE) === true;
  const isPaused = () => {
    const choice = stores.lasting.get(PAUSE);
    return typeof choice === "boolean" ? choice : calm.matches;
  };
  const all = () => [...root.querySelectorAll(TICKER)];

  function show(found, paused = isPaused(), hidden = isHidden()) {
    const list = listOf(found);
    const button = (action) => found.querySelector(`[data-bs-action="${action}"]`);
    list.hidden = hidden;
    turn(button(HIDE), hidden);
    turn(button(PAUSE), paused);
    button(PAUSE).hidden = !isMoving(list);
    if (isMoving(list) && !paused) start();
  }
  const showAll = () => all().forEach((found) => show(found));

  const start = openTimer(page, () => INTERVAL, () => {
    const lists = isPaused() ? [] : all().map(listOf).filter(isMoving);
    for (const list of lists) if (!list.matches(":hover, :focus-within")) advance(list, calm.matches ? "instant" : "smooth");
    return lists.length > 0;
  });

  const sizes = new window.ResizeObserver((entries) => entries.forEach(({ target }) => show(target.closest(TICKER))));
  calm.addEventListener("change", showAll, { signal });
  signal.addEventListener("abort", () => {
    sizes.disconnect();
    all().forEach((found) => show(found, false, false));
  });

  const choose = (name, choice) => {
    stores.lasting.set(name, choice);
    showAll();
  };
  return {
    actions: {
      // To go on is a choice of its own only against the wish for less motion; else that wish, if it comes, is heard.
      [PAUSE]: () => choose(PAUSE, !isPaused() || (calm.matches ? false : null)),
      [HIDE]: () => choose(HIDE, !isHidden()),
    },
    found: {
      [TICKER](found) {
        show(found);
        sizes.observe(listOf(found));
      },
    },
  };
}
