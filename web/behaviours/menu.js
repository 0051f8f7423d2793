// The menu is a <details>, which opens and closes by itself. It lies over the page, so it also closes by Escape, and when
// the reader goes on elsewhere: the focus must not be under it (WCAG 2.4.11).
const OPEN = "details.bs-menu[open]";

export function menu({ root, listen, closest }) {
  const leave = ({ target }) => {
    for (const open of root.querySelectorAll(OPEN)) if (!open.contains(target)) open.open = false;
  };
  listen("click", leave);
  listen("focusin", leave);
  listen("keydown", (event) => {
    const open = event.key === "Escape" && !event.defaultPrevented && closest(event.target, OPEN);
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
  return {};
}
