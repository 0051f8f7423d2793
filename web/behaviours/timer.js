// A timer that rests while nobody sees the page, or while there is nothing to do.

/**
 * @param {() => number} delay milliseconds to the next run
 * @param {() => boolean} run does the work, and says whether there will be more
 * @returns {() => void} starts it, if it rests
 */
export function openTimer({ document, signal }, delay, run) {
  let busy = false;
  let id;
  const plan = () => {
    clearTimeout(id);
    if (busy && !document.hidden && !signal.aborted) id = setTimeout(work, delay());
  };
  const work = () => {
    busy = run();
    plan();
  };
  document.addEventListener("visibilitychange", () => (busy && !document.hidden ? work() : plan()), { signal });
  signal.addEventListener("abort", plan);
  return () => {
    if (busy) return;
    busy = true;
    plan();
  };
}
