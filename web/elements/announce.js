// Tells readers who hear the page that a story was updated: politely, once for all elements that change together.
let region = null;
let timer = null;

// Not seen, and still read. No stylesheet is needed, and no style attribute, which a policy may forbid.
const UNSEEN = { position: "absolute", inlineSize: "1px", blockSize: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap", border: "0", padding: "0", margin: "-1px" };

/** @param {{ word: string, language: string, direction: string }} said */
export function announce({ word, language, direction }) {
  if (!region?.isConnected) {
    region = document.createElement("div");
    region.className = "bs-announcement";
    region.setAttribute("role", "status");
    Object.assign(region.style, UNSEEN);
    document.body.append(region);
  }
  clearTimeout(timer);
  region.textContent = "";
  region.lang = language;
  region.dir = direction;
  // A region must be there before its text, or it is not read; and the same text anew is read if it was gone.
  timer = setTimeout(() => {
    region.textContent = word;
    timer = setTimeout(() => (region.textContent = ""), 10_000);
  }, 250);
}
