// Notices that the reader closed: for as long as the tab is open, or for the hours that the paper says.
//
// Hidden, not removed: from a hidden element the Tab key goes on to what comes after it.
const HOUR = 3_600_000;
const MOST = 50; // are remembered: what is stored belongs to all of a site, and its room is small
const listOf = (value) => (Array.isArray(value) ? value : []);
/** What closeLater() keeps: [id, until] for each notice. */
const entriesOf = (value) => listOf(value).filter(Array.isArray);

export function notice({ root, stores: { lasting, session } }) {
  function isClosed({ dataset: { bsNotice: id, bsHours: hours } }) {
    if (listOf(session.get("notices")).includes(id)) return true;
    const [, until] = entriesOf(lasting.get("notices")).find((entry) => entry[0] === id) ?? [];
    const left = until - Date.now();
    return left > 0 && left <= hours * HOUR; // more: the reader's clock was wrong then
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
