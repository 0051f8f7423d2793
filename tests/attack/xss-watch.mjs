// Runs in a browser's page, before anything hostile is there: what must not happen in it, and what did.
import { domReader } from "./walk.mjs";

export const reader = domReader();
export const { addEventListener } = EventTarget.prototype;

/** What must stay empty; a text for each thing that happened. */
export const happened = [];
export const note = (what) => happened.push(what);

/** Does that of which one thing has to come, and nothing else. */
export function expecting(what, act) {
  const before = happened.length;
  act();
  if (happened.length === before + 1 && happened[before] === what) happened.pop();
  else note(`not once: ${what}`);
}

for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => note(`${name}() was called`);
addEventListener.call(window, "beforeunload", () => note("the page was left"));
addEventListener.call(window, "message", () => note("a message came"));
addEventListener.call(window, "error", ({ message }) => note(`nobody caught ${message}`));
addEventListener.call(window, "unhandledrejection", ({ reason }) => note(`nobody caught ${reason}`));

// The page's policy refuses every request but those of its own scripts, and only reports scripts that are not files: so
// each attempt is an event, also of what would run without calling one of the above. Pictures, videos and
// recordings of the output may ask, by the addresses that were walked.
const absolute = (address) => new URL(address, document.baseURI).href.replace(/#.*/, "");
const asking = new Set([absolute("/favicon.ico")]);
addEventListener.call(document, "securitypolicyviolation", ({ effectiveDirective, blockedURI, sample, sourceFile }) => {
  if (["img-src", "media-src"].includes(effectiveDirective) && asking.has(blockedURI)) return;
  note(`${effectiveDirective}: ${blockedURI} ${sample} ${sourceFile}`);
});

/** Told of what is walked. */
export function seen(element, name, value) {
  if (!["img", "video", "audio", "source", "track"].includes(element)) return;
  try {
    if (name === "src" || name === "poster") asking.add(absolute(value));
    if (name === "srcset") for (const one of value.split(", ")) asking.add(absolute(one.split(" ")[0]));
  } catch {
    // an address that no browser can follow asks for nothing
  }
}

// A click on a link leads where it leads, but for what would leave the page, which is stopped here, at last. A script in
// an address is not stopped.
export const LEADS = new Set(["http:", "https:", "mailto:", "tel:"]);
addEventListener.call(window, "click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (link && LEADS.has(link.protocol)) event.preventDefault();
});
addEventListener.call(window, "submit", (event) => {
  if (LEADS.has(new URL(event.target.getAttribute("action"), document.baseURI).protocol)) event.preventDefault();
});
