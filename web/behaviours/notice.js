// Hides the notices that the reader closed: until the tab is closed, or for the number of hours that the paper gives.
//
// A closed notice is hidden, not removed: so the Tab key goes on from its place in the page.
const HOUR = 3_600_000;
const MOST = 50; // closed notices that are remembered: storage is small, and shared by the whole site
const listOf = (value) => (Array.isArray(value) ? value : []);
/** The stored list of closeLater(): for each notice its id, and the end of its hours in milliseconds since 1970. */
const entriesOf = (value) => listOf(value).filter(Array.isArray);

export function notice({ root, stores: { lasting, session } }) {
  function isClosed({ dataset: { bsNotice: id, bsHours: hours } }) {
    if (listOf(session.get("notices")).includes(id)) return true;
    const [, until] = entriesOf(lasting.get("notices")).find((entry) => entry[0] === id) ?? [];
    const left = until - Date.now();
    return left > 0 && left <= hours * HOUR; // more hours are left only if the reader's clock was wrong at the time
  }

  function meet(found) {
    if (isClosed(found)) found.hidden = true;
  }

  function closeLater({ dataset: { bsNotice: id, bsHours: hours } }) {
    const now = Date.now();
    const others = entriesOf(lasting.get("notices")).filter((entry) => entry[0] !== id && entry[1] > now);
    lasting.set("notices", [...others, [id, now + hours * HOUR]].slice(-MOST));
  }

  function closeNow({ dataset: { bsNotice: id } }) {
    const others = listOf(session.get("notices")).filter((one) => one !== id);
    session.set("notices", [...others, id].slice(-MOST));
  }

  const action = (close) => (control) => {
    close(control.closest("[data-bs-notice]"));
    root.querySelectorAll("[data-bs-notice]").forEach(meet);
  };
  return {
    actions: { "notice-close": action(closeNow), "notice-later": action(closeLater) },
    found: { "[data-bs-notice]": meet },
  };
}
