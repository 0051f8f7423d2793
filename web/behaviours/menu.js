// Closes the menu on Escape, and on a click or a focus outside of it. It is a <details>, so its button works without
// JavaScript; but it covers the page, and must not hide the element that has the focus (WCAG 2.4.11).
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
