// In the classic build this stands for import.meta.url (build.mjs): the script element knows the address, but only while
// the script runs first. Through the prototype: an image named "currentScript" would stand in the document's own place,
// and what is beside it would be run.
const script = globalThis.Document && Reflect.get(Document.prototype, "currentScript", document);

export const classicAddress = script?.src;
