// Copies the story's address, or opens the system's own dialog for sharing.

/**
 * Copies text by selecting it in a hidden field: the way from before navigator.clipboard, which also works on plain http.
 * @returns {boolean} whether it was copied
 */
function copySelected(document, text) {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true; // keeps an on-screen keyboard away
  field.style.setProperty("position", "fixed"); // keeps the page from scrolling to it
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
    return copySelected(document, text); // navigator.clipboard refused, or is absent
  }
}

export function share({ document, window: { navigator } }) {
  const address = ({ dataset }) => new URL(dataset.bsUrl, document.baseURI).href;

  async function shareLink(control) {
    const status = control.closest("[data-part]")?.querySelector("[role=status][data-bs-done]");
    if (status) status.textContent = ""; // so that a screen reader says the same words again
    const copied = await copy(document, address(control));
    if (status) status.textContent = copied ? status.dataset.bsDone : status.dataset.bsFailed;
  }

  function shareSystem(control) {
    // It rejects when the reader cancels, which is no error; any other failure the system's dialog has shown already.
    navigator.share({ title: control.dataset.bsTitle, url: address(control) }).catch(() => {});
  }

  return { actions: { "share-link": shareLink, ...(navigator.share && { "share-system": shareSystem }) } };
}
