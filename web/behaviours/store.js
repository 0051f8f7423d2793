// What the reader chose, remembered where the browser lets us and else for as long as the page is open.
//
// Storage may be refused as a whole (reading window.localStorage throws), be full, or hold what somebody else wrote.
const PREFIX = "broadsheet-";

function openStore(window, area) {
  const refused = new Map();
  return {
    /** The value, or undefined. It may be of any shape that JSON has. */
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

/** lasting: until the reader clears it; session: until the tab is closed. */
export const openStores = (window) => ({
  lasting: openStore(window, "localStorage"),
  session: openStore(window, "sessionStorage"),
});
