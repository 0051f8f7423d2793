// Runs in a browser's page: what a reader could do to what is shown there, alone and with the behaviours of furniture.js.
import { expecting, LEADS, note, reader } from "./xss-watch.mjs";
import { install } from "/broadsheet/furniture.js";

install()(); // here they are only while they are used
Element.prototype.checkVisibility = () => true; // what is not laid out counts as seen, or no viewer of a gallery would open

const all = (root, selector) => Element.prototype.querySelectorAll.call(root, selector);
const click = (element) => element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })); // no svg has click()
export const afterTasks = () => new Promise((resolve) => setTimeout(resolve));

/** Every event that something waits for, and a click on what takes one; if told to, on all. */
export function use(root, onAll) {
  for (const element of all(root, "*")) {
    for (const [name] of reader.attributes(element)) {
      if (/^on/i.test(name)) element.dispatchEvent(new Event(name.slice(2), { bubbles: true, cancelable: true }));
    }
    const kind = reader.name(element);
    // The engine's own reading of an address; one that it cannot read has no scheme there.
    const strange = kind === "a" && element.hasAttribute("href") && !LEADS.has(element.protocol);
    if (strange && element.protocol !== ":") note(`a link to ${element.protocol}`);
    if (strange || (onAll && ["a", "button", "summary", "input"].includes(kind))) click(element);
  }
}

// What the behaviours hand to the browser, which would ask the reader here. It refuses every other time.
let refuses = false;
async function take(what, text) {
  if (!["http:", "https:"].includes(new URL(text).protocol)) note(`${what} ${text}`);
  refuses = !refuses;
  if (refuses) throw new Error("refused");
}
Object.defineProperty(navigator, "clipboard", { value: { writeText: (text) => take("copied", text) } });
Object.defineProperty(navigator, "share", { value: ({ url }) => take("shared", url) });

const FRAMES = ["www.youtube-nocookie.com"]; // that this page allows, as a page's author may; the full bundle has one there
const KEYS = ["Escape", "ArrowRight", "ArrowLeft", "End", "Home"];
const CONTROLS = "[data-bs-action], summary, dialog a";

function press(control) {
  control.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  for (const key of KEYS) control.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  const act = () => click(control);
  if (control.getAttribute("data-bs-action") === "print") expecting("print() was called", act);
  else act();
}

/**
 * With the behaviours, every control by pointer and by keys: first what opens, turns and hides, then all of it again,
 * which closes, turns back and shows. look() is called after the first, and when the behaviours are gone. Nothing is laid
 * out meanwhile, which would take most of the time: where things stand is for tests/browser.
 */
export async function useBehaviours(root, look) {
  sessionStorage.clear();
  localStorage.clear();
  localStorage.setItem("broadsheet-text-size", "250"); // the largest, so that a control says that it is the end
  root.style.display = "none";
  const takeBack = install(document, { frames: FRAMES });
  // What would close again, or hide what the control behind it then shows.
  const isLast = (control) => ["gallery-close", "ticker-later", "frame-close"].includes(control.getAttribute("data-bs-action"));
  for (const control of all(root, CONTROLS)) if (!isLast(control)) press(control);
  look();
  for (const control of all(root, CONTROLS)) press(control);
  await afterTasks(); // what was copied is told then
  takeBack();
  look();
}
