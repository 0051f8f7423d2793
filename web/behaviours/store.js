// Remembers the reader's choices in the browser's storage; where that is refused, for as long as the page is open.
//
// Storage may be refused as a whole (reading window.localStorage throws), be full, or hold values that others wrote.
const PREFIX = "broadsheet-";

function openStore(window, area) {
  const refused = new Map();
  return {
    /** The value, or undefined. Since others may have written it, it may be any JSON value. */
    get(name) {
      if (refused.has(name)) return refused.get(name);
      try {
        return JSON.parse(window[area].getItem(PREFIX + name)) ?? undefined;
      } catch {
        return undefined;
      }
    },
    set(name, value) {
      refused.delete(name);
      try {
        window[area].setItem(PREFIX + name, JSON.stringify(value));
      } catch {
        refused.set(name, value);
      }
    },
  };
}

/** Two stores: lasting keeps values until the reader clears them, session until the tab is closed. */
export const openStores = (window) => ({
  lasting: openStore(window, "localStorage"),
  session: openStore(window, "sessionStorage"),
});
