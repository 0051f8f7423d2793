// Copying the story's address, and the system's own sheet for sharing.

/** Copies by a selection, as was done before there was navigator.clipboard: it works on plain http too. */
function copySelected(document, text) {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true; // no keyboard comes up
  field.style.setProperty("position", "fixed"); // nothing scrolls
  field.style.setProperty("opacity", "0");
  document.body.append(field);
  field.select();
  try {
    return document.execCommand("copy");
  } finally {
    field.remove();
    focused?.focus({ preventScroll: true });
  }
}

async function copy(document, text) {
  try {
    await document.defaultView.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(document, text); // refused, or not there
  }
}

export function share({ document, window: { navigator } }) {
  const address = ({ dataset }) => new URL(dataset.bsUrl, document.baseURI).href;

  async function shareLink(control) {
    const status = control.closest("[data-part]")?.querySelector("[role=status][data-bs-done]");
    if (status) status.textContent = ""; // so that the same words are said again
    const copied = await copy(document, address(control));
    if (status) status.textContent = copied ? status.dataset.bsDone : status.dataset.bsFailed;
  }

  function shareSystem(control) {
    // A reader who changes their mind is no error, and the sheet has told every other.
    navigator.share({ title: control.dataset.bsTitle, url: address(control) }).catch(() => {});
  }

  return { actions: { "share-link": shareLink, ...(navigator.share && { "share-system": shareSystem }) } };
}
