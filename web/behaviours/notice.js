// Closes the notices that the reader wants closed: until the tab is closed, or for the number of hours that the paper gives.
// A notice that is closed can be opened again: of its controls, only that one is left.
const HOUR = 3_600_000;
const MOST = 50; // closed notices that are remembered: storage is small, and shared by the whole site
const NOTICE = "[data-bs-notice]";
const listOf = (value) => (Array.isArray(value) ? value : []);
/** The stored list of closeLater(): for each notice its id, and the end of its hours in milliseconds since 1970. */
const entriesOf = (value) => listOf(value).filter(Array.isArray);
const isOpener = ({ dataset }) => dataset.bsAction === "notice-open";

/** Shows a notice closed or open; without controls, as none of them is shown. */
function show(found, closed) {
  const controls = found.querySelectorAll("button[data-bs-action]");
  for (const child of found.children) if (!child.querySelector("button[data-bs-action]")) child.hidden = closed;
  for (const control of controls) control.hidden = isOpener(control) !== closed;
  found.toggleAttribute("data-bs-closed", closed);
}

export function notice({ root, signal, stores: { lasting, session } }) {
  const idsClosed = () => listOf(session.get("notices"));
  const later = () => entriesOf(lasting.get("notices"));

  function isClosed({ dataset: { bsNotice: id, bsHours: hours } }) {
    if (idsClosed().includes(id)) return true;
    const [, until] = later().find((entry) => entry[0] === id) ?? [];
    const left = until - Date.now();
    return left > 0 && left <= hours * HOUR; // more hours are left only if the reader's clock was wrong at the time
  }

  const all = () => [...root.querySelectorAll(NOTICE)];
  const meet = (found) => show(found, isClosed(found));
  // Opened again when the behaviours are removed: nothing else could open it.
  signal.addEventListener("abort", () => all().forEach((found) => show(found, false)));

  function closeLater({ bsNotice: id, bsHours: hours }) {
    const now = Date.now();
    const others = later().filter((entry) => entry[0] !== id && entry[1] > now);
    lasting.set("notices", [...others, [id, now + hours * HOUR]].slice(-MOST));
  }

  function closeNow({ bsNotice: id }) {
    const others = idsClosed().filter((one) => one !== id);
    session.set("notices", [...others, id].slice(-MOST));
  }

  function open({ bsNotice: id }) {
    session.set("notices", idsClosed().filter((one) => one !== id));
    lasting.set("notices", later().filter((entry) => entry[0] !== id));
  }

  const action = (act) => (control) => {
    const own = control.closest(NOTICE);
    act(own.dataset);
    all().forEach(meet);
    // The control has gone, and the focus with it: it moves to the one that undoes what was done.
    const [opener, , closer] = own.querySelectorAll("button[data-bs-action]");
    (isOpener(control) ? closer : opener)?.focus({ preventScroll: true });
  };
  return {
    actions: { "notice-open": action(open), "notice-close": action(closeNow), "notice-later": action(closeLater) },
    // A control is met behind its notice, and shown by that.
    found: { [NOTICE]: meet, [`${NOTICE} [data-bs-action^="notice-"]`]: (control) => meet(control.closest(NOTICE)) },
  };
}
