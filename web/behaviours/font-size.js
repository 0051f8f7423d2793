// The reader's text size, in percent: a custom property of the root element, by which the stylesheet multiplies every
// size. It is set through the CSSOM, which no Content Security Policy forbids.
const STEPS = [90, 100, 110, 125, 150, 175, 200, 250];
const STANDARD = 100;
const PROPERTY = "--broadsheet-text-scale";
const CONTROLS = '[data-bs-action="font-up"], [data-bs-action="font-down"]';

export function fontSize({ root, document, signal, stores: { lasting } }) {
  const { style } = document.documentElement;
  const current = () => {
    const percent = lasting.get("text-size");
    return STEPS.includes(percent) ? percent : STANDARD;
  };

  function apply() {
    if (current() === STANDARD) style.removeProperty(PROPERTY);
    else style.setProperty(PROPERTY, current() / 100);
  }

  // aria-disabled, not disabled: a disabled button would lose the focus while the reader is pressing it.
  function mark(control) {
    const last = control.dataset.bsAction === "font-up" ? STEPS.at(-1) : STEPS[0];
    if (current() === last) control.setAttribute("aria-disabled", "true");
    else control.removeAttribute("aria-disabled");
  }

  function step(control, by) {
    const percent = STEPS[STEPS.indexOf(current()) + by];
    if (!percent) return;
    lasting.set("text-size", percent);
    apply();
    root.querySelectorAll(CONTROLS).forEach(mark);
    const status = control.closest("[data-part]")?.querySelector("[role=status][data-bs-pattern]");
    if (status) status.textContent = status.dataset.bsPattern.replaceAll("{percent}", percent);
  }

  apply();
  signal.addEventListener("abort", () => style.removeProperty(PROPERTY));
  return {
    actions: { "font-up": (control) => step(control, 1), "font-down": (control) => step(control, -1) },
    found: { [CONTROLS]: mark },
  };
}
