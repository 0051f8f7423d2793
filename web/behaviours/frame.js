// Shows the frame of a card where the page's author has allowed its host, when the reader asks for it, and takes it away
// again. Nothing is fetched before, and nothing is remembered after.
//
// Which hosts are allowed, the page alone says: install(), the attribute "frames" of the element around the card, or the
// option "frames" of the document. What a bundle says is an address; it is judged here again.
const CARD = "[data-bs-frame]";
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-presentation";
const ALLOW = "fullscreen; encrypted-media; picture-in-picture";

export function frame({ root, document, window, signal, hosts }) {
  /** The address of a card's frame; null: it stays a link. A frame of the page's own host would be in no sandbox. */
  function address(card) {
    const { protocol, hostname, port, username, password, href } = parsed(card.dataset.bsFrame);
    const own = [card.closest("[frames]")?.getAttribute("frames"), card.closest("body")?.dataset.bsFrames].join(" ");
    const allowed = [...hosts, ...own.toLowerCase().split(/[\s,]+/)].includes(hostname);
    return protocol === "https:" && allowed && hostname && !port && !username && !password && hostname !== window.location.hostname ? href : null;
  }

  function parsed(text) {
    try {
      return new URL(text);
    } catch {
      return {};
    }
  }

  const buttons = (card) => card.querySelectorAll('[data-bs-action^="frame-"]');

  /** Shows a card as a link, with its button and the room of a frame where it may be one, or its frame. */
  function meet(card) {
    const shown = card.querySelector("iframe");
    const [show, close] = buttons(card);
    show.hidden = Boolean(shown) || !address(card);
    close.hidden = !shown;
    for (const child of card.children) if (child !== shown && child !== show && child !== close) child.hidden = Boolean(shown);
    card.toggleAttribute("data-bs-on", Boolean(shown) || !show.hidden);
  }

  function show(control) {
    const card = control.closest(CARD);
    const src = address(card);
    if (!src) return;
    const made = document.createElement("iframe");
    const { bsTitle: title } = card.dataset;
    Object.assign(made, { className: "bs-media__frame", title, referrerPolicy: "strict-origin-when-cross-origin", allow: ALLOW, loading: "lazy" });
    made.setAttribute("sandbox", SANDBOX);
    made.src = src; // last: it is fetched under all of these
    card.prepend(made);
    meet(card);
    made.focus();
  }

  function close(control) {
    const card = control.closest(CARD);
    card.querySelector("iframe")?.remove();
    meet(card);
    buttons(card)[0].focus({ preventScroll: true });
  }

  signal.addEventListener("abort", () => {
    for (const card of root.querySelectorAll(CARD)) {
      card.querySelector("iframe")?.remove();
      meet(card); // the buttons are hidden after this, as all are
      card.removeAttribute("data-bs-on");
    }
  });
  return {
    actions: { "frame-show": show, "frame-close": close },
    // A control is met behind its card, and shown by that.
    found: { [CARD]: meet, [`${CARD} [data-bs-action^="frame-"]`]: (control) => meet(control.closest(CARD)) },
  };
}
