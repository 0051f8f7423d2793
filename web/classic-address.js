// The address of the classic script, which build.mjs puts in the place of import.meta.url. document.currentScript is set
// only while the script first runs. It is read through the prototype: an image named "currentScript" would hide the
// document's own property (DOM clobbering), and the module beside that image would be loaded.
const script = globalThis.Document && Reflect.get(Document.prototype, "currentScript", document);

export const classicAddress = script?.src;
