// What the copies of one release in a page share: whatever the first of them gives serves all.

/**
 * What the first copy gave under a name. web/build.mjs puts VERSION here, from package.json.
 * @param {string} name
 * @param {T} own what this copy would give
 * @returns {T}
 */
export function shared(name, own) {
  if (!globalThis.customElements) return own; // no page, in which there is one copy alone
  const key = Symbol.for(`broadsheet ${VERSION} ${name}`);
  if (!globalThis[key]) Object.defineProperty(globalThis, key, { value: own });
  return globalThis[key];
}
