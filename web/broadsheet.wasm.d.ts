// The type of `import wasm from "broadsheet/broadsheet.wasm"`: what that gives is up to the bundler or the host (an address,
// a WebAssembly.Module), and load() takes each of them.
import type { Source } from "./broadsheet.js";

declare const wasm: Source;
export default wasm;
