// Where the modules are when nobody says: beside this script. (The build puts inline.js the bytes themselves in its place.)
import { hasAddress } from "./program.js";

// Bundlers look for these very expressions, so they must stay as they are. (In the classic build: classic-address.js.)
// The order is that of src/wasm/modules.def.
const BESIDE = [
  () => new URL("./broadsheet.story.wasm", import.meta.url),
  () => new URL("./broadsheet.page.wasm", import.meta.url),
  () => new URL("./broadsheet.world.wasm", import.meta.url),
  () => new URL("./broadsheet.rich.wasm", import.meta.url),
  () => new URL("./broadsheet.wasm", import.meta.url),
];

/** The place of the whole module in the list of those beside this script; before it stand the small ones. */
export const WHOLE = BESIDE.length - 1;

/** The address of a module beside this script. */
export function standard(place) {
  if (hasAddress) return BESIDE[place]();
  throw new Error("its address is not known");
}
