// A repeating timer that rests while the page is hidden, and while there is nothing to do.

/**
 * @param {() => number} delay milliseconds until the next run
 * @param {() => boolean} run does the work, and returns whether there is more to do
 * @returns {() => void} starts the timer, if there was nothing to do
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
