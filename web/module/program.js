// What programs alone have, and no page with one script tag: Node, and bundlers. The build leaves it out of define.js.
const { Buffer, Deno, process } = globalThis;

// Node copies UTF-16 and ASCII, but takes far longer to encode and decode UTF-8: there, C does that, in the whole module.
export const wide = !Deno && Buffer?.prototype.ucs2Write ? Buffer.prototype : null;

/** What a request says when all its texts are strings (src/wasm/wasm.h): the whole module asks. */
export const STRINGS = 2;

/** Whether this script knows its own address, beside which the modules and the stylesheets are. */
export const hasAddress = Boolean(import.meta.url);

/** Gives a module of Node's own by its name; null: this is not Node. */
export const builtin = process?.getBuiltinModule ?? null;

/** What a message says to programs alone; the build makes it "" for define.js. */
export const orElse = (words) => words;

/** What helps where the module, sought at an address, cannot be there: a bundler has moved the script away, or a page is of file:; null: nothing else does. */
export function remedyFor(address) {
  if (/\/\.vite\//.test(address)) return 'In vite.config.js: optimizeDeps: { exclude: ["broadsheet"] }';
  if (address?.protocol !== "file:") return null;
  if (globalThis.location?.protocol === "file:") return "A page of file: may fetch nothing: serve its folder over HTTP, as `npx serve` does";
  return 'On a server, leave the package out of the bundle (Next.js: serverExternalPackages: ["broadsheet"]; Vite: ssr.external), or import broadsheet/inline';
}
